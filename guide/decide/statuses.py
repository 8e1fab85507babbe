"""How a decision stands, in the words of MADR; on its own, so that help costs nothing."""

STATUSES = ("proposed", "accepted", "rejected", "deprecated", "superseded")
PROPOSED = STATUSES[0]
"""Until a person says otherwise: what was typed does not tell that it was agreed to."""
