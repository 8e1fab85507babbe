"""Between the terminal and the app: what is typed, pasted, reported and written."""
