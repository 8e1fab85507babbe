"""Characters that no text of a guide may hold: obeyed by a terminal, or never seen at all."""

import re

from guide.model.codes import Code
from guide.model.schema import Place
from guide.reading.collector import Problems

MAX_PER_FILE = 20
"""Characters of one file that are reported one by one; one more line counts the rest."""

_JOINED = (
    "\u0600-\u08ff\u0900-\u0dff\u1000-\u109f\u1780-\u17ff\u1800-\u18af\ufb50-\ufdff\ufe70-\ufefc"
    "\u2190-\u2bff\ufe0f\U0001f000-\U0001faff"
)
"""Letters that are joined or kept apart by U+200C and U+200D, as Persian and Hindi do, and the
signs that make one emoji of several. Between any others they would only hide something."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufff9-\ufffb]")
# Beside those that turn the direction round: joiners, fillers and the soft hyphen, behind which a
# forbidden word would not be found.
_UNSEEN = re.compile(
    "[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f\u200b\u200e\u200f\u202a-\u202e"
    "\u2060-\u2069\u3164\uffa0\U000e0000-\U000e007f]"
    f"|(?<![{_JOINED}])[\u200c\u200d]|[\u200c\u200d](?![{_JOINED}])"
)
_REFUSED = re.compile(f"{_CONTROL.pattern}|{_UNSEEN.pattern}")


def refused(text: str) -> str:
    """The first character that no text may hold; empty if there is none."""
    match = _REFUSED.search(text)
    return match.group() if match else ""


def report(character: str, at: Place, problems: Problems) -> None:
    """Say which character must go."""
    name = f"U+{ord(character):04X}"
    if _UNSEEN.match(character):
        problems.add(Code.BIDI_OVERRIDE, at, f"invisible character {name}; remove it")
    else:
        problems.add(Code.CONTROL_CHARACTER, at, f"control character {name}; remove it")


def report_all(text: str, file: str, problems: Problems) -> None:
    """Report every character of a file that must go."""
    for pattern, code in ((_CONTROL, Code.CONTROL_CHARACTER), (_UNSEEN, Code.BIDI_OVERRIDE)):
        for count, match in enumerate(pattern.finditer(text)):
            line = text.count("\n", 0, match.start()) + 1
            column = match.start() - text.rfind("\n", 0, match.start())
            at = Place(file, line, column)
            if count == MAX_PER_FILE:
                rest = sum(1 for _ in pattern.finditer(text, match.start()))
                problems.add(code, at, f"{rest:,} more such characters from here on; remove them")
                break
            report(match.group(), at, problems)


def masked(text: str) -> tuple[str, str]:
    """The text with a mark in the place of each such character, and the mark; empty without any.

    So the rest of the file can be read, and everything stands where it stood.
    """
    if not _REFUSED.search(text):
        return text, ""
    mark = next(letter for letter in map(chr, range(0xE000, 0xF8FF)) if letter not in text)
    return _REFUSED.sub(mark, text), mark


def harmless(text: str) -> str:
    """Words of somebody else's error message, as one line that can be shown."""
    return _REFUSED.sub("?", " ".join(text.split()))
