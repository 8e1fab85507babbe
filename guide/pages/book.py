"""A guide as a book for review: every text and who gets it, the main pages, and what is beside."""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import count

from guide.author.book.main_pages import MainPage, main_pages
from guide.author.book.readers import Readers, Who
from guide.author.book.texts import SectionTexts, texts_of
from guide.document.blocks import Block, Document, Entries, Entry, Line, Pairs, Run, Section
from guide.document.formats import Page, write
from guide.english import long_date, plural
from guide.journey.advice import Advice, AdviceSection, Passage
from guide.journey.evidence import Evidence, evidence
from guide.journey.labels import scenario_pairs
from guide.journey.verified import verified_line
from guide.model.problems import Problem
from guide.model.schema import Block as GuideBlock
from guide.model.schema import Guide
from guide.pages.advice import Marks, evidence_sections, passage_blocks
from guide.pages.book_beside import beside_sections

MOST = 4_900_000
"""Bytes of the file as HTML, the longest format: below 5 MB, any mail takes it.

What does not fit are pages, from the last one on: their texts stand in the book without them.
"""
EVERYBODY = "Every reader"

_TEXTS = (
    "Every word of advice stands here once, with the smallest condition that its readers fulfil "
    "and no others do, and the scenario code of one of them."
)
_BY_PASSAGES = (
    "This section has more different texts than can be read, each made of some of these passages, "
    "in this order. A reader gets every passage whose condition holds, and no other."
)
_PAGES = (
    "One page for each way of answering the main questions, as far as possible with nothing else "
    "answered. The numbers in brackets name the texts they are made of."
)
_BOXES = Entries((Entry("Right as it is"), Entry(f"Change this: {'_' * 40}")), "tasks")
"""For the reviewer, below each text."""


def book_page(guide: Guide, today: date, problems: Sequence[Problem] = ()) -> Page:
    """The book in every format, on its first leaf the day and what is wrong with the guide."""
    book = _Book(guide)
    return Page(lambda: book.document(today, problems), book.data)


