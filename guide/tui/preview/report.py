"""What is known about the version on show and the one saved last, in words."""

from dataclasses import dataclass

from guide.model.problems import Problem
from guide.tui.styles import QUIET, STRONG, TONES
from guide.tui.typeset import Run


@dataclass(frozen=True)
class Report:
    """The state of a preview."""

    read_at: str = ""
    """When the version on show was read, such as ``14:02:11``; empty: there is none."""
    reloaded: bool = False
    """Whether another version was on show before."""
    refused: tuple[Problem, ...] = ()
    """Why the version saved last is not shown."""
    proven: tuple[Problem, ...] | None = None
    """What is wrong with the version on show; None while that is being found out."""
    waiting: bool = False
    """Whether a newer version is shown as soon as the sheet on top is closed."""
    fault: str = ""
    """A fault of the program met with the version saved last."""

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What the author should know now."""
        return self.refused or self.proven or ()

    def state(self) -> list[Run]:
        """One sentence or two, their sign first."""
        kind, words = self._state()
        if not kind:
            return [(words, QUIET)]
        sign, colour, _ = TONES[kind]
        return [(sign, colour), (f" {words}", STRONG)]

    def _state(self) -> tuple[str, str]:
        if self.fault or self.refused:
            why = f"What was saved can't be read ({self.fault})"
            kept = f"still showing the last good version, of {self.read_at}"
            kept = kept if self.read_at else "nothing to show yet"
            return "error", f"{why if self.fault else _count(self.refused)}: {kept}."
        if self.waiting:
            return "neutral", "A newer version was saved. Close this to see it."
        if not self.read_at:
            return "", "Reading."
        return self._in_it()

    def _in_it(self) -> tuple[str, str]:
        done = f"{'Reloaded' if self.reloaded else 'Opened'} at {self.read_at}."
        if self.proven is None:
            return "", f"{done} Proving it for every way of answering."
        if self.proven:
            return "warning", f"{done} {_count(self.proven)} in it:"
        return "success", f"{done} No problem."


def problem_line(problem: Problem) -> str:
    """``file:line:col CODE message`` on one line, with nothing that a terminal would obey."""
    folded = " ".join(problem.line().split())
    return "".join(c if c.isprintable() else c.encode("unicode_escape").decode() for c in folded)


def _count(problems: tuple[Problem, ...]) -> str:
    return f"{len(problems)} problem{'s' * (len(problems) != 1)}"
