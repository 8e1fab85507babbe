"""What each other answer would change, in every format and in words that are true."""

import datetime
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any, Literal

import pytest
from msgspec.structs import replace

from guide.compare.neighbors import AnsweredQuestion, WhatIf, what_if
from guide.document.formats import formats, suffix, write
from guide.journey.advice import advise
from guide.journey.code import locate, read_pairs, split_code
from guide.model.schema import Guide
from guide.pages.whatif import cards, data, details, heading, rated, summary, verdict, whatif_page

GOLDEN = Path(__file__).parent / "golden" / "whatif"
CASES = {
    "best": {"flame": "steady", "glass": "whole", "wind": "calm"},
    "worst": {"flame": "steady", "glass": "cracked"},
    "found-out": {"flame": "unsure", "soot": "yes", "glass": "whole", "wind": "storm"},
}
QUALIFIED = "opinion=qualified,nature=admin,auditor=healthy"


def written(guide: Guide, form: str, name: str) -> str:
    page = whatif_page(what_if(guide, CASES[name]), datetime.date(2026, 11, 20))
    text = write(page, form)
    return text.replace(guide.content_hash, "the-hash-of-the-content")


def of(guide: Guide, pairs: str) -> WhatIf:
    return what_if(guide, locate(guide, read_pairs(guide, pairs)).answers)


def asked(answers: WhatIf, question: str) -> AnsweredQuestion:
    """One question and its other answers."""
    return next(row for row in answers.questions if row.step.question.id == question)


@pytest.mark.parametrize("form", formats())
@pytest.mark.parametrize("name", CASES)
def test_it_is_written_as_it_was_when_somebody_read_it(
    tiny: Guide, golden: Callable[[Path, str], None], name: str, form: str
) -> None:
    text = written(tiny, form, name)
    golden(GOLDEN / f"{name}{suffix(form)}", text)
    assert not [line for line in text.splitlines() if line != line.rstrip()]


def test_every_other_answer_is_there_once(shipped: Guide) -> None:
    answers = of(shipped, QUALIFIED)
    for question in answers.questions:
        kinds = (*question.effects, *question.idle, *question.further)
        options = [neighbor.option.id for neighbor in kinds]
        others = [o.id for o in question.step.question.options if o.id != question.step.option.id]
        assert sorted(options) == sorted(others)


def test_each_code_leads_to_the_page_it_stands_beside(shipped: Guide) -> None:
    answers = of(shipped, f"{QUALIFIED},deal=active")
    written: Any = data(answers)
    for question, row in zip(answers.questions, written["questions"], strict=True):
        for neighbor, change in zip(question.effects, row["changes"], strict=True):
            pairs = split_code(change["code"])[1]
            assert advise(shipped, read_pairs(shipped, pairs)) == neighbor.page


def test_what_helps_and_what_hurts_is_said_in_a_sentence(shipped: Guide) -> None:
    helps, hurts, _ = cards(of(shipped, QUALIFIED))
    assert helps.words == (
        'Had you answered "Unqualified, the clean one" to "Which opinion does the letter give?", '
        "it would be favorable instead of awkward but manageable."
    )
    assert hurts.words == (
        'Had you answered "Adverse" or "Disclaimer" to "Which opinion does the letter give?", '
        "it would be very serious instead of awkward but manageable."
    )


def test_skipping_and_not_being_sure_never_help_or_hurt(shipped: Guide) -> None:
    for code in (QUALIFIED, "obstacle=mixed", "opinion=adverse,nature=failure,auditor=breakdown"):
        answers = of(shipped, code)
        counted = answers.helps_most + answers.hurts_most
        counted += answers.could_help + answers.could_hurt
        labels = [neighbor.option.label for neighbor in counted]
        assert not [label for label in labels if "not sure" in label or "Skip" in label]


def test_a_draft_is_no_way_out_and_of_a_draft_it_is_too_early_to_say(shipped: Guide) -> None:
    adverse = of(shipped, "opinion=adverse,nature=failure,auditor=healthy")
    assert "draft" not in [neighbor.option.id for neighbor in adverse.helps_most]
    draft = of(shipped, "report=draft,opinion=qualified,nature=admin,auditor=healthy")
    helps, hurts, _ = cards(draft)
    assert "too early to say" in helps.words
    assert "too early to say" in hurts.words
    assert [draft.helps_most, draft.could_help, draft.hurts_most, draft.could_hurt] == [()] * 4


def test_of_a_draft_it_is_counted_from_the_first_page_with_a_verdict(shipped: Guide) -> None:
    draft = of(shipped, "report=draft,opinion=qualified,nature=admin,auditor=healthy")
    helps, hurts, _ = cards(draft, rated(draft))
    assert helps.words.startswith('With "A signed Type 2 report" it would be awkward')
    assert 'answered "Adverse" or "Disclaimer" to' in hurts.words
    signed = of(shipped, QUALIFIED)
    assert cards(signed, rated(signed)) == cards(signed)


