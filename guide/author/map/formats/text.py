"""Plain text: each question once, its answers, and the number of the question they lead to."""

from collections.abc import Iterator
from itertools import groupby

from guide.author.map.chart import STATES_EXPLAINED, UNREACHED, UNTAKEN, Edge, Map, Node
from guide.document.lines import wrapped
from guide.english import listed

SUFFIX = ".txt"
TITLE = "Plain text"


def render(shown: Map, width: int) -> str:
    """The map as an outline in the order in which questions can be asked."""
    lines = [*wrapped(f"{shown.title} ({shown.guide})", width), f"{shown.summary()}."]
    lines += wrapped(STATES_EXPLAINED, width)
    for node in shown.nodes:
        lines += ["", *_node(shown, node, width)]
    return "\n".join(lines) + "\n"


def _node(shown: Map, node: Node, width: int) -> Iterator[str]:
    label = f"{node.number:3}. " if node.number else "     "
    yield from wrapped(node.text, width, label)
    yield from wrapped(_about(shown, node), width, "     ")
    for labels, edges in groupby(shown.leaving[node.id], key=lambda edge: edge.labels):
        for label in labels:
            yield from wrapped(label, width, "       - ")
        for edge in edges:
            yield from wrapped(_onwards(shown, edge), width, "         ", " " * 14)


def _about(shown: Map, node: Node) -> str:
    """Where readers come from, and in how many states; quiet words in brackets."""
    numbers = sorted({shown.node[edge.source].number for edge in shown.coming[node.id]})
    before = f"after {listed([str(number) for number in numbers])}" if numbers else ""
    first = "asked first" if node.id == shown.start else ""
    name = node.id if node.number else ""
    states = node.states_words if node.reached else UNREACHED.lower()
    said = "; ".join(filter(None, (name, first, before, states)))
    return f"({said})" if said else ""


def _onwards(shown: Map, edge: Edge) -> str:
    target = shown.node[edge.target]
    goes = f"then {target.name}" if target.number else "then the advice"
    words = f"{edge.condition}, {goes}" if edge.condition else goes
    source = shown.node[edge.source]
    return words if edge.taken or not source.reached else f"{words} ({UNTAKEN})"
