"""Two states of a guide to everything that is different for a reader."""

from collections.abc import Sequence
from typing import NamedTuple

from guide.author.diff.counting import Counted, Version, count_pages
from guide.author.diff.facts import Pair, Reworded
from guide.author.diff.readers import Ground
from guide.author.diff.renaming import Renaming, as_names, recognise
from guide.author.diff.result import BlockChange, Comparison, Crowd, FactChange, Group, Wording
from guide.author.diff.sections import Change, Sides, compare_section, reads
from guide.author.diff.texts import compare_wordings
from guide.author.diff.translate import translate
from guide.author.diff.visible import Eyes
from guide.author.diff.ways import compare_ways
from guide.document.worddiff import Run, word_diff
from guide.document.words import sentence
from guide.journey.code import write_code
from guide.model.conditions import tests
from guide.model.schema import Block, Guide
from guide.states.condition import Tables, describe
from guide.states.sets import EMPTY, Set


def compare(old: Guide, new: Guide) -> Comparison:
    """Find what readers of the new guide see that readers of the old one did not.

    Both must have been read without a problem.
    """
    return _Comparer(old, new, recognise(old, new)).run()


class _Found(NamedTuple):
    """Changes of a section that concern the same scenarios."""

    sides: Sides
    these: Set
    changes: list[Change]

    @property
    def reads(self) -> list[frozenset[str]]:
        """The facets that probably decide who sees them: of the changed blocks, of the section."""
        blocks = [b for change in self.changes for b in (change.old, change.new) if b]
        return [frozenset(test.facet for b in blocks for test in tests(b)), reads(self.sides)]


