"""What a comparison found: plain data for every format that shows it."""

from typing import Literal, NamedTuple

from guide.author.diff.renaming import Renaming
from guide.document.blocks import Piece
from guide.model.schema import Guide
from guide.states.condition import Tables


class Crowd(NamedTuple):
    """Some scenarios: how many, which, and one of them."""

    scenarios: int
    tables: Tables | None
    """The smallest condition that was found; ``((),)`` is everyone, None too many to describe."""
    example: str
    """The scenario code of the simplest of them, in the guide that has it."""

    @property
    def everyone(self) -> bool:
        """Whether it is every scenario that comes into question."""
        return self.tables == ((),)


class BlockChange(NamedTuple):
    """What became of one block."""

    kind: Literal["text", "replaced", "evidence", "appears", "goes", "order"]
    old: str
    """The block's id in the old guide; empty where it appears."""
    new: str
    """Its id in the new guide; empty where it goes."""
    text: tuple[Piece, ...] = ()
    """The words, compared; none where they are the same."""
    evidence: tuple[tuple[Piece, ...], ...] = ()
    """What it rests on, compared; a paragraph each, only those that changed."""
    colour: tuple[str, str] | None = None
    """The colour of its tone before and now, where only that says that the tone is another."""
    moved: str = ""
    """The title of the section it came from or went to; for some readers it may be its own."""


class SectionChange(NamedTuple):
    """Changes of one section that the same readers see."""

    section: str
    title: str
    who: Crowd
    pages: int | None
    """Distinct pages of the old guide that are concerned; None where they were not counted."""
    changes: tuple[BlockChange, ...]


class FactChange(NamedTuple):
    """A fact, or one of its sources, that is told in other words."""

    fact: str
    text: tuple[Piece, ...]
    who: Crowd
    """Whose page has a block that rests on it, before and now."""
    pages: int | None
    """As of a group."""
    beside: tuple[str, ...]
    """What rests on it beside the advice, such as the plan."""


class PageCounts(NamedTuple):
    """Distinct pages, told apart by the advice on them."""

    old: int
    new: int
    changed: int | None
    """Pages of the old guide of which some reader now gets another; None if not counted."""
    won: int | None
    """Pages of the new guide for those only who could not get there; None if not counted."""
    lost: int | None
    """Pages of the old guide for those only who cannot get there any more."""


class WayChange(NamedTuple):
    """A question or an option that is new or gone, or an answer that leads elsewhere."""

    kind: Literal["start", "asked", "not asked", "option", "no option", "settles", "leads"]
    question: str
    option: str
    before: str
    """Where the answer led, or what it settled; empty where that is not the change."""
    after: str
    who: Crowd | None = None
    """Whom an answer leads elsewhere."""


class TextChange(NamedTuple):
    """Words beside the advice: of a question, an option, a title, a label."""

    what: str
    """Which words: ``question opinion: why``."""
    text: tuple[Piece, ...]
    on_pages: bool = False
    """Whether they stand around the advice, on the pages themselves."""


class GuideDiff(NamedTuple):
    """Everything that is different for a reader."""

    old: Guide
    new: Guide
    renamed: tuple[Renaming, ...]
    before: int
    """Scenarios a reader of the old guide can reach."""
    after: int
    shared: int
    """Scenarios of both: those that agree on every facet that both guides have."""
    changed: int
    """Of these, the ones that get another page."""
    pages: PageCounts | None
    """None where there are too many to count, or nothing to count."""
    groups: tuple[SectionChange, ...]
    facts: tuple[FactChange, ...]
    """With the groups, everybody who gets another page."""
    won: Crowd | None
    """Scenarios that only the new guide's readers can reach."""
    lost: Crowd | None
    ways: tuple[WayChange, ...]
    wordings: tuple[TextChange, ...]

    @property
    def broken(self) -> tuple[Renaming, ...]:
        """Renamed without being declared: old codes and stored answers are not understood."""
        return tuple(renaming for renaming in self.renamed if renaming.breaks)

    @property
    def parts(self) -> tuple[SectionChange | FactChange, ...]:
        """Groups and facts: together, everybody who gets another page."""
        return (*self.groups, *self.facts)

    @property
    def around(self) -> tuple[TextChange, ...]:
        """What is different on pages beside their advice: titles, dates, an order."""
        return tuple(wording for wording in self.wordings if wording.on_pages)

    @property
    def same(self) -> bool:
        """Whether no reader sees a difference."""
        differences = (
            self.groups,
            self.facts,
            self.won,
            self.lost,
            self.ways,
            self.wordings,
            self.broken,
        )
        return not any(differences)
