"""What a map is made of. Whoever draws one needs nothing else."""

from functools import cached_property
from typing import NamedTuple

import msgspec

from guide.english import plural

UNREACHED = "No reader comes here"
UNTAKEN = "no reader takes this"
THE_END = "The advice"


class Answer(NamedTuple):
    """An option that can lead along an edge."""

    option: str
    label: str
    route: int
    """Which of the routes that decide for this option leads along the edge, from 0."""


class Edge(NamedTuple):
    """One way from a question onwards: all options that share it, under one condition."""

    source: str
    target: str
    """A question's id, or ``advice``."""
    answers: tuple[Answer, ...]
    condition: str
    """In words, such as ``if Report: Draft only`` or ``otherwise``; empty: always."""
    taken: bool
    """Whether any reader goes this way."""

    @property
    def labels(self) -> tuple[str, ...]:
        """The options in words."""
        return tuple(answer.label for answer in self.answers)


class Node(NamedTuple):
    """A question, or the advice at the end."""

    id: str
    number: int
    """Counts from 1, so that every way that readers take leads to a later one; 0: the advice."""
    text: str
    states: int
    """How many different situations readers come here in, as far as a later route asks."""

    @property
    def reached(self) -> bool:
        """Whether any reader comes here."""
        return self.states > 0

    @property
    def name(self) -> str:
        """Number and text: ``8. What are the exceptions like?``."""
        return f"{self.number}. {self.text}" if self.number else self.text

    @property
    def states_words(self) -> str:
        """The number of states, or that nobody comes here; the advice asks nothing and has none."""
        if not self.reached:
            return UNREACHED
        if not self.number:
            return ""
        return f"{self.states:,} state{'s' * (self.states != 1)}"


class Map(msgspec.Struct, frozen=True, dict=True):
    """The questions of a guide, and every way from one to another."""

    guide: str
    title: str
    start: str
    nodes: tuple[Node, ...]
    """In the order of their numbers, the advice last."""
    edges: tuple[Edge, ...]
    """By the number of their source, then in the order of its options."""
    states: int
    paths: int
    """The exact number of ways of answering."""

    @cached_property
    def node(self) -> dict[str, Node]:
        """Id -> node."""
        return {node.id: node for node in self.nodes}

    @cached_property
    def leaving(self) -> dict[str, tuple[Edge, ...]]:
        """Id of a node -> the ways onwards, in the order of the options."""
        return self._by([edge.source for edge in self.edges])

    @cached_property
    def coming(self) -> dict[str, tuple[Edge, ...]]:
        """Id of a node -> the ways that lead to it."""
        return self._by([edge.target for edge in self.edges])

    def _by(self, ends: list[str]) -> dict[str, tuple[Edge, ...]]:
        """The edges by the node at one of their ends."""
        edges: dict[str, list[Edge]] = {node.id: [] for node in self.nodes}
        for end, edge in zip(ends, self.edges, strict=True):
            edges[end].append(edge)
        return {node: tuple(some) for node, some in edges.items()}

    @property
    def asked(self) -> str:
        """How many questions there are."""
        return plural(sum(1 for node in self.nodes if node.number), "question")

    def summary(self) -> str:
        """How large the guide is, in one line."""
        ways = f"{self.paths:,} way{'s' * (self.paths != 1)} through"
        return f"{self.asked}, {self.states:,} state{'s' * (self.states != 1)}, {ways}"


STATES_EXPLAINED = (
    "A state is a situation in which readers come to a question; situations that no later route "
    "tells apart are counted as one."
)


def bulleted(labels: tuple[str, ...]) -> list[str]:
    """The options on one way, told apart from each other and from the condition below them."""
    return [f"\N{BULLET} {label}" for label in labels] if len(labels) > 1 else list(labels)
