"""What a person types, and which guide, scenario or walk it stands for, at every door."""

import shutil
from pathlib import Path

import pytest
from helpers.running import TINY

from guide.history.history import History
from guide.history.resolve import find_draft, finished, resolve, resolve_several
from guide.model.schema import Guide
from guide.reading.shelf import Found, Shelf, find
from guide.user_error import UserError


@pytest.fixture
def shelf(tiny: Guide) -> Shelf:
    return Shelf((Found(TINY, tiny, []),))


def _keep(history: History, guide: Guide, answers: dict[str, str]) -> str:
    return history.save(
        None, guide=guide.id, answers=answers, code="tiny:flame=smoky", finished=False,
        content_hash=guide.content_hash,
    )  # fmt: skip


@pytest.mark.parametrize("code", ["tiny:flame=smoky,glass=cracked", "glass=cracked,flame=smoky"])
def test_a_code_stands_for_its_answers_and_its_page(shelf: Shelf, code: str) -> None:
    resolved = resolve(shelf, code)
    assert resolved.code == "tiny:flame=smoky,glass=cracked"
    assert resolved.journey.answers == {"flame": "smoky", "glass": "cracked"}
    assert resolved.advice == finished(resolved).advice
    assert not resolved.journey.resting


def test_an_unfinished_code_rests_and_says_what_is_open(shelf: Shelf) -> None:
    resolved = resolve(shelf, "flame=smoky")
    assert (resolved.open, resolved.journey.resting) == (("glass",), True)
    with pytest.raises(UserError, match="open: Glass; finish with 'guide ask tiny:flame=smoky'"):
        finished(resolved)


def test_a_walk_goes_by_its_id_or_the_beginning_of_it(shelf: Shelf, tiny: Guide) -> None:
    with History() as history:
        walk_id = _keep(history, tiny, {"flame": "smoky"})
        history.rename(walk_id, "Northwind")
    resolved = resolve(shelf, walk_id[:8])
    assert resolved == resolve(shelf, walk_id)
    assert (resolved.journey.walk_id, resolved.name) == (walk_id, "Northwind")
    assert (resolved.scenario, resolved.open) == ({"flame": "smoky"}, ("glass",))
    assert resolved.journey.resting, "looking at it keeps nothing"


def test_a_guide_called_like_a_walk_is_the_guide(tiny: Guide, tmp_path: Path) -> None:
    folder = shutil.copytree(TINY, tmp_path / "guide")
    head = folder / "guide.yaml"
    head.write_text(head.read_text(encoding="utf-8").replace("id: tiny", "id: wabcdef0"))
    assert resolve(Shelf((find(folder),)), "wabcdef0").guide.id == "wabcdef0"
    with pytest.raises(UserError, match="no walk 'wabcdef0'"):
        resolve(Shelf((Found(TINY, tiny, []),)), "wabcdef0")


@pytest.mark.parametrize(
    ("code", "says"),
    [
        ("tinny", "no guide 'tinny'; did you mean 'tiny'?"),
        ("smoky", "no guide 'smoky'; did you mean flame=smoky?"),
        ("tiny:flame=smokey", "flame has no value 'smokey'; did you mean 'smoky'?"),
        ("flame=steady,soot=thick", "no reader of tiny can have"),
        ("w00000000", "no walk 'w00000000'; 'guide history' lists those there are"),
    ],
)
def test_what_stands_for_nothing_is_answered_with_the_way_out(
    shelf: Shelf, code: str, says: str
) -> None:
    with pytest.raises(UserError) as error:
        resolve(shelf, code)
    assert says in str(error.value)
    assert "\n" not in str(error.value)


def test_of_several_scenarios_one_guide_is_enough_named_once(shelf: Shelf) -> None:
    codes = ["glass=cracked", "tiny:flame=smoky"]
    assert [each.code for each in resolve_several(shelf, codes)] == [
        "tiny:glass=cracked",
        "tiny:flame=smoky",
    ]
    for wrong, says in (
        (["flame=smoky", "tiny"], "tiny alone names no answer; add one, such as tiny:flame="),
        (["flame=smoky", "tiny:flame=smoky"], "tiny:flame=smoky is there twice"),
    ):
        with pytest.raises(UserError, match=says):
            resolve_several(shelf, wrong)


def test_a_draft_may_have_problems_but_not_without_a_shape(shelf: Shelf, tmp_path: Path) -> None:
    assert find_draft(shelf, None).warning == ""
    folder = shutil.copytree(TINY, tmp_path / "tiny")
    questions = folder / "questions.yaml"
    questions.write_text("- {", encoding="utf-8")
    with pytest.raises(UserError, match="leave its questions without a shape; see 'guide check"):
        find_draft(shelf, str(folder))
    shutil.copytree(TINY, tmp_path / "other")
    with pytest.raises(UserError, match="holds 2 guides; name one, such as"):
        find_draft(shelf, str(tmp_path))
