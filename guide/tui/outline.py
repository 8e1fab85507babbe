"""The map as an outline for one reader: where they are, the way they came, what lies elsewhere."""

from dataclasses import dataclass

from guide.author.map.chart import UNREACHED, UNTAKEN, Edge, Map, Node
from guide.author.map.way import way_over
from guide.journey.journey import Journey
from guide.journey.labels import SKIPPED
from guide.model.routes import reachable
from guide.model.schema import ADVICE
from guide.tui.styles import MARK, QUIET, STRONG
from guide.tui.typeset import Run
from guide.tui.widgets.choices import Choice
from guide.tui.widgets.outline import Entry

HERE = "◆ you are here"
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

    @property
    def place(self) -> int:
        """The place of the current question in the list."""
        ids = [node.id for node in self.chart.nodes]
        return ids.index(self.current) if self.current in ids else 0

    def choices(self) -> list[Choice]:
        """Each question with its answers and what they lead to, the advice last."""
        taken = set(way_over(self.chart, self.journey.walked))
        return [self._choice(node, taken) for node in self.chart.nodes]

    def _choice(self, node: Node, taken: set[Edge]) -> Entry:
        details: list[tuple[Run, ...]] = []
        if answer := self._answer(node.id):
            details.append(((f"Your answer: {answer}", STRONG),))
        details += [self._way(edge, own_way=edge in taken) for edge in self.chart.leaving[node.id]]
        states = node.states_words if node.reached else ""
        return Entry(node.text, tuple(details), note=self._note(node), states=states)

    def _note(self, node: Node) -> str:
        if node.id == self.current:
            return HERE
        return "" if node.reached else f"{NOWHERE} {UNREACHED.lower()}"

    def _answer(self, question_id: str) -> str:
        for step in self.journey.walked.trail:
            if step.question.id == question_id:
                return SKIPPED if step.option.skip else step.option.label
        return ""

    def _way(self, edge: Edge, *, own_way: bool) -> tuple[Run, ...]:
        number = self.chart.node[edge.target].number
        goes = f"then {number}" if number else "then the advice"
        words = f"{' / '.join(edge.labels)}: {f'{edge.condition}, ' * bool(edge.condition)}{goes}"
        if own_way:
            return ((f"{BEHIND} ", MARK), (f"{words} (your way)", ""))
        if not edge.taken and self.chart.node[edge.source].reached:
            words = f"{NOWHERE} {words} ({UNTAKEN})"
        return ((words, QUIET),)

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
