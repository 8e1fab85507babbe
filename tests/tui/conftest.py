"""The app with the small guide, for every test of the screens."""

import shutil
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest
from conftest import TINY
from helpers.stage import Stage, Start, running, shelf_of
from textual import _wait

from guide.model.schema import Guide
from guide.reading.shelf import Shelf


@pytest.fixture(autouse=True)
def brisk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Look every 5 ms, not every 20, whether the app is idle: most of a test is waiting."""
    monkeypatch.setattr(_wait, "SLEEP_GRANULARITY", 0.005)
    monkeypatch.setattr(_wait, "SLEEP_IDLE", 0.0005)


@pytest.fixture
def start(tiny: Guide) -> Start:
    """Start the app with the small guide, or with another shelf."""

    def begin(
        shelf: Shelf | None = None, *, size: tuple[int, int] = (80, 24), code: str | None = None
    ) -> AbstractAsyncContextManager[Stage]:
        return running(shelf or shelf_of(tiny), size=size, code=code)

    return begin


@pytest.fixture
def tiny_copy(tmp_path: Path) -> Path:
    """A copy of the small guide's folder, to be edited."""
    return Path(shutil.copytree(TINY, tmp_path / "tiny"))
