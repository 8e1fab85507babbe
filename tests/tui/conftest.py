"""The app with the small guide, for every test of the screens."""

import asyncio
import shutil
from contextlib import AbstractAsyncContextManager
from pathlib import Path

import pytest
import textual.app
import textual.pilot
from conftest import TINY
from helpers.stage import Stage, Start, running, shelf_of

from guide.model.schema import Guide
from guide.reading.shelf import Shelf


@pytest.fixture(autouse=True)
def brisk(monkeypatch: pytest.MonkeyPatch) -> None:
    """Do not wait for an idle processor after each key: ``Stage.settle`` waits for what is due."""

    async def at_once(*_: float) -> None:
        await asyncio.sleep(0)

    for module in (textual.app, textual.pilot):
        monkeypatch.setattr(module, "wait_for_idle", at_once)


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
