"""The history store."""
