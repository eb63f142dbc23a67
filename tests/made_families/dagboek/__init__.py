"""A made family that is confidential: pages of a diary."""
