"""The letters, proven for every reader: what reaches nobody, and what a letter does not hold.

The same sets of readers that hold the promises of a page (``sections``) hold those of a letter; to
those to whom it is refused it promises nothing.
"""

from collections.abc import Iterable

from guide.author.check.labels import limited, whoever
from guide.model.codes import Code
from guide.model.conditions import reads
from guide.model.letters import Letter, LetterPart, Letters
from guide.reading.collector import Problems
from guide.states.promises import beside_others
from guide.states.readers import Readers, Scope
from guide.states.sets import EMPTY, Set

_TOO_LARGE = (
    "the letters depend on too many facets together for anything to be proven; let each read less"
)


def check_letters(readers: Readers, problems: Problems) -> None:
    """Report paragraphs and refusals that meet nobody, and parts of letters that are missing."""
    letters = readers.guide.letters
    if letters is None:
        return
    every = [thing for letter in letters.letters for thing in (*letter.paragraphs, *letter.parts)]
    read = reads(*letters.refuse, *every)
    with limited(problems, letters.at, _TOO_LARGE):
        _Proof(readers, letters, readers.ends(read), problems).reached()
        if readers.guide.head.at_every_step == "yes":
            _Proof(readers, letters, readers.stops(read), problems).promised()


class _Proof:
    def __init__(
        self, readers: Readers, letters: Letters, scope: Scope, problems: Problems
    ) -> None:
        self.guide, self.letters, self.problems = readers.guide, letters, problems
        self.sets, self.all = scope
        self.meant: dict[str, Set] = {}
        """Letter -> those to whom it is not refused."""
        self.refused: dict[tuple[str, str], Set] = {}
        """(row of ``refuse``, letter) -> those to whom it is the first to refuse it."""
        for letter in letters.letters:
            rows = [row for row in letters.refuse if letter.id in row.letters]
            *refused, left = self._within(self.sets.functions.in_order(rows))
            self.meant[letter.id] = left
            self.refused |= {
                (row.id, letter.id): these for row, these in zip(rows, refused, strict=True)
            }

    def _within(self, conditions: Iterable[int]) -> list[Set]:
        return [self.sets.within(self.all, condition) for condition in conditions]

    def reached(self) -> None:
        """Everything, for those who have answered to the end."""
        self._refusals()
        for letter in self.letters.letters:
            meant = self.meant[letter.id]
            if meant == EMPTY:
                message = f"no reader can write {letter.id!r}: it is refused to everyone"
                self.problems.add(Code.LETTER_UNREACHED, letter.at, message)
                continue
            for paragraph in letter.paragraphs:
                if self.sets.where(meant, paragraph) == EMPTY:
                    message = f"no letter holds {paragraph.id!r}: nobody whom its condition fits "
                    message += f"can write {letter.id!r}"
                    self.problems.add(Code.LETTER_UNREACHED, paragraph.at, message)
        self.promised()

    def promised(self) -> None:
        """What the letters promise to hold."""
        for letter in self.letters.letters:
            for part in letter.parts:
                self._part(letter, part, self.sets.where(self.meant[letter.id], part))

    def _refusals(self) -> None:
        for row in self.letters.refuse:
            for name in row.letters:
                first = self.refused.get((row.id, name), EMPTY)
                if first == EMPTY:
                    message = f"{row.id!r} refuses {name!r} to nobody: no reader comes to it, or "
                    message += "rows above it refuse it first"
                    self.problems.add(Code.LETTER_UNREACHED, row.at, message)
                for other in row.send:
                    both = self.sets.minus(first, self.meant.get(other, self.all))
                    if both != EMPTY:
                        message = f"{row.id!r} sends {other!r} in place of {name!r}, and refuses "
                        message += f"it to {whoever(self.guide, self.sets, both)}"
                        self.problems.add(Code.LETTER_SEND, row.at, message)

    def _part(self, letter: Letter, part: LetterPart, meant: Set) -> None:
        name = f"part {part.id!r} of letter {letter.id!r}"
        paragraphs = [p for p in letter.paragraphs if p.part == part.id]
        readers = [self.sets.where(meant, paragraph) for paragraph in paragraphs]
        beside, bare = beside_others(self.sets, meant, readers)
        for paragraph, these in zip(paragraphs, beside, strict=True):
            if part.holds == "one" and these != EMPTY:
                message = f"{paragraph.id!r} stands beside another paragraph of {name}, which "
                message += f"promises one, for {whoever(self.guide, self.sets, these)}"
                self.problems.add(Code.LETTER_PROMISE, paragraph.at, message)
        if bare != EMPTY:
            who = whoever(self.guide, self.sets, bare)
            message = f"{name} promises {part.holds} paragraph and has none for {who}"
            self.problems.add(Code.LETTER_PROMISE, part.at, message)
