"""The glossary: each word in one sentence, and what it is not to be confused with."""

from collections.abc import Iterable, Iterator
from datetime import date

from guide.document.blocks import Document, Entries, Entry, Line, Run, Section
from guide.document.formats import Page
from guide.english import listed, sentence
from guide.journey.verified import checked_line
from guide.model.glance import Term
from guide.model.schema import Guide
from guide.pages.advice_data import grounds_data

TITLE = "Terms"
ON_PAGE = "Terms on this page"


def terms_page(guide: Guide, terms: Iterable[Term], today: date | None, words: str = "") -> Page:
    """Some terms of a guide, or all of them, in every format."""
    chosen = list(terms)
    return Page(lambda: document(guide, chosen, today, words), lambda: data(guide, chosen))


def document(guide: Guide, terms: list[Term], today: date | None, words: str = "") -> Document:
    """The page for people."""
    entries = Entries(tuple(map(term_entry, terms)), "terms")
    nothing = Line(f"No term has to do with {words!r}." if words else "This guide has no terms.")
    return Document(
        f"{TITLE}: {guide.title}",
        (),
        (entries if terms else nothing,),
        foot=checked_line(guide, today),
    )


def terms_section(terms: list[Term], *, commands: bool = True) -> Iterator[Section]:
    """The terms of a page, at its end; nothing where there are none."""
    if terms:
        names = listed(term.term for term in terms)
        entries = Entries(tuple(map(term_entry, terms)), "terms")
        how = " To have one explained: guide terms WORD" * commands
        short = f"Terms on this page: {names}.{how}"
        yield Section(ON_PAGE, (entries,), "terms", instead=short)


def term_entry(term: Term) -> Entry:
    """A term and its meaning."""
    text = (Run(term.term, "strong"), Run(f": {sentence(term.says)}"))
    unlike = (f"Not to be confused with: {sentence(term.confused_with)}",)
    return Entry(text, details=unlike if term.confused_with else (), anchor=f"term-{term.id}")


def data(guide: Guide, terms: list[Term]) -> dict[str, object]:
    """The page for programs."""
    return {
        "guide": guide.id,
        "terms": [
            {
                "id": term.id,
                "term": term.term,
                "also": term.also,
                "says": term.says,
                "confused_with": term.confused_with or None,
                **grounds_data(term),
            }
            for term in terms
        ],
    }
