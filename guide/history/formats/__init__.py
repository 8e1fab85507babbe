"""The forms of a list of walks: one module each."""
