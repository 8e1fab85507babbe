"""One module for each form in which a map can be drawn."""
