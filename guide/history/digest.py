"""How a page read when it was walked: its verdict, and a short digest of each section.

Kept with the walk as one line of JSON, about 30 bytes a section, so that the line about an older
walk can name what reads differently today. Sections are told apart by id.
"""

import hashlib
from typing import NamedTuple

import msgspec

from guide.cleaning import clean_line
from guide.journey.advice import Advice, AdviceSection

_DIGITS = 10
"""Of a digest: two versions of a section that read the same by chance are one in 10^12."""


class PageDigest(NamedTuple):
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
    sentences = []
    if before.verdict != now.verdict:
        sentences.append(
            f"The verdict was {before.verdict or 'missing'}, is now {now.verdict or 'missing'}."
        )
    titles = {section.id: section.title for section in advice.guide.sections}
    differing = [
        titles.get(section, section)
        for section in dict.fromkeys((*titles, *before.sections, *now.sections))
        if before.sections.get(section) != now.sections.get(section)
    ]
    if differing:
        sentences.append(f"These parts of the page read differently: {', '.join(differing)}.")
    return sentences


def is_known(was: str) -> bool:
    """Whether it was written down how a page read."""
    return _read(was) is not None


def _page(advice: Advice) -> PageDigest:
    tone = advice.tone
    sections = {part.section.id: _digest(part) for part in advice.sections}
    return PageDigest(clean_line(tone.label) if tone else "", sections)


def _digest(part: AdviceSection) -> str:
    text = "\0".join(" ".join(on_page.block.body.split()) for on_page in part.blocks)
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]


def _read(was: str) -> PageDigest | None:
    if not was:
        return None
    try:
        return PageDigest(*_DECODER.decode(was))
    except msgspec.MsgspecError:
        return None
