"""The chart in characters: three bars for a phase, told apart without colour."""

from collections.abc import Iterator
from itertools import pairwise

from guide.document.lines import wrapped
from guide.plan.calendar import month_name, short
from guide.plan.chart import Bar, Chart, Tick, chart
from guide.plan.records import Plan

MARKS = {"best": "-", "likely": "#", "worst": "="}
TODAY, WANTED = "|", "!"
GUTTER = 9
"""Characters before the bars, for the case."""
ROOM = 4
"""Characters that the name of a month takes, with the gap after it."""


def draw(plan: Plan, width: int) -> list[str]:
    """The chart in lines of at most this width; none where no phase has all its days."""
    found = chart(plan, max(width, 30) - GUTTER)
    return list(_lines(found, plan, width)) if found else []


def _lines(found: Chart, plan: Plan, width: int) -> Iterator[str]:
    yield from _scale(found)
    for row in found.rows:
        yield row.title[:width]
        bars = [bar for bar in row.bars if not row.same or bar.case == "likely"]
        for bar in bars:
            label = "all" if row.same else bar.case
            yield f"  {label:<{GUTTER - 2}}{_bar(bar, found)}".rstrip()
    yield ""
    yield f"{MARKS['best']} best  {MARKS['likely']} likely  {MARKS['worst']} worst"
    yield from _legend(f"today, {short(plan.today)}", found.today, f"{TODAY} ", width)
    if plan.inputs.by:
        words = f"wanted by {short(plan.inputs.by)}"
        yield from _legend(words, found.wanted, f"{WANTED} ", width)


def _legend(words: str, column: int | None, mark: str, width: int) -> list[str]:
    return wrapped(words if column is not None else f"{words}: off the chart", width, mark)


def _bar(bar: Bar, found: Chart) -> str:
    """The bar, with today and the day wanted where it leaves them free."""
    line = [" "] * found.columns
    for column, mark in ((found.wanted, WANTED), (found.today, TODAY)):
        if column is not None:
            line[column] = mark
    for column in range(bar.first, bar.last + 1):
        if line[column] == " ":
            line[column] = MARKS[bar.case]
    if not set(line) & set(MARKS.values()):  # a bar of one column must not vanish
        line[bar.first] = MARKS[bar.case]
    return "".join(line)


def _scale(found: Chart) -> Iterator[str]:
    """Years, names of months at even steps, and a mark where each month begins."""
    years, names = [" "] * found.columns, [" "] * found.columns
    marks = ["."] * found.columns
    for tick in found.ticks:
        marks[tick.column] = "'"
    named = _named(found)
    for tick in named:
        _put(names, tick.column, month_name(tick.day))
    turns = [tick for tick in named if tick is named[0] or tick.day.month == 1]
    for tick, following in zip(turns, [*turns[1:], None], strict=True):
        if following is None or following.column - tick.column > ROOM:  # else the next year says it
            _put(years, tick.column, f"{tick.day.year}")
    for column, mark in ((found.wanted, WANTED), (found.today, TODAY)):
        if column is not None:
            marks[column] = mark
    for line in (years, names, marks):
        yield (" " * GUTTER + "".join(line)).rstrip()


def _named(found: Chart) -> list[Tick]:
    """The first day of the scale, and the months of the smallest step whose names have room."""
    months = [tick for tick in found.ticks if tick.day.day == 1]
    for step in (1, 2, 3, 6, 12):
        named = [tick for tick in months if (tick.day.month - 1) % step == 0]
        if all(b.column - a.column >= ROOM for a, b in pairwise(named)):
            break
    return [Tick(0, found.first), *(tick for tick in named if tick.column >= ROOM)]


def _put(line: list[str], column: int, text: str) -> None:
    """Write a text into the line, if all of it has room."""
    if column + len(text) <= len(line):
        line[column : column + len(text)] = text
