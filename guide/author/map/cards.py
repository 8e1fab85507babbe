"""A node of the map as a card: its text above, below it a cell for each way onwards.

The labels stand in the card and not on the lines, so that nothing can lie across them.
"""

from typing import NamedTuple

from guide.author.map.chart import UNTAKEN, Edge, Map, Node
from guide.author.map.measure import fit

CELL = 168
"""Pixels: the width of one cell."""
LEAST = 250
"""Pixels: the width of a card with a single cell or none."""
PAD = 10
TITLE, LABEL, QUIET = 14, 12, 11
"""Pixels: the sizes of the letters."""
_INDENT = 8.0
LINE = 1.32
"""The height of a line of text, as a share of the letters' size."""


class Line(NamedTuple):
    """One line of text in a card."""

    text: str
    kind: str
    """``title``, ``quiet``, ``label``, ``when`` or ``to``."""
    size: int
    indent: float = 0.0
    """Pixels from where the others start."""


class Cell(NamedTuple):
    """One way onwards."""

    edge: Edge
    lines: list[Line]


class Card(NamedTuple):
    """All that is written about one node, in lines that fit."""

    node: Node
    width: int
    head: list[Line]
    cells: list[Cell]

    @property
    def head_height(self) -> float:
        """Pixels down to the line above the cells."""
        return height(self.head) + 2 * PAD

    @property
    def height(self) -> float:
        """Pixels of the whole card."""
        tallest = max((height(cell.lines) for cell in self.cells), default=None)
        return self.head_height + (tallest + 1.5 * PAD if tallest is not None else 0)

    def middle(self, number: int) -> float:
        """How far from the card's left edge the middle of a cell is."""
        return self.width * (number + 0.5) / len(self.cells)


def height(lines: list[Line]) -> float:
    """Pixels that these lines take."""
    return sum(line.size * LINE for line in lines)


def card_of(shown: Map, node: Node) -> Card:
    """The card of a node; its cells stand in the order of what they lead to."""
    edges = sorted(shown.leaving[node.id], key=lambda edge: _order(shown, node, edge.target))
    width = max(LEAST, CELL * len(edges))
    cell_width = width / max(1, len(edges)) - 2 * PAD
    head = _lines(node.name, "title", TITLE, width - 2 * PAD)
    quiet = f"{node.id} \N{MIDDLE DOT} {node.states_words}" if node.number else node.states_words
    if quiet:
        head += _lines(quiet, "quiet", QUIET, width - 2 * PAD)
    return Card(node, width, head, [_cell(shown, edge, cell_width) for edge in edges])


def _cell(shown: Map, edge: Edge, width: float) -> Cell:
    lines: list[Line] = []
    for label in edge.labels:
        lines += _item(label, width) if len(edge.labels) > 1 else _label(label, width)
    lines += _lines(edge.condition, "when", LABEL, width)
    number = shown.node[edge.target].number
    lines += _lines(f"then {number}" if number else "then the advice", "to", LABEL, width)
    if not edge.taken and shown.node[edge.source].reached:
        lines += _lines(UNTAKEN, "to", LABEL, width)
    return Cell(edge, lines)


def _order(shown: Map, node: Node, target: str) -> int:
    spots = [spot.id for spot in shown.layers[node.layer + 1]]
    return spots.index(target)


def _label(text: str, width: float) -> list[Line]:
    return _lines(text, "label", LABEL, width)


def _item(text: str, width: float) -> list[Line]:
    """A label with a bullet, its further lines as far in as the first."""
    bullet = "\N{BULLET} "
    first, *rest = fit(f"{bullet}{text}", LABEL, width - _INDENT)
    return [Line(first, "label", LABEL), *(Line(line, "label", LABEL, _INDENT) for line in rest)]


def _lines(text: str, kind: str, size: int, width: float) -> list[Line]:
    return [Line(line, kind, size) for line in fit(text, size, width)]
