"""One pass over the questions in order, with all states of one question handled together."""

from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from guide.model.schema import ADVICE, Option, Question, Route
from guide.states.graph import Graph

LIMIT = 20_000
"""States before the last answer; beyond it pages are not counted. The proof has no such limit."""


class TooManyStates(Exception):  # noqa: N818  a limit reached, not an error
    """A pass was given up at its limit of states."""


class State:
    """A way to stand at a question; of all ways alike in what matters, a shortest."""

    __slots__ = ("before", "option", "question", "steps", "tag", "values")

    def __init__(
        self,
        question: str,
        values: int,
        tag: int,
        before: "State | None" = None,
        option: str = "",
    ) -> None:
        self.question = question
        self.values = values
        """The facets that are live at the question, packed."""
        self.tag = tag
        """What is certain, a bit for each thing."""
        self.before = before
        self.option = option
        self.steps: int = before.steps + 1 if before else 0

    def answers(self) -> dict[str, str]:
        """The answers that lead here."""
        given: list[tuple[str, str]] = []
        state: State | None = self
        while state is not None and state.before is not None:
            given.append((state.before.question, state.option))
            state = state.before
        return dict(reversed(given))


class Move(NamedTuple):
    """One answer, given where the live facets have certain values."""

    question: Question
    option: Option
    route: Route
    after: int
    """The live facets and what the option settles, packed."""


class Sweep:
    """All states of a guide before its last question, by the live facets and what is certain.

    Args:
        graph: the questions.
        live: question id -> the facets to tell states apart by; routes' own are added.
        tag: what is certain at the start.
        adds: what a move makes certain. Called once for all states that differ in their tags
            alone, before they are merged with others.

    Raises:
        TooManyStates: if there are more than the limit.

    """

    def __init__(
        self,
        graph: Graph,
        live: Callable[[str], Iterable[str]],
        tag: int,
        adds: Callable[[Move], int],
    ) -> None:
        self._graph = graph
        self._live = live
        self._masks: dict[str, int] = {}
        self._adds = adds
        self._left = LIMIT
        self._states: dict[str, dict[int, dict[int, State]]] = {
            name: {} for name in (*graph.order, ADVICE)
        }
        first = graph.order[0]
        values = graph.packing.nothing & self._mask(first)
        self._states[first][values] = {tag: State(first, values, tag)}
        for name in graph.order[:-1]:
            for values, here in self._states[name].items():
                self._leave(name, values, here)

    def at(self, name: str) -> list[State]:
        """The states at a question, or at the advice."""
        return [state for here in self._states[name].values() for state in here.values()]

    def moves(self, name: str, values: int) -> Iterator[Move]:
        """Every answer that can be given to a question with these values of the live facets."""
        question = self._graph.guide.question[name]
        for choice in self._graph.choices[name]:
            after = choice.settle(values)
            route = choice.route(after)
            if route is not None and route.go in self._states:
                yield Move(question, choice.option, route, after)

    def _mask(self, name: str) -> int:
        """All bits of the live facets of a question, found when it is first come to."""
        mask = self._masks.get(name)
        if mask is None:
            mask = self._graph.packing.facets(self._live(name)) | self._graph.routes_read[name]
            self._masks[name] = mask
        return mask

    def _leave(self, name: str, values: int, here: dict[int, State]) -> None:
        for move in self.moves(name, values):
            target = move.route.go
            values_there = move.after & self._mask(target)
            there = self._states[target].setdefault(values_there, {})
            more = self._adds(move)
            for state in here.values():
                tag = state.tag | more
                known = there.get(tag)
                if known is None:
                    there[tag] = State(target, values_there, tag, state, move.option.id)
                    self._left -= 1
                    if self._left < 0:
                        raise TooManyStates
                elif state.steps + 1 < known.steps:
                    known.before, known.option = state, move.option.id
                    known.steps = state.steps + 1
