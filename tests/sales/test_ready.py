"""Which replies a scenario has, and what is filled in."""

import pytest
from helpers.small_replies import with_replies

from guide.journey.code import read_pairs
from guide.model.replies import BLANK, CHOICE
from guide.model.schema import Guide
from guide.sales.ready import filled_rows, ready_replies, replies_of, slips
from guide.user_error import UserError

SMOKY = {"flame": "smoky", "glass": "whole"}


def test_the_first_answer_that_holds_is_taken(tiny: Guide) -> None:
    guide = with_replies(tiny)
    assert [each.id for each in ready_replies(guide, SMOKY)][:2] == ["safe-smoky", "glass-whole"]
    steady = ready_replies(guide, {"flame": "steady", "glass": "cracked"})
    assert [each.id for each in steady][:2] == ["safe-steady", "glass-cracked"]


def test_what_the_answers_settle_is_filled_in_and_the_rest_stays_a_blank(tiny: Guide) -> None:
    safe, *_ = ready_replies(with_replies(tiny), SMOKY)
    assert safe.says.startswith("It has a smoky flame,")
    assert "by [day]" in safe.says
    assert safe.never[0].instead == "It has a smoky flame"


def test_words_never_to_be_said_are_seen_in_any_case_and_with_any_apostrophe(tiny: Guide) -> None:
    safe, *_ = ready_replies(with_replies(tiny), SMOKY)
    assert [phrase for phrase, _ in slips(safe.never, "It's QUITE\n safe!")] == ["QUITE safe"]
    assert [phrase for phrase, _ in slips(safe.never, "for your safety")] == ["safety"]
    assert slips(safe.never, "It is unsafe") == []


def test_a_guide_without_replies_says_so(tiny: Guide) -> None:
    with pytest.raises(UserError, match="tiny has no replies"):
        replies_of(tiny)


def test_every_answer_of_the_guide_that_ships_explains_its_blanks(shipped: Guide) -> None:
    replies = replies_of(shipped)
    known = {blank.name for blank in replies.blanks}
    fills = (fill.words for blank in replies.blanks for fill in blank.fills)
    for text in fills:
        assert {name for name in BLANK.findall(text) if CHOICE not in name} <= known


def test_the_guide_that_ships_has_the_questions_of_buyers_the_board_and_investors(
    shipped: Guide,
) -> None:
    by = [reply.asked_by for reply in replies_of(shipped).replies]
    assert by.count("buyer") + by.count("customer") >= 34
    assert (by.count("board"), by.count("investor")) == (4, 5)
    assert all(len(reply.asked) > 1 for reply in replies_of(shipped).replies)


@pytest.mark.parametrize(
    ("code", "denied"),
    [
        ("opinion=qualified,nature=admin,report=draft", ["[next start]", "We have a SOC 2 report"]),
        ("opinion=adverse,nature=failure", ["[next start]", "about three months", "[n]"]),
        ("opinion=disclaimer,nature=no-evidence", ["We searched", "opinion is a disclaimer"]),
        ("opinion=qualified,nature=failure,misuse=found", ["[logs]"]),
        ("obstacle=ended", ["We have a SOC 2 report", "The whole report"]),
        (
            "licence=doubt,opinion=qualified",
            ["We have a SOC 2", "The whole report", "[state]"],
        ),
    ],
)
def test_nobody_is_to_say_instead_what_the_answer_takes_back(
    shipped: Guide, code: str, denied: list[str]
) -> None:
    scenario = read_pairs(shipped, code)
    general = filled_rows(replies_of(shipped), scenario, replies_of(shipped).never)
    rows = [*general, *(row for each in ready_replies(shipped, scenario) for row in each.never)]
    assert rows
    assert not [row.instead for row in rows for words in denied if words in row.instead]
