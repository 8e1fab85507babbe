"""The chart as a drawing inside an HTML page: bars told apart by pattern, not by colour alone."""

from collections.abc import Iterator

from guide.document.html_parts import escape, tag
from guide.plan.calendar import month_name, short
from guide.plan.chart import Bar, Chart, chart
from guide.plan.records import Plan

_LEFT, _WIDTH, _BAR, _GAP, _TOP = 130, 560, 9, 12, 24
"""Units of the drawing: the labels, the bars' room, a bar, the room below a phase, the scale."""


def draw(plan: Plan) -> str:
    """The drawing with its legend; empty where no phase has all its days."""
    found = chart(plan, _WIDTH)
    if found is None:
        return ""
    height = _TOP + sum(_height(len(row.bars)) for row in found.rows)
    box = f"0 0 {_LEFT + _WIDTH + 10} {height}"
    inner = "\n".join(_pieces(found, height))
    name = "Phases with their best, likely and worst days; the same days stand in the table below."
    drawing = tag("svg", f"\n{inner}\n", viewBox=box, class_="chart", role="img", aria_label=name)
    return f"{drawing}\n{tag('p', escape(_legend(plan, found)), class_='verified')}"


def _legend(plan: Plan, found: Chart) -> str:
    told = "Each phase has three bars: best (outlined), likely (full), worst (grey)."
    told += f" Full line: today, {short(plan.today)}." * (found.today is not None)
    if found.wanted is not None:
        told += f" Broken line: wanted by {short(plan.inputs.by)}."
    return told


def _height(bars: int) -> int:
    return bars * _BAR + _GAP


def _pieces(found: Chart, height: int) -> Iterator[str]:
    free = year = -1
    for tick in found.ticks:
        x = _LEFT + tick.column
        yield _line(x, _TOP - 6, height, "")
        if tick.column > free and tick.column < _WIDTH - 30:
            name = month_name(tick.day)
            name += f" {tick.day.year}" if tick.day.year != year else ""
            yield tag("text", name, x=str(x + 2), y="12", class_="axis")
            free, year = tick.column + 6 * len(name) + 8, tick.day.year
    top = _TOP
    for row in found.rows:
        y = top + len(row.bars) * _BAR / 2 + 4
        yield tag("text", escape(_short(row.title)), x="0", y=f"{y:g}")
        for number, bar in enumerate(row.bars):
            yield _bar(bar, top + number * _BAR)
        top += _height(len(row.bars))
    for column, name in ((found.today, "today"), (found.wanted, "wanted")):
        if column is not None:
            yield _line(_LEFT + column, _TOP - 10, height, name)


def _short(title: str) -> str:
    return title if len(title) <= 20 else f"{title[:19]}…"


def _bar(bar: Bar, top: int) -> str:
    title = tag("title", escape(f"{bar.case}: {short(bar.start)} to {short(bar.end)}"))
    width = max(2, bar.last - bar.first + 1)
    x, y = str(_LEFT + bar.first), f"{top + 1}"
    height = f"{_BAR - 2}"
    return tag("rect", title, x=x, y=y, width=str(width), height=height, class_=bar.case)


def _line(x: int, top: int, bottom: int, name: str) -> str:
    return tag("line", "", x1=str(x), x2=str(x), y1=str(top), y2=str(bottom), class_=name)
