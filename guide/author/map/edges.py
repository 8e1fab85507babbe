"""The ways from question to question: options that share a way are merged."""

from collections.abc import Callable, Iterator
from typing import NamedTuple, TypeAlias

from guide.author.map.chart import Answer, Edge
from guide.model.conditions import Conditional, applies
from guide.model.routes import routes
from guide.model.schema import ADVICE, Guide, Option, Question, Route
from guide.states.graph import Graph, all_routes

Taken = set[tuple[str, str, int]]
"""Question, option, and which of its routes some reader takes."""


Words: TypeAlias = Callable[[Guide, Conditional], str]
"""Puts a route's condition in words; empty: always."""


class _Draft(NamedTuple):
    """One option on one way, before options are merged."""

    target: str
    condition: str
    before: tuple[str, ...]
    """The conditions that are asked first; ways merge only if these are the same."""
    taken: bool
    answer: Answer


def edges_from(graph: Graph, question: Question, taken: Taken, words: Words) -> list[Edge]:
    """The ways onwards from a question, in the order of its options."""
    merged: dict[tuple[str, str, tuple[str, ...], bool], list[Answer]] = {}
    for draft in _drafts(graph, question, taken, words):
        merged.setdefault(draft[:4], []).append(draft.answer)
    edges = [
        Edge(question.id, target, tuple(answers), _in_words(condition, before), is_taken)
        for (target, condition, before, is_taken), answers in merged.items()
    ]
    order = [option.id for option in question.options]
    return sorted(edges, key=lambda e: (order.index(e.answers[0].option), e.answers[0].route))


def _drafts(graph: Graph, question: Question, taken: Taken, words: Words) -> Iterator[_Draft]:
    drawn: set[int] = set()
    for option in question.options:
        for draft, route in _ways(graph, question, option, taken, words):
            drawn.add(id(route))
            yield draft
    for route in all_routes(question):  # what no option can take is shown all the same
        if id(route) not in drawn and _leads_somewhere(graph.guide, route):
            yield from _untaken(graph.guide, question, route, words)


def _ways(
    graph: Graph, question: Question, option: Option, taken: Taken, words: Words
) -> Iterator[tuple[_Draft, Route]]:
    """The routes that this option may take; what its own settling decides needs no condition."""
    everything = frozenset(facet.id for facet in graph.guide.facets)
    unknown = graph.settled_before.get(question.id, everything) - option.settles.keys()
    before: tuple[str, ...] = ()
    for number, route in enumerate(routes(question, option)):
        verdict = applies(route, option.settles, unknown)
        if verdict is False or not _leads_somewhere(graph.guide, route):
            continue
        condition = "" if verdict else words(graph.guide, route)
        answer = Answer(option.id, option.label, number)
        is_taken = (question.id, option.id, number) in taken
        yield _Draft(route.go, condition, before, is_taken, answer), route
        if verdict:
            return
        before = (*before, condition)


def _untaken(guide: Guide, question: Question, route: Route, words: Words) -> Iterator[_Draft]:
    for option in question.options:
        before: tuple[str, ...] = ()
        for number, choice in enumerate(routes(question, option)):
            if choice is route:
                answer = Answer(option.id, option.label, number)
                yield _Draft(route.go, words(guide, route), before, taken=False, answer=answer)
            before = (*before, words(guide, choice))


def _leads_somewhere(guide: Guide, route: Route) -> bool:
    return route.go in guide.question or route.go == ADVICE


def _in_words(condition: str, before: tuple[str, ...]) -> str:
    if condition:
        return f"otherwise, if {condition}" if before else f"if {condition}"
    return "otherwise" if before else ""
