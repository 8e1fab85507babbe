"""A case to decide: what is asked, and once it is answered every option with its reason."""

from collections.abc import Iterator

from guide.document.blocks import (
    Block,
    Body,
    Entries,
    Entry,
    Line,
    Run,
    Section,
    Text,
    Tone,
    body_of,
)
from guide.document.body import Items, Paragraph, Quote, Span
from guide.english import listed, sentence
from guide.journey.advice import advise
from guide.journey.code import locate, write_code
from guide.model.practice import Case, CaseOption
from guide.model.schema import Guide
from guide.pages.advice import passage_blocks
from guide.practice.reviews import Review

RIGHT, WRONG = "✓ Right", "✕ Not right"
"""Signs and words: what is right is never told by color alone."""


def asked(case: Case) -> Iterator[Block]:
    """The situation, the excerpt and the question, without the options."""
    yield from situation(case)
    yield question(case)


def situation(case: Case) -> Iterator[Block]:
    """What has happened, and what the report says of it."""
    yield body_of(case.situation)
    if case.excerpt:
        lines = Items(tuple((Paragraph((Span(line),)),) for line in case.excerpt), None)
        yield Body((Quote((lines,)),), source="\n".join(f"> - {line}" for line in case.excerpt))


def question(case: Case) -> Line:
    """What there is to decide."""
    return Line((Run(case.question, "strong"),))


def reasons(case: Case, review: Review) -> Iterator[Block]:
    """How it was answered, the reason of every option, and what to take away."""
    yield _outcome(review)
    entries = (_option(option, yours=option.id == review.option) for option in case.options)
    yield Entries(tuple(entries), "options")
    yield Line((Run("To take away: ", "strong"), Run(sentence(case.teaches))))


def teaching(guide: Guide, case: Case) -> Iterator[Section]:
    """What the page of a case says of it: of its sections the blocks that right answers name."""
    names = {name.text for option in case.options if option.right for name in option.blocks}
    place = locate(guide, case.facets)
    for section in advise(guide, place.scenario, place.open).sections:
        passages = [passage for passage in section.blocks if passage.block.id in names]
        if passages:
            blocks = (block for passage in passages for block in passage_blocks(guide, passage))
            yield Section(section.section.title, tuple(blocks))


def page_lines(guide: Guide, case: Case) -> tuple[Text, ...]:
    """Where on which page a case is taught, and the command that shows it; none if no page does."""
    if not case.facets:
        return ()
    command = f"guide advise {write_code(guide, case.facets)}"
    titles = [f"“{section.title}”" for section in teaching(guide, case)]
    where = f", under {listed(titles)}" * bool(titles)
    return (f"Its page{where}:", (Run(command, "code"),))


def to_repeat(guide: Guide, case: Case) -> Entry:
    """A case that was missed: what it teaches, and where that stands."""
    text = (Run(case.title, "strong"), Run(f": {sentence(case.teaches)}"))
    return Entry(text, details=page_lines(guide, case))


def _outcome(review: Review) -> Tone:
    if not review.right:
        return Tone("Not right", "error")
    return Tone("Right, but a guess", "warning") if review.guessed else Tone("Right", "success")


def _option(option: CaseOption, *, yours: bool) -> Entry:
    sign, style = (RIGHT, "tone-success") if option.right else (WRONG, "tone-error")
    text: Text = (
        Run(f"{sign}: ", style),
        Run(option.label, "strong"),
        *([Run(" (your answer)", "emphasis")] * yours),
    )
    return Entry(text, details=(option.reason,))
