"""What becomes of readers from each question on, worked out from the last question to the first.

For each question a function of what is settled when it is asked: the number of ways to a page,
the fewest answers to a goal, the page as it depends on later answers. A facet plays a part only
while something ahead reads it, whatever the routes; so each costs what it must, and no more.
"""

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from guide.model.routes import routes
from guide.model.schema import ADVICE, Option, Question
from guide.states.functions import NO, YES, Function, Functions
from guide.states.graph import Graph

Ahead: TypeAlias = dict[str, Function]
"""Question id, or the advice -> what is known from there on."""
Combine: TypeAlias = Callable[[str, Sequence[Function]], Function]
"""What is known at a question from what is known after each of its options."""


class Onward:
    """Works backward through the questions of a guide.

    Args:
        graph: the questions.
        functions: over all facets of the guide.
        nowhere: what is known of a reader whom no route leads on.

    """

    def __init__(self, graph: Graph, functions: Functions, nowhere: Function) -> None:
        self._graph = graph
        self._functions = functions
        self._nowhere = nowhere

    def run(self, ahead: Ahead, combine: Combine) -> None:
        """Fill in what is known at each question that is not known yet."""
        known = set(ahead)
        for name in reversed(self._graph.passes):
            if name not in known:
                ahead[name] = self.at(name, combine(name, self.after(name, ahead)))

    def at(self, name: str, function: Function) -> Function:
        """The same, knowing that nobody who comes here has settled what is settled later."""
        return self._functions.settled_only(function, self._graph.settled_before[name])

    def after(self, name: str, ahead: Mapping[str, Function]) -> list[Function]:
        """What is known after each option of a question, as a function of what was settled."""
        question = self._graph.guide.question[name]
        shared: Function | None = None
        result = []
        for option in question.options:
            if option.then:
                led = self._led(question, option, ahead)
            elif shared is None:
                led = shared = self._led(question, option, ahead)
            else:
                led = shared
            result.append(self._functions.settle(led, option.settles))
        return result

    def _led(self, question: Question, option: Option, ahead: Mapping[str, Function]) -> Function:
        led = self._nowhere
        for route in reversed(routes(question, option)):
            there = ahead.get(route.go, self._nowhere)
            led = self._functions.choose(self._functions.condition(route), there, led)
        return led


def count_ways(graph: Graph, functions: Functions) -> int:
    """The exact number of ways of answering, from the first question to a page."""
    if not graph.order:
        return 0
    ahead: Ahead = {ADVICE: YES}
    onward = Onward(graph, functions, NO)
    onward.run(ahead, lambda _, after: functions.merge(sum, tuple(after)))
    return functions.at(ahead[graph.order[0]], {})
