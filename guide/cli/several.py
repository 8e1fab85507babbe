"""Several scenario codes of one guide, as a command was given them."""

from typing import TYPE_CHECKING

from guide.cli.say import Stop
from guide.cli.session import Session, Spot

if TYPE_CHECKING:
    from guide.journey.advice import Advice
    from guide.journey.walk import Walk
    from guide.model.schema import Guide


def spots(session: Session, codes: tuple[str, ...]) -> "list[Spot]":
    """Where each code stands.

    A code that names no guide is of the guide that another one names.

    Raises:
        Stop: if a code can't be used or names no answer, two are of different guides, or two are
            the same scenario.

    """
    from guide.journey.code import write_code

    found = [session.spot(code) for code in _of_one_guide(codes)]
    first = found[0].guide
    for spot in found[1:]:
        if spot.guide is not first:
            message = (
                f"{first.id} and {spot.guide.id} are different guides; name scenarios of one guide"
            )
            raise Stop(message)
    for spot in found:
        if not spot.located.scenario:
            message = f"{first.id} alone names no answer; add one, such as {_example(first)}"
            raise Stop(message)
    written = [write_code(spot.guide, spot.located.scenario) for spot in found]
    for code in written:
        if written.count(code) > 1:
            message = f"{code} is there twice; name another scenario to see what differs"
            raise Stop(message)
    return found


def _of_one_guide(codes: tuple[str, ...]) -> list[str]:
    """The codes, each with the guide that the first of them names."""
    named = next((code.partition(":")[0] for code in codes if ":" in code), "")
    bare = [":" not in code and "=" in code for code in codes]
    return [f"{named}:{code}" if b and named else code for code, b in zip(codes, bare, strict=True)]


def _example(guide: "Guide") -> str:
    facet = guide.facets[0]
    return f"{guide.id}:{facet.id}={facet.values[0].id}"


def pages(session: Session, codes: tuple[str, ...]) -> "tuple[Advice, ...]":
    """The page of each code; of an unfinished one, what is certain.

    Raises:
        Stop: as ``spots`` does.

    """
    from guide.journey.advice import advise

    found = spots(session, codes)
    return tuple(advise(s.guide, s.located.scenario, s.located.open) for s in found)


def finished(spot: "Spot") -> "tuple[Advice, Walk]":
    """The page of a spot and the answers that lead to it.

    Raises:
        Stop: if questions are open.

    """
    from guide.english import listed
    from guide.journey.advice import advise
    from guide.journey.code import write_code
    from guide.journey.walk import walk

    guide, located = spot.guide, spot.located
    now = walk(guide, located.answers)
    if located.open or not now.finished:
        open_ = [facet.label for facet in guide.facets if facet.id in located.open]
        what = f": {listed(open_)}" if open_ else ""
        code = write_code(guide, located.scenario)
        message = f"questions are still open{what}; finish with 'guide ask {code}' first"
        raise Stop(message)
    return advise(guide, now.scenario), now
