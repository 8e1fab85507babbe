"""What an editor knows about a guide's files: JSON Schema, made from what the reader reads.

Nothing is written twice: keys, kinds and allowed words come from the structs in ``model``, and
what an editor shows on hover are their docstrings.
"""
