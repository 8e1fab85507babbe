"""Conditions, texts and groups are exact; seen against brute force."""

from itertools import product

import pytest
from helpers.small_guides import every_walk, guides
from hypothesis import given
from hypothesis import strategies as st

from guide.author.book import plan as plan_module
from guide.author.book.examples import without_needless
from guide.author.book.groups import group, ranges
from guide.author.book.main_pages import spine_answers
from guide.author.book.plan import Plan
from guide.author.book.texts import texts_of
from guide.journey.advice import advise
from guide.journey.condition_words import condition_words, facet_words
from guide.journey.walk import walk
from guide.model.conditions import applies
from guide.model.schema import UNSET, Guide
from guide.states.graph import Graph
from guide.states.grid import Grid, Table

FACETS = ("f", "g", "h")
SCENARIOS = st.lists(
    st.dictionaries(st.sampled_from(FACETS), st.sampled_from("abc")),
    min_size=1,
    max_size=24,
    unique_by=lambda one: tuple(sorted(one.items())),
)


def _holds(tables: tuple[Table, ...], scenario: dict[str, str]) -> bool:
    return any(
        all(scenario.get(facet, UNSET) in values for facet, values in table.items())
        for table in tables
    )


@given(SCENARIOS, st.data())
def test_a_condition_is_exact_and_no_part_of_it_needless(
    scenarios: list[dict[str, str]], data: st.DataObject
) -> None:
    flags = data.draw(st.lists(st.booleans(), min_size=len(scenarios), max_size=len(scenarios)))
    inside = sum(1 << n for n, flag in enumerate(flags) if flag)
    tables = Grid(FACETS, scenarios).condition(inside)
    assert [_holds(tables, scenario) for scenario in scenarios] == flags
    for number, table in enumerate(tables):
        others = tables[:number] + tables[number + 1 :]
        assert [_holds(others, scenario) for scenario in scenarios] != flags
        for facet in table:
            shorter = {name: values for name, values in table.items() if name != facet}
            assert [_holds((*others, shorter), scenario) for scenario in scenarios] != flags


@given(st.sets(st.tuples(*[st.integers(1, 4)] * 3), min_size=1))
def test_groups_hold_every_page_once_and_no_other(pages: set[tuple[int, ...]]) -> None:
    groups = group(pages)
    every = [page for one in groups for page in product(*one.choices)]
    assert sorted(every) == sorted(pages)
    assert sum(one.pages for one in groups) == len(pages)


def test_numbers_in_a_row_are_one_range() -> None:
    assert ranges((1, 2, 3, 5, 7, 8)) == [(1, 3), (5, 5), (7, 8)]


def _texts(guide: Guide, scenario: dict[str, str]) -> list[tuple[str, ...]]:
    return [
        tuple(b.id for b in guide.blocks.get(s.id, ()) if applies(b, scenario))
        for s in guide.sections
    ]


@given(guides(blocks=True))
def test_the_book_knows_every_text_and_every_page(guide: Guide) -> None:
    found = [tuple(_texts(guide, walk(guide, a).scenario)) for a in every_walk(guide)]
    plan = Plan(guide)
    for place, section in enumerate(plan.sections):
        assert section.texts is not None
        texts = {tuple(block.id for block in text.blocks) for text in section.texts}
        assert texts == {page[place] for page in found}
        seen = {one.block.id for one in section.passages if one.who}
        assert seen == {block for text in texts for block in text}
        for text in section.texts:
            mine = _texts(guide, walk(guide, text.answers).scenario)[place]
            assert mine == tuple(block.id for block in text.blocks)
    pages = [tuple(b.id for b in page.blocks) for page in plan.each]
    assert sorted(pages) == sorted({sum(page, ()) for page in found})
    grouped = {n for one, _ in plan.groups for n in product(*one.choices)}
    assert grouped == {plan.numbers(page.blocks) for page in plan.each}
    for one, answers in plan.groups:
        page = plan.numbers(plan.each[_place(plan, answers)].blocks)
        assert page in set(product(*one.choices))


def _place(plan: Plan, answers: dict[str, str]) -> int:
    shown = advise(plan.guide, walk(plan.guide, answers).scenario)
    ids = [one.block.id for one in shown.blocks()]
    return [[b.id for b in page.blocks] for page in plan.each].index(ids)


def test_the_words_of_a_condition_are_labels(tiny: Guide) -> None:
    words = {one.block.id: one.who for section in texts_of(Graph(tiny)) for one in section.passages}
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
    said = "Opinion: settled, but not Unqualified (clean)"
    assert facet_words(shipped, "opinion", three) == said
    assert facet_words(shipped, "nobody", ["x"]) == "nobody: x"


def test_the_pages_printed_whole_are_those_of_the_spine(shipped: Guide) -> None:
    spine = [facet for facet in shipped.facets if facet.kind == "spine"]
    scenarios = [walk(shipped, answers).scenario for answers in spine_answers(Graph(shipped))]
    assert len(scenarios) == 64
    assert all([*scenario] == [facet.id for facet in spine] for scenario in scenarios)


def test_an_example_skips_what_does_not_matter(shipped: Guide) -> None:
    answers = {
        "opinion": "qualified",
        "nature": "admin",
        "auditor": "healthy",
        "report": "type2",
        "deal": "active",
        "months": "3",
    }
    scenario = walk(shipped, answers).scenario
    text = tuple(b for b in shipped.blocks["verdict"] if applies(b, scenario))
    plain = without_needless(shipped, answers, text)
    assert walk(shipped, plain).finished
    assert (plain["deal"], plain["months"]) == ("skip", "skip")
    assert text == tuple(
        b for b in shipped.blocks["verdict"] if applies(b, walk(shipped, plain).scenario)
    )


def test_too_many_states_leave_the_authors_own_conditions(
    tiny: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("guide.author.book.texts.LIMIT", 0)
    sections = texts_of(Graph(tiny))
    assert all(section.texts is None and section.composed for section in sections)
    assert all(one.who for section in sections for one in section.passages)
    monkeypatch.setattr(plan_module, "SMALL", 0)
    assert Plan(tiny).groups == []
