"""Two states of a guide to everything that is different for a reader."""

from collections.abc import Sequence
from typing import NamedTuple

from guide.author.diff.counting import Counted, CountedGuide, count_pages
from guide.author.diff.facts import ChangedFacts, Pair
from guide.author.diff.readers import SharedReaders
from guide.author.diff.renaming import Renaming, as_names, renamings_between, section_names
from guide.author.diff.result import (
    BlockChange,
    Crowd,
    FactChange,
    GuideDiff,
    SectionChange,
    TextChange,
)
from guide.author.diff.sections import BlockDifference, Sides, compare_section
from guide.author.diff.texts import compare_wordings
from guide.author.diff.translate import translate
from guide.author.diff.visible import Visible
from guide.author.diff.ways import compare_ways
from guide.document.worddiff import word_diff
from guide.english import sentence
from guide.model.conditions import reads
from guide.model.schema import Block, Guide
from guide.states.condition import Tables
from guide.states.sets import EMPTY, Set


def compare(old: Guide, new: Guide) -> GuideDiff:
    """Find what readers of the new guide see that readers of the old one did not.

    Both must have been read without a problem.
    """
    return _Comparer(old, new, renamings_between(old, new)).run()


class _SectionDifferences(NamedTuple):
    """Differences of a section that concern the same scenarios."""

    sides: Sides
    these: Set
    blocks: list[BlockDifference]

    @property
    def reads(self) -> list[frozenset[str]]:
        """The facets that probably decide who sees them: of the changed blocks, of the section."""
        blocks = [b for difference in self.blocks for b in (difference.old, difference.new) if b]
        return [reads(*blocks), reads(*self.sides.old, *self.sides.new)]


