"""A rehearsal: which questions come, in which words and order, and what the reader made of them."""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from guide.model.replies import FIRST, NeverSay
from guide.model.schema import Guide, Scenario
from guide.sales.ready import ReadyReply, filled_rows, ready_replies, replies_of, slips

MOST = 8
"""Questions of one rehearsal: a call of a quarter of an hour."""


@dataclass(frozen=True)
class Asked:
    """A question of the rehearsal."""

    ready: ReadyReply
    words: str
    """As it is put this time."""
    again: bool = False
    """Whether it was to be repeated from the rehearsal before."""
    follows: bool = False
    """Whether it follows from the question before."""


@dataclass
class Rehearsal:
    """Questions one by one, and which of them went well."""

    questions: list[Asked]
    never: tuple[NeverSay, ...]
    """What nobody says here, whatever is asked; a slip to one question is heard by whoever asks."""
    marks: dict[str, bool] = field(default_factory=dict)
    """Reply id -> whether it went well; in the order of the questions."""

    @property
    def current(self) -> Asked | None:
        """The question to answer now; None at the end."""
        at = len(self.marks)
        return self.questions[at] if at < len(self.questions) else None

    def mark(self, *, well: bool) -> None:
        """Note how the current question went, and go on to the next."""
        if self.current is not None:
            self.marks[self.current.ready.reply.id] = well

    def slips(self, typed: str) -> list[tuple[str, NeverSay]]:
        """What was typed and is never to be said, to the current question or to any other."""
        own = self.current.ready.never if self.current else ()
        # A phrase that several questions forbid is named once, with the reason of the first.
        rows: dict[str, tuple[str, NeverSay]] = {}
        for phrase, row in slips((*own, *self.never), typed):
            rows.setdefault(phrase.casefold(), (phrase, row))
        return list(rows.values())

    def went(self, *, well: bool) -> list[ReadyReply]:
        """The questions that went well, or those to repeat."""
        return [
            asked.ready for asked in self.questions if self.marks.get(asked.ready.reply.id) is well
        ]


def rehearse(guide: Guide, scenario: Scenario, seed: int, repeat: Iterable[str] = ()) -> Rehearsal:
    """A rehearsal for this scenario.

    What is to be repeated comes first, then likely questions in any order, each with what a buyer
    asks next. The same seed gives the same questions.

    Raises:
        UserError: if the guide has no replies.

    """
    chance = random.Random(seed)  # noqa: S311  for practice, not for secrets
    ready = ready_replies(guide, scenario)
    order = list(_once(_order(ready, chance, tuple(repeat))))[:MOST]
    by_id = {each.reply.id: each for each in ready}
    questions = [
        Asked(by_id[name], chance.choice(by_id[name].reply.asked), again=again, follows=follows)
        for name, again, follows in order
    ]
    replies = replies_of(guide)
    general = filled_rows(replies, scenario, replies.never)
    return Rehearsal(questions, (*general, *(row for each in ready for row in each.never)))


def _order(
    ready: Sequence[ReadyReply], chance: random.Random, repeat: tuple[str, ...]
) -> Iterator[tuple[str, bool, bool]]:
    """Reply id, whether it is repeated, whether it follows from the one before."""
    by_id = {each.reply.id: each for each in ready}
    first = [each.reply.id for each in ready if each.answer.rank == FIRST]
    # The first question of a call is the one the guide names first; the others come as they will.
    rest = chance.sample(first[1:], len(first[1:]))
    yield from ((name, True, False) for name in repeat if name in by_id)
    for name in (*first[:1], *rest):
        yield name, False, False
        follow_ups = [n.text for n in by_id[name].reply.follow_ups if n.text in by_id]
        if follow_ups:
            yield chance.choice(follow_ups), False, True


def _once(order: Iterable[tuple[str, bool, bool]]) -> Iterator[tuple[str, bool, bool]]:
    asked: set[str] = set()
    for name, again, follows in order:
        if name not in asked:
            asked.add(name)
            yield name, again, follows
