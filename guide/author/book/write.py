"""The whole book as one HTML file, piece by piece: nothing is held that was written."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from functools import cached_property

from guide.author.book import front
from guide.author.book import parts as leaves
from guide.author.book.blocks import Paper
from guide.author.book.front import Part
from guide.author.book.plan import Plan, Whole
from guide.document import html_page
from guide.document.html_parts import escape, tag
from guide.document.html_sources import References, render
from guide.model.problems import Problem
from guide.model.schema import Guide

Leaves = Callable[[], Iterator[str]]


class Book:
    """A guide as a book.

    Args:
        guide: the guide.
        today: the day printed on it.
        problems: what is wrong with the guide; said on the first leaf.
        everything: whether every distinct page is printed whole, however many there are.

    """

    def __init__(
        self,
        guide: Guide,
        today: date,
        problems: Sequence[Problem] = (),
        *,
        everything: bool = False,
    ) -> None:
        self.plan = Plan(guide)
        self._today = today
        self._everything = everything
        self._problems = problems
        self._paper = Paper(guide, self.plan.sections)

    @property
    def whole_pages(self) -> int | None:
        """How many pages are printed whole; None: all were asked for and can't be listed."""
        if self._everything or self.plan.small:
            return self.plan.total
        return len(self.plan.spine)

    @cached_property
    def about_bytes(self) -> int:
        """About how large the file with every page will be."""
        pages = self.plan.pages
        if pages is None:
            return 0
        sizes = [len(self._paper.block(block)) for block in pages.blocks]
        frame = 2_000  # headings, answers and the reviewer's boxes of one page
        return sum((size + frame) * count for size, count in pages.sums(sizes).items())

    def pieces(self) -> Iterator[str]:
        """The file, in pieces."""
        parts = self._parts()
        named = [part for part, _ in parts]
        yield front.opening(self.plan.guide, self._today, named)
        yield from front.title_leaf(
            self.plan, self._today, named, self._problems, everything=self._everything
        )
        yield "<main>\n"
        for part, of in parts:
            yield f'<section class="part" id="{part.id}">\n'
            yield tag("h2", escape(part.title))
            yield f"\n{tag('p', escape(part.about))}\n"
            yield from of()
            yield "</section>\n"
        yield f"</main>\n{html_page.CLOSING}"

    def _parts(self) -> list[tuple[Part, Leaves]]:
        plan, paper = self.plan, self._paper
        parts: list[tuple[Part, Leaves]] = []
        if plan.small:
            parts.append((_EACH, lambda: leaves.whole_part(plan, paper, plan.each)))
        else:
            texts = _TEXTS._replace(sections=leaves.named_sections(plan, "section"))
            parts.append((texts, lambda: leaves.texts_part(plan, paper)))
            parts += self._pages()
        if leaves.has_unseen(plan):
            parts.append((_UNSEEN, lambda: leaves.unseen_part(plan, paper)))
        parts.append((_FACTS, lambda: render(paper.evidence, References(paper.evidence))))
        return parts

    def _pages(self) -> Iterator[tuple[Part, Leaves]]:
        plan, paper = self.plan, self._paper
        if self._everything:
            each = (Whole(page.blocks, page.answers) for page in plan.pages or ())
            yield _EACH, lambda: leaves.whole_part(plan, paper, each)
            return
        yield _SPINE, lambda: leaves.whole_part(plan, paper, plan.spine)
        if plan.groups:
            yield _GROUPS, lambda: leaves.groups_part(plan, paper)
        if any(section.composed and section.texts for section in plan.sections):
            made = _MADE._replace(sections=leaves.named_sections(plan, "made"))
            yield made, lambda: leaves.combinations_part(plan, paper)


_TEXTS = Part(
    "texts",
    "The texts",
    "Every word of advice stands here once, with the smallest condition that its readers fulfil "
    "and no others do, and the scenario code of the shortest answers that lead to it.",
)
_EACH = Part(
    "pages",
    "The pages",
    "Every distinct page whole, with the shortest answers that lead to it, in words and as a "
    "scenario code.",
)
_SPINE = Part(
    "pages",
    "Pages printed whole",
    "One page for each way of answering the main questions, as far as possible with nothing else "
    "answered. The numbers in brackets name the texts they are made of.",
)
_GROUPS = Part(
    "groups",
    "Every page, in groups",
    "Each group stands for all pages that take one of the texts named in each column; no page is "
    "in two groups, and every distinct page is in one. Numbers are those of the texts within "
    "their section. Who gets a page is who gets all of its texts.",
)
_MADE = Part(
    "made",
    "Which passages make up which text",
    "For the sections that are printed by passages: who gets these passages and no other of the "
    "section. Where that would take more words than the passages, the scenario code of the "
    "shortest answers that lead there stands instead.",
)
_UNSEEN = Part("unseen", "What no reader sees", "Passages that no answers lead to.")
_FACTS = Part(
    "rests",
    "What it rests on",
    "The facts and judgements that the marks in square brackets name, and their sources.",
)
