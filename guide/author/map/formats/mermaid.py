"""Mermaid: a flow chart that many wikis and code hosts draw from text."""

import re

from guide.author.map.chart import UNTAKEN, Edge, Map, Node, bulleted

SUFFIX = ".mmd"

_NOT_PLAIN = re.compile(r"[^\w ,?']|_", re.ASCII)


def render(chart: Map, width: int) -> str:  # noqa: ARG001  a drawing has no lines of text
    """The map as a flow chart from top to bottom."""
    lines = ["flowchart TD", "  accTitle: Map of the questions", f"  accDescr: {chart.summary()}"]
    lines += [f"  {_node(node)}" for node in chart.nodes]
    lines += [f"  {_edge(chart, edge)}" for edge in chart.edges]
    lines.append("  classDef unreached stroke-dasharray: 6 4")
    lines += [f"  class {_name(node)} unreached" for node in chart.nodes if not node.reached]
    return "\n".join([*lines, ""])


def _node(node: Node) -> str:
    number = f"({node.number}) " if node.number else ""
    label = _quoted([f"{number}{node.text}", node.states_words])
    return f"{_name(node)}[{label}]" if node.number else f"{_name(node)}([{label}])"


def _edge(chart: Map, edge: Edge) -> str:
    source, target = chart.node[edge.source], chart.node[edge.target]
    texts = [*bulleted(edge.labels), edge.condition]
    if not edge.taken and source.reached:
        texts.append(UNTAKEN)
    arrow = "-->" if edge.taken else "-.->"
    return f"{_name(source)} {arrow}|{_quoted(texts)}| {_name(target)}"


def _name(node: Node) -> str:
    """Never the question's own id: ``end`` and others are words of the language."""
    return f"q{node.number}" if node.number else "advice"


def _quoted(texts: list[str]) -> str:
    """Texts as one quoted label; all that could mean something to Mermaid as its code."""
    lines = (_NOT_PLAIN.sub(_code, " ".join(text.split())) for text in texts if text)
    return '"{}"'.format("<br/>".join(lines))


def _code(match: re.Match[str]) -> str:
    """A character as its number; an unseen joiner keeps a backslash from acting on what follows."""
    joiner = "#8288;" if match.group() == "\\" else ""
    return f"#{ord(match.group())};{joiner}"
