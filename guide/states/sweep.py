"""One pass over the questions in order, with all states of one question handled together."""

from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import Generic, NamedTuple, TypeVar

from guide.model.schema import ADVICE, Option, Question, Route
from guide.states.graph import Graph

Tag = TypeVar("Tag", bound=Hashable)


class TooManyStates(Exception):  # noqa: N818  a limit reached, not an error
    """A pass was given up at its limit of states."""


class State(Generic[Tag]):
    """A way to stand at a question; of all ways alike in what matters, a shortest."""

    __slots__ = ("before", "option", "paths", "question", "steps", "tag", "values")

    def __init__(
        self,
        question: str,
        values: int,
        tag: Tag,
        before: "State[Tag] | None" = None,
        option: str = "",
    ) -> None:
        self.question = question
        self.values = values
        """The facets that are live at the question, packed."""
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


class Move(NamedTuple):
    """One answer, given where the live facets have certain values."""

    question: Question
    option: Option
    route: Route
    after: int
    """The live facets and what the option settles, packed."""


Live = Callable[[str], Iterable[str]]
Change = Callable[[Tag], Tag]
Retag = Callable[[Move], Change[Tag]]


def unchanged(tag: Tag) -> Tag:
    """A move that makes no difference to the tag."""
    return tag


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
        retag: what a move does to a tag. Called once for all states that differ in their tags
            alone, before they are merged with others.
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
        self._live = live
        self._masks: dict[str, int] = {}
        self._retag = retag
        bounds = bounds or Bounds()
        self._left = bounds.states
        self._states: dict[str, dict[int, dict[Tag, State[Tag]]]] = {
            name: {} for name in (*graph.order, ADVICE)
        }
        if graph.order:
            first = graph.order[0]
            values = graph.packing.nothing & self._mask(first)
            self._states[first][values] = {tag: State(first, values, tag)}
            for name in graph.order:
                if name != bounds.stop:
                    for values, here in self._states[name].items():
                        self._leave(name, values, here)

    @property
    def paths(self) -> int:
        """The exact number of ways through the guide."""
        return sum(state.paths for state in self.ends())

    def at(self, name: str) -> list[State[Tag]]:
        """The states at a question, or at the advice."""
        return [state for here in self._states[name].values() for state in here.values()]

    def ends(self) -> list[State[Tag]]:
        """The states in which the advice is reached."""
        return self.at(ADVICE)

    def counts(self) -> dict[str, int]:
        """How many states each question has, and the advice."""
        return {
            name: sum(len(here) for here in states.values())
            for name, states in self._states.items()
        }

    def scenario(self, state: State[Tag]) -> dict[str, str]:
        """The live facets of a state that are settled."""
        return self._graph.packing.scenario(state.values)

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

    def _leave(self, name: str, values: int, here: dict[Tag, State[Tag]]) -> None:
        for move in self.moves(name, values):
            target = move.route.go
            values_there = move.after & self._mask(target)
            there = self._states[target].setdefault(values_there, {})
            change = self._retag(move)
            for state in here.values():
                tag = change(state.tag)
                known = there.get(tag)
                if known is None:
                    known = there[tag] = State(target, values_there, tag, state, move.option.id)
                    self._count_one()
                elif state.steps + 1 < known.steps:
                    known.before, known.option = state, move.option.id
                    known.steps = state.steps + 1
                known.paths += state.paths

    def _count_one(self) -> None:
        self._left -= 1
        if self._left < 0:
            raise TooManyStates


def sweep_all(
    graph: Graph, facets: Iterable[str] = (), bounds: Bounds | None = None
) -> Sweep[None]:
    """All states, told apart by these facets everywhere, and by what the routes read.

    Raises:
        TooManyStates: if there are more than the bounds allow.

    """
    names = tuple(facets)
    return Sweep[None](graph, lambda _: names, None, lambda _: unchanged, bounds)
