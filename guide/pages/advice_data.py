"""The page of advice for programs. It stands apart: JSON needs no block, 9 ms."""

from guide.journey.advice import Advice, AdviceSection
from guide.journey.facts import source_words
from guide.model.basic import Grounded
from guide.model.schema import Fact, Guide


def guide_data(guide: Guide) -> dict[str, object]:
    """Which state of which guide a page is of."""
    return {
        "guide": guide.id,
        "verified": guide.head.verified.isoformat(),
        "content_hash": guide.content_hash,
    }


def grounds_data(thing: Grounded) -> dict[str, object]:
    """What something rests on."""
    return {"rests_on": thing.rests_on, "judgement": thing.judgement or None}


def data(advice: Advice) -> dict[str, object]:
    """The page for programs: a contract. Keys and their order do not change."""
    guide = advice.guide
    return {
        **guide_data(guide),
        "scenario": advice.scenario,
        "open": advice.open,
        "sections": [_section_data(section) for section in advice.sections],
        "facts": {fact.id: fact_data(guide, fact) for fact in advice.facts()},
    }


def _section_data(section: AdviceSection) -> dict[str, object]:
    return {
        "id": section.section.id,
        "title": section.section.title,
        "blocks": [
            {
                "id": passage.block.id,
                "body": passage.block.body,
                "because": passage.because,
                **grounds_data(passage.block),
            }
            for passage in section.blocks
        ],
    }


def fact_data(guide: Guide, fact: Fact) -> dict[str, object]:
    """What a page rests on, for programs."""
    return {
        "says": fact.says,
        "source": source_words(guide, fact),
        "verified": fact.verified.isoformat() if fact.verified else None,
    }
