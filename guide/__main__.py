"""Where the program starts: ``guide``, or ``python -m guide``."""

import gc
import os
import sys


def main() -> int:
    """Run the command line and give the exit code."""
    if not os.path.isfile(__file__):  # noqa: PTH113  pathlib: 4 ms
        sys.stderr.write("guide: it can't run from within a zip or wheel; install that with pip\n")
        return 2
    # Nothing that starting makes is garbage: 6 of 64 ms. Commands and the app turn it on again.
    gc.disable()
    try:
        from guide.cli.main import run  # noqa: PLC0415  once garbage collection is off
    except KeyboardInterrupt:  # while this was being imported
        return 130
    try:
        return run(sys.argv[1:])
    finally:
        # Or Python looks through all there is once more before it ends: 13 of 130 ms.
        gc.freeze()


if __name__ == "__main__":
    sys.exit(main())
