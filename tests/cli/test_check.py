"""guide check: every problem as a line that an editor can jump to."""

import datetime
import json
import shutil
from pathlib import Path

import pytest
from helpers.running import GUIDES, TINY, here

PLACE = "facets.yaml:19:9 S204 'fnding' is not allowed here; did you mean 'finding'?"


def test_a_clean_guide_has_no_lines_and_exits_with_0() -> None:
    ran = here("check", str(TINY))
    assert (ran.code, ran.out) == (0, "")
    figures, aged, summary = ran.err.splitlines()
    assert figures.startswith(
        "tiny: 4 questions, 10 options, 4 states, 16 ways through it, 10 pages"
    )
    assert aged.startswith("tiny: due for review; ")
    assert summary == "1 guide checked, no problem found."


def test_the_figures_say_how_much_was_proven() -> None:
    guide = json.loads(here("check", str(TINY), "--as", "json").out)["guides"][0]
    assert guide["figures"]["paths"] == 16
    assert guide["figures"]["pages"] == 10
    assert guide["figures"]["words"] == {"least": 22, "median": 31.0, "most": 39}
    assert guide["figures"]["grades"] == {"least": 0.1, "median": 0.9, "most": 1.4}


def test_a_broken_promise_is_reported_with_the_shortest_answers(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(TINY, tmp_path / "tiny")
    verdict = tmp_path / "tiny" / "advice" / "verdict.yaml"
    verdict.write_text(
        verdict.read_text().replace("{flame: smoky, glass: whole}", "{flame: smoky}")
    )
    monkeypatch.chdir(tmp_path)
    ran = here("check", "tiny")
    assert ran.code == 1
    assert ran.out == (
        "tiny/advice/verdict.yaml:6:3 P452 'verdict-smoky' and 'verdict-cracked' "
        "(advice/verdict.yaml:1) both stand in 'verdict', which promises one block, for "
        "tiny:flame=smoky,glass=cracked (Smoky > Cracked)\n"
    )


@pytest.mark.parametrize(("day", "due"), [("2026-07-14", 0), ("2026-07-15", 1)])
def test_as_of_looks_ahead_to_what_will_be_due_for_review(day: str, due: int) -> None:
    ran = here("check", str(TINY), "--as-of", day)
    assert len(ran.out.splitlines()) == due
    assert ran.out.count("K604") == due
    assert ran.code == bool(due)


def test_annotations_for_github_escape_what_would_end_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(TINY, tmp_path / "a,b")
    facets = tmp_path / "a,b" / "facets.yaml"
    facets.write_text(facets.read_text().replace("label: Glass", "lable: 100%"))
    monkeypatch.chdir(tmp_path)
    ran = here("check", "a,b", "--as", "github")
    assert ran.out.startswith("::error file=a%2Cb/facets.yaml,line=7,col=3,title=S203::'lable' ")


@pytest.mark.parametrize("inside", [True, False])
def test_problems_are_lines_below_the_folder_as_it_was_given(
    faulty: Path, monkeypatch: pytest.MonkeyPatch, *, inside: bool
) -> None:
    monkeypatch.chdir(faulty.parent)
    ran = here("check", "library/tiny" if inside else "library")
    first = ran.out.splitlines()[0]
    assert ran.code == 1
    assert first == f"library/tiny/{PLACE}"
    assert Path(first.partition(":")[0]).is_file()
    assert "\n1 guide checked, " in ran.err
    assert ran.err.endswith(" in 1 of them.\n")


def test_without_a_folder_the_whole_shelf_is_checked_the_faulty_and_the_hidden_too(
    faulty: Path,
) -> None:
    ran = here("check", "--library", str(faulty))
    assert ran.code == 1
    assert f"{faulty}/tiny/{PLACE}\n" in ran.out
    assert "\n2 guides checked, " in ran.err


def test_a_folder_without_a_guide_is_a_problem(tmp_path: Path) -> None:
    ran = here("check", str(tmp_path))
    assert ran.code == 1
    assert ran.out.startswith(f"{tmp_path}/guide.yaml:1:1 F112 no guide.yaml in this folder")


@pytest.mark.parametrize("what", ["missing", "guide.yaml"])
def test_what_is_no_folder_is_refused(
    what: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shutil.copy(TINY / "guide.yaml", tmp_path)
    ran = here("check", what)
    assert (ran.code, ran.out) == (2, "")
    assert what in ran.err
    assert ran.err.count("\n") == 1


def test_a_guide_named_twice_is_checked_once() -> None:
    assert "\n1 guide checked" in here("check", str(TINY), str(GUIDES / "tiny")).err


def test_json_says_the_same_to_programs(faulty: Path) -> None:
    ran = here("check", str(faulty), "--as", "json")
    assert ran.code == 1
    (guide,) = json.loads(ran.out)["guides"]
    assert guide["folder"] == str(faulty / "tiny")
    assert guide["guide"] == "tiny"
    assert guide["problems"][0] == {
        "file": "facets.yaml",
        "line": 19,
        "column": 9,
        "code": "S204",
        "message": "'fnding' is not allowed here; did you mean 'finding'?",
    }
    assert json.loads(here("check", str(TINY), "--as", "json").out)["guides"][0]["problems"] == []


def test_what_the_cache_holds_is_not_believed(faulty: Path) -> None:
    here("list")
    assert here("check", str(faulty)).code == 1


def test_a_folder_with_an_escape_sequence_in_its_name_is_shown_harmless(tmp_path: Path) -> None:
    folder = tmp_path / "a\x1b[2Jb"
    folder.mkdir()
    ran = here("check", str(folder))
    assert "\x1b" not in ran.out
    assert "a\\x1b[2Jb/guide.yaml:1:1" in ran.out
    assert "\x1b" not in here("check", str(folder), "--as", "json").out


def test_what_is_due_for_review_reaches_programs_and_fails_no_check(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("guide.cli.clock.today", lambda: datetime.date(2026, 7, 15))
    ran = here("check", str(TINY), "--as", "json")
    (guide,) = json.loads(ran.out)["guides"]
    assert (ran.code, guide["problems"]) == (0, [])
    assert [due["code"] for due in guide["due"]] == ["K604"]
    told = here("check", str(TINY), "--as", "github")
    assert told.code == 0
    assert told.out.startswith(
        "::warning file=tests/guides/tiny/guide.yaml,line=6,col=11,title=K604::tiny "
    )


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31"])
def test_any_day_can_be_asked_about(day: str) -> None:
    assert here("check", str(TINY), "--as-of", day).code in (0, 1)


def test_a_date_in_the_future_is_a_problem(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guide.cli.clock.today", lambda: datetime.date(2026, 1, 14))
    ran = here("check", str(TINY))
    assert ran.code == 1
    assert "guide.yaml:6:11 K605 tiny was verified 2026-01-15" in ran.out
    assert here("check", str(TINY), "--as-of", "2026-01-15").code == 0


@pytest.mark.parametrize("inside", ["", "advice"])
def test_in_the_folder_of_a_broken_guide_that_guide_is_checked_and_tried(
    faulty: Path, monkeypatch: pytest.MonkeyPatch, inside: str
) -> None:
    monkeypatch.chdir(faulty / "tiny" / inside)
    ran = here("check")
    assert ran.code == 1
    assert PLACE in ran.out
    assert "1 guide checked, 1 problem in 1 of them." in ran.err
    assert here("try").code == 1
    assert "tiny has 1 problem, and some" in here("map").err
    (faulty / "tiny" / "guide.yaml").unlink()
    assert here("check").code == 1


def test_in_a_folder_that_holds_guides_those_are_checked_unless_a_library_is_named(
    faulty: Path, second: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(faulty)
    assert here("check").out.startswith("tiny/facets.yaml:")
    ran = here("check", "--library", str(second))
    assert (ran.code, "2 guides checked" in ran.err) == (0, True)


@pytest.mark.parametrize("argument", ["", ".", "absolute", "../library/tiny"])
def test_annotations_name_the_file_as_the_repository_does(
    faulty: Path, monkeypatch: pytest.MonkeyPatch, argument: str
) -> None:
    monkeypatch.delenv("GITHUB_WORKSPACE", raising=False)
    monkeypatch.chdir(faulty / "tiny" if argument in ("", ".") else faulty)
    folder = str(faulty / "tiny") if argument == "absolute" else argument
    for marked in ("git", "workspace"):
        if marked == "git":
            (faulty.parent / ".git").mkdir()
        else:
            (faulty.parent / ".git").rmdir()
            monkeypatch.setenv("GITHUB_WORKSPACE", str(faulty.parent))
        ran = here("check", *([folder] if folder else []), "--as", "github")
        assert ran.out.startswith("::error file=library/tiny/facets.yaml,line=19,col=9,")
