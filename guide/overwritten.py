"""The scripts start here, under a name of its own: installed as the module ``buyer_guide``.

Another package on the index is called ``guide`` too. Where both are installed in one environment
the later one overwrites files of the other: this module is still there, and says so in a line.
"""

import sys
from collections.abc import Callable

OURS = "buyer-guide"
MESSAGE = (
    "guide: another package called 'guide' has overwritten this one; install the buyer guide in an "
    "environment of its own, with pipx or uv"
)


def main() -> int:
    """Run the program, if the package ``guide`` is the one that it was installed with."""
    run = _program()
    if run is None:
        sys.stderr.write(f"{MESSAGE}\n")
        return 2
    return run()


def _program() -> Callable[[], int] | None:
    """What runs this program; None if another package stands in its place."""
    try:
        import guide  # noqa: PLC0415  may be another, and may do anything

        if getattr(guide, "DISTRIBUTION", "") != OURS:
            return None
        from guide.__main__ import main  # noqa: PLC0415  there only if it is this one
    except Exception:  # noqa: BLE001
        return None
    return main
