"""Places that can't be written: the program goes on, shows what it can read, and says so."""

import errno
import json
import os
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest

from guide.history.database import APPLICATION_ID, backup_of
from guide.history.faults import why_not_kept
from guide.history.history import History

Save = Callable[..., str]

REPOSITORY = Path(__file__).parents[2]


def _goes_on(history: History, save: Save, place: Path, reason: str) -> None:
    """In memory everything works as it would in the file."""
    walk_id = save(history, answers={"in": "memory"})
    assert history.get(walk_id) == history.latest()
    assert str(place) in history.notice
    assert reason in history.notice
    assert "his session is not kept." in history.notice
    assert "\n" not in history.notice


def test_a_file_where_the_folder_should_be(tmp_path: Path, save: Save) -> None:
    (tmp_path / "data").write_text("mine")
    with History(tmp_path / "data" / "history.db") as history:
        _goes_on(history, save, tmp_path / "data", "a file stands where its folder should be")
    assert (tmp_path / "data").read_text() == "mine"


def test_a_folder_in_the_place_of_the_file(path: Path, save: Save) -> None:
    path.mkdir(parents=True)
    with History(path) as history:
        _goes_on(history, save, path, "a folder stands in its place")
    assert path.is_dir()


def test_a_database_of_another_program_is_left_alone(path: Path, save: Save) -> None:
    path.parent.mkdir()
    other = sqlite3.connect(path)
    other.execute("CREATE TABLE dogs (name)")
    other.close()
    path.chmod(0o644)
    before = path.read_bytes()
    with History(path) as history:
        _goes_on(history, save, path, "belongs to another program")
    assert path.read_bytes() == before
    assert path.stat().st_mode & 0o777 == 0o644
    assert list(path.parent.iterdir()) == [path]


def test_a_newer_version_is_read_and_not_touched(history: History, path: Path, save: Save) -> None:
    walk_id = save(history)
    history.close()
    newer = sqlite3.connect(path)
    newer.execute("ALTER TABLE walk ADD COLUMN colour TEXT")
    newer.execute("UPDATE walk SET colour = 'red'")
    newer.execute("PRAGMA user_version = 7")
    newer.commit()
    newer.close()
    before = path.read_bytes()
    with History(path) as older:
        assert [kept.id for kept in older.recent()] == [walk_id]
        _goes_on(older, save, path, "A newer version of this program")
        assert not older.erase_all()
        assert [kept.id for kept in older.recent()] == [walk_id]
        assert f"Nothing was erased from {path}" in older.notice
    assert path.read_bytes() == before


