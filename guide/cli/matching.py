"""Which answer a typed line means: a number, an option's id, or words of its label."""

from typing import NamedTuple

from guide.cli.say import clean
from guide.model.schema import Option, Question

FEWEST = 3
"""Characters that may stand anywhere in a label; fewer stand in too many."""


class Match(NamedTuple):
    """The option meant, or why none is."""

    option: Option | None
    why: str = ""


def match(question: Question, typed: str) -> Match:
    """The option that a line means.

    A number is the number of an answer. Where it could also be the answer itself ("3" beside
    "3 months"), nothing is guessed: ``3.`` is the number, ``3 months`` the words.
    """
    words = " ".join(typed.split()).casefold()
    numbered = _numbered(question, words)
    named = _named(question, words)
    if numbered and named and numbered != named:
        how = f"type '{words}.' for number {words}, or '{named.label}' in full"
        return Match(None, f"'{words}' could be '{numbered.label}' or '{named.label}': {how}.")
    if option := numbered or named:
        return Match(option)
    meant = _begun(question, words) or _containing(question, words)
    if len(meant) == 1:
        return Match(meant[0])
    if meant:
        choices = " or ".join(f"'{option.label}'" for option in meant)
        return Match(None, f"That could be {choices}. Type a little more, or the number.")
    count = len(question.options)
    words = clean(typed)[:60]
    return Match(None, f"No answer is called '{words}'. Type a number from 1 to {count}.")


def _begun(question: Question, words: str) -> list[Option]:
    return [o for o in question.options if words and o.label.casefold().startswith(words)]


def _containing(question: Question, words: str) -> list[Option]:
    """Those with these words inside their label: "control failure" in "A control failure"."""
    if len(words) < FEWEST:
        return []
    wanted = f" {words}"
    return [o for o in question.options if wanted in f" {o.label.casefold()}"]


def _numbered(question: Question, words: str) -> Option | None:
    digits = words.rstrip(".)")
    if not (digits.isascii() and digits.isdigit() and len(digits) < 5):
        return None
    number = int(digits)
    return question.options[number - 1] if 0 < number <= len(question.options) else None


def _named(question: Question, words: str) -> Option | None:
    for option in question.options:
        if words in (option.id.casefold(), option.label.casefold()):
            return option
    return None
