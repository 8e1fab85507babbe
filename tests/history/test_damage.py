"""Any bytes in the place of the database: nothing stops, and what could be read is still there."""

import shutil
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from guide.history import connect
from guide.history.carve import carve
from guide.history.history import History, Kept, Row
from guide.history.schema import PAGE_SIZE

FLIPS = st.lists(st.tuples(st.integers(0, 2**20), st.integers(0, 7)), min_size=1, max_size=12)
WALKS = 130


def _mark(number: int) -> bytes:
    """Stands in no index, so on one page only."""
    return f"<walk {number:04}>".encode()


def _fill(path: Path, *, cut: bool) -> None:
    """Many walks, some longer than a page; with ``cut`` as a crash leaves them, half in the log."""
    source = path.with_name("source.db")
    with History(source) as history:
        for number in range(WALKS):
            answers = {
                f"question{n}": f"option{n}" for n in range(300 if number % 20 == 9 else number % 9)
            }
            walk_id = history.save(
                None, guide="tiny", answers=answers, code="tiny", finished=True, content_hash="0"
            )
            long = " and so on" * 390 if number % 20 == 7 else ""
            history.annotate(walk_id, _mark(number).decode() + long)
            if number == 80:
                history.close()
        if cut:
            shutil.copy(f"{source}-wal", f"{path}-wal")
            shutil.copy(source, path)
    if not cut:
        shutil.copy(source, path)


@pytest.fixture(scope="module", autouse=True)
def unsynced() -> Iterator[None]:
    """Hundreds of files in a temporary folder need not reach the disk."""
    with pytest.MonkeyPatch.context() as patch:
        quick = "PRAGMA synchronous = OFF"
        patch.setattr(connect, "_SETTINGS", (*connect._SETTINGS, quick))
        patch.setattr(connect, "_WHILE_BUILDING", ("PRAGMA journal_mode = WAL",))
        yield


