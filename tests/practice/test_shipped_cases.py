"""The cases and sessions of the guide that ships: enough of them, and none gives itself away."""

from collections import Counter

import pytest
from helpers.running import ROOT

from guide.model.practice import Case, CaseOption
from guide.model.schema import Guide
from guide.practice.views import piles
from guide.reading.reader import read_guide


@pytest.fixture(scope="module")
def guide() -> Guide:
    reading = read_guide(ROOT / "content" / "failed-audit")
    assert reading.guide is not None
    return reading.guide


@pytest.fixture(scope="module")
def cases(guide: Guide) -> list[Case]:
    assert guide.cases is not None
    return [*guide.cases.cases]


def _right(case: Case) -> CaseOption:
    return next(option for option in case.options if option.right)


def test_there_are_three_sessions_and_thirty_six_cases(guide: Guide, cases: list[Case]) -> None:
    assert len(cases) >= 36
    minutes = {plan.minutes: plan.alone for plan in guide.sessions}
    assert minutes == {45: False, 15: True, 10: True}


def test_nearly_every_case_is_held_against_a_page(cases: list[Case]) -> None:
    assert [case.id for case in cases if not case.scenario] == ["four-or-five"]


def test_no_case_has_two_right_options(cases: list[Case]) -> None:
    assert [case.id for case in cases if len(case.right) != 1] == []


def test_the_right_option_stands_in_every_place_about_as_often(cases: list[Case]) -> None:
    four = [case for case in cases if len(case.options) == 4]
    places = Counter(case.options.index(_right(case)) for case in four)
    assert set(places) == {0, 1, 2, 3}
    assert max(places.values()) <= len(four) // 4 + 4


def test_the_right_option_is_neither_the_longest_nor_the_shortest_too_often(
    cases: list[Case],
) -> None:
    lengths = [
        (len(_right(case).label), [len(o.label) for o in case.options if not o.right])
        for case in cases
    ]
    assert sum(right > max(others) for right, others in lengths) <= len(cases) // 3
    assert sum(right < min(others) for right, others in lengths) <= len(cases) // 3


def test_every_topic_has_cases_of_its_own(guide: Guide, cases: list[Case]) -> None:
    assert guide.cases is not None
    counts = Counter(case.topic for case in cases)
    assert min(counts[topic.id] for topic in guide.cases.topics) >= 3


def test_every_pile_of_every_card_has_its_reason(guide: Guide) -> None:
    rows = [
        (case.text, row.id, row.reason)
        for plan in guide.sessions
        for step in plan.steps
        for case in step.cases
        for row in (piles(guide, step, guide.case[case.text]) if step.kind == "sort" else ())
    ]
    assert rows
    assert [row for row in rows if not row[2]] == []
