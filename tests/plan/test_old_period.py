"""The end of the old period: nobody guesses it, and a report on one date has none."""

from helpers.making_plans import plan

from guide.model.schema import Guide
from guide.pages.plan import write_plan

CLEAN = "opinion=unqualified,nature=admin,months=6"
CLEAN_ONE_DATE = f"{CLEAN},report=type1"
QUALIFIED_ONE_DATE = "opinion=qualified,nature=admin,report=type1,months=6"


def flat(text: str) -> str:
    return " ".join(text.split())


def test_the_next_period_does_not_open_on_a_guessed_day(shipped: Guide) -> None:
    made = plan(shipped, CLEAN, report_date="2026-02-20")
    assert made.missing == ("the end of the old period. The next one counts from it.",)
    assert not made.routes[0].ends
    assert made.gap is None
    text = flat(write_plan(made, "text"))
    assert "without a gap." not in text
    assert "gap began earlier" not in text


def test_with_its_end_the_next_period_follows_without_a_gap(shipped: Guide) -> None:
    made = plan(shipped, CLEAN, period_end="2025-12-31")
    assert made.missing == ()
    assert "The new period follows the old one without a gap." in flat(write_plan(made, "text"))


def test_an_own_start_of_the_window_needs_no_end_of_the_old_period(shipped: Guide) -> None:
    made = plan(shipped, CLEAN, report_date="2026-02-20", observe_from="2026-04-01")
    assert made.missing == ()
    assert made.routes[0].ends


def test_after_a_report_on_one_date_the_window_opens_and_no_gap_is_told(shipped: Guide) -> None:
    made = plan(shipped, CLEAN_ONE_DATE, report_date="2026-02-20")
    assert made.missing == ()
    window = next(one for one in made.phases if one.phase.window)
    assert str(window.spans["likely"].start) == "2026-02-21"
    text = flat(write_plan(made, "text"))
    assert "Your report speaks about one date, so it covers no period" in text
    assert "gap began earlier" not in text
    assert "without a gap" not in text


def test_buyers_wait_for_the_new_type_1_where_that_comes_first(shipped: Guide) -> None:
    made = plan(shipped, QUALIFIED_ONE_DATE, report_date="2026-02-20")
    text = flat(write_plan(made, "text"))
    assert "Until the new Type 1 report comes, buyers have nothing newer: likely 1 month" in text
    assert "The new Type 2 report would come later: likely" in text


def test_an_end_given_for_a_report_on_one_date_counts_for_nothing_and_is_said_to(
    shipped: Guide,
) -> None:
    without = plan(shipped, CLEAN_ONE_DATE, report_date="2026-02-20")
    made = plan(shipped, CLEAN_ONE_DATE, report_date="2026-02-20", period_end="2026-02-10")
    assert made.routes[0].ends == without.routes[0].ends
    assert any("the end of an old period counts for nothing" in line for line in made.warnings)


def test_an_adverse_report_on_one_date_waits_for_the_first_way(shipped: Guide) -> None:
    made = plan(
        shipped, "opinion=adverse,nature=failure,report=type1,months=6", report_date="2026-02-20"
    )
    text = flat(write_plan(made, "text"))
    assert "Until the new Type 1 report comes, buyers have nothing newer. We name no day" in text
