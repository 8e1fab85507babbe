"""DOT, the language of Graphviz."""

import textwrap

from guide.author.map.chart import UNTAKEN, Edge, Map, Node, bulleted

SUFFIX = ".dot"

_WIDTH = 28
"""Characters in a line of a label."""


def render(chart: Map, width: int) -> str:  # noqa: ARG001  a drawing has no lines of text
    """The map as a directed graph; the layout is left to Graphviz."""
    lines = ["digraph guide {", f"  label={_quoted([chart.title, chart.summary()])};"]
    lines += ['  labelloc="t"; rankdir="TB"; nodesep=0.4; ranksep=0.5;']
    lines += ['  node [shape="box", style="rounded", fontname="Helvetica", fontsize=11];']
    lines += ['  edge [fontname="Helvetica", fontsize=9];']
    lines += [f"  {_name(node)} [{_node(node)}];" for node in chart.nodes]
    lines += [f"  {_edge(chart, edge)};" for edge in chart.edges]
    return "\n".join([*lines, "}", ""])


def _node(node: Node) -> str:
    label = _quoted([*textwrap.wrap(node.name, _WIDTH), *filter(None, [node.states_words])])
    if not node.reached:
        return f'label={label}, style="rounded,dashed"'
    return f"label={label}" if node.number else f'label={label}, shape="doubleoctagon"'


def _edge(chart: Map, edge: Edge) -> str:
    source, target = chart.node[edge.source], chart.node[edge.target]
    texts = [*bulleted(edge.labels), edge.condition]
    if not edge.taken and source.reached:
        texts.append(UNTAKEN)
    lines = [line for text in texts for line in textwrap.wrap(text, _WIDTH)]
    style = "" if edge.taken else ', style="dashed"'
    return f"{_name(source)} -> {_name(target)} [label={_quoted(lines)}{style}]"


def _name(node: Node) -> str:
    """Never the question's own id: some are words of the language."""
    return f"q{node.number}" if node.number else "advice"


def _quoted(lines: list[str]) -> str:
    """Lines as one quoted label; a backslash or a quote in them stays one."""
    escaped = (line.replace("\\", "\\\\").replace('"', '\\"') for line in lines)
    return '"{}"'.format("\\n".join(escaped))
