"""Loops: whether some reader is asked a question that was asked before.

Two orders of the same questions are a circle as routes are written, and yet no loop if nobody goes
round. So where routes are written in a circle, readers are followed breadth first, told apart by
what later routes read and by which questions of a circle they were asked.
"""

from collections import deque
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from guide.model.codes import Code
from guide.model.conditions import applies, reads
from guide.model.routes import reachable, routes
from guide.model.schema import Guide, Question, Route
from guide.reading.collector import Problems

LIMIT = 20_000
"""Situations that are followed, in a second; beyond, a circle as it is written counts as a loop."""


class _Reader(NamedTuple):
    question: Question
    scenario: dict[str, str]
    answers: dict[str, str]


def check_loops(guide: Guide, problems: Problems) -> None:
    """Report each route that leads some reader back, with the fewest answers that go round."""
    written = list(_written(guide))
    if not written or guide.head.start not in guide.question:
        return
    looping: dict[int, tuple[Route, dict[str, str]]] = {}
    for count, (route, answers) in enumerate(_followed(guide)):
        if count > LIMIT:
            looping = {id(route): (route, {}) for route in written}
            break
        if route.go in answers:
            looping.setdefault(id(route), (route, answers))
    for route, answers in looping.values():
        way = ", ".join(f"{question}={option}" for question, option in answers.items())
        message = f"leads back to {route.go!r}, which was asked before"
        message += f", as for {way}; break the loop" if way else "; break the loop"
        problems.add(Code.LOOP, route.at, message)


def _followed(guide: Guide) -> Iterator[tuple[Route, dict[str, str]]]:
    """Every route that some reader takes, and the answers before it; of readers alike one."""

    @cache
    def ahead(name: str) -> frozenset[str]:
        return frozenset(reachable(guide, guide.question[name]))

    @cache
    def read(name: str) -> frozenset[str]:
        return reads(*(route for other in ahead(name) for route in _routes(guide, other)))

    @cache
    def in_circle(name: str) -> bool:
        return any(name in ahead(r.go) for r in _routes(guide, name) if r.go in guide.question)

    waiting = deque([_Reader(guide.question[guide.head.start], {}, {})])
    seen = set()
    while waiting:
        question, scenario, before = waiting.popleft()
        for option in question.options:
            settled, answers = scenario | option.settles, before | {question.id: option.id}
            ways = (route for route in routes(question, option) if applies(route, settled))
            if (route := next(ways, None)) is None:
                continue
            yield route, answers
            if route.go not in guide.question or route.go in answers:
                continue
            known = {f: v for f, v in settled.items() if f in read(route.go)}
            asked = frozenset(filter(in_circle, answers))
            if (key := (route.go, frozenset(known.items()), asked)) not in seen:
                seen.add(key)
                waiting.append(_Reader(guide.question[route.go], known, answers))


def _routes(guide: Guide, name: str) -> Iterator[Route]:
    question = guide.question[name]
    return (route for option in question.options for route in routes(question, option))


def _written(guide: Guide) -> Iterator[Route]:
    """A depth-first walk over the routes as written: those back to a question that is open."""
    state: dict[str, str] = {}
    for start in guide.question:
        stack = [] if start in state else [(start, _routes(guide, start))]
        state.setdefault(start, "open")
        while stack:
            name, targets = stack[-1]
            route = next(targets, None)
            if route is None:
                state[name] = "done"
                stack.pop()
            elif state.get(route.go) == "open":
                yield route
            elif route.go in guide.question and route.go not in state:
                state[route.go] = "open"
                stack.append((route.go, _routes(guide, route.go)))
