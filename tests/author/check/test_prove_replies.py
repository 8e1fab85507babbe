"""What is proven of the replies, against every scenario of the small guide one by one."""

import itertools
from collections.abc import Iterator

from helpers.small_replies import with_replies
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from guide.author.check.prove_replies import prove_replies
from guide.journey.walk import walk
from guide.model.basic import Condition, Test
from guide.model.codes import Code
from guide.model.replies import LEAST, MOST, Reply, SpokenAnswer
from guide.model.schema import Guide
from guide.reading.collector import Problems
from guide.sales.ready import ready_replies
from guide.states.readers import Readers


def scenarios(guide: Guide) -> Iterator[dict[str, str]]:
    """Every scenario that some reader of the small guide ends with."""
    options = [[(q.id, o.id) for o in q.options] for q in guide.questions]
    for answers in itertools.product(*options):
        walked = walk(guide, dict(answers))
        if walked.finished:
            yield dict(walked.scenario)


def found(guide: Guide) -> list[str]:
    problems = Problems()
    prove_replies(Readers(guide), problems)
    return [problem.code for problem in problems.sorted()]


VALUES = {"flame": ("steady", "smoky"), "glass": ("whole", "cracked"), "wind": ("calm", "unset")}
CONDITIONS = st.none() | st.sampled_from(
    [Condition(((Test(facet, (value,)),),)) for facet, values in VALUES.items() for value in values]
)


@st.composite
def any_replies(draw: st.DrawFn) -> list[list[tuple[Condition | None, Condition | None, int]]]:
    answer = st.tuples(CONDITIONS, CONDITIONS, st.sampled_from([1, 1, 2]))
    return draw(st.lists(st.lists(answer, min_size=1, max_size=3), min_size=3, max_size=10))


def test_the_small_replies_keep_what_is_promised(tiny: Guide) -> None:
    assert found(with_replies(tiny)) == []


@given(any_replies())
def test_the_proof_says_what_every_scenario_says(
    tiny: Guide, drawn: list[list[tuple[Condition | None, Condition | None, int]]]
) -> None:
    guide = with_replies(tiny)
    assert guide.replies is not None
    pattern = guide.replies.replies[0]
    replies: list[Reply] = []
    for number, rows in enumerate(drawn):
        answers = tuple(
            SpokenAnswer(id=f"{number}-{n}", says="Yes.", when=when, unless=unless, rank=rank)
            for n, (when, unless, rank) in enumerate(rows)
        )
        replies.append(replace(pattern, id=str(number), answers=answers, follow_ups=()))
    guide = replace(guide, replies=replace(guide.replies, replies=tuple(replies)))
    given_to: set[str] = set()
    counts = set()
    for scenario in scenarios(guide):
        ready = ready_replies(guide, scenario)
        given_to |= {each.id for each in ready}
        counts.add(sum(each.answer.rank == 1 for each in ready))
    codes = found(guide)
    every = {answer.id for reply in replies for answer in reply.answers}
    assert (Code.REPLY_UNREACHED in codes) == (every != given_to)
    assert (Code.REPLY_COUNT in codes) == (min(counts) < LEAST or max(counts) > MOST)
