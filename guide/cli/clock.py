"""The one place where the plain commands read the clock."""

import datetime


def today() -> datetime.date:
    """Today where the person is."""
    return now().date()


def now() -> datetime.datetime:
    """The moment where the person is."""
    return datetime.datetime.now().astimezone()