class _Comparer:
    def __init__(self, old: Guide, new: Guide, renamed: tuple[Renaming, ...]) -> None:
        self.renamed = renamed
        self.given = old
        self.old = translate(old, as_names(renamed))
        self.new = new
        self.sections = section_names(self.old, new)
        self.readers = SharedReaders(self.old, new)
        self.old_view = Visible(self.old)
        self.new_view = Visible(new)
        self.facts = ChangedFacts(self.readers.sets, self.old, new)

    def run(self) -> GuideDiff:
        """Compare everything."""
        readers, sets = self.readers, self.readers.sets
        differences = self._differences()
        facts = self.facts.seen()
        changed = EMPTY
        for these in (*(d.these for d in differences), *map(self.facts.these.get, facts)):
            changed = sets.union(changed, these or EMPTY)
        crowds = [readers.crowd(d.these, readers.shared, d.reads) for d in differences]
        tables = [self._in_old(*pair) for pair in zip(differences, crowds, strict=True)]
        tables += [readers.tables(self.facts.these[fact], self.facts.reads(fact)) for fact in facts]
        differ = bool(tables) or readers.lost != EMPTY or readers.won != EMPTY
        counted = self._count(tables, changed) if differ else None
        pages = counted.groups if counted else (None,) * len(tables)
        wordings = compare_wordings(readers, as_names(self.renamed), self.sections)
        counts = zip(facts, pages[len(differences) :], strict=True)
        fact_changes = tuple(self._fact(fact, count, wordings) for fact, count in counts)
        again = {f"{part}: fact {change.fact}" for change in fact_changes for part in change.beside}
        return GuideDiff(
            old=self.given,
            new=self.new,
            renamed=self.renamed,
            before=sets.count(readers.before.ends),
            after=sets.count(readers.after.ends),
            shared=sets.count(readers.shared),
            changed=sets.count(changed),
            pages=counted.all if counted else None,
            groups=tuple(map(self._section, differences, crowds, pages)),
            facts=fact_changes,
            won=readers.only(self.new, readers.won),
            lost=readers.only(self.old, readers.lost),
            ways=compare_ways(readers),
            wordings=tuple(text for text in wordings if text.what not in again),
        )

    def _differences(self) -> list[_SectionDifferences]:
        """Every difference, those of the same scenarios in one section together."""
        differences = []
        for sides in self._sides():
            by_readers: dict[Set, list[BlockDifference]] = {}
            sets, shared = self.readers.sets, self.readers.shared
            for block in compare_section(sets, shared, sides, self.old_view, self.new_view):
                pairs = self._evidence(block)
                self.facts.note(block, pairs)
                if block.kind != "evidence" or self.facts.own(pairs):
                    by_readers.setdefault(block.these, []).append(block)
            differences += [_SectionDifferences(sides, *item) for item in by_readers.items()]
        return differences

    def _sides(self) -> list[Sides]:
        """The sections of both guides, in the order of the new one."""
        former = {now: before for before, now in self.sections.items()}
        sides = [
            Sides(
                section,
                self.old.blocks.get(former.get(section.id, ""), ()),
                self.new.blocks.get(section.id, ()),
            )
            for section in self.new.sections
        ]
        gone = [section for section in self.old.sections if section.id not in former.values()]
        return sides + [Sides(s, self.old.blocks.get(s.id, ()), ()) for s in gone]

    def _count(self, groups: Sequence[Tables | None], changed: Set) -> Counted | None:
        readers = self.readers
        lost = readers.tables_among(readers.lost, readers.before.ends)
        won = readers.tables_among(readers.won, readers.after.ends)
        return count_pages(
            CountedGuide(self.old, self.old_view, self.sections, lost),
            CountedGuide(self.new, self.new_view, {}, won),
            groups,
            readers.tables(changed),
        )

    def _in_old(self, difference: _SectionDifferences, crowd: Crowd) -> Tables | None:
        """The condition of a difference's scenarios among all of the old guide."""
        if self.readers.shared == self.readers.before.ends:
            return crowd.tables
        return self.readers.tables(difference.these, difference.reads)

    def _fact(self, fact: str, pages: int | None, wordings: Sequence[TextChange]) -> FactChange:
        readers = self.readers
        who = readers.crowd(self.facts.these[fact], readers.shared, self.facts.reads(fact))
        end = f": fact {fact}"
        beside = [text.what.removesuffix(end) for text in wordings if text.what.endswith(end)]
        return FactChange(fact, word_diff(*self.facts.words[fact]), who, pages, tuple(beside))

    def _section(
        self, difference: _SectionDifferences, who: Crowd, pages: int | None
    ) -> SectionChange:
        section = difference.sides.section
        changes = tuple(map(self._block, difference.blocks))
        return SectionChange(section.id, section.title, who, pages, changes)

    def _block(self, difference: BlockDifference) -> BlockChange:
        kind, old, new, _ = difference
        former = {name.new: name.old for name in self.renamed if name.kind == "block"}
        change = BlockChange(
            kind,
            former.get(old.id, old.id) if old else "",
            new.id if new else "",
            moved=self._moved(difference),
            colour=self._color(old, new),
        )
        if kind == "order":
            return change
        words = word_diff(_words(self.old_view, old), _words(self.new_view, new))
        pairs = self.facts.own(self._evidence(difference))
        return change._replace(text=words, evidence=tuple(word_diff(*pair[1:]) for pair in pairs))

    def _evidence(self, difference: BlockDifference) -> list[Pair]:
        """What a block rests on, as far as it differs; only where it stands on both pages."""
        old, new = difference.old, difference.new
        if old is None or new is None:
            return []
        before, after = self.old_view.see(old).evidence, self.new_view.see(new).evidence
        was = {_subject(text): text for text in before}
        now = {_subject(text): text for text in after}
        names = dict.fromkeys([*now, *was])
        pairs = [(name, was.get(name, ""), now.get(name, "")) for name in names]
        return [pair for pair in pairs if pair[1] != pair[2]]

    def _moved(self, difference: BlockDifference) -> str:
        """The title of the section that a block went to or came from."""
        if difference.kind == "goes" and difference.old:
            return _section_of(self.new, difference.old.id)
        if difference.kind == "appears" and difference.new:
            return _section_of(self.old, difference.new.id)
        return ""

    def _color(self, old: Block | None, new: Block | None) -> tuple[str, str] | None:
        """The colors of a tone that has the same words as before."""
        if old is None or new is None:
            return None
        label, color = self.old_view.see(old).tone
        now, other = self.new_view.see(new).tone
        return (color, other) if label == now and color != other else None


def _section_of(guide: Guide, block: str) -> str:
    titles = (s.title for s in guide.sections for b in guide.blocks.get(s.id, ()) if b.id == block)
    return next(titles, "")


def _words(view: Visible, block: Block | None) -> str:
    """A block's words below its tone; empty where there is no block."""
    if block is None:
        return ""
    tone = view.see(block).tone[0]
    return f"{sentence(tone)}\n\n{block.body}" if tone else block.body


def _subject(evidence: str) -> str:
    """What a paragraph of evidence is about: the id of a fact, or the editors' judgment."""
    return evidence.partition(":")[0]
