"""The map as a tree for one reader: where they are, the way they came, what lies elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from guide.author.map.chart import UNREACHED, UNTAKEN, Edge, Map, Node
from guide.author.map.way import way_over
from guide.journey.journey import Journey
from guide.journey.labels import SKIPPED
from guide.model.routes import reachable
from guide.model.schema import ADVICE
from guide.tui.styles import MARK, QUIET, STRONG
from guide.tui.widgets.outline import Branch, Twig

if TYPE_CHECKING:
    from guide.tui.typeset import Run

HERE = "◆"
BEHIND = "✓"
NOWHERE = "✕"


@dataclass(frozen=True)
class Outline:
    """A map and a reader's way over it."""

    chart: Map
    journey: Journey

    @property
    def current(self) -> str:
        """The question on the screen, or ``advice``."""
        question = self.journey.question
        return question.id if question is not None else ADVICE

    def branches(self) -> list[Branch]:
        """Each question with its answers and what they lead to: the reader's way first."""
        taken = set(way_over(self.chart, self.journey.walked))
        branches = [self._branch(node, taken) for node in self.chart.nodes]
        return sorted(branches, key=lambda branch: not branch.open)

    def _branch(self, node: Node, taken: set[Edge]) -> Branch:
        ways = tuple(self._way(edge, own_way=edge in taken) for edge in self.chart.leaving[node.id])
        answer = self._answer(node.id)
        sign = HERE if node.id == self.current else BEHIND if answer else ""
        runs: list[Run] = [(f"{node.number:>2} ", QUIET)] if node.number else []
        runs += [(f"{sign} ", MARK)] if sign else []
        runs.append((node.text, STRONG if sign else QUIET))
        runs += [(f"  {answer}", MARK)] if answer else []
        if not node.reached:
            runs.append((f"  {NOWHERE} {UNREACHED.lower()}", QUIET))
        return Branch(Twig(node.id, tuple(runs)), node.number, ways, bool(sign))

    def _answer(self, question_id: str) -> str:
        for step in self.journey.walked.trail:
            if step.question.id == question_id:
                return SKIPPED if step.option.skip else step.option.label
        return ""

    def _way(self, edge: Edge, *, own_way: bool) -> Twig:
        target = self.chart.node[edge.target]
        goes = f"→ {target.number}" if target.number else "→ the advice"
        options = self.journey.guide.question[edge.source].options
        every = len(edge.labels) == len(options) > 1
        words = "any answer" if every else " / ".join(edge.labels)
        words = f"  {f'{edge.condition}: ' * bool(edge.condition)}{words}"
        if own_way:
            runs: tuple[Run, ...] = ((f"{BEHIND} {goes}", MARK), (words, STRONG))
        elif not edge.taken and self.chart.node[edge.source].reached:
            runs = ((f"{NOWHERE} {goes} ({UNTAKEN}){words}", QUIET),)
        else:
            runs = ((goes, QUIET), (words, ""))
        return Twig(edge.target, runs, way=True)

    def refusal(self, node_id: str) -> str:
        """Why the reader can't go to a question now, politely; empty if they can."""
        following = self.journey.walked.next
        goal = following.id if following is not None else ADVICE
        if node_id in (self.current, goal) or self._answer(node_id):
            return ""
        if not self.chart.node[node_id].reached:
            return f"{UNREACHED}, whatever the answers."
        if node_id == ADVICE:
            return "The advice comes at the end, after the questions still open."
        if following is not None and node_id in reachable(self.journey.guide, following):
            return "This question comes later, if your answers lead there."
        return "Your answers do not lead there. Another answer before it might."
