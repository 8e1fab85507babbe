"""What a guide does, found by trying every way of answering: shares no code with the program.

Conditions, routes and walks are read anew here, straight from what the format says, so that a
fault in the program cannot be in both.
"""

from collections.abc import Iterator
from typing import NamedTuple

from guide.model.schema import Block, Condition, Guide, Option, Part, Question, Route

Facets = dict[str, str]


class Walk(NamedTuple):
    """One way of answering, to the end."""

    answers: dict[str, str]
    facets: Facets
    taken: tuple[int, ...]
    """The id() of each route taken."""
    settled: frozenset[tuple[str, str]]
    """All that was settled on the way, also what was settled anew later."""


def fits(condition: Condition, facets: Facets) -> bool:
    """Whether one of the tables fits: all its rows, each in one of its values."""
    for table in condition.any_of:
        missed = [t for t in table if facets.get(t.facet, "unset") not in t.values]
        if not missed:
            return True
    return False


def visible(thing: Block | Route | Part, facets: Facets) -> bool:
    """Whether ``when`` lets it through and ``unless`` does not stop it."""
    if thing.when is not None and not fits(thing.when, facets):
        return False
    return thing.unless is None or not fits(thing.unless, facets)


def way_on(question: Question, option: Option, facets: Facets) -> Route:
    """The first route that fits: the option's own, where it has any, else the question's."""
    written = option.then or question.then
    return next(route for route in written if visible(route, facets))


def walks(guide: Guide, given: dict[str, str] | None = None) -> list[Walk]:
    """Every way of answering; with some answers given, every way that begins with these."""
    by_id = {question.id: question for question in guide.questions}
    start = Walk({}, {}, (), frozenset())
    every = _onward(by_id, guide.head.start, start)
    wanted = list((given or {}).items())
    return [walk for walk in every if list(walk.answers.items())[: len(wanted)] == wanted]


def _onward(by_id: dict[str, Question], name: str, so_far: Walk) -> Iterator[Walk]:
    if name == "advice":
        yield so_far
        return
    question = by_id[name]
    for option in question.options:
        facets = {**so_far.facets, **option.settles}
        route = way_on(question, option, facets)
        yield from _onward(
            by_id,
            route.go,
            Walk(
                {**so_far.answers, name: option.id},
                facets,
                (*so_far.taken, id(route)),
                so_far.settled | set(option.settles.items()),
            ),
        )


def rounds(guide: Guide) -> set[int]:
    """The id() of each route by which somebody is asked a question for the second time."""
    by_id = {question.id: question for question in guide.questions}
    back: set[int] = set()
    waiting: list[tuple[str, tuple[str, ...], Facets]] = [(guide.head.start, (), {})]
    while waiting:
        name, asked, so_far = waiting.pop()
        for option in by_id[name].options:
            facets = {**so_far, **option.settles}
            route = way_on(by_id[name], option, facets)
            if route.go in (*asked, name):
                back.add(id(route))
            elif route.go != "advice":
                waiting.append((route.go, (*asked, name), facets))
    return back


def states(guide: Guide) -> int:
    """Questions, told apart by what was settled of the facets that a later route may read."""
    by_id = {question.id: question for question in guide.questions}
    reads = {name: _read_from(by_id, name) for name in by_id}
    found: set[tuple[str, Facets | tuple[tuple[str, str], ...]]] = set()
    for walk in walks(guide):
        facets: Facets = {}
        for name, choice in walk.answers.items():
            matters = sorted(item for item in facets.items() if item[0] in reads[name])
            found.add((name, tuple(matters)))
            option = next(o for o in by_id[name].options if o.id == choice)
            facets = {**facets, **option.settles}
    return len(found)


def _read_from(by_id: dict[str, Question], name: str) -> set[str]:
    """The facets that routes read from this question on, whether or not a way leads there."""
    if name == "advice":
        return set()
    question = by_id[name]
    found: set[str] = set()
    for option in question.options:
        for route in option.then or question.then:
            for condition in (route.when, route.unless):
                for table in condition.any_of if condition else ():
                    found |= {test.facet for test in table}
            found |= _read_from(by_id, route.go)
    return found


def page(guide: Guide, facets: Facets) -> tuple[str, ...]:
    """The ids of the blocks on the page of a scenario."""
    blocks = [block for section in guide.sections for block in guide.blocks[section.id]]
    return tuple(block.id for block in blocks if visible(block, facets))
