"""Every reader at once: the one engine for what holds for all combinations of answers."""
