"""Which texts answer to some words: ranked, by any of the words, their stems and their synonyms.

The ranking is Okapi BM25 without its length term (Robertson and Zaragoza, 2009): a rare word weighs
more than a common one, and a second find less than the first. The stems are a light form of
Porter's: plurals, *-ing*, *-ed* and a last *e* go. Both are short on purpose, since a browser
repeats them.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from difflib import get_close_matches
from functools import lru_cache
from typing import NamedTuple

SATURATION = 1.5
"""How fast further finds of a word in one text count for less (BM25's k1)."""

HEADING = 3
"""A word of a heading counts as so many of the text below it."""

SYNONYM = 0.6
"""What a synonym of a word weighs beside the word itself."""

WORTH = 0.35
"""A text is left out when it answers less than this share of what the best one does."""

WORD = re.compile(r"\w+")
_VOWEL = re.compile(r"[aeiouy]")


def words_of(text: str) -> list[str]:
    """The words of a text, without case."""
    return WORD.findall(text.casefold())


EMPTY_WORDS = frozenset(
    words_of(
        "a about an and are as at be by can did do does for from had has have how i if in is it "
        "its me my no not of on or our so that the their them they this to us was we were what "
        "when where which who why will with you your"
    )
)
"""Too common to say what somebody looks for; they count where nothing else was typed."""


@lru_cache(maxsize=20_000)
def stem(word: str) -> str:
    """What a word has in common with its other forms: ``firing`` and ``fired`` are ``fir``."""
    if word.endswith("ies") and len(word) > 4:
        word = word[:-3] + "y"
    elif word.endswith(("sses", "xes", "ches", "shes")):
        word = word[:-2]
    elif word.endswith("s") and not word.endswith(("ss", "us", "is")) and len(word) > 3:
        word = word[:-1]
    for ending in ("ing", "ed"):
        rest = word.removesuffix(ending)
        if rest != word and len(rest) > 2 and _VOWEL.search(rest):
            doubled = rest[-1] == rest[-2] and rest[-1] not in "lsz"
            return rest[:-1] if doubled else rest.removesuffix("e")
    return word.removesuffix("e") if len(word) > 3 else word


def is_form(word: str, other: str) -> bool:
    """Whether a word begins with another, or is another form of it."""
    return word.startswith(other) or stem(word) == stem(other)


def asked_words(text: str) -> list[str]:
    """The words typed that say something; all of them where none does."""
    words = words_of(text)
    return [word for word in words if word not in EMPTY_WORDS] or words


def rarity(total: int, having: int) -> float:
    """What it says to have something that so many of all texts have (the IDF of BM25)."""
    return math.log(1 + (total - having + 0.5) / (having + 0.5))


def best_first(scores: Mapping[int, float]) -> list[int]:
    """The places of what scores well beside the best, in order."""
    least = WORTH * max(scores.values(), default=0)
    order = sorted(scores, key=lambda index: (-round(scores[index], 9), index))
    return [index for index in order if scores[index] >= least]


class SearchText(NamedTuple):
    """Something that can be looked for."""

    heading: str
    body: str


Groups = Sequence[Sequence[str]]
"""Words and phrases that stand for each other, a row each."""


class Matcher:
    """Ranks some texts by what was typed; synonyms mean the same to somebody who looks for them."""

    def __init__(self, texts: Sequence[SearchText], synonyms: Groups = ()) -> None:
        self._texts = [f"{text.heading}\n{text.body}".casefold() for text in texts]
        self._weights: dict[str, dict[int, int]] = defaultdict(dict)
        for index, text in enumerate(texts):
            counts = Counter(words_of(text.body))
            for word in words_of(text.heading):
                counts[word] += HEADING
            for word, weight in counts.items():
                self._weights[word][index] = weight
        self._groups = [[tuple(map(stem, words_of(name))) for name in row] for row in synonyms]

    def ranked(self, words: str) -> list[int]:
        """The texts that answer to these words, by their place, the best first."""
        return best_first(self.scores(words))

    def scores(self, words: str, synonym: float = SYNONYM) -> dict[int, float]:
        """How well the texts that answer to these words do so, by their place."""
        scores: dict[int, float] = defaultdict(float)
        for word in asked_words(words):
            self._count(scores, self._finds(word), 1.0)
        for names in self._synonyms(words):
            finds = [self._finds(name) for name in names]
            everywhere = set.intersection(*(set(find) for find in finds)) if finds else set()
            together = {i: min(find[i] for find in finds) for i in everywhere}
            self._count(scores, together, synonym)
        phrase = " ".join(words_of(words))
        for index in scores:
            if " " in phrase and phrase in self._texts[index]:
                scores[index] *= 1.5
        return scores

    def also(self, words: str) -> list[str]:
        """The synonyms of what was typed, as single words."""
        return [name for names in self._synonyms(words) for name in names]

    def near(self, words: str) -> str:
        """What was typed; a word of no text as the one spelled most like it, or left out."""
        known = [word for word in self._weights if word not in EMPTY_WORDS]
        asked = asked_words(words)
        near = (
            [word] if self._finds(word) else get_close_matches(word, known, 1) for word in asked
        )
        return " ".join(word for some in near for word in some)

    def _finds(self, word: str) -> dict[int, int]:
        """In which texts a word stands, in any form, and how heavily."""
        finds: dict[int, int] = defaultdict(int)
        for other, weights in self._weights.items():
            if is_form(other, word):
                for index, weight in weights.items():
                    finds[index] += weight
        return finds

    def _count(self, scores: dict[int, float], finds: dict[int, int], share: float) -> None:
        worth = share * rarity(len(self._texts), len(finds))
        for index, weight in finds.items():
            scores[index] += worth * weight / (weight + SATURATION)

    def _synonyms(self, words: str) -> list[tuple[str, ...]]:
        """What else stands for a word or a phrase that was typed."""
        typed = tuple(map(stem, words_of(words)))
        return [
            other
            for group in self._groups
            if (names := [name for name in group if _holds(typed, name)])
            for other in group
            if other not in names
        ]


def _holds(typed: tuple[str, ...], name: tuple[str, ...]) -> bool:
    return any(
        typed[at : at + len(name)] == name for at in range(len(typed) - len(name) + 1) if name
    )
