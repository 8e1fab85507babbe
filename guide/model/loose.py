"""Words that a comma cut off from their text: ``{label: Dry, bone dry}``."""

from guide.model.cures import quoted
from guide.model.nodes import Mapping, Scalar


def loose_words(node: Mapping) -> dict[str, str]:
    """Keys without a colon, which a comma cut off from a text -> that text whole, in quotes.

    Only the first key behind each text has it; an empty text stands for the others.
    """
    found: dict[str, str] = {}
    text, first = "", ""
    for name, (key, value) in node.items.items():
        if not isinstance(value, Scalar) or not value.plain:
            text = ""
        elif value.text or value.at.column > key.at.column + len(name):
            text, first = value.text, ""
        elif text:
            text = f"{text}, {name}"
            first = first or name
            found[name] = ""
            found[first] = quoted(text)
    return found
