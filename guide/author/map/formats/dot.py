"""DOT, the language of Graphviz."""

import textwrap

from guide.author.map.chart import UNTAKEN, Edge, Map, Node, bulleted

SUFFIX = ".dot"
TITLE = "DOT, for Graphviz"

_WIDTH = 28
"""Characters in a line of a label."""


def render(shown: Map, width: int) -> str:  # noqa: ARG001  a drawing has no lines of text
    """The map as a directed graph; the layers are left to Graphviz."""
    lines = ["digraph guide {", f"  label={_quoted([shown.title, shown.summary()])};"]
    lines += ['  labelloc="t"; rankdir="TB"; nodesep=0.4; ranksep=0.5;']
    lines += ['  node [shape="box", style="rounded", fontname="Helvetica", fontsize=11];']
    lines += ['  edge [fontname="Helvetica", fontsize=9];']
    lines += [f"  {_name(node)} [{_node(node)}];" for node in shown.nodes]
    lines += [f"  {_edge(shown, edge)};" for edge in shown.edges]
    return "\n".join([*lines, "}", ""])


def _node(node: Node) -> str:
    label = _quoted([*textwrap.wrap(node.name, _WIDTH), *filter(None, [node.states_words])])
    if not node.reached:
        return f'label={label}, style="rounded,dashed"'
    return f"label={label}" if node.number else f'label={label}, shape="doubleoctagon"'


def _edge(shown: Map, edge: Edge) -> str:
    source, target = shown.node[edge.source], shown.node[edge.target]
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
