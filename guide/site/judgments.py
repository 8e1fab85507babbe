"""The editors' judgments of a guide, which a website lists once, in the file of its sources."""

from collections.abc import Iterator

from guide.journey.evidence import judgement_letter
from guide.model.schema import Guide
from guide.pages.advice import Elsewhere
from guide.pages.replies import TITLE
from guide.sales.ready import judgement_behind

SOURCES = "sources.html"
"""The file that lists all a guide rests on."""


def elsewhere(guide: Guide, up: str = "") -> Elsewhere:
    """Where the pages of a site have what they rest on."""
    letter = judgement_letter(guide.fact)
    each_once = dict.fromkeys(pair for pair in _judgements(guide) if pair[1])
    marks = {pair: f"{letter}{number}" for number, pair in enumerate(each_once, 1)}
    return Elsewhere(f"{up}{SOURCES}", marks)


def _judgements(guide: Guide) -> Iterator[tuple[str, str]]:
    for section in guide.sections:
        for block in guide.blocks.get(section.id, ()):
            yield section.title, block.judgement
    for part in guide.glance.sections if guide.glance else ():
        for thing in (*part.blocks, *(part.table.rows if part.table else ())):
            yield guide.glance.title if guide.glance else "", thing.judgement
    for reply in guide.replies.replies if guide.replies else ():
        for answer in reply.answers:
            yield TITLE, judgement_behind(reply, answer)
