"""Every block's marks lead to a statement, every statement is listed once with its corrections."""

import msgspec
import pytest
from helpers.advice_pages import page, written
from hypothesis import given
from hypothesis import strategies as st

from guide.journey.evidence import evidence
from guide.journey.facts import VERDICTS, check_words
from guide.model.schema import Block, Fact, Guide


def _resting_on(guide: Guide, *facts: Fact, on: tuple[str, ...] = ()) -> Guide:
    block = Block("only", "Words.", rests_on=on or tuple(fact.id for fact in facts))
    return msgspec.structs.replace(guide, facts=facts, blocks={"verdict": (block,)})


def test_a_correction_stands_right_below_what_it_corrects(tiny: Guide) -> None:
    found = evidence(page(tiny, "glass=cracked,flame=smoky"))
    assert [(c.fact.id, [x.id for x in c.corrections]) for c in found.claims] == [("F2", ["C1"])]


def test_a_correction_of_two_facts_is_listed_once_and_named_at_the_other(tiny: Guide) -> None:
    facts = (
        Fact("F1", "One.", ("KEEPER",), corrected_by=("C1",)),
        Fact("F2", "Two.", ("KEEPER",), corrected_by=("C1",)),
        Fact("C1", "Both.", ("KEEPER",)),
    )
    guide = _resting_on(tiny, *facts)
    found = evidence(page(guide, "flame=steady,glass=whole"))
    assert [(c.fact.id, len(c.corrections), c.elsewhere) for c in found.claims] == [
        ("F1", 1, ()),
        ("F2", 0, ("C1",)),
    ]
    assert "See also C1, under F1." in written(guide, "flame=steady,glass=whole", "text")


def test_facts_that_correct_each_other_are_both_listed(tiny: Guide) -> None:
    facts = (
        Fact("F1", "One.", ("KEEPER",), corrected_by=("F2",)),
        Fact("F2", "Two.", ("KEEPER",), corrected_by=("F1",)),
    )
    found = evidence(page(_resting_on(tiny, *facts), "flame=steady,glass=whole"))
    assert [(c.fact.id, [x.id for x in c.corrections]) for c in found.claims] == [("F1", ["F2"])]


@given(st.data())
def test_every_fact_of_a_page_is_listed_exactly_once(tiny: Guide, data: st.DataObject) -> None:
    ids = [f"F{n}" for n in range(data.draw(st.integers(1, 6)))]
    some = st.lists(st.sampled_from(ids), max_size=3)
    facts = tuple(Fact(i, "Says.", ("KEEPER",), corrected_by=tuple(data.draw(some))) for i in ids)
    guide = _resting_on(tiny, *facts, on=tuple(data.draw(some.filter(bool))))
    advice = page(guide, "flame=steady,glass=whole")
    listed = [f.id for c in evidence(advice).claims for f in (c.fact, *c.corrections)]
    assert sorted(listed) == sorted(fact.id for fact in advice.facts())


def test_the_marks_of_judgements_never_look_like_a_fact(tiny: Guide) -> None:
    facts = (Fact("J1", "A fact called J1.", ("KEEPER",)),)
    block = Block("only", "Words.", rests_on=("J1", "J1"), judgement="Why.")
    guide = msgspec.structs.replace(tiny, facts=facts, blocks={"verdict": (block,)})
    found = evidence(page(guide, "flame=steady,glass=whole"))
    assert found.marks["only"] == ("J1", "_J1")


@pytest.mark.parametrize("verdict", VERDICTS)
def test_every_verdict_is_said_in_words(verdict: str) -> None:
    fact = msgspec.convert({"id": "F", "says": "", "source": [], "verdict": verdict}, Fact)
    assert (check_words(fact) == "") == (verdict == "supported")
    checked = msgspec.structs.replace(fact, check="We looked")
    assert check_words(checked) == f"Our check ({VERDICTS[fact.verdict]}): We looked."
