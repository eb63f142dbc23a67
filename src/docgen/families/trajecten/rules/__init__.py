"""What the source asks of each trajectory, one module per certificate."""
