"""An unfinished scenario names only what its reader can still meet."""

from helpers import slow_way
from helpers.how_many import tries
from helpers.small_guides import FACETS, VALUES, guides, settles_once
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.journey.still_open import still_open
from guide.model.schema import Guide


@settings(max_examples=tries(80), deadline=None)
@given(
    guide=guides(),
    scenario=st.dictionaries(st.sampled_from(FACETS), st.sampled_from(VALUES), max_size=2),
)
def test_a_facet_is_open_if_some_walk_with_these_values_settles_it(
    guide: Guide, scenario: dict[str, str]
) -> None:
    meant = [
        walk
        for walk in slow_way.walks(guide)
        if all(walk.facets.get(facet) == value for facet, value in scenario.items())
    ]
    spine = {facet.id for facet in guide.facets if facet.kind == "spine"}
    wanted = {
        facet
        for walk in meant
        if settles_once(guide, walk.answers)
        for facet in walk.facets
        if facet in spine and facet not in scenario
    }
    answer = still_open(guide, scenario)
    assert wanted <= answer.keys()
    for facet, question in answer.items():
        assert any(question.id in walk.answers and facet in walk.facets for walk in meant)


def test_a_question_that_an_answer_passes_by_is_not_named(tiny: Guide) -> None:
    assert still_open(tiny, {})["flame"].id == "flame"
    assert "flame" not in still_open(tiny, {"flame": "smoky"})
