"""Keeping every step, so that a reader who leaves at any time comes back to it."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from guide.history.history import History
    from guide.journey.journey import Journey


class Keeper:
    """The history of this machine: opened when first asked for, after the first paint."""

    def __init__(self) -> None:
        self._history: History | None = None
        self._said = ""

    @property
    def history(self) -> History:
        """What was kept."""
        if self._history is None:
            from guide.history.history import History  # noqa: PLC0415 - 12 ms, sqlite3

            self._history = History()
        return self._history

    def keep(self, journey: Journey) -> Journey:
        """Keep where a journey stands, and say under which id.

        A page that a search found is not the reader's own; of a walk only looked at again, the
        history holds what it held.
        """
        from guide.history.pages import page_of  # noqa: PLC0415 - as above
        from guide.journey.code import write_code  # noqa: PLC0415

        if not journey.answers or journey.visiting or journey.resting:
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

    def news(self) -> str:
        """What the history has to tell that was not told yet."""
        notice = self._history.notice if self._history else ""
        if notice == self._said:
            return ""
        self._said = notice
        return notice

    def close(self) -> None:
        """Let go of the file."""
        if self._history is not None:
            self._history.close()
