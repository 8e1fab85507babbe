"""What changed on the way: questions and options won and lost, answers that lead elsewhere."""

from collections.abc import Iterator
from itertools import product

from guide.author.diff.readers import Ground
from guide.author.diff.result import WayChange
from guide.model.conditions import tests
from guide.model.routes import routes
from guide.model.schema import Option
from guide.states.sets import EMPTY, Set


def compare_ways(ground: Ground) -> tuple[WayChange, ...]:
    """Every difference in what readers are asked and where their answers lead.

    Without any, every reader who gives the same answers is asked the same questions.
    """
    return tuple(_Ways(ground).changes())


class _Ways:
    def __init__(self, ground: Ground) -> None:
        self.ground = ground

    def changes(self) -> Iterator[WayChange]:
        old, new = self.ground.old, self.ground.new
        if old.head.start != new.head.start:
            yield WayChange("start", "", "", old.head.start, new.head.start)
        before, after = self._asked()
        for name in self.ground.before.order:
            if name in before and name not in after:
                yield WayChange("not asked", name, "", "", "")
        for name in self.ground.after.order:
            if name not in after:
                continue
            if name not in before:
                yield WayChange("asked", name, "", "", "")
            else:
                yield from self._question(name)

    def _asked(self) -> tuple[set[str], set[str]]:
        """The questions that some reader is asked, before and now."""
        before, after = self.ground.before, self.ground.after
        return (
            {name for name in before.order if before.before[name] != EMPTY},
            {name for name in after.order if after.before[name] != EMPTY},
        )

    def _question(self, name: str) -> Iterator[WayChange]:
        old = {option.id: option for option in self.ground.old.question[name].options}
        new = {option.id: option for option in self.ground.new.question[name].options}
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
        before = self.ground.before.moves[name, old.id]
        after = self.ground.after.moves[name, new.id]
        if before == after:
            return
        everyone = self._all(before, after)
        read = self._read(name, new.id)
        for one, other in product(before, after):
            these = self.ground.join(before[one], after[other])
            if one != other and these != EMPTY:
                who = self.ground.crowd(these, everyone, [read])
                yield WayChange("leads", name, new.id, one, other, who)

    def _all(self, before: dict[str, Set], after: dict[str, Set]) -> Set:
        sets = self.ground.sets
        sides = [EMPTY, EMPTY]
        for number, moves in enumerate((before, after)):
            for these in moves.values():
                sides[number] = sets.union(sides[number], these)
        return self.ground.join(*sides)

    def _read(self, question: str, option: str) -> frozenset[str]:
        found: set[str] = set()
        for guide in (self.ground.old, self.ground.new):
            asked = guide.question[question]
            mine = asked.option(option)
            for route in routes(asked, mine) if mine else ():
                found |= {test.facet for test in tests(route)}
        return frozenset(found)


def _settled(option: Option) -> str:
    return ",".join(f"{facet}={value}" for facet, value in sorted(option.settles.items()))
