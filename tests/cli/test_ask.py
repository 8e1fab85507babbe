"""guide ask: the walk as lines, for a screen reader, a pipe, any terminal."""

from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.how_many import tries
from helpers.running import ROOT, TINY, Ran, apart, here
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.history.history import History
from guide.model.schema import Guide

GOLDEN = Path(__file__).parent / "golden"


def _ask(*lines: str, code: str = "tiny") -> Ran:
    return here("ask", code, typed="".join(f"{line}\n" for line in lines))


def _ask_shipped(*lines: str) -> Ran:
    typed = "".join(f"{line}\n" for line in lines)
    return here("ask", "--library", str(ROOT / "content"), "failed-audit", typed=typed)


def test_a_walk_by_numbers_ends_with_the_page_and_its_code() -> None:
    ran = _ask("2", "2")
    assert (ran.code, ran.err) == (0, "")
    assert "Question 1 of 2, then up to 1 optional. How does the flame burn?\n" in ran.out
    assert "  2. Smoky (It leaves soot.)\n" in ran.out
    assert "Leave this lantern unlit." in ran.out
    assert ran.out.endswith(
        "\nTo see this page with its sources:\nguide advise tiny:flame=smoky,glass=cracked\n"
    )


def test_a_whole_conversation_reads_well(golden: Callable[[Path, str], None]) -> None:
    ran = _ask("?", "3", "?", "", "yes", "b", "1", "cr", "2")
    golden(GOLDEN / "conversation.txt", ran.out.partition("\nIs the lantern safe")[0])


@pytest.mark.parametrize(
    "typed", ["2", "2.", "2)", "smoky", "SMOKY", " Smo ", "s m".replace(" ", "")]
)
def test_an_answer_is_a_number_an_id_or_the_start_of_its_label(typed: str) -> None:
    assert "You chose: Smoky" in _ask(typed).out


@pytest.fixture
def attended(monkeypatch: pytest.MonkeyPatch) -> None:
    """Somebody sits at the keyboard."""
    monkeypatch.setattr("guide.cli.dialogue.attended", lambda: True)


@pytest.mark.usefixtures("attended")
def test_the_start_of_two_labels_is_asked_back_and_nothing_is_settled() -> None:
    ran = _ask("s")
    assert "That could be 'Steady' or 'Smoky'. Type a little more, or the number." in ran.out
    assert "Nothing was settled." in ran.out


@pytest.mark.usefixtures("attended")
def test_a_word_that_is_no_answer_is_shown_harmless() -> None:
    ran = _ask("\x1b]52;c;x\x07")
    assert "No answer is called '\\x1b]52;c;x\\x07'. Type a number from 1 to 3." in ran.out
    assert "\x1b" not in ran.out


def test_why_is_said_only_when_asked_for() -> None:
    why = "Why we ask: A smoky flame says the wick needs care."
    assert why not in _ask("1").out
    assert why in _ask("?").out
    assert "There is nothing more to say about this question." in _ask("1", "?").out


def test_b_goes_back_and_an_empty_line_repeats_the_question() -> None:
    assert _ask("1", "b").out.count("Question 1 of 2,") == 2
    assert "This is the first question." in _ask("b").out
    assert _ask("").out.count("Question 1 of 2,") == 2
    assert _ask("?").out.count("Question 1 of 2,") == 1
    assert "flame=smoky,glass=cracked" in _ask("1", "b", "2", "2").out


def test_going_back_keeps_the_answers_and_changing_one_says_what_became_of_the_others() -> None:
    ran = _ask("1", "1", "b", "b", "2", "q")
    assert "Your answer so far: Whole\n" in ran.out
    assert "Your answer so far: Steady\n" in ran.out
    assert "You chose: Smoky\nChanged to 'Smoky'. 1 later answer is kept for now" in ran.out
    assert "flame=smoky,glass=whole" in ran.out
    with History() as history:
        assert [dict(walk.answers) for walk in history.recent()] == [
            {"flame": "smoky", "glass": "whole"}
        ]


