"""The jobtraining of (adjunct-)directeurs and coördinatoren: the handleiding of PBD-GO!."""
