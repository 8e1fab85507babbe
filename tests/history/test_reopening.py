"""A stored walk in the guide as it is today."""

from collections.abc import Mapping
from datetime import UTC, datetime

import msgspec
from conftest import TINY
from hypothesis import given
from hypothesis import strategies as st

from guide.history.reopening import STILL, reopen
from guide.model.reader import read_guide
from guide.model.schema import Guide
from guide.store.rows import Kept
from guide.walk import walk

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
    assert today.told == (
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
    assert "\n" not in today.told
    assert today.whole == (len(today.answers) == len(answers))
    assert reopen(GUIDE, kept(today.answers, finished=False)).told == STILL
