"""Which reply a question asks for, however it is put."""

from collections.abc import Sequence

from guide.journey.matching import Matcher, Text
from guide.model.schema import Guide
from guide.sales.ready import ReadyReply

MOST = 3
"""Replies that an answer to one question needs at most."""


def asked_for(guide: Guide, ready: Sequence[ReadyReply], question: str) -> list[ReadyReply]:
    """The replies that a question in any words may ask for, the likeliest first."""
    texts = [Text(" ".join((*each.reply.asked, each.reply.also)), each.says) for each in ready]
    ranked = Matcher(texts, guide.head.synonyms).ranked(question)
    return [ready[index] for index in ranked[:MOST]]
