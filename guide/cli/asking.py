"""``guide ask``: the dialogue on stdin and stdout, kept in the history."""

import sys
from dataclasses import replace

from guide.cli.clock import today
from guide.cli.dialogue import Dialogue, Streams, hear
from guide.cli.say import note, put
from guide.cli.terminal import width
from guide.document.formats import Target, write
from guide.history.history import History
from guide.history.pages import page_of
from guide.history.resolve import Resolved
from guide.journey.code import write_code
from guide.journey.journey import Journey
from guide.journey.labels import scenario_words
from guide.pages.advice import Frame, advice_page


def ask(resolved: Resolved) -> None:
    """Ask until the advice is reached and show it, or say how to go on later."""
    with History() as history:
        history.latest()  # a damaged file is noticed now, also where no answer comes to be kept
        notices = _Notices(history.notice)

        def keep(journey: Journey) -> Journey:
            finished = journey.walked.finished
            walk_id = history.save(
                journey.walk_id,
                guide=journey.guide.id,
                answers=journey.answers,
                code=write_code(journey.guide, journey.scenario),
                finished=finished,
                content_hash=journey.guide.content_hash,
                page=page_of(journey.advice) if finished else "",
            )
            notices.show(history.notice)
            return replace(journey, walk_id=walk_id)

        journey = Dialogue(resolved.journey, Streams(_hear, put, keep)).run()
    put(_page(journey) if journey.question is None else _stopped(journey))


class _Notices:
    """Shows each notice of the history once."""

    def __init__(self, notice: str) -> None:
        self._last = ""
        self.show(notice)

    def show(self, notice: str) -> None:
        if notice and notice != self._last:
            note(notice)
        self._last = notice


def _hear() -> str | None:
    line = hear()
    if line is None or not sys.stdin.isatty():
        put("\n")  # nobody pressed Enter on the screen
    return line


def _page(journey: Journey) -> str:
    frame = Frame(today(), journey.walked.trail)
    page = write(advice_page(journey.advice, frame), "text", Target(width()))
    code = write_code(journey.guide, journey.scenario)
    return f"\n{page}\nTo see this page with its sources:\nguide advise {code}\n"


def _stopped(journey: Journey) -> str:
    if not journey.scenario:
        return "\nNothing was settled. To begin again: guide ask\n"
    code = write_code(journey.guide, journey.scenario)
    words = scenario_words(journey.guide, journey.scenario)
    return f"\nSo far: {words}\nTo go on from here: guide ask {code}\n"
