"""What is wrong with a line of evidence or a claim, and the state that follows from it."""
