"""Reports of what no reader comes to: questions, routes, facet values, blocks; each with why.

What follows from another report is not reported: a question behind a route that nobody takes, a
value that only an unasked question settles, a section that is empty since its block is unseen.
"""

from guide.author.check.labels import reader_words
from guide.author.check.reasons import why_not_taken, why_unseen
from guide.author.check.routes import DeadRoute, RoutesProof
from guide.model.codes import Code
from guide.model.conditions import reads
from guide.model.routes import reachable
from guide.model.schema import UNSET, Block, Facet, Guide, Question
from guide.model.texts import read_facets
from guide.reading.collector import Problems
from guide.states.graph import all_routes
from guide.states.readers import Readers

Unsettled = frozenset[tuple[str, str]]
"""(facet, value) pairs that no reader settles."""


def report_questions(guide: Guide, problems: Problems) -> None:
    """Questions to which no route leads. Behind an untaken route, the route is to blame."""
    led_to = {route.go for question in guide.questions for route in all_routes(question)}
    start = guide.question.get(guide.head.start)
    reached = reachable(guide, start) if start else set()
    lost = [question for question in guide.questions if question.id not in reached]
    for question in sorted(lost, key=lambda question: question.id in led_to):
        if question.id not in reached:  # else behind one that is reported, or in a circle with it
            reached |= reachable(guide, question)
            message = f"no reader is asked {question.id!r}: no route leads to it"
            message += " from the first question" if question.id in led_to else ""
            problems.add(Code.UNREACHABLE_QUESTION, question.at, message)


def report_routes(readers: Readers, proof: RoutesProof, problems: Problems) -> None:
    """Routes that nobody who is asked the question takes, or that none of its options has."""
    for question in asked(readers.guide, proof):
        if question.then and all(option.then for option in question.options):
            message = f"no reader takes this route to {question.then[0].go!r}: every option of "
            message += f"{question.id!r} has a 'then' of its own; remove one or the other"
            problems.add(Code.DEAD_ROUTE, question.then[0].at, message)
    for dead in proof.dead_routes:
        if _below_one_that_always_holds(dead):  # a problem of its own (G403)
            continue
        why = why_not_taken(readers, proof, dead)
        message = f"no reader takes this route to {dead.route.go!r}: {why}"
        problems.add(Code.DEAD_ROUTE, dead.route.at, message)


def _below_one_that_always_holds(dead: DeadRoute) -> bool:
    lists = [dead.question.then, *(option.then for option in dead.question.options)]
    return any(
        route is dead.route
        and any(not above.when and not above.unless for above in written[:place])
        for written in lists
        for place, route in enumerate(written)
    )


def report_too_large(guide: Guide, problems: Problems) -> None:
    """Routes that depend on too much together to be followed, at the one that reads most."""
    every = [route for question in guide.questions for route in all_routes(question)]
    widest = max(every, key=lambda route: len(reads(route)))
    message = "the routes depend on too many facets together for anything to be proven: this one "
    message += f"reads {len(reads(widest))}; ask together what routes read together, or let one "
    message += "answer settle it"
    problems.add(Code.TOO_MUCH_TOGETHER, widest.at, message)


def report_resettlings(guide: Guide, proof: RoutesProof, problems: Problems) -> None:
    """Options that settle a facet anew."""
    for again in proof.resettlings:
        message = f"{again.option.id!r} settles {again.facet} anew for who settled "
        message += f"{again.facet}={again.before}"
        if again.answers is not None:
            message += f": {reader_words(guide, again.answers)}"
        problems.add(Code.SETTLED_TWICE, again.option.at, message)


def report_values(guide: Guide, proof: RoutesProof, problems: Problems) -> Unsettled:
    """Values that nobody gets, and facets that nobody reads; gives back the former."""
    read = read_facets(guide)
    unsettled = set()
    for facet in guide.facets:
        missing = [v for v in facet.values if (facet.id, v.id) not in proof.settled]
        unsettled |= {(facet.id, value.id) for value in missing}
        offered = _offered(guide, facet) if missing else set()
        lost = [value for value in missing if value.id not in offered]
        if lost and len(lost) == len(facet.values):
            message = f"no answer settles {facet.id!r}; let an option settle it, or remove it"
            problems.add(Code.UNSETTLED_VALUE, facet.at, message)
        else:
            for value in lost:
                message = f"no answer settles {facet.id}={value.id}; add an option, or remove it"
                problems.add(Code.UNSETTLED_VALUE, value.at, message)
        if facet.id not in read and any(name == facet.id for name, _ in proof.settled):
            message = f"{facet.id!r} is settled, but no route, block or plan reads it"
            problems.add(Code.UNREAD_FACET, facet.at, message)
    return frozenset(unsettled)


def _offered(guide: Guide, facet: Facet) -> set[str]:
    """The values that some option would settle, if only somebody came to it."""
    options = [option for question in guide.questions for option in question.options]
    return {option.settles[facet.id] for option in options if facet.id in option.settles}


def unseen_blocks(guide: Guide, seen: frozenset[str], unsettled: Unsettled) -> list[Block]:
    """The blocks that no reader sees, less those that wait for a value reported already."""
    return [
        block
        for section in guide.sections
        for block in guide.blocks.get(section.id, ())
        if block.id not in seen and not _waits_for(block, unsettled)
    ]


def report_block(
    readers: Readers, proof: RoutesProof, block: Block, follows: str, problems: Problems
) -> None:
    """A block that no reader sees, and what follows from that."""
    message = f"no reader sees {block.id!r}: {why_unseen(readers, proof, block)}{follows}"
    problems.add(Code.UNREACHABLE_BLOCK, block.at, message)


def _waits_for(block: Block, unsettled: Unsettled) -> bool:
    """Whether the block's only fault is a value that nobody settles, reported already."""
    tables = block.when.any_of if block.when else ()
    return bool(tables) and all(
        any(
            UNSET not in test.values and unsettled >= {(test.facet, v) for v in test.values}
            for test in table
        )
        for table in tables
    )


def asked(guide: Guide, proof: RoutesProof) -> list[Question]:
    """The questions that some reader is asked."""
    return [question for question in guide.questions if question.id in proof.questions]
