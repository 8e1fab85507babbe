"""How long the pages of a guide are, and how hard to read."""

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from guide.author.check.language import paragraphs
from guide.english import WORD, sentences
from guide.journey.code import write_code
from guide.journey.walk import walk
from guide.model.codes import Code
from guide.model.schema import Block, Guide
from guide.reading.collector import Problems
from guide.states.pages import Page, Pages

LEAST_WORDS = 20
"""Of a text that has a grade; one long word alone would ask for 26 years of school."""
_VOWELS = re.compile(r"[aeiouy]+")


class Counts(NamedTuple):
    """What a text is made of: marks of Markdown are not counted."""

    words: int
    sentences: int
    syllables: int


class Spread(NamedTuple):
    """A figure over all pages."""

    least: float
    median: float
    most: float


class Readability(NamedTuple):
    """All pages as a reader meets them."""

    pages: Pages
    words: Spread
    """Words of a page."""
    grades: Spread
    """School grade of a page."""
    each: list[tuple[float, int]]
    """Grade -> how many pages have it, the easiest first; a grade can come twice."""


def measure(pages: Pages) -> Readability:
    """Count every page.

    Three sums are made as one, for the sake of speed: the counts of a block are one number.
    """
    counts = [count(block) for block in pages.blocks]
    sums = pages.sums([of.words << 40 | of.sentences << 20 | of.syllables for of in counts])
    low = (1 << 20) - 1
    words: dict[int, int] = {}
    each = []
    for total, number in sums.items():
        count_of_words = total >> 40
        words[count_of_words] = words.get(count_of_words, 0) + number
        each.append((grade(count_of_words, total >> 20 & low, total & low), number))
    each.sort()
    return Readability(pages, _spread(sorted(words.items())), _spread(each), each)


def grade(words: int, sentences: int, syllables: int) -> float:
    """The Flesch-Kincaid grade: the years of school that the sentences ask for.

    0.39 words per sentence + 11.8 syllables per word - 15.59 (Kincaid and others, 1975), with
    syllables counted as groups of vowels. Of few words it says nothing: 0.
    """
    if words < LEAST_WORDS or not sentences:
        return 0.0
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def check_grades(guide: Guide, measured: Readability, problems: Problems) -> None:
    """Report how many pages are harder to read than the guide allows, where the hardest is so."""
    allowed = guide.head.reading_grade
    hard = sum(pages for grade, pages in measured.each if grade > allowed)
    if not hard:
        return
    page = max(measured.pages, key=lambda page: _grade_of(page.blocks))
    code = write_code(guide, walk(guide, page.answers).scenario)
    message = f"above school grade {allowed} are {hard:,} of {len(measured.pages):,} pages; "
    message += f"the hardest, {code}, asks for {measured.grades.most:.1f}, "
    message += "and this block for most of it. Shorten its sentences"
    problems.add(Code.HARD_PAGE, _heaviest(page).at, message)


def _heaviest(page: Page) -> Block:
    """The block without which the page would be easiest to read."""

    def grade_without(block: Block) -> float:
        return _grade_of([other for other in page.blocks if other is not block])

    return min(page.blocks, key=grade_without)


def _grade_of(blocks: Iterable[Block]) -> float:
    counts = [count(block) for block in blocks]
    return grade(*(sum(of[n] for of in counts) for n in range(3)))


def _spread(figures: Sequence[tuple[float, int]]) -> Spread:
    """Least, median and most of figures in rising order, each with how many pages have it."""
    so_far = list(accumulate([pages for _, pages in figures]))
    middle = [bisect_right(so_far, n // 2) for n in (so_far[-1] - 1, so_far[-1])]
    median = sum(figures[n][0] for n in middle) / 2
    return Spread(figures[0][0], median, figures[-1][0])


def count(block: Block) -> Counts:
    """What a block is made of."""
    return _count(block.body)


@lru_cache(maxsize=4096)
def _count(body: str) -> Counts:
    words = [word for text in paragraphs(body) for word in WORD.findall(text)]
    ends = sum(len(sentences(text)) for text in paragraphs(body))
    return Counts(len(words), ends, sum(_syllables(word.lower()) for word in words))


@lru_cache(maxsize=8192)
def _syllables(word: str) -> int:
    groups = len(_VOWELS.findall(word))
    silent = word.endswith("e") and not word.endswith("le") and groups > 1
    return max(1, groups - silent)
