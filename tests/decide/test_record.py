"""The decision record: MADR's fields, filled from the guide, and nothing typed does harm."""

import datetime
import re
from collections.abc import Callable
from pathlib import Path

import html5lib
import pytest
import yaml
from document.test_hostile import BODY, TEXTS
from helpers.advice_pages import with_words
from helpers.how_many import tries
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from guide.decide.record import Decision, DecisionRecord, decision_record
from guide.document.formats import formats, suffix
from guide.journey.advice import advise
from guide.journey.code import locate, read_pairs
from guide.journey.walk import walk
from guide.model.schema import Guide
from guide.pages.decision import write_decision

GOLDEN = Path(__file__).parent / "golden"
DAY = datetime.date(2026, 11, 20)
EMPTY = Decision("", "", DAY)
MADR = [
    "## Context and Problem Statement",
    "## Decision Drivers",
    "## Considered Options",
    "## Decision Outcome",
    "### Consequences",
    "### Confirmation",
    "## Pros and Cons of the Options",
    "## More Information",
]


def of(guide: Guide, *pairs: str, decision: Decision = EMPTY) -> DecisionRecord:
    first, *others = (locate(guide, read_pairs(guide, one)) for one in pairs)
    versus = tuple(advise(guide, other.scenario) for other in others)
    now = walk(guide, first.answers)
    return decision_record(advise(guide, now.scenario), now.trail, versus, decision)


def render(record: DecisionRecord, form: str = "markdown") -> str:
    """The record in a format."""
    return write_decision(record, form)


def hidden(guide: Guide, text: str) -> str:
    return text.replace(guide.content_hash, "the-hash-of-the-content")


CASES = {
    "alone": (("flame=steady,glass=cracked",), EMPTY),
    "compared": (
        (
            "flame=smoky,glass=whole,wind=storm",
            "flame=steady,glass=whole",
            "glass=cracked,flame=smoky",
        ),
        Decision(
            "Mend it first.\nThen light it.",
            "The keeper, the harbour master",
            DAY,
            "accepted",
            chosen="A",
        ),
    ),
}


@pytest.mark.parametrize("form", formats())
@pytest.mark.parametrize("name", CASES)
def test_a_record_is_written_as_it_was_when_somebody_read_it(
    tiny: Guide, golden: Callable[[Path, str], None], name: str, form: str
) -> None:
    pairs, decision = CASES[name]
    text = render(of(tiny, *pairs, decision=decision), form)
    golden(GOLDEN / f"{name}{suffix(form)}", hidden(tiny, text))
    assert not [line for line in text.splitlines() if line != line.rstrip()]


def test_it_has_the_fields_of_madr_in_their_order(shipped: Guide) -> None:
    text = render(of(shipped, "opinion=qualified,nature=admin,auditor=healthy"))
    headings = [line for line in text.splitlines() if line.startswith("## ")]
    assert headings == [line for line in MADR if line.startswith("## ")]
    assert [line for line in text.splitlines() if line in MADR] == MADR
    front = yaml.safe_load(text.split("---\n")[1])
    assert front == {"status": "proposed", "date": DAY, "decision-makers": "To be filled in"}
    assert shipped.content_hash in text
    assert "verified by the publisher of the source article on 13 May 2026" in text
    page = advise(shipped, {"opinion": "qualified", "nature": "admin", "auditor": "healthy"})
    (section,) = (section for section in page.sections if section.section.role == "steps")
    consequences = text.partition("### Consequences")[2].partition("### Confirmation")[0]
    for shown in section.blocks:
        steps = re.findall(r"^\d+\. .+$", shown.block.body, re.MULTILINE)
        assert steps
        assert all(step in consequences for step in steps)


def test_what_follows_is_that_of_the_option_chosen(tiny: Guide) -> None:
    decision = Decision("The glass broke.", "The keeper", DAY, "accepted", chosen="B")
    pairs = ("flame=smoky,glass=whole,wind=storm", "flame=smoky,glass=cracked")
    text = render(of(tiny, *pairs, decision=decision)).partition("### Consequences")[2]
    chosen, situation = text.partition("### Confirmation")[0].split("For the situation above (A)")
    assert "With B, the option chosen, the guide says what follows:" in chosen
    assert "Replace the glass." in chosen
    assert "guide advise tiny:flame=smoky,glass=cracked" in chosen
    assert "Replace the glass." not in situation