def test_another_window_that_does_not_let_go(
    history: History, path: Path, save: Save, hurried: None
) -> None:
    del hurried
    first = save(history)
    other = sqlite3.connect(path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    _goes_on(history, save, path, "another program is using it")
    assert len(history.recent()) == 2
    other.close()
    history.close()
    with History(path) as again:
        assert [kept.id for kept in again.recent()] == [first]


def test_a_full_disk(history: History, path: Path, save: Save) -> None:
    first = save(history)
    assert history._connection is not None
    pages = history._connection.execute("PRAGMA page_count").fetchone()[0]
    history._connection.execute(f"PRAGMA max_page_count = {pages}")
    second = save(history, answers={f"q{n}": "x" * 150 for n in range(300)})
    assert "the disk is full" in history.notice
    assert [kept.id for kept in history.recent()] == [second, first]
    history.close()
    with History(path) as again:
        assert [kept.id for kept in again.recent()] == [first]
        assert again.notice == ""


@pytest.mark.parametrize(("free", "reason"), [(4096, "is full"), (10**9, "does not answer")])
def test_a_failed_write_on_a_full_disk_is_told_from_a_failing_disk(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, reason: str
) -> None:
    fault = sqlite3.OperationalError("disk I/O error")
    fault.sqlite_errorcode = sqlite3.SQLITE_IOERR | 3 << 8
    usage = shutil.disk_usage(tmp_path)._replace(free=free)
    monkeypatch.setattr("shutil.disk_usage", lambda _: usage)
    assert f"the disk {reason}" in why_not_kept(fault, tmp_path / "history.db")


def test_no_room_even_for_an_empty_file(
    path: Path, save: Save, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    with History(path) as history:
        _goes_on(history, save, path, "the disk is full")


def test_a_damaged_file_that_cannot_be_set_aside_is_read(
    history: History, path: Path, save: Save, monkeypatch: pytest.MonkeyPatch
) -> None:
    walk_id = save(history)
    history.close()
    damaged = b"X" + path.read_bytes()[1:]
    path.write_bytes(damaged)

    def refuse(*_: object, **__: object) -> None:
        raise OSError(errno.EROFS, "Read-only file system")

    monkeypatch.setattr("tempfile.mkstemp", refuse)
    with History(path) as hindered:
        assert [kept.id for kept in hindered.recent()] == [walk_id]
        _goes_on(hindered, save, path, "it can only be read")
    assert path.read_bytes() == damaged
    assert sorted(path.parent.iterdir()) == [path, backup_of(path)]


CHILD = """
import json, os, sys
from pathlib import Path
import guide.history.history, tempfile, fcntl
from guide.history.history import History
if os.getuid() == 0:
    os.setgroups([]); os.setgid(65534); os.setuid(65534)
with History(Path(sys.argv[1])) as history:
    before = [kept.id for kept in history.recent()]
    new = history.save(None, guide="g", answers={}, code="g", finished=True, content_hash="")
    after = [kept.id for kept in history.recent()]
    print(json.dumps([before, new, after, history.notice]))
"""


@pytest.mark.skipif(os.name != "posix", reason="SKIPPED: needs permissions as POSIX has them")
@pytest.mark.parametrize("state", ["closed", "cut", "damaged"])
@pytest.mark.parametrize("hidden", [False, True], ids=["readable", "hidden"])
def test_a_read_only_home(save: Save, state: str, hidden: bool) -> None:  # noqa: FBT001
    # Root may write anywhere, so the child gives its rights up; pytest's own folder is closed to
    # it, hence one directly below the system's.
    with tempfile.TemporaryDirectory() as name:
        home = Path(name)
        with History(home / "source.db") as history:
            ids = [save(history) for _ in range(3)]
            if state != "cut":
                history.close()
            for file in home.glob("source.db*"):
                if not file.name.endswith("-shm"):
                    shutil.copy(file, home / file.name.replace("source", "history"))
        for file in home.glob("source.db*"):
            file.unlink()
        path = home / "history.db"
        if state == "damaged":
            path.write_bytes(b"X" + path.read_bytes()[1:])
        before = {file: file.read_bytes() for file in home.iterdir()}
        for file in home.iterdir():
            file.chmod(0o000 if hidden else 0o444)
        home.chmod(0o555)
        environment = {**os.environ, "PYTHONPATH": str(REPOSITORY), "PYTHONDONTWRITEBYTECODE": "1"}
        command = [sys.executable, "-c", CHILD, str(path)]
        ran = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)
        home.chmod(0o700)
        for file in home.iterdir():
            file.chmod(0o600)
        assert ran.stderr == ""
        earlier, new, later, notice = json.loads(ran.stdout)
        assert sorted(earlier) == ([] if hidden else sorted(ids))
        assert later == [new, *earlier]
        assert str(path) in notice
        assert "not kept" in notice
        assert {file: file.read_bytes() for file in home.iterdir()} == before


def test_an_odd_path_is_no_trouble(tmp_path: Path, save: Save) -> None:
    path = tmp_path / "a?b#c %41 'x" / "history.db"
    with History(path) as history:
        save(history)
        assert history.notice == ""
    assert path.exists()
    assert path.read_bytes()[68:72] == APPLICATION_ID.to_bytes(4, "big")
