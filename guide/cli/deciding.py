"""Asks for what a decision record cannot know, where somebody is there to answer."""

import datetime
import sys

from guide.cli.clock import today
from guide.cli.dialogue import hear
from guide.cli.say import Stop, clean
from guide.decide.record import Typed

DECISION = "What was decided, and why? (Enter leaves it open) "
DECIDERS = "Who decided? (Enter leaves it open) "


def typed(decision: str | None, deciders: str | None, day: str | None) -> Typed:
    """What was given, and on a terminal what is missing.

    Raises:
        Stop: if the day is none.

    """
    date = _day(day) if day else today()  # before anything is asked: no answer is lost to it
    return Typed(
        decision=_ask(DECISION) if decision is None else decision,
        deciders=_ask(DECIDERS) if deciders is None else deciders,
        date=date,
    )


def _day(text: str) -> datetime.date:
    try:
        return datetime.date.fromisoformat(text.strip())
    except ValueError:
        message = f"'{clean(text)[:40]}' is no date; write it as {today().isoformat()}"
        raise Stop(message) from None


def _ask(question: str) -> str:
    """The answer; empty where nobody can be asked."""
    try:
        asked = sys.stdin is not None and sys.stdin.isatty() and sys.stderr is not None
    except ValueError:  # closed
        asked = False
    if not asked:
        return ""
    sys.stderr.write(question)
    sys.stderr.flush()
    return (hear() or "").strip()
