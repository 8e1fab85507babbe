"""SVG: a picture in one file, for a screen in light or dark and for paper. No script."""

import re
from collections.abc import Iterator
from html import escape
from pathlib import Path

from guide.author.map.cards import LINE, PAD, QUIET, Card, Line, card_of
from guide.author.map.chart import STATES_EXPLAINED, Map, Spot
from guide.author.map.measure import fit
from guide.author.map.placing import Link, Room, place

SUFFIX = ".svg"
TITLE = "Picture (SVG)"

_CSS = Path(__file__).parents[1] / "map.css"
_MARGIN, _GAP, _RAIL, _BETWEEN = 28, 22, 10, 58
"""Pixels: around everything; between spots of a layer; a rail's width; between layers."""
_NOT_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def render(shown: Map, width: int) -> str:  # noqa: ARG001  a picture has no lines of text
    """The map as a self-contained picture."""
    picture = _Picture(shown)
    css = _CSS.read_text(encoding="utf-8").strip()
    wide, high = round(picture.width), round(picture.height)
    body = "\n".join(picture.draw())
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="{wide}" height="{high}" \
viewBox="0 0 {wide} {high}" role="img" aria-labelledby="title about" xml:lang="en">
<title id="title">{_safe(shown.title)}</title>
<desc id="about">{_safe(f"{shown.summary()}. {STATES_EXPLAINED}")}</desc>
<style>
{css}
</style>
<defs><marker id="arrow" viewBox="0 0 10 10" refX="9" refY="5" markerWidth="7" markerHeight="7" \
orient="auto"><path class="tip" d="M0 0L10 5L0 10z"/></marker></defs>
<rect class="page" width="{wide}" height="{high}"/>
{body}
</svg>
"""


class _Picture:
    def __init__(self, shown: Map) -> None:
        self.shown = shown
        self.cards = {node.id: card_of(shown, node) for node in shown.nodes}
        self.links = [self._links(number) for number in range(len(shown.layers))]
        self.middles = place(shown.layers, self.links, Room(self._width, _GAP))
        self.width = 2 * _MARGIN + max(
            middle + self._width(spot) / 2 for row in self.middles for spot, middle in row.items()
        )
        self.width = max(self.width, 520)
        self.caption = self._caption()
        self.tops = self._tops()
        self.height = self.tops[-1] - _BETWEEN + _MARGIN

    def draw(self) -> Iterator[str]:
        """Lines first, so that no card is crossed by one."""
        yield from _texts(self.caption, _MARGIN, _MARGIN)
        for layer in range(len(self.shown.layers)):
            yield from self._rails(layer)
            yield from self._ways(layer)
        for node in self.shown.nodes:
            yield from self._card(self.cards[node.id], self.tops[node.layer])

    def _caption(self) -> list[Line]:
        width = self.width - 2 * _MARGIN
        lines = [Line(text, "title", 20) for text in fit(self.shown.title, 20, width)]
        for text in (self.shown.summary(), STATES_EXPLAINED):
            lines += [Line(line, "quiet", QUIET) for line in fit(text, QUIET, width)]
        return lines

    def _tops(self) -> list[float]:
        """Where each layer begins, and where one more would."""
        top = _MARGIN + sum(line.size * LINE for line in self.caption) + _MARGIN
        tops = [top]
        for layer in self.shown.layers:
            top += max((self.cards[s.id].height for s in layer if not s.rail), default=0)
            top += _BETWEEN
            tops.append(top)
        return tops

    def _width(self, spot: Spot) -> float:
        return _RAIL if spot.rail else self.cards[spot.id].width

    def _links(self, layer: int) -> list[Link]:
        """The lines from this layer to the next, in the order of spots and cells."""
        found: list[Link] = []
        below = set(self.shown.layers[layer + 1]) if layer + 1 < len(self.shown.layers) else set()
        for spot in self.shown.layers[layer]:
            if spot.rail:
                found.append(Link(spot, _next(spot.id, below), 0.0))
                continue
            card = self.cards[spot.id]
            for number, cell in enumerate(card.cells):
                leaves = card.middle(number) - card.width / 2
                found.append(Link(spot, _next(cell.edge.target, below), leaves))
        return found

    def _rails(self, layer: int) -> Iterator[str]:
        top, bottom = self.tops[layer], self.tops[layer + 1] - _BETWEEN
        for spot, middle in self.middles[layer].items():
            if spot.rail:
                x = middle + _MARGIN
                kind = _kind(self._used(spot.id, layer))
                yield f'<path class="{kind}" d="M{x:.1f} {top:.1f}V{bottom:.1f}"/>'

    def _ways(self, layer: int) -> Iterator[str]:
        spots = [spot for spot in self.shown.layers[layer] if not spot.rail]
        edges = iter([cell.edge for spot in spots for cell in self.cards[spot.id].cells])
        bottom, top = self.tops[layer + 1] - _BETWEEN, self.tops[layer + 1]
        for link in self.links[layer]:
            x = self.middles[layer][link.above] + link.leaves + _MARGIN
            end = self.middles[layer + 1][link.below] + _MARGIN
            if link.above.rail:
                taken, start = self._used(link.above.id, layer), bottom
            else:
                taken = next(edges).taken
                start = self.tops[layer] + self.cards[link.above.id].height
            bend = (top - bottom) * 0.55
            tip = "" if link.below.rail else ' marker-end="url(#arrow)"'
            yield (
                f'<path class="{_kind(taken)}" d="M{x:.1f} {start:.1f}V{bottom:.1f}'
                f"C{x:.1f} {bottom + bend:.1f} {end:.1f} {top - bend:.1f} {end:.1f} {top:.1f}"
                f'"{tip}/>'
            )

    def _used(self, target: str, layer: int) -> bool:
        """Whether any reader comes along this target's rail, here."""
        coming = self.shown.coming[target]
        return any(e.taken for e in coming if self.shown.node[e.source].layer < layer)

    def _card(self, card: Card, top: float) -> Iterator[str]:
        spot = Spot(card.node.id, rail=False)
        left = self.middles[card.node.layer][spot] - card.width / 2 + _MARGIN
        kinds = ["card", *(["end"] if not card.node.number else [])]
        kinds += [] if card.node.reached else ["unreached"]
        yield f'<g id="node-{card.node.number}">'
        yield (
            f'<rect class="{" ".join(kinds)}" x="{left:.1f}" y="{top:.1f}" width="{card.width}" '
            f'height="{card.height:.1f}" rx="{8 if card.node.number else 20}"/>'
        )
        yield from _texts(card.head, left + PAD, top + PAD)
        below = top + card.head_height
        if card.cells:
            yield f'<path class="rule" d="M{left:.1f} {below:.1f}h{card.width}"/>'
        for number, cell in enumerate(card.cells):
            x = left + card.width * number / len(card.cells)
            if number:
                yield f'<path class="rule" d="M{x:.1f} {below:.1f}V{top + card.height:.1f}"/>'
            yield from _texts(cell.lines, x + PAD, below + PAD * 0.6)
        yield "</g>"


def _next(target: str, below: set[Spot]) -> Spot:
    spot = Spot(target, rail=False)
    return spot if spot in below else Spot(target, rail=True)


def _kind(taken: bool) -> str:  # noqa: FBT001
    return "way" if taken else "way untaken"


def _texts(lines: list[Line], x: float, y: float) -> Iterator[str]:
    for line in lines:
        y += line.size * LINE
        base = y - line.size * 0.3
        yield (
            f'<text class="{line.kind}" x="{x + line.indent:.1f}" y="{base:.1f}" '
            f'font-size="{line.size}">{_safe(line.text)}</text>'
        )


def _safe(text: str) -> str:
    """Text that may stand in XML, whatever it holds."""
    return escape(_NOT_XML.sub("\N{REPLACEMENT CHARACTER}", text))
