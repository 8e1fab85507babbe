"""What ``recovery.yaml`` is made of: the phases of the way back, how long they last, and why.

Optional: a guide without it has no plan. Lengths are words, such as ``2 weeks``; ``length`` reads
them.
"""

from typing import Literal

from guide.model.basic import ForSome, Id, Name, Phrase, Placed, Reasoned, ReasonedForSome

ANCHORS = ("report-date", "period-end", "today")
"""What a phase can start after, beside another phase: days that the reader names."""
START = "start"
"""For a task that is due on the first day of its phase."""


class Role(Placed, frozen=True):
    """Somebody who owns tasks; the reader may put a person's name in its place."""

    id: Id
    """Unique in the file; tasks name it as their owner."""
    label: str
    """What to call whoever does this, as long as no person is named."""


class Estimate(ReasonedForSome, frozen=True):
    """How long a phase lasts. Rows are tried in order; the first that fits is taken."""

    best: Phrase
    """The shortest: ``15 days``, ``2 weeks``, ``1 month``, or ``observation``: as answered."""
    likely: Phrase
    """The middle one."""
    worst: Phrase
    """The longest."""


class Task(ReasonedForSome, frozen=True):
    """Something to do in a phase."""

    id: Id
    """Unique in the file; calendars and task lists know the task by it."""
    title: str
    """What to do, in one line."""
    owner: Name
    """The role that does it."""
    evidence: str = ""
    """What shows afterwards that it was done."""
    due: Phrase | None = None
    """When it is due, if not on the last day of the phase: ``start``, its first day, or a length
    from there, such as ``1 week``.
    """
    every: Phrase | None = None
    """For a task that comes again within its phase: the time from one occasion to the next."""


class Phase(ForSome, frozen=True):
    """A stretch of time with its tasks."""

    id: Id
    """Unique in the file; calendars and task lists know the phase by it."""
    title: str
    """As the reader sees it."""
    after: tuple[Name, ...]
    """It starts the day after: a phase, ``report-date``, ``period-end`` or ``today``. Of several,
    the first that this reader has counts; see ``old_period`` for who has no ``period-end``.
    """
    about: str = ""
    """What happens in it, in a sentence or two."""
    beside: Name | None = None
    """The phase it runs beside, so that it adds nothing to the whole."""
    lengths: tuple[Estimate, ...] = ()
    """How long it lasts; the last row holds for everyone."""
    until: Literal["", "report-date"] = ""
    """Instead of a length: the day before which it must be done."""
    reader_ends: Literal["", "fixes-done"] = ""
    """The reader's own date that ends this phase, if one is given."""
    reader_starts: Literal["", "observe-from"] = ""
    """The reader's own date that starts this phase, if one is given."""
    window: bool = False
    """Whether this is the observation period: the time that the next report will cover."""
    tasks: tuple[Task, ...] = ()
    """What to do in it."""


class Way(ForSome, frozen=True):
    """One way on. A reader for whom several fit gets them all, to choose from."""

    id: Id
    """Unique in the file."""
    title: str
    """As the reader sees it."""
    phases: tuple[Name, ...]
    """Its phases, in order."""
    result: str
    """What stands at its end, such as ``The new report``."""
    about: str = ""
    """What to know before choosing it."""


class Remark(ReasonedForSome, frozen=True):
    """Words for those they apply to."""

    says: str
    """The words."""


class Typical(ReasonedForSome, frozen=True):
    """A range that somebody else gives for the whole, to stand beside the estimate."""

    says: str
    """Who gives which range, in a sentence."""
    least: Phrase
    """Its lower end."""
    most: Phrase
    """Its upper end."""


class Bridge(ReasonedForSome, frozen=True):
    """A letter that bridges a gap after the old report's period."""

    says: str
    """What it is, and what it may not say."""
    length: Phrase
    """How long it usually covers."""


class Rhythm(Reasoned, frozen=True):
    """How often a kind of control falls due, and what to say where a window holds few."""

    id: Id
    """Unique in the file."""
    title: str
    """What to call such a control."""
    every: Phrase
    """The time between two occasions, in months."""
    never: str
    """The warning where the window may hold none."""
    once: str
    """The warning where the window may hold only one."""


class Recovery(Placed, frozen=True):
    """``recovery.yaml``: what a plan is made of, and for whom."""

    roles: tuple[Role, ...]
    """Who owns tasks."""
    ways: tuple[Way, ...]
    """The ways on; readers for whom none fits have nothing to plan yet."""
    phases: tuple[Phase, ...]
    """What the ways are made of."""
    nothing: tuple[Remark, ...]
    """What to do first where there is nothing to plan yet; the last row holds for everyone."""
    no_end: tuple[Remark, ...]
    """Why no end is shown, where ``ends`` does not hold; the last row holds for everyone."""
    months: Name | None = None
    """The facet whose value is the length of the observation period in months, if one has it."""
    ends: ForSome | None = None
    """For whom an end may be shown; without it, for nobody."""
    never_ends: ForSome | None = None
    """Who is never shown an end, whatever ``ends`` comes to say: a promise, and proven."""
    old_period: ForSome | None = None
    """Whose report in hand covers a period; without it, everybody's does."""
    typical: Typical | None = None
    """Somebody else's range for the whole."""
    bridge: Bridge | None = None
    """The letter that bridges a gap."""
    rhythms: tuple[Rhythm, ...] = ()
    """Kinds of control, by how often they fall due."""
    notes: tuple[Remark, ...] = ()
    """What belongs below every plan of those it applies to."""
