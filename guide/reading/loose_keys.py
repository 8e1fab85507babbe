"""Words that a comma cut off from their text: ``{label: Dry, bone dry}``."""

from guide.model.codes import Code
from guide.reading.collector import Problems
from guide.reading.cures import quoted
from guide.reading.nodes import Mapping, Scalar


def report_loose(node: Mapping, problems: Problems) -> set[str]:
    """Report keys without a colon, once for each text that they belong to; give them back."""
    loose = _loose(node)
    for text, names in loose.values():
        message = f"{names[0].text!r} means nothing here; put this text in quotes: {quoted(text)}"
        problems.add(Code.UNKNOWN_KEY, names[0].at, message)
    return {name.text for _, names in loose.values() for name in names}


def _loose(node: Mapping) -> dict[str, tuple[str, list[Scalar]]]:
    """The key of each text that was cut -> the whole text, and the keys that are not meant so."""
    loose: dict[str, tuple[str, list[Scalar]]] = {}
    before = ("", "")
    for name, (key, value) in node.items.items():
        if not isinstance(value, Scalar) or not value.plain:
            before = ("", "")
        elif value.text or value.at.column > key.at.column + len(name):
            before = (name, value.text)
        elif before[1]:
            text, names = loose.get(before[0], (before[1], []))
            loose[before[0]] = (f"{text}, {name}", [*names, key])
    return loose
