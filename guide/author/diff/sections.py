"""Where one section of a page reads differently, and which blocks make the difference."""

from collections.abc import Iterator
from difflib import SequenceMatcher
from itertools import product, zip_longest
from typing import Literal, NamedTuple

from guide.author.diff.visible import Visible, VisibleBlock
from guide.model.schema import Block, Condition, Section
from guide.states.sets import EMPTY, Set, Sets

DifferenceKind = Literal["text", "replaced", "evidence", "appears", "goes", "order"]


class BlockDifference(NamedTuple):
    """What became of a block, for some scenarios."""

    kind: DifferenceKind
    old: Block | None
    new: Block | None
    these: Set
    """The scenarios whose page is concerned."""


class Sides(NamedTuple):
    """A section before and now; each is compared through the eyes of its own guide."""

    section: Section
    old: tuple[Block, ...]
    new: tuple[Block, ...]


class _Item(NamedTuple):
    """Blocks of one id, side by side, or one that has no counterpart there."""

    old: Block | None
    new: Block | None
    same: bool = False
    """Whether they are equal in condition and content."""


def compare_section(
    sets: Sets, among: Set, sides: Sides, old_view: Visible, new_view: Visible
) -> list[BlockDifference]:
    """Every difference of the section, for the scenarios that both guides have.

    The changes cover exactly the scenarios for whom the section reads differently.
    """
    return _Comparison(sets, among, sides, old_view, new_view).run()


_Pending = tuple[VisibleBlock, ...]
_State = tuple[bool, _Pending]
"""Whether the new page is ahead of the old, and what it says that the other has yet to say."""

_LEVEL: _State = (False, ())


