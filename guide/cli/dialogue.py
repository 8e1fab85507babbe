"""The walk as lines of text: one question after another, asked and answered."""

import io
import sys
from collections.abc import Callable
from typing import BinaryIO

from guide.cli.matching import match
from guide.cli.say import put
from guide.cli.terminal import is_terminal, width
from guide.document.lines import wrapped
from guide.journey.journey import Journey
from guide.journey.progress import progress
from guide.model.schema import Option, Question
from guide.user_error import UserError

HOW = (
    "Type the number of an answer, or some of its words. "
    "b goes back, ? explains the question, q stops. An empty line repeats the question."
)
COMMANDS = {"back": "b", "help": "?", "quit": "q"}
"""What somebody may type who does not remember the letter."""
BYTE_ORDER_MARK = "\ufeff"
"""What other programs begin a text with: no part of an answer."""
_LONGEST = 10_000
"""Characters of a line that are read in one go; an answer has a few."""


class UnreadableAnswerError(UserError):
    """A line of a file or pipe answers nothing: the next one must not answer in its place."""


class Dialogue:
    """Asks until the advice is reached or the person stops."""

    def __init__(self, journey: Journey, keep: Callable[[Journey], Journey]) -> None:
        self.journey = journey
        """How far the answers led."""
        self._keep = keep
        """Called after each answer; gives the journey as it was kept."""
        self._heard = 0
        """Lines of the input so far."""

    def run(self) -> None:
        """Ask.

        Raises:
            UnreadableAnswerError: if a line answers nothing and nobody can be asked again.

        """
        say_lines(self.journey.guide.title, "", HOW)
        asked = None
        while (question := self.journey.question) is not None:
            if asked != question.id:
                self._ask(question)
            asked = question.id
            line = ask_line("Answer: ")
            self._heard += 1
            word = "q" if line is None else _word(question, line)
            if word == "q":
                break
            if word in ("", "b"):
                asked = None
            if word:
                self._obey(word, line or "", question)

    def _obey(self, word: str, line: str, question: Question) -> None:
        if word == "?":
            self._explain(question)
        elif word == "b":
            self._back()
        else:
            meant = match(question.options, line)
            if meant.option is None:
                if not attended():
                    message = f"line {self._heard} of the input answers nothing: {meant.why}"
                    raise UnreadableAnswerError(message)
                say_lines(meant.why)
            else:
                self._take(question, meant.option)

    def _ask(self, question: Question) -> None:
        journey = self.journey
        say_lines("", f"{progress(journey.guide, journey.walked, question).words}. {question.text}")
        if question.look:
            say_lines(f"Where to look: {question.look}")
        for place, option in enumerate(question.options, 1):
            hint = f" ({option.hint})" if option.hint else ""
            say_lines(*wrapped(f"{option.label}{hint}", width(), f"{place:3}. "))
        if journey.revisiting and (before := question.option(journey.answers[question.id])):
            say_lines(f"Your answer so far: {before.label}")

    def _explain(self, question: Question) -> None:
        if question.why:
            say_lines(f"Why we ask: {question.why}")
        if question.look:
            say_lines(f"Where to look: {question.look}")
        if not (question.why or question.look):
            say_lines("There is nothing more to say about this question.")

    def _back(self) -> None:
        before = self.journey.back()
        if before is None:
            say_lines("This is the first question.")
        else:
            self.journey = before

    def _take(self, question: Question, option: Option) -> None:
        say_lines(f"You chose: {option.label}")
        self.journey = self._keep(self.journey.answered(question, option.id))
        if self.journey.notice:
            say_lines(self.journey.notice)


def _folded(text: str, cells: int) -> str:
    """A text as lines of a terminal; what is indented is laid out already."""
    lines = [text] if text.startswith(" ") else wrapped(text, cells) or [""]
    return "\n".join(lines) + "\n"


def _word(question: Question, line: str) -> str:
    """What was typed, the long forms of a command as the command, unless an answer is meant."""
    word = line.strip().casefold()
    return (
        COMMANDS[word]
        if word in COMMANDS and match(question.options, word).option is None
        else word
    )


def attended() -> bool:
    """Whether a question would be answered by a person."""
    return is_terminal(sys.stdin)


def hear() -> str | None:
    """The next line of stdin, or None at its end."""
    try:
        line = sys.stdin.readline(_LONGEST) if sys.stdin else ""
    except OSError:
        return None
    return line.replace(BYTE_ORDER_MARK, "") if line else None


def ask_line(prompt: str = "") -> str | None:
    """The next line of stdin, after a prompt on stdout; None at its end."""
    put(prompt)
    line = hear()
    if line is None or not attended():
        put("\n")  # nobody pressed Enter on the screen
    return line


def say_lines(*texts: str) -> None:
    """Write texts to stdout, each on lines of its own as wide as the terminal."""
    for text in texts:
        put(_folded(text, width()))


def binary_stdin() -> BinaryIO:
    """The whole of stdin, as bytes: of a file that came through a pipe."""
    stream: BinaryIO | None = getattr(sys.stdin, "buffer", None)
    return stream or io.BytesIO((sys.stdin.read() if sys.stdin else "").encode())
