"""A guide as data: its schema, how it is read, what can be wrong with it, where it is found."""
