"""The days of the chart as a plain table, for those who read rather than look."""

from collections.abc import Iterator

from guide.plan.calendar import short
from guide.plan.records import CASES, Plan, Planned

HEAD = ("Phase", "Case", "First day", "Last day")
_DAY, _CASE, _GAP = len("31 Mar 2026"), len("likely"), "  "


def table(plan: Plan, width: int) -> list[str]:
    """A line for each case of each phase; none where no day is known.

    Where it is too narrow for the name of the phase in every line, the name stands above.
    """
    if not any(span.start or span.end for one in plan.phases for span in one.spans.values()):
        return []
    name = max(len(one.phase.title) for one in plan.phases)
    whole = name + _CASE + 2 * _DAY + 3 * len(_GAP) <= width
    widths = (name, _CASE, _DAY, _DAY) if whole else (_CASE, _DAY, _DAY)
    lines = [_line(HEAD, widths), _line(["-" * n for n in widths], widths)] if whole else []
    for one in plan.phases:
        lines += [] if whole else [one.phase.title[:width]]
        title = (one.phase.title,) if whole else ()
        lines += [_line((*title, *row), widths) for row in _rows(one)]
    return lines


def _rows(one: Planned) -> Iterator[tuple[str, str, str]]:
    """Case, first day, last day; one row where all cases are one."""
    if one.done_before:
        yield "done", "", short(one.spans["likely"].end)
        return
    days = {case: (short(one.spans[case].start), short(one.spans[case].end)) for case in CASES}
    same = len(set(days.values())) == 1
    for case in ("likely",) if same else CASES:
        yield "all" if same else case, *days[case]


def _line(cells: tuple[str, ...] | list[str], widths: tuple[int, ...]) -> str:
    padded = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
    return _GAP.join(padded).rstrip()
