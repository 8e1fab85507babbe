"""Where a thing stands and what it is used for: by this it is known when its words are new too."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

from guide.model.conditions import Conditional, tests
from guide.model.routes import routes
from guide.model.schema import Block, Guide, Option, Question

Readers: TypeAlias = tuple[object, ...]
"""A block's part and its conditions, wherever they are written."""


class SameUse:
    """Compares the uses of two things, of one guide each.

    Args:
        old: with the names of the new guide, as far as they are known.
        new: as it is.

    """

    def __init__(self, old: Guide, new: Guide) -> None:
        self._old = old
        self._new = new

    def facets(self, old: str, new: str) -> bool:
        """Whether two facets of one kind have the same values."""
        before, after = self._old.facet[old], self._new.facet[new]
        if before.kind != after.kind:
            return False
        return [value.id for value in before.values] == [value.id for value in after.values]

    def values(self, old_facet: str, new_facet: str) -> Callable[[str, str], bool]:
        """Compares values of a facet: the same questions settle them, the same blocks read them."""

        def alike(old: str, new: str) -> bool:
            before = _uses(self._old, old_facet, old)
            after = _uses(self._new, new_facet, new)
            shared = _names(self._old) & _names(self._new)
            return bool(before & shared) and before & shared == after & shared

        return alike

    def questions(self, old: str, new: str) -> bool:
        """Whether the options of two questions settle the same."""
        before, after = _settled(self._old.question[old]), _settled(self._new.question[new])
        return before == after and any(before)

    def options(self, question: str) -> Callable[[str, str], bool]:
        """Compares options of a question: they settle the same and lead the same way."""

        def alike(old: str, new: str) -> bool:
            before, after = self._old.question[question], self._new.question[question]
            return _does(before, before.option(old)) == _does(after, after.option(new))

        return alike


def pairs_between_neighbors(
    before: Sequence[str], after: Sequence[str], same: Mapping[str, str]
) -> Iterator[tuple[str, str]]:
    """What is gone and what is new, where just one of each stands between the same neighbours.

    Args:
        before: old ids, in order.
        after: new ids, in order.
        same: old id -> new id of what is in both.

    """
    gone = _gaps(before, lambda name: same.get(name, ""))
    kept = set(same.values())
    fresh = _gaps(after, lambda name: name if name in kept else "")
    for gap, names in gone.items():
        if len(names) == len(fresh.get(gap, ())) == 1:
            yield names[0], fresh[gap][0]


def _gaps(names: Sequence[str], known_as: Callable[[str], str]) -> dict[tuple[str, str], list[str]]:
    """The nearest known neighbours -> what stands between them and is not known."""
    gaps: dict[tuple[str, str], list[str]] = {}
    waiting: list[str] = []
    last = ""
    for name in (*names, ""):
        known = known_as(name) if name else ""
        if name and not known:
            waiting.append(name)
            continue
        gaps.setdefault((last, known), []).extend(waiting)
        waiting, last = [], known
    return gaps


def readers(blocks: Iterable[Block]) -> dict[Readers, list[str]]:
    """Who is meant -> the blocks for them."""
    by_readers: dict[Readers, list[str]] = {}
    for block in blocks:
        by_readers.setdefault((block.part, *_conditions(block)), []).append(block.id)
    return by_readers


def _conditions(thing: Conditional) -> list[object]:
    """What ``when`` and ``unless`` ask for, wherever that is written."""
    return [
        tuple(tuple((t.facet, t.values) for t in table) for table in condition.any_of)
        if condition
        else None
        for condition in (thing.when, thing.unless)
    ]


def _names(guide: Guide) -> set[tuple[str, str]]:
    blocks = {("block", block.id) for blocks in guide.blocks.values() for block in blocks}
    return blocks | {("question", question.id) for question in guide.questions}


def _uses(guide: Guide, facet: str, value: str) -> set[tuple[str, str]]:
    """The questions that can settle the value, and the blocks that read it."""
    settle = {
        ("question", question.id)
        for question in guide.questions
        if any(option.settles.get(facet) == value for option in question.options)
    }
    return settle | {
        ("block", block.id)
        for blocks in guide.blocks.values()
        for block in blocks
        if any(test.facet == facet and value in test.values for test in tests(block))
    }


def _settled(question: Question) -> list[dict[str, str]]:
    return [option.settles for option in question.options]


def _does(question: Question, option: Option | None) -> object:
    if option is None:
        return None
    ways = [(route.go, _conditions(route)) for route in routes(question, option)]
    return option.settles, option.skip, ways
