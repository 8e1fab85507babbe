"""What stands on each kind of page: one module a kind, each making a ``Page`` of ``document``."""
