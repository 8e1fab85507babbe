"""One sitting: some cases, one after the other, and what was answered."""

from dataclasses import dataclass, replace
from datetime import datetime

from guide.model.practice import Case, CaseOption
from guide.practice.reviews import Review

MISSED = "What you missed"
"""The title of a sitting that repeats."""


@dataclass(frozen=True)
class Sitting:
    """Knows no screen and no file; what is answered makes another one."""

    guide: str
    """The guide's id."""
    title: str
    """What the reader sits down to."""
    cases: tuple[Case, ...]
    given: tuple[Review, ...] = ()
    """What was answered in it: to the first cases, in order."""
    earlier: tuple[tuple[Case, Review], ...] = ()
    """The cases of the course that were answered earlier this day, and are not asked again."""
    closing: str = ""
    """What is left to do at the end of a course, as Markdown."""

    @property
    def case(self) -> Case | None:
        """What is asked now; None at the end."""
        return self.cases[len(self.given)] if len(self.given) < len(self.cases) else None

    @property
    def last(self) -> tuple[Case, Review] | None:
        """What was answered last; where nothing was yet, earlier this day."""
        if self.given:
            return self.cases[len(self.given) - 1], self.given[-1]
        return max(self.earlier, key=lambda pair: pair[1].when, default=None)

    def place(self, *, last: bool = False) -> str:
        """How far along the case is that is asked now, or the last answered: 3 of 9.

        Whoever met cases of a course elsewhere this day is told why it doesn't begin at 1.
        """
        number = len(self.answers) + (not last)
        why = f", {len(self.earlier)} answered today" if self.earlier and not self.given else ""
        return f"{number} of {len(self.earlier) + len(self.cases)}{why}"

    @property
    def answers(self) -> tuple[tuple[Case, Review], ...]:
        """What was answered, earlier this day and now."""
        return (*self.earlier, *zip(self.cases, self.given, strict=False))

    @property
    def missed(self) -> tuple[Case, ...]:
        """The cases answered that were not known."""
        return tuple(case for case, review in self.answers if not review.known)

    def answered(self, option: CaseOption, when: datetime) -> "Sitting":
        """The sitting after an answer to the case that is asked now."""
        assert self.case is not None  # noqa: S101  nobody answers at the end
        review = Review(self.guide, self.case.id, when, option.id, option.right)
        return replace(self, given=(*self.given, review))

    def guessed(self) -> "Sitting":
        """The sitting, the last answer being a guess."""
        *others, last = self.given
        return replace(self, given=(*others, last._replace(guessed=True)))

    def again(self) -> "Sitting":
        """Another one with what was missed in this."""
        return Sitting(self.guide, MISSED, self.missed)
