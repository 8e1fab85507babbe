"""A buyer guide in the terminal: answers in, tailored advice out."""

# Written here, not looked up: importlib.metadata costs 49 ms at every start.
__version__ = "0.1.0"
DISTRIBUTION = "buyer-guide"
"""What it is installed as. Another package may be called ``guide``; see ``overwritten``."""
