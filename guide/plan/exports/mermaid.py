"""Mermaid: a Gantt chart for a document or a wiki that draws it."""

import re
from collections.abc import Iterator

from guide.plan.calendar import DAY
from guide.plan.plan_words import TITLE as PLAN
from guide.plan.plan_words import why_open
from guide.plan.records import ALL, Plan, PlannedPhase

SUFFIX = ".mmd"
TITLE = "Chart (Mermaid)"

_RISKY = re.compile(r"[^\w .,()/'-]|^[\W\d]+")
_KEYWORD = re.compile(
    r"gantt|dateformat|inclusiveenddates|topaxis|axisformat|tickinterval|includes|excludes|"
    r"todaymarker|week(day|end)|title|acc(title|descr)|section|click|call|href|end",
    re.IGNORECASE,
)
"""At the start of a line these begin a statement."""


def write(plan: Plan) -> str:
    """The chart; a phase without all its days is left out, and named in a comment."""
    return "\n".join(_lines(plan)) + "\n"


def _lines(plan: Plan) -> Iterator[str]:
    yield "gantt"
    yield f"    title {label(f'{PLAN}, {plan.guide.title}')}"
    yield "    dateFormat YYYY-MM-DD"
    yield "    axisFormat %b %Y"
    yield from (f"    %% {label(line)}" for line in why_open(plan))
    for planned in plan.phases:
        title = planned.phase.title
        if not planned.dated or planned.done_before:
            yield f"    %% no days: {label(title)}"
            continue
        yield f"    section {label(title)}"
        for name, span in planned.cases.items():
            if span.start and span.end:
                # An end as Mermaid reads it is the first day that no longer belongs to the bar.
                days = f"{span.start.isoformat()}, {(span.end + DAY).isoformat()}"
                bar = title if name == ALL else f"{title} ({name})"
                yield f"    {label(bar)} :{_id(planned, 'likely' if name == ALL else name)}, {days}"


def _id(planned: PlannedPhase, case: str) -> str:
    return re.sub(r"\W", "_", f"{planned.phase.id}_{case}")


def label(text: str) -> str:
    """The text without a sign that Mermaid would obey: such signs become entities."""
    line = " ".join(text.split())
    safe = _RISKY.sub(lambda match: _entities(match.group()), line)
    return _entities(safe[0]) + safe[1:] if _KEYWORD.match(safe) else safe


def _entities(signs: str) -> str:
    return "".join(f"#{ord(sign)};" for sign in signs)
