"""The replies, proven for every reader: each reaches somebody, and nobody has too few or too many.

How many likely questions a reader has is a number that depends on the scenario, so it is a function
(``states.functions``): the sum of those that are 1 where a likely answer is given.
"""

from guide.author.check.labels import limited, whoever
from guide.model.codes import Code
from guide.model.conditions import reads
from guide.model.replies import FIRST, LEAST, MOST, Replies
from guide.reading.collector import Problems
from guide.states.functions import NO, Function, Functions
from guide.states.readers import Readers, Scope
from guide.states.sets import EMPTY

_TOO_LARGE = "the replies depend on too many facets together to be proven; let each read less"


def prove_replies(readers: Readers, problems: Problems) -> None:
    """Report every reply and answer that nobody gets, and who has too few or too many."""
    replies = readers.guide.replies
    if replies is None:
        return
    every = [thing for reply in replies.replies for thing in (reply, *reply.answers)]
    with limited(problems, replies.at, _TOO_LARGE):
        scopes = [readers.ends(reads(*every))]
        if readers.guide.head.at_every_step == "yes":
            scopes.append(readers.stops(reads(*every)))
        for scope in scopes:
            _report_count(readers, replies, scope, problems)
        _report_unreached(replies, scopes, problems)


def _report_count(readers: Readers, replies: Replies, scope: Scope, problems: Problems) -> None:
    sets, everybody = scope
    functions = sets.functions
    counts = [NO, *_likely(functions, replies)]
    while len(counts) > 1:  # in pairs, so that few are large
        counts = [functions.merge(_sum, tuple(counts[n : n + 2])) for n in range(0, len(counts), 2)]
    few = sets.within(everybody, functions.merge(_few, (counts[0],)))
    many = sets.within(everybody, functions.merge(_many, (counts[0],)))
    for these, what in ((few, f"fewer than {LEAST}"), (many, f"more than {MOST}")):
        if these != EMPTY:
            all_of_them = these == everybody
            who = "every reader" if all_of_them else whoever(readers.guide, sets, these)
            message = f"{what} replies of rank {FIRST} for {who}"
            problems.add(Code.REPLY_COUNT, replies.at, message)


def _likely(functions: Functions, replies: Replies) -> list[Function]:
    """For each reply where its answer is a likely one."""
    likely = []
    for reply in replies.replies:
        given = functions.in_order(reply.answers, functions.condition(reply))
        pairs = zip(reply.answers, given, strict=False)
        likely.append(functions.any(these for answer, these in pairs if answer.rank == FIRST))
    return likely


def _sum(numbers: tuple[int, ...]) -> int:
    return min(sum(numbers), MOST + 1)


def _few(numbers: tuple[int, ...]) -> int:
    return numbers[0] < LEAST


def _many(numbers: tuple[int, ...]) -> int:
    return numbers[0] > MOST


def _report_unreached(replies: Replies, scopes: list[Scope], problems: Problems) -> None:
    for reply in replies.replies:
        lost = list(reply.answers)
        for sets, everybody in scopes:
            if not lost:
                break
            given = sets.functions.in_order(reply.answers, sets.functions.condition(reply))
            pairs = zip(reply.answers, given, strict=False)
            got = {a.id for a, condition in pairs if sets.within(everybody, condition) != EMPTY}
            lost = [answer for answer in lost if answer.id not in got]
        if len(lost) == len(reply.answers):
            problems.add(Code.REPLY_UNREACHED, reply.at, f"no reader is asked {reply.id!r}")
            continue
        for answer in lost:
            message = f"no reader gets {answer.id!r}: no answers fulfil it, or one above always "
            problems.add(Code.REPLY_UNREACHED, answer.at, f"{message}holds")
