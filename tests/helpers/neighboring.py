"""What a what-if must say about one walk, by the second reading."""

from guide.compare.neighbors import Neighbor, WhatIf, what_if
from guide.model.schema import Guide
from helpers.independent_reading import Answers, Independent

Key = tuple[str, str]
"""A question and another answer to it."""


def check_what_if(guide: Guide, second: Independent, answers: Answers) -> WhatIf:
    """Every other answer: its page or where it leads, its verdicts, and what follows of them."""
    answered = what_if(guide, answers)
    given, scenario, _ = second.walk(answers)
    others = [
        (question, option["id"])
        for question in given
        for option in second.questions[question]["options"]
        if option["id"] != given[question]
    ]
    assert [_key(one) for one in answered.neighbors] == others
    here, now = second.page(scenario), second.rank(scenario)
    assert (answered.rank, now is not None) == (now, True)
    ranks = {_key(one): _check(second, answers, here, one) for one in answered.neighbors}
    tones = [tone.id for tone in guide.head.tones if tone.colour != "neutral"]
    scale = {n for n, tone in enumerate(guide.head.tones) if tone.id in tones}
    counted = {k: some & scale for k, some in ranks.items() if now in scale}
    counted = {k: some for k, some in counted.items() if some and second.says_something(*k)}
    sure = {k: some for k, some in counted.items() if some == ranks[k]}
    sure_best = min(now or 0, *(max(some) for some in sure.values()), 10**6)
    sure_worst = max(now or 0, *(min(some) for some in sure.values()), 0)
    helps = [k for k, some in sure.items() if max(some) == sure_best < (now or 0)]
    hurts = [k for k, some in sure.items() if min(some) == sure_worst > (now or 0)]
    assert [_key(one) for one in answered.helps_most] == helps
    assert [_key(one) for one in answered.hurts_most] == hurts
    may_help = [k for k, some in counted.items() if min(some) < sure_best and k not in helps]
    may_hurt = [k for k, some in counted.items() if max(some) > sure_worst and k not in hurts]
    assert [_key(one) for one in answered.could_help] == may_help
    assert [_key(one) for one in answered.could_hurt] == may_hurt
    for idle in answered.without_effect:
        for one in idle.others:
            assert not one.changes
            assert ranks[_key(one)] == {now}
    return answered


def _check(
    second: Independent, answers: Answers, here: dict[str, tuple[str, ...]], one: Neighbor
) -> set[int]:
    """The verdicts of one neighbor, after all else it says has been looked at."""
    question, option = _key(one)
    other = second.skip({**answers, question: option})
    _, scenario, at = second.walk(other)
    assert one.walked.scenario == scenario
    ends = {rank for rank in second.ends(at, scenario, other) if rank is not None}
    assert one.ranks == ends
    assert (one.page is None) == (at != "advice")
    assert (one.walked.next.id if one.walked.next else "advice") == at
    if at == "advice":
        there = second.page(scenario)
        told = {section.id: [only.block.id for only in some] for section, some in one.changes}
        assert told.keys() == {name for name in second.sections if here[name] != there[name]}
        for name, ids in told.items():
            assert set(ids) == set(here[name]) ^ set(there[name])
    return ends


def _key(one: Neighbor) -> Key:
    return one.step.question.id, one.option.id
