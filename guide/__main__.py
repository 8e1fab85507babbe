"""Where the program starts: ``guide``, or ``python -m guide``."""

import gc
import sys


def main() -> int:
    """Run the command line and give the exit code."""
    # Nothing that starting makes is garbage: 6 of 64 ms. What works for long turns it on again.
    gc.disable()
    try:
        from guide.cli.main import run  # noqa: PLC0415  once garbage collection is off
    except KeyboardInterrupt:  # while click was being imported
        return 130
    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
