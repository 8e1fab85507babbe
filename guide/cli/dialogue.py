"""The walk as lines of text: one question after another, asked and answered."""

import sys
from collections.abc import Callable
from typing import NamedTuple

from guide.cli.matching import match
from guide.cli.terminal import width
from guide.document.lines import wrapped
from guide.journey.labels import conclusion
from guide.journey.walk import Step, Walk, answer, walk
from guide.model.schema import Answers, Guide, Option, Question

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
    keep: Callable[[Answers, Walk], None]
    """Called whenever the answers have changed."""


class Dialogue:
    """Asks until the advice is reached or the person stops."""

    def __init__(self, guide: Guide, answers: Answers, streams: Streams) -> None:
        self._guide = guide
        self._answers = dict(answers)
        self._streams = streams
        self._width = width()

    def run(self) -> Walk:
        """Ask, and give how far the answers led."""
        self._say(self._guide.title, "", HOW)
        now = walk(self._guide, self._answers)
        shown = None
        while now.next is not None:
            if shown != now.next.id:
                self._ask(now.next, now.trail)
            shown = now.next.id
            self._streams.say("Answer: ")
            line = self._streams.hear()
            word = "q" if line is None else _word(now.next, line)
            if word == "q":
                break
            if word in ("", "b"):
                shown = None
            if word:
                self._obey(word, line or "", now)
            now = walk(self._guide, self._answers)
        return now

    def _obey(self, word: str, line: str, now: Walk) -> None:
        question = now.next
        if question is None:
            return
        if word == "?":
            self._explain(question)
        elif word == "b":
            self._back(now.trail)
        else:
            found = match(question, line)
            if found.option is None:
                self._say(found.why)
            else:
                self._take(question, found.option)

    def _ask(self, question: Question, trail: tuple[Step, ...]) -> None:
        optional = ", optional" if question.skip is not None else ""
        self._say("", f"Question {len(trail) + 1}{optional}. {question.text}")
        if question.look:
            self._say(f"Where to look: {question.look}")
        for place, option in enumerate(question.options, 1):
            hint = f" ({option.hint})" if option.hint else ""
            self._say(*wrapped(f"{option.label}{hint}", self._width, f"{place:3}. "))

    def _explain(self, question: Question) -> None:
        if question.why:
            self._say(f"Why we ask: {question.why}")
        if question.look:
            self._say(f"Where to look: {question.look}")
        if not (question.why or question.look):
            self._say("There is nothing more to say about this question.")

    def _back(self, trail: tuple[Step, ...]) -> None:
        if not trail:
            self._say("This is the first question.")
            return
        self._answers = {q: o for q, o in self._answers.items() if q != trail[-1].question.id}
        self._changed()

    def _take(self, question: Question, option: Option) -> None:
        self._say(f"You chose: {option.label}")
        if concluded := conclusion(self._guide, question, option):
            self._say(f"{concluded} Type b if that looks wrong.")
        change = answer(self._guide, self._answers, question.id, option.id)
        self._answers = change.answers
        for step in change.dropped:
            self._say(f"No longer applies: {step.question.text} {step.option.label}")
        self._changed()

    def _changed(self) -> None:
        self._streams.keep(self._answers, walk(self._guide, self._answers))

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
