"""A chart as a drawing within an HTML page: bars told apart by pattern, not by color alone."""

from collections.abc import Iterator
from html import escape

from guide.document.blocks import Bar, Chart
from guide.document.scale import Scale, ticks
from guide.english import month_name, short_date

_LEFT, _WIDTH, _TOP, _BAR, _GAP = 150, 560, 34, 12, 10
"""Pixels: room for titles, the scale, room for the months, a bar's height, between rows."""
_LEGEND = "Each row has three bars: best (outlined), likely (full), worst (gray)."
_LINES = ("Full line", "Broken line")


def chart_svg(chart: Chart) -> str:
    """The drawing and its legend."""
    height = _TOP + sum(len(row.bars) * _BAR + _GAP for row in chart.rows)
    inner = "\n".join(_pieces(chart, height))
    words = _LEGEND + "".join(
        f" {line}: {mark.name}, {short_date(mark.day)}."
        for mark, line in zip(chart.marks, _LINES, strict=False)
        if chart.first <= mark.day <= chart.last
    )
    label = escape(f"Chart from {short_date(chart.first)} to {short_date(chart.last)}")
    box = f"0 0 {_LEFT + _WIDTH} {height}"
    svg = f'<svg class="chart" role="img" aria-label="{label}" viewBox="{box}">\n{inner}\n</svg>'
    return f'{svg}\n<p class="verified">{escape(words)}</p>'


def _pieces(chart: Chart, height: int) -> Iterator[str]:
    scale = Scale(chart.first, chart.last, _WIDTH)
    free = year = -1
    for tick in ticks(scale):
        x = _LEFT + tick.column
        yield _line(x, _TOP - 6, height, "")
        if tick.column > free and tick.column < _WIDTH - 30:
            name = month_name(tick.day)
            name += f" {tick.day.year}" if tick.day.year != year else ""
            yield f'<text x="{x + 2}" y="12" class="axis">{name}</text>'
            free, year = tick.column + 6 * len(name) + 8, tick.day.year
    top = _TOP
    for row in chart.rows:
        y = top + len(row.bars) * _BAR / 2 + 4
        yield f'<text x="0" y="{y:g}">{escape(_short(row.title))}</text>'
        for number, bar in enumerate(row.bars):
            yield _bar(bar, scale, top + number * _BAR)
        top += len(row.bars) * _BAR + _GAP
    for mark, name in zip(chart.marks, ("today", "wanted"), strict=False):
        if scale.holds(mark.day):
            yield _line(_LEFT + scale.column(mark.day), _TOP - 10, height, name)


def _short(title: str) -> str:
    return title if len(title) <= 20 else f"{title[:19]}…"


def _bar(bar: Bar, scale: Scale, top: int) -> str:
    first, last = scale.column(bar.start), scale.column(bar.end)
    title = escape(f"{bar.name}: {short_date(bar.start)} to {short_date(bar.end)}")
    kind = "likely" if bar.name == "all" else bar.name
    box = f'x="{_LEFT + first}" y="{top + 1}" width="{max(2, last - first + 1)}"'
    return f'<rect {box} height="{_BAR - 2}" class="{kind}"><title>{title}</title></rect>'


def _line(x: int, top: int, bottom: int, name: str) -> str:
    css = f' class="{name}"' if name else ""
    return f'<line x1="{x}" x2="{x}" y1="{top}" y2="{bottom}"{css}></line>'
