"""What an author most likely meant where YAML stops making sense, from the line it stopped at.

The parser's own words speak of anchors, simple keys and flow mappings. Nearly always the cause is
a text that needs quotes, or a line that is not set in as its neighbours are.
"""

import re
from typing import NamedTuple

import yaml

_ROW = re.compile(r" *(?:- +)*[\w.-]+: +(?P<value>\S.*)")
_TIGHT = re.compile(r" *(?:- +)*(?P<key>[a-z_]+):[^\s:/]")
_ENTRY = re.compile(r"[{,] *[\w.-]+: +(?P<value>[^\s{[].*?)(?=, *[\w.-]+: |[}\]\s,]*$)")
_TABLE = re.compile(r" *(?:- +)*(?:[\w.-]+: +)?[{[]")
_STARTS = tuple("*&!%@`>|?,}]#-")
"""What a text can't start with, as YAML reads it otherwise; brackets and quotes are apart."""
_OPENED = {
    "while parsing a flow mapping": "bracket",
    "while parsing a flow sequence": "bracket",
    "while scanning a quoted scalar": "quotation mark",
}
LONGEST = 70
"""Characters of a text that are shown with its quotes."""


class Cure(NamedTuple):
    """What to do, and where."""

    words: str
    line: int
    column: int
    """Both from 0, as the parser counts."""


def cure(text: str, error: yaml.MarkedYAMLError) -> Cure | None:
    """What to do about an error in this text; None where there is no telling."""
    lines = text.split("\n")
    at, start = error.problem_mark, error.context_mark
    if at is None or at.line >= len(lines):
        return None
    if "\t" in lines[at.line][: at.column + 1]:
        return Cure("a tab stands here; set lines in with spaces", at.line, at.column)
    for number in (start.line if start else -1, at.line - 1, at.line):
        if number >= 0 and (row := _TIGHT.match(lines[number])):
            return Cure(f"put a space after '{row['key']}:'", number, row.start("key"))
    if value := _text(lines[at.line], at.column):
        return Cure(f"put this text in quotes: {quoted(value)}", at.line, at.column)
    if start is not None and (opened := _OPENED.get(f"{error.context}")):
        return Cure(f"the {opened} that is opened here is not closed", start.line, start.column)
    words = _set_in(lines[at.line], f"{error.problem}")
    return Cure(words, at.line, at.column) if words else None


def quoted(text: str) -> str:
    """The text as it may be written in any place, its end left out if it is long."""
    beginning = (
        text if len(text) <= LONGEST else f"{text[: LONGEST - 1].rstrip()}\N{HORIZONTAL ELLIPSIS}"
    )
    if "'" in beginning and '"' not in beginning and "\\" not in beginning:
        return f'"{beginning}"'
    return "'{}'".format(beginning.replace("'", "''"))


def _text(line: str, column: int) -> str:
    """The text in this line that needs quotes; empty if none does."""
    if _TABLE.match(line) and not _after_brackets(line):
        entries = (match for match in _ENTRY.finditer(line))
        near = [
            entry["value"]
            for entry in entries
            if entry.start("value") <= column <= entry.end("value")
        ]
        return _needing(near[0].rstrip()) if near else ""
    row = _ROW.match(line)
    return _needing(row["value"].rstrip()) if row else ""


def _needing(value: str) -> str:
    """The value as it was meant, if it needs quotes, or others than it has."""
    mark = value[0]
    if mark in "'\"":
        inner = value[1:-1] if value.endswith(mark) else value
        return inner if mark in inner[1:] else ""
    if mark in "[{" or value.startswith(_STARTS) or ": " in value or value.endswith(":"):
        return value
    return ""


def _after_brackets(line: str) -> bool:
    """Whether words follow the brackets that a value begins with: it was meant as text."""
    depth = 0
    for place, character in enumerate(line):
        depth += (character in "{[") - (character in "}]")
        if character in "}]" and depth <= 0:
            rest = line[place + 1 :].strip()
            return bool(rest) and not rest.startswith(("#", ",", "}", "]"))
    return False


def _set_in(line: str, problem: str) -> str:
    """Of a line that is set in as no line above it is."""
    if "'-' indicator" in problem or "block end" in problem:
        return "no item above goes on here; start one with '- ', or set the line in as far as it"
    if "node content" in problem:
        return "a bracket that was opened above is not closed"
    if "mapping values" not in problem:
        return ""
    if _ROW.match(line) or line.rstrip().endswith(":"):
        return "this line is set in deeper than the one above; line the keys up"
    return "a text of several lines has a colon here; put it below '|', as in 'body: |'"
