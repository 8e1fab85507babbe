import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest

from guide.history import listing, walks
from guide.history.database import backup_of
from guide.history.history import History
from guide.history.kept import is_id

Save = Callable[..., str]


def test_a_page_of_the_list_is_newest_first(history: History, save: Save) -> None:
    ids = [save(history) for _ in range(7)][::-1]
    assert [row.id for row in history.rows()] == ids
    assert [row.id for row in history.rows(3)] == ids[:3]
    assert [row.id for row in history.rows(3, 2)] == ids[2:5]
    assert [row.id for row in history.rows(None, 5)] == ids[5:]
    assert (history.rows(0), history.rows(-1), history.rows(3, 99)) == ([], [], [])
    assert [row.id for row in history.rows(3, -1)] == ids[:3]
    assert history.count() == 7


def test_a_search_pages_what_it_finds(history: History, save: Save) -> None:
    ids = [save(history, code=f"tiny:size={n % 2}") for n in range(8)][::-1]

    def odd(row: listing.Row) -> bool:
        return row.code.endswith("1")

    assert [row.id for row in history.rows(wanted=odd)] == ids[::2]
    assert [row.id for row in history.rows(2, 1, odd)] == ids[2:6:2]


def test_a_row_holds_what_a_list_shows(history: History, save: Save) -> None:
    walk_id = save(history, finished=False)
    history.rename(walk_id, "Ours")
    history.annotate(walk_id, "one\ntwo")
    kept = history.get(walk_id)
    (row,) = history.rows()
    assert kept is not None
    assert (row.id, row.guide, row.code) == (kept.id, kept.guide, kept.code)
    assert (row.name, row.note, bool(row.finished)) == ("Ours", "one\ntwo", False)
    assert row.when == kept.updated


def test_a_list_decodes_no_answers(history: History, path: Path, save: Save) -> None:
    walk_id = save(history)
    history.close()
    with sqlite3.connect(path) as writer:
        writer.execute("UPDATE walk SET answers = '{'")
    writer.close()
    assert [row.id for row in history.rows()] == [walk_id]


def test_rows_that_cannot_be_read_are_passed_over(history: History, path: Path, save: Save) -> None:
    good, bad, late, hurt = (save(history) for _ in range(4))
    history.close()
    backup_of(path).unlink()  # it would restore them
    with sqlite3.connect(path) as writer:
        writer.execute("UPDATE walk SET name = x'ff' WHERE id = ?", (bad,))
        writer.execute("UPDATE walk SET updated = ? WHERE id = ?", (2**62, late))
        writer.execute("UPDATE walk SET name = ? WHERE id = ?", ("a\x1b[31mb\u202e", hurt))
    writer.close()
    assert [(row.id, row.name) for row in history.rows()] == [(hurt, "a[31mb"), (good, "")]


def test_the_whole_list_is_read_a_page_at_a_time_each_row_in_its_place(
    history: History, path: Path, save: Save, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(listing, "_PAGE", 10)
    ids = [save(history, finished=False) for _ in range(34)][::-1]
    pages = history.pages()
    assert len(pages) == 34
    assert (pages[0].id, pages[33].id, pages[-1].id) == (ids[0], ids[33], ids[33])
    assert len(pages._known) == 2, "two pages of four were looked at"
    assert [row.id for row in pages] == ids
    with pytest.raises(IndexError):
        pages[34]
    history.erase(ids[5])
    later = history.pages()
    with sqlite3.connect(path) as writer:
        writer.execute("UPDATE walk SET name = x'ff' WHERE id = ?", (ids[7],))
        writer.execute("DELETE FROM walk WHERE id = ?", (ids[30],))
    writer.close()
    left = [row.id for row in later]
    assert left == [*ids[:5], ids[6], "", *ids[8:30], *ids[31:], ""]
    assert later[6].name == "This walk can't be read any more"


@pytest.mark.parametrize("query", [listing.TO_SHOW.replace("?", "9"), walks.NEWEST])
def test_a_list_is_read_from_an_index(history: History, save: Save, query: str) -> None:
    save(history)
    connection = history._connection
    assert connection is not None
    rows = connection.execute(f"EXPLAIN QUERY PLAN {query}").fetchall()
    plan = " / ".join(row[3] for row in rows)
    assert "USING INDEX walk_newest" in plan
    assert "TEMP B-TREE" not in plan


def test_the_beginning_of_an_id_finds_it(history: History, save: Save) -> None:
    ids = sorted(save(history) for _ in range(20))
    assert history.ids(ids[3]) == [ids[3]]
    assert ids[3] in history.ids(ids[3][:9])
    assert history.ids("w", 5) == ids[:5]
    assert history.ids("'; DROP TABLE walk") == []
    assert is_id(ids[0])


def test_reading_a_list_makes_nothing(path: Path) -> None:
    with History(path) as history:
        assert (history.rows(), history.count(), history.ids("w")) == ([], 0, [])
        assert history.adopt([]) == (0, 0, 0)
    assert not path.parent.exists()
