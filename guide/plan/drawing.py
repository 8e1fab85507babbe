"""The chart in characters: three bars for a phase, told apart without colour."""

from collections.abc import Iterator

from guide.output.layout import wrapped
from guide.plan.calendar import month_name, short
from guide.plan.chart import Bar, Chart, chart
from guide.plan.records import Plan

MARKS = {"best": "-", "likely": "#", "worst": "="}
TODAY, WANTED = "|", "!"
GUTTER = 8
"""Characters before the bars, for the case."""


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
    """The names of months, as far as there is room, and a mark below each."""
    names, marks = [" "] * found.columns, ["."] * found.columns
    free, year = 0, 0
    for tick in found.ticks:
        name = month_name(tick.day)
        if tick.day.year != year:
            name += f" {tick.day.year}"
        if tick.column >= free and tick.column + len(name) <= found.columns:
            names[tick.column : tick.column + len(name)] = name
            marks[tick.column] = "'"
            free, year = tick.column + len(name) + 1, tick.day.year
    for column, mark in ((found.wanted, WANTED), (found.today, TODAY)):
        if column is not None:
            marks[column] = mark
    yield (" " * GUTTER + "".join(names)).rstrip()
    yield " " * GUTTER + "".join(marks)
