"""The on-the-job certification trajectories: the page of FOD BOSA (DG R&O) on its mentoring."""
