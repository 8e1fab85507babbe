"""``guide ask``: the dialogue on stdin and stdout, kept in the history."""

import sys
from contextlib import closing

from guide.cli.clock import today
from guide.cli.dialogue import Dialogue, Streams, hear
from guide.cli.say import note, put
from guide.cli.session import Spot
from guide.cli.terminal import width
from guide.document import render
from guide.document.words import scenario_words
from guide.history.keeper import Keeper
from guide.journey.advice import advise
from guide.journey.code import write_code
from guide.journey.journey import Journey
from guide.journey.walk import Walk
from guide.model.schema import Answers, Guide


def ask(spot: Spot) -> None:
    """Ask until the advice is reached and show it, or say how to go on later."""
    guide = spot.guide
    with closing(Keeper()) as keeper:
        keeper.history.latest()  # a damaged file is noticed now, also where no answer comes
        _tell(keeper)
        walk_id = spot.walk_id

        def keep(answers: Answers, _now: Walk) -> None:
            nonlocal walk_id
            walk_id = keeper.keep(Journey(guide, dict(answers), walk_id=walk_id)).walk_id
            _tell(keeper)

        now = Dialogue(guide, spot.located.answers, Streams(_hear, put, keep)).run()
    put(_page(guide, now) if now.finished else _stopped(guide, now))


def _tell(keeper: Keeper) -> None:
    if news := keeper.news():
        note(news)


def _hear() -> str | None:
    line = hear()
    if line is None or not sys.stdin.isatty():
        put("\n")  # nobody pressed Enter on the screen
    return line


def _page(guide: Guide, now: Walk) -> str:
    shown = advise(guide, now.scenario)
    page = render(shown, "text", today=today(), trail=now.trail, width=width(), sources=False)
    code = write_code(guide, now.scenario)
    return f"\n{page}\nTo see this page with its sources:\nguide advise {code}\n"


def _stopped(guide: Guide, now: Walk) -> str:
    if not now.scenario:
        return "\nNothing was settled. To begin again: guide ask\n"
    code = write_code(guide, now.scenario)
    words = scenario_words(guide, now.scenario)
    return f"\nSo far: {words}\nTo go on from here: guide ask {code}\n"
