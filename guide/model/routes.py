"""Where an option leads."""

from guide.model.conditions import applies
from guide.model.schema import ADVICE, Guide, Option, Question, Route, Scenario


def next_question(
    guide: Guide, question: Question, option: Option, scenario: Scenario
) -> Question | None:
    """The question that this answer leads to, or None for the advice."""
    for route in routes(question, option):
        if applies(route, scenario):
            return None if route.go == ADVICE else guide.question.get(route.go)
    return None


def routes(question: Question, option: Option) -> tuple[Route, ...]:
    """The routes that decide where an option leads: its own, or the question's."""
    return option.then or question.then


def reachable(guide: Guide, start: Question) -> set[str]:
    """Ids of the questions that may come from here on, whatever the conditions say."""
    reached: set[str] = set()
    waiting = [start.id]
    while waiting:
        question = guide.question.get(waiting.pop())
        if question is None or question.id in reached:
            continue
        reached.add(question.id)
        for option in question.options:
            waiting += [route.go for route in routes(question, option)]
    return reached
