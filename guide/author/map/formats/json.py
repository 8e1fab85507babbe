"""JSON: nodes and routes, for other programs. Keys and their order do not change."""

import json

from guide.author.map.chart import Map

SUFFIX = ".json"
TITLE = "JSON, for other programs"


def render(shown: Map, width: int) -> str:  # noqa: ARG001  JSON has no lines of text
    """The map as one JSON object."""
    data = {
        "guide": shown.guide,
        "title": shown.title,
        "start": shown.start,
        "states": shown.states,
        "paths": shown.paths,
        "nodes": [
            {"id": node.id, "number": node.number, "text": node.text, "states": node.states}
            for node in shown.nodes
        ],
        "routes": [
            {
                "from": edge.source,
                "to": edge.target,
                "options": [answer.option for answer in edge.answers],
                "condition": edge.condition or None,
                "taken": edge.taken,
            }
            for edge in shown.edges
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"
