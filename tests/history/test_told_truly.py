"""Whoever asks for a change learns whether the file was changed."""

import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from guide.history.history import History

Save = Callable[..., str]


@pytest.fixture
def locked(history: History, path: Path, save: Save, hurried: None) -> Iterator[str]:
    """The id of a walk in a file that another program does not let go of."""
    del hurried
    walk_id = save(history)
    history.rename(walk_id, "Before")
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield walk_id
    other.close()


def test_what_was_changed_is_said_to_be(history: History, save: Save) -> None:
    walk_id = save(history)
    other = save(history)
    assert history.rename(walk_id, "Ours")
    assert history.annotate(walk_id, "note")
    assert history.erase(walk_id)
    assert history.adopt(history.recent()) == (0, 0, 1)
    assert history.erase_all()
    assert not history.rename(other, "Gone")
    assert not history.annotate(other, "Gone")


@pytest.mark.parametrize(
    "change",
    [
        lambda history, walk_id: history.rename(walk_id, "After"),
        lambda history, walk_id: history.annotate(walk_id, "After"),
        lambda history, walk_id: history.erase(walk_id),
        lambda history, _: history.erase_all(),
    ],
    ids=["rename", "annotate", "erase", "erase_all"],
)
def test_what_the_file_refused_is_not_shown_as_done(
    history: History, locked: str, change: Callable[[History, str], bool]
) -> None:
    assert not change(history, locked)
    (row,) = history.rows()
    assert (row.id, row.name, row.note) == (locked, "Before", ""), "the list is what the file holds"
    assert "another program is using it" in history.notice


def test_nothing_is_taken_in_where_the_file_refuses_it(history: History, locked: str) -> None:
    (kept,) = history.recent()
    assert history.adopt([kept._replace(id="w" + "0" * 24)]) is None
    assert [row.id for row in history.rows()] == [locked]


@pytest.mark.usefixtures("locked")
def test_a_walk_of_this_session_alone_is_named_and_erased(history: History, save: Save) -> None:
    mine = save(history, answers={"in": "memory"})
    assert history.rename(mine, "Mine")
    assert history.rows()[0].name == "Mine"
    assert history.erase(mine)
    assert len(history.rows()) == 1
