"""Walks that were kept, seen beside the guides of today: their words, a search, what changed."""