@pytest.mark.parametrize("end", [["q"], ["Q"], []])
def test_stopping_or_the_end_of_input_says_how_to_go_on(end: list[str]) -> None:
    ran = _ask("2", *end)
    assert ran.code == 0
    assert ran.out.endswith(
        "So far: Flame: Smoky\nTo go on from here: guide ask tiny:flame=smoky\n"
    )


def test_a_code_goes_on_where_it_leaves_off() -> None:
    ran = _ask("2", code="tiny:flame=smoky")
    assert "Question 1" not in ran.out
    assert "Question 2 of 2, then up to 1 optional. Is the glass whole?" in ran.out
    assert ran.out.endswith("guide advise tiny:flame=smoky,glass=cracked\n")


def test_a_finished_code_shows_its_page_at_once() -> None:
    ran = _ask(code="tiny:flame=smoky,glass=cracked")
    assert "Answer:" not in ran.out
    assert "Leave this lantern unlit." in ran.out


def test_the_answers_of_a_diagnostic_are_on_the_page() -> None:
    assert "2. Is there soot on the glass? Yes" in _ask("3", "1", "2").out


def test_the_only_guide_need_not_be_named_and_one_of_two_must(second: Path) -> None:
    assert here("ask").code == 0
    ran = here("ask", "--library", str(second))
    assert (ran.code, ran.out, ran.err) == (2, "", "guide: say which guide: other, tiny\n")


def test_no_line_is_wider_than_a_terminal_and_none_holds_an_escape() -> None:
    ran = _ask("?", "3", "?", "1", "2")
    assert "\x1b" not in ran.out
    assert max(len(line) for line in ran.out.splitlines()) <= 80


def test_the_walk_is_kept_and_can_be_continued_elsewhere(tiny: Guide) -> None:
    _ask("2", "q")
    with History() as history:
        (kept,) = history.recent()
    assert kept.answers == {"flame": "smoky"}
    assert (kept.code, kept.finished) == ("tiny:flame=smoky", False)
    assert kept.content_hash == tiny.content_hash
    _ask("3", "yes", "2")
    with History() as history:
        kept = history.recent()[0]
    assert kept.answers == {"flame": "unsure", "soot": "yes", "glass": "cracked"}
    assert kept.finished


def test_nothing_is_kept_of_a_walk_without_answers() -> None:
    _ask("?", "b", "", "q")
    with History() as history:
        assert history.recent() == []


def test_a_history_that_cannot_be_written_is_said_once_and_stops_nothing(no_home: Path) -> None:
    no_home.parent.mkdir(exist_ok=True)
    no_home.write_text("a file where the folder should be")
    ran = _ask("2", "2")
    assert ran.code == 0
    assert ran.err.count("\n") == 1
    assert "Leave this lantern unlit." in ran.out


def test_where_to_look_is_said_unasked_and_on_every_question_that_knows() -> None:
    where = "Where to look: The inside of the glass, near the top.\n"
    asked = f"Finding out: Flame, 1 of 1. Is there soot on the glass?\n{where}  1. Yes\n"
    assert asked in _ask("3").out
    assert _ask("3", "?").out.count(where) == 2
    assert "Where to look" not in _ask("2").out, "that question does not know"
    first = _ask_shipped().out
    assert ". What do you have?\nWhere to look:" in first


def test_what_a_diagnostic_concludes_is_said_with_the_way_back() -> None:
    told = "You chose: Yes\nThat settles: Flame: Smoky. Go back if that looks wrong.\n"
    assert told in _ask("3", "1").out
    assert "That settles" not in _ask("2", "1").out


@pytest.mark.parametrize("whole", ["3", "4"], ids=["no", "I cannot find it"])
def test_an_answer_that_could_not_be_found_silences_nothing(whole: str) -> None:
    out = _ask_shipped("1", "5", "6", whole, "1").out
    assert "That settles: Opinion: Adverse." in out
    flat = " ".join(out.split())
    asked = flat.partition("Are the statements in the Opinion paragraph negative? ")[2]
    assert asked.startswith("Where to look:")


