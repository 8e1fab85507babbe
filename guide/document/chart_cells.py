"""A chart in cells, for a screen: one row a title, its three cases as shades that overlap."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet

from guide.document.blocks import Chart, ChartRow, Run
from guide.document.chart_rows import SIGNS, head_rows, mark_signs
from guide.document.scale import Scale
from guide.document.wrap import Row, cells, clip, wrap
from guide.english import short_date

SHADES = {"worst": "░", "best": "▒", "likely": "█", "all": "█"}
"""The cell of each case; where two overlap, the later one here is seen."""
WORDS = {"best": "at best", "likely": "as usual", "worst": "at worst"}
LINE = "│"
"""Of a day set off, in every row it crosses."""
ROOMY = 60
"""Cells from which titles stand beside their bars, and not above them."""


def cell_rows(chart: Chart, width: int) -> Iterator[Row]:
    """The chart in lines of at most this width."""
    widest = max((cells(row.title) for row in chart.rows), default=0) + 2
    lead = min(widest, width * 2 // 5) if width >= ROOMY else 0
    scale = Scale(chart.first, chart.last, max(width - lead, 20))
    marks = mark_signs(chart, scale)
    for line in head_rows(scale, marks):
        yield [Run((" " * lead + line).rstrip(), "quiet")]
    for row in chart.rows:
        if not lead:
            yield [Run(clip(row.title, width))]
        title = clip(row.title, lead - 2).ljust(lead) if lead else ""
        yield [Run(title), *_cells(row, scale, marks.keys())]
    yield []
    yield from _legend(chart, scale, width)


def _cells(row: ChartRow, scale: Scale, days: AbstractSet[int]) -> Row:
    cases = [""] * scale.columns
    for case in SHADES:
        for bar in row.bars:
            if bar.name == case:
                first, last = scale.column(bar.start), scale.column(bar.end)
                cases[first : last + 1] = [case] * (last - first + 1)
    runs: Row = []
    for column, case in enumerate(cases):
        shade = SHADES[case] if case else (LINE if column in days else " ")
        style = case or ("quiet" if shade == LINE else "")
        if runs and runs[-1].style == style:
            runs[-1] = Run(runs[-1].text + shade, style)
        else:
            runs.append(Run(shade, style))
    return runs


def _legend(chart: Chart, scale: Scale, width: int) -> Iterator[Row]:
    names = dict.fromkeys(bar.name for row in chart.rows for bar in row.bars)
    words: list[Run] = []
    for case, meaning in WORDS.items():
        if case in names:
            words += [Run(SHADES[case], case), Run(f"\xa0{meaning.replace(' ', chr(160))}  ")]
    for mark, sign in zip(chart.marks, SIGNS, strict=False):
        off = "" if scale.holds(mark.day) else ", off the chart"
        words.append(Run(f" {sign} {mark.name}, {short_date(mark.day)}{off} ", "quiet"))
    yield from wrap(words, width)
