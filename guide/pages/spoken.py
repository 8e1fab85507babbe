"""The words of a spoken round: its own, and where it has none those of the reply it rehearses."""

from typing import NamedTuple

from guide.document.blocks import Block, Body, Entries, Entry, Line, Run
from guide.model.practice import SessionStep, SpokenRound
from guide.model.schema import Guide
from guide.pages.replies import aloud, never_phrases
from guide.sales.ready import ready_replies


class RoundWords(NamedTuple):
    """What is asked, and what it is compared with."""

    asked: str
    answer: str
    never: tuple[str, ...]
    points: tuple[str, ...]
    """What a good answer does."""


def round_words(guide: Guide, step: SessionStep, spoken: SpokenRound) -> RoundWords:
    """The words of one round."""
    asked, answer = spoken.asked, spoken.answer
    never = (spoken.never,) * bool(spoken.never)
    replies = guide.replies.replies if guide.replies else ()
    reply = next((reply for reply in replies if reply.id == spoken.reply), None)
    points = reply.points if reply else ()
    if reply is not None and not (asked and answer and never):
        every = ready_replies(guide, step.facets)
        ready = next((each for each in every if each.reply.id == reply.id), None)
        asked = asked or reply.asked[0]
        if ready is not None:
            points = ready.points
            answer = answer or ready.says
            rows = (
                f"{never_phrases(row, 1)}: {row.why} Say instead: {row.instead}"
                for row in ready.never
            )
            never = never or tuple(rows)
    return RoundWords(asked, answer, never, points)


def answer_blocks(words: RoundWords) -> tuple[Block, ...]:
    """What an answer is compared with, once it was given."""
    points = (
        (Line("A good answer does this:", "quiet"), Entries(tuple(map(Entry, words.points))))
        if words.points
        else ()
    )
    never = (Line((Run("Not: ", "strong"), Run(row))) for row in words.never)
    return (
        Line("It could sound like this:", "quiet"),
        Body((aloud(words.answer),)),
        *points,
        *never,
    )
