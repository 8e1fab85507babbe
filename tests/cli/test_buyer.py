"""``guide brief``, ``replies`` and ``rehearse``: what a seller has for a call, in plain text."""

import json
from pathlib import Path

import pytest
from helpers.running import ROOT, here

SLIP = "opinion=qualified,nature=admin"
PARTS = (
    "Say this first",
    "Call in",
    "Have at hand, the first 10 for the opening",
    "They will probably ask",
    "Never say, say instead",
    "Dates, for your own eyes",
)


@pytest.fixture(autouse=True)
def _the_guide_that_ships(monkeypatch: pytest.MonkeyPatch, _only_the_small_guide: None) -> None:
    shipped = ROOT / "content" / "failed-audit"
    monkeypatch.setattr("guide.reading.shelf.shipped_guides", lambda: shipped)


def test_the_brief_says_its_parts_in_a_fixed_order() -> None:
    page = here("brief", f"{SLIP},months=6,report=type2", "--report-date", "2026-03-02")
    assert page.code == 0
    places = [page.out.index(f"\n{part}\n---") for part in PARTS]
    assert places == sorted(places)
    assert "7. " not in page.out
    assert "The new report around" in page.out[places[-1] :]


def test_the_brief_in_markdown_has_what_to_say_first() -> None:
    page = here("brief", SLIP, "--as", "markdown").out
    assert "> \u201cOur SOC 2 report on \\[product\\], for" in page


def test_what_was_typed_into_a_letter_stands_in_every_page_of_the_walk() -> None:
    code = f"failed-audit:{SLIP},auditor=healthy,report=type2"
    here("letter", "status", code, "--set", "product=Ledger <b>", "--set", "findings.1.owner=Ana")
    walk = here("history", "--as", "json").out
    walk_id = json.loads(walk)[0]["id"]
    brief = here("brief", walk_id).out
    assert "Our SOC 2 report on Ledger <b>," in brief
    assert "product: what the report covers" not in brief
    assert "[product]" not in here("replies", walk_id).out
    assert "Ana owns it" in here("replies", walk_id).out
    assert "Ana" in here("rehearse", walk_id, "--seed", "1", "--as", "markdown").out
    assert "[product]" in here("brief", code).out


def test_dates_are_there_only_when_the_plan_has_some() -> None:
    assert PARTS[-1] not in here("brief", SLIP).out
    answer = here("brief", SLIP, "--report-date", "soonish")
    assert (answer.code, answer.out) == (2, "")
    assert answer.err.count("\n") == 1
    assert "Date of the report" in answer.err


def test_the_brief_and_the_replies_have_every_format(tmp_path: Path) -> None:
    data = json.loads(here("brief", SLIP, "--as", "json").out)
    assert len(data["say_first"]) == 3
    assert 5 <= len(data["likely"]) <= 7
    here("brief", SLIP, "-o", str(tmp_path / "call.html"))
    assert '<body class="sheet">' in (tmp_path / "call.html").read_text(encoding="utf-8")
    assert len(json.loads(here("replies", SLIP, "--as", "json").out)["replies"]) > 30
    spoken = "> \u201cSOC 2 isn't pass or fail."
    assert spoken in here("replies", SLIP, "--as", "markdown").out


def test_a_question_in_the_buyers_words_finds_its_answer_first() -> None:
    page = here("replies", SLIP, "did", "your", "auditor", "check", "the", "fix?")
    assert page.code == 0
    assert page.out.index("Has your auditor confirmed the fix?") < page.out.index("Show:")
    nothing = here("replies", SLIP, "\x1b[31mzzz")
    assert (nothing.code, nothing.out) == (1, "")
    assert "no reply to" in nothing.err
    assert "The likeliest are \u201cDid you pass? What opinion is it?\u201d, " in nothing.err
    assert "\x1b" not in nothing.err


def test_what_an_answer_rests_on_is_named_when_asked_for() -> None:
    assert "Where this comes from" not in here("replies", SLIP).out
    assert "Where this comes from" in here("replies", SLIP, "--sources").out


def test_the_advice_ends_what_it_says_on_buyers_with_the_way_to_the_brief() -> None:
    page = " ".join(here("advise", SLIP).out.split())
    assert f"guide brief failed-audit:{SLIP} Cautions" in page
    assert "guide brief" not in here("advise", SLIP, "--share").out


def test_a_rehearsal_points_out_what_is_never_to_be_said_and_begins_with_what_went_wrong() -> None:
    first = here("rehearse", SLIP, typed="We passed, guaranteed!\n\nq\n")
    assert first.code == 0
    assert "You typed \u201cWe passed\u201d" in first.out
    assert "To repeat, and the next rehearsal begins with them:" in first.out
    again = here("rehearse", SLIP, typed="q\n")
    assert " (again). " in again.out
    assert here("rehearse", "--forget").code == 0
    assert "(again)" not in here("rehearse", SLIP, typed="q\n").out


def test_the_end_of_the_input_ends_a_rehearsal_and_all_points_mean_it_went_well() -> None:
    page = here("rehearse", SLIP, "--seed", "4", typed="Hm\n1 2 3\n")
    assert page.code == 0
    assert "1 of 1 went well" in page.out
    assert "To repeat" not in page.out


def test_a_rehearsal_is_written_down_for_two_people() -> None:
    pages = [here("rehearse", SLIP, "--seed", "4", "--as", "markdown").out for _ in range(2)]
    assert pages[0] == pages[1]
    assert "- [ ] " in pages[0]


@pytest.mark.parametrize("command", ["brief", "replies", "rehearse"])
def test_a_guide_without_replies_says_so(command: str) -> None:
    answer = here("--library", str(ROOT / "tests" / "guides"), command, "tiny:flame=smoky")
    assert (answer.code, answer.out) == (2, "")
    assert "tiny has no replies" in answer.err
