"""Scenario codes: one readable, shell-safe string for a guide and the answers given.

``failed-audit:opinion=qualified,nature=admin,auditor=healthy``
"""

from typing import NamedTuple

from guide.journey.still_open import still_open
from guide.journey.walk import in_order
from guide.model.problems import did_you_mean
from guide.model.renames import names
from guide.model.schema import UNSET, Guide, Scenario
from guide.states.shortest import Goal, shortest_answers
from guide.user_error import UserError

MAX_LENGTH = 4000
"""Characters; a code this long is a mistake, not a scenario."""


class CodeError(UserError):
    """A code that can't be used; the message is one line with the way out."""


class Located(NamedTuple):
    """A scenario and where it stands on the way through the guide."""

    scenario: dict[str, str]
    answers: dict[str, str]
    """Answers that settle exactly this scenario."""
    open: tuple[str, ...]
    """Spine facets still to be settled, in order; empty when the page is complete."""


def write_code(guide: Guide, scenario: Scenario) -> str:
    """The code of a scenario, facets in the guide's order."""
    pairs = ",".join(f"{facet}={value}" for facet, value in in_order(guide, scenario).items())
    return f"{guide.id}:{pairs}" if pairs else guide.id


def code_pairs(code: str) -> dict[str, str]:
    """The facets and values in a code that was written by us, known today or not."""
    pairs = (pair.partition("=") for pair in code.partition(":")[2].split(",") if pair)
    return {facet: value for facet, _, value in pairs}


def split_code(code: str) -> tuple[str, str]:
    """A code's guide id (empty if it has none) and its pairs, as written.

    Spaces and line breaks count for nothing: a code copied off a page may have been folded.
    """
    code = "".join(code.split())
    if len(code) > MAX_LENGTH:
        message = f"that code has {len(code):,} characters; a code is one short line"
        raise CodeError(message)
    guide_id, colon, pairs = code.partition(":")
    if colon:
        return guide_id, pairs
    return ("", code) if "=" in code else (code, "")


def read_pairs(guide: Guide, pairs: str) -> dict[str, str]:
    """The scenario in ``facet=value,facet=value``; names from before a rename are understood.

    Raises:
        CodeError: for an unknown facet or value, with the nearest one that is known.

    """
    known = names(guide)
    scenario: dict[str, str] = {}
    for pair in filter(None, (pair.strip() for pair in pairs.split(","))):
        name, equals, value = (part.strip() for part in pair.partition("="))
        if not equals:
            meant = " or ".join(meant_by(guide, pair))
            hint = f"did you mean {meant}?" if meant else "write facet=value, separated by commas"
            message = f"{_shown(pair)} has no '='; {hint}"
            raise CodeError(message)
        name, value = known.facet(name), known.value(name, value)
        facet = guide.facet.get(name)
        if facet is None:
            hint = did_you_mean(name, guide.facet) or "; 'guide list --facets' shows them all"
            message = f"no facet {_shown(name)} in {guide.id}{hint}"
            raise CodeError(message)
        if value != UNSET and facet.value(value) is None:
            hint = did_you_mean(value, [value.id for value in facet.values])
            message = f"{name} has no value {_shown(value)}{hint}"
            raise CodeError(message)
        if scenario.get(name, value) != value:
            message = f"{name} is given twice, as {scenario[name]} and {value}; keep one"
            raise CodeError(message)
        scenario[name] = value
    return in_order(guide, {name: value for name, value in scenario.items() if value != UNSET})


def meant_by(guide: Guide, word: str) -> list[str]:
    """The pairs whose value somebody may have meant who left out the facet."""
    word = word.casefold()
    return [
        f"{facet.id}={value.id}"
        for facet in guide.facets
        for value in facet.values
        if value.id.casefold() == word
    ]


def locate(guide: Guide, scenario: Scenario) -> Located:
    """The answers that settle this scenario, and what is still open.

    Raises:
        CodeError: if no way through the guide settles these values together.

    """
    exact = {facet.id: frozenset([scenario.get(facet.id, UNSET)]) for facet in guide.facets}
    answers = shortest_answers(guide, Goal(exact))
    if answers is not None:
        return Located(in_order(guide, scenario), answers, ())
    some = {facet: frozenset([value]) for facet, value in scenario.items()}
    answers = shortest_answers(guide, Goal(some))
    if answers is None:
        given = ", ".join(f"{facet}={value}" for facet, value in scenario.items())
        message = f"no reader of {guide.id} can have {given} together; change one of them"
        raise CodeError(message)
    kept = _only_settling(guide, answers, scenario)
    return Located(in_order(guide, scenario), kept, tuple(still_open(guide, scenario)))


def _only_settling(guide: Guide, answers: Scenario, scenario: Scenario) -> dict[str, str]:
    """The answers that settle something asked for; the rest was invented to get there."""
    kept = {}
    for question, choice in answers.items():
        option = guide.question[question].option(choice)
        settles = option.settles if option else {}
        if settles and all(scenario.get(f) == v for f, v in settles.items()):
            kept[question] = choice
    return kept


def _shown(text: str) -> str:
    """What a person typed, safe to repeat on a terminal."""
    return ascii(text[:60])
