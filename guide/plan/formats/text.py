"""Plain text: for a terminal, a pipe, a screen reader."""

from collections.abc import Iterator

from guide.document.lines import wrapped
from guide.journey.code import write_code
from guide.journey.facts import fact_lines
from guide.journey.labels import scenario_pairs
from guide.journey.verified import verified_line
from guide.pages import advice as common
from guide.plan import words
from guide.plan.calendar import short
from guide.plan.drawing import draw
from guide.plan.due_dates import due_words
from guide.plan.records import CASES, Plan, Planned
from guide.plan.table import table

SUFFIX = ".txt"
TITLE = "Plain text"

WIDEST, WIDEST_CHART = 88, 160
"""Characters in a line: of text, which is hard to read beyond, and of the chart, which is not."""


def render(plan: Plan, width: int) -> str:
    """The plan as plain text in lines of this width, as far as that is good to read."""
    return "\n".join(line.rstrip() for line in _page(plan, width)).strip("\n") + "\n"


def _page(plan: Plan, width: int) -> Iterator[str]:
    guide, whole, width = plan.guide, width, min(width, WIDEST)
    yield from _heading(f"{words.TITLE}: {guide.title}", width, "=")
    for label, value in scenario_pairs(guide, plan.scenario):
        yield from wrapped(f"{label}: {value}", width, "", "  ")
    for label, value in words.given(plan):
        yield f"{label}: {value}"
    yield f"Code: {write_code(guide, plan.scenario)}"
    yield f"Made on {short(plan.today)}"
    yield from body(plan, whole)


def body(plan: Plan, width: int) -> Iterator[str]:
    """The plan without its heading: for a screen that says above what it is about."""
    chart, width = min(width, WIDEST_CHART), min(width, WIDEST)
    for line in words.summary(plan):
        yield ""
        yield from wrapped(line, width)
    yield from _block(words.DAYS, table(plan, width), width)
    yield from _block(words.CHART, draw(plan, chart), width)
    for route in plan.routes:
        yield from _heading(route.way.title, width)
        yield from wrapped(route.way.about, width)
        known, phases = words.shown(plan, route)
        if known:
            yield ""
            yield from wrapped(known, width)
        yield from _days(phases, width)
    yield from _tasks(plan, width)
    for part in words.parts(plan):
        yield from _heading(part.title, width)
        for line in part.lines:
            yield from wrapped(line, width, "- ")
    yield from _facts(plan, width)


def _heading(text: str, width: int, line: str = "-") -> Iterator[str]:
    title = wrapped(text, width)
    yield ""
    yield from title
    yield line * max(map(len, title), default=0)
    yield ""


def _block(title: str, lines: list[str], width: int) -> Iterator[str]:
    if lines:
        yield from _heading(title, width)
        yield from lines


def _days(phases: tuple[Planned, ...], width: int) -> Iterator[str]:
    for number, one in enumerate(phases, 1):
        label = f"{number}. "
        yield ""
        yield from wrapped(f"{one.phase.title}. {one.phase.about}".strip(), width, label)
        inset = " " * len(label)
        for case, when in cases(one):
            yield from wrapped(f"{case:<7} {when}" if case else when, width, inset, inset + "  ")
        if why := words.length_grounds(one):
            yield from wrapped(why, width, inset)


def cases(one: Planned) -> list[tuple[str, str]]:
    """Each case of a phase with its length and days; one without a name where all are one."""
    told = {case: words.when(one, case) for case in CASES}
    if len(set(told.values())) == 1:
        return [("", told["likely"])]
    return list(told.items())


def _tasks(plan: Plan, width: int) -> Iterator[str]:
    if not plan.tasks:
        return
    yield from _heading(words.TASKS, width)
    for one in plan.phases:
        if not one.tasks:
            continue
        yield from wrapped(words.heading(one, plan.today), width)
        for owned in one.tasks:
            yield from wrapped(f"{owned.task.title}. {words.source(owned.task)}", width, "  [ ] ")
            yield from wrapped(f"Owner: {owned.owner}", width, "      ")
            if due := due_words(plan, one, owned.task):
                yield from wrapped(f"Due: {due}", width, "      ")
            if owned.task.evidence:
                yield from wrapped(f"Proof: {owned.task.evidence}", width, "      ")
        yield ""


def _facts(plan: Plan, width: int) -> Iterator[str]:
    if not plan.facts:
        return
    yield from _heading(common.CLAIMS_TITLE, width)
    yield from wrapped(verified_line(plan.guide, plan.today), width)
    for fact in plan.facts:
        label = f"{fact.id}  "
        yield ""
        yield from wrapped(fact.says, width, label)
        for line in fact_lines(plan.guide, fact):
            yield from wrapped(line, width, " " * len(label))
