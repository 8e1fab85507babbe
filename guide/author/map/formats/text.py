"""Plain text: each question once, its answers, and the number of the question they lead to."""

from collections.abc import Iterator
from itertools import groupby

from guide.author.map.chart import STATES_EXPLAINED, UNREACHED, UNTAKEN, Edge, Map, Node
from guide.document.lines import wrapped
from guide.english import listed

SUFFIX = ".txt"


def render(chart: Map, width: int) -> str:
    """The map as an outline in the order in which questions can be asked."""
    lines = [*wrapped(f"{chart.title} ({chart.guide})", width), f"{chart.summary()}."]
    lines += wrapped(STATES_EXPLAINED, width)
    for node in chart.nodes:
        lines += ["", *_node(chart, node, width)]
    return "\n".join(lines) + "\n"


def _node(chart: Map, node: Node, width: int) -> Iterator[str]:
    label = f"{node.number:3}. " if node.number else "     "
    yield from wrapped(node.text, width, label)
    yield from wrapped(_about(chart, node), width, "     ")
    for labels, edges in groupby(chart.leaving[node.id], key=lambda edge: edge.labels):
        for label in labels:
            yield from wrapped(label, width, "       - ")
        for edge in edges:
            yield from wrapped(_onwards(chart, edge), width, "         ", " " * 14)


def _about(chart: Map, node: Node) -> str:
    """Where readers come from, and in how many states; quiet words in brackets."""
    numbers = sorted({chart.node[edge.source].number for edge in chart.coming[node.id]})
    before = f"after {listed([str(number) for number in numbers])}" if numbers else ""
    first = "asked first" if node.id == chart.start else ""
    name = node.id if node.number else ""
    states = node.states_words if node.reached else UNREACHED.lower()
    words = "; ".join(filter(None, (name, first, before, states)))
    return f"({words})" if words else ""


def _onwards(chart: Map, edge: Edge) -> str:
    target = chart.node[edge.target]
    goes = f"then {target.name}" if target.number else "then the advice"
    words = f"{edge.condition}, {goes}" if edge.condition else goes
    source = chart.node[edge.source]
    return words if edge.taken or not source.reached else f"{words} ({UNTAKEN})"
