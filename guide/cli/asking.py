"""``guide ask``: the dialogue on stdin and stdout, kept in the history."""

from contextlib import closing

from guide.cli.clock import today
from guide.cli.dialogue import Dialogue, UnreadableAnswerError
from guide.cli.say import note, put
from guide.cli.terminal import width
from guide.document.formats import Target, write
from guide.history.keeper import Keeper
from guide.history.resolve import Resolved
from guide.journey.code import write_code
from guide.journey.journey import Journey
from guide.journey.labels import scenario_words
from guide.pages.advice import Frame, advice_page


def ask(resolved: Resolved) -> None:
    """Ask until the advice is reached and show it, or say how to go on later."""
    with closing(Keeper()) as keeper:
        keeper.history.latest()  # a damaged file is noticed now, also where no answer comes
        _tell(keeper)

        def keep(journey: Journey) -> Journey:
            kept = keeper.keep(journey)
            _tell(keeper)
            return kept

        dialogue = Dialogue(resolved.journey, keep)
        try:
            dialogue.run()
        except UnreadableAnswerError:
            put(_stopped(dialogue.journey))
            raise
    journey = dialogue.journey
    put(_page(journey) if journey.question is None else _stopped(journey))


def _tell(keeper: Keeper) -> None:
    if news := keeper.news():
        note(news)


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
