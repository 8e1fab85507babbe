"""The one way a page gets on a screen: a document's lines, in the styles of the theme."""

import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TypeAlias

from guide.document.blocks import Block, Run, Tone
from guide.document.chart_cells import cell_rows
from guide.document.layout import Layout, Look
from guide.document.wrap import cells
from guide.tui import styles
from guide.tui.typeset import Sheet

GUTTER = "  "
"""Room at the left for the mark of the current passage."""

Spots: TypeAlias = Callable[[str], list[tuple[int, int]]]
"""A text -> the spans in it that a search found."""

_STYLES = {
    "heading": styles.HEADING,
    "strong": styles.STRONG,
    "emphasis": styles.EMPHASIS,
    "code": styles.CODE,
    "quiet": styles.QUIET,
    "quote": styles.QUOTE,
    "gone": styles.GONE,
    "new": styles.NEW,
    "gone-sign": "bold $bad-sign",
    "new-sign": "bold $good-sign",
    "match": styles.FOUND,
    "best": "$good-sign",
    "likely": "$mark",
    "all": "$mark",
    "worst": "$care-sign",
    "term": styles.TERM,
    "link": styles.LINK,
    **{f"sign-{color}": style for color, (_, style, _) in styles.TONES.items()},
    **{f"tone-{color}": style for color, (_, _, style) in styles.TONES.items()},
}


def _tone(tone: Tone) -> list[Run]:
    sign, _, _ = styles.TONES[tone.color]
    return [Run(sign, f"sign-{tone.color}"), Run(f" {tone.label}", f"tone-{tone.color}")]


def numbered(numbers: Sequence[int]) -> Callable[[int, int], str]:
    """What the headings of a page start with: the key that leads there, where there is one."""

    def lead(level: int, place: int) -> str:
        number = numbers[place - 1] if level == 2 else 0
        return f"{number} " if 0 < number <= 9 else ""

    return lead


SCREEN = Look(
    bullet="• ",
    quote="│ ",
    rules=False,
    tone=_tone,
    chart=cell_rows,
    cut=True,
    readable=80,
    columns_from=94,  # of text: a window of 100 has them
    margin=True,
    emphasis=True,
)
PAGE = SCREEN._replace(gutter=GUTTER)
"""A page of advice: a mark stands beside the current passage."""


def set_blocks(
    sheet: Sheet,
    blocks: Iterable[Block],
    width: int,
    look: Look = SCREEN,
    spots: Spots | None = None,
) -> Layout:
    """Write blocks on a sheet, and return where its parts came to stand."""
    before = sheet.height
    layout = lay(blocks, width, look, spots, before)
    put(sheet, layout.rows[before:])
    return layout


def lay(
    blocks: Iterable[Block],
    width: int,
    look: Look = SCREEN,
    spots: Spots | None = None,
    above: int = 0,
) -> Layout:
    """Set blocks below so many lines, which places count from, without writing them."""
    layout = Layout(width, look, _searching(spots) if spots else None)
    layout.rows += [[]] * above
    layout.add(blocks)
    return layout


def put(sheet: Sheet, rows: Iterable[list[Run]]) -> None:
    """Write lines on a sheet, in the styles of the theme."""
    for row in rows:
        if any(run.href for run in row):
            _link(sheet, row)
        sheet.add([(run.text, _style(run.style)) for run in row])


def _link(sheet: Sheet, row: list[Run]) -> None:
    """Note which cells of the next line lead somewhere."""
    before = ""
    for run in row:
        if run.href:
            sheet.link(cells(before), run.text, run.href, before)
        before += run.text


def _style(names: str) -> str:
    return " ".join(_STYLES.get(name, "") for name in names.split()) if names else ""


def _searching(spots: Spots) -> Callable[[list[Run]], list[Run]]:
    return lambda runs: list(_marked(runs, spots))


def _marked(runs: list[Run], spots: Spots) -> Iterator[Run]:
    """The runs with what a search found set off, also where it crosses from run to run."""
    text = "".join(run.text for run in runs)
    spans = spots(text)
    cuts = {place for span in spans for place in span}
    inside = [range(start, end) for start, end in spans]
    at = 0
    for run in runs:
        last = at + len(run.text)
        edges = [at, *sorted(cut for cut in cuts if at < cut < last), last]
        for start, end in itertools.pairwise(edges):
            hit = any(start in span for span in inside)
            yield run._replace(text=text[start:end], style="match" if hit else run.style)
        at = last
