"""When a walk is kept, and which walk a change begins: for the app and for ``guide ask``.

What is imported inside functions takes 20 ms, sqlite3 most of them: the app has a keeper before
its first paint, and needs it after.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from guide.history.history import History
    from guide.history.kept import Kept
    from guide.journey.journey import Journey


class Keeper:
    """Keeps every step, so that a reader who leaves at any time comes back to it."""

    def __init__(self, path: Path | None = None) -> None:
        self._path = path
        self._last_news = ""

    @cached_property
    def history(self) -> History:
        """What was kept; no file is opened before it is asked."""
        from guide.history.history import History  # noqa: PLC0415  14 ms, as above

        return History(self._path)

    def keep(self, journey: Journey) -> Journey:
        """Keep where a journey stands, and say under which id.

        A page that a search led to is not the reader's own; of a walk only looked at again, the
        history holds what it held; before the first answer there is none.
        """
        from guide.history.digest import page_of  # noqa: PLC0415  1 ms, as above
        from guide.journey.code import write_code  # noqa: PLC0415  5 ms, as above

        if journey.visiting or journey.resting or not (journey.answers or journey.walk_id):
            return journey
        finished = journey.walked.finished
        walk_id = self.history.save(
            journey.walk_id,
            guide=journey.guide.id,
            answers=journey.answers,
            code=write_code(journey.guide, journey.scenario),
            finished=finished,
            content_hash=journey.guide.content_hash,
            page=page_of(journey.advice) if finished else "",
            again=finished,
        )
        return replace(journey, walk_id=walk_id)

    def resume(self, journey: Journey) -> Journey:
        """Take up a journey that was put aside; if its walk went on without it, as one of its own.

        A page that was pinned may have been reopened from home and changed there. What was erased
        elsewhere is not kept again.
        """
        if journey.walk_id is None or journey.resting:
            return self.keep(journey)
        kept = self.history.get(journey.walk_id)
        if kept is None or dict(kept.answers) == journey.answers:
            return journey
        return self.keep(replace(journey, walk_id=None))

    def typed(self, journey: Journey) -> dict[str, str]:
        """What was typed about a journey's scenario, on whichever walk of it."""
        walk = self._typed_walk(journey)
        return dict(walk.typed) if walk else {}

    def keep_typed(self, journey: Journey, typed: dict[str, str]) -> None:
        """Keep what was typed; a scenario that nobody walked to becomes a walk of its own."""
        walk = self._typed_walk(journey)
        self.history.keep_typed(walk.id if walk else self._found_walk(journey), typed)

    def _typed_walk(self, journey: Journey) -> Kept | None:
        from guide.journey.code import write_code  # noqa: PLC0415  5 ms, as above

        code = write_code(journey.guide, journey.scenario)
        here = self.history.get(journey.walk_id) if journey.walk_id else None
        own = here if here is not None and here.code == code else None
        return own if own and own.typed else self.history.typed(journey.guide.id, code) or own

    def _found_walk(self, journey: Journey) -> str:
        """A walk that holds this scenario, made if there is none."""
        kept = self.keep(replace(journey, walk_id=None, resting=False, visiting=False))
        return kept.walk_id or ""

    def news(self) -> str:
        """What the history has to tell that was not told yet."""
        notice = self.history.notice if "history" in self.__dict__ else ""
        if notice == self._last_news:
            return ""
        self._last_news = notice
        return notice

    def close(self) -> None:
        """Let go of the file."""
        if "history" in self.__dict__:
            self.history.close()
