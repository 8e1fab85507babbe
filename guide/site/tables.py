"""A guide as the tables that the script of its website reads.

Every text is HTML already, written by the one writer of pages, unless the script has to put it
together; what is not there is left out.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from guide.document.body import parts
from guide.document.writers.html import passage
from guide.english import sentence
from guide.journey.evidence import judgement_letter
from guide.journey.labels import own_facet
from guide.journey.matching import EMPTY_WORDS
from guide.journey.verified import checked_line, verified_line
from guide.model.glance import Term
from guide.model.renames import names
from guide.model.schema import (
    Block,
    Facet,
    Guide,
    Option,
    Question,
    Route,
    Section,
)
from guide.sales.asked import FILLERS
from guide.site.judgments import elsewhere
from guide.site.reply_tables import reply_tables
from guide.site.rows import columns, conditions, grounds, without_nothing

Judged = Mapping[tuple[str, str], str]
"""Title and words of a judgment -> its mark."""


def tables(guide: Guide) -> dict[str, Any]:
    """Everything that the script needs to know of a guide."""
    head, judged = guide.head, elsewhere(guide).judgements
    return without_nothing(
        {
            "id": guide.id,
            "title": guide.title,
            "kind": head.kind,
            "about": head.about,
            "checked": {
                "day": head.verified.isoformat(),
                "foot": checked_line(guide, None).removesuffix("."),
                "line": verified_line(guide, None).removesuffix("."),
                "days": head.review_after_days,
            },
            "start": head.start,
            "facets": [_facet(facet) for facet in guide.facets],
            "questions": [_question(guide, question) for question in guide.questions],
            "sections": [_section(section) for section in guide.sections],
            "blocks": columns([*_blocks(guide, judged)]),
            "judgment": judgement_letter(guide.fact),
            "replies": guide.replies and reply_tables(guide.replies, judged),
        }
    ) | {
        "terms": [_term(term) for term in guide.terms],
        "tones": [[tone.id, tone.label, tone.colour] for tone in head.tones],
        "synonyms": [*head.synonyms],
        "renamed": _renamed(guide),
        "empty": " ".join(sorted(EMPTY_WORDS)),
        "fillers": " ".join(sorted(FILLERS)),
    }


def _facet(facet: Facet) -> list[Any]:
    return [facet.id, facet.label, facet.kind, [[value.id, value.label] for value in facet.values]]


def _question(guide: Guide, question: Question) -> dict[str, Any]:
    facet = own_facet(guide, question)
    return without_nothing(
        {
            "id": question.id,
            "text": question.text,
            "why": question.why,
            "look": question.look,
            "facet": facet.id if facet else "",
            "then": _routes(question.then),
            "options": [_option(option) for option in question.options],
        }
    )


def _option(option: Option) -> dict[str, Any]:
    return without_nothing(
        {
            "id": option.id,
            "label": option.label,
            "hint": option.hint,
            "settles": [*option.settles.items()],
            "then": _routes(option.then),
            "skip": option.skip,
            "same": bool(option.same_as),
        }
    )


def _routes(routes: Iterable[Route]) -> list[dict[str, Any]]:
    return [{"go": route.go, **conditions(route)} for route in routes]


def _section(section: Section) -> dict[str, Any]:
    return without_nothing(
        {
            "id": section.id,
            "title": section.title,
            "notices": section.holds_notices,
        }
    )


def _blocks(guide: Guide, judged: Judged) -> Iterator[dict[str, Any]]:
    opening = guide.replies.opening if guide.replies else None
    part = opening.part.text if opening and opening.part else None
    for section in guide.sections:
        spoken = opening is not None and opening.section.text == section.id
        for block in guide.blocks.get(section.id, ()):
            mark = judged.get((section.title, block.judgement), "")
            says = _block(block, mark, spoken=spoken and part in (None, block.part))
            yield {"in": section.id, **says}


def _block(block: Block, mark: str, *, spoken: bool) -> dict[str, Any]:
    return without_nothing(
        {
            **conditions(block),
            "tone": block.tone,
            "script": spoken,
            "html": passage(parts(block.body)),
            **grounds(block.rests_on, mark),
        }
    )


def _term(term: Term) -> dict[str, Any]:
    return without_nothing(
        {
            "id": term.id,
            "term": term.term,
            "also": [*term.also],
            "says": sentence(term.says),
            "unlike": term.confused_with and sentence(term.confused_with),
        }
    )


def _renamed(guide: Guide) -> dict[str, Any]:
    """Old names of facets and values, so that old codes open."""
    known = names(guide)
    return {
        "facets": [*known.facets.items()],
        "values": [[facet, old, new] for (facet, old), new in known.values.items()],
    }
