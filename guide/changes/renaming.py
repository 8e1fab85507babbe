"""Things that have a new id: declared in ``renamed``, or plainly the same thing.

A facet, value, question or option counts as the same only where nothing else could be meant: one
thing gone, one thing new, with the same words. A block may also have nearly the same words.
"""

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Literal, NamedTuple, TypeAlias

from guide.changes.content import drawn
from guide.changes.worddiff import likeness
from guide.model.schema import Block, Guide
from guide.renames import Names, names

ALIKE = 0.7
"""The part of two bodies' words that must be the same, for one to be the other renamed."""

_Words: TypeAlias = dict[str, str]
"""Id -> the words by which a thing is known again."""

Kind = Literal["facet", "value", "question", "option", "block"]
How = Literal["declared", "same words", "nearly the same words"]


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
        before: _Words = {facet.id: facet.label for facet in self.old.facets}
        after: _Words = {facet.id: facet.label for facet in self.new.facets}
        for name, today in self._pairs("facet", before, after, self.declared.facets).items():
            before = {value.id: value.label for value in self.old.facet[name].values}
            after = {value.id: value.label for value in self.new.facet[today].values}
            self._pairs("value", before, after, _within(self.declared.values, today), today)
        before = {question.id: question.text for question in self.old.questions}
        after = {question.id: question.text for question in self.new.questions}
        for name, today in self._pairs("question", before, after, self.declared.questions).items():
            before = {option.id: option.label for option in self.old.question[name].options}
            after = {option.id: option.label for option in self.new.question[today].options}
            self._pairs("option", before, after, _within(self.declared.options, today), today)
        for section, blocks in self.old.blocks.items():
            self._blocks(blocks, self.new.blocks.get(section, ()))
        return tuple(self.found)

    def _pairs(
        self, kind: Kind, before: _Words, after: _Words, declared: dict[str, str], within: str = ""
    ) -> dict[str, str]:
        """Old id -> new id of whatever is in both guides; the renamed ones are remembered."""
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

    def _rename_block(
        self, old: str, new: str, how: How, gone: dict[str, str], fresh: dict[str, str]
    ) -> None:
        self.found.append(Renaming("block", old, new, how))
        del gone[old], fresh[new]


def _within(table: dict[tuple[str, str], str], owner: str) -> dict[str, str]:
    return {old: new for (within, old), new in table.items() if within == owner}
