"""Searching the walks: by name, note, code, id, and what was answered."""

import re
from collections.abc import Callable, Iterable, Mapping
from itertools import product

from guide.history.kept import stored_answers
from guide.history.listing import Row, Wanted
from guide.journey.labels import own_facet
from guide.model.renames import names
from guide.model.schema import Guide


def finder(guides: Mapping[str, Guide], words: str) -> Wanted | None:
    """What tells whether a walk holds every one of the words; None if there are none.

    Words of a walk that begin like a word looked for count: ``qualified`` does not find
    Unqualified. The labels are looked through once, not for each walk: ten thousand are searched
    in the time it takes to list them.
    """
    looked_for = [*dict.fromkeys(words.casefold().split())]
    if not looked_for:
        return None
    known = {guide.id: _labels(guide) for guide in guides.values()}
    tests = [_test(guides, known, word) for word in looked_for]

    def holds_all(row: Row) -> bool:
        text = f"{row.name}\n{row.note}\n{row.code}".casefold()
        given: list[str] | None = None
        for word, holds, titled, pairs in tests:
            if holds(text) or row.guide in titled or row.id.startswith(word):
                continue
            if given is None:
                given = [*row.code.partition(":")[2].split(","), *row.answers[1:-1].split(",")]
            if pairs.get(row.guide, _NONE).isdisjoint(given):
                return False
        return True

    return holds_all


_NONE: set[str] = set()


def _test(
    guides: Mapping[str, Guide], known: Mapping[str, Mapping[str, str]], word: str
) -> tuple[str, Callable[[str], bool], set[str], dict[str, set[str]]]:
    """A word: what finds it in a text, and the guides and the answers whose words hold it."""
    holds = _holds(word)
    titled = {guide.id for guide in guides.values() if holds(guide.title.casefold())}
    pairs = {
        guide: {pair for pair, label in labels.items() if holds(label)}
        for guide, labels in known.items()
    }
    return word, holds, titled, pairs


def _holds(word: str) -> Callable[[str], bool]:
    """What tells whether a text has a word that begins like this one."""
    if word[0].upper() == word[0].lower():  # no letter, or of a script that may not part words
        return lambda text: word in text
    begins = re.compile(rf"(?<![^\W_]){re.escape(word)}").search
    return lambda text: word in text and begins(text) is not None


def _labels(guide: Guide) -> dict[str, str]:
    """Each answer, as a row holds it, also by its old names -> its words.

    That is ``facet=value`` of the code, and ``"question":"option"`` of the answers.
    """
    known = names(guide)
    words_of: dict[str, str] = {}
    for facet in guide.facets:
        for value in facet.values:
            pairs = _all_names((facet.id, value.id), known.facets, known.values)
            words = f"{facet.label}: {value.label}".casefold()
            words_of |= {f"{name}={known_as}": words for name, known_as in pairs}
    for question in guide.questions:
        own = own_facet(guide, question)
        for option in question.options:
            pairs = _all_names((question.id, option.id), known.questions, known.options)
            words = f"{own.label if own else ''}: {option.label}".casefold()
            words_of |= {stored_answers({name: known_as})[1:-1]: words for name, known_as in pairs}
    return words_of


def _all_names(
    pair: tuple[str, str], wholes: Mapping[str, str], parts: Mapping[tuple[str, str], str]
) -> Iterable[tuple[str, str]]:
    """A pair by the names of today and of earlier."""
    whole, part = pair
    return product(
        [whole, *(old for old, new in wholes.items() if new == whole)],
        [part, *(old for (of, old), new in parts.items() if (of, new) == (whole, part))],
    )
