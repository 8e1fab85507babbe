"""The replies of a guide as tables for the script of its website."""

from typing import Any

from guide.model.replies import FIRST, Blank, NeverSay, Replies, Reply, SpokenAnswer
from guide.site.rows import columns, conditions, grounds, without_nothing


def reply_tables(replies: Replies) -> dict[str, Any]:
    """What others ask, what to answer, and what goes in its blanks."""
    return without_nothing(
        {
            "speakers": [
                without_nothing({"id": each.id, "label": each.label, "call_in": each.call_in})
                for each in replies.speakers
            ],
            "blanks": [_blank(blank) for blank in replies.blanks],
            "rows": columns([_reply(reply) for reply in replies.replies]),
            "never": [_never(row) for row in replies.never],
            "opened": replies.opening.answers.text if replies.opening.answers else "",
        }
    )


def _blank(blank: Blank) -> dict[str, Any]:
    fills = [{"words": fill.words, **conditions(fill)} for fill in blank.fills]
    return without_nothing({"name": blank.name, "asks": blank.asks, "fills": fills})


def _reply(reply: Reply) -> dict[str, Any]:
    return without_nothing(
        {
            "id": reply.id,
            "asked": [*reply.asked],
            "also": reply.also,
            "by": "" if reply.asked_by == "buyer" else reply.asked_by,
            "who": reply.who.text,
            "show": reply.show,
            **conditions(reply),
            **grounds(reply),
            "never": [_never(row) for row in reply.never],
            "answers": [_answer(answer) for answer in reply.answers],
        }
    )


def _answer(answer: SpokenAnswer) -> dict[str, Any]:
    return without_nothing(
        {
            "id": answer.id,
            "says": answer.says,
            "first": answer.rank == FIRST,
            "who": answer.who.text if answer.who else "",
            "show": answer.show,
            **conditions(answer),
            **grounds(answer),
        }
    )


def _never(row: NeverSay) -> dict[str, Any]:
    """A page names two phrases of each."""
    words = {"phrases": [*row.phrases[:2]], "why": row.why, "instead": row.instead}
    return {**words, **conditions(row)}
