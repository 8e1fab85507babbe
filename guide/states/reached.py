"""The scenarios that readers can reach: before each question, after each answer, at the end."""

from typing import NamedTuple

from guide.model.routes import routes
from guide.model.schema import ADVICE, Block, Condition, Guide, Route
from guide.states.graph import Graph
from guide.states.sets import EMPTY, START, Set, Sets


class Reached(NamedTuple):
    """What one pass over the questions found."""

    order: tuple[str, ...]
    """Question ids so that every route leads forward."""
    before: dict[str, Set]
    """Question id -> the scenarios in which it is asked."""
    moves: dict[tuple[str, str], dict[str, Set]]
    """(question, option) -> where it leads -> the scenarios, with what the option settles."""
    ends: Set
    """The scenarios that get a page."""


def reach(sets: Sets, guide: Guide) -> Reached:
    """Follow all readers together, one question at a time."""
    order = Graph(guide).order
    before: dict[str, Set] = dict.fromkeys((*order, ADVICE), EMPTY)
    if order:
        before[order[0]] = START
    moves: dict[tuple[str, str], dict[str, Set]] = {}
    for name in order:
        question = guide.question[name]
        for option in question.options:
            left = before[name]
            for facet, value in option.settles.items():
                left = sets.put(left, facet, value)
            found: dict[str, Set] = {}
            for route in routes(question, option):
                taken = where(sets, left, route)
                left = sets.minus(left, taken)
                target = route.go if route.go in before else ADVICE
                found[target] = sets.union(found.get(target, EMPTY), taken)
            found[ADVICE] = sets.union(found.get(ADVICE, EMPTY), left)
            moves[name, option.id] = {t: s for t, s in found.items() if s != EMPTY}
            for target, arriving in moves[name, option.id].items():
                before[target] = sets.union(before[target], arriving)
    return Reached(order, before, moves, before[ADVICE])


def where(sets: Sets, among: Set, thing: Block | Route) -> Set:
    """The scenarios in which a block is shown, or a route is open."""
    found = among if thing.when is None else _meeting(sets, among, thing.when)
    if thing.unless is None:
        return found
    return sets.minus(found, _meeting(sets, found, thing.unless))


def _meeting(sets: Sets, among: Set, condition: Condition) -> Set:
    found = EMPTY
    for table in condition.any_of:
        these = among
        for test in table:
            these = sets.keep(these, test.facet, test.values)
        found = sets.union(found, these)
    return found
