"""The history: every walk, kept on this machine only, in one file that this class knows.

Whatever becomes of the file, the program goes on: a damaged one is set aside and restored from
the backup copy beside it; one that can't be written is read, and this session is kept in memory.
``notice`` then says so in a line.
"""

import os
import sqlite3
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from threading import RLock
from typing import Self, TypeVar

from guide.cleaning import CODE_LENGTH, clean_line, clean_text
from guide.history import backup, damaged_files, kept, listing, walks
from guide.history.database import backup_of, open_memory
from guide.history.faults import FAULTS, Fault, is_damage, is_full, printable, why_not_kept
from guide.history.kept import Kept
from guide.history.listing import Pages, Row, Wanted
from guide.history.walks import Adopted
from guide.model.schema import Answers
from guide.places import history_file

__all__ = ["History", "Kept", "Row"]

T = TypeVar("T")

ERASED_ELSEWHERE = (
    "This walk was erased, so what you answer on it is not kept. Start again to keep a new one."
)
STILL_HOLDS = (
    "{aside} was set aside as damaged and still holds this walk; erasing all walks removes it too."
)


class History:
    """The walks of one user, newest first.

    No method raises for a file that is missing, damaged, locked or read-only; look at
    ``notice`` after any of them. Nothing is made before the first walk is saved. Have one in a
    process, used from any of its threads: a second one can end the locks of the first.
    """

    notice: str
    """Empty, or one line to tell the user."""

    def __init__(self, path: Path | None = None) -> None:
        # A link is followed once, here: what lies beside the file lies beside its real place.
        self._path = Path(os.path.realpath(path or history_file()))
        self._connection: sqlite3.Connection | None = None
        self._file: tuple[int, int] | None = None
        self._in_memory = False
        self._restored = False
        self._left: frozenset[str] = frozenset()
        self._files = 0
        """How often another file, or memory, has taken the place of the one before."""
        self._kept_in: dict[str, int] = {}
        self._unsaved = False
        """Whether the file holds what its backup does not: drafts only."""
        self._lock = RLock()
        self.notice = ""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def save(  # noqa: PLR0913 -- a walk has this many parts, each named
        self,
        walk_id: str | None,
        *,
        guide: str,
        answers: Answers,
        code: str,
        finished: bool,
        content_hash: str,
        page: str = "",
        again: bool = False,
    ) -> str:
        """Keep a walk as it stands, and return the id under which it is kept.

        Without an id, or with one that can't be an id, the walk is a new one. A finished walk, or
        one with a name or a note, stays as it is: other answers are kept under another id. The
        same state again writes nothing. A walk that was erased is not kept again. The parts are
        those of ``Kept``; again: it was opened, not answered, and one like it already is enough.
        """
        known = walk_id if walk_id is not None and kept.is_id(walk_id) else kept.new_id()
        # Without characters that SQLite refuses or a terminal obeys.
        plain = {clean_line(question): clean_line(option) for question, option in answers.items()}
        walk = Kept(
            id=known,
            guide=clean_line(guide),
            answers=plain,
            code=clean_line(code, CODE_LENGTH),
            finished=finished,
            content_hash=clean_line(content_hash),
            page=page,
        )

        def work(connection: sqlite3.Connection) -> str | None:
            if again and known != walk_id:
                return walks.put_again(connection, walk)
            # A row that went with its file was not erased.
            lost = self._in_memory or self._kept_in.get(known, self._files) != self._files
            return walks.put(connection, walk, make=lost or known != walk_id)

        otherwise: str | None = known
        there = self._do(work, otherwise=otherwise, make=True, backed_up=finished)
        if there is None:
            self._say(ERASED_ELSEWHERE)
            return known
        self._kept_in[there] = self._files
        return there

    def recent(self, limit: int = 8) -> list[Kept]:
        """The walks last touched, newest first."""
        return self._do(lambda connection: walks.newest(connection, limit), otherwise=[])

    def latest(self) -> Kept | None:
        """The walk to continue: the one last touched."""
        return next(iter(self.recent(1)), None)

    def get(self, walk_id: str) -> Kept | None:
        """One walk, or None if there is none, or none that can be read."""
        return self._do(lambda connection: walks.get(connection, walk_id), otherwise=None)

    def rows(
        self, limit: int | None = None, offset: int = 0, wanted: Wanted | None = None
    ) -> Sequence[Row]:
        """A part of the list, newest first: every walk, or those that ``wanted`` finds."""
        return self._do(
            lambda connection: listing.rows(connection, limit, offset, wanted), otherwise=[]
        )

    def pages(self) -> Pages:
        """The whole list, newest first, of which only what is looked at is read."""

        def read(limit: int, offset: int) -> Sequence[Row]:
            return self._do(
                lambda connection: listing.page(connection, limit, offset), otherwise=[]
            )

        return Pages(self.count(), read)

    def count(self) -> int:
        """How many walks are kept."""
        return self._do(listing.count, otherwise=0)

    def ids(self, beginning: str, most: int = 10) -> list[str]:
        """The ids of walks that begin like this, at most ten unless told."""
        return self._do(lambda connection: listing.ids(connection, beginning, most), otherwise=[])

    def adopt(self, others: Sequence[Kept]) -> Adopted | None:
        """Add walks from elsewhere; of two with the same id the one touched last stays.

        Its name and note go by when they were written. None if the file can't be changed.
        """

        def work(connection: sqlite3.Connection) -> Adopted | None:
            if self._in_memory:
                return None
            backup.drop(self._path)  # a gap that is filled changes a walk but not its moment
            return walks.adopt(connection, others)

        if not others:
            return Adopted(0, 0, 0)
        return self._do(work, otherwise=None, make=True, backed_up=True)

    def rename(self, walk_id: str, name: str) -> bool:
        """Name a walk; it keeps its place in the list. False if that can't be done."""
        line = clean_line(name)
        return self._change(walk_id, lambda connection: walks.edit(connection, walk_id, name=line))

    def annotate(self, walk_id: str, note: str) -> bool:
        """Put a note on a walk; it keeps its place in the list. False if that can't be done."""
        text = clean_text(note)
        return self._change(walk_id, lambda connection: walks.edit(connection, walk_id, note=text))

    def typed(self, guide: str, code: str) -> Kept | None:
        """The walk of a scenario about which something was typed last, or None."""
        return self._do(lambda connection: walks.typed_of(connection, guide, code), otherwise=None)

    def keep_typed(self, walk_id: str, typed: dict[str, str]) -> bool:
        """Keep what was typed about a walk; it keeps its place. False if that can't be done."""
        plain = {clean_line(key): clean_text(text) for key, text in typed.items()}
        return self._change(
            walk_id, lambda connection: walks.edit(connection, walk_id, typed=plain)
        )

    def erase(self, walk_id: str) -> bool:
        """Remove a walk so that no byte of it stays in the file or its log; whether it is gone.

        A damaged file set aside earlier may hold it still: ``notice`` says so, and ``erase_all``
        removes those.
        """

        def work(connection: sqlite3.Connection) -> bool:
            if not self._in_memory:
                backup.drop(self._path)
            self._after_erasing(clean=walks.erase(connection, walk_id))
            return True

        gone = self._erased_in_place(walk_id) or self._change(walk_id, work, otherwise=True)
        if not gone:
            self._say(f"Nothing was erased from {printable(self._path)}.")
        elif not self._in_memory:
            for file in damaged_files.holding(self._path, walk_id):
                self._say(STILL_HOLDS.format(aside=printable(file)))
        return gone

    def erase_all(self) -> bool:
        """Remove every walk, the backup and every file set aside; whether all are gone."""

        def work(connection: sqlite3.Connection) -> bool:
            if self._in_memory:
                walks.erase_others(connection, self._left)
                return not self._left
            self.notice = ""
            backup.drop(self._path)
            self._after_erasing(clean=walks.erase(connection, None))
            return True

        gone = self._erased_in_place(None) and not self._in_memory
        gone = gone or self._do(work, otherwise=not self._left, backed_up=True)
        if self._in_memory:
            if not gone:
                self._say(f"Nothing was erased from {printable(self._path)}.")
            return gone
        try:
            damaged_files.remove_all_aside(self._path)
            backup.drop(self._path)
        except OSError:
            self._say(f"A file set aside in {printable(self._path.parent)} can't be deleted.")
        return gone

    def close(self) -> None:
        """Let go of the file; using the history again opens it again."""
        with self._lock:
            if self._unsaved and self._connection is not None and not self._in_memory:
                with suppress(*FAULTS):
                    backup.renew(self._connection, self._path)
            self._let_go()

    def _let_go(self) -> None:
        if self._connection is not None:
            with suppress(sqlite3.Error):
                self._connection.close()
        self._connection = None
        self._in_memory = self._unsaved = False
        self._left = frozenset()

    def _do(
        self,
        work: Callable[[sqlite3.Connection], T],
        *,
        otherwise: T,
        make: bool = False,
        backed_up: bool = False,
    ) -> T:
        """Run ``work`` on the database; twice more at most, with the next best one."""
        with self._lock:
            for _ in range(3):
                try:
                    connection = self._ready(make=make)
                    if connection is None:
                        return otherwise
                    before = connection.total_changes
                    result = work(connection)
                    self._back_up(
                        connection, changed=connection.total_changes > before, at_once=backed_up
                    )
                except FAULTS as fault:
                    if self._in_memory:
                        break
                    self._give_way(fault)
                else:
                    return result
        return otherwise

    def _back_up(self, connection: sqlite3.Connection, *, changed: bool, at_once: bool) -> None:
        """Renew the backup now, or when the file is closed: a draft is written at each answer."""
        if self._in_memory:
            return
        self._unsaved = self._unsaved or changed
        if at_once and (self._unsaved or not backup_of(self._path).exists()):
            self._say(backup.renew(connection, self._path))
            self._unsaved = False

    def _change(
        self, walk_id: str, work: Callable[[sqlite3.Connection], bool], *, otherwise: bool = False
    ) -> bool:
        """Change one walk, unless it stands in a file that can only be read."""

        def unless_left(connection: sqlite3.Connection) -> bool:
            return walk_id not in self._left and work(connection)

        done = self._do(unless_left, otherwise=otherwise, backed_up=True)
        return done and walk_id not in self._left

    def _ready(self, *, make: bool) -> sqlite3.Connection | None:
        """The database, opened if need be; None where there is no file and none is needed."""
        if self._in_memory:
            return self._connection
        there = self._identity()
        if self._connection is not None and there != self._file:
            self._let_go()  # deleted or replaced under our feet
            self._files += 1
        if self._connection is None and (make or there or backup.walks_in(self._path)):
            self._connection, line = backup.open_checked(self._path)
            self._say(line)
            self._file = self._identity()
        return self._connection

    def _identity(self) -> tuple[int, int] | None:
        """What tells this file from another of the same name; None if there is none."""
        try:
            status = self._path.stat()
        except FileNotFoundError:
            return None
        return status.st_dev, status.st_ino

    def _give_way(self, fault: Fault) -> None:
        """After a fault: a new file with what the damaged one held, or else memory."""
        self._let_go()
        self._files += 1
        if is_damage(fault) and not self._restored:
            try:
                self._say(backup.restore(self._path))
            except FAULTS as hindrance:
                fault = hindrance if not is_damage(hindrance) else fault
            else:
                self._restored = True
                return
        self._say(why_not_kept(fault, self._path))
        left = backup.readable(self._path)
        self._connection = open_memory(left.values())
        self._in_memory = True
        self._left = frozenset(left)

    def _erased_in_place(self, walk_id: str | None) -> bool:
        """Whether a walk, or without an id all, is erased where there is no room for a log."""
        with self._lock:
            if not is_full(self._path) or self._identity() is None:
                return False
            if not self._in_memory:
                self._let_go()
            try:
                backup.drop(self._path)
                walks.erase_in_place(self._path, walk_id)
            except FAULTS:
                return False
            gone = {walk_id} if walk_id else self._left
            if self._in_memory and self._connection is not None:
                copies = [(name,) for name in gone]
                self._connection.executemany("DELETE FROM walk WHERE id = ?", copies)
            self._left -= gone
            return True

    def _after_erasing(self, *, clean: bool) -> None:
        if not clean:
            self._say("Erased. The last traces go when no other window has the history open.")

    def _say(self, line: str) -> None:
        if line not in self.notice:
            self.notice = f"{self.notice} {line}".strip()
