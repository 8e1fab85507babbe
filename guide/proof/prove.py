"""Everything that is proven about one guide, as problems and figures."""

import statistics
from typing import NamedTuple

import msgspec

from guide.model.codes import Code
from guide.model.problems import Problem, Problems
from guide.model.schema import UNSET, Block, Guide, Question, Route
from guide.model.texts import plan_facets, read_facets
from guide.proof.effect import find_twins
from guide.proof.graph import Graph, all_routes
from guide.proof.pages import Pages, list_pages
from guide.proof.reach import DeadRoute, Reach, prove_reach
from guide.proof.reasons import why_unseen, words
from guide.proof.sections import SectionProof, prove_section
from guide.proof.text import check_pages, count_words
from guide.scenario import write_code
from guide.walk import walk


class Figures(msgspec.Struct, frozen=True):
    """How large a guide is, counted exactly."""

    questions: int
    options: int
    states: int
    """A question with the facets that a later route reads."""
    paths: int
    """Different ways of answering, from the first question to an advice."""
    pages: int | None
    """Distinct pages; None where there are too many to list."""
    words: tuple[int, int, int] | None
    """Words of a page: least, median, most."""


class Proof(NamedTuple):
    """What was proven."""

    problems: list[Problem]
    figures: Figures
    pages: Pages | None


def prove(guide: Guide) -> Proof:
    """Prove a guide whose questions, facets and advice were read without a problem.

    What needs no answers, such as its language, is checked in ``check``.
    """
    problems = Problems()
    graph = Graph(guide)
    reach = prove_reach(graph)
    _report_questions(guide, reach, problems)
    _report_routes(reach, problems)
    _report_resettlings(guide, reach, problems)
    unsettled = _report_values(guide, reach, problems)
    sections = [prove_section(graph, section) for section in guide.sections]
    seen = frozenset(block for section in sections for block in section.seen)
    for section in sections:
        _report_section(guide, section, problems)
    _report_blocks(graph, reach, seen, unsettled, problems)
    if not problems:  # what nobody reaches has no effect; that is its own problem
        _report_effects(graph, reach, problems)
    pages = list_pages(graph)
    if pages is not None:
        check_pages(guide, pages, problems)
    return Proof(problems.sorted(), _figures(guide, reach, pages), pages)


def _figures(guide: Guide, reach: Reach, pages: Pages | None) -> Figures:
    return Figures(
        questions=len(guide.questions),
        options=sum(len(question.options) for question in guide.questions),
        states=reach.states,
        paths=reach.paths,
        pages=None if pages is None else len(pages),
        words=_words(pages) if pages else None,
    )


def _words(pages: Pages) -> tuple[int, int, int]:
    counts = pages.sums([count_words(block) for block in pages.blocks])
    every = sorted(counts.elements())
    return every[0], int(statistics.median(every)), every[-1]


def _report_questions(guide: Guide, reach: Reach, problems: Problems) -> None:
    for question in guide.questions:
        if question.id not in reach.questions:
            message = (
                f"no reader is asked {question.id!r}: {_why_not_asked(guide, reach, question)}"
            )
            problems.add(Code.UNREACHABLE_QUESTION, question.at, message)


def _why_not_asked(guide: Guide, reach: Reach, question: Question) -> str:
    leading = [
        (other, route)
        for other in guide.questions
        for route in all_routes(other)
        if route.go == question.id
    ]
    if not leading:
        return "no route leads to it"
    for other, route in leading:
        if other.id in reach.questions:
            return f"the route to it at {_place(route)} is never taken"
    other, route = leading[0]
    return f"the route to it at {_place(route)} starts at {other.id!r}, which nobody is asked"


def _report_routes(reach: Reach, problems: Problems) -> None:
    for dead in reach.dead_routes:
        message = f"no reader takes this route to {dead.route.go!r}: {_why_dead(reach, dead)}"
        problems.add(Code.DEAD_ROUTE, dead.route.at, message)


def _report_resettlings(guide: Guide, reach: Reach, problems: Problems) -> None:
    for found in reach.resettlings:
        shown = _shown(guide, found.answers)
        message = f"{found.option.id!r} settles {found.facet} anew for who settled "
        message += f"{found.facet}={found.before}: {shown}"
        problems.add(Code.SETTLED_TWICE, found.option.at, message)


