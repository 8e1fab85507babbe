"""Which answer a typed line means: a number, an option's id, or words of its label."""

from collections.abc import Sequence
from typing import Generic, NamedTuple, Protocol, TypeVar

from guide.cli.say import clean

FEWEST = 3
"""Characters that may stand anywhere in a label; fewer stand in too many."""


class Labeled(Protocol):
    """What can be meant."""

    @property
    def id(self) -> str:
        """A short name."""
        ...

    @property
    def label(self) -> str:
        """Its words."""
        ...


_O = TypeVar("_O", bound=Labeled)


class Match(NamedTuple, Generic[_O]):
    """The option meant, or why none is."""

    option: _O | None
    why: str = ""


def match(options: Sequence[_O], typed: str) -> Match[_O]:
    """The option that a line means.

    A number is the number of an answer. Where it could also be the answer itself ("3" beside
    "3 months"), nothing is guessed: ``3.`` is the number, ``3 months`` the words.
    """
    words = " ".join(typed.split()).casefold()
    numbered = _numbered(options, words)
    named = _named(options, words)
    if numbered and named and numbered != named:
        how = f"type '{words}.' for number {words}, or '{named.label}' in full"
        return Match(None, f"'{words}' could be '{numbered.label}' or '{named.label}': {how}.")
    if option := numbered or named:
        return Match(option)
    meant = _begun(options, words) or _containing(options, words)
    if len(meant) == 1:
        return Match(meant[0])
    if meant:
        choices = " or ".join(f"'{option.label}'" for option in meant)
        return Match(None, f"That could be {choices}. Type a little more, or the number.")
    count = len(options)
    words = clean(typed)[:60]
    return Match(None, f"No answer is called '{words}'. Type a number from 1 to {count}.")


def _begun(options: Sequence[_O], words: str) -> list[_O]:
    return [o for o in options if words and o.label.casefold().startswith(words)]


def _containing(options: Sequence[_O], words: str) -> list[_O]:
    """Those with these words inside their label: "control failure" in "A control failure"."""
    if len(words) < FEWEST:
        return []
    wanted = f" {words}"
    return [o for o in options if wanted in f" {o.label.casefold()}"]


def _numbered(options: Sequence[_O], words: str) -> _O | None:
    digits = words.rstrip(".)")
    if not (digits.isascii() and digits.isdigit() and len(digits) < 5):
        return None
    number = int(digits)
    return options[number - 1] if 0 < number <= len(options) else None


def _named(options: Sequence[_O], words: str) -> _O | None:
    for option in options:
        if words in (option.id.casefold(), option.label.casefold()):
            return option
    return None
