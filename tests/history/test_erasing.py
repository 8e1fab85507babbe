import shutil
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from guide.history.history import History

Save = Callable[..., str]


def _bytes_of(folder: Path) -> bytes:
    return b"".join(file.read_bytes() for file in folder.iterdir())


def test_an_erased_walk_leaves_no_byte(history: History, path: Path, save: Save) -> None:
    others = [save(history, code=f"tiny:other={n}") for n in range(50)]
    walk_id = save(history, code="tiny:secret=earlier")
    history.annotate(walk_id, "the secret note " * 400)
    save(history, walk_id, code="tiny:secret=later")
    assert b"secret" in _bytes_of(path.parent)
    history.erase(walk_id)
    assert b"secret" not in _bytes_of(path.parent)
    assert walk_id.encode() not in _bytes_of(path.parent)
    assert {kept.id for kept in history.recent(100)} == set(others)
    assert history.notice == ""


def test_erase_all_takes_the_files_set_aside_too(history: History, path: Path, save: Save) -> None:
    for _ in range(50):
        save(history, code="tiny:secret=x")
    history.close()
    path.write_bytes(b"SQLite farmat 3\0" + path.read_bytes()[16:])
    assert len(history.recent(100)) == 50
    assert history.notice != ""
    (path.parent / f".{path.name}.killed.new").write_bytes(b"secret")
    bystander = path.parent / "mine.txt"
    bystander.write_text("mine")
    history.erase_all()
    assert (history.recent(), history.notice) == ([], "")
    history.close()
    assert b"secret" not in _bytes_of(path.parent)
    assert {file.name for file in path.parent.iterdir()} == {path.name, bystander.name}


def test_a_walk_that_a_file_set_aside_still_holds_is_said_so(
    history: History, path: Path, save: Save
) -> None:
    ids = [save(history, code="tiny:secret=x") for _ in range(5)]
    history.close()
    path.write_bytes(b"SQLite farmat 3\0" + path.read_bytes()[16:])
    assert len(history.recent()) == 5
    (aside,) = path.parent.glob("history.damaged-*.db")
    history.notice = ""
    later = save(history)
    assert history.erase(later)
    assert history.notice == "", "the file set aside never held this one"
    assert history.erase(ids[0])
    assert f"{aside} was set aside as damaged and still holds this walk" in history.notice
    assert aside.exists(), "it may hold what could not be read"


def test_a_reader_in_the_way_is_said_so(
    history: History, path: Path, save: Save, hurried: None
) -> None:
    del hurried
    walk_id = save(history, code="tiny:secret=x")
    reader = sqlite3.connect(path, isolation_level=None)
    reader.execute("BEGIN")
    reader.execute("SELECT * FROM walk").fetchall()
    history.erase(walk_id)
    assert history.recent() == []
    assert "no other window" in history.notice
    reader.close()
    history.close()
    assert b"secret" not in _bytes_of(path.parent)


def test_nothing_of_a_walk_stays_in_any_file_not_even_in_the_log(
    history: History, path: Path, save: Save
) -> None:
    secrets = ["secret-code", "secret-answer", "secret-name", "secret-note", "secret-before"]
    others = [save(history, code=f"tiny:other={n}") for n in range(200)]
    walk_id = save(history, code="tiny:secret-code=1", answers={"a": "secret-answer"})
    history.rename(walk_id, "secret-before")
    history.rename(walk_id, "secret-name")
    history.annotate(walk_id, "secret-note " * 300)
    assert (path.parent / "history.db-wal").exists()
    there = _bytes_of(path.parent)
    assert all(secret.encode() in there for secret in secrets)
    history.erase(walk_id)
    now = _bytes_of(path.parent)
    assert [secret for secret in secrets if secret.encode() in now] == []
    assert walk_id.encode() not in now
    assert history.count() == len(others)
    history.erase_all()
    now = _bytes_of(path.parent)
    assert b"tiny" not in now
    assert not [one for one in others if one.encode() in now]
    assert {file.name for file in path.parent.iterdir()} >= {"history.db", "history.db-wal"}


@pytest.fixture
def full_disk(path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[[], None]]:
    """Call it, and no file grows beyond the size that the history has."""
    resource = pytest.importorskip("resource")
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    usage = shutil.disk_usage(path.parent.parent)._replace(free=0)

    def fill() -> None:
        monkeypatch.setattr("shutil.disk_usage", lambda _: usage)
        resource.setrlimit(resource.RLIMIT_FSIZE, (path.stat().st_size, hard))

    yield fill
    resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))


@pytest.mark.parametrize("still_open", [True, False])
@pytest.mark.parametrize("every", [True, False])
def test_on_a_full_disk_the_text_is_written_over_where_it_stands(
    path: Path, save: Save, full_disk: Callable[[], None], *, still_open: bool, every: bool
) -> None:
    with History(path) as history:
        secret = save(history, code="tiny:secret=1", answers={"a": "secret"})
        others = [save(history, code=f"tiny:other={n}") for n in range(5)]
        history.annotate(secret, "the secret note " * 100)
    with History(path) as history:
        if still_open:
            assert history.count() == 6
        full_disk()
        assert history.erase_all() if every else history.erase(secret)
        assert b"secret" not in _bytes_of(path.parent)
        assert secret.encode() not in _bytes_of(path.parent)
        assert {walk.id for walk in history.recent()} == (set() if every else set(others))
