"""Reports of answers between which there is nothing to choose, and of those only said to be so."""

from collections.abc import Sequence

from guide.author.check.effects import Twin, find_twins
from guide.author.check.routes import RoutesProof
from guide.author.check.unreached import asked
from guide.model.codes import Code
from guide.model.schema import Question
from guide.model.texts import plan_facets
from guide.reading.collector import Problems
from guide.states.functions import TooLarge
from guide.states.readers import Readers


def report_effects(readers: Readers, proof: RoutesProof, problems: Problems) -> None:
    """Questions and options without an effect on any page, and a ``same_as`` that is not true."""
    planned = plan_facets(readers.guide)
    try:
        twins = [twin for twin in find_twins(readers) if not twin.differ_in(planned)]
    except TooLarge:  # no reader is harmed by an answer without effect
        return
    for question in asked(readers.guide, proof):
        mine = [twin for twin in twins if twin.question.id == question.id]
        if len(mine) == len(question.options) - 1:
            message = f"no answer to {question.id!r} ever changes a page; remove the question"
            problems.add(Code.NO_EFFECT, question.at, message)
            continue
        _report_twins(question, mine, problems)


def _report_twins(question: Question, twins: Sequence[Twin], problems: Problems) -> None:
    like = {twin.second.id: twin.first.id for twin in twins}
    for option in question.options:
        first = like.get(option.id)
        if option.same_as:
            if (first or option.id) != like.get(option.same_as, option.same_as):
                message = f"{option.id!r} says same_as: {option.same_as}, "
                message += "but can lead to another page; remove same_as, or mend what differs"
                problems.add(Code.NOT_THE_SAME, option.at, message)
        elif first is not None:
            message = f"{option.id!r} always does the same as {first!r}; "
            message += f"if it is meant to, write same_as: {first}"
            problems.add(Code.SAME_EFFECT, option.at, message)
