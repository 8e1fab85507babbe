"""A stored walk in the guide as it is today."""

from collections.abc import Mapping
from datetime import UTC, datetime

import msgspec
from conftest import TINY
from hypothesis import given
from hypothesis import strategies as st

from guide.history.digest import page_of
from guide.history.kept import Kept
from guide.history.reopen import AS_BEFORE, STILL, reopen
from guide.journey.advice import advise
from guide.journey.walk import walk
from guide.model.schema import Guide, Option
from guide.reading.reader import read_guide

DAY = datetime(2026, 3, 1, tzinfo=UTC)
GUIDE = read_guide(TINY).guide
assert GUIDE is not None
IDS = st.sampled_from(
    [*GUIDE.question, *(o.id for q in GUIDE.questions for o in q.options), "gone", ""]
)


def kept(answers: Mapping[str, str], content_hash: str = "old", *, finished: bool = True) -> Kept:
    return Kept(
        "w" + "0" * 24, "tiny", dict(answers), "tiny", finished, DAY, DAY, "", "", content_hash
    )


def test_nothing_is_said_where_nothing_changed(tiny: Guide) -> None:
    answers = {"flame": "smoky", "glass": "cracked"}
    assert reopen(tiny, kept(answers, tiny.content_hash)) == (answers, True, "")


def test_answers_that_still_apply_are_said_to(tiny: Guide) -> None:
    answers = {"flame": "smoky", "glass": "cracked"}
    assert reopen(tiny, kept(answers)) == (answers, True, STILL)


def test_what_is_no_longer_there_is_named(tiny: Guide) -> None:
    answers = {"flame": "smoky", "gone": "x", "glass": "vanished"}
    assert reopen(tiny, kept(answers)) == (
        {"flame": "smoky"},
        False,
        "The guide has changed since. No longer there: the question gone (you answered x); "  # noqa: ISC004
        "the answer vanished to 'Is the glass whole?'. Now open: Is the glass whole?",
    )


def test_an_answer_off_the_way_no_longer_applies(tiny: Guide) -> None:
    today = reopen(tiny, kept({"flame": "smoky", "glass": "cracked", "soot": "yes"}))
    assert today.answers == {"flame": "smoky", "glass": "cracked"}
    assert today.notice == (
        "The guide has changed since. No longer applies: Is there soot on the glass? Yes."
    )


def test_answers_under_former_names_are_found_again(tiny: Guide) -> None:
    renamed = msgspec.structs.replace
    said = {
        "questions": [{"old": "fire", "new": "flame", "within": ""}],
        "options": [{"old": "sooty", "new": "smoky", "within": "flame"}],
    }
    table = msgspec.convert(said, type(tiny.head.renamed))
    changed = renamed(tiny, head=renamed(tiny.head, renamed=table))
    today = reopen(changed, kept({"fire": "sooty", "glass": "cracked"}))
    assert today == ({"flame": "smoky", "glass": "cracked"}, True, STILL)


@given(st.dictionaries(IDS, IDS, max_size=6), st.booleans())
def test_any_answers_reopen_and_what_stands_leads_as_far(
    answers: dict[str, str],
    finished: bool,  # noqa: FBT001 - given by name
) -> None:
    assert GUIDE is not None
    today = reopen(GUIDE, kept(answers, finished=finished))
    assert today.answers.items() <= answers.items()
    assert walk(GUIDE, today.answers) == walk(GUIDE, answers)
    assert "\n" not in today.notice
    assert today.whole == (len(today.answers) == len(answers))
    assert reopen(GUIDE, kept(today.answers, finished=False)).notice == STILL


def changed(guide: Guide, **named: object) -> Guide:
    return msgspec.structs.replace(guide, **named)


def test_an_answer_that_settles_something_else_now_is_said(tiny: Guide) -> None:
    glass = tiny.question["glass"]
    options = tuple(
        changed_option(one, {"glass": "whole"}) if one.id == "cracked" else one
        for one in glass.options
    )
    questions = tuple(
        msgspec.structs.replace(q, options=options) if q.id == "glass" else q
        for q in tiny.questions
    )
    guide = changed(tiny, questions=questions)
    before = kept({"flame": "smoky", "glass": "cracked"})._replace(
        code="tiny:flame=smoky,glass=cracked"
    )
    assert "Glass was Cracked, is now Whole." in reopen(guide, before).notice


def changed_option(option: Option, settles: dict[str, str]) -> Option:
    return msgspec.structs.replace(option, settles=settles)


def test_a_verdict_and_parts_that_read_differently_are_named(tiny: Guide) -> None:
    answers = {"flame": "smoky", "glass": "cracked"}
    advice = advise(tiny, walk(tiny, answers).scenario)
    before = kept(answers)._replace(
        code="tiny:flame=smoky,glass=cracked",
        page=page_of(advice).replace("Do not light it", "Take care"),
    )
    assert reopen(tiny, before).notice == (
        f"{STILL} The verdict was Take care, is now Do not light it."
    )
    shown = advice.sections[-1]
    page = page_of(advice._replace(sections=advice.sections[:-1]))
    told = reopen(tiny, before._replace(page=page)).notice
    assert told == f"{STILL} These parts of the page read differently: {shown.section.title}."
    told = reopen(tiny, before._replace(page=page_of(advice))).notice
    assert told == AS_BEFORE
    for odd in ("", "{", "[]", '["x", 3]'):
        assert reopen(tiny, before._replace(page=odd)).notice == STILL
