"""Any damage to the database, its log or its backup: nothing stops, nothing finished is lost."""

import random
import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NamedTuple

import pytest
from helpers.damaging import DRAFTS, FILES, STATES, WALKS, WAYS, make_history, outcome
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.history import database
from guide.history.backup import walks_in
from guide.history.database import backup_of, log_of
from guide.history.history import History, Kept

Save = Callable[..., str]


class Sound(NamedTuple):
    """A history before it is damaged."""

    folder: Path
    state: str
    walks: dict[str, Kept]

    @contextmanager
    def copy(self) -> Iterator[Path]:
        """One to damage."""
        with tempfile.TemporaryDirectory() as name:
            folder = Path(name) / "data"
            shutil.copytree(self.folder, folder)
            yield folder / "history.db"


@pytest.fixture(scope="module", autouse=True)
def unsynced() -> Iterator[None]:
    """Hundreds of files in a temporary folder need not reach the disk."""
    with pytest.MonkeyPatch.context() as patch:
        quick = "PRAGMA synchronous = OFF"
        patch.setattr(database, "_SETTINGS", (*database._SETTINGS, quick))
        patch.setattr(database, "_WHILE_BUILDING", ("PRAGMA journal_mode = WAL",))
        yield


@pytest.fixture(scope="module", params=STATES)
def sound(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Sound:
    folder = tmp_path_factory.mktemp("sound")
    return Sound(folder, request.param, make_history(folder, request.param))


@pytest.mark.parametrize("way", WAYS)
@pytest.mark.parametrize("file", FILES)
def test_no_finished_walk_is_lost_or_altered(sound: Sound, file: str, way: str) -> None:
    if not (sound.folder / file).exists():
        assert (file, sound.state) == ("history.db-wal", "closed")
        return
    chance = random.Random(f"{file} {way}")  # noqa: S311 -- repeatable, not secret
    for _ in range(5):
        with sound.copy() as path:
            data = bytearray((path.parent / file).read_bytes())
            WAYS[way](data, chance)
            (path.parent / file).write_bytes(data)
            result = outcome(path, sound.walks)
            assert (result.lost, result.altered, result.strange) == (0, 0, 0)
            if result.drafts:
                assert file == "history.db-wal", "only the log holds what the backup does not"
            if "damaged" in result.notice:
                assert "complete up to" in result.notice
            aside = list(path.parent.glob("history.damaged-*.db"))
            assert all(str(file) in result.notice for file in aside)
            again = outcome(path, sound.walks)
            assert again == result._replace(notice="")
            assert len(walks_in(path)) == len(sound.walks) - result.drafts, "the backup is renewed"


def test_a_sound_history_says_nothing_and_is_whole(sound: Sound) -> None:
    with sound.copy() as path:
        assert outcome(path, sound.walks) == (0, 0, 0, 0, "")
        assert walks_in(path) == sound.walks


def test_a_flipped_bit_in_the_header_costs_nothing(sound: Sound) -> None:
    for at in range(100):
        with sound.copy() as path:
            data = bytearray(path.read_bytes())
            data[at] ^= 1 << at % 8
            path.write_bytes(data)
            assert outcome(path, sound.walks)[:4] == (0, 0, 0, 0)


def _flip_text(path: Path, text: bytes) -> None:
    """One bit of every such text in a file; SQLite has no way to notice it."""
    changed = bytes([text[0] ^ 1]) + text[1:]
    data = path.read_bytes()
    assert text in data
    path.write_bytes(data.replace(text, changed))


def test_a_flipped_bit_in_an_answer_is_noticed_and_mended(
    history: History, path: Path, save: Save
) -> None:
    walk_id = save(history, answers={"size": "enormous"})
    history.close()
    _flip_text(path, b"enormous")
    kept = history.get(walk_id)
    assert kept is not None
    assert kept.answers == {"size": "enormous"}
    assert "damaged" in history.notice


def test_a_flipped_bit_in_the_backup_spoils_nothing(
    history: History, path: Path, save: Save
) -> None:
    walk_id = save(history, answers={"size": "enormous"})
    history.close()
    _flip_text(backup_of(path), b"enormous")
    kept = history.get(walk_id)
    assert kept is not None
    assert (kept.answers, history.notice) == ({"size": "enormous"}, "")
    assert walks_in(path) == {walk_id: kept}


def test_the_line_names_both_files_and_since_when_something_may_be_missing(
    history: History, path: Path, save: Save, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TZ", "UTC")
    monkeypatch.setattr("time.time_ns", lambda: 1_800_000_000_000_000_000)
    finished = save(history)
    monkeypatch.setattr("time.time_ns", lambda: 1_800_000_100_000_000_000)
    with History(path) as other:  # it is not closed before the damage is done
        save(other, finished=False, answers={"size": "small"})
        log_of(path).unlink()
        path.write_bytes(b"not a database")
        with History(path) as opened:
            assert [kept.id for kept in opened.recent()] == [finished]
            notice = opened.notice
    (aside,) = path.parent.glob("history.damaged-*.db")
    when = datetime.fromtimestamp(1_800_000_000, UTC).astimezone()
    assert notice == (
        f"The history was damaged: 1 walk is restored from {backup_of(path)}, which is complete "
        f"up to {when:%Y-%m-%d %H:%M:%S}; the damaged file is kept at {aside}"
    )


def test_what_the_backup_does_not_know_is_read_from_the_damaged_file(sound: Sound) -> None:
    with sound.copy() as path:
        data = bytearray(path.read_bytes())
        at = data.find(b"walk_newest")
        data[at] ^= 1  # the name of an index, in the schema
        path.write_bytes(data)
        result = outcome(path, sound.walks)
        assert result[:4] == (0, 0, 0, 0)


def test_an_index_that_names_one_walk_for_another_hides_none(sound: Sound) -> None:
    with sound.copy() as path:
        data = bytearray(path.read_bytes())
        with sqlite3.connect(path) as connection:
            seq, updated = connection.execute(
                "SELECT seq, updated FROM walk WHERE seq = 6"
            ).fetchone()
        connection.close()
        entry = updated.to_bytes(8, "big").lstrip(b"\0") + bytes([seq])
        at = data.find(entry)
        assert at >= 0
        while at >= 0:  # in both indexes; in the table the two do not stand side by side
            data[at + len(entry) - 1] ^= 1
            at = data.find(entry, at)
        path.write_bytes(data)
        result = outcome(path, sound.walks)
        assert result[:2] == (0, 0)
        assert "damaged" in result.notice


def test_a_file_that_is_missing_is_restored_and_one_that_was_erased_is_not(
    history: History, path: Path, save: Save
) -> None:
    walk_id = save(history)
    path.unlink()
    log_of(path).unlink()
    assert [kept.id for kept in history.recent()] == [walk_id]
    assert "The history was missing: 1 walk is restored from" in history.notice
    assert history.erase_all()
    path.unlink()
    assert (history.recent(), history.notice) == ([], "")


def test_a_clock_that_goes_back_is_no_damage(
    history: History, path: Path, save: Save, monkeypatch: pytest.MonkeyPatch
) -> None:
    draft = save(history, finished=False, answers={"a": "1"})
    save(history)
    now = datetime.now(UTC) - timedelta(days=3)
    monkeypatch.setattr("time.time_ns", lambda: int(now.timestamp()) * 10**9)
    save(history, draft, finished=False, answers={"a": "1", "b": "2"})
    shutil.copytree(path.parent, path.parent.with_name("killed"))
    with History(path.parent.with_name("killed") / path.name) as other:
        kept = other.get(draft)
        assert kept is not None
        assert (len(kept.answers), other.notice) == (2, "")


def test_a_backup_that_cannot_be_written_is_said_so_and_hinders_nothing(
    history: History, path: Path, save: Save
) -> None:
    save(history)
    backup_of(path).unlink()
    backup_of(path).mkdir()
    (backup_of(path) / "in the way").touch()
    walk_id = save(history)
    assert history.get(walk_id) is not None
    assert f"The backup copy at {backup_of(path)} can't be written" in history.notice
    history.notice = ""
    save(history)
    assert history.count() == 3


@settings(max_examples=200)
@given(data=st.binary(max_size=9000), header=st.booleans())
def test_any_bytes_are_kept_and_named(data: bytes, header: bool) -> None:  # noqa: FBT001
    data = b"SQLite format 3\0" + data if header else data
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "history.db"
        path.write_bytes(data)
        with History(path) as history:
            assert history.recent() == []
            walk = history.save(
                None, guide="g", answers={}, code="g", finished=True, content_hash=""
            )
            assert history.get(walk) is not None
            assert len(history.notice.splitlines()) <= 1
            aside = list(path.parent.glob("history.damaged-*.db"))
            assert [file.read_bytes() for file in aside] == ([data] if data else [])
            assert all(str(file) in history.notice for file in aside)


def test_damage_met_halfway_is_rescued_too(sound: Sound) -> None:
    with sound.copy() as path, History(path) as history:
        assert history.count() == len(sound.walks)
        assert history._connection is not None
        history._connection.execute("DROP TABLE walk")
        history.save(None, guide="g", answers={}, code="g", finished=True, content_hash="")
        assert len(list(path.parent.glob("history.damaged-*.db"))) == 1
        assert history.count() == len(sound.walks) + 1


def test_two_rescues_in_one_second_keep_both_files(tmp_path: Path) -> None:
    path = tmp_path / "history.db"
    for text in (b"one", b"two", b"three"):
        path.write_bytes(text)
        with History(path) as history:
            history.recent()
    kept = {file.read_bytes() for file in tmp_path.glob("history.damaged-*.db")}
    assert kept == {b"one", b"two", b"three"}


def test_a_file_system_without_links_is_served_by_copies(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("os.link", refuse)
    path = tmp_path / "history.db"
    path.write_bytes(b"damaged")
    with History(path) as history:
        history.save(None, guide="g", answers={}, code="g", finished=True, content_hash="")
    assert [file.read_bytes() for file in tmp_path.glob("history.damaged-*")] == [b"damaged"]
    with History(path) as again:
        assert len(again.recent()) == 1
    with History(tmp_path / "new.db") as fresh:
        fresh.save(None, guide="g", answers={}, code="g", finished=True, content_hash="")
        assert fresh.notice == ""
    assert {file.suffix for file in tmp_path.iterdir()} == {".db", ".db-backup"}


HOLD = """
import sqlite3, sys
connection = sqlite3.connect(sys.argv[1])
connection.execute("SELECT count(*) FROM walk").fetchall()
print("held", flush=True)
input()
"""


@pytest.mark.skipif(sys.platform == "win32", reason="SKIPPED: Windows guards files in use itself")
def test_a_damaged_file_in_use_elsewhere_is_left_alone(tmp_path: Path, hurried: None) -> None:
    del hurried
    make_history(tmp_path, "closed")
    path = tmp_path / "history.db"
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == b"held"
        with path.open("r+b") as file:
            file.write(b"X")
        with History(path) as history:
            assert len(history.recent(1000)) == WALKS + DRAFTS
            assert "in use" in history.notice
        assert not list(tmp_path.glob("history.damaged-*"))
        child.communicate(b"\n")
    with History(path) as history:
        assert len(history.recent(1000)) == WALKS + DRAFTS
    assert len(list(tmp_path.glob("history.damaged-*.db"))) == 1
