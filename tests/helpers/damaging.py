"""A history with many walks, closed or as a killed program leaves it, and ways to damage it."""

import random
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from guide.history.history import History, Kept

WALKS = 130
DRAFTS = 5
"""The newest: answered since the backup was made, unless the history was closed since."""
FILES = ("history.db", "history.db-wal", "history.db-backup")
STATES = ("closed", "killed")


def make_history(folder: Path, state: str) -> dict[str, Kept]:
    """Fill ``history.db`` in a folder; its walks, drafts included."""
    source = folder / "source" / "history.db"
    with History(source) as history:
        for number in range(WALKS):
            answers = {
                f"question{n}": f"option{n}" for n in range(300 if number % 20 == 9 else number % 9)
            }
            walk_id = history.save(
                None, guide="tiny", answers=answers, code="tiny", finished=True, content_hash="0"
            )
            if number % 4 == 0:
                long = " and so on" * 390 if number % 20 == 8 else ""
                history.annotate(walk_id, f"walk {number}{long}")
            if number == 80:
                history.close()  # of what follows a part stands in the log only
        for number in range(DRAFTS):
            history.save(
                None, guide="tiny", answers={"question": str(number)}, code="tiny",
                finished=False, content_hash="0",
            )  # fmt: skip
        walks = {kept.id: kept for kept in history.recent(1000)}
        if state == "closed":
            history.close()
        for name in FILES:
            if (source.parent / name).exists():
                shutil.copy(source.parent / name, folder)
    shutil.rmtree(source.parent)
    return walks


def flip(data: bytearray, chance: random.Random) -> None:
    """From one bit to twelve."""
    for _ in range(chance.choice((1, 1, 1, 2, 12))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)


def truncate(data: bytearray, chance: random.Random) -> None:
    """At any byte."""
    del data[chance.randrange(len(data)) :]


def zero(data: bytearray, chance: random.Random) -> None:
    """A range of up to 20,000 bytes."""
    begin = chance.randrange(len(data))
    end = min(begin + chance.randrange(1, 20_000), len(data))
    data[begin:end] = bytes(end - begin)


def scramble(data: bytearray, chance: random.Random) -> None:
    """One page of 4,096 bytes."""
    begin = chance.randrange(len(data)) // 4096 * 4096
    end = min(begin + 4096, len(data))
    data[begin:end] = chance.randbytes(end - begin)


WAYS: dict[str, Callable[[bytearray, random.Random], None]] = {
    "flip": flip, "truncate": truncate, "zero": zero, "scramble": scramble,
}  # fmt: skip


class Outcome(NamedTuple):
    """What a damaged history still gives."""

    lost: int
    """Finished walks that are there no more."""
    altered: int
    """Finished walks with anything in them changed."""
    drafts: int
    """Drafts lost or altered."""
    strange: int
    """Walks that nobody walked."""
    notice: str


def outcome(path: Path, walks: dict[str, Kept]) -> Outcome:
    """Open a history and compare it with what it held."""
    with History(path) as history:
        here = {kept.id: kept for kept in history.recent(10_000)}
        notice = history.notice
    finished = {walk_id for walk_id, kept in walks.items() if kept.finished}
    lost = finished - here.keys()
    differing = {walk_id for walk_id, kept in walks.items() if here.get(walk_id) != kept}
    return Outcome(
        len(lost),
        len((differing & finished) - lost),
        len(differing - finished),
        len(here.keys() - walks.keys()),
        notice,
    )
