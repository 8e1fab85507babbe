"""Starts a guide for an author: a small whole one, whose comments teach the format."""
