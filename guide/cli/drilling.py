"""``guide drill --plain``: cases as lines of text, one after the other."""

from collections.abc import Iterable

from guide.cli.dialogue import UnreadableAnswerError, ask_line, attended, say_lines
from guide.cli.matching import match
from guide.cli.say import note, put
from guide.cli.terminal import width
from guide.document.blocks import Block, Document, Line, Run
from guide.document.formats import Target
from guide.document.lines import wrapped
from guide.document.writers.text import write, write_blocks
from guide.english import plural
from guide.model.practice import Case
from guide.pages.case import asked, page_lines, reasons
from guide.pages.sitting import nothing, summary
from guide.practice.drill import Drill

HOW = (
    "Decide each case before you look anything up. Type the number of an option; then the reason "
    "of every option follows. ? repeats the case, q stops, and every answer is kept at once."
)


class PlainDrill:
    """Asks until the cases are through or the person stops."""

    def __init__(self, drill: Drill) -> None:
        self._drill = drill
        self._target = Target(width())
        self._heard = 0
        """Lines of the input so far."""

    def run(self) -> None:
        """Ask.

        Raises:
            UnreadableAnswerError: if a line answers nothing and nobody can be asked again.

        """
        drill = self._drill
        self._tell()
        sitting = drill.sitting
        if not sitting.cases:
            say_lines(nothing(drill.guide, sitting, drill.memories, drill.today))
            return
        whole = f", of {len(sitting.earlier) + len(sitting.cases)}" if sitting.earlier else ""
        say_lines(f"{sitting.title}: {plural(len(sitting.cases), 'case')}{whole}", HOW)
        if sitting.last and sitting.last[1] == drill.reviews[-1]:
            say_lines("", f"Your last answer, once more: {sitting.last[0].title}")
            self._blocks(reasons(*sitting.last))
        while (case := drill.sitting.case) and self._decide(case) and self._look_back(case):
            pass
        put("\n")
        end = summary(drill.guide, drill.sitting, drill.memories, drill.today)
        self._blocks(end)
        if drill.sitting.closing and drill.guide.glance:
            self._command("The guide at a glance:", "guide glance")
        if drill.sitting.case:
            say_lines("", "The same command goes on from here.")
        if drill.sitting.missed:
            self._command("What you missed, once more:", "guide drill --missed")
        self._command("What is weak, by topic:", "guide drill progress")

    def _command(self, words: str, command: str) -> None:
        """A command stands on a line of its own, so that it can be copied."""
        put("\n")
        self._blocks((Line(words), Line((Run(command, "code"),))))

    def _decide(self, case: Case) -> bool:
        """Ask one case; False to stop."""
        self._ask(case)
        while True:
            line = self._hear("Answer: ")
            word = "q" if line is None else line.strip().casefold()
            if word in ("q", "quit"):
                return False
            if word in ("", "?", "help"):
                self._ask(case)
                continue
            meant = match(case.options, word)
            if meant.option is not None:
                self._drill.answer(meant.option)
                self._tell()
                return True
            self._refuse(meant.why)

    def _ask(self, case: Case) -> None:
        title = f"{self._drill.sitting.place()}. {case.title}"
        put(f"\n{write(Document(title, (), tuple(asked(case))), self._target)}\n")
        for place, option in enumerate(case.options, 1):
            put("\n".join(wrapped(option.label, self._target.width, f"{place:3}. ")) + "\n")

    def _look_back(self, case: Case) -> bool:
        """Give the reasons, and wait; False to stop."""
        review = self._drill.sitting.given[-1]
        put("\n")
        self._blocks(reasons(case, review))
        put("\n")
        self._blocks(Line(text) for text in page_lines(self._drill.guide, case))
        while True:
            line = self._hear(f"Press Enter to go on{', g if you guessed' * review.right}: ")
            word = "q" if line is None else line.strip().casefold()
            if word in ("q", "quit"):
                return False
            if not word:
                return True
            if word in ("g", "guess", "guessed") and review.right:
                self._drill.guess()
                self._tell()
                say_lines("A guess: it comes again.")
                return True
            self._refuse("An empty line goes on, g says you guessed, q stops.")

    def _hear(self, prompt: str) -> str | None:
        self._heard += 1
        return ask_line(prompt)

    def _refuse(self, why: str) -> None:
        if not attended():
            message = f"line {self._heard} of the input answers nothing: {why}"
            raise UnreadableAnswerError(message)
        say_lines(why)

    def _tell(self) -> None:
        if news := self._drill.take_notice():
            note(f"guide: {news}")

    def _blocks(self, blocks: Iterable[Block]) -> None:
        put(write_blocks(blocks, self._target))
