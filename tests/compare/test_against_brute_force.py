"""Compare and what-if say what composing every page says, over all pairs of spine scenarios."""

import itertools

import pytest

from guide.advice import advise
from guide.compare.difference import compare
from guide.compare.neighbours import verdict_rank, what_if
from guide.model.schema import Guide
from guide.scenario import locate
from guide.walk import skip_ahead, walk


def spine(guide: Guide) -> list[dict[str, str]]:
    """Every scenario of the spine, without follow-ups."""
    facets = [facet for facet in guide.facets if facet.kind == "spine"]
    values = ([value.id for value in facet.values] for facet in facets)
    names = [facet.id for facet in facets]
    return [dict(zip(names, chosen, strict=True)) for chosen in itertools.product(*values)]


def shown(guide: Guide, scenario: dict[str, str]) -> dict[str, list[str]]:
    page = advise(guide, scenario)
    return {one.section.id: [b.block.id for b in one.blocks] for one in page.sections}


def test_every_pair_of_spine_scenarios_differs_where_its_pages_differ(shipped: Guide) -> None:
    scenarios = spine(shipped)
    assert len(scenarios) == 64
    pages = [shown(shipped, scenario) for scenario in scenarios]
    for (one, first), (other, second) in itertools.product(
        zip(scenarios, pages, strict=True), repeat=2
    ):
        result = compare(shipped, (one, other))
        for row in result.rows:
            here, there = first.get(row.section.id, []), second.get(row.section.id, [])
            assert row.same == (here == there)
            alone = {only.block.id: only.on_first for only in row.differences[0].only}
            assert alone == {
                **{block: True for block in here if block not in there},
                **{block: False for block in there if block not in here},
            }
        assert {row.section.id for row in result.rows} == first.keys() | second.keys()


def test_differing_sections_come_first_and_equal_ones_keep_their_order(shipped: Guide) -> None:
    one = {"opinion": "qualified", "nature": "admin", "auditor": "healthy"}
    rows = compare(shipped, (one, one | {"auditor": "scope"})).rows
    same = [row.same for row in rows]
    assert same == sorted(same)
    order = [section.id for section in shipped.sections]
    for part in ([r for r in rows if r.same], [r for r in rows if not r.same]):
        places = [order.index(row.section.id) for row in part]
        assert places == sorted(places)


@pytest.mark.parametrize("extra", [{}, {"deal": "active", "report": "type1"}, {"months": "12"}])
def test_what_if_is_what_each_neighbours_own_page_says(
    shipped: Guide, extra: dict[str, str]
) -> None:
    tones = [tone.id for tone in shipped.head.tones]
    for scenario in spine(shipped)[::5]:
        answers = locate(shipped, scenario | extra).answers
        found = what_if(shipped, answers)
        here = shown(shipped, dict(found.page.scenario))
        ranks = []
        for neighbour in found.neighbours:
            other = answers | {neighbour.step.question.id: neighbour.option.id}
            changed = walk(shipped, skip_ahead(shipped, other))
            assert neighbour.walked.scenario == changed.scenario
            if not changed.finished:
                assert neighbour.page is None
                continue
            there = shown(shipped, changed.scenario)
            assert {section.id for section, _ in neighbour.changes} == {
                name for name in here.keys() | there.keys() if here.get(name) != there.get(name)
            }
            tone = advise(shipped, changed.scenario).tone
            assert neighbour.rank == (tones.index(tone.id) if tone else None)
            ranks.append(neighbour.rank)
        now = verdict_rank(found.page)
        assert now is not None
        best, worst = min(r for r in ranks if r is not None), max(r for r in ranks if r is not None)
        assert (found.helps_most.rank if found.helps_most else now) == min(best, now)
        assert (found.hurts_most.rank if found.hurts_most else now) == max(worst, now)


def test_optional_questions_that_another_answer_brings_up_are_skipped(tiny: Guide) -> None:
    found = what_if(tiny, {"flame": "steady", "glass": "cracked"})
    assert found.helps_most is not None
    assert found.helps_most.answers == {"flame": "steady", "glass": "whole", "wind": "skip"}
    assert found.hurts_most is None


def test_a_question_without_effect_here_is_named(tiny: Guide) -> None:
    found = what_if(tiny, {"flame": "unsure", "soot": "no", "glass": "cracked"})
    assert [step.question.id for step in found.without_effect] == ["flame"]
    assert [one.option.id for one in found.neighbours if one.page is None] == []
