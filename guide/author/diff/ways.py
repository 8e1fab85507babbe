"""What changed on the way: questions and options won and lost, answers that lead elsewhere."""

from collections.abc import Iterator
from itertools import product

from guide.author.diff.readers import SharedReaders
from guide.author.diff.result import WayChange
from guide.model.conditions import reads
from guide.model.routes import routes
from guide.model.schema import Option
from guide.states.sets import EMPTY, Set


def compare_ways(readers: SharedReaders) -> tuple[WayChange, ...]:
    """Every difference in what readers are asked and where their answers lead.

    Without any, every reader who gives the same answers is asked the same questions.
    """
    return tuple(_Ways(readers).changes())


class _Ways:
    def __init__(self, readers: SharedReaders) -> None:
        self.readers = readers

    def changes(self) -> Iterator[WayChange]:
        old, new = self.readers.old, self.readers.new
        if old.head.start != new.head.start:
            yield WayChange("start", "", "", old.head.start, new.head.start)
        before, after = self._asked()
        for name in self.readers.before.order:
            if name in before and name not in after:
                yield WayChange("not asked", name, "", "", "")
        for name in self.readers.after.order:
            if name not in after:
                continue
            if name not in before:
                yield WayChange("asked", name, "", "", "")
            else:
                yield from self._question(name)

    def _asked(self) -> tuple[set[str], set[str]]:
        """The questions that some reader is asked, before and now."""
        before, after = self.readers.before, self.readers.after
        return (
            {name for name in before.order if before.before[name] != EMPTY},
            {name for name in after.order if after.before[name] != EMPTY},
        )

    def _question(self, name: str) -> Iterator[WayChange]:
        old = {option.id: option for option in self.readers.old.question[name].options}
        new = {option.id: option for option in self.readers.new.question[name].options}
        for gone in old:
            if gone not in new:
                yield WayChange("no option", name, gone, "", "")
        for option in new.values():
            if option.id not in old:
                yield WayChange("option", name, option.id, "", "")
            else:
                yield from self._option(name, old[option.id], option)

    def _option(self, name: str, old: Option, new: Option) -> Iterator[WayChange]:
        if old.settles != new.settles:
            yield WayChange("settles", name, new.id, _settled(old), _settled(new))
        before = self.readers.before.moves[name, old.id]
        after = self.readers.after.moves[name, new.id]
        if before == after:
            return
        everyone = self._all(before, after)
        read = self._read(name, new.id)
        for leading, leading_now in product(before, after):
            these = self.readers.join(before[leading], after[leading_now])
            if leading != leading_now and these != EMPTY:
                who = self.readers.crowd(these, everyone, [read])
                yield WayChange("leads", name, new.id, leading, leading_now, who)

    def _all(self, before: dict[str, Set], after: dict[str, Set]) -> Set:
        sets = self.readers.sets
        sides = [EMPTY, EMPTY]
        for number, moves in enumerate((before, after)):
            for these in moves.values():
                sides[number] = sets.union(sides[number], these)
        return self.readers.join(*sides)

    def _read(self, question: str, option: str) -> frozenset[str]:
        questions = (guide.question[question] for guide in (self.readers.old, self.readers.new))
        return reads(*(r for q in questions if (o := q.option(option)) for r in routes(q, o)))


def _settled(option: Option) -> str:
    return ",".join(f"{facet}={value}" for facet, value in sorted(option.settles.items()))
