"""A chart in characters: three bars for a row, told apart without color."""

from collections.abc import Iterator
from itertools import pairwise

from guide.document.blocks import Chart, Run
from guide.document.scale import Scale, Tick, ticks
from guide.document.wrap import Row, wrap
from guide.english import month_name, short_date

BARS = {"best": "-", "likely": "#", "all": "#", "worst": "="}
"""The sign a bar is drawn with, by its name."""
SIGNS = ("|", "!")
"""Of the days set off, in order."""
GUTTER = 9
"""Cells before the bars, for their names."""
ROOM = 4
"""Cells that the name of a month takes, with the gap after it."""
_LEGEND = "- best  # likely  = worst"


def chart_rows(chart: Chart, width: int) -> Iterator[Row]:
    """The chart in lines of at most this width."""
    scale = Scale(chart.first, chart.last, max(width, 30) - GUTTER)
    marks = mark_signs(chart, scale)
    for line in head_rows(scale, marks):
        yield [Run((" " * GUTTER + line).rstrip())]
    for row in chart.rows:
        yield [Run(row.title[:width], "strong")]
        for bar in row.bars:
            line = _bar(
                scale.column(bar.start), scale.column(bar.end), BARS[bar.name], marks, scale
            )
            yield [Run(f"  {bar.name:<{GUTTER - 2}}"), Run(line.rstrip(), bar.name)]
    yield []
    yield [Run(_LEGEND)]
    for mark, sign in zip(chart.marks, SIGNS, strict=False):
        words = f"{mark.name}, {short_date(mark.day)}"
        words += "" if scale.holds(mark.day) else ": off the chart"
        yield from wrap([Run(words)], width, [Run(f"{sign} ")], [Run("  ")])


def mark_signs(chart: Chart, scale: Scale) -> dict[int, str]:
    """The columns of the days set off; of two in one column, the first is seen."""
    return {
        scale.column(mark.day): sign
        for mark, sign in reversed([*zip(chart.marks, SIGNS, strict=False)])
        if scale.holds(mark.day)
    }


def _bar(first: int, last: int, sign: str, marks: dict[int, str], scale: Scale) -> str:
    """The bar; days set off stay to be seen where it leaves them free, and it never vanishes."""
    line = [marks.get(column, " ") for column in range(scale.columns)]
    for column in range(first, last + 1):
        if line[column] == " ":
            line[column] = sign
    if sign not in line:
        line[first] = sign
    return "".join(line)


def head_rows(scale: Scale, marks: dict[int, str]) -> Iterator[str]:
    """Years, names of months at even steps, and a sign where each month begins."""
    years, names = [" "] * scale.columns, [" "] * scale.columns
    signs = ["."] * scale.columns
    every = ticks(scale)
    for tick in every:
        signs[tick.column] = "'"
    named = _named(scale, every)
    for tick in named:
        _put(names, tick.column, month_name(tick.day))
    turns = [tick for tick in named if tick is named[0] or tick.day.month == 1]
    for tick, following in zip(turns, [*turns[1:], None], strict=True):
        if following is None or following.column - tick.column > ROOM:  # else the next year says it
            _put(years, tick.column, f"{tick.day.year}")
    for column, sign in marks.items():
        signs[column] = sign
    yield from ("".join(line) for line in (years, names, signs))


def _named(scale: Scale, every: list[Tick]) -> list[Tick]:
    """The first day of the scale, and the months of the smallest step whose names have room."""
    months = [tick for tick in every if tick.day.day == 1]
    named = months
    for step in (1, 2, 3, 6, 12):
        named = [tick for tick in months if (tick.day.month - 1) % step == 0]
        if all(b.column - a.column >= ROOM for a, b in pairwise(named)):
            break
    return [Tick(0, scale.first), *(tick for tick in named if tick.column >= ROOM)]


def _put(line: list[str], column: int, text: str) -> None:
    """Write a text into the line, if all of it has room."""
    if column + len(text) <= len(line):
        line[column : column + len(text)] = text
