"""The rules of the certification levels, in the order in which a report prints them."""
