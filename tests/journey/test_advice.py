"""A page is what holds for a scenario, and every block can say why it is there."""

from guide.journey.advice import advise
from guide.model.schema import Guide


def shown(guide: Guide, scenario: dict[str, str], open_facets: tuple[str, ...] = ()) -> list[str]:
    page = advise(guide, scenario, open_facets)
    return [one.block.id for one in page.blocks()]


def test_a_page_holds_the_blocks_whose_condition_holds_in_order(tiny: Guide) -> None:
    scenario = {"flame": "smoky", "glass": "whole", "soot": "thick"}
    assert shown(tiny, scenario) == ["verdict-smoky", "notice-soot", "steps-always"]


def test_unless_takes_a_block_away(tiny: Guide) -> None:
    storm = {"glass": "whole", "wind": "storm"}
    assert "notice-storm" in shown(tiny, storm | {"flame": "smoky"})
    assert "notice-storm" not in shown(tiny, storm | {"flame": "steady"})


def test_a_block_names_the_answers_that_brought_it(tiny: Guide) -> None:
    page = advise(tiny, {"flame": "smoky", "glass": "whole"})
    because = {one.block.id: one.because for one in page.blocks()}
    assert because == {
        "verdict-smoky": {"flame": "smoky", "glass": "whole"},
        "steps-always": {},
    }


def test_a_corrected_fact_is_never_without_its_correction(tiny: Guide) -> None:
    page = advise(tiny, {"flame": "steady", "glass": "cracked"})
    assert [fact.id for fact in page.facts()] == ["F2", "C1"]


def test_the_verdict_gives_the_page_its_tone(tiny: Guide) -> None:
    tone = advise(tiny, {"flame": "steady", "glass": "cracked"}).tone
    assert tone is not None
    assert tone.label == "Do not light it"


def test_with_open_facets_only_what_is_certain_is_shown(tiny: Guide) -> None:
    assert shown(tiny, {"glass": "cracked"}, ("flame",)) == [
        "verdict-cracked",
        "steps-always",
        "steps-cracked",
    ]
    assert shown(tiny, {"flame": "smoky"}, ("glass",)) == ["steps-always"]


def test_a_section_without_a_block_is_left_out(tiny: Guide) -> None:
    page = advise(tiny, {"flame": "steady", "glass": "whole"})
    assert [one.section.id for one in page.sections] == ["verdict", "steps"]