def test_it_is_accepted_only_when_somebody_says_so(tiny: Guide) -> None:
    decision = Decision("Light it.\nToday.", "The keeper", DAY)
    text = render(of(tiny, "flame=steady,glass=whole", decision=decision))
    assert text.startswith("---\nstatus: proposed\n")
    assert "To be filled in: what was decided" not in text
    assert "\n# Light it.\n" in text, "it is called by what was decided"
    decision = decision._replace(status="accepted")
    assert render(of(tiny, "flame=steady,glass=whole", decision=decision)).startswith(
        "---\nstatus: accepted\n"
    )


def test_a_verdict_is_no_choice_but_the_guide_says_which_is_better(tiny: Guide) -> None:
    pairs = ("flame=smoky,glass=whole", "flame=steady,glass=whole", "flame=smoky,glass=cracked")
    text = render(of(tiny, *pairs))
    neutral = "- Neutral, because nobody chooses a verdict: it would be"
    assert f"{neutral} All is well (with A it is Take care), the better of the two" in text
    assert f"{neutral} Do not light it (with A it is Take care), the worse of the two" in text
    assert "- Good" not in text


def test_every_mark_in_the_record_is_explained_in_it(shipped: Guide) -> None:
    text = render(of(shipped, "opinion=adverse,nature=admin,auditor=scope,report=type1"))
    body, _, end = text.partition("### Where this comes from")
    marks = {mark for line in re.findall(r" ?\[([A-Z]\d+(?:, [A-Z]\d+)*)\]$", body, re.MULTILINE)
             for mark in line.split(", ")}  # fmt: skip
    assert marks
    assert all(f"- **{mark}** " in end for mark in marks)


@pytest.mark.parametrize("word", ["no", "null", "yes", "y", "2026-01-01", "keeper"])
def test_a_word_that_yaml_takes_for_something_else_stays_a_name(tiny: Guide, word: str) -> None:
    text = render(of(tiny, "flame=steady,glass=whole", decision=Decision("x", word, DAY)))
    assert yaml.safe_load(text.split("---\n")[1])["decision-makers"] == word


@pytest.mark.parametrize("odd", ["\ufffe", "\U0001ffff", "\x85", "\ud7ff", "\U0001f600"])
def test_any_letter_makes_front_matter_that_yaml_reads(tiny: Guide, odd: str) -> None:
    decision = Decision("x", f"Ann {odd} Bo", DAY)
    text = render(of(tiny, "flame=steady,glass=whole", decision=decision))
    front = yaml.safe_load(text.split("---\n")[1])
    assert front["decision-makers"].split()[0] == "Ann"


TYPED = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)


@settings(max_examples=tries(25))
@given(TYPED, TYPED)
def test_what_is_typed_adds_no_structure(tiny: Guide, decision: str, deciders: str) -> None:
    plain = render(of(tiny, "flame=steady,glass=whole", decision=Decision("x", "y", DAY)))
    text = render(of(tiny, "flame=steady,glass=whole", decision=Decision(decision, deciders, DAY)))
    front, _, body = text.removeprefix("---\n").partition("\n---\n")
    loaded = yaml.safe_load(front)
    assert list(loaded) == ["status", "date", "decision-makers"]
    assert isinstance(loaded["decision-makers"], str)
    tags = _tags(body)
    assert {tag: n for tag, n in tags.items() if tag not in ("p", "strong")} == {
        tag: n for tag, n in _tags(plain.partition("\n---\n")[2]).items()
        if tag not in ("p", "strong")
    }  # fmt: skip
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e]", text)


def _tags(markdown: str) -> dict[str, int]:
    found = re.findall(r"<(\w+)", MarkdownIt("commonmark").render(markdown))
    return {tag: found.count(tag) for tag in found}


@pytest.mark.parametrize("text", TEXTS)
def test_whatever_stands_in_the_guide_or_is_typed_is_shown_literally(
    tiny: Guide, text: str
) -> None:
    hostile = with_words(tiny, text, BODY)
    pairs = ("flame=smoky,glass=whole,wind=storm", "flame=steady,glass=whole")
    written = render(of(hostile, *pairs, decision=Decision(text, text, DAY)))
    html = MarkdownIt("commonmark").render(written.partition("\n---\n")[2])
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    assert not {str(node.tag) for node in tree.iter()} & {"script", "img", "svg", "b", "a"}
    flat = " ".join("".join(tree.itertext()).split())
    assert " ".join(text.split()) in flat.partition("Decision Outcome")[2]
