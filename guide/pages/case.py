"""A case to decide: what is asked, and once it is answered every option with its reason."""

from collections.abc import Iterator

from guide.document.blocks import Block, Body, Entries, Entry, Line, Run, Text, Tone, body_of
from guide.document.body import Items, Paragraph, Quote, Span
from guide.english import sentence
from guide.journey.code import write_code
from guide.model.practice import Case, CaseOption
from guide.model.schema import Guide
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


def page_command(guide: Guide, case: Case) -> str:
    """How to read the page that teaches a case; empty where none does."""
    return f"guide advise {write_code(guide, case.facets)}" if case.facets else ""


def to_repeat(guide: Guide, case: Case) -> Entry:
    """A case that was missed: what it teaches, and where that stands."""
    command = page_command(guide, case)
    page = (f"Its page: {command}",) * bool(command)
    return Entry((Run(case.title, "strong"), Run(f": {sentence(case.teaches)}")), details=page)


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
