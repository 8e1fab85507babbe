"""What was typed into a letter fills the same blanks of what is said."""

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.document.formats import write
from guide.journey.code import read_pairs
from guide.model.schema import Guide
from guide.pages.brief import brief_page
from guide.sales.brief import Brief, make_brief
from guide.sales.carried import carry

DAY = datetime.date(2026, 9, 1)
SLIP = "opinion=qualified,nature=admin,report=type2"
TYPED = {
    "product": "Ledger",
    "firm": "Fabrikam CPAs",
    "period": "2025-07-01 to 2026-06-30",
    "findings.1.control": "the quarterly access review",
    "findings.1.criterion": "CC6.2",
    "findings.1.due": "12",
    "findings.1.missed": "2",
    "findings.1.cause": "the owner had left.",
    "findings.1.owner": "Ana Roe",
}


def brief(guide: Guide, typed: dict[str, str]) -> Brief:
    return make_brief(carry(guide, typed, DAY), read_pairs(guide, SLIP), DAY)


def blanks(guide: Guide, **typed: str) -> set[str]:
    changed = {**TYPED, **{key.replace("__", "."): text for key, text in typed.items()}}
    return {blank.name for blank in brief(guide, changed).blanks}


def test_what_a_letter_holds_is_said_and_no_longer_asked_for(shipped: Guide) -> None:
    page = brief(shipped, TYPED)
    opening = " ".join(page.opening)
    assert "on Ledger, for July 1, 2025 to June 30, 2026," in opening
    assert "in 2 of 12 tested, because the owner had left. It affects [system]" in opening
    assert "Ana Roe leads the repair, and the next step is [step], on [day]" in opening
    filled = {"product", "dates", "control", "criterion", "n", "m", "cause", "owner", "firm"}
    names = {blank.name for blank in page.blanks}
    assert not names & filled
    assert filled - {"firm"} <= {blank.name for blank in brief(shipped, {}).blanks}
    assert names <= {blank.name for blank in brief(shipped, {}).blanks}


def test_what_no_letter_may_say_or_two_findings_share_stays_a_blank(shipped: Guide) -> None:
    assert "product" in blanks(shipped, product="the certified Ledger")
    assert "dates" in blanks(shipped, period="soon")
    several = blanks(shipped, findings__2__control="backups")
    assert {"control", "cause", "n", "m"} <= several
    assert "product" not in several


def test_ends_of_a_period_are_taken_from_the_letters_period(shipped: Guide) -> None:
    guide = carry(shipped, {"next-period": "2026-10-01 to 2027-03-31"}, DAY)
    assert guide.replies is not None
    fills = {blank.name: [fill.words for fill in blank.fills] for blank in guide.replies.blanks}
    assert (fills["next start"], fills["next end"]) == (["October 1, 2026"], ["March 31, 2027"])


@given(st.text(max_size=80))
def test_whatever_is_typed_is_no_blank_no_markup_and_breaks_no_page(
    shipped: Guide, text: str
) -> None:
    before = {blank.name for blank in brief(shipped, {}).blanks}
    page = brief(shipped, {"product": text, "findings.1.cause": text})
    assert {blank.name for blank in page.blanks} <= before
    assert len(page.opening) == 3
    assert not any(ord(letter) < 32 for each in page.opening for letter in each)


@pytest.mark.parametrize("form", ["html", "markdown", "text"])
def test_what_is_typed_is_written_as_it_was_typed(shipped: Guide, form: str) -> None:
    page = write(brief_page(brief(shipped, {"product": "<b>L</b> *x* [y]"}), DAY), form)
    page = page.partition("Say this first")[2].partition("Have at hand")[0]
    assert {
        "html": "&lt;b&gt;L&lt;/b&gt; *x* (y)",
        "markdown": r"\<b>L\</b> \*x\* (y)",
        "text": "<b>L</b> *x* (y)",
    }[form] in page


def test_nothing_typed_leaves_the_guide_as_it_is(shipped: Guide) -> None:
    assert carry(shipped, {}, DAY) is shipped
