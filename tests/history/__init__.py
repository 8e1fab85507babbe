"""Kept walks beside the guides of today."""
