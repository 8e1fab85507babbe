"""An adverse opinion and a disclaimer get no end, in no format: each day is a reader's own."""

import itertools
import re
from collections.abc import Iterator
from datetime import date, datetime, timedelta

import pytest
from dateutil.relativedelta import relativedelta
from helpers.how_many import TIMES
from helpers.making_plans import TODAY

from guide.model.schema import Guide
from guide.pages.plan import write_plan
from guide.plan.exports import plan_formats
from guide.plan.inputs import Inputs
from guide.plan.make import make

DAY = timedelta(days=1)
REPORT, PERIOD, BY = date(2026, 2, 20), date(2025, 12, 31), date(2027, 6, 30)
FIXES, WINDOW = date(2026, 5, 8), date(2026, 6, 3)
REMARKABLE = [
    (re.compile(r"\b\d{4}-\d{2}-\d{2}\b"), "%Y-%m-%d"),
    (re.compile(r"\b20\d{6}(?=T|\b)"), "%Y%m%d"),
    (re.compile(r"\b\d{1,2} [A-Z][a-z]{2} \d{4}\b"), "%d %b %Y"),
    (re.compile(r"\b\d{1,2} [A-Z][a-z]{3,8} \d{4}\b"), "%d %B %Y"),
]
OWN = {
    "none": Inputs(REPORT, period_end=PERIOD, by=BY),
    "no-period": Inputs(REPORT),
    "fixes": Inputs(REPORT, fixes_done=FIXES, period_end=PERIOD, by=BY),
    "window": Inputs(REPORT, observe_from=WINDOW, period_end=PERIOD, by=BY),
}


def scenarios() -> Iterator[dict[str, str]]:
    """Every combination of the facets a plan may look at."""
    natures = ("none", "admin", "failure", "no-evidence")
    for opinion, nature, report, months, deal in itertools.product(
        ("adverse", "disclaimer"), natures, ("", "type1", "type2"), ("", "6"), ("", "existing")
    ):
        facets = {"opinion": opinion, "nature": nature, "report": report, "months": months}
        yield {facet: value for facet, value in (facets | {"deal": deal}).items() if value}


def days(text: str) -> set[date]:
    """Every day that a text names, however it is written."""
    text = text.replace("\r\n ", "")  # as calendars fold lines
    return {
        datetime.strptime(match.group(), form).date()  # noqa: DTZ007
        for pattern, form in REMARKABLE
        for match in pattern.finditer(text)
    }


def following(guide: Guide, given: Inputs, months: int | None) -> set[date]:
    """The days that follow from the reader's own, and the days of the content."""
    own = {day for day in given if isinstance(day, date)}
    old = given.period_end or REPORT
    found = {TODAY, REPORT, BY, old, date(2000, 1, 1)} | own
    found |= {old + DAY, REPORT + DAY, old + relativedelta(months=3)}
    found |= {fact.verified for fact in guide.facts if fact.verified} | {guide.head.verified}
    opens = given.observe_from or (given.fixes_done + DAY if given.fixes_done else None)
    if opens:
        found |= {opens, opens - DAY, opens + DAY}  # due that day, so over on the next
        if months:
            closed = opens + relativedelta(months=months)
            found |= {closed, closed - DAY}
            # What is done every month is due on the last day of each.
            found |= {opens + relativedelta(months=n) - DAY for n in range(1, months)}
            found |= {opens + relativedelta(months=n) for n in range(1, months)}
    # A calendar's and Mermaid's end is the day after the last.
    return found | {
        day + DAY for day in found & (own | {REPORT + DAY, old + relativedelta(months=3)})
    }


@pytest.mark.parametrize("own", OWN)
def test_no_format_names_a_day_that_does_not_follow_from_the_readers(
    shipped: Guide, own: str
) -> None:
    given = OWN[own]
    written = set()
    for scenario in scenarios():
        plan = make(shipped, scenario, given, TODAY)
        assert plan.routes
        assert all(not route.ends and not route.latest for route in plan.routes)
        assert plan.no_end is not None
        assert plan.typical is None
        alike = repr(plan._replace(guide=None, recovery=None, scenario={}, facts=()))  # type: ignore[arg-type]
        if alike not in written:  # a plan is written once for all whose days and words are the same
            written.add(alike)
            for form in plan_formats():
                strange = days(write_plan(plan, form)) - following(shipped, given, plan.months)
                assert strange == set(), (scenario, form, strange)
    assert len(written) > 5


def test_the_same_look_finds_the_end_of_a_qualified_plan(shipped: Guide) -> None:
    scenario = {"opinion": "qualified", "nature": "admin", "months": "6"}
    plan = make(shipped, scenario, OWN["none"], TODAY)
    for form in plan_formats():
        assert days(write_plan(plan, form)) - following(shipped, OWN["none"], 6)


@pytest.mark.parametrize("opinion", ["unqualified", "qualified", "adverse", "disclaimer"])
def test_a_draft_is_planned_until_it_is_issued_and_as_if_it_were_issued_like_this(
    shipped: Guide, opinion: str
) -> None:
    scenario = {"opinion": opinion, "nature": "failure", "months": "6"}
    given = Inputs(TODAY + 21 * DAY, by=BY)
    plan = make(shipped, scenario | {"report": "draft"}, given, TODAY)
    before, *after = plan.routes
    assert not before.latest
    assert not any(one.phase.window for one in before.phases)
    assert {one.spans["worst"].end for one in before.phases} == {TODAY + 20 * DAY}
    if opinion == "unqualified":
        assert after == []
        assert not before.ends
        assert plan.occasions == ()
        return
    (as_issued,) = after
    (issued,) = make(shipped, scenario, given, TODAY).routes
    assert bool(as_issued.ends) == (opinion == "qualified")
    assert as_issued.ends == issued.ends
    assert as_issued.latest == issued.latest
    assert [(one.phase.id, one.spans) for one in as_issued.phases] == [
        (one.phase.id, one.spans) for one in issued.phases
    ]


def test_every_obstacle_has_nothing_to_plan_and_a_first_step(shipped: Guide) -> None:
    facet = shipped.facet["obstacle"]
    told = set()
    for value in facet.values:
        plan = make(shipped, {"obstacle": value.id}, OWN["none"], TODAY)
        assert plan.routes == ()
        assert plan.nothing is not None
        told.add(plan.nothing.says)
        for form in plan_formats():
            assert write_plan(plan, form)
    assert len(told) >= 6


def test_the_plan_says_no_word_that_the_guide_forbids(shipped: Guide) -> None:
    from guide.model.schema import Scenario

    every: list[Scenario] = [*scenarios()]
    others = ("qualified", "unqualified")
    every += [dict(scenario) | {"opinion": other} for scenario in every for other in others]
    every += [dict(scenario) | {"report": "draft"} for scenario in every]
    for scenario in every[:: 1 if TIMES > 1 else 7]:
        text = write_plan(make(shipped, scenario, OWN["none"], TODAY), "text")
        body = text.partition("Where this comes from")[0].partition("Made on")[2].lower()
        assert body
        words = shipped.head.forbidden
        assert [word for word in words if re.search(rf"\b{word.lower()}\b", body)] == []
