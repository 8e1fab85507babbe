"""The brief for one call: what to say first, what will be asked, what to have at hand."""

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from guide.document.body import Quote, parts, plain_words
from guide.english import sentences
from guide.journey.advice import advise
from guide.model.conditions import applies
from guide.model.replies import BLANK, CHOICE, FIRST, Blank, NeverSay, Replies, Speaker
from guide.model.schema import Block, Guide, Scenario
from guide.plan.inputs import Inputs
from guide.plan.make import make
from guide.plan.plan_words import summary
from guide.sales.ready import ReadyReply, fill, filled_rows, ready_replies, replies_of, sayable

OPENING = 3
"""Sentences to begin with; then the other side speaks."""
FIRST_BLANKS = 12
"""Of the blanks in what is said first, those to fill before all others."""
FEWEST, MOST = 6, 7
"""Questions on a page that can be read at a glance, and that fits on a sheet of paper."""
AT_HAND = 5
"""Of the likely questions, those whose blanks are to be filled before the call."""
WARNINGS = 5
"""Of what is never to be said, the rows that a page has room for."""
_ON_THE_CALL = ("buyer", "customer")


class Brief(NamedTuple):
    """One page for a call."""

    guide: Guide
    scenario: Scenario
    before: tuple[str, ...]
    """What has to be so before that is said."""
    opening: tuple[str, ...]
    """What to say first, sentence by sentence."""
    script: Block | None
    """The advice that the opening is taken from."""
    opens: tuple[Speaker, ...]
    """Who says the opening; nobody where it is whoever holds the call."""
    likely: tuple[ReadyReply, ...]
    blanks: tuple[Blank, ...]
    """What the words above leave to be filled in."""
    first: int
    """How many of them, the first ones, to fill first: what is said first needs them."""
    never: tuple[NeverSay, ...]
    call_in: tuple[tuple[Speaker, tuple[int, ...]], ...]
    """Who else answers, and the numbers of their questions."""
    dates: tuple[str, ...]
    """What the recovery plan comes to, in lines; none where there is no plan."""


def make_brief(
    guide: Guide,
    scenario: Scenario,
    today: date,
    inputs: Inputs = Inputs(),  # noqa: B008  a tuple
) -> Brief:
    """The brief for this scenario.

    Args:
        guide: with replies.
        scenario: facet -> value; what is not settled stays a blank.
        today: from which the plan counts.
        inputs: days that the plan counts from, where some are known.

    Raises:
        UserError: if the guide has no replies.

    """
    replies = replies_of(guide)
    answered = replies.opening.answers.text if replies.opening.answers else ""
    ready = ready_replies(guide, scenario)
    likely = _likely([each for each in ready if each.reply.id != answered])
    script = _script(guide, replies, scenario)
    opening = tuple(_opening(replies, scenario, script)) if script else ()
    return Brief(
        guide,
        sayable(replies, scenario),
        tuple(row.words for row in replies.opening.before if applies(row, scenario)),
        opening,
        script,
        tuple(each.who for each in ready if each.reply.id == answered and each.who.call_in),
        likely,
        tuple(_blanks(replies, [*opening, *(ready.says for ready in likely[:AT_HAND])])),
        min(FIRST_BLANKS, len(list(_blanks(replies, list(opening))))),
        tuple(_never(filled_rows(replies, scenario, replies.never), likely)),
        tuple(_call_in(replies, likely)),
        tuple(_dates(guide, scenario, today, inputs)),
    )


def _likely(ready: list[ReadyReply]) -> tuple[ReadyReply, ...]:
    """What is likely to be asked; where that is little, what a buyer may ask as well."""
    first = [each for each in ready if each.answer.rank == FIRST]
    more = [
        each for each in ready if each.answer.rank != FIRST and each.reply.asked_by in _ON_THE_CALL
    ]
    return tuple((first + more)[: max(FEWEST, min(len(first), MOST))])


def _script(guide: Guide, replies: Replies, scenario: Scenario) -> Block | None:
    opening = replies.opening
    for section in advise(guide, scenario).sections:
        if section.section.id == opening.section.text:
            blocks = (passage.block for passage in section.blocks)
            part = opening.part.text if opening.part else ""
            return next((block for block in blocks if part in ("", block.part)), None)
    return None


def _opening(replies: Replies, scenario: Scenario, script: Block) -> Iterator[str]:
    quotes = (part for part in parts(script.body) if isinstance(part, Quote))
    words = " ".join(plain_words(quote.parts) for quote in quotes).strip('"\u201c\u201d')
    # A blank may be filled with several sentences: they are counted before.
    yield from (fill(replies, scenario, each) for each in sentences(words)[:OPENING])


def _blanks(replies: Replies, texts: list[str]) -> Iterator[Blank]:
    """Every blank that is left, in the order of the texts; one that nobody explained as it is."""
    known = {blank.name: blank for blank in replies.blanks}
    names = (match[1] for text in texts for match in BLANK.finditer(text))
    for name in dict.fromkeys(name[:1].lower() + name[1:] for name in names):
        if CHOICE not in name:
            yield known.get(name) or Blank(name=name, asks="")


def _never(general: tuple[NeverSay, ...], likely: tuple[ReadyReply, ...]) -> Iterator[NeverSay]:
    """What is wrong whatever is asked, then one row of each likely question, as far as it fits."""
    rows = [*general[:2], *(row for each in likely for row in each.never[:1])]
    yield from list(dict.fromkeys(rows))[:WARNINGS]


def _call_in(
    replies: Replies, likely: tuple[ReadyReply, ...]
) -> Iterator[tuple[Speaker, tuple[int, ...]]]:
    for speaker in replies.speakers:
        numbers = (n for n, each in enumerate(likely, 1) if each.who is speaker)
        if speaker.call_in and (answered := tuple(numbers)):
            yield speaker, answered


def _dates(guide: Guide, scenario: Scenario, today: date, inputs: Inputs) -> Iterator[str]:
    if guide.recovery is not None:
        plan = make(guide, scenario, inputs, today)
        if any(route.ends for route in plan.routes):
            yield from summary(plan)
