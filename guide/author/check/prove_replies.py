"""The replies, proven for every reader: each reaches somebody, and nobody has too few or too many.

Answers are tried in order, so whoever gets one of them is whom it holds for, less whom an earlier
one holds for. How many likely questions a reader has is counted by adding one reply at a time:
``counted[k]`` are the readers with at least k of those added so far.
"""

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from guide.journey.labels import scenario_words
from guide.model.codes import Code
from guide.model.conditions import Conditional, tests
from guide.model.replies import FIRST, LEAST, MOST, Replies, Reply, SpokenAnswer
from guide.model.schema import UNSET
from guide.reading.collector import Problems
from guide.states.functions import TooLarge
from guide.states.readers import Readers
from guide.states.sets import EMPTY, Set, Sets


class _Givers(NamedTuple):
    """An answer of a reply, and the readers it is given to."""

    answer: SpokenAnswer
    readers: Set


def prove_replies(readers: Readers, problems: Problems) -> None:
    """Report every reply and answer that nobody gets, and who has too few or too many."""
    replies = readers.guide.replies
    if replies is None:
        return
    try:
        _prove(readers, replies, problems)
    except TooLarge:
        message = "the replies depend on too many facets together to be proven; let each read less"
        problems.add(Code.TOO_MUCH_TOGETHER, replies.at, message)


def _prove(readers: Readers, replies: Replies, problems: Problems) -> None:
    things: list[Conditional] = [*replies.replies]
    things += [answer for reply in replies.replies for answer in reply.answers]
    read = {test.facet for thing in things for test in tests(thing)}
    everybody = [readers.ends(read)]
    if readers.guide.head.at_every_step == "yes":
        everybody.append(readers.stops(read))
    reached: set[str] = set()
    for sets, scenarios in everybody:
        counted = [scenarios, *[EMPTY] * (MOST + 1)]
        for reply in replies.replies:
            givers = list(_givers(sets, scenarios, reply))
            reached |= {giver.answer.id for giver in givers if giver.readers != EMPTY}
            likely = sets.all(g.readers for g in givers if g.answer.rank == FIRST)
            for number in range(MOST + 1, 0, -1):
                more = sets.both(counted[number - 1], likely)
                counted[number] = sets.union(counted[number], more)
        _report_count(readers, replies, sets, counted, problems)
    for reply in replies.replies:
        _report_unreached(reply, reached, problems)


def _givers(sets: Sets, scenarios: Set, reply: Reply) -> Iterator[_Givers]:
    left = sets.where(scenarios, reply)
    for answer in reply.answers:
        these = sets.where(left, answer)
        left = sets.minus(left, these)
        yield _Givers(answer, these)


def _report_count(
    readers: Readers, replies: Replies, sets: Sets, counted: list[Set], problems: Problems
) -> None:
    few = sets.minus(counted[0], counted[LEAST])
    for these, what in ((few, f"fewer than {LEAST}"), (counted[MOST + 1], f"more than {MOST}")):
        if these != EMPTY:
            settled = {f: v for f, v in sets.simplest(these).items() if v != UNSET}
            whoever = f"whoever has {scenario_words(readers.guide, settled)}"
            who = "every reader" if these == counted[0] else whoever
            message = f"{what} replies of rank {FIRST} for {who}"
            problems.add(Code.REPLY_COUNT, replies.at, message)


def _report_unreached(reply: Reply, reached: Iterable[str], problems: Problems) -> None:
    lost = [answer for answer in reply.answers if answer.id not in reached]
    if len(lost) == len(reply.answers):
        problems.add(Code.REPLY_UNREACHED, reply.at, f"no reader is asked {reply.id!r}")
        return
    for answer in lost:
        message = f"no reader gets {answer.id!r}: no answers fulfil it, or one above always holds"
        problems.add(Code.REPLY_UNREACHED, answer.at, message)
