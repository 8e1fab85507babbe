import os
import sqlite3
import threading
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.cleaning import clean_line, clean_text
from guide.history import database
from guide.history.backup import walks_in
from guide.history.history import History
from guide.history.kept import EPOCH

Save = Callable[..., str]

VERSION_2 = Path(__file__).with_name("version_2.sql")
"""What version 2 of the program wrote; its journal mode and marks beside the rows."""


def test_reading_makes_nothing(path: Path) -> None:
    with History(path) as history:
        assert (history.recent(), history.latest(), history.get("w" + "0" * 24)) == ([], None, None)
        history.erase_all()
        assert history.notice == ""
    assert not path.parent.exists()


def test_the_file_stands_where_places_says(own_home: Path, save: Save) -> None:
    with History() as history:
        save(history)
    assert (own_home / "data" / "history.db").exists()


def test_a_walk_comes_back_as_it_was(history: History, path: Path, save: Save) -> None:
    answers = {"zeta": "last", "alpha": "first"}
    before = datetime.now(UTC) - timedelta(seconds=1)
    walk_id = save(history, answers=answers, code="tiny:size=big", finished=False)
    history.close()
    with History(path) as again:
        kept = again.get(walk_id)
    assert kept is not None
    assert list(kept.answers.items()) == list(answers.items())
    assert (kept.guide, kept.code, kept.finished) == ("tiny", "tiny:size=big", False)
    assert before < kept.started == kept.updated < before + timedelta(minutes=1)
    assert kept.started.tzinfo is UTC


def test_the_same_id_is_the_same_walk(history: History, save: Save) -> None:
    first = save(history, answers={}, finished=False)
    history.rename(first, "Ours")
    assert save(history, first, answers={"size": "small"}) == first
    (kept,) = history.recent()
    assert (kept.answers, kept.name) == ({"size": "small"}, "Ours")
    assert kept.updated > kept.started


def test_the_same_state_is_not_written_again(history: History, path: Path, save: Save) -> None:
    walk_id = save(history)
    before = history.recent()
    with sqlite3.connect(path) as watcher:
        version = watcher.execute("PRAGMA data_version").fetchone()
        save(history, walk_id)
        assert watcher.execute("PRAGMA data_version").fetchone() == version
    watcher.close()
    assert history.recent() == before


