"""Things that have a new id: declared in ``renamed``, or plainly the same thing.

A facet, value, question or option counts as the same only where nothing else could be meant: one
thing gone, one thing new, with the same words; or, if those changed as well, between the same
neighbours and of the same use. A block may also have nearly the same words, or the same readers.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Literal, NamedTuple, TypeAlias

from msgspec.structs import replace

from guide.author.diff.same_use import SameUse, pairs_between_neighbors, readers
from guide.author.diff.translate import translate
from guide.author.diff.visible import drawn
from guide.document.worddiff import likeness
from guide.model.renames import Names, names
from guide.model.schema import Block, Guide, Option, Value

ALIKE = 0.7
"""The part of two bodies' words that must be the same, for one to be the other renamed."""

_Words: TypeAlias = dict[str, str]
"""Id -> the words by which a thing is known again."""
_Alike: TypeAlias = Callable[[str, str], bool]
"""Whether two things, by their ids, are put to the same use."""

Kind = Literal["facet", "value", "question", "option", "block"]
How = Literal["declared", "same words", "nearly the same words", "same place", "same readers"]


class Renaming(NamedTuple):
    """Something that is called differently now."""

    kind: Kind
    old: str
    new: str
    how: How
    within: str = ""
    """The facet of a value, the question of an option, by its new name."""

    @property
    def breaks(self) -> bool:
        """Whether old codes or stored answers name it and are not understood any more."""
        return self.how != "declared" and self.kind != "block"


def renamings_between(old: Guide, new: Guide) -> tuple[Renaming, ...]:
    """Everything that was renamed from one guide to the other."""
    return _Renamings(old, new).run()


def as_names(renamings: Iterable[Renaming]) -> Names:
    """The same as tables."""
    of: dict[Kind, list[Renaming]] = {}
    for renaming in renamings:
        of.setdefault(renaming.kind, []).append(renaming)
    return Names(
        facets={renaming.old: renaming.new for renaming in of.get("facet", ())},
        values={(renaming.within, renaming.old): renaming.new for renaming in of.get("value", ())},
        questions={renaming.old: renaming.new for renaming in of.get("question", ())},
        options={
            (renaming.within, renaming.old): renaming.new for renaming in of.get("option", ())
        },
        blocks={renaming.old: renaming.new for renaming in of.get("block", ())},
    )


