"""A rehearsal: its order, what it sees in what was typed, and what it keeps."""

from pathlib import Path

from helpers.small_replies import with_replies
from hypothesis import given
from hypothesis import strategies as st

from guide.model.schema import Guide
from guide.places import rehearsed_file
from guide.sales import rehearsed
from guide.sales.ready import ready_replies
from guide.sales.rehearsal import MOST, rehearse

SLIP = {"opinion": "qualified", "nature": "admin"}


@given(st.integers(), st.sets(st.sampled_from(["misuse", "bridge", "gone"])))
def test_each_question_comes_once_and_what_is_to_be_repeated_first(
    shipped: Guide, seed: int, repeat: set[str]
) -> None:
    questions = rehearse(shipped, SLIP, seed, sorted(repeat)).questions
    ids = [asked.ready.reply.id for asked in questions]
    assert len(ids) == len(set(ids)) <= MOST
    again = [asked.ready.reply.id for asked in questions if asked.again]
    assert again == ids[: len(again)] == sorted(repeat - {"gone"})
    assert all(asked.words in asked.ready.reply.asked for asked in questions)
    assert any(asked.follows for asked in questions)


def test_the_same_seed_asks_the_same(shipped: Guide) -> None:
    asked = [rehearse(shipped, SLIP, seed).questions for seed in (7, 7, 8)]
    assert asked[0] == asked[1] != asked[2]


def test_a_rehearsal_ends_and_says_what_went_well(tiny: Guide) -> None:
    rehearsal = rehearse(with_replies(tiny), {"flame": "smoky"}, 1)
    assert [phrase for phrase, _ in rehearsal.slips("It never breaks, quite safe")] == [
        "quite safe",
        "never breaks",
    ]
    for well in (True, False, False):
        rehearsal.mark(well=well)
    assert rehearsal.current is None
    assert len(rehearsal.went(well=True)) == 1
    assert len(rehearsal.went(well=False)) == 2


def test_what_is_never_said_to_one_question_is_heard_at_every_other(shipped: Guide) -> None:
    rehearsal = rehearse(shipped, SLIP, 1)
    typed = "Our auditor confirmed the fix and no evidence of harm was found, it is fixed"
    assert {phrase for phrase, _ in rehearsal.slips(typed)} == {
        "auditor confirmed",
        "no evidence of",
        "it is fixed",
    }


def test_no_model_answer_holds_what_is_never_said_to_another_question(shipped: Guide) -> None:
    for code in (SLIP, {"opinion": "adverse"}, {"opinion": "unqualified", "nature": "admin"}):
        rehearsal = rehearse(shipped, {**code, "report": "type2"}, 1)
        for ready in ready_replies(shipped, {**code, "report": "type2"}):
            assert (ready.id, rehearsal.slips(ready.says)) == (ready.id, [])


def test_what_went_wrong_waits_until_it_went_well(own_home: Path) -> None:
    assert rehearsed.to_repeat("tiny") == ()
    assert rehearsed.keep("tiny", {"a": True, "b": False, "c": False}) == ""
    assert rehearsed.to_repeat("tiny") == ("b", "c")
    rehearsed.keep("other", {"x": False})
    rehearsed.keep("tiny", {"b": True, "d": False})
    assert rehearsed.to_repeat("tiny") == ("d", "c")
    assert rehearsed.to_repeat("other") == ("x",)
    assert rehearsed_file().is_relative_to(own_home)
    assert rehearsed.forget()
    assert not rehearsed.forget()
    assert rehearsed.to_repeat("tiny") == ()


def test_a_file_of_anything_else_keeps_nothing_from_working() -> None:
    rehearsed_file().parent.mkdir(parents=True)
    for data in (b"\xff", b"[]", b'{"tiny": 3}', b'{"tiny": [1, "a"]}'):
        rehearsed_file().write_bytes(data)
        assert rehearsed.to_repeat("tiny") in ((), ("a",))
    assert rehearsed.keep("tiny", {"b": False}) == ""


def test_where_nothing_can_be_kept_it_is_said(no_home: Path) -> None:
    no_home.write_text("a file in the place of the folder")
    assert rehearsed.keep("tiny", {"b": False}).startswith("What to repeat is not kept")
