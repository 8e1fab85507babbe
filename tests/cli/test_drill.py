"""``guide drill`` in plain lines: asked, answered, explained, kept, taken elsewhere, erased."""

import json
import os
import signal
import sys
from pathlib import Path

import pytest
from helpers.practicing import IDS, library, review
from helpers.running import ROOT, Ran, apart, here

from guide.practice.progress import ReviewFile
from guide.practice.reviews import written


@pytest.fixture
def shelf(tmp_path: Path) -> Path:
    """A library whose guide has cases."""
    return library(tmp_path)


def _drill(shelf: Path, *arguments: str, typed: str = "") -> Ran:
    return here("drill", *arguments, "--library", str(shelf), typed=typed)


def _kept() -> list[tuple[str, str, bool]]:
    return [(answer.case, answer.option, answer.known) for answer in ReviewFile().read().reviews]


def test_a_case_is_asked_first_and_every_reason_follows_the_answer(shelf: Path) -> None:
    ran = _drill(shelf, "--plain", typed="2\n\nq\n")
    assert ran.code == 0
    before, _, after = ran.out.partition("Answer: ")
    assert "1 of 5. The red case" in before
    assert "Nothing says otherwise" not in before
    assert "Not right.\n" in after
    for reason in ("Nothing says otherwise.", "The log says so.", "She has said it."):
        assert reason in after
    assert "2. ✕ Not right: It is not (your answer)" in after
    assert "1. ✓ Right: It is safe\n" in after
    assert "guide advise tiny:flame=steady,glass=whole" in after
    assert "You knew 0 of 1." in after
    assert "Waiting today: 4 new." in after
    assert _kept() == [("red", "unsafe", False)]


def test_a_guess_counts_as_not_known(shelf: Path) -> None:
    ran = _drill(shelf, "--plain", typed="it is safe\ng\nq\n")
    assert "Press Enter to go on, g if you guessed:" in ran.out
    assert "A guess: it comes again." in ran.out
    assert _kept() == [("red", "safe", False)]
    assert "guessed" not in _drill(shelf, "--plain", typed="3\n").out.rpartition("Press Enter")[2]


def test_a_course_goes_to_its_end_and_to_its_last_words(shelf: Path) -> None:
    ran = _drill(shelf, "lamps", "--plain", typed="1\n\n2\n\n")
    assert "The lamps: 2 cases" in ran.out
    assert "You knew 2 of 2." in ran.out
    assert "Say aloud what you saw." in ran.out
    assert "What went well" in ran.out
    assert "What to repeat" not in ran.out


def test_a_course_that_was_left_says_how_much_of_it_is_left(shelf: Path) -> None:
    _drill(shelf, "lamps", "--plain", typed="1\n\nq\n")
    assert "The lamps: 1 case, of 2" in _drill(shelf, "lamps", "--plain", typed="q\n").out


def test_what_was_missed_is_asked_with_an_option(shelf: Path) -> None:
    _drill(shelf, "--plain", typed="2\n\n2\n\nq\n")
    ran = _drill(shelf, "--missed", "--plain", typed="1\n\n")
    assert "What you missed: 1 case" in ran.out
    assert "You knew 1 of 1." in ran.out
    assert "You missed nothing" in _drill(shelf, "--missed", "--plain").out


def test_nothing_is_asked_when_nothing_is_due(shelf: Path) -> None:
    _drill(shelf, "--plain", typed="1\n\n" * 5)
    assert "Nothing more is due today." in _drill(shelf, "--plain").out


@pytest.mark.parametrize(
    ("typed", "line"), [("9\n", 1), ("1\n2\n", 2), ("maybe\n", 1), ("1\n\n\x1b[2J\n", 3)]
)
def test_a_line_of_a_pipe_that_answers_nothing_stops_it(shelf: Path, typed: str, line: int) -> None:
    ran = _drill(shelf, "--plain", typed=typed)
    assert ran.code == 2
    assert f"line {line} of the input answers nothing" in ran.err
    assert "\x1b" not in ran.out + ran.err


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("lamp", "--plain"), "tiny has no course 'lamp'; did you mean 'lamps'?"),
        (("lamps", "--missed"), "give a course or --missed, not both."),
        (("lamps",), "this is not a terminal; add --plain to decide the same cases"),
        (("--guide", "tinny", "--plain"), "did you mean"),
        (("erase",), "this erases 0 answers; add --yes where nobody can be asked"),
        (("import", "nowhere.jsonl"), "nowhere.jsonl can't be read: No such file"),
    ],
)
def test_what_can_not_be_done_is_said_in_a_line(
    shelf: Path, arguments: tuple[str, ...], words: str
) -> None:
    ran = _drill(shelf, *arguments)
    assert ran.code == 2
    assert words in ran.err
    assert ran.err.count("\n") == 1


