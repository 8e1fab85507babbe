"""One string names a scenario everywhere, and a wrong one says what would be right."""

import itertools

import pytest
from helpers.how_many import tries
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.journey.code import CodeError, locate, read_pairs, split_code, write_code
from guide.journey.walk import walk
from guide.model.schema import Guide


def test_a_code_is_the_guide_and_its_facets_in_the_guides_order(tiny: Guide) -> None:
    assert write_code(tiny, {"glass": "whole", "flame": "smoky"}) == "tiny:flame=smoky,glass=whole"
    assert write_code(tiny, {}) == "tiny"


@pytest.mark.parametrize(
    ("code", "guide", "pairs"),
    [
        ("tiny:flame=smoky", "tiny", "flame=smoky"),
        ("tiny", "tiny", ""),
        ("flame=smoky", "", "flame=smoky"),
        (" tiny : flame = smoky ", "tiny", "flame=smoky"),
        ("tiny:flame=smoky,\n  glass=cra\ncked", "tiny", "flame=smoky,glass=cracked"),
    ],
)
def test_the_guide_may_be_left_out(code: str, guide: str, pairs: str) -> None:
    assert split_code(code) == (guide, pairs)


@pytest.mark.parametrize(
    ("pairs", "says"),
    [
        ("flam=smoky", "no facet 'flam' in tiny; did you mean 'flame'?"),
        ("flame=smokey", "flame has no value 'smokey'; did you mean 'smoky'?"),
        ("flame", "'flame' has no '='; write facet=value, separated by commas"),
        ("flame=smoky,flame=steady", "flame is given twice, as smoky and steady; keep one"),
        ("\x1b[2J=1", r"no facet '\x1b[2J' in tiny; it can be flame, glass, wind, soot"),
    ],
)
def test_a_wrong_code_says_what_is_wrong_and_the_nearest_right_name(
    tiny: Guide, pairs: str, says: str
) -> None:
    with pytest.raises(CodeError) as error:
        read_pairs(tiny, pairs)
    assert str(error.value) == says


def test_a_finished_scenario_has_answers_that_settle_exactly_it(tiny: Guide) -> None:
    flames = ["steady", "smoky"]
    for flame, glass, wind in itertools.product(flames, ["whole"], ["calm", "storm", "unset"]):
        scenario = read_pairs(tiny, f"flame={flame},glass={glass},wind={wind}")
        found = locate(tiny, scenario)
        assert found.open == ()
        assert walk(tiny, found.answers).finished
        assert walk(tiny, found.answers).scenario == scenario


def test_a_finding_is_reached_through_its_diagnostic(tiny: Guide) -> None:
    found = locate(tiny, read_pairs(tiny, "flame=smoky,glass=whole,soot=thick"))
    assert found.answers == {"flame": "unsure", "soot": "yes", "glass": "whole", "wind": "skip"}


def test_an_unfinished_scenario_says_what_is_open_and_keeps_what_is_given(tiny: Guide) -> None:
    found = locate(tiny, {"glass": "whole"})
    assert found.open == ("flame",)
    assert found.answers == {"glass": "whole"}


def test_values_that_no_reader_can_have_together_are_refused(tiny: Guide) -> None:
    with pytest.raises(CodeError, match=r"flame=steady, soot=thick together; change one of them"):
        locate(tiny, {"flame": "steady", "soot": "thick"})


@settings(max_examples=tries(40))
@given(code=st.text(max_size=60) | st.from_regex(r"(tiny:)?([a-z]{3,6}=[a-z]{3,6},?){0,4}"))
def test_any_text_is_a_scenario_or_one_printable_line(tiny: Guide, code: str) -> None:
    try:
        locate(tiny, read_pairs(tiny, split_code(code)[1]))
    except CodeError as error:
        assert str(error).isprintable()
