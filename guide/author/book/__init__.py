"""A guide as a book on paper: every text that a reader can get, and exactly who gets it."""
