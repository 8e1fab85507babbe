"""JSON is a contract: keys, their order, and what stands where nothing is known."""

import json

from helpers.advice_pages import written

from guide.model.schema import Guide


def test_the_keys_and_their_order_are_those_of_the_contract(tiny: Guide) -> None:
    found = json.loads(written(tiny, "flame=smoky,glass=whole,wind=storm", "json"))
    page = ["guide", "verified", "content_hash", "scenario", "open", "sections", "facts"]
    assert [*found] == page
    for section in found["sections"]:
        assert [*section] == ["id", "title", "blocks"]
        for block in section["blocks"]:
            assert [*block] == ["id", "body", "because", "rests_on", "judgement"]
    for fact in found["facts"].values():
        assert [*fact] == ["says", "source", "verified"]


def test_the_values_are_those_of_the_guide(tiny: Guide) -> None:
    found = json.loads(written(tiny, "flame=steady,glass=cracked", "json"))
    assert found["guide"] == "tiny"
    assert found["verified"] == "2026-01-15"
    assert found["content_hash"] == tiny.content_hash
    assert found["scenario"] == {"flame": "steady", "glass": "cracked"}
    assert found["open"] == []
    assert found["sections"][0]["blocks"] == [
        {
            "id": "verdict-cracked",
            "body": "Leave this lantern **unlit**.",
            "because": {"glass": "cracked"},
            "rests_on": ["F2", "C1"],
            "judgement": None,
        }
    ]


def test_a_correction_is_among_the_facts_and_an_unknown_date_is_null(tiny: Guide) -> None:
    found = json.loads(written(tiny, "flame=steady,glass=cracked", "json"))["facts"]
    assert found == {
        "F2": {
            "says": "The source says a cracked glass is harmless.",
            "source": "The lantern keeper (example.invalid/keeper)",
            "verified": "2026-01-15",
        },
        "C1": {
            "says": "A cracked glass lets the wind in.",
            "source": "The lantern keeper (example.invalid/keeper)",
            "verified": None,
        },
    }


def test_an_unfinished_scenario_lists_its_open_facets_by_id(tiny: Guide) -> None:
    assert json.loads(written(tiny, "flame=smoky", "json"))["open"] == ["glass"]


def test_letters_beyond_ascii_are_written_as_they_are(tiny: Guide) -> None:
    from helpers.advice_pages import with_words

    assert "Größe ✓" in written(with_words(tiny, "Größe ✓", "Größe ✓"), "", "json")
