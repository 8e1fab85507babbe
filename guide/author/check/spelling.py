"""Spelling, by word lists that the author names: one word a line, as systems keep them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from guide.author.check.language import paragraphs
from guide.english import WORD
from guide.model.codes import Code
from guide.model.texts import texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from guide.model.schema import Guide
    from guide.reading.collector import Problems

_PART = re.compile(r"[-\u2013]")
_POSSESSIVE = re.compile(r"['\u2019]s?\Z")


def word_list(lists: Iterable[str]) -> frozenset[str]:
    """The words of some lists: one a line; what follows a slash is a spelling program's own."""
    lines = (line for text in lists for line in text.splitlines())
    words = (line.partition("/")[0].strip() for line in lines)
    return frozenset(word.replace("\u2019", "'") for word in words if word)


def check_spelling(guide: Guide, known: frozenset[str], problems: Problems) -> None:
    """Report each word that is in no list, where it stands first.

    Names, which begin with a capital within a sentence, and words of capitals or with a figure are
    passed over: no list has those of a guide's field.
    """
    known |= frozenset(_own_words(guide))
    reported: set[str] = set()
    for text in texts(guide):
        words = "\n".join(paragraphs(text.words)) if text.markdown else text.words
        for word, offset in _unknown(words, known):
            if word.lower() not in reported:
                reported.add(word.lower())
                at = problems.spot(text.at, text.field, offset, words)
                message = f"{text.called} writes {word!r}, which is in no word list"
                problems.add(Code.NOT_IN_A_LIST, at, message)


def _own_words(guide: Guide) -> Iterable[str]:
    """The glossary's words: a guide explains them, so it means them."""
    named = [words for term in guide.terms for words in (term.term, *term.also)]
    return (word for words in named for word in _PART.split(words.lower().replace(" ", "-")))


def _unknown(text: str, known: frozenset[str]) -> Iterator[tuple[str, int]]:
    for match in WORD.finditer(text):
        if re.search(r"\d", match.group()) or _inside_address(text, match):
            continue
        before = text[: match.start()].rstrip(" \"'\u201c\u2018([*_")
        begins = not before or not (before[-1].isalnum() or before[-1] in ",;)")
        offset = match.start()
        for part in _PART.split(match.group()):
            capital = part[:1].isupper()
            name = part[1:] != part[1:].lower() or (capital and not begins)
            if not name and not _is_known(part, known):
                yield part, offset
            offset += len(part) + 1


def _inside_address(text: str, match: re.Match[str]) -> bool:
    """Whether it is a piece of an address, a file's name or a code."""
    around = text[max(match.start() - 1, 0) : match.end() + 2]
    return bool(re.search(r"[@/=_]|\.\w", around))


def _is_known(word: str, known: frozenset[str]) -> bool:
    plain = word.replace("\u2019", "'")
    forms = {plain, plain.lower(), stem := _POSSESSIVE.sub("", plain), stem.lower()}
    return len(plain) < 2 or not known.isdisjoint(forms)