class _Comparison:
    def __init__(
        self, sets: Sets, among: Set, sides: Sides, old_view: Visible, new_view: Visible
    ) -> None:
        self.sets = sets
        self.among = among
        self.sides = sides
        self.old_view = old_view
        self.new_view = new_view
        self.items = list(self._items())
        self.differ = EMPTY

    def run(self) -> list[BlockDifference]:
        """All changes; none if every item is the same on both sides."""
        if all(item.same for item in self.items):
            return []
        self._read_side_by_side()
        if self.differ == EMPTY:
            return []
        return list(self._changes())

    def _items(self) -> Iterator[_Item]:
        """Both lists in one order that respects the order of each, equal ids side by side."""
        old, new = self.sides.old, self.sides.new
        matcher = SequenceMatcher(None, [b.id for b in old], [b.id for b in new], autojunk=False)
        for kind, a, b, c, d in matcher.get_opcodes():
            if kind == "equal":
                pairs = zip(old[a:b], new[c:d], strict=True)
                yield from (
                    _Item(before, after, self._same(before, after)) for before, after in pairs
                )
            else:
                # One of each in turn: what contradicts is found before much is pending.
                for before, after in zip_longest(old[a:b], new[c:d]):
                    yield from [_Item(before, None)] * (before is not None)
                    yield from [_Item(None, after)] * (after is not None)

    def _same(self, old: Block, new: Block) -> bool:
        alike = _bare(old.when) == _bare(new.when) and _bare(old.unless) == _bare(new.unless)
        return alike and self.old_view.see(old) == self.new_view.see(new)

    def _read_side_by_side(self) -> None:
        """Read both versions aloud at once, for all scenarios together.

        As long as they say the same, the scenarios stay together; where one is ahead, what it
        said waits for the other; where they contradict, it is settled that the pages differ.
        """
        states: dict[_State, Set] = {_LEVEL: self.among}
        for item in self.items:
            if item.same and states.keys() == {_LEVEL}:
                continue
            states = self._after(states, item)
        for state, these in states.items():
            if state[1]:
                self.differ = self.sets.union(self.differ, these)

    def _after(self, states: dict[_State, Set], item: _Item) -> dict[_State, Set]:
        for block, is_new in ((item.old, False), (item.new, True)):
            if block is None:
                continue
            words = (self.new_view if is_new else self.old_view).see(block)
            following_states: dict[_State, Set] = {}
            for state, these in states.items():
                seeing = self.sets.where(these, block)
                self._put(following_states, state, self.sets.minus(these, seeing))
                following = _ahead_after(state, words, is_new=is_new)
                if following is None:
                    self.differ = self.sets.union(self.differ, seeing)
                else:
                    self._put(following_states, following, seeing)
            states = following_states
        return states

    def _put(self, states: dict[_State, Set], state: _State, these: Set) -> None:
        if these != EMPTY:
            states[state] = self.sets.union(states.get(state, EMPTY), these)

    def _changes(self) -> Iterator[BlockDifference]:
        """The differences block by block; what no block accounts for is a change of order."""
        sets = self.sets
        goes, comes = self._goes_and_comes()
        left = self.differ
        for change in [*self._pairs(goes, comes), *self._alone(goes, comes)]:
            left = sets.minus(left, change.these)
            yield change
        if left != EMPTY:
            moved = [i.old or i.new for i in self.items if not (i.old and i.new)]
            yield BlockDifference("order", None, next(iter(moved), None), left)

    def _goes_and_comes(self) -> tuple[dict[str, Set], dict[str, Set]]:
        """Block id -> the scenarios that have its words on one page and not on the other."""
        sets = self.sets
        old = [item.old for item in self.items if item.old and not item.same]
        new = [item.new for item in self.items if item.new and not item.same]
        shown_old = {block.id: sets.where(self.differ, block) for block in old}
        shown_new = {block.id: sets.where(self.differ, block) for block in new}
        before: dict[VisibleBlock, Set] = {}
        after: dict[VisibleBlock, Set] = {}
        for block in old:
            words = self.old_view.see(block)
            before[words] = sets.union(before.get(words, EMPTY), shown_old[block.id])
        for block in new:
            words = self.new_view.see(block)
            after[words] = sets.union(after.get(words, EMPTY), shown_new[block.id])
        goes = {
            block.id: sets.minus(shown_old[block.id], after.get(self.old_view.see(block), EMPTY))
            for block in old
        }
        comes = {
            block.id: sets.minus(shown_new[block.id], before.get(self.new_view.see(block), EMPTY))
            for block in new
        }
        return goes, comes

    def _pairs(self, goes: dict[str, Set], comes: dict[str, Set]) -> Iterator[BlockDifference]:
        """Blocks in whose place stands another: the same block with other words, first of all."""
        old = {block.id: block for block in self.sides.old}
        new = {block.id: block for block in self.sides.new}
        pairs = [(name, name) for name in goes if name in comes]
        if self.sides.section.holds == "one":
            pairs += [(a, b) for a, b in product(goes, comes) if a != b]
        for a, b in pairs:
            these = self.sets.both(goes[a], comes[b])
            if these == EMPTY:
                continue
            goes[a], comes[b] = self.sets.minus(goes[a], these), self.sets.minus(comes[b], these)
            yield BlockDifference(self._kind(old[a], new[b]), old[a], new[b], these)

    def _kind(self, old: Block, new: Block) -> DifferenceKind:
        if self.old_view.see(old).text == self.new_view.see(new).text:
            return "evidence"
        return "text" if old.id == new.id else "replaced"

    def _alone(self, goes: dict[str, Set], comes: dict[str, Set]) -> Iterator[BlockDifference]:
        for block in self.sides.old:
            if goes.get(block.id, EMPTY) != EMPTY:
                yield BlockDifference("goes", block, None, goes[block.id])
        for block in self.sides.new:
            if comes.get(block.id, EMPTY) != EMPTY:
                yield BlockDifference("appears", None, block, comes[block.id])


def _ahead_after(state: _State, words: VisibleBlock, *, is_new: bool) -> _State | None:
    """What is pending after one side says something; None if the other said something else."""
    ahead, pending = state
    if not pending or ahead == is_new:
        return is_new, (*pending, words)
    if pending[0] != words:
        return None
    return (ahead, pending[1:]) if pending[1:] else _LEVEL


def _bare(condition: Condition | None) -> object:
    """A condition without the places of its rows."""
    if condition is None:
        return None
    return [[(test.facet, test.values) for test in table] for table in condition.any_of]
