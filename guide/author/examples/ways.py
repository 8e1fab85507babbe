"""Every way through a guide as a graph of states, and what each step on it touches.

A way's touch is one whole number, a bit for each block and each option. Ways are merged where
nothing that is still to be decided tells them apart, so the cost grows with states.
"""

from collections.abc import Iterable, Iterator

from guide.model.conditions import applies, tests
from guide.model.schema import ADVICE, Block, Guide, Scenario
from guide.states.graph import Graph, route_taken

LIMIT = 100_000
"""States; beyond it the graph is not built."""

Values = tuple[str | None, ...]


class TooManyStates(Exception):  # noqa: N818  a limit reached, not an error
    """The guide has more states than are worth following."""


class Node:
    """A question, with the values of the facets that can still matter."""

    __slots__ = ("edges", "question", "values")

    def __init__(self, question: str, values: Values) -> None:
        self.question = question
        self.values = values
        self.edges: list[tuple[str, int, Node]] = []
        """Option, what this step touches, where it leads."""


class Bits:
    """Which bit stands for which block or option."""

    def __init__(self, guide: Guide) -> None:
        self.blocks = [b for s in guide.sections for b in guide.blocks.get(s.id, ())]
        self.options = [(q.id, option.id) for q in guide.questions for option in q.options]
        count = len(self.blocks)
        self._block = {block.id: 1 << n for n, block in enumerate(self.blocks)}
        self._option = {pair: 1 << n + count for n, pair in enumerate(self.options)}

    def block(self, block_id: str) -> int:
        """The bit of a block."""
        return self._block[block_id]

    def option(self, pair: tuple[str, str]) -> int:
        """The bit of an answer: question, option."""
        return self._option[pair]

    def all(self, blocks: Iterable[str], options: Iterable[tuple[str, str]]) -> int:
        """The bits of all these together."""
        found = 0
        for block in blocks:
            found |= self._block[block]
        for pair in options:
            found |= self._option[pair]
        return found


class Ways:
    """All ways from the first question to the advice.

    Raises:
        TooManyStates: if there are too many to follow.

    """

    def __init__(self, guide: Guide, bits: Bits, limit: int = LIMIT) -> None:
        self._graph = Graph(guide)
        self._bits = bits
        self._reads = {b.id: frozenset(test.facet for test in tests(b)) for b in bits.blocks}
        self._pending = {n: self._undecided(n) for n in (*self._graph.order, ADVICE)}
        self._live = {n: self._facets(n) for n in self._pending}
        self._known: dict[tuple[str, str, Values], int] = {}
        self._decided: dict[tuple[str, str], tuple[list[Block], tuple[str, ...]]] = {}
        self.nodes: list[Node] = []
        """From the first question on, so that every step leads forward."""
        self.always = self._at_start()
        """What every page holds."""
        self._build(limit)

    @property
    def reachable(self) -> int:
        """Everything that some way touches."""
        found = self.always
        for node in self.nodes:
            for _, touch, _ in node.edges:
                found |= touch
        return found

    def _build(self, limit: int) -> None:
        made: dict[str, dict[Values, Node]] = {name: {} for name in self._pending}
        if not self._graph.order:
            return
        first = self._graph.order[0]
        start: Values = (None,) * len(self._live[first])
        made[first][start] = Node(first, start)
        for name in (*self._graph.order, ADVICE):
            for node in made[name].values():
                self.nodes.append(node)
                for option, touch, target, values in self._steps(node):
                    there = made[target].setdefault(values, Node(target, values))
                    node.edges.append((option, touch, there))
            if sum(map(len, made.values())) > limit:
                raise TooManyStates

    def _steps(self, node: Node) -> Iterator[tuple[str, int, str, Values]]:
        if node.question == ADVICE:
            return
        question = self._graph.guide.question[node.question]
        pairs = zip(self._live[question.id], node.values, strict=True)
        here = {facet: value for facet, value in pairs if value is not None}
        for option in question.options:
            scenario = here | option.settles
            route = route_taken(question, option, scenario)
            if route is None or route.go not in self._live:
                continue
            touch = self._bits.option((question.id, option.id))
            touch |= self._certain(question.id, route.go, scenario)
            values = tuple([scenario.get(facet) for facet in self._live[route.go]])
            yield option.id, touch, route.go, values

    def _undecided(self, name: str) -> list[Block]:
        changeable = self._graph.settled_from[name]
        return [b for b in self._bits.blocks if not changeable.isdisjoint(self._reads[b.id])]

    def _facets(self, name: str) -> tuple[str, ...]:
        read = self._graph.read_from[name].union(*(self._reads[b.id] for b in self._pending[name]))
        return tuple(sorted(read & self._graph.settled_before[name]))

    def _at_start(self) -> int:
        order = self._graph.order
        pending = {block.id for block in self._pending[order[0]]} if order else set()
        certain = [b for b in self._bits.blocks if b.id not in pending and applies(b, {})]
        return self._bits.all((block.id for block in certain), ())

    def _certain(self, name: str, target: str, scenario: Scenario) -> int:
        """The blocks of the page that this step decides."""
        edge = (name, target)
        if edge not in self._decided:
            still = {block.id for block in self._pending[target]}
            blocks = [block for block in self._pending[name] if block.id not in still]
            facets = frozenset().union(*(self._reads[block.id] for block in blocks))
            self._decided[edge] = blocks, tuple(facets)
        blocks, reads = self._decided[edge]
        key = (name, target, tuple([scenario.get(facet) for facet in reads]))
        if key not in self._known:
            found = (block.id for block in blocks if applies(block, scenario))
            self._known[key] = self._bits.all(found, ())
        return self._known[key]
