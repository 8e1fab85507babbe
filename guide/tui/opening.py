"""``guide open CODE``: the journey that a scenario code describes."""

from dataclasses import replace

from guide.journey.code import CodeError, locate, read_pairs, split_code
from guide.journey.journey import Journey
from guide.model.schema import Guide
from guide.reading.shelf import Shelf


def open_code(shelf: Shelf, code: str) -> tuple[Journey | None, str]:
    """The journey, or why there is none, in one line."""
    try:
        return journey_of(shelf, code), ""
    except CodeError as error:
        return None, f"Not opened: {error}."


def journey_of(shelf: Shelf, code: str) -> Journey:
    """The journey that a code describes; one that is not finished rests until it is answered.

    Raises:
        CodeError: if the code can't be used, or its guide is not on the shelf.

    """
    guide_id, pairs = split_code(code)
    guide = _guide(shelf, guide_id)
    located = locate(guide, read_pairs(guide, pairs))
    opened = Journey(guide, located.answers)
    return opened if opened.walked.finished else replace(opened, resting=True)


def _guide(shelf: Shelf, guide_id: str) -> Guide:
    guides = shelf.guides
    if guide_id in guides:
        return guides[guide_id]
    if not guide_id and len(guides) == 1:
        return next(iter(guides.values()))
    for one in shelf.faulty:
        if one.name == guide_id:
            message = f"{guide_id} has problems and can't be opened; see 'guide check {one.folder}'"
            raise CodeError(message)
    names = ", ".join(guides) or "none"
    message = f"name one of the guides on the shelf: {names}"
    raise CodeError(message)