@pytest.fixture(scope="module", params=[False, True], ids=["closed", "cut"])
def sound(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("sound")
    _fill(folder / "history.db", cut=request.param)
    for name in ("source.db", "source.db-wal", "source.db-shm"):
        (folder / name).unlink(missing_ok=True)
    return folder / "history.db"


@contextmanager
def _copy(sound: Path) -> Iterator[Path]:
    with tempfile.TemporaryDirectory() as folder:
        for file in sound.parent.iterdir():
            shutil.copy(file, folder)
        yield Path(folder) / sound.name


def _untouched(before: bytes, after: bytes, log: bytes) -> set[int]:
    """The walks that stand on a page that is as it was, or in the log."""
    whole = log
    for at in range(0, len(before), PAGE_SIZE):
        if before[at : at + PAGE_SIZE] == after[at : at + PAGE_SIZE]:
            whole += before[at : at + PAGE_SIZE]
    on_one_page = [number for number in range(WALKS) if number % 20 not in {7, 9}]
    return {number for number in on_one_page if _mark(number) in whole}


def _found(history: History) -> set[int]:
    notes = [kept.note.encode() for kept in history.recent(1000)]
    return {number for number in range(WALKS) if any(_mark(number) in note for note in notes)}


def _check(path: Path, harm: Callable[[bytes], bytes]) -> None:
    """Harm the file, open it, and look at what is left and what is said."""
    log = path.with_name(f"{path.name}-wal")
    in_log = log.read_bytes() if log.exists() else b""
    before = path.read_bytes()
    after = harm(before)
    path.write_bytes(after)
    with History(path) as history:
        assert _untouched(before, after, in_log) <= _found(history)
        new = history.save(None, guide="g", answers={}, code="g", finished=True, content_hash="0")
        assert history.get(new) is not None
        aside = list(path.parent.glob("history.damaged-*.db"))
        if aside:
            assert str(aside[0]) in history.notice
        elif history.notice:
            assert str(path) in history.notice
    if aside:
        assert in_log or aside[0].read_bytes() == after
        with History(path) as again:
            assert again.get(new) is not None
            assert again.notice == ""


def test_a_sound_file_is_carved_exactly(sound: Path) -> None:
    with _copy(sound) as path:
        carved = sorted(carve(path))
        with History(path) as history:
            assert carved == sorted(history.recent(1000))
            assert history.notice == ""
            assert len(carved) == WALKS


@example(flips=[(4060, 7)])  # in the schema: SQLite's message about it is not UTF-8
@given(flips=FLIPS)
def test_flipped_bits_cost_no_walk_on_another_page(
    sound: Path, flips: list[tuple[int, int]]
) -> None:
    def harm(data: bytes) -> bytes:
        harmed = bytearray(data)
        for at, bit in flips:
            harmed[at % len(harmed)] ^= 1 << bit
        return bytes(harmed)

    with _copy(sound) as path:
        _check(path, harm)


@pytest.mark.parametrize("listed", [History.recent, History.rows])
def test_an_index_that_names_one_walk_for_another_hides_none(
    sound: Path, listed: Callable[[History, int], Sequence[Kept | Row]]
) -> None:
    with _copy(sound) as path:
        data = bytearray(path.read_bytes())
        with sqlite3.connect(path) as connection:
            seq, updated = connection.execute(
                "SELECT seq, updated FROM walk WHERE seq = 6"
            ).fetchone()
        connection.close()
        entry = updated.to_bytes(8, "big").lstrip(b"\0") + bytes([seq])
        at = data.find(entry)
        while at >= 0:  # in both indexes; in the table the two do not stand side by side
            data[at + len(entry) - 1] ^= 1
            at = data.find(entry, at)
        path.write_bytes(data)
        with History(path) as history:
            assert len({one.id for one in listed(history, 1000)}) == len(carve(path))
            assert "damaged" in history.notice


@given(at=st.integers(0, 99), bit=st.integers(0, 7))
def test_a_flipped_bit_in_the_header_costs_nothing(sound: Path, at: int, bit: int) -> None:
    def harm(data: bytes) -> bytes:
        return data[:at] + bytes([data[at] ^ 1 << bit]) + data[at + 1 :]

    with _copy(sound) as path:
        _check(path, harm)


@given(end=st.integers(0, 2**20))
def test_a_file_cut_short_gives_what_is_left(sound: Path, end: int) -> None:
    with _copy(sound) as path:
        _check(path, lambda data: data[: end % len(data)])


@given(page=st.integers(0, 100), fill=st.binary(min_size=1, max_size=8))
def test_a_page_overwritten_costs_that_page(sound: Path, page: int, fill: bytes) -> None:
    def harm(data: bytes) -> bytes:
        at = page % (len(data) // PAGE_SIZE) * PAGE_SIZE
        return data[:at] + (fill * PAGE_SIZE)[:PAGE_SIZE] + data[at + PAGE_SIZE :]

    with _copy(sound) as path:
        _check(path, harm)


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


@given(end=st.integers(0, 2**20))
def test_a_torn_log_costs_only_its_end(tmp_path_factory: pytest.TempPathFactory, end: int) -> None:
    base = tmp_path_factory.getbasetemp() / "torn"
    if not base.exists():
        base.mkdir()
        _fill(base / "history.db", cut=True)
        for file in base.glob("source*"):
            file.unlink()
    with _copy(base / "history.db") as path:
        log = path.with_name("history.db-wal")
        log.write_bytes(log.read_bytes()[: end % log.stat().st_size])
        with History(path) as history:
            assert set(range(81)) <= _found(history)


def test_damage_met_halfway_is_rescued_too(sound: Path) -> None:
    with _copy(sound) as path, History(path) as history:
        assert len(history.recent(1000)) == WALKS
        connection = history._connection
        assert connection is not None
        connection.execute("DROP TABLE walk")
        history.save(None, guide="g", answers={}, code="g", finished=True, content_hash="")
        assert len(list(path.parent.glob("history.damaged-*.db"))) == 1
        assert history.latest() is not None


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
    assert {file.suffix for file in tmp_path.iterdir()} == {".db"}


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
    path = tmp_path / "history.db"
    _fill(path, cut=False)
    command = [sys.executable, "-c", HOLD, str(path)]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        assert child.stdout.readline().strip() == b"held"
        with path.open("r+b") as file:
            file.write(b"X")
        with History(path) as history:
            assert len(history.recent(1000)) == WALKS
            assert "in use" in history.notice
        assert not list(tmp_path.glob("history.damaged-*"))
        child.communicate(b"\n")
    with History(path) as history:
        assert len(history.recent(1000)) == WALKS
    assert len(list(tmp_path.glob("history.damaged-*.db"))) == 1
