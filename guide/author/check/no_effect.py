"""Reports of answers between which there is nothing to choose, and of those only said to be so."""

from collections.abc import Sequence

from guide.author.check.effects import Twin, find_twins
from guide.author.check.routes import RoutesProof
from guide.author.check.unreached import asked
from guide.english import listed
from guide.model.codes import Code
from guide.model.schema import Option, Question
from guide.model.texts import plan_facets
from guide.reading.collector import Problems
from guide.states.functions import TooLarge
from guide.states.readers import Readers


def report_effects(readers: Readers, proof: RoutesProof, problems: Problems) -> None:
    """Questions and options without an effect on any page, and a ``same_as`` that is not true."""
    graph = readers.graph
    if graph.passes != graph.order:  # in a circle futures have no order to be written in
        return
    planned = plan_facets(readers.guide)
    try:
        twins = [twin for twin in find_twins(readers) if not twin.differ_in(planned)]
    except TooLarge:  # no reader is harmed by an answer without effect
        return
    for question in asked(readers.guide, proof):
        alike = [twin for twin in twins if twin.question.id == question.id]
        without_effect = len(alike) == len(question.options) - 1
        if question.record:
            if not without_effect:
                message = f"{question.id!r} is said to be for the record only, but its answers can "
                message += "lead to different pages; remove record, or mend what differs"
                problems.add(Code.NOT_THE_SAME, question.at, message)
            continue
        if without_effect:
            message = f"no answer to {question.id!r} ever changes a page; remove the question, or "
            message += "write record: true if it is asked for the record only"
            problems.add(Code.NO_EFFECT, question.at, message)
            continue
        _report_twins(question, alike, problems)


def _report_twins(question: Question, twins: Sequence[Twin], problems: Problems) -> None:
    like = {twin.second.id: twin.first.id for twin in twins}
    alike: dict[str, list[Option]] = {}
    for option in question.options:
        first = like.get(option.id, option.id)
        if option.same_as:
            if first != like.get(option.same_as, option.same_as):
                message = f"{option.id!r} says same_as: {option.same_as}, "
                message += "but can lead to another page; remove same_as, or mend what differs"
                problems.add(Code.NOT_THE_SAME, option.at, message)
        else:
            alike.setdefault(first, []).append(option)
    for silent in alike.values():
        _report_alike(silent, problems)


def _report_alike(options: Sequence[Option], problems: Problems) -> None:
    """Options that do the same without saying so, all in one line; a single one needs no word."""
    first, *others = options
    if not others:
        return
    names = [repr(option.id) for option in others]
    if len(names) > 3:
        names[2:] = [f"{len(names) - 2} others"]
    does, is_meant = ("does", "it is") if len(others) == 1 else ("do", "they are")
    message = f"{listed(names)} always {does} the same as {first.id!r}; "
    message += f"if {is_meant} meant to, write same_as: {first.id}"
    problems.add(Code.SAME_EFFECT, others[0].at, message)
