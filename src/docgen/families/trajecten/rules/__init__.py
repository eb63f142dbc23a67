"""What the source asks of each trajectory, one module per heading (§) of it; completeness is a ruling everywhere."""
