"""Some sections of a page, for whoever takes only those along."""

from collections.abc import Iterable

from guide.english import listed
from guide.journey.advice import Advice
from guide.journey.code import write_code
from guide.model.problems import did_you_mean
from guide.user_error import UserError


class NoSectionError(UserError):
    """A section that the page does not have; the message is one line with the way out."""


def only(advice: Advice, names: Iterable[str]) -> Advice:
    """The page with the sections of these ids or titles only, in the page's own order.

    Raises:
        NoSectionError: if the guide, or this page of it, has no such section.

    """
    wanted = {_id_of(advice, name) for name in names}
    return advice._replace(sections=tuple(s for s in advice.sections if s.section.id in wanted))


def part_line(part: Advice) -> str:
    """What a page is a part of, so that nobody takes it for the whole."""
    titles = listed([section.section.title for section in part.sections])
    code = write_code(part.guide, part.scenario)
    return f"This is a part of the page: {titles}. All of it: guide advise {code}"


def _id_of(advice: Advice, name: str) -> str:
    sections = {section.id: section.title for section in advice.guide.sections}
    word = name.strip().casefold()
    section_id = next((i for i, title in sections.items() if word in (i, title.casefold())), None)
    if section_id is None:
        message = f"no section {name[:80]!r} in {advice.guide.id}{did_you_mean(word, sections)}"
        raise NoSectionError(message)
    if not any(part.section.id == section_id for part in advice.sections):
        message = f"this page has no section {sections[section_id]!r}"
        raise NoSectionError(message)
    return section_id
