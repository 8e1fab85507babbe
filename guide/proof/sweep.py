"""One pass over the questions in order, with all states of one question handled together."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

from guide.conditions import applies
from guide.model.schema import ADVICE, Option, Question, Route
from guide.proof.graph import Graph

Tag = TypeVar("Tag", bound=Hashable)
Values = tuple[str | None, ...]
"""Values of the facets that are live at a question, in a fixed order; None where unset."""


class TooManyStates(Exception):  # noqa: N818  a limit reached, not an error
    """A pass was given up at its limit of states."""


class State(Generic[Tag]):
    """A way to stand at a question; of all ways alike in what matters, a shortest."""

    __slots__ = ("before", "option", "paths", "question", "steps", "tag", "values")

    def __init__(
        self,
        question: str,
        values: Values,
        tag: Tag,
        before: "State[Tag] | None" = None,
        option: str = "",
    ) -> None:
        self.question = question
        self.values = values
        self.tag = tag
        self.before = before
        self.option = option
        self.steps: int = before.steps + 1 if before else 0
        self.paths = 0 if before else 1
        """How many different ways of answering lead here."""

    def answers(self) -> dict[str, str]:
        """The answers that lead here."""
        given: list[tuple[str, str]] = []
        state: State[Tag] | None = self
        while state is not None and state.before is not None:
            given.append((state.before.question, state.option))
            state = state.before
        return dict(reversed(given))


class Move(NamedTuple, Generic[Tag]):
    """One answer in one state, before states are merged again."""

    state: "State[Tag]"
    question: Question
    option: Option
    route: Route
    before: dict[str, str]
    """The facets that are live at the question and settled."""
    scenario: dict[str, str]
    """These, and what the option settles."""


Live = Callable[[str], Iterable[str]]
Retag = Callable[["Move[Tag]"], Tag]


class Bounds(NamedTuple):
    """Where a pass ends early."""

    states: int = 10_000_000
    """The most states altogether; beyond it the pass is given up."""
    stop: str = ""
    """A question whose states are found but not left."""


class Sweep(Generic[Tag]):
    """All states of a guide, merged by the values of the live facets and a tag.

    Args:
        graph: the questions.
        live: question id -> the facets to tell states apart by; routes' own are added.
        tag: what else to tell states apart by, at the start.
        retag: the tag after a move. Called for every move of every state, before merging.
        bounds: where to stop.

    """

    def __init__(
        self,
        graph: Graph,
        live: Live,
        tag: Tag,
        retag: Retag[Tag],
        bounds: Bounds | None = None,
    ) -> None:
        self._graph = graph
        self._live_at = live
        self._live: dict[str, tuple[str, ...]] = {}
        self._retag = retag
        bounds = bounds or Bounds()
        self._limit = bounds.states
        self._made = 0
        self.states: dict[str, dict[tuple[Values, Tag], State[Tag]]] = {
            name: {} for name in (*graph.order, ADVICE)
        }
        if graph.order:
            first = graph.order[0]
            values: Values = (None,) * len(self._names(first))
            self.states[first][values, tag] = State(first, values, tag)
            for name in graph.order:
                if name != bounds.stop:
                    for state in self.states[name].values():
                        for move in self.moves(state):
                            self._arrive(move)

    @property
    def paths(self) -> int:
        """The exact number of ways through the guide."""
        return sum(state.paths for state in self.ends())

    def ends(self) -> list[State[Tag]]:
        """The states in which the advice is reached."""
        return list(self.states[ADVICE].values())

    def scenario(self, state: State[Tag]) -> dict[str, str]:
        """The live facets of a state that are settled."""
        names = self._names(state.question)
        return {f: v for f, v in zip(names, state.values, strict=True) if v is not None}

    def moves(self, state: State[Tag]) -> Iterator[Move[Tag]]:
        """Every answer that can be given in a state."""
        here = self.scenario(state)
        question = self._graph.guide.question[state.question]
        for option, choices in self._graph.choices[state.question]:
            scenario = here | option.settles if option.settles else here
            for route in choices:
                if applies(route, scenario):
                    if route.go in self.states:
                        yield Move(state, question, option, route, here, scenario)
                    break

    def _names(self, question: str) -> tuple[str, ...]:
        """The live facets of a question in a fixed order, found when it is first come to."""
        names = self._live.get(question)
        if names is None:
            facets = {*self._live_at(question), *self._graph.read_from[question]}
            facets &= self._graph.settled_before[question]  # the others are unset for everyone
            names = self._live[question] = tuple(sorted(facets))
        return names

    def _arrive(self, move: Move[Tag]) -> None:
        target = move.route.go
        tag = self._retag(move)
        values = tuple([move.scenario.get(facet) for facet in self._names(target)])
        there = self.states[target]
        known = there.get((values, tag))
        if known is None or move.state.steps + 1 < known.steps:
            paths = known.paths if known else 0
            known = there[values, tag] = State(target, values, tag, move.state, move.option.id)
            known.paths = paths
            self._made += 1
            if self._made > self._limit:
                raise TooManyStates
        known.paths += move.state.paths
