"""Things that have a new id: declared in ``renamed``, or plainly the same thing.

A facet, value, question or option counts as the same only where nothing else could be meant: one
thing gone, one thing new, with the same words; or, if those changed as well, between the same
neighbours and of the same use. A block may also have nearly the same words, or the same readers.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Literal, NamedTuple, TypeAlias

from msgspec.structs import replace

from guide.author.diff.same_use import Standing, one_for_one, readers
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


def recognise(old: Guide, new: Guide) -> tuple[Renaming, ...]:
    """Everything that was renamed from one guide to the other."""
    return _Recogniser(old, new).run()


def as_names(found: Iterable[Renaming]) -> Names:
    """The same as tables."""
    of: dict[Kind, list[Renaming]] = {}
    for one in found:
        of.setdefault(one.kind, []).append(one)
    return Names(
        facets={one.old: one.new for one in of.get("facet", ())},
        values={(one.within, one.old): one.new for one in of.get("value", ())},
        questions={one.old: one.new for one in of.get("question", ())},
        options={(one.within, one.old): one.new for one in of.get("option", ())},
        blocks={one.old: one.new for one in of.get("block", ())},
    )


class _Recogniser:
    def __init__(self, old: Guide, new: Guide) -> None:
        self.old = old
        self.new = new
        self.declared = names(new)
        self.found: list[Renaming] = []

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
        return tuple(self.found)

    def _standing(self) -> Standing:
        """Both guides, the old one with the names that are known to be new."""
        return Standing(translate(self.old, as_names(self.found)), self.new)

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
        found = {name: name for name in before if name in after}
        hows: dict[str, How] = {}
        for name in gone:
            if declared.get(name) in fresh and declared[name] not in found.values():
                found[name], hows[name] = declared[name], "declared"
        left, right = Counter(gone.values()), Counter(fresh.values())
        for name, words in gone.items():
            if name in found or left[words] > 1 or right[words] != 1:
                continue
            today = next(other for other, said in fresh.items() if said == words)
            if today not in found.values():
                found[name], hows[name] = today, "same words"
        for name, today in one_for_one([*before], [*after], found):
            if alike(name, today):
                found[name], hows[name] = today, "same place"
        self.found += [Renaming(kind, name, found[name], hows[name], within) for name in hows]
        return found

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
        kept = as_names(one for one in self.found if one.kind != "block")
        here = translate(replace(self.old, blocks={"": tuple(blocks)}), kept)
        return list(here.blocks[""])

    def _rename_block(
        self, old: str, new: str, how: How, gone: dict[str, str], fresh: dict[str, str]
    ) -> None:
        self.found.append(Renaming("block", old, new, how))
        del gone[old], fresh[new]


def _labels(
    both: tuple[Sequence[Value | Option], Sequence[Value | Option]],
) -> tuple[_Words, _Words]:
    before, after = both
    return {one.id: one.label for one in before}, {one.id: one.label for one in after}


def _within(table: dict[tuple[str, str], str], owner: str) -> dict[str, str]:
    return {old: new for (within, old), new in table.items() if within == owner}
