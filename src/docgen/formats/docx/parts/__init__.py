"""The parts of a Word form that are the same in every form."""
