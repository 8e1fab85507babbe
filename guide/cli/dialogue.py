"""The walk as lines of text: one question after another, asked and answered."""

import sys
from collections.abc import Callable
from typing import NamedTuple

from guide.cli.matching import match
from guide.cli.terminal import width
from guide.document.lines import wrapped
from guide.journey.journey import Journey
from guide.journey.progress import progress
from guide.model.schema import Option, Question

HOW = (
    "Type the number of an answer, or some of its words. "
    "b goes back, ? explains the question, q stops. An empty line repeats the question."
)
COMMANDS = {"back": "b", "help": "?", "quit": "q"}
"""What somebody may type who does not remember the letter."""
_LONGEST = 10_000
"""Characters of a line that are read in one go; an answer has a few."""


class Streams(NamedTuple):
    """How the dialogue hears and speaks."""

    hear: Callable[[], str | None]
    """The next line, or None at the end of the input."""
    say: Callable[[str], None]
    """Writes text; it holds its own line breaks."""
    keep: Callable[[Journey], Journey]
    """Called after each answer; gives the journey as it was kept."""


class Dialogue:
    """Asks until the advice is reached or the person stops."""

    def __init__(self, journey: Journey, streams: Streams) -> None:
        self._journey = journey
        self._streams = streams
        self._width = width()

    def run(self) -> Journey:
        """Ask, and give how far the answers led."""
        self._say(self._journey.guide.title, "", HOW)
        asked = None
        while (question := self._journey.question) is not None:
            if asked != question.id:
                self._ask(question)
            asked = question.id
            self._streams.say("Answer: ")
            line = self._streams.hear()
            word = "q" if line is None else _word(question, line)
            if word == "q":
                break
            if word in ("", "b"):
                asked = None
            if word:
                self._obey(word, line or "", question)
        return self._journey

    def _obey(self, word: str, line: str, question: Question) -> None:
        if word == "?":
            self._explain(question)
        elif word == "b":
            self._back()
        else:
            meant = match(question, line)
            if meant.option is None:
                self._say(meant.why)
            else:
                self._take(question, meant.option)

    def _ask(self, question: Question) -> None:
        journey = self._journey
        self._say("", f"{progress(journey.guide, journey.walked, question)}. {question.text}")
        if question.look:
            self._say(f"Where to look: {question.look}")
        for place, option in enumerate(question.options, 1):
            hint = f" ({option.hint})" if option.hint else ""
            self._say(*wrapped(f"{option.label}{hint}", self._width, f"{place:3}. "))
        if journey.revisiting and (before := question.option(journey.answers[question.id])):
            self._say(f"Your answer so far: {before.label}")

    def _explain(self, question: Question) -> None:
        if question.why:
            self._say(f"Why we ask: {question.why}")
        if question.look:
            self._say(f"Where to look: {question.look}")
        if not (question.why or question.look):
            self._say("There is nothing more to say about this question.")

    def _back(self) -> None:
        before = self._journey.back()
        if before is None:
            self._say("This is the first question.")
        else:
            self._journey = before

    def _take(self, question: Question, option: Option) -> None:
        self._say(f"You chose: {option.label}")
        self._journey = self._streams.keep(self._journey.answered(question, option.id))
        if self._journey.notice:
            self._say(self._journey.notice)

    def _say(self, *texts: str) -> None:
        for text in texts:
            lines = [text] if text.startswith(" ") else wrapped(text, self._width) or [""]
            self._streams.say("\n".join(lines) + "\n")


def _word(question: Question, line: str) -> str:
    """What was typed, the long forms of a command as the command, unless an answer is meant."""
    word = line.strip().casefold()
    return COMMANDS[word] if word in COMMANDS and match(question, word).option is None else word


def hear() -> str | None:
    """The next line of stdin, or None at its end."""
    if sys.stdin is None:
        return None
    try:
        line = sys.stdin.readline(_LONGEST)
    except OSError:
        return None
    if not line:
        return None
    return line
