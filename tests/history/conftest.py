"""A history to work on, and many walks at once."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from guide.history import database
from guide.history.history import History

Save = Callable[..., str]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "data" / "history.db"


@pytest.fixture
def history(path: Path) -> Iterator[History]:
    with History(path) as opened:
        yield opened


@pytest.fixture
def save() -> Save:
    """Save a walk of which only what matters to the test is named."""

    def one(history: History, walk_id: str | None = None, **named: object) -> str:
        walk = {"guide": "tiny", "answers": {"size": "big"}, "code": "tiny:size=big"}
        given = {**walk, "finished": True, "content_hash": "f" * 64, **named}
        return history.save(walk_id, **given)  # type: ignore[arg-type]

    return one


@pytest.fixture
def hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not wait two seconds for a lock that the test holds."""
    monkeypatch.setattr(database, "TIMEOUT", 0.05)
    monkeypatch.setattr("guide.history.damaged_files.PATIENCE", 0.1)
