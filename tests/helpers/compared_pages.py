"""Comparisons to look at."""

import datetime

from guide.compare.forms import find_form
from guide.compare.view import View, view
from guide.document.context import Context
from guide.journey.advice import Advice, advise
from guide.journey.code import locate, read_pairs
from guide.model.schema import Guide

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


def compared(guide: Guide, *pairs: str) -> View:
    """The comparison of these pages."""
    return view(tuple(page(guide, one) for one in pairs))


def written(guide: Guide, form: str, *pairs: str, width: int = 80) -> str:
    """The comparison in one form."""
    context = Context(TODAY, width=width)
    text = find_form(form).render(compared(guide, *pairs), context)
    return text.replace(guide.content_hash, "the-hash-of-the-content")
