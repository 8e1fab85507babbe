"""The parts of the book, each as pieces of HTML."""

from collections.abc import Iterable, Iterator

from guide.author.book.blocks import Paper, code, review, who
from guide.author.book.main_pages import MainPage
from guide.author.book.texts import Passage, SectionTexts
from guide.document.html_parts import escape, tag
from guide.journey.labels import scenario_words


def heading(section: SectionTexts) -> str:
    """The section's number and title."""
    return f"{section.number}. {section.section.title}"


def texts_part(sections: Iterable[SectionTexts], paper: Paper) -> Iterator[str]:
    """Every text of every section, with exactly those readers who get it."""
    for section in sections:
        yield f'<section class="section" id="section-{section.number}">\n'
        yield tag("h3", escape(heading(section)))
        if section.texts is None:
            yield tag("p", _BY_PASSAGES)
            for passage in section.passages:
                if passage.who:
                    yield _printed(passage.number, who(passage.who), paper.block(passage.block))
        for text in section.texts or ():
            head = f"{who(text.who)}\n{code(text.code)}"
            yield _printed(text.number, head, paper.blocks(text.blocks))
        yield "</section>\n"


_BY_PASSAGES = (
    "This section has more different texts than can be read, each made of some of these passages, "
    "in this order. A reader gets every passage whose condition holds, and no other."
)


def _printed(number: str, head: str, text: str) -> str:
    return review(f"{tag('h4', number)}\n{head}\n{text}", id=f"text-{number}") + "\n"


def main_pages_part(
    pages: Iterable[MainPage], sections: Iterable[SectionTexts], paper: Paper
) -> Iterator[str]:
    """Pages from the first line to the last, each as one piece."""
    numbers = {
        tuple(block.id for block in text.blocks): text.number
        for section in sections
        for text in section.texts or ()
        if text.blocks
    }
    for number, page in enumerate(pages, 1):
        scenario = escape(scenario_words(paper.guide, page.advice.scenario))
        texts = [f'<section class="page" id="page-{number}">', tag("h3", f"Page {number:,}")]
        texts.append(review(f"{tag('p', scenario, class_='answers')}\n{code(page.code)}"))
        for section in page.advice.sections:
            blocks = tuple(placed.block for placed in section.blocks)
            name = numbers.get(tuple(block.id for block in blocks))
            title = f"{section.section.title} ({name})" if name else section.section.title
            texts += [tag("h4", escape(title)), paper.blocks(blocks)]
        yield "\n".join([*texts, "</section>\n"])


def unseen_part(passages: Iterable[Passage], paper: Paper) -> Iterator[str]:
    """What was written and no reader gets."""
    for passage in passages:
        yield review(f"{tag('h4', passage.number)}\n{paper.block(passage.block)}")
