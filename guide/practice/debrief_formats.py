"""The formats of a debrief: those of every page, a table, and a calendar of its actions."""

from guide.document import formats as pages

OWN = ("csv", "ics")
"""Those that only a debrief has. Help lists them: what writes them waits for msgspec."""


def debrief_formats() -> list[str]:
    """The names of all formats of a debrief, sorted."""
    return sorted([*pages.formats(), *OWN])


def debrief_suffix(name: str) -> str:
    """What the name of a file in this format ends with, with the dot."""
    return f".{name}" if name in OWN else pages.suffix(name)


def debrief_suffixes() -> str:
    """What names of files can end with, in a row."""
    return ", ".join(sorted(map(debrief_suffix, debrief_formats())))


def debrief_format_of(file: str) -> str:
    """The format that a file's name asks for; empty if none ends like that."""
    return pages.named_in(file, debrief_formats(), debrief_suffix)
