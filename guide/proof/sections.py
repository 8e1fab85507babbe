"""What each section promises, proven for every scenario a reader can reach."""

from typing import NamedTuple

from guide.conditions import applies, tests
from guide.model.schema import ADVICE, Block, Section
from guide.proof.graph import Graph
from guide.proof.sweep import Move, State, Sweep

NONE = ""
"""The tag of a state in which no block of the section is certain yet."""
SEVERAL = "*"
"""The tag of a state in which the promise of one block is already broken."""


class Clash(NamedTuple):
    """Two blocks of a section that promises one, and the shortest answers that show both."""

    first: Block
    second: Block
    answers: dict[str, str]


class SectionProof(NamedTuple):
    """What the pass over one section found."""

    section: Section
    seen: dict[str, dict[str, str]]
    """Block id -> the shortest answers after which it is certain. The others no reader sees."""
    empty: dict[str, str] | None
    """The shortest answers that leave a promised section without a block, or None."""
    clashes: tuple[Clash, ...]
    states: int


def prove_section(graph: Graph, section: Section) -> SectionProof:
    """Follow one section through the guide, once.

    A block is decided at the first question after which none of its facets can change, and
    its facets are forgotten there: the states tell apart only what is still to be decided.
    """
    return _Pass(graph, section).run()


class _Pass:
    def __init__(self, graph: Graph, section: Section) -> None:
        self.graph = graph
        self.section = section
        self.blocks = graph.guide.blocks.get(section.id, ())
        self.reads = {b.id: frozenset(test.facet for test in tests(b)) for b in self.blocks}
        self.by_id = {block.id: block for block in self.blocks}
        self.seen: dict[str, State[str]] = {}
        self.seen_by: dict[str, Move[str]] = {}
        self.clashes: dict[tuple[str, str], Move[str]] = {}
        self.pending = {name: self._pending(name) for name in (*graph.order, ADVICE)}

    def run(self) -> SectionProof:
        always = [b for b in self.blocks if b not in self._pending_at_start()]
        tag = NONE
        for block in always:
            if applies(block, {}):
                tag = self._count(tag, block)
        sweep = Sweep(self.graph, self._live, tag, self._retag)
        certain = [b.id for b in always if applies(b, {})]
        ends = sweep.ends()
        empty = min((e for e in ends if e.tag == NONE), key=lambda e: e.steps, default=None)
        promised = self.section.holds != "any"
        return SectionProof(
            section=self.section,
            seen={i: {} for i in certain if ends} | {i: _after(m) for i, m in self.seen_by.items()},
            empty=empty.answers() if empty and promised else None,
            clashes=self._clashes(certain) if self.section.holds == "one" else (),
            states=sum(len(states) for states in sweep.states.values()),
        )

    def _clashes(self, certain: list[str]) -> tuple[Clash, ...]:
        found = [
            Clash(self.by_id[first], self.by_id[second], _after(move))
            for (first, second), move in self.clashes.items()
        ]
        if len(certain) > 1:
            found.append(Clash(self.by_id[certain[0]], self.by_id[certain[1]], {}))
        return tuple(found)

    def _pending(self, name: str) -> tuple[Block, ...]:
        changeable = self.graph.settled_from[name]
        return tuple(b for b in self.blocks if not changeable.isdisjoint(self.reads[b.id]))

    def _pending_at_start(self) -> tuple[Block, ...]:
        return self.pending[self.graph.order[0]] if self.graph.order else ()

    def _live(self, name: str) -> frozenset[str]:
        return frozenset().union(*(self.reads[block.id] for block in self.pending[name]))

    def _retag(self, move: Move[str]) -> str:
        still = self.pending[move.route.go]
        before = self.pending[move.question.id]
        tag = move.state.tag
        if len(still) == len(before):
            return tag
        ids = {block.id for block in still}
        for block in before:
            if block.id not in ids and applies(block, move.scenario):
                self._see(block.id, move)
                tag = self._count(tag, block, move)
        return tag

    def _see(self, block: str, move: Move[str]) -> None:
        known = self.seen_by.get(block)
        if known is None or move.state.steps < known.state.steps:
            self.seen_by[block] = move

    def _count(self, tag: str, block: Block, move: Move[str] | None = None) -> str:
        """The tag after one more block is certain; only a promise of one keeps which."""
        if self.section.holds == "any":
            return NONE
        if self.section.holds == "some":
            return SEVERAL
        if tag == NONE:
            return block.id
        if tag != SEVERAL and move is not None:
            known = self.clashes.get((tag, block.id))
            if known is None or move.state.steps < known.state.steps:
                self.clashes[tag, block.id] = move
        return SEVERAL


def _after(move: Move[str]) -> dict[str, str]:
    return move.state.answers() | {move.question.id: move.option.id}
