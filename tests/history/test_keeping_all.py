"""No walk takes the place of another: finished, named and noted ones stay as they are."""

from collections.abc import Callable
from pathlib import Path

import pytest

from guide.history.history import History

Save = Callable[..., str]

BIG = {"size": "big", "colour": "red"}
SMALL = {"size": "small", "colour": "red"}


def _draft(save: Save, history: History, walk_id: str | None = None, **answers: str) -> str:
    return save(history, walk_id, answers=answers, code="tiny:x=y", finished=False)


def test_a_finished_walk_stays_when_an_answer_is_changed(history: History, save: Save) -> None:
    first = save(history, answers=BIG)
    before = history.get(first)
    second = _draft(save, history, first, size="small")
    assert second != first
    assert history.get(first) == before
    assert save(history, second, answers=SMALL) == second
    assert history.count() == 2


@pytest.mark.parametrize("write", ["rename", "annotate"])
def test_what_was_named_or_noted_does_not_come_to_mean_other_answers(
    history: History, save: Save, write: str
) -> None:
    first = _draft(save, history, size="big", colour="red")
    getattr(history, write)(first, "Northwind")
    second = _draft(save, history, first, size="big")
    assert second != first
    assert _draft(save, history, second, size="small") == second
    kept = history.get(first)
    assert kept is not None
    assert kept.answers == BIG


def test_a_walk_that_goes_on_is_the_same_walk_named_or_not(history: History, save: Save) -> None:
    first = _draft(save, history, size="big")
    history.rename(first, "Northwind")
    assert save(history, first, answers=BIG) == first
    (kept,) = history.recent()
    assert (kept.name, kept.finished) == ("Northwind", True)


def test_a_draft_without_a_name_is_changed_in_its_place(history: History, save: Save) -> None:
    first = _draft(save, history, size="big")
    assert _draft(save, history, first, size="small") == first
    assert history.count() == 1


def test_going_to_and_fro_between_two_walks_makes_no_third(history: History, save: Save) -> None:
    first = save(history, answers=BIG)
    second = save(history, first, answers=SMALL)
    for _ in range(3):
        assert save(history, second, answers=BIG) == first
        assert history.recent()[0].id == first, "it is the one to continue"
        assert save(history, first, answers=SMALL) == second
    assert history.count() == 2


def test_a_draft_that_turns_back_leaves_the_finished_walk_as_it_was(
    history: History, save: Save
) -> None:
    first = save(history, answers=BIG)
    draft = _draft(save, history, first, size="small")
    assert save(history, draft, answers=BIG) == first
    assert _draft(save, history, first, size="small") == draft
    assert history.count() == 2


def test_the_same_answers_in_another_version_of_the_guide_change_no_finished_walk(
    history: History, save: Save
) -> None:
    first = save(history, answers=BIG)
    before = history.get(first)
    assert save(history, first, answers=BIG, content_hash="e" * 64) == first
    assert history.get(first) == before


def test_a_walk_from_the_start_is_one_of_its_own_even_with_the_same_answers(
    history: History, save: Save
) -> None:
    save(history, answers=BIG)
    draft = _draft(save, history, size="big")
    assert save(history, draft, answers=BIG) == draft
    assert history.count() == 2


def test_an_erased_walk_does_not_come_back(history: History, path: Path, save: Save) -> None:
    walk_id = _draft(save, history, size="big")
    with History(path) as other:
        assert other.erase_all()
    assert save(history, walk_id, answers=BIG) == walk_id
    assert (history.count(), history.recent()) == (0, [])
    assert "This walk was erased" in history.notice
    assert save(history, None, answers=BIG) != walk_id
    assert history.count() == 1


def test_a_walk_that_was_lost_and_not_erased_is_kept_again(
    history: History, path: Path, save: Save
) -> None:
    walk_id = _draft(save, history, size="big")
    for file in path.parent.iterdir():
        file.unlink()
    assert save(history, walk_id, answers=BIG) == walk_id
    assert [kept.id for kept in history.recent()] == [walk_id]
    assert history.notice == ""
