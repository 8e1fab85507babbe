"""Asks for what a decision record cannot know, where somebody is there to answer."""

import sys
from typing import TYPE_CHECKING

from guide.cli.clock import today
from guide.cli.dialogue import attended, hear
from guide.decide.record import Decision
from guide.plan.inputs import read_inputs
from guide.plan.make import make
from guide.plan.parse_day import read_day
from guide.user_error import UserError

if TYPE_CHECKING:
    from guide.history.resolve import Resolved
    from guide.plan.records import Plan

DECISION = "What was decided, and why? (Enter leaves it open) "
DECIDERS = "Who decided? (Enter leaves it open) "


def ask_decision(text: str | None, deciders: str | None, day: str | None) -> Decision:
    """What was given, and on a terminal what is missing.

    Raises:
        UserError: if the day is none.

    """
    # Before anything is asked: no answer is lost to it.
    date = read_day(day, today()) if day else today()
    return Decision(
        text=_ask(DECISION) if text is None else text,
        deciders=_ask(DECIDERS) if deciders is None else deciders,
        date=date,
    )


def plan_of(resolved: "Resolved", report_date: str | None, months: str | None) -> "Plan | None":
    """The recovery plan that these two make; None where neither is given.

    Raises:
        UserError: if they can't be read, or the guide has no plan.

    """
    if not (report_date or months):
        return None
    texts = {"report_date": report_date or "", "months": months or ""}
    reading = read_inputs(resolved.guide, texts, today())
    if reading.troubles:
        raise UserError(reading.troubles[0].message)
    return make(resolved.guide, resolved.scenario, reading.inputs, today(), resolved.open)


def _ask(question: str) -> str:
    """The answer; empty where nobody can be asked."""
    if not attended() or sys.stderr is None:
        return ""
    sys.stderr.write(question)
    sys.stderr.flush()
    return (hear() or "").strip()
