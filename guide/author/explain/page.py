"""One page about a problem, taken apart."""

from typing import NamedTuple

HARM = "Why it harms a reader"
BAD = "Bad"
CURE = "Cure"
HEADINGS = (HARM, BAD, CURE)
"""The parts of a page, in order."""


class FileChange(NamedTuple):
    """What an example does to one file of the small guide."""

    file: str
    """Its path below the guide's folder."""
    text: str
    """The lines that are put there, each with its line break."""
    first: int = 0
    """The first line that they replace, in the small guide; 0 for the whole file."""
    last: int = 0
    """The last line that they replace; one less than ``first`` where they are only added."""
    times: int = 1
    """How often the text stands there; ``%n`` in it is counted up from 1, ``%m`` from 0."""
    encoding: str = "utf-8"
    """How the characters become bytes."""
    gone: bool = False
    """Whether the file is not there at all."""

    @property
    def written(self) -> str:
        """All that is put there."""
        if self.times == 1:
            return self.text
        counted = range(1, self.times + 1)
        return "".join(self.text.replace("%n", f"{n}").replace("%m", f"{n - 1}") for n in counted)


class ChangedGuide(NamedTuple):
    """A guide that shows something: the small guide, changed."""

    words: str
    """What to know about it: Markdown, may be empty."""
    changes: tuple[FileChange, ...]


class ProblemPage(NamedTuple):
    """What there is to say about one code. Its texts are Markdown."""

    code: str
    title: str
    """One line: what is wrong."""
    means: str
    harm: str
    bad: ChangedGuide
    command: str
    """What was asked, as somebody types it."""
    says: str
    """What is reported for the bad example, as it is printed."""
    cure: ChangedGuide
