"""Several programs at one file, and programs that are killed."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest
from helpers.how_many import tries

from guide.history.backup import walks_in
from guide.history.database import backup_of
from guide.history.history import History
from guide.history.kept import Kept

WRITES = 200
"""Walks that a program would write if nobody killed it."""
REPOSITORY = Path(__file__).parents[2]
WRITER = """
import sys
from pathlib import Path
from guide.history.history import History
with History(Path(sys.argv[1])) as history:
    for number in range(int(sys.argv[2])):
        answers = {f"question{n}": f"option{number}" for n in range(number % 40)}
        walk = history.save(
            None, guide="g", answers={}, code="g", finished=False, content_hash="0" * 64
        )
        history.save(
            walk, guide="g", answers=answers, code="g", finished=True, content_hash="0" * 64
        )
        print(walk, flush=True)
    sys.exit(history.notice or 0)
"""


def _writer(path: Path, count: int) -> "subprocess.Popen[str]":
    environment = {**os.environ, "PYTHONPATH": str(REPOSITORY)}
    command = [sys.executable, "-c", WRITER, str(path), str(count)]
    return subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )


def test_windows_that_start_and_write_at_once_lose_nothing(path: Path) -> None:
    writers = [_writer(path, 60) for _ in range(4)]
    outputs = [writer.communicate() for writer in writers]
    assert [error for _, error in outputs] == [""] * 4
    saved = [line for out, _ in outputs for line in out.split()]
    with History(path) as history:
        assert {kept.id for kept in history.recent(1000)} == set(saved)
        assert (len(saved), history.notice) == (240, "")
    assert sorted(path.parent.iterdir()) == [path, backup_of(path)]
    assert set(walks_in(path)) == set(saved)


def test_no_finished_walk_is_lost_when_killed(path: Path) -> None:
    chance = random.Random(2026)  # noqa: S311 -- repeatable, not secret
    saved: list[str] = []
    for _ in range(tries(5)):
        with _writer(path, WRITES) as writer:
            assert writer.stdout is not None
            acknowledged = [
                writer.stdout.readline().strip() for _ in range(chance.randrange(1, WRITES))
            ]
            time.sleep(chance.random() / 500)
            writer.kill()
            rest = writer.stdout.read()
            # A line without its end was not said.
            acknowledged += rest[: rest.rfind("\n") + 1].split()
        assert all(acknowledged)
        saved += acknowledged
    with History(path) as history:
        kept = {walk.id: walk for walk in history.recent(100_000)}
        assert history.notice == ""
    assert set(saved) <= set(kept)
    assert all(kept[walk].finished for walk in saved)


def test_a_start_killed_at_any_moment_leaves_a_usable_file(path: Path) -> None:
    chance = random.Random(4)  # noqa: S311 -- repeatable, not secret
    for _ in range(8):
        with _writer(path, 1000) as writer:
            time.sleep(0.04 + chance.random() / 10)
            writer.kill()
        with History(path) as history:
            history.recent()
            assert history.notice == ""
        for file in path.parent.glob("*"):
            file.unlink()


def test_sqlite_is_imported_by_the_history_only() -> None:
    importing = {
        file.relative_to(REPOSITORY / "guide").parts[0]
        for file in (REPOSITORY / "guide").rglob("*.py")
        if "import sqlite3" in file.read_text(encoding="utf-8")
    }
    assert importing == {"history"}


def test_a_file_that_another_window_made_in_the_meantime_was_not_missing(
    path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with History(path) as history:
        history.save(None, guide="g", answers={}, code="g", finished=True, content_hash="0" * 64)
    made = path.read_bytes()
    path.unlink()

    def meanwhile(_: Path) -> dict[str, Kept]:
        path.write_bytes(made)
        return walks_in(path)

    monkeypatch.setattr("guide.history.backup.walks_in", meanwhile)
    with History(path) as history:
        history.save(None, guide="g", answers={}, code="g", finished=False, content_hash="0" * 64)
        assert history.notice == ""
        assert len(history.recent()) == 2
