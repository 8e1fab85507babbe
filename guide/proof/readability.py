"""How long the pages of a guide are, and how hard to read."""

import re
from bisect import bisect_left
from collections.abc import Iterable
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from guide.model.codes import Code
from guide.model.problems import Problems
from guide.model.schema import Block, Guide
from guide.proof.pages import Page, Pages
from guide.proof.text import WORD, paragraphs, sentences
from guide.scenario import write_code
from guide.walk import walk

_VOWELS = re.compile(r"[aeiouy]+")


class Counts(NamedTuple):
    """What a text is made of: marks of Markdown are not counted."""

    words: int
    sentences: int
    syllables: int

    @property
    def grade(self) -> float:
        """The Flesch-Kincaid grade: the years of school that the sentences ask for.

        0.39 words per sentence + 11.8 syllables per word - 15.59 (Kincaid and others, 1975), with
        syllables counted as groups of vowels.
        """
        if not self.words or not self.sentences:
            return 0.0
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59


class Spread(NamedTuple):
    """A figure over all pages."""

    least: float
    median: float
    most: float


class Readability(NamedTuple):
    """The pages as a reader meets them, each with as many others as are just like it."""

    pages: Pages
    counts: dict[Counts, int]
    """What a page is made of -> how many pages are."""

    def words(self) -> Spread:
        """Words of a page."""
        return _spread([(counts.words, pages) for counts, pages in self.counts.items()])

    def grades(self) -> Spread:
        """School grade of a page."""
        return _spread([(counts.grade, pages) for counts, pages in self.counts.items()])


def measure(pages: Pages) -> Readability:
    """Count every page. Three sums are one: each block's counts are packed into one number."""
    packed = [
        words << 40 | sentences << 20 | syllables
        for words, sentences, syllables in (count(block) for block in pages.blocks)
    ]
    low = (1 << 20) - 1
    counts = {
        Counts(one >> 40, one >> 20 & low, one & low): number
        for one, number in pages.sums(packed).items()
    }
    return Readability(pages, counts)


def check_grades(guide: Guide, found: Readability, problems: Problems) -> None:
    """Report how many pages are harder to read than the guide allows, where the hardest is so."""
    allowed = guide.head.reading_grade
    hard = sum(pages for counts, pages in found.counts.items() if counts.grade > allowed)
    if not hard:
        return
    page = max(found.pages, key=lambda page: _total(page.blocks).grade)
    code = write_code(guide, walk(guide, page.answers).scenario)
    message = f"above school grade {allowed} are {hard:,} of {len(found.pages):,} pages; "
    message += f"the hardest, {code}, asks for {_total(page.blocks).grade:.1f}, "
    message += "and this block for most of it. Shorten its sentences"
    problems.add(Code.HARD_PAGE, _heaviest(page).at, message)


def _heaviest(page: Page) -> Block:
    """The block without which the page would be easiest to read."""

    def grade_without(block: Block) -> float:
        return _total([other for other in page.blocks if other is not block]).grade

    return min(page.blocks, key=grade_without)


def _total(blocks: Iterable[Block]) -> Counts:
    counts = [count(block) for block in blocks]
    return Counts(*(sum(of[n] for of in counts) for n in range(3)))


def _spread(figures: list[tuple[float, int]]) -> Spread:
    """Least, median and most of figures that each stand for some pages."""
    figures.sort()
    so_far = list(accumulate(pages for _, pages in figures))
    middle = bisect_left(so_far, (so_far[-1] + 1) // 2)
    return Spread(figures[0][0], figures[middle][0], figures[-1][0])


def count(block: Block) -> Counts:
    """What a block is made of."""
    return _count(block.body)


@lru_cache(maxsize=4096)
def _count(body: str) -> Counts:
    words = [word for text in paragraphs(body) for word in WORD.findall(text)]
    ends = sum(len(sentences(text)) for text in paragraphs(body))
    return Counts(len(words), ends, sum(_syllables(word.lower()) for word in words))


def _syllables(word: str) -> int:
    groups = len(_VOWELS.findall(word))
    silent = word.endswith("e") and not word.endswith("le") and groups > 1
    return max(1, groups - silent)
