"""A preview keeps its walks as long as it runs, and never among those of the reader."""

from __future__ import annotations

from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from guide.tui.keeping import Keeper

if TYPE_CHECKING:
    from guide.history.history import History


class PassingKeeper(Keeper):
    """Keeps in a folder that is removed at the end."""

    def __init__(self) -> None:
        super().__init__()
        self._folder: TemporaryDirectory[str] | None = None

    @property
    def history(self) -> History:
        """What was kept since the preview began."""
        if self._history is None:
            from guide.history.history import History  # noqa: PLC0415 - 12 ms, sqlite3

            self._folder = TemporaryDirectory(prefix="guide-preview-", ignore_cleanup_errors=True)
            self._history = History(Path(self._folder.name) / "history.db")
        return self._history

    def close(self) -> None:
        """Forget it all."""
        super().close()
        if self._folder is not None:
            self._folder.cleanup()
