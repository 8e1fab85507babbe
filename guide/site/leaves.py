"""The pages of the site that need no script: for print, for search engines, for any browser."""

from collections.abc import Iterator
from typing import NamedTuple

from guide.author.book.main_pages import main_pages
from guide.author.book.readers import Readers
from guide.document.blocks import Block, Document, Entries, Entry, Line, Run, Section, Table, Text
from guide.document.body import plain
from guide.document.formats import Target
from guide.document.writers.html import page, tag
from guide.journey.advice import Advice, advise
from guide.journey.code import write_code
from guide.journey.evidence import Judgement, grounds_of
from guide.journey.labels import scenario_pairs
from guide.journey.verified import checked_line, verified_line
from guide.model.routes import routes
from guide.model.schema import ADVICE, NOWHERE, Guide, Option, Place, Question
from guide.pages import glance, terms
from guide.pages.advice import (
    Frame,
    Marks,
    claim_entries,
    document,
    judgements_section,
    source_entries,
)
from guide.site.judgments import elsewhere
from guide.site.shell import Leaf
from guide.states.functions import TooLarge

PAGES = "pages"
"""The folder of the pages of advice."""
_ABOUT = 300
"""Characters of what a search engine is told of a page; it shows about half."""


class Everything(NamedTuple):
    """All facts of a guide, as if one passage rested on them."""

    rests_on: tuple[str, ...]
    id: str = "everything"
    judgement: str = ""
    at: Place = NOWHERE


def leaves(guide: Guide) -> Iterator[Leaf]:
    """Every page without script."""
    advice = [*_spine(guide)]
    yield _leaf(_table(guide, advice), "pages.html")
    yield _leaf(_questions(guide), "questions.html")
    yield _leaf(_sources(guide), "sources.html")
    if guide.glance is not None:
        whole = glance.document(guide, guide.glance, None, commands=False, sources=elsewhere(guide))
        yield _leaf(whole, "glance.html")
    if guide.terms:
        yield _leaf(terms.document(guide, [*guide.terms], None), "terms.html", "terms")
    for each in advice:
        yield _advice(each)


def _leaf(whole: Document, file: str, view: str = "", about: str = "", lead: str = "") -> Leaf:
    title = whole.window or whole.title
    body = page(whole, Target(), main=False)
    return Leaf(file, title, about or title, f"{lead}{body}", view)


def _spine(guide: Guide) -> Iterator[Advice]:
    """For each way of answering the main questions the page with least else settled."""
    if guide.head.at_every_step == "yes":
        first = next((facet for facet in guide.facets if facet.kind == "spine"), None)
        for value in first.values if first else ():
            yield advise(guide, {first.id: value.id} if first else {})
    try:
        for main_page in main_pages(Readers(guide)):
            yield main_page.advice
    except TooLarge:  # a guide that asks for too much at once has its pages in the script alone
        return


def file_of(advice: Advice) -> str:
    """Where a page of advice stands: it is called as its code is."""
    return f"{PAGES}/{write_code(advice.guide, advice.scenario).partition(':')[2]}.html"


def _advice(advice: Advice) -> Leaf:
    whole = document(advice, Frame(None, commands=False, sources=elsewhere(advice.guide, "../")))
    code = write_code(advice.guide, advice.scenario)
    verdict = next((plain(b.block.body) for b in advice.blocks() if b.block.tone), "")
    way = tag(
        "a", "Answer a few more questions to make it fit your case", href=f"../index.html#{code}"
    )
    about = f"{verdict[:_ABOUT].rpartition('. ')[0]}." if len(verdict) > _ABOUT else verdict
    return _leaf(whole, file_of(advice), about=about, lead=f"{tag('p', way, class_='way')}\n")


def _table(guide: Guide, pages: list[Advice]) -> Document:
    """Every page of advice in a table, and the other pages."""
    spine = [facet for facet in guide.facets if facet.kind == "spine"]
    rows: list[tuple[Text, ...]] = []
    for advice in pages:
        values = dict(scenario_pairs(guide, advice.scenario))
        first, *others = [values.get(facet.label, "Any") for facet in spine]
        name = (Run(first, href=file_of(advice), label=", ".join(values.values())),)
        rows.append((name, *others, advice.tone.label if advice.tone else ""))
    head = (*(facet.label for facet in spine), "Verdict")
    blocks: list[Block] = [Table(head, tuple(rows))] if rows else []
    files = [("questions.html", "All questions and their answers"), ("sources.html", "Sources")]
    files += [("glance.html", guide.glance.title)] if guide.glance else []
    files += [("terms.html", "Terms")] if guide.terms else []
    entries = tuple(Entry((Run(words, href=file),)) for file, words in files)
    blocks.append(Section("The other pages", (Entries(entries),)))
    intro = Line(
        "One page for each way of answering the main questions. Each can be printed, and needs no "
        "script. With further answers there are many more pages, each for a narrower case."
    )
    return _document(guide, "All pages", (intro, *blocks))


def _questions(guide: Guide) -> Document:
    """Each question with its answers, and where they lead."""
    sections = tuple(_question(guide, question) for question in guide.questions)
    return _document(guide, "All questions", sections)


def _question(guide: Guide, question: Question) -> Section:
    lines = [
        Line((Run(f"{label}: ", "strong"), Run(words)))
        for label, words in (("Where to look", question.look), ("Why we ask", question.why))
        if words
    ]
    entries = tuple(_option(guide, question, option) for option in question.options)
    return Section(question.text, (*lines, Entries(entries)), f"question-{question.id}")


def _option(guide: Guide, question: Question, option: Option) -> Entry:
    targets = dict.fromkeys(route.go for route in routes(question, option))
    ways: list[Run] = []
    for target in targets:
        other = guide.question.get(target)
        way = Run("the page" if target == ADVICE else other.text if other else target)
        href = "pages.html" if target == ADVICE else f"#question-{target}"
        ways += [Run(" or " if ways else "Then: "), way._replace(href=href)]
    details: list[Text] = [option.hint] if option.hint else []
    return Entry((Run(option.label, "strong"),), details=(*details, tuple(ways)))


def _sources(guide: Guide) -> Document:
    """Every statement that the guide rests on, every judgment, and where they come from."""
    everything = Everything(tuple(fact.id for fact in guide.facts))
    grounds = grounds_of(guide, [everything], guide.title)
    blocks: list[Block] = [Line(verified_line(guide, None))]
    marks = Marks(grounds)
    if grounds.claims:
        blocks.append(Section("Statements", (claim_entries(grounds, marks),), "claims"))
    if judged := elsewhere(guide).judgements:
        rows = [Judgement(mark, title, why) for (title, why), mark in judged.items()]
        blocks.append(judgements_section(rows, marks))
    if grounds.sources:
        sources = (source_entries(grounds),)
        blocks.append(Section("Where the statements come from", sources, "sources"))
    return _document(guide, "Sources", tuple(blocks))


def _document(guide: Guide, title: str, blocks: tuple[Block, ...]) -> Document:
    return Document(
        title,
        (),
        blocks,
        kind=guide.title,
        window=f"{title}: {guide.title}",
        foot=checked_line(guide, None),
    )