def _why_dead(reach: Reach, dead: DeadRoute) -> str:
    if dead.shadows:
        places = ", ".join(_place(route) for route in dead.shadows)
        return f"it is shadowed by {places}"
    tables = dead.route.when.any_of if dead.route.when else ()
    for test in (test for table in tables for test in table):
        pairs = {(test.facet, value) for value in test.values}
        if UNSET not in test.values and pairs.isdisjoint(reach.settled):
            return f"no answer settles {words(test)}"
    wanted = " or ".join(" and ".join(words(test) for test in table) for table in tables)
    return f"nobody who is asked {dead.question.id!r} has {wanted}"


def _place(thing: Route | Block) -> str:
    return f"{thing.at.file}:{thing.at.line}"


def _report_values(guide: Guide, reach: Reach, problems: Problems) -> set[tuple[str, str]]:
    """Report values that nobody gets and facets that nobody reads; give back the former."""
    read = read_facets(guide)
    unsettled = set()
    for facet in guide.facets:
        for value in facet.values:
            if (facet.id, value.id) not in reach.settled:
                unsettled.add((facet.id, value.id))
                message = f"no answer settles {facet.id}={value.id}; add an option, or remove it"
                problems.add(Code.UNSETTLED_VALUE, value.at, message)
        if facet.id not in read and any(name == facet.id for name, _ in reach.settled):
            message = f"{facet.id!r} is settled, but no route, block or plan reads it"
            problems.add(Code.UNREAD_FACET, facet.at, message)
    return unsettled


def _report_section(guide: Guide, proof: SectionProof, problems: Problems) -> None:
    section = proof.section
    if proof.empty is not None:
        shown = _shown(guide, proof.empty)
        message = f"section {section.id!r} promises {section.holds} block and has none for {shown}"
        problems.add(Code.EMPTY_SECTION, section.at, message)
    for clash in proof.clashes:
        shown = _shown(guide, clash.answers)
        first, second = sorted([clash.first, clash.second], key=lambda block: block.at)
        message = f"{second.id!r} and {first.id!r} ({_place(first)}) both stand "
        message += f"in {section.id!r}, which promises one block, for {shown}"
        problems.add(Code.SEVERAL_BLOCKS, second.at, message)


def _shown(guide: Guide, answers: dict[str, str]) -> str:
    """Answers as a scenario code and in words."""
    where = walk(guide, answers)
    said = " > ".join(step.option.label for step in where.trail)
    return f"{write_code(guide, where.scenario)} ({said})"


def _report_blocks(
    graph: Graph,
    reach: Reach,
    seen: frozenset[str],
    unsettled: set[tuple[str, str]],
    problems: Problems,
) -> None:
    for section in graph.guide.sections:
        for block in graph.guide.blocks.get(section.id, ()):
            if block.id not in seen and not _waits_for(block, unsettled):
                message = f"no reader sees {block.id!r}: {why_unseen(graph, reach, block)}"
                problems.add(Code.UNREACHABLE_BLOCK, block.at, message)


def _waits_for(block: Block, unsettled: set[tuple[str, str]]) -> bool:
    """Whether the block's only fault is a value that nobody settles, reported already."""
    tables = block.when.any_of if block.when else ()
    return bool(tables) and all(
        any(unsettled >= {(test.facet, value) for value in test.values} for test in table)
        for table in tables
    )


def _report_effects(graph: Graph, reach: Reach, problems: Problems) -> None:
    planned = plan_facets(graph.guide)
    twins = [twin for twin in find_twins(graph, reach.questions) if not twin.differ_in(planned)]
    for question in graph.guide.questions:
        mine = [twin for twin in twins if twin.question.id == question.id]
        if question.id in reach.questions and len(mine) == len(question.options) - 1:
            message = f"no answer to {question.id!r} ever changes a page; remove the question"
            problems.add(Code.NO_EFFECT, question.at, message)
            continue
        for twin in mine:
            if twin.second.same_as != twin.first.id:
                message = f"{twin.second.id!r} always does the same as {twin.first.id!r}; "
                message += f"if it is meant to, write same_as: {twin.first.id}"
                problems.add(Code.SAME_EFFECT, twin.second.at, message)
