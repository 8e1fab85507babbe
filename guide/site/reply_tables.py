"""The replies of a guide as tables for the script of its website."""

from collections.abc import Mapping
from typing import Any

from guide.model.replies import FIRST, Blank, NeverSay, Replies, Reply, SpokenAnswer
from guide.pages.replies import TITLE
from guide.sales.ready import facts_behind, judgement_behind
from guide.site.rows import columns, conditions, grounds, without_nothing


def reply_tables(replies: Replies, judged: Mapping[tuple[str, str], str]) -> dict[str, Any]:
    """What others ask, what to answer, and what goes in its blanks."""
    return without_nothing(
        {
            "speakers": [
                without_nothing({"id": each.id, "label": each.label, "call_in": each.call_in})
                for each in replies.speakers
            ],
            "rows": columns([_reply(reply, judged) for reply in replies.replies]),
            "title": replies.title,
            "opened": _opened(replies),
            "before": [{"words": row.words, **conditions(row)} for row in replies.opening.before],
            "unsaid": [
                {"facets": [each.text for each in row.facets], **conditions(row)}
                for row in replies.unsaid
            ],
        }
    ) | {
        "blanks": [_blank(blank) for blank in replies.blanks],
        "never": [_never(row) for row in replies.never],
    }


def _opened(replies: Replies) -> str:
    """The reply whose question the opening answers already, by its place."""
    answers = replies.opening.answers
    ids = [reply.id for reply in replies.replies]
    return f"reply-{ids.index(answers.text)}" if answers else ""


def _blank(blank: Blank) -> dict[str, Any]:
    fills = [{"words": fill.words, **conditions(fill)} for fill in blank.fills]
    return without_nothing({"name": blank.name, "asks": blank.asks, "fills": fills})


def _reply(reply: Reply, judged: Mapping[tuple[str, str], str]) -> dict[str, Any]:
    return without_nothing(
        {
            "asked": [*reply.asked],
            "also": reply.also,
            "by": "" if reply.asked_by == "buyer" else reply.asked_by,
            "who": reply.who.text,
            "show": reply.show,
            **conditions(reply),
            "never": [_never(row) for row in reply.never],
            "answers": [_answer(reply, answer, judged) for answer in reply.answers],
        }
    )


def _answer(
    reply: Reply, answer: SpokenAnswer, judged: Mapping[tuple[str, str], str]
) -> dict[str, Any]:
    mark = judged.get((TITLE, judgement_behind(reply, answer)), "")
    return without_nothing(
        {
            "says": answer.says,
            "first": answer.rank == FIRST,
            "who": answer.who.text if answer.who else "",
            "show": answer.show,
            **conditions(answer),
            **grounds(facts_behind(reply, answer), mark),
        }
    )


def _never(row: NeverSay) -> dict[str, Any]:
    """A page names two phrases of each."""
    words = {"phrases": [*row.phrases[:2]], "why": row.why, "instead": row.instead}
    return {**words, **conditions(row)}
