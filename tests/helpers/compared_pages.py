"""Comparisons to look at."""

import datetime

from guide.compare.comparison import ComparedPages, compare_pages
from guide.document.formats import Target, write
from guide.journey.advice import Advice, advise
from guide.journey.code import locate, read_pairs
from guide.model.schema import Guide
from guide.pages.comparison import comparison_page

TODAY = datetime.date(2026, 11, 20)
CASES = {
    "two": ("flame=smoky,glass=whole", "flame=smoky,glass=cracked"),
    "three": ("flame=steady,glass=whole", "flame=smoky,glass=whole", "flame=steady,glass=cracked"),
    "same-page": ("flame=steady,glass=cracked", "flame=smoky,glass=cracked"),
    "unfinished": ("flame=smoky,glass=whole,wind=storm", "glass=cracked"),
}


def page(guide: Guide, pairs: str) -> Advice:
    """The page for these pairs, as the command finds it."""
    located = locate(guide, read_pairs(guide, pairs))
    return advise(guide, located.scenario, located.open)


def compared(guide: Guide, *pairs: str) -> ComparedPages:
    """The comparison of these pages."""
    return compare_pages(tuple(page(guide, some) for some in pairs))


def written(guide: Guide, form: str, *pairs: str, width: int = 80, bold: bool = False) -> str:
    """The comparison in one format."""
    text = write(comparison_page(compared(guide, *pairs), TODAY), form, Target(width, bold))
    return text.replace(guide.content_hash, "the-hash-of-the-content")
