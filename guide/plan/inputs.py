"""What a plan counts from, and how it is typed."""

from collections.abc import Mapping
from datetime import date
from typing import NamedTuple

from guide.english import short_date
from guide.model.length import MOST_MONTHS
from guide.model.problems import did_you_mean
from guide.model.recovery import Recovery
from guide.model.schema import Guide
from guide.plan.parse_day import DayError, read_day
from guide.user_error import UserError

MAX_NAME = 80
EVERYONE = ""
"""The role of an owner who takes every task that is nobody else's."""


class Inputs(NamedTuple):
    """The reader's own dates and names; all of them may be missing."""

    report_date: date | None = None
    """The day of the report in hand; for a draft, the day on which it is expected."""
    fixes_done: date | None = None
    """The last day of the fixes."""
    observe_from: date | None = None
    """The first day of the observation."""
    period_end: date | None = None
    """The last day that the report in hand covers."""
    months: int | None = None
    """The observation period; where missing, the scenario says."""
    by: date | None = None
    """The day on which the next report is wanted."""
    owners: Mapping[str, str] = {}
    """Role id -> a person's name; the role ``EVERYONE`` stands for all others."""


class Field(NamedTuple):
    """One thing to type: for an option of a command, or a line of a form."""

    name: str
    """The field of ``Inputs``."""
    label: str
    hint: str
    brief: str
    """The hint where a screen has room for twenty letters."""
    month_ends: bool = False
    """Whether a month without a day means its last day."""


FIELDS = (
    Field(
        "report_date",
        "Date of the report",
        "the day it was issued; for a draft, is expected",
        "issued or expected",
    ),
    Field(
        "fixes_done",
        "Fixes done",
        "the last day of the repair",
        "last day of repair",
        month_ends=True,
    ),
    Field("observe_from", "Observation starts", "the first day of the new period", "first day"),
    Field(
        "period_end",
        "Old period ended",
        "the last day the report covers",
        "last day covered",
        month_ends=True,
    ),
    Field("months", "Months observed", "3, 6, 9 or 12", "3, 6, 9 or 12"),
    Field("by", "Report wanted by", "the day a buyer asks for", "a buyer's day", month_ends=True),
)
"""In the order in which a form asks."""


OWNERS = Field(
    "owners",
    "Owners",
    "a name for all; or by role: security=NAME; sales=NAME",
    "NAME, or ROLE=NAME",
)
"""Names on one line, each with a semicolon before the next."""


def split_owners(text: str) -> tuple[str, ...]:
    """The names on one line, as ``read_inputs`` takes them."""
    return tuple(part.strip() for part in text.split(";") if part.strip())


class Trouble(NamedTuple):
    """What is wrong with one field, in one line. What was typed there is the caller's to keep."""

    field: str
    message: str


class InputReading(NamedTuple):
    """What came of typing: inputs made of all that could be read, and what could not."""

    inputs: Inputs
    troubles: tuple[Trouble, ...]


class NoPlanError(UserError):
    """The guide has no ``recovery.yaml``."""


def recovery_of(guide: Guide) -> Recovery:
    """The guide's recovery plan.

    Raises:
        NoPlanError: if it has none.

    """
    if guide.recovery is None:
        message = f"{guide.id} has no recovery plan; its folder holds no recovery.yaml"
        raise NoPlanError(message)
    return guide.recovery


def read_inputs(
    guide: Guide, typed: Mapping[str, str], today: date, owners: tuple[str, ...] = ()
) -> InputReading:
    """The inputs in these texts, by field; an empty text is a missing input.

    Owners are each a name, or ``role=name``.

    Raises:
        NoPlanError: if the guide has no recovery plan.

    """
    recovery = recovery_of(guide)
    values: dict[str, date | int] = {}
    troubles = []
    for field in FIELDS:
        text = typed.get(field.name, "").strip()
        if not text:
            continue
        try:
            values[field.name] = _read(field, text, today)
        except DayError as error:
            troubles.append(Trouble(field.name, f"{field.label}: {error}"))
    names, unusable = _owners(owners, recovery)
    inputs = Inputs(**values, owners=names)  # type: ignore[arg-type]
    return InputReading(inputs, (*troubles, *unusable, *disagreements(inputs)))


def _read(field: Field, text: str, today: date) -> date | int:
    if field.name != "months":
        return read_day(text, today, month_ends=field.month_ends)
    number = text.removesuffix("months").removesuffix("month").strip()
    if number.isascii() and number.isdigit() and len(number) < 4 and 0 < int(number) <= MOST_MONTHS:
        return int(number)
    message = f"{text[:20]!a} is not a number of months from 1 to {MOST_MONTHS}"
    raise DayError(message)


def _owners(owners: tuple[str, ...], recovery: Recovery) -> tuple[dict[str, str], list[Trouble]]:
    names: dict[str, str] = {}
    troubles = []
    roles = [role.id for role in recovery.roles]
    for text in owners:
        role, equals, name = (part.strip() for part in text.partition("="))
        role, name = (role, name) if equals else (EVERYONE, role)
        if role not in (*roles, EVERYONE):
            hint = did_you_mean(role, roles)
            troubles.append(Trouble("owners", f"Owner: no role {role[:40]!a}{hint}"))
        elif not name or len(name) > MAX_NAME or not name.isprintable():
            message = f"Owner: {name[:40]!a} is not a name of 1 to {MAX_NAME} characters"
            troubles.append(Trouble("owners", message))
        else:
            names[role] = name
    return names, troubles


def disagreements(inputs: Inputs) -> list[Trouble]:
    """Dates that can't be true together."""
    report, fixes, window = inputs.report_date, inputs.fixes_done, inputs.observe_from
    period = inputs.period_end
    troubles = []
    if period and report and period > report:
        why = f"is after the report's own date, {short_date(report)}"
        troubles.append(Trouble("period_end", f"Old period ended: {short_date(period)} {why}"))
    if fixes and window and window <= fixes:
        why = f"is not after the fixes, done on {short_date(fixes)}; it can be the day after"
        troubles.append(Trouble("observe_from", f"Observation starts: {short_date(window)} {why}"))
    if period and window and window <= period:
        why = f"lies in the old period, which ended on {short_date(period)}"
        troubles.append(Trouble("observe_from", f"Observation starts: {short_date(window)} {why}"))
    return troubles