class _Book:
    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._readers = Readers(guide)
        self._sections = texts_of(self._readers)
        self._grounds = _grounds(guide, self._sections)

    def data(self) -> dict[str, object]:
        """For programs: every text and passage, and who gets it."""
        return {
            "guide": self._guide.id,
            "sections": [
                {
                    "id": section.section.id,
                    "passages": {passage.block.id: passage.who for passage in section.passages},
                    "texts": section.texts
                    and [
                        {"blocks": [b.id for b in text.blocks], "who": text.who, "code": text.code}
                        for text in section.texts
                    ],
                }
                for section in self._sections
            ],
        }

    def document(self, today: date, problems: Sequence[Problem]) -> Document:
        """For people, on paper."""
        texts = Section("The texts", (Line(_TEXTS), *map(self._texts, self._sections)), "texts")
        grounds = evidence_sections(self._guide, self._grounds, Marks(self._grounds), today)
        # On paper nothing can be unfolded.
        beside = beside_sections(self._guide, _BOXES)
        rest = [*beside, *self._unseen(), *(section._replace(instead="") for section in grounds)]
        every = [*map(self._page, main_pages(self._readers), count(1))]
        pages = _fitting(every, MOST - _size([texts, *rest]))
        whole = Section("Pages printed whole", (Line(_PAGES), *pages), "pages")
        figures = Section("How much there is", (Pairs(tuple(self._figures(every, pages))),))
        return Document(
            self._guide.title,
            tuple(_head(self._guide, today, problems)),
            (figures, texts, whole, *rest),
            kind=f"{self._guide.head.kind}: book for review",
            contents=True,
        )

    def _figures(self, every: list[Section], pages: list[Section]) -> Iterator[tuple[str, str]]:
        readers = self._readers.sets.count(self._readers.all)
        yield "Scenarios that readers can come to", f"{readers:,}"
        passages = sum(len(section.passages) for section in self._sections)
        yield "Passages that the authors wrote", f"{passages:,}"
        if all(section.texts is not None for section in self._sections):
            texts = sum(len(section.texts or ()) for section in self._sections)
            yield "Different texts of the sections", f"{texts:,}"
        yield "Pages printed whole", f"{len(pages):,}"
        if more := len(every) - len(pages):
            yield "More such pages, for which there was no room", f"{more:,}"

    def _texts(self, section: SectionTexts) -> Section:
        """All that a section can say, each text with exactly those readers who get it."""
        blocks: list[Block] = []
        if section.texts is None:
            blocks.append(Line(_BY_PASSAGES))
            for some in section.passages:
                if some.who:
                    inner = (*_who(some.who), *self._passages([some.block]), _BOXES)
                    blocks.append(Section(some.number, inner, f"text-{some.number}"))
        for text in section.texts or ():
            inner = (*_who(text.who), _code(text.code), *self._passages(text.blocks), _BOXES)
            blocks.append(Section(text.number, inner, f"text-{text.number}"))
        title = f"{section.number}. {section.section.title}"
        return Section(title, tuple(blocks), f"section-{section.number}")

    def _page(self, page: MainPage, number: int) -> Section:
        numbers = {
            tuple(block.id for block in text.blocks): text.number
            for section in self._sections
            for text in section.texts or ()
        }
        pairs = Pairs(tuple(scenario_pairs(self._guide, page.advice.scenario)))
        blocks: list[Block] = [pairs, _code(page.code), _BOXES]
        for section in page.advice.sections:
            passages = [passage.block for passage in section.blocks]
            name = numbers.get(tuple(block.id for block in passages))
            title = f"{section.section.title} ({name})" if name else section.section.title
            blocks.append(Section(title, tuple(self._passages(passages))))
        return Section(f"Page {number:,}", tuple(blocks), f"page-{number}")

    def _unseen(self) -> Iterator[Section]:
        """What was written and no reader gets."""
        every = [some for section in self._sections for some in section.passages]
        if unseen := [some.block for some in every if not some.who]:
            blocks = (Line("Passages that no answers lead to."), *self._passages(unseen))
            yield Section("What no reader sees", blocks, "unseen")

    def _passages(self, passages: Iterable[GuideBlock]) -> Iterator[Block]:
        """Passages with their marks, and their ids for the author."""
        some = [*passages]
        if not some:
            yield Line((Run("Nothing: the section is left out.", "emphasis"),))
        for block in some:
            yield from passage_blocks(self._guide, Passage(block, {}), self._marks(block.id))
            yield Line((Run(block.id, "code"),), "quiet")

    def _marks(self, block: str) -> tuple[Run, ...]:
        """A passage stands in many places, so nothing leads back to it."""
        judgments = {judgment.mark for judgment in self._grounds.judgements}
        return tuple(
            Run(mark, href=f"#{'judgement' if mark in judgments else 'fact'}-{mark}")
            for mark in self._grounds.marks.get(block, ())
        )


def _head(guide: Guide, today: date, problems: Sequence[Problem]) -> Iterator[Block]:
    if guide.head.about:
        yield Line(guide.head.about)
    yield Line(verified_line(guide, today), "quiet")
    content = f"This book was made on {long_date(today)} from the content with the hash "
    yield Line((Run(content), Run(guide.content_hash or "not known", "code"), Run(".")))
    yield Line(f"Reviewed by: {'_' * 30} Date: {'_' * 14}")
    if problems:
        much = plural(len(problems), "problem")
        yield Line(f"This guide has {much} that 'guide check' names:", "open")
        yield Entries(tuple(Entry(problem.line()) for problem in problems))


def _who(ways: Who) -> Iterator[Line]:
    """A condition in words, a paragraph for each way to fulfil it."""
    for number, way in enumerate(ways):
        yield Line(f"or {way}" if number else way or EVERYBODY, "why")


def _code(code: str) -> Line:
    return Line((Run(code, "code"),), "quiet")


def _fitting(sections: list[Section], room: int) -> list[Section]:
    """The first sections that fit."""
    fitting = []
    frame = _size([])
    for section in sections:
        room -= _size([section]) - frame
        if room < 0:
            break
        fitting.append(section)
    return fitting


def _size(blocks: list[Section]) -> int:
    """Bytes of an HTML file with these."""
    page = Page(lambda: Document("", (), tuple(blocks)), dict)
    return len(write(page, "html").encode())


def _grounds(guide: Guide, sections: Iterable[SectionTexts]) -> Evidence:
    """What all that any reader sees rests on, as if it stood on one page."""
    whole = tuple(
        AdviceSection(some.section, tuple(Passage(p.block, {}) for p in some.passages if p.who))
        for some in sections
    )
    return evidence(Advice(guide, {}, (), whole))
