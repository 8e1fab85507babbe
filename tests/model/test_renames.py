"""Old names lead to those of today: in scenario codes and in stored answers."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from guide.journey.code import CodeError, read_pairs
from guide.journey.walk import walk
from guide.model.renames import current_answers, current_scenario
from guide.model.schema import Guide, Rename, Renamed

RENAMED = Renamed(
    facets=(Rename("light", "flame"),),
    values=(Rename("dim", "smoky", "flame"), Rename("broken", "cracked", "glass")),
    questions=(Rename("light", "flame"),),
    options=(Rename("dim", "smoky", "flame"), Rename("broken", "cracked", "glass")),
)


@pytest.fixture
def renamed(tiny: Guide) -> Guide:
    return replace(tiny, head=replace(tiny.head, renamed=RENAMED))


@pytest.mark.parametrize(
    "code",
    [
        "light=dim,glass=broken",
        "light=smoky,glass=cracked",
        "flame=dim,glass=broken",
        "flame=smoky,light=dim,glass=cracked",
    ],
)
def test_old_codes_are_read(renamed: Guide, code: str) -> None:
    assert read_pairs(renamed, code) == {"flame": "smoky", "glass": "cracked"}


def test_an_old_name_of_another_facet_is_still_wrong(renamed: Guide) -> None:
    with pytest.raises(CodeError, match="wind has no value 'dim'"):
        read_pairs(renamed, "wind=dim")
    with pytest.raises(CodeError, match="flame is given twice"):
        read_pairs(renamed, "flame=steady,light=dim")


def test_stored_answers_lead_where_they_led(renamed: Guide) -> None:
    answers = current_answers(renamed, {"light": "dim", "glass": "broken"})
    assert answers == {"flame": "smoky", "glass": "cracked"}
    assert walk(renamed, answers).finished
    assert current_scenario(renamed, {"light": "dim", "wind": "calm"}) == {
        "flame": "smoky",
        "wind": "calm",
    }


def test_the_answer_under_the_new_name_stands(renamed: Guide) -> None:
    assert current_answers(renamed, {"flame": "steady", "light": "dim"}) == {"flame": "steady"}


@given(answers=st.dictionaries(st.sampled_from(["flame", "soot", "glass", "x"]), st.text()))
def test_without_renames_answers_are_left_as_they_are(answers: dict[str, str], tiny: Guide) -> None:
    assert list(current_answers(tiny, answers).items()) == list(answers.items())
