"""The replies that fit one scenario, each with the one answer to give and its blanks filled."""

from collections.abc import Iterable
from typing import NamedTuple, TypeVar

from msgspec.structs import replace

from guide.english import any_phrase
from guide.model.basic import ForSome, Place
from guide.model.conditions import applies
from guide.model.replies import BLANK, NeverSay, Replies, Reply, Speaker, SpokenAnswer
from guide.model.schema import Guide, Scenario
from guide.user_error import UserError

_Row = TypeVar("_Row", bound=ForSome)


class ReadyReply(NamedTuple):
    """A question with the answer for this reader."""

    reply: Reply
    answer: SpokenAnswer
    says: str
    """The answer's words; what the scenario settles is filled in."""
    who: Speaker
    show: str
    never: tuple[NeverSay, ...]
    """What not to say, filled likewise."""
    points: tuple[str, ...]
    """What a good answer does."""

    @property
    def id(self) -> str:
        """The id of the answer."""
        return self.answer.id

    @property
    def asked(self) -> str:
        """The question, in the words it is usually asked in."""
        return self.reply.asked[0]

    @property
    def at(self) -> Place:
        """Where the answer stands."""
        return self.answer.at

    @property
    def rests_on(self) -> tuple[str, ...]:
        """The ids of all facts behind it."""
        return facts_behind(self.reply, self.answer)

    @property
    def judgement(self) -> str:
        """Why the editors say this."""
        return judgement_behind(self.reply, self.answer)


def facts_behind(reply: Reply, answer: SpokenAnswer) -> tuple[str, ...]:
    """The ids of all facts behind an answer."""
    return tuple(dict.fromkeys((*reply.rests_on, *answer.rests_on)))


def judgement_behind(reply: Reply, answer: SpokenAnswer) -> str:
    """Why the editors say an answer."""
    return " ".join(filter(None, (reply.judgement, answer.judgement)))


def replies_of(guide: Guide) -> Replies:
    """What others ask, and what to answer.

    Raises:
        UserError: if the guide has nothing on that.

    """
    if guide.replies is None:
        message = f"{guide.id} has no replies; guide list names the guides there are"
        raise UserError(message)
    return guide.replies


def ready_replies(guide: Guide, scenario: Scenario) -> list[ReadyReply]:
    """The questions that come up in this scenario, in the guide's order, each with its answer."""
    replies = replies_of(guide)
    speakers = {speaker.id: speaker for speaker in replies.speakers}
    ready = []
    for reply in replies.replies:
        answer = _first(reply.answers, scenario) if applies(reply, scenario) else None
        if answer is not None:
            who = speakers[(answer.who or reply.who).text]
            says = fill(replies, scenario, answer.says)
            never = filled_rows(replies, scenario, reply.never)
            show, points = answer.show or reply.show, answer.points or reply.points
            ready.append(ReadyReply(reply, answer, says, who, show, never, points))
    return ready


def sayable(replies: Replies, scenario: Scenario) -> Scenario:
    """The scenario without the facets that a page for a call does not name."""
    unsaid = {each.text for row in replies.unsaid if applies(row, scenario) for each in row.facets}
    return {facet: value for facet, value in scenario.items() if facet not in unsaid}


def filled_rows(
    replies: Replies, scenario: Scenario, rows: Iterable[NeverSay]
) -> tuple[NeverSay, ...]:
    """What not to say here, with every blank filled that the scenario settles."""
    return tuple(
        replace(row, instead=fill(replies, scenario, row.instead))
        for row in rows
        if applies(row, scenario)
    )


def fill(replies: Replies, scenario: Scenario, text: str) -> str:
    """The text with every blank filled that the scenario settles."""
    blanks = {blank.name: blank for blank in replies.blanks}

    def filled(name: str, written: str) -> str:
        small = name[:1].lower() + name[1:]  # as a sentence begins
        row = _first(blanks[small].fills, scenario) if small in blanks else None
        words = row.words if row else written
        return words if name == small else words[:1].upper() + words[1:]

    # Twice: what fills a blank may hold another, as 'for [dates]' does.
    for _ in range(2):
        text = BLANK.sub(lambda match: filled(match[1], match[0]), text)
    return text


def slips(rows: Iterable[NeverSay], typed: str) -> list[tuple[str, NeverSay]]:
    """The phrases of these rows that were typed, in the order of the rows, each row once."""
    words = " ".join(typed.replace("\u2019", "'").split())
    matches = ((any_phrase(row.phrases).search(words), row) for row in rows)
    return [(match.group(), row) for match, row in matches if match is not None]


def _first(rows: Iterable[_Row], scenario: Scenario) -> _Row | None:
    return next((row for row in rows if applies(row, scenario)), None)
