"""JSON: nodes and routes, for other programs. Keys and their order do not change."""

import json

from guide.author.map.chart import Map

SUFFIX = ".json"


def render(chart: Map, width: int) -> str:  # noqa: ARG001  JSON has no lines of text
    """The map as one JSON object."""
    data = {
        "guide": chart.guide,
        "title": chart.title,
        "start": chart.start,
        "states": chart.states,
        "paths": chart.paths,
        "nodes": [
            {"id": node.id, "number": node.number, "text": node.text, "states": node.states}
            for node in chart.nodes
        ],
        "routes": [
            {
                "from": edge.source,
                "to": edge.target,
                "options": [answer.option for answer in edge.answers],
                "condition": edge.condition or None,
                "taken": edge.taken,
            }
            for edge in chart.edges
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
