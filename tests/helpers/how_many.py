"""How often a property is tried: a part of the time each change waits for its tests."""

import os

TIMES = int(os.environ.get("GUIDE_TRIES", "1"))
"""Before a release: ``GUIDE_TRIES=5 pytest tests/plan tests/states tests/history``."""


def tries(count: int) -> int:
    """This many times, or as many times more as was asked for."""
    return count * TIMES
