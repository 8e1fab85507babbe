"""The parts of the book, each as pieces of HTML that are made when they are written."""

from collections.abc import Iterable, Iterator
from itertools import chain

from guide.author.book.blocks import Paper, review, who
from guide.author.book.examples import without_needless
from guide.author.book.groups import ranges
from guide.author.book.plan import Plan, Whole
from guide.author.book.texts import Passage, SectionTexts, Text
from guide.document.html_parts import escape, tag
from guide.model.schema import Block

WORDY = 160
"""Characters; a longer condition of a combination says less than the passages it is made of."""


def texts_part(plan: Plan, paper: Paper) -> Iterator[str]:
    """Every text of every section, with exactly those readers who get it."""
    for section in plan.sections:
        yield f'<section class="section" id="section-{section.number}">\n'
        yield tag("h3", _heading(section))
        if section.composed:
            yield tag("p", escape(_composed(section)))
            for passage in section.passages:
                if passage.who:
                    yield _passage(passage, paper)
        else:
            for text in section.texts or ():
                yield _text(text, paper)
        yield "</section>\n"


def whole_part(plan: Plan, paper: Paper, pages: Iterable[Whole]) -> Iterator[str]:
    """Pages from the first line to the last, each with the answers that lead to it."""
    for number, page in enumerate(pages, 1):
        yield f'<section class="page" id="page-{number}">\n'
        yield tag("h3", f"Page {number:,}")
        head = paper.reader(page.answers)
        if page.who is not None:
            head += f"\n{tag('h4', 'Exactly who gets this page')}\n{who(page.who)}"
        yield review(head)
        yield from _sections(plan, paper, page.blocks)
        yield "</section>\n"


def groups_part(plan: Plan, paper: Paper) -> Iterator[str]:
    """All pages as groups of combinations."""
    heads = "".join(tag("th", escape(_heading(one)), scope="col") for one in plan.sections)
    columns = tag("th", "Group", scope="col") + tag("th", "Pages", scope="col") + heads
    yield f"<table>\n<thead>\n{tag('tr', columns)}\n</thead>\n"
    for number, (group, answers) in enumerate(plan.groups, 1):
        cells = "".join(tag("td", _runs(choice)) for choice in group.choices)
        row = tag("th", f"{number:,}", scope="row") + tag("td", f"{group.pages:,}") + cells
        code = f"One of them: {paper.bare_code(answers)}"
        below = tag("tr", tag("td", code, colspan=str(len(group.choices) + 2)))
        yield tag("tbody", f"\n{tag('tr', row)}\n{below}\n") + "\n"
    yield "</table>\n"


def combinations_part(plan: Plan, paper: Paper) -> Iterator[str]:
    """For the sections printed by passages: which of them make up which text."""
    for section in plan.sections:
        if not section.composed or section.texts is None:
            continue
        number = {one.block.id: one.number.partition(".")[2] for one in section.passages}
        yield f'<section class="section" id="made-{section.number}">\n'
        yield tag("h3", _heading(section))
        heads = "".join(tag("th", one, scope="col") for one in ("Text", "Passages", "Who gets it"))
        yield f"<table>\n<thead>\n{tag('tr', heads)}\n</thead>\n"
        for text in section.texts:
            made = ", ".join(number[block.id] for block in text.blocks) or "none"
            code = paper.bare_code(text.answers)
            said = who(text.who) if len("".join(text.who)) <= WORDY else f"For example {code}"
            cells = tag("th", text.number, scope="row") + tag("td", made) + tag("td", said)
            yield tag("tbody", tag("tr", cells)) + "\n"
        yield "</table>\n</section>\n"


def unseen_part(plan: Plan, paper: Paper) -> Iterator[str]:
    """What was written and no reader gets."""
    for passage in _unseen(plan):
        yield review(f"{tag('h4', passage.number)}\n{paper.block(passage.block)}")


def has_unseen(plan: Plan) -> bool:
    """Whether any passage is seen by no reader."""
    return next(_unseen(plan), None) is not None


def _unseen(plan: Plan) -> Iterator[Passage]:
    every = chain.from_iterable(section.passages for section in plan.sections)
    return (passage for passage in every if not passage.who)


def named_sections(plan: Plan, part: str) -> tuple[tuple[str, str], ...]:
    """The ids and the headings of the sections of this part: ``section`` or ``made``."""
    return tuple(
        (f"{part}-{one.number}", f"{one.number}. {one.section.title}")
        for one in plan.sections
        if part == "section" or (one.composed and one.texts is not None)
    )


def _heading(section: SectionTexts) -> str:
    return f"{section.number}. {escape(section.section.title)}"


def _composed(section: SectionTexts) -> str:
    if section.texts is None:
        much = "more different texts than can be listed"
    else:
        much = f"{len(section.texts):,} different texts"
    return (
        f"This section has {much}, each made of some of these passages, in this order. "
        "A reader gets every passage whose condition holds, and no other."
    )


def _text(text: Text, paper: Paper) -> str:
    example = paper.code(without_needless(paper.guide, text.answers, text.blocks))
    head = f"{tag('h4', text.number)}\n{who(text.who)}\n{example}"
    return review(f"{head}\n{_blocks(text.blocks, paper)}", id=f"text-{text.number}") + "\n"


def _passage(passage: Passage, paper: Paper) -> str:
    head = f"{tag('h4', passage.number)}\n{who(passage.who)}"
    return review(f"{head}\n{paper.block(passage.block)}", id=f"text-{passage.number}") + "\n"


def _sections(plan: Plan, paper: Paper, blocks: tuple[Block, ...]) -> Iterator[str]:
    numbers = plan.numbers(blocks)
    for section, mine, number in zip(plan.sections, plan.by_section(blocks), numbers, strict=True):
        if mine:
            count = f" ({section.number}.{number})" if number else ""
            heading = tag("h4", f"{escape(section.section.title)}{count}")
            text = f"{heading}\n{_blocks(mine, paper)}\n"
            yield review(text) if plan.small else text


def _blocks(blocks: tuple[Block, ...], paper: Paper) -> str:
    if not blocks:
        return tag("p", "Nothing: the section is left out.", class_="none")
    return "\n".join(map(paper.block, blocks))


def _runs(numbers: tuple[int, ...]) -> str:
    shown = (
        f"{first}" if first == last else f"{first}\N{EN DASH}{last}"
        for first, last in ranges(numbers)
    )
    return ", ".join(shown)