def test_newest_first_even_within_one_tick(
    history: History, save: Save, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("time.time_ns", lambda: 1_800_000_000_000_000_000)
    ids = [save(history, finished=False) for _ in range(5)]
    save(history, ids[1])
    assert [kept.id for kept in history.recent()] == [ids[1], ids[4], ids[3], ids[2], ids[0]]
    assert [kept.id for kept in history.recent(2)] == [ids[1], ids[4]]
    assert (history.recent(0), history.recent(-1)) == ([], [])


def test_an_unreadable_row_is_passed_over(history: History, path: Path, save: Save) -> None:
    good, *bad = (save(history) for _ in range(6))
    history.close()
    database.backup_of(path).unlink()  # it would restore them
    with sqlite3.connect(path) as writer:
        values = ("{", '{"size": 3}', "[" * 100_000, b"\xff", "\ud7ff")
        for walk_id, answers in zip(bad, values, strict=True):
            writer.execute("UPDATE walk SET answers = ? WHERE id = ?", (answers, walk_id))
        writer.execute("UPDATE walk SET updated = ? WHERE id = ?", (2**62, bad[0]))
    writer.close()
    assert [kept.id for kept in history.recent()] == [good]
    assert history.get(bad[0]) is None
    assert history.notice == ""


def test_an_unknown_or_impossible_id_is_none_and_saves_a_new_walk(
    history: History, save: Save
) -> None:
    for walk_id in ("", "x", "w\udc80", "w" + "g" * 24, "'; DROP TABLE walk"):
        assert history.get(walk_id) is None
        history.erase(walk_id)
        history.rename(walk_id, "x")
        history.annotate(walk_id, "x")
        assert save(history, walk_id) != walk_id
    assert len(history.recent()) == 5
    assert history.notice == ""


def test_only_the_owner_may_read(history: History, path: Path, save: Save) -> None:
    if os.name != "posix":
        pytest.skip("SKIPPED: this system has no such permissions")
    save(history)
    assert path.parent.stat().st_mode & 0o777 == 0o700
    assert {file.stat().st_mode & 0o777 for file in path.parent.iterdir()} == {0o600}


def test_name_and_note_are_kept_without_control_characters(history: History, save: Save) -> None:
    walk_id = save(history)
    other = save(history)
    history.rename(walk_id, " Deal\twith \x1b[31mNorthwind\r\n\u202e \udc80")
    history.annotate(walk_id, "one\r\ntwo\x9b\x00\tthree")
    kept = history.get(walk_id)
    assert kept is not None
    assert (kept.name, kept.note) == ("Deal with [31mNorthwind", "one\ntwo three")
    latest = history.latest()
    assert latest is not None
    assert latest.id == other, "naming a walk does not move it"


@given(st.text())
def test_cleaned_text_is_safe_and_stays_so(text: str) -> None:
    line, lines = clean_line(text), clean_text(text)
    assert not {c for c in line + lines if (c < " " and c != "\n") or "\x7f" <= c <= "\x9f"}
    assert "\n" not in line
    (line + lines).encode("utf-8")
    assert (clean_line(line), clean_text(lines)) == (line, lines)


def test_a_file_deleted_meanwhile_is_made_again(history: History, path: Path, save: Save) -> None:
    save(history)
    for file in path.parent.iterdir():
        file.unlink()
    walk_id = save(history)
    history.close()
    with History(path) as again:
        assert [kept.id for kept in again.recent()] == [walk_id]


def test_threads_may_share_it(history: History, save: Save) -> None:
    threads = [threading.Thread(target=save, args=(history,)) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert (len(history.recent(20)), history.notice) == (8, "")


def test_the_file_says_whose_it_is_and_keeps_a_log(
    history: History, path: Path, save: Save
) -> None:
    save(history)
    with sqlite3.connect(path) as reader:
        assert reader.execute("PRAGMA application_id").fetchone() == (database.APPLICATION_ID,)
        assert reader.execute("PRAGMA user_version").fetchone() == (len(database.MIGRATIONS),)
        assert reader.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    reader.close()


def test_an_older_file_is_brought_up_to_date_with_its_walks(
    history: History, path: Path, save: Save, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk_id = save(history)
    history.close()
    step = ("ALTER TABLE walk ADD COLUMN colour TEXT NOT NULL DEFAULT ''",)
    monkeypatch.setattr(database, "MIGRATIONS", (*database.MIGRATIONS, step))
    with History(path) as newer:
        assert [kept.id for kept in newer.recent()] == [walk_id]
        assert newer.notice == ""
        assert newer._connection is not None
        assert database.version_of(newer._connection) == len(database.MIGRATIONS)


def _version_1(path: Path) -> str:
    """A history as the first version wrote it, with one walk."""
    path.parent.mkdir()
    walk_id = "w" + "1" * 24
    connection = sqlite3.connect(path)
    for statement in database.MIGRATIONS[0]:
        connection.execute(statement)
    connection.execute(
        "INSERT INTO walk VALUES (1, ?, 'tiny', '{\"size\":\"big\"}', 'tiny:size=big', 1,"
        " 1800000000000000, 1800000000000001, 'Ours', 'note', 'hash')",
        (walk_id,),
    )
    connection.execute("PRAGMA user_version = 1")
    connection.execute(f"PRAGMA application_id = {database.APPLICATION_ID}")
    connection.commit()
    connection.close()
    return walk_id


@pytest.mark.parametrize("damaged", [False, True])
def test_a_history_of_the_first_version_is_taken_over_and_backed_up(
    path: Path,
    damaged: bool,  # noqa: FBT001 - given by name
) -> None:
    walk_id = _version_1(path)
    if damaged:  # after it was opened once
        with History(path) as first:
            assert first.count() == 1
        path.write_bytes(b"X" + path.read_bytes()[1:])
    with History(path) as history:
        kept = history.get(walk_id)
        assert kept is not None
        assert (kept.answers, kept.name, kept.note) == ({"size": "big"}, "Ours", "note")
        assert (kept.page, kept.edited) == ("", EPOCH)
        assert [row.name for row in history.rows()] == ["Ours"]
        assert history.rename(walk_id, "Mine")
        assert ("damaged" in history.notice) == damaged


def test_a_history_of_the_second_version_is_taken_over_whole(path: Path) -> None:
    path.parent.mkdir()
    connection = sqlite3.connect(path)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.executescript(VERSION_2.read_text(encoding="utf-8"))
    connection.close()
    with History(path) as history:
        other, draft, named = history.recent()
        assert history.notice == ""
        assert [row.name for row in history.rows()] == ["", "", "Northwind"]
    assert (named.id, named.code) == ("w" + "1" * 24, "tiny:flame=smoky,glass=cracked")
    assert list(named.answers.items()) == [("flame", "smoky"), ("glass", "cracked")]
    assert (named.note, named.finished) == ("call\nthem Ärger", True)
    assert named.page == '["Do not light it",{"verdict":"0123456789"}]'
    assert named.edited - named.updated == timedelta(hours=1)
    assert (draft.answers, draft.finished) == ({"flame": "smoky"}, False)
    assert (other.guide, len(other.answers)) == ("other", 12)
    assert set(walks_in(path)) == {other.id, draft.id, named.id}, "the backup is made at once"


def test_a_step_that_fails_leaves_the_file_as_it_was(
    history: History, path: Path, save: Save, monkeypatch: pytest.MonkeyPatch
) -> None:
    save(history)
    history.close()
    step = ("CREATE TABLE more (x)", "CREATE TABLE more (x)")
    monkeypatch.setattr(database, "MIGRATIONS", (*database.MIGRATIONS, step))
    connection = sqlite3.connect(path, isolation_level=None)
    with pytest.raises(sqlite3.OperationalError):
        database.migrate(connection)
    assert database.version_of(connection) == len(database.MIGRATIONS) - 1
    assert connection.execute("SELECT name FROM sqlite_master WHERE name = 'more'").fetchall() == []
    connection.close()