def test_of_equals_all_are_marked(shipped: Guide) -> None:
    answers = of(shipped, QUALIFIED)
    assert [heading(answers, effect) for effect in asked(answers, "opinion").effects] == [
        "Unqualified, the clean one (helps most)",
        "Adverse (hurts most)",
        "Disclaimer (hurts most)",
    ]


def test_an_answer_that_leads_on_says_which_verdicts_it_can_end_with(shipped: Guide) -> None:
    answers = of(shipped, "obstacle=mixed")
    verdicts = {n.option.label: verdict(answers, n) for n in asked(answers, "opinion").further}
    assert verdicts["Adverse"] == (
        "Very serious instead of serious but repairable, worse, whatever you answer next"
    )
    assert verdicts["Qualified"] == (
        "Awkward but manageable or serious but repairable, depending on what you answer next"
    )


def test_what_is_sure_to_hurt_is_named_though_it_leads_on(shipped: Guide) -> None:
    answers = of(shipped, "obstacle=mixed")
    _, hurts, _ = cards(answers)
    assert "instead of serious but repairable, whatever you answer next" in hurts.words
    labels = [label for label, _ in summary(answers)]
    assert "Could help, by what you answer next" in labels


def test_where_nothing_is_better_or_without_effect_it_says_so(tiny: Guide) -> None:
    helps, _, _ = cards(what_if(tiny, CASES["best"]))
    assert helps.words.startswith("No other answer you could have given makes it better than")
    _, _, idle = cards(what_if(tiny, {"flame": "unsure", "soot": "no", "glass": "cracked"}))
    assert idle.words.startswith('Whatever you answer to "')
    assert "the page stays the same." in idle.words


def test_an_answer_that_only_leads_on_is_not_said_to_matter(tiny: Guide) -> None:
    """With a cracked glass the flame changes nothing; being unsure of it leads on."""
    answers = what_if(tiny, CASES["worst"])
    (further,) = answers.questions[0].further
    assert further.option.label == "I am not sure"
    assert cards(answers)[2].words.endswith(
        "One that leads on may change parts of it, not the verdict."
    )


def test_many_later_answers_that_fall_away_are_counted(shipped: Guide) -> None:
    (code,) = ["opinion=qualified,nature=admin,auditor=scope"]
    answers = locate(shipped, read_pairs(shipped, code)).answers
    unsure = {"opinion": "unsure", "letter": "yes", "heading": "none", "whole": "no"}
    unsure |= {"negative": "no", "except": "yes"}
    effects = what_if(shipped, unsure | {k: v for k, v in answers.items() if k != "opinion"})
    labels = dict(details(effects, asked(effects, "opinion").effects[0]))
    assert labels["No longer apply"] == "4 later answers."


def test_json_names_ids_only(tiny: Guide) -> None:
    data = json.loads(written(tiny, "json", "worst"))
    assert data["helps_most"] == [{"question": "glass", "option": "whole"}]
    assert [data[key] for key in ("hurts_most", "could_help", "could_hurt")] == [[], [], []]
    assert [question["id"] for question in data["questions"]] == ["flame", "glass"]
    assert data["questions"][0]["same_page"] == ["smoky"]
    assert data["questions"][0]["leads_on"] == [
        {"option": "unsure", "question": "soot", "verdicts": ["dark"]}
    ]


def test_notices_are_known_by_their_role_whatever_the_section_is_called(tiny: Guide) -> None:
    def named(guide: Guide, old: str, new: str, role: Literal["", "notices"]) -> Guide:
        sections = tuple(
            replace(section, id=new, role=role) if section.id == old else section
            for section in guide.sections
        )
        blocks = {new if name == old else name: own for name, own in guide.blocks.items()}
        return replace(guide, head=replace(guide.head, sections=sections), blocks=blocks)

    def notices(guide: Guide) -> list[str]:
        answers = what_if(guide, CASES["best"])
        lines = [line for neighbor in answers.neighbors for line in details(answers, neighbor)]
        return [text for label, text in lines if "otice" in label]

    assert notices(tiny)
    assert notices(named(tiny, "notices", "first-of-all", "notices")) == notices(tiny)
    assert notices(named(tiny, "notices", "first-of-all", "")) == []


def test_what_was_skipped_is_not_said_to_apply_no_longer(shipped: Guide) -> None:
    answers = of(shipped, "opinion=qualified,nature=failure,auditor=healthy,months=6")
    neighbors = [n for row in answers.questions for n in (*row.effects, *row.further)]
    skips = [n for n in neighbors if any(step.option.skip for step in n.dropped)]
    assert skips
    lines = [words for n in neighbors for _, words in details(answers, n)]
    assert not [line for line in lines if "Skipped" in line]


def test_where_some_answers_give_the_same_page_the_card_agrees_with_its_heading(
    shipped: Guide,
) -> None:
    nothing = cards(of(shipped, QUALIFIED))[2]
    assert f"{nothing.title}: {nothing.words}".startswith("Changes nothing: No whole question")