class _Comparer:
    def __init__(self, old: Guide, new: Guide, renamed: tuple[Renaming, ...]) -> None:
        self.renamed = renamed
        self.former = {one.new: one.old for one in renamed if one.kind == "block"}
        self.given = old
        self.old = translate(old, as_names(renamed))
        self.new = new
        self.ground = Ground(self.old, new)
        self.old_eyes = Eyes(self.old)
        self.new_eyes = Eyes(new)
        self.reworded = Reworded(self.ground.sets, self.old, new)

    def run(self) -> Comparison:
        """Compare everything."""
        ground, sets = self.ground, self.ground.sets
        found = self._found()
        facts = self.reworded.seen()
        changed = EMPTY
        for these in (*(one.these for one in found), *map(self.reworded.these.get, facts)):
            changed = sets.union(changed, these or EMPTY)
        crowds = [ground.crowd(one.these, ground.shared, one.reads) for one in found]
        tables = [self._in_old(one, crowd) for one, crowd in zip(found, crowds, strict=True)]
        tables += [self._fact_tables(fact) for fact in facts]
        differ = bool(tables) or ground.lost != EMPTY or ground.won != EMPTY
        counted = self._count(tables, changed) if differ else None
        pages = counted.groups if counted else (None,) * len(tables)
        wordings = compare_wordings(ground, as_names(self.renamed), self._section_names())
        counts = pages[len(found) :]
        told = [self._fact(f, n, wordings) for f, n in zip(facts, counts, strict=True)]
        again = {f"{part}: fact {one.fact}" for one in told for part in one.beside}
        return Comparison(
            old=self.given,
            new=self.new,
            renamed=self.renamed,
            before=sets.count(ground.before.ends),
            after=sets.count(ground.after.ends),
            shared=sets.count(ground.shared),
            changed=sets.count(changed),
            pages=counted.all if counted else None,
            groups=tuple(map(self._group, found, crowds, pages)),
            facts=tuple(told),
            won=self._only(self.new, ground.won),
            lost=self._only(self.old, ground.lost),
            ways=compare_ways(ground),
            wordings=tuple(one for one in wordings if one.what not in again),
        )

    def _found(self) -> list[_Found]:
        """Every difference, those of the same scenarios in one section together."""
        found = []
        for sides in self._sections():
            groups: dict[Set, list[Change]] = {}
            ground = self.ground
            for change in compare_section(
                ground.sets, ground.shared, sides, self.old_eyes, self.new_eyes
            ):
                pairs = _evidence(self.old_eyes, change.old, self.new_eyes, change.new)
                self.reworded.note(change, pairs)
                if change.kind != "evidence" or self.reworded.own(pairs):
                    groups.setdefault(change.these, []).append(change)
            found += [_Found(sides, these, changes) for these, changes in groups.items()]
        return found

    def _sections(self) -> list[Sides]:
        """The sections of both guides, in the order of the new one."""
        former = {now: before for before, now in self._section_names().items()}
        found = [
            Sides(
                section,
                self.old.blocks.get(former.get(section.id, ""), ()),
                self.new.blocks.get(section.id, ()),
            )
            for section in self.new.sections
        ]
        gone = [section for section in self.old.sections if section.id not in former.values()]
        return found + [Sides(one, self.old.blocks.get(one.id, ()), ()) for one in gone]

    def _section_names(self) -> dict[str, str]:
        """Old section id -> new: the same id, or else the same title, or most of its blocks."""
        new = {section.id for section in self.new.sections}
        old = {section.id for section in self.old.sections}
        titles = {section.title: section.id for section in self.new.sections}
        found = {}
        for section in self.old.sections:
            by_title = titles.get(section.title, "")
            if section.id in new:
                found[section.id] = section.id
            elif by_title and by_title not in old and by_title not in found.values():
                found[section.id] = by_title
            else:
                fresh = [name for name in new - old if name not in found.values()]
                alike = [name for name in fresh if self._alike(section.id, name)]
                if alike:
                    found[section.id] = alike[0]
        return found

    def _alike(self, before: str, after: str) -> bool:
        """Whether most blocks of either section stand in the other."""
        was = {block.id for block in self.old.blocks.get(before, ())}
        now = {block.id for block in self.new.blocks.get(after, ())}
        return 2 * len(was & now) > max(len(was), len(now))

    def _count(self, groups: Sequence[Tables | None], changed: Set) -> Counted | None:
        names = self._section_names()
        ground = self.ground
        return count_pages(
            Version(self.old, self.old_eyes, names, self._tables(ground.lost, ground.before.ends)),
            Version(self.new, self.new_eyes, {}, self._tables(ground.won, ground.after.ends)),
            groups,
            self._tables(ground.in_old(changed), ground.before.ends),
        )

    def _in_old(self, found: _Found, crowd: Crowd) -> Tables | None:
        """The condition of a group's scenarios among all of the old guide."""
        ground = self.ground
        if ground.shared == ground.before.ends:
            return crowd.tables
        these = ground.in_old(found.these)
        return self._tables(these, ground.before.ends, found.reads)

    def _tables(self, these: Set, among: Set, read: Sequence[frozenset[str]] = ()) -> Tables | None:
        if these == EMPTY:
            return ()
        return describe(self.ground.sets, these, among, self.ground.facets, read)

    def _fact_tables(self, fact: str) -> Tables | None:
        these = self.ground.in_old(self.reworded.these[fact])
        return self._tables(these, self.ground.before.ends, self.reworded.reads(fact))

    def _fact(self, fact: str, pages: int | None, wordings: Sequence[Wording]) -> FactChange:
        these, ground = self.reworded.these[fact], self.ground
        who = ground.crowd(these, ground.shared, self.reworded.reads(fact))
        end = f": fact {fact}"
        beside = [one.what.removesuffix(end) for one in wordings if one.what.endswith(end)]
        return FactChange(fact, word_diff(*self.reworded.words[fact]), who, pages, tuple(beside))

    def _only(self, guide: Guide, these: Set) -> Crowd | None:
        if these == EMPTY:
            return None
        ends = self.ground.before.ends, self.ground.after.ends
        among = self.ground.sets.union(*ends)
        example = write_code(guide, self.ground.sets.simplest(these))
        return Crowd(self.ground.sets.count(these), self._tables(these, among), example)

    def _group(self, found: _Found, who: Crowd, pages: int | None) -> Group:
        section = found.sides.section
        changes = tuple(map(self._block, found.changes))
        return Group(section.id, section.title, who, pages, changes)

    def _block(self, change: Change) -> BlockChange:
        old, new = change.old, change.new
        text: tuple[Run, ...] = ()
        evidence: tuple[tuple[Run, ...], ...] = ()
        if change.kind != "order":
            text = word_diff(_text(self.old_eyes, old), _text(self.new_eyes, new))
            pairs = self.reworded.own(_evidence(self.old_eyes, old, self.new_eyes, new))
            evidence = tuple(word_diff(was, now) for _, was, now in pairs)
        old_id = self.former.get(old.id, old.id) if old else ""
        return BlockChange(
            change.kind,
            old_id,
            new.id if new else "",
            text,
            evidence,
            self._colour(change),
            self._moved(change),
        )

    def _moved(self, change: Change) -> str:
        """The title of the section that a block went to or came from."""
        if change.kind == "goes" and change.old:
            return _section_of(self.new, change.old.id)
        return (
            _section_of(self.old, change.new.id) if change.kind == "appears" and change.new else ""
        )

    def _colour(self, change: Change) -> tuple[str, str] | None:
        """The colours of a tone that has the same words as before."""
        if change.old is None or change.new is None:
            return None
        label, colour = self.old_eyes.see(change.old).tone
        now, other = self.new_eyes.see(change.new).tone
        return (colour, other) if label == now and colour != other else None


def _section_of(guide: Guide, block: str) -> str:
    found = (s.title for s in guide.sections for b in guide.blocks.get(s.id, ()) if b.id == block)
    return next(found, "")


def _text(eyes: Eyes, block: Block | None) -> str:
    """A block's words below its tone; empty where there is no block."""
    if block is None:
        return ""
    tone = eyes.see(block).tone[0]
    return f"{sentence(tone)}\n\n{block.body}" if tone else block.body


def _evidence(old_eyes: Eyes, old: Block | None, new_eyes: Eyes, new: Block | None) -> list[Pair]:
    """What a block rests on, as far as it differs; only where it stands on both pages."""
    if old is None or new is None:
        return []
    before, after = old_eyes.see(old).evidence, new_eyes.see(new).evidence
    was = {_name(text): text for text in before}
    now = {_name(text): text for text in after}
    names = dict.fromkeys([*now, *was])
    pairs = [(name, was.get(name, ""), now.get(name, "")) for name in names]
    return [pair for pair in pairs if pair[1] != pair[2]]


def _name(evidence: str) -> str:
    """What a paragraph of evidence is about: the id of a fact, or the editors' judgement."""
    return evidence.partition(":")[0]
