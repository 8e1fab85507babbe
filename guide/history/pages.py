"""How a page read when it was walked: its verdict, and a short digest of each section.

Kept with the walk as one line of JSON, about 30 bytes a section, so that the line about an older
walk can name what reads differently today. Sections are told apart by id.
"""

import hashlib
from typing import NamedTuple

import msgspec

from guide.cleaning import clean_line
from guide.journey.advice import Advice, ShownSection

_DIGITS = 10
"""Of a digest: two versions of a section that read the same by chance are one in 10^12."""


class Page(NamedTuple):
    """What is kept of a page."""

    verdict: str
    """The label of its verdict; empty if it has none."""
    sections: dict[str, str]
    """Section id -> digest."""


_DECODER = msgspec.json.Decoder(tuple[str, dict[str, str]])


def page_of(advice: Advice) -> str:
    """A page as it is kept."""
    return msgspec.json.encode(tuple(_page(advice))).decode()


def changes(was: str, advice: Advice) -> list[str]:
    """What reads differently today, in sentences; nothing where nobody wrote down how it was."""
    before = _read(was)
    if before is None:
        return []
    now = _page(advice)
    said = []
    if before.verdict != now.verdict:
        said.append(
            f"The verdict was {before.verdict or 'missing'}, is now {now.verdict or 'missing'}."
        )
    titles = {one.id: one.title for one in advice.guide.sections}
    differing = [
        titles.get(section, section)
        for section in dict.fromkeys((*titles, *before.sections, *now.sections))
        if before.sections.get(section) != now.sections.get(section)
    ]
    if differing:
        said.append(f"These parts of the page read differently: {', '.join(differing)}.")
    return said


def is_known(was: str) -> bool:
    """Whether it was written down how a page read."""
    return _read(was) is not None


def _page(advice: Advice) -> Page:
    tone = advice.tone
    sections = {one.section.id: _digest(one) for one in advice.sections}
    return Page(clean_line(tone.label) if tone else "", sections)


def _digest(shown: ShownSection) -> str:
    text = "\0".join(" ".join(one.block.body.split()) for one in shown.blocks)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def _read(was: str) -> Page | None:
    if not was:
        return None
    try:
        return Page(*_DECODER.decode(was))
    except msgspec.MsgspecError:
        return None