class _Renamings:
    def __init__(self, old: Guide, new: Guide) -> None:
        self.old = old
        self.new = new
        self.declared = names(new)
        self.renamings: list[Renaming] = []

    def run(self) -> tuple[Renaming, ...]:
        """Whole things first: their parts are compared with those of the same thing."""
        standing = self._standing()
        facets = self._pairs(
            "facet",
            ({f.id: f.label for f in self.old.facets}, {f.id: f.label for f in self.new.facets}),
            self.declared.facets,
            standing.facets,
        )
        for name, today in facets.items():
            values = self.old.facet[name].values, self.new.facet[today].values
            declared = _within(self.declared.values, today)
            self._pairs("value", _labels(values), declared, standing.values(name, today), today)
        questions = self._pairs(
            "question",
            (
                {q.id: q.text for q in self.old.questions},
                {q.id: q.text for q in self.new.questions},
            ),
            self.declared.questions,
            self._standing().questions,
        )
        standing = self._standing()
        for name, today in questions.items():
            options = self.old.question[name].options, self.new.question[today].options
            declared = _within(self.declared.options, today)
            self._pairs("option", _labels(options), declared, standing.options(today), today)
        for section, blocks in self.old.blocks.items():
            self._blocks(blocks, self.new.blocks.get(section, ()))
        return tuple(self.renamings)

    def _standing(self) -> SameUse:
        """Both guides, the old one with the names that are known to be new."""
        return SameUse(translate(self.old, as_names(self.renamings)), self.new)

    def _pairs(
        self,
        kind: Kind,
        both: tuple[_Words, _Words],
        declared: dict[str, str],
        alike: _Alike,
        within: str = "",
    ) -> dict[str, str]:
        """Old id -> new id of whatever is in both guides; the renamed ones are remembered."""
        before, after = both
        gone = {name: words for name, words in before.items() if name not in after}
        fresh = {name: words for name, words in after.items() if name not in before}
        renamings = {name: name for name in before if name in after}
        hows: dict[str, How] = {}
        for name in gone:
            if declared.get(name) in fresh and declared[name] not in renamings.values():
                renamings[name], hows[name] = declared[name], "declared"
        left, right = Counter(gone.values()), Counter(fresh.values())
        for name, words in gone.items():
            if name in renamings or left[words] > 1 or right[words] != 1:
                continue
            today = next(other for other, label in fresh.items() if label == words)
            if today not in renamings.values():
                renamings[name], hows[name] = today, "same words"
        for name, today in pairs_between_neighbors([*before], [*after], renamings):
            if alike(name, today):
                renamings[name], hows[name] = today, "same place"
        self.renamings += [
            Renaming(kind, name, renamings[name], hows[name], within) for name in hows
        ]
        return renamings

    def _blocks(self, old: Sequence[Block], new: Sequence[Block]) -> None:
        known = {block.id for blocks in self.new.blocks.values() for block in blocks}
        before = {block.id for blocks in self.old.blocks.values() for block in blocks}
        gone = {block.id: block.body for block in old if block.id not in known}
        fresh = {block.id: block.body for block in new if block.id not in before}
        for name in list(gone):
            today = self.declared.blocks.get(name, "")
            if today in fresh:
                self._rename_block(name, today, "declared", gone, fresh)
        for name, body in list(gone.items()):
            same = [today for today, other in fresh.items() if drawn(other) == drawn(body)]
            if same:
                self._rename_block(name, same[0], "same words", gone, fresh)
        near = [
            (likeness(a, b), name, today) for name, a in gone.items() for today, b in fresh.items()
        ]
        for score, name, today in sorted(near, reverse=True):
            if score >= ALIKE and name in gone and today in fresh:
                self._rename_block(name, today, "nearly the same words", gone, fresh)
        known_by = [block for block in self._translated(old) if block.id in gone]
        ours, theirs = readers(known_by), readers(block for block in new if block.id in fresh)
        for who, mine in ours.items():
            if len(mine) == len(theirs.get(who, ())) == 1:
                self._rename_block(mine[0], theirs[who][0], "same readers", gone, fresh)

    def _translated(self, blocks: Sequence[Block]) -> list[Block]:
        """Blocks with the conditions that they would have in the new guide, by their old ids."""
        kept = as_names(renaming for renaming in self.renamings if renaming.kind != "block")
        here = translate(replace(self.old, blocks={"": tuple(blocks)}), kept)
        return list(here.blocks[""])

    def _rename_block(
        self, old: str, new: str, how: How, gone: dict[str, str], fresh: dict[str, str]
    ) -> None:
        self.renamings.append(Renaming("block", old, new, how))
        del gone[old], fresh[new]


def _labels(
    both: tuple[Sequence[Value | Option], Sequence[Value | Option]],
) -> tuple[_Words, _Words]:
    before, after = both
    return {thing.id: thing.label for thing in before}, {thing.id: thing.label for thing in after}


def _within(table: dict[tuple[str, str], str], owner: str) -> dict[str, str]:
    return {old: new for (within, old), new in table.items() if within == owner}


def section_names(old: Guide, new: Guide) -> dict[str, str]:
    """Old section id -> new: the same id, or else the same title, or most of its blocks."""
    before = {section.id for section in old.sections}
    after = {section.id for section in new.sections}
    titles = {section.title: section.id for section in new.sections if section.id not in before}
    same: dict[str, str] = {}
    for section in old.sections:
        fresh = [name for name in sorted(after - before) if name not in same.values()]
        alike = [name for name in fresh if _mostly(old, section.id, new, name)]
        if section.id in after:
            same[section.id] = section.id
        elif titles.get(section.title) in fresh:
            same[section.id] = titles[section.title]
        elif alike:
            same[section.id] = alike[0]
    return same


def _mostly(old: Guide, before: str, new: Guide, after: str) -> bool:
    """Whether most blocks of either section stand in the other."""
    was = {block.id for block in old.blocks.get(before, ())}
    now = {block.id for block in new.blocks.get(after, ())}
    return 2 * len(was & now) > max(len(was), len(now))
