"""A kiosk: strangers use the app one after another, and nothing of one is there for the next."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

LINE = "Kiosk: nothing you answer or type is kept, and no file is written."
"""What the first screen says."""


def is_kiosk() -> bool:
    """Whether GUIDE_KIOSK asks for it."""
    return os.environ.get("GUIDE_KIOSK", "") not in ("", "0")


@contextmanager
def passing_home() -> Iterator[None]:
    """In a kiosk, a home for this one visitor, gone when they leave; elsewhere nothing."""
    if not is_kiosk():
        yield
        return
    from tempfile import TemporaryDirectory  # noqa: PLC0415  6 ms, and few are kiosks

    before = os.environ.get("GUIDE_HOME")
    with TemporaryDirectory(prefix="guide-kiosk-", ignore_cleanup_errors=True) as home:
        os.environ["GUIDE_HOME"] = home
        try:
            yield
        finally:
            if before is None:
                del os.environ["GUIDE_HOME"]
            else:
                os.environ["GUIDE_HOME"] = before
