"""When a walk is kept, and which walk a change begins."""

from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from guide.history.keeper import Keeper
from guide.journey.journey import Journey
from guide.model.schema import Guide

SMOKY = {"flame": "smoky"}
CRACKED = {"flame": "smoky", "glass": "cracked"}


@pytest.fixture
def keeper(path: Path) -> Iterator[Keeper]:
    with closing(Keeper(path)) as opened:
        yield opened


def test_nothing_is_kept_before_the_first_answer(keeper: Keeper, path: Path, tiny: Guide) -> None:
    assert keeper.keep(Journey(tiny)).walk_id is None
    assert keeper.news() == ""
    assert not path.parent.exists()


def test_an_answer_goes_on_with_the_same_walk(keeper: Keeper, tiny: Guide) -> None:
    draft = keeper.keep(Journey(tiny, SMOKY))
    page = keeper.keep(draft.answered(tiny.question["glass"], "cracked"))
    (kept,) = keeper.history.recent()
    assert (kept.id, kept.answers, kept.finished) == (page.walk_id, CRACKED, True)
    assert page.walk_id == draft.walk_id
    assert kept.page.startswith('["Do not light it"')


def test_what_was_only_looked_at_is_not_kept(keeper: Keeper, tiny: Guide) -> None:
    for journey in (
        Journey(tiny, CRACKED, visiting=True),
        Journey(tiny, CRACKED, resting=True),
    ):
        assert keeper.keep(journey) is journey
    assert keeper.history.recent() == []


def test_a_page_opened_again_is_one_walk(keeper: Keeper, tiny: Guide) -> None:
    first = keeper.keep(Journey(tiny, CRACKED))
    assert keeper.keep(Journey(tiny, CRACKED)).walk_id == first.walk_id


def test_a_journey_put_aside_is_taken_up_as_one_of_its_own(keeper: Keeper, tiny: Guide) -> None:
    draft = keeper.keep(Journey(tiny, SMOKY))
    assert keeper.resume(draft) is draft
    keeper.keep(replace(draft, answers={"flame": "steady"}))
    other = keeper.resume(draft)
    assert other.walk_id not in (None, draft.walk_id)
    keeper.history.erase_all()
    assert keeper.resume(draft) is draft
    assert keeper.history.recent() == [], "what was erased is not kept again"


def test_news_is_told_once(tmp_path: Path, tiny: Guide) -> None:
    (tmp_path / "history.db").write_bytes(b"damaged")
    with closing(Keeper(tmp_path / "history.db")) as keeper:
        keeper.keep(Journey(tiny, SMOKY))
        assert "The history was damaged" in keeper.news()
        assert keeper.news() == ""
