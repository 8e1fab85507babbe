"""The letters, proven for every reader: what reaches nobody, and what a letter does not hold.

The same sets of readers that hold the promises of a page (``sections``) hold those of a letter; to
those to whom it is refused it promises nothing.
"""

from collections.abc import Iterator

from guide.journey.labels import scenario_words
from guide.model.codes import Code
from guide.model.conditions import Conditional, tests
from guide.model.letters import Letter, LetterPart, LetterRefusal, Letters
from guide.model.schema import UNSET
from guide.reading.collector import Problems
from guide.states.functions import TooLarge
from guide.states.readers import Readers, Scope
from guide.states.sets import EMPTY, Set


def check_letters(readers: Readers, problems: Problems) -> None:
    """Report paragraphs and refusals that meet nobody, and parts of letters that are missing."""
    letters = readers.guide.letters
    if letters is None:
        return
    read = {test.facet for thing in _things(letters) for test in tests(thing)}
    try:
        _Proof(readers, letters, readers.ends(read), problems).reached()
        if readers.guide.head.at_every_step == "yes":
            _Proof(readers, letters, readers.stops(read), problems).promised()
    except TooLarge:
        message = "the letters depend on too many facets together for anything to be proven; "
        problems.add(Code.TOO_MUCH_TOGETHER, letters.at, f"{message}let each read less")


def _things(letters: Letters) -> Iterator[Conditional]:
    yield from letters.refuse
    for letter in letters.letters:
        yield from (*letter.paragraphs, *letter.parts)


class _Proof:
    def __init__(
        self, readers: Readers, letters: Letters, scope: Scope, problems: Problems
    ) -> None:
        self.guide, self.letters, self.problems = readers.guide, letters, problems
        self.sets, self.all = scope
        self.refused = {letter.id: self._refused(letter) for letter in letters.letters}

    def _refused(self, letter: Letter) -> Set:
        """To whom a letter is refused."""
        refused = EMPTY
        for row in self.letters.refuse:
            if letter.id in row.letters:
                refused = self.sets.union(refused, self._where(row))
        return refused

    def _where(self, thing: Conditional) -> Set:
        return self.sets.where(self.all, thing)

    def reached(self) -> None:
        """Everything, for those who have answered to the end."""
        for row in self.letters.refuse:
            self._refusal(row)
        for letter in self.letters.letters:
            meant = self.sets.minus(self.all, self.refused[letter.id])
            if meant == EMPTY:
                message = f"no reader can write {letter.id!r}: it is refused to everyone"
                self.problems.add(Code.LETTER_UNREACHED, letter.at, message)
                continue
            for paragraph in letter.paragraphs:
                if self.sets.both(self._where(paragraph), meant) == EMPTY:
                    message = f"no letter holds {paragraph.id!r}: nobody whom its condition fits "
                    message += f"can write {letter.id!r}"
                    self.problems.add(Code.LETTER_UNREACHED, paragraph.at, message)
        self.promised()

    def promised(self) -> None:
        """What the letters promise to hold."""
        for letter in self.letters.letters:
            meant = self.sets.minus(self.all, self.refused[letter.id])
            for part in letter.parts:
                self._part(letter, part, self.sets.both(meant, self._where(part)))

    def _refusal(self, row: LetterRefusal) -> None:
        for name in row.letters:
            first = self._where(row)
            for above in self.letters.refuse[: self.letters.refuse.index(row)]:
                if name in above.letters:
                    first = self.sets.minus(first, self._where(above))
            if first == EMPTY:
                message = f"{row.id!r} refuses {name!r} to nobody: no reader comes to it, or rows "
                message += "above it refuse it first"
                self.problems.add(Code.LETTER_UNREACHED, row.at, message)
            for other in row.send:
                both = self.sets.both(first, self.refused.get(other, EMPTY))
                if both != EMPTY:
                    message = f"{row.id!r} sends {other!r} in place of {name!r}, and refuses it to "
                    self.problems.add(Code.LETTER_SEND, row.at, message + self._who(both))

    def _part(self, letter: Letter, part: LetterPart, meant: Set) -> None:
        bare, covered = meant, EMPTY
        name = f"part {part.id!r} of letter {letter.id!r}"
        for paragraph in (p for p in letter.paragraphs if p.part == part.id):
            readers = self.sets.both(self._where(paragraph), meant)
            beside = self.sets.both(readers, covered)
            if part.holds == "one" and beside != EMPTY:
                message = f"{paragraph.id!r} stands beside another paragraph of {name}, which "
                message += f"promises one, for {self._who(beside)}"
                self.problems.add(Code.LETTER_PROMISE, paragraph.at, message)
            bare, covered = self.sets.minus(bare, readers), self.sets.union(covered, readers)
        if bare != EMPTY:
            message = f"{name} promises {part.holds} paragraph and has none for {self._who(bare)}"
            self.problems.add(Code.LETTER_PROMISE, part.at, message)

    def _who(self, those: Set) -> str:
        settled = {f: v for f, v in self.sets.simplest(those).items() if v != UNSET}
        return f"whoever has {scenario_words(self.guide, settled)}"