def test_an_optional_question_says_so() -> None:
    out = _ask("2", "1").out
    assert "Question 2 of 2, then up to 1 optional. Is the glass whole?" in out
    assert "Optional 1 of 1. How is the wind?" in out


def test_commands_may_be_typed_in_full() -> None:
    assert _ask("1", "Back").out.count("Question 1 of 2,") == 2
    assert "Why we ask:" in _ask("help").out
    ran = _ask("2", "quit")
    assert "No answer is called" not in ran.out
    assert "To go on from here: guide ask tiny:flame=smoky" in ran.out


def test_words_from_the_middle_of_an_answer_mean_it() -> None:
    assert "You chose: I am not sure" in _ask("not sure").out
    assert "No answer is called 'e'" in _ask("e").err


def test_the_page_at_the_end_leaves_the_sources_to_advise() -> None:
    ran = _ask("2", "2")
    assert "Where this comes from" not in ran.out
    assert "they are explained at the end" not in ran.out
    assert (
        "Where this comes from" in here("advise", "tiny:flame=smoky,glass=cracked", "--sources").out
    )


def test_lines_are_as_short_as_columns_asks_for(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    lines = _ask("3", "1", "2").out.splitlines()
    assert [line for line in lines if len(line) > 40 and "flame=" not in line] == []


@pytest.mark.parametrize("typed", [[], ["q"], ["2"], ["2", "2"]])
def test_a_damaged_history_is_set_aside_and_said_once(own_home: Path, typed: list[str]) -> None:
    file = own_home / "data" / "history.db"
    file.parent.mkdir(parents=True)
    file.write_text("junk")
    ran = _ask(*typed)
    assert ran.code == 0
    assert ran.err.startswith("The history was damaged")
    assert ran.err.count("\n") == 1
    assert len([*file.parent.glob("history.damaged-*")]) == 1


LINE = st.one_of(
    st.sampled_from(["1", "2", "3", "4", "b", "?", "", "q", "yes", "no", "s", "smoky", "0", "-1"]),
    st.text(max_size=20),
    st.integers().map(str),
)


@pytest.mark.parametrize("junk", ["x", "0", "s", "\x1b[A"])
def test_without_a_person_the_next_line_never_answers_in_the_place_of_an_unreadable_one(
    junk: str,
) -> None:
    ran = _ask("2", "?", junk, "1")
    assert ran.code == 2
    assert ran.err.startswith("guide: line 3 of the input answers nothing: ")
    assert ran.err.count("\n") == 1
    assert "So far: Flame: Smoky\nTo go on from here: guide ask tiny:flame=smoky\n" in ran.out
    assert "Leave this lantern unlit." not in ran.out


def test_a_byte_order_mark_is_no_part_of_an_answer(env: dict[str, str]) -> None:
    for odd in ({}, {"PYTHONIOENCODING": "cp1252"}):
        given_ = env | {"GUIDE_LIBRARY": str(TINY)} | odd
        ran = apart("ask", "tiny", env=given_, typed="\ufeff2\n\ufeff2\n")
        assert (ran.code, ran.err) == (0, "")
        assert ran.out.endswith("guide advise tiny:flame=smoky,glass=cracked\n")


@settings(max_examples=tries(40))
@given(st.lists(LINE, max_size=12), st.booleans())
def test_any_lines_end_cleanly(lines: list[str], attended: bool) -> None:  # noqa: FBT001
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("guide.cli.dialogue.attended", lambda: attended)
        ran = _ask(*lines)
    assert (ran.code, ran.err.count("\n")) in ([(0, 0)] if attended else [(0, 0), (2, 1)])
    assert "\x1b" not in ran.out + ran.err
    assert ran.out.splitlines()[-1].startswith(("guide advise", "To go on", "Nothing was settled"))