def test_a_guide_without_cases_says_so() -> None:
    ran = here("drill", "--plain")
    assert (ran.code, ran.err) == (
        2,
        "guide: tiny has no cases to decide; cases.yaml would hold them\n",
    )


def test_progress_names_the_weakest_topic_and_its_page(shelf: Path) -> None:
    ReviewFile().add([review("red"), review("amber", known=False)])
    text = _drill(shelf, "progress").out
    weak = text.partition("What is weak")[2].partition("By topic")[0]
    assert "Glasses" in weak
    assert "The amber case" in weak
    assert "guide advise tiny:flame=steady,glass=whole" in weak
    assert "guide drill lamps" in text
    data = json.loads(_drill(shelf, "progress", "--as", "json").out)
    assert data["topics"][0]["missed"] == ["amber"]
    assert [case["known"] for case in data["cases"]] == [True, False]


def test_answers_go_to_another_machine_and_are_not_doubled(
    shelf: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ReviewFile().add([review("red"), review("blue", known=False)])
    file = tmp_path / "answers.jsonl"
    assert _drill(shelf, "export", str(file)).code == 0
    monkeypatch.setenv("GUIDE_HOME", str(tmp_path / "elsewhere"))
    ReviewFile().add([review("red")])
    assert _drill(shelf, "import", str(file)).err == "1 added, 1 here already, 0 skipped\n"
    assert _drill(shelf, "import", str(file)).err == "0 added, 2 here already, 0 skipped\n"
    assert _drill(shelf, "export", "-").out == file.read_text(encoding="utf-8")
    damaged = _drill(shelf, "import", "-", typed=written([review("green")]) + "{\n")
    assert damaged.code == 1
    assert damaged.err == "skipped line 2: it is not JSON\n1 added, 0 here already, 1 skipped\n"


def test_damage_is_said_and_the_rest_goes_on(shelf: Path) -> None:
    ReviewFile().add([review("red")])
    path = ReviewFile().path
    path.write_bytes(b"oh\n" + path.read_bytes())
    ran = _drill(shelf, "--plain", typed="q\n")
    assert ran.err == "guide: 1 damaged line passed over: line 1: it is not JSON.\n"
    assert ran.code == 0


def test_erased_is_erased_and_where_names_the_file(shelf: Path, own_home: Path) -> None:
    ReviewFile().add([review("red")])
    path = own_home / "data" / "practice.jsonl"
    assert f"{path} (there)" in here("where").out
    assert _drill(shelf, "erase", "--yes").err == "erased: 1 answer\n"
    assert not path.exists()


def test_cards_are_written_in_the_form_that_a_file_is_named_for(
    shelf: Path, tmp_path: Path
) -> None:
    assert _drill(shelf, "cards").out.startswith("#separator:Tab\n#html:true\n")
    table = tmp_path / "cards.csv"
    assert _drill(shelf, "cards", "-o", str(table)).code == 0
    assert table.read_text(encoding="utf-8-sig").startswith("case,title,topic,")


def test_a_pipe_gets_every_case_of_the_guide_that_ships(env: dict[str, str]) -> None:
    typed = "1\n\n" * 5
    ran = apart("drill", "four-opinions", "--plain", env=env, typed=typed)
    assert ran.code == 0
    assert "5 of 5. " in ran.out
    assert len(ReviewFile().read().reviews) == 5
    assert "\x1b" not in ran.out


@pytest.mark.skipif(sys.platform == "win32", reason="SKIPPED: no pseudo-terminals here")
def test_closing_the_terminal_loses_no_answer(shelf: Path, own_home: Path) -> None:
    from helpers.terminal import Terminal, program

    env = os.environ | {"GUIDE_HOME": str(own_home), "PYTHONPATH": str(ROOT)}
    for arguments in (["--plain"], []):
        command = program("drill", "lamps", "--guide", "tiny", *arguments, "--library", str(shelf))
        with Terminal(command, env) as terminal:
            terminal.wait_for(b"case")
            if not arguments:
                terminal.press_until("\r", b"Press 1")  # the last reasons come first
            terminal.press_until("1\n" if arguments else "1", b"To take away")
            os.kill(terminal.pid, signal.SIGHUP)
            _, status = os.waitpid(terminal.pid, 0)
        assert os.WIFSIGNALED(status) or os.WEXITSTATUS(status) == 128 + signal.SIGHUP
    assert [case for case, _, _ in _kept()] == [*IDS[:2]]
