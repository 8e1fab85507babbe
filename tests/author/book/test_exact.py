"""The texts of the book and who gets them are exact; seen against brute force."""

from itertools import product
from math import prod

import pytest
from helpers.small_guides import every_walk, guides
from hypothesis import given

from guide.author.book import texts as texts_module
from guide.author.book.main_pages import main_pages
from guide.author.book.readers import Audience, Readers
from guide.author.book.texts import texts_of
from guide.journey.advice import advise
from guide.journey.code import write_code
from guide.journey.condition_words import condition_words, facet_words
from guide.journey.walk import walk
from guide.model.conditions import applies
from guide.model.schema import UNSET, Block, Guide
from guide.states.condition import Table


def _text(blocks: tuple[Block, ...], scenario: dict[str, str]) -> tuple[str, ...]:
    return tuple(block.id for block in blocks if applies(block, scenario))


def _holds(tables: tuple[Table, ...], scenario: dict[str, str]) -> bool:
    return any(
        all(scenario.get(facet, UNSET) in values for facet, values in table) for table in tables
    )


@given(guides(blocks=True))
def test_the_book_knows_every_text_and_who_gets_it(guide: Guide) -> None:
    scenarios = [dict(walk(guide, answers).scenario) for answers in every_walk(guide)]
    readers = Readers(guide)
    for section in texts_of(readers):
        blocks = guide.blocks.get(section.section.id, ())
        assert section.texts is not None
        texts = {tuple(block.id for block in text.blocks) for text in section.texts}
        assert len(texts) == len(section.texts)
        assert texts == {_text(blocks, scenario) for scenario in scenarios}
        seen = {passage.block.id for passage in section.passages if passage.who}
        assert seen == {block for text in texts for block in text}
        for text in section.texts:
            ids = tuple(block.id for block in text.blocks)
            getting = [scenario for scenario in scenarios if _text(blocks, scenario) == ids]
            assert text.code in {write_code(guide, scenario) for scenario in getting}


@given(guides(blocks=True))
def test_a_condition_holds_for_those_who_see_the_block_and_for_nobody_else(guide: Guide) -> None:
    scenarios = [dict(walk(guide, answers).scenario) for answers in every_walk(guide)]
    readers = Readers(guide)
    for blocks in guide.blocks.values():
        audience = Audience(readers, blocks)
        for block in blocks:
            tables = audience.tables(audience.of(block, audience.all), block) or ()
            for scenario in scenarios:
                assert _holds(tables, scenario) == applies(block, scenario)


def test_the_words_of_a_condition_are_labels(tiny: Guide) -> None:
    sections = texts_of(Readers(tiny))
    words = {passage.block.id: passage.who for some in sections for passage in some.passages}
    flame = tiny.facet["flame"].label
    assert all(words.values())
    assert any(f"{flame}: " in way for who in words.values() for way in who)
    blocks = [block for blocks in tiny.blocks.values() for block in blocks]
    assert any(condition_words(tiny, block) for block in blocks)


def test_values_in_words(shipped: Guide) -> None:
    assert facet_words(shipped, "report", ["draft"]) == "Report: Draft only"
    assert facet_words(shipped, "report", ["type1", "type2", "draft"]) == "Report: settled"
    some = ["type1", "type2", UNSET]
    assert facet_words(shipped, "report", some) == "Report: anything but Draft only"
    assert facet_words(shipped, "report", ["type1", UNSET]) == "Report: Type 1 or not settled"
    three = ["qualified", "adverse", "disclaimer"]
    words = "Opinion: settled, but not Unqualified (clean)"
    assert facet_words(shipped, "opinion", three) == words
    assert facet_words(shipped, "nobody", ["x"]) == "nobody: x"


def test_the_pages_printed_whole_settle_the_spine_and_nothing_else(shipped: Guide) -> None:
    spine = [facet for facet in shipped.facets if facet.kind == "spine"]
    scenarios = [page.advice.scenario for page in main_pages(Readers(shipped))]
    first: dict[tuple[str, ...], dict[str, str]] = {}
    for values in product(*[[value.id for value in facet.values] for facet in spine]):
        scenario = dict(zip([facet.id for facet in spine], values, strict=True))
        page = advise(shipped, scenario)
        first.setdefault(tuple(block.block.id for block in page.blocks()), scenario)
    assert scenarios == [*first.values()]
    assert 1 < len(scenarios) < prod(len(facet.values) for facet in spine)


def test_too_many_combinations_leave_the_authors_own_conditions(
    tiny: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("guide.states.condition.MAX_POINTS", 0)
    for section in texts_of(Readers(tiny)):
        for passage in section.passages:
            assert passage.who in (("",), (condition_words(tiny, passage.block),))


@pytest.mark.parametrize("limit", ["FEW", "LONG"])
def test_a_section_of_too_many_or_too_long_texts_is_printed_by_passages(
    tiny: Guide, limit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(texts_module, limit, 1)
    sections = texts_of(Readers(tiny))
    assert all(section.texts is None for section in sections)
    assert all(passage.who for section in sections for passage in section.passages)
