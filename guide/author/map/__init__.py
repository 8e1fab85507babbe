"""A guide's questions as a map: what leads where, and under which condition."""
