"""The shortest answers that lead where somebody wants to be.

States are merged: two ways to a question are one if they settled alike every facet that a
later route reads or the goal asks for. The cost grows with states, not with paths.
"""

from collections import deque
from collections.abc import Callable
from types import MappingProxyType
from typing import NamedTuple

from guide.model.conditions import applies, tests
from guide.model.routes import next_question, routes
from guide.model.schema import UNSET, Answers, Block, Guide, Option, Question, Scenario, Test


class Goal(NamedTuple):
    """Where to end up."""

    allowed: dict[str, frozenset[str]]
    """Facet -> the values it may have at the end; ``unset`` among them if it may stay open."""
    accepts: Callable[[Scenario], bool] = lambda _: True
    """What else must hold at the end."""
    watched: frozenset[str] = frozenset()
    """The facets that ``accepts`` looks at."""
    through: Answers = MappingProxyType({})
    """Questions that must be asked on the way, and the option to take there."""


class _State(NamedTuple):
    question: Question
    scenario: dict[str, str]
    answers: dict[str, str]


def shortest_answers(guide: Guide, goal: Goal) -> dict[str, str] | None:
    """The fewest answers that reach the advice with a scenario the goal allows, or None."""
    ahead = _settled_from(guide)
    read = frozenset(test.facet for q in guide.questions for test in _route_tests(q))
    keep = read | goal.watched | goal.allowed.keys()
    start = guide.question.get(guide.head.start)
    if start is None:
        return None
    waiting = deque([_State(start, {}, {})])
    seen = set()
    while waiting:
        state = waiting.popleft()
        for option in _options(state.question):
            scenario = state.scenario | option.settles
            if not _may(option.settles, goal) or not _takes(state.question, option, goal):
                continue
            following = next_question(guide, state.question, option, scenario)
            answers = state.answers | {state.question.id: option.id}
            if following is None:
                if _done(scenario, goal) and goal.through.keys() <= answers.keys():
                    return answers
                continue
            if following.id in state.answers or not _hopeful(scenario, ahead[following.id], goal):
                continue
            passed = tuple(question in answers for question in goal.through)
            settled = tuple(sorted(i for i in scenario.items() if i[0] in keep))
            key = (following.id, settled, passed)
            if key not in seen:
                seen.add(key)
                waiting.append(_State(following, scenario, answers))
    return None


def goal_of(block: Block) -> Goal:
    """To see this block."""
    facets = frozenset(test.facet for test in tests(block))
    allowed: dict[str, frozenset[str]] = {}
    if block.when is not None and len(block.when.any_of) == 1:
        allowed = {test.facet: frozenset(test.values) for test in block.when.any_of[0]}
    return Goal(allowed, lambda scenario: bool(applies(block, scenario)), facets)


def _options(question: Question) -> list[Option]:
    """Direct answers first, then skips, then the ways through a diagnostic."""
    return sorted(question.options, key=lambda option: (not option.settles, not option.skip))


def _may(settles: Scenario, goal: Goal) -> bool:
    return all(value in goal.allowed.get(facet, (value,)) for facet, value in settles.items())


def _takes(question: Question, option: Option, goal: Goal) -> bool:
    return goal.through.get(question.id, option.id) == option.id


def _hopeful(scenario: Scenario, ahead: frozenset[str], goal: Goal) -> bool:
    return all(
        facet in scenario or facet in ahead or UNSET in values
        for facet, values in goal.allowed.items()
    )


def _done(scenario: Scenario, goal: Goal) -> bool:
    fits = all(scenario.get(facet, UNSET) in values for facet, values in goal.allowed.items())
    return fits and goal.accepts(scenario)


def _route_tests(question: Question) -> list[Test]:
    found: list[Test] = []
    for option in question.options:
        for route in routes(question, option):
            found += list(tests(route))
    return found


def _settled_from(guide: Guide) -> dict[str, frozenset[str]]:
    """Question id -> the facets that it or a question after it can settle."""
    found = {q.id: {f for o in q.options for f in o.settles} for q in guide.questions}
    changed = True
    while changed:
        changed = False
        for question in reversed(guide.questions):
            mine = found[question.id]
            before = len(mine)
            for option in question.options:
                for route in routes(question, option):
                    mine |= found.get(route.go, set())
            changed = changed or len(mine) > before
    return {question: frozenset(facets) for question, facets in found.items()}
