"""Each screen as numbers: rows in use, columns of text, the lowest contrast of text and of parts.

    python tests/bench/screens.py [--size 120x40] [--theme guide-dark]

Rows in use have a sign in them, the bars at head and foot left out. Columns: how long lines of text
get. Contrasts are computed from the cells that were drawn; of a dialog, without the page behind it.
"""

import argparse
import asyncio
import os
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

from helpers.stage import Stage, running, shelf_of  # noqa: E402  found by the line above
from rich.cells import cell_len  # noqa: E402
from textual.color import Color  # noqa: E402

from guide.reading.reader import read_guide  # noqa: E402
from guide.tui.screens.sheet import DialogScreen  # noqa: E402
from guide.tui.themes import contrast  # noqa: E402

if TYPE_CHECKING:
    from textual.strip import Strip

ROOT = Path(__file__).parents[2]
PAGE = "failed-audit:opinion=qualified,nature=admin,auditor=healthy"
SCREENS: dict[str, tuple[str | None, tuple[str, ...]]] = {
    "home": (None, ("1", "3", "2", "h")),
    "question": (None, ("1", "1", "2")),
    "answers": (PAGE, ("t",)),
    "advice": (PAGE, ()),
    "contents": (PAGE, ("c",)),
    "save": (PAGE, ("s",)),
    "search": (PAGE, ("slash", *"exception")),
    "help": (PAGE, ("question_mark",)),
    "what if": (PAGE, ("i",)),
    "compare": (PAGE, ("p", "t", "2", "3", "1", "v")),
    "plan": (PAGE, ("g", *"2026-03-02")),
    "map": (PAGE, ("m",)),
    "decide": (PAGE, ("e",)),
    "history": (None, ("1", "3", "2", "h", "H")),
    "terms": (None, ("l",)),
    "glance": (None, ("o",)),
}
FRAME = frozenset("─│╭╮╰╯▌▐▎▏▕█▁▂▃▄▅▆▇▊▔━┃")
"""Signs that bound a part and say nothing."""


class Row(NamedTuple):
    """One screen."""

    name: str
    rows: int
    columns: int
    text: float
    parts: float


def measure(name: str, stage: Stage) -> Row:
    """What stands on the screen now; of a dialog, what stands in it."""
    strips = stage.app.screen._compositor.render_strips()
    lines = ["".join(segment.text for segment in strip) for strip in strips]
    used = sum(1 for line in lines[1:-1] if line.strip())
    if isinstance(stage.app.screen, DialogScreen):
        box = stage.app.screen.query_one(".body").region
        strips = [strip.crop(box.x, box.right) for strip in strips[box.y : box.bottom]]
    pieces: list[int] = []
    for strip in strips:
        line = "".join(segment.text for segment in strip)
        cut = "".join("│" if sign in FRAME else sign for sign in line)
        pieces += [cell_len(piece.strip()) for piece in cut.split("│") if piece.strip()]
    # A line or two may be longer than the column: what a tenth of them reach is its width.
    pieces.sort(reverse=True)
    columns = pieces[len(strips) // 10] if len(pieces) > len(strips) // 10 else 0
    return Row(name, used, columns, *contrasts(strips))


def contrasts(strips: "list[Strip]") -> tuple[float, float]:
    """The lowest contrast of words, and of lines and bars."""
    ratios: tuple[list[float], list[float]] = ([21.0], [21.0])
    for strip in strips:
        for text, style, _ in strip:
            if style and style.color and style.bgcolor and text.strip():
                pair = (Color.from_rich_color(style.color), Color.from_rich_color(style.bgcolor))
                ratios[all(sign in FRAME or sign == " " for sign in text)].append(contrast(*pair))
    words, parts = map(min, ratios)
    return words, parts


async def table(size: tuple[int, int], theme: str) -> list[Row]:
    """Every screen, one after the other."""
    guide = read_guide(ROOT / "content" / "failed-audit").guide
    assert guide is not None
    rows = []
    for name, (code, keys) in SCREENS.items():
        with tempfile.TemporaryDirectory() as home:
            os.environ["GUIDE_HOME"] = home
            async with running(shelf_of(guide), size=size, code=code) as stage:
                stage.app.use_theme(theme)
                await stage.press(*keys)
                rows.append(measure(name, stage))
    return rows


def main() -> int:
    """Measure, and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--size", default="120x40")
    parser.add_argument("--theme", default="guide-dark")
    options = parser.parse_args()
    width, height = map(int, options.size.split("x"))
    print(f"{'screen':10} rows of {height}  columns of text  contrast of text, of parts")
    for row in asyncio.run(table((width, height), options.theme)):
        print(f"{row.name:10} {row.rows:10}  {row.columns:15}  {row.text:16.1f}  {row.parts:.1f}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
