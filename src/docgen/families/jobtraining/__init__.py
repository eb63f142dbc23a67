"""The jobtraining of (adjunct-)directeurs and coördinators: the handleiding of PBD-GO!."""
