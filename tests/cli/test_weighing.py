"""guide compare, whatif and decide: codes in, pages out, one line where it can't be."""

import io
import sys
from pathlib import Path

import pytest
from helpers.running import here

from guide.history.history import History
from guide.model.schema import Guide

A = "tiny:flame=smoky,glass=whole"
B = "tiny:flame=smoky,glass=cracked"
C = "tiny:flame=steady,glass=whole"


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("compare", A), "name two or three scenarios, not 1; see 'guide compare --help'"),
        (("compare",), "name two or three scenarios, not 0; see 'guide compare --help'"),
        (("compare", A, B, C, A), "name two or three scenarios, not 4; see 'guide compare --help'"),
        (("compare", A, A), f"{A} is there twice; name another scenario to see what differs"),
        (
            ("compare", A, "tiny"),
            "tiny alone names no answer; add one, such as tiny:flame=steady",
        ),
        (("compare", A, ""), "tiny alone names no answer; add one, such as tiny:flame=steady"),
        (("compare", A, "tiny:flame=x"), "flame has no value 'x'; it can be steady, smoky"),
        (
            ("whatif", "tiny:flame=smoky"),
            "questions are still open: Glass; finish with 'guide ask tiny:flame=smoky' first",
        ),
        (
            ("decide", A, "--versus", "tiny"),
            "tiny alone names no answer; add one, such as tiny:flame=steady",
        ),
        (("decide", A, "--versus", A), f"{A} is there twice; name another scenario to see what"),
        (("decide", A, "--date", "\x1b[2Jsoon"), "'\\x1b[2Jsoon' is not a day; write it as 2"),
    ],
)
def test_what_cannot_be_used_gets_one_line(arguments: tuple[str, ...], told: str) -> None:
    ran = here(*arguments)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.startswith(f"guide: {told}")
    assert ran.err.count("\n") == 1


def test_codes_of_different_guides_are_not_compared(second: Path) -> None:
    other = B.replace("tiny", "other")
    for arguments in (("compare", A, other), ("decide", A, "--versus", other)):
        ran = here(*arguments, "--library", str(second))
        assert (ran.code, ran.out) == (2, "")
        told = "tiny and other are different guides; name scenarios of one guide"
        assert ran.err == f"guide: {told}\n"


def test_one_code_says_which_guide_all_are_of(second: Path) -> None:
    bare = B.partition(":")[2]
    for codes in ((A, bare), (bare, A)):
        ran = here("compare", *codes, "--library", str(second))
        assert (ran.code, ran.err) == (0, "")
        assert A in ran.out
        assert B in ran.out


def test_an_unfinished_scenario_is_compared_and_said_to_be_unfinished() -> None:
    ran = here("compare", A, "tiny:flame=smoky")
    assert ran.code == 0
    assert "B goes by what is answered so far. Still open: Glass." in " ".join(ran.out.split())


def test_elsewhere_than_on_a_terminal_nothing_is_asked() -> None:
    ran = here("decide", A, typed="this is not read\n")
    assert (ran.code, ran.err) == (0, "")
    assert "**To be filled in: what was decided, and why.**" in ran.out
    assert "not read" not in ran.out


class Terminal(io.StringIO):
    """Somebody who types."""

    def isatty(self) -> bool:
        return True


def test_on_a_terminal_only_what_is_missing_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    class In(Terminal):
        pass

    monkeypatch.setattr("helpers.running.io.StringIO", lambda text="": In(text))
    asked = here("decide", A, "--deciders", "The keeper", typed="Mend it.\n")
    assert asked.err == "What was decided, and why? (Enter leaves it open) "
    assert "\nMend it.\n" in asked.out
    assert 'decision-makers: "The keeper"' in asked.out
    assert asked.out.startswith("---\nstatus: proposed\n")
    monkeypatch.undo()
    assert sys.stdin is not None


def test_nothing_typed_is_lost_when_the_file_cannot_be_written(tmp_path: Path) -> None:
    ran = here("decide", A, "--decision", "Mend it.", "-o", str(tmp_path / "no" / "x.md"))
    assert ran.code == 2
    assert "can't be written" in ran.err
    assert "\nMend it.\n" in ran.out


def test_nothing_typed_is_cut_off() -> None:
    long = "word " * 2000
    ran = here("decide", A, "--decision", long, "--deciders", f"{long}the last")
    assert ran.code == 0
    assert long.strip() in ran.out
    assert 'word the last"' in ran.out


def test_a_record_stands_as_it_is_said_to_and_blanks_decide_nothing() -> None:
    ran = here("decide", A, "--decision", " \x1b ", "--deciders", " ")
    assert ran.out.startswith("---\nstatus: proposed\n")
    assert 'decision-makers: "To be filled in"' in ran.out
    ran = here("decide", A, "--status", "accepted", "--decision", "x", "--deciders", "y")
    assert ran.out.startswith("---\nstatus: accepted\n")
    assert here("decide", A, "--status", "agreed").code == 2


def test_the_other_fields_of_madr_and_the_days_of_the_plan(tiny: Guide) -> None:
    given = ("--title", "Mend or wait", "--consulted", "Eve", "--informed", "All",
             "--chosen", "b", "--date", "in 2 weeks", "--report-date", "2026-03-02")  # fmt: skip
    ran = here("decide", A, "--versus", B, *given)
    assert (ran.code, ran.err) == (0, "")
    assert 'consulted: "Eve"\ninformed: "All"\n---\n\n# Mend or wait\n' in ran.out
    assert 'Chosen option: "B: Glass: Whole → Cracked", because:' in ran.out
    assert "The report in hand: 2 Mar 2026." in ran.out.partition("### Confirmation")[2]
    assert tiny.recovery is not None
    ran = here("decide", A, "--chosen", "b")
    assert (ran.code, ran.err) == (2, "guide: --chosen is 'B'; the options are A\n")


def test_a_record_of_a_kept_walk_has_its_name_and_note() -> None:
    with History() as history:
        walk_id = history.save(
            None, guide="tiny", answers={"flame": "smoky", "glass": "cracked"}, code=B,
            finished=True, content_hash="",
        )  # fmt: skip
        history.rename(walk_id, "Northwind")
        history.annotate(walk_id, "call\nthem")
    text = here("decide", walk_id).out
    assert "\n# Northwind\n" in text
    assert "Noted on this walk:\n\n- call\n- them\n" in text


def test_a_record_goes_to_its_file(tmp_path: Path) -> None:
    path = tmp_path / "decision.md"
    ran = here("decide", A, "--versus", B, "--versus", C, "--date", "2026-02-28", "-o", str(path))
    assert (ran.code, ran.out) == (0, "")
    text = path.read_text(encoding="utf-8")
    assert "\ndate: 2026-02-28\n" in text
    assert "- C: Flame: Steady" in text
