"""``guide ask``: the dialogue on stdin and stdout, kept in the history."""

import sys

from guide.cli.clock import today
from guide.cli.dialogue import Dialogue, Streams, hear
from guide.cli.say import note, put
from guide.cli.session import Spot
from guide.cli.terminal import width
from guide.document.formats import Target, write
from guide.history.history import History
from guide.history.pages import page_of
from guide.journey.advice import advise
from guide.journey.code import write_code
from guide.journey.labels import scenario_words
from guide.journey.walk import Walk
from guide.model.schema import Answers, Guide
from guide.pages.advice import Frame, advice_page


def ask(spot: Spot) -> None:
    """Ask until the advice is reached and show it, or say how to go on later."""
    guide = spot.guide
    with History() as history:
        history.latest()  # a damaged file is found now, also where no answer comes to be kept
        told = _Told(history.notice)
        walk_id = spot.walk_id

        def keep(answers: Answers, now: Walk) -> None:
            nonlocal walk_id
            code = write_code(guide, now.scenario)
            walk_id = history.save(
                walk_id,
                guide=guide.id,
                answers=answers,
                code=code,
                finished=now.finished,
                content_hash=guide.content_hash,
                page=page_of(advise(guide, now.scenario)) if now.finished else "",
            )
            told.tell(history.notice)

        now = Dialogue(guide, spot.located.answers, Streams(_hear, put, keep)).run()
    put(_page(guide, now) if now.finished else _stopped(guide, now))


class _Told:
    """Says each notice of the history once."""

    def __init__(self, notice: str) -> None:
        self._last = ""
        self.tell(notice)

    def tell(self, notice: str) -> None:
        if notice and notice != self._last:
            note(notice)
        self._last = notice


def _hear() -> str | None:
    line = hear()
    if line is None or not sys.stdin.isatty():
        put("\n")  # nobody pressed Enter on the screen
    return line


def _page(guide: Guide, now: Walk) -> str:
    shown = advise(guide, now.scenario)
    frame = Frame(today(), now.trail, sources=False)
    page = write(advice_page(shown, frame), "text", Target(width()))
    code = write_code(guide, now.scenario)
    return f"\n{page}\nTo see this page with its sources:\nguide advise {code}\n"


def _stopped(guide: Guide, now: Walk) -> str:
    if not now.scenario:
        return "\nNothing was settled. To begin again: guide ask\n"
    code = write_code(guide, now.scenario)
    words = scenario_words(guide, now.scenario)
    return f"\nSo far: {words}\nTo go on from here: guide ask {code}\n"
