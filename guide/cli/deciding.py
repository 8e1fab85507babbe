"""Asks for what a decision record cannot know, where somebody is there to answer."""

import datetime
import sys
from typing import TYPE_CHECKING

from guide.cli.clock import today
from guide.cli.dialogue import hear
from guide.cli.say import Stop
from guide.decide.record import Typed
from guide.plan.parse_day import DayError, read_day

if TYPE_CHECKING:
    from guide.cli.session import Spot
    from guide.plan.records import Plan

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
        found = read_inputs(spot.guide, texts, today())
        if found.troubles:
            raise Stop(found.troubles[0].message)
        located = spot.located
        return make(spot.guide, located.scenario, found.inputs, today(), located.open)
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
