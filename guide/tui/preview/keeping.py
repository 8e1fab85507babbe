"""A preview keeps its walks as long as it runs, and never among those of the reader."""

from __future__ import annotations

from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from guide.history.keeper import Keeper

if TYPE_CHECKING:
    from guide.history.history import History


class PassingKeeper(Keeper):
    """Keeps in a folder that is removed at the end."""

    _folder: TemporaryDirectory[str] | None = None

    @cached_property
    def history(self) -> History:
        """What was kept since the preview began."""
        from guide.history.history import History  # noqa: PLC0415 - 12 ms, sqlite3

        self._folder = TemporaryDirectory(prefix="guide-preview-", ignore_cleanup_errors=True)
        return History(Path(self._folder.name) / "history.db")

    def close(self) -> None:
        """Forget it all."""
        super().close()
        if self._folder is not None:
            self._folder.cleanup()
