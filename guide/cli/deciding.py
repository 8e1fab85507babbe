"""Asks for what a decision record cannot know, where somebody is there to answer."""

import datetime
import sys
from typing import TYPE_CHECKING

from guide.cli.clock import today
from guide.cli.dialogue import hear
from guide.cli.say import Stop
from guide.decide.record import Decision
from guide.plan.parse_day import DayError, read_day

if TYPE_CHECKING:
    from guide.cli.session import Spot
    from guide.plan.records import Plan

DECISION = "What was decided, and why? (Enter leaves it open) "
DECIDERS = "Who decided? (Enter leaves it open) "


def ask_decision(text: str | None, deciders: str | None, day: str | None) -> Decision:
    """What was given, and on a terminal what is missing.

    Raises:
        Stop: if the day is none.

    """
    date = _day(day) if day else today()  # before anything is asked: no answer is lost to it
    return Decision(
        text=_ask(DECISION) if text is None else text,
        deciders=_ask(DECIDERS) if deciders is None else deciders,
        date=date,
    )


def plan_of(spot: "Spot", report_date: str | None, months: str | None) -> "Plan | None":
    """The recovery plan that these two make; None where neither is given.

    Raises:
        Stop: if they can't be read, or the guide has no plan.

    """
    from guide.plan.inputs import NoPlanError, read_inputs
    from guide.plan.make import make

    if not (report_date or months):
        return None
    texts = {"report_date": report_date or "", "months": months or ""}
    try:
        reading = read_inputs(spot.guide, texts, today())
        if reading.troubles:
            raise Stop(reading.troubles[0].message)
        located = spot.located
        return make(spot.guide, located.scenario, reading.inputs, today(), located.open)
    except NoPlanError as error:
        raise Stop(str(error)) from None


def _day(text: str) -> datetime.date:
    try:
        return read_day(text, today())
    except DayError as error:
        raise Stop(str(error)) from None


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
