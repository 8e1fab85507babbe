"""Everything that is proven about one guide, as problems and figures."""

from typing import NamedTuple

import msgspec

from guide.author.check.labels import reader_words
from guide.author.check.letters import check_letters
from guide.author.check.no_effect import report_effects
from guide.author.check.plan_promise import prove_plan
from guide.author.check.promises_report import follows_from, report_promises
from guide.author.check.prove_replies import prove_replies
from guide.author.check.readability import Readability, Spread, check_grades, measure
from guide.author.check.routes import RoutesProof, prove_routes
from guide.author.check.sections import PromiseProof, prove_promise
from guide.author.check.unfinished import check_unfinished
from guide.author.check.unreached import (
    Unsettled,
    report_block,
    report_questions,
    report_resettlings,
    report_routes,
    report_too_large,
    report_values,
    unseen_blocks,
)
from guide.english import listed
from guide.model.codes import Code
from guide.model.problems import Problem
from guide.model.schema import Guide
from guide.reading.collector import Problems
from guide.states.functions import LIMIT as RESULTS
from guide.states.functions import TooLarge
from guide.states.pages import Pages, list_pages
from guide.states.promises import promises
from guide.states.readers import Readers
from guide.states.sweep import LIMIT

_HIDES_EFFECTS = frozenset(
    [
        Code.UNREACHABLE_QUESTION,
        Code.DEAD_ROUTE,
        Code.UNREACHABLE_BLOCK,
        Code.UNSETTLED_VALUE,
        Code.UNREAD_FACET,
        Code.TOO_MUCH_TOGETHER,
    ]
)
"""What nobody reaches or reads has no effect; to report that too would be to say it twice."""


class Figures(msgspec.Struct, frozen=True):
    """How large a guide is, counted exactly."""

    questions: int
    options: int
    states: int
    """A question with the facets that a later route reads."""
    paths: int | None
    """Different ways of answering, from the first question to a page; None where there are too
    many to count."""
    pages: int | None
    """Distinct pages; None where there are too many to list."""
    words: Spread | None
    """Words of a page."""
    grades: Spread | None
    """School grade of a page."""


class Proof(NamedTuple):
    """What was proven."""

    problems: list[Problem]
    figures: Figures | None
    """None where the routes depend on too much together to be followed."""
    readers: Readers


def prove(guide: Guide, limit: int = RESULTS) -> Proof:
    """Prove a guide whose questions, facets and advice were read without a problem.

    What needs no answers, such as its language, is checked in ``check``.

    Args:
        guide: as it was read.
        limit: results that each task may remember; with more, it is too large.

    """
    problems = Problems()
    readers = Readers(guide, limit)
    report_questions(guide, problems)
    try:
        routes = prove_routes(readers)
    except TooLarge:
        report_too_large(guide, problems)
        return Proof(problems.sorted(), None, readers)
    report_routes(readers, routes, problems)
    report_resettlings(guide, routes, problems)
    unsettled = report_values(guide, routes, problems)
    pages = list_pages(readers.graph) if routes.states <= LIMIT else None
    proofs = [prove_promise(readers, promise) for promise in promises(guide)]
    left = _report_blocks(readers, routes, proofs, unsettled, problems)
    report_promises(guide, left, problems)
    check_letters(readers, problems)
    prove_plan(readers, problems)
    if guide.head.at_every_step == "yes":
        check_unfinished(readers, promises(guide), problems)
    prove_replies(readers, problems)
    if _HIDES_EFFECTS.isdisjoint(problem.code for problem in problems.sorted()):
        report_effects(readers, routes, problems)
    measured = measure(pages) if pages else None
    if measured is not None:
        check_grades(guide, measured, problems)
    return Proof(problems.sorted(), _figures(guide, routes, pages, measured), readers)


def _report_blocks(
    readers: Readers,
    routes: RoutesProof,
    proofs: list[PromiseProof],
    unsettled: Unsettled,
    problems: Problems,
) -> list[PromiseProof]:
    """Report the blocks that nobody sees; the proofs that do not merely follow from one."""
    guide = readers.guide
    seen = frozenset().union(*(proof.seen for proof in proofs))
    explained: set[int] = set()
    for block in unseen_blocks(guide, seen, unsettled):
        follow = follows_from(guide, block, proofs)
        follows = ""
        if follow:
            names = listed(dict.fromkeys(promise.name for promise, _ in follow))
            follows = f"; that leaves {names} empty for {reader_words(guide, follow[0][1].answers)}"
        explained |= {id(hole) for _, hole in follow}
        report_block(readers, routes, block, follows, problems)
    return [
        proof._replace(holes=tuple(hole for hole in proof.holes if id(hole) not in explained))
        for proof in proofs
    ]


def _figures(
    guide: Guide, routes: RoutesProof, pages: Pages | None, measured: Readability | None
) -> Figures:
    return Figures(
        questions=len(guide.questions),
        options=sum(len(question.options) for question in guide.questions),
        states=routes.states,
        paths=routes.paths,
        pages=None if pages is None else len(pages),
        words=measured.words if measured else None,
        grades=measured.grades if measured else None,
    )
