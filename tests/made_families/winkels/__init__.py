"""A made family whose subjects stand in a list: shops, their sellers, and a letter that says yes or no."""
