"""How wide text will be where nobody can ask a font: a cautious guess, and lines that fit."""

import unicodedata

_NARROW = frozenset("iljtfrI.,;:'|!()[]/\\-` ")
_BROAD = frozenset("mwMW@%\N{EM DASH}\N{HORIZONTAL ELLIPSIS}")


def text_width(text: str, size: float) -> float:
    """The width of a line, in the unit of ``size``; rather too wide than too narrow.

    The shares are those of DejaVu Sans and Verdana, the widest of the usual fonts.
    """
    return size * sum(map(_share, text))


def fit(text: str, size: float, width: float) -> list[str]:
    """The text in lines of at most this width; only a word wider than a line is broken."""
    lines: list[str] = []
    line = ""
    for word in text.split():
        longer = f"{line} {word}" if line else word
        if text_width(longer, size) <= width:
            line = longer
            continue
        if line:
            lines.append(line)
        *full, line = _pieces(word, size, width)
        lines += full
    return [*lines, line] if line else lines


def _pieces(word: str, size: float, width: float) -> list[str]:
    pieces = [""]
    for character in word:
        if pieces[-1] and text_width(pieces[-1] + character, size) > width:
            pieces.append("")
        pieces[-1] += character
    return pieces


def _share(character: str) -> float:
    if character in _NARROW:
        return 0.41
    if character in _BROAD:
        return 1.0
    if unicodedata.combining(character):
        return 0.0
    if unicodedata.east_asian_width(character) in "WF":
        return 1.05
    return 0.78 if character.isupper() else 0.64
