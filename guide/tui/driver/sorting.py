"""What a terminal sends, sorted before Textual reads it.

Textual's parser ends the app at a number that is no character, takes an answer of the terminal that
it does not know for the keys it is spelled with, and reads a paste character by character: a
megabyte takes minutes. So pastes are cut out here, and what nobody understands goes no further.
"""

from __future__ import annotations

import re
from time import monotonic
from typing import TYPE_CHECKING

from textual._ansi_sequences import ANSI_SEQUENCES_KEYS
from textual.events import Key, Paste

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

PASTE_LENGTH = 20_000
"""Characters kept of a paste: five times the longest note."""
FLOOD = 48
"""Characters at once that nobody types: terminals without bracketed paste send one like that."""
PAUSE = 0.1
"""Seconds of silence that end such a flood."""
STALLED = 2.0
"""Seconds of silence after which the end of a bracketed paste is not waited for."""
BROKEN = 0.5
"""The same for a move of the mouse: a line that stalls for less must not type its other half."""
MOST = 200
"""Keys and turns of the wheel taken from one read of 4,096 bytes; a fast wheel makes dozens."""
_LONGEST = 4096
"""Characters of a report whose end is still waited for."""

_BEGIN, _END = "\x1b[200~", "\x1b[201~"
_TOKEN = re.compile(
    r"(?P<text>[^\x1b]+)"
    r"|\x1b\[(?:\[[A-E]|M[^\x1b]{3}|[0-?]+[ -/]*[@-~]|[ -/]*[@-LN-Z\\-~])"
    r"|\x1b\[[0-?]*[ -/]*(?=[^ -~])"  # broken off by something else
    r"|\x1b[]PX^_][^\x07\x1b]*(?:\x07|\x1b\\)"
    r"|\x1bO\d*[^\d\x1b]"
    r"|\x1b[^]\[OPX^_\x1b]"
    r"|\x1b(?=\x1b)"
)
_KNOWN = re.compile(
    r"\x1b\[[IO]"  # the focus came, the focus went
    r"|\x1b\[<\d{1,3};\d{1,4};\d{1,4}[Mm]"  # the mouse
    r"|\x1b\[\?2026;[0-4]\$y"  # it can paint whole frames at once
    r"|\x1b\[[\d:]*(?:;[\d:]*){0,2}[u~A-FHPQS]"  # a key, its modifiers, its text
)
_SEQUENCE = re.compile(r"\x1b(?:\[[0-?]*[ -/]*[@-~]|O?[^\x1b])")
_ALT = re.compile(r"\x1b([a-z0-9])")
# C1, half a surrogate pair, and a mark of the byte order are no keys.
_NO_KEY = re.compile("[\x80-\x9f\ud800-\udfff\ufeff]")
_ESCAPE = "\x1b"
_ESCAPED = Key("escape", _ESCAPE)


class Sorter:
    """Text in; out come pieces for Textual's parser, Escape alone, and pastes."""

    def __init__(self, clock: Callable[[], float] = monotonic) -> None:
        self._clock = clock
        self._held = ""
        """The beginning of a sequence."""
        self._pasted: str | None = None
        """A bracketed paste whose end has not come."""
        self._flood: str | None = None
        """A paste without brackets that goes on."""
        self._last = clock()

    def feed(self, text: str) -> Iterator[str | Key | Paste]:
        """What stands in this, and in what was held before."""
        self._last = self._clock()
        if self._pasted is None and _floods(text):
            self._flood = self._flood or ""
        self._held += text
        sequences = 0
        while self._held:
            if self._pasted is not None:
                if not self._collect():
                    return
                yield self._take_paste()
            elif (token := _TOKEN.match(self._held)) is None:
                self._held = self._held[:_LONGEST]
                return
            else:
                self._held = self._held[token.end() :]
                if token["text"]:
                    yield from self._typed(token["text"])
                elif token[0] == _BEGIN:
                    self._pasted = ""
                elif token[0] == _ESCAPE:
                    yield _ESCAPED
                elif self._flood is None and sequences < MOST:
                    sequences += 1
                    yield from _pressed(token[0])

    def rest(self) -> Iterator[str | Key | Paste]:
        """What need not wait any longer, because nothing came for some time.

        Asked for where the terminal is silent, never where the reader was busy: half a move of the
        mouse would be dropped, and the other half typed.
        """
        silence = self._clock() - self._last
        if self._pasted is not None:
            if silence >= STALLED:
                self._held = ""
                yield self._take_paste()
        elif silence >= PAUSE:
            flood, self._flood = self._flood, None
            if flood is not None:
                yield Paste(flood)
            if self._held == _ESCAPE:  # it was pressed
                self._held = ""
                yield _ESCAPED
            elif flood is not None or silence >= BROKEN or not self._held.startswith("\x1b["):
                self._held = ""  # half a report, and no key; a letter ends no other kind

    def _collect(self) -> bool:
        """Move what was held to the paste; whether its end came."""
        text, end, after = self._held.partition(_END)
        part = 0
        if not end:  # the last characters may be the first ones of the end
            part = next((n for n in range(5, 0, -1) if text.endswith(_END[:n])), 0)
        kept = text[: len(text) - part]
        self._held = after if end else text[len(kept) :]
        self._pasted = ((self._pasted or "") + kept)[:PASTE_LENGTH]
        return bool(end)

    def _take_paste(self) -> Paste:
        text, self._pasted = self._pasted or "", None
        return Paste(text)

    def _typed(self, text: str) -> Iterator[str]:
        """Keys; or a paste, of which nothing is told before it is over."""
        if self._flood is not None:
            self._flood = (self._flood + text)[:PASTE_LENGTH]
        elif keys := _NO_KEY.sub("", text):
            yield keys


def _floods(text: str) -> bool:
    """Whether there is more typed in it than fingers type, whatever stands between."""
    return len(text) > FLOOD < len(_SEQUENCE.sub("", text.partition(_BEGIN)[0]))


def _pressed(sequence: str) -> Iterator[str | Key]:
    if sequence in ANSI_SEQUENCES_KEYS or _understood(sequence):
        yield sequence
    elif (alt := _ALT.fullmatch(sequence)) is not None:
        # Textual's parser reads on, and takes an Escape that follows at once for the key alone.
        yield Key(f"alt+{alt[1]}", None)


def _understood(sequence: str) -> bool:
    """Whether Textual knows the sequence, and can read the numbers in it."""
    if _KNOWN.fullmatch(sequence) is None:
        return False
    numbers = [int(digits) for digits in re.findall(r"\d+", sequence)]
    return all(number <= 0x10FFFF and not 0xD800 <= number < 0xE000 for number in numbers)
