"""Search: any word counts, the best first, and answers that really show what was found."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.journey.advice import advise
from guide.journey.search import EXCERPT, excerpt, search, spots
from guide.journey.walk import walk
from guide.model.glance import Term
from guide.model.schema import Block, Guide, Question


def ids(guide: Guide, words: str) -> list[str]:
    return [hit.what.id for hit in search(guide, words)]


def test_a_beginning_is_enough_and_case_does_not_matter(tiny: Guide) -> None:
    assert ids(tiny, "repl")[0] == "steps-cracked"
    assert ids(tiny, "REPLACE glass")[0] == "steps-cracked"


def test_a_word_that_stands_nowhere_hides_nothing(tiny: Guide) -> None:
    assert ids(tiny, "replace zzz") == ids(tiny, "replace")


@pytest.mark.parametrize(
    ("words", "title"),
    [
        ("email", "Telling buyers and others"),
        ("what do I tell investors", "Telling buyers and others"),
        ("fired the auditor", "Your auditor"),
        ("should we switch firms", "Your auditor"),
        ("deviations", "deviation"),
        ("unmodified", "unqualified"),
        ("how long should the period be", "How long should the next period be?"),
        ("badges on our website", "Do today"),
    ],
)
def test_what_people_type_finds_what_the_guide_calls_otherwise(
    shipped: Guide, words: str, title: str
) -> None:
    assert title in [hit.title for hit in search(shipped, words, limit=5)]


@pytest.mark.parametrize("words", ["", "   ", "?!", "[/"])
def test_nothing_to_look_for_finds_nothing(tiny: Guide, words: str) -> None:
    assert search(tiny, words) == []


def test_the_words_together_come_before_the_words_apart(tiny: Guide) -> None:
    hits = search(tiny, "the glass")
    assert "the glass" in hits[0].excerpt.casefold()


def test_the_limit_holds(tiny: Guide) -> None:
    assert len(search(tiny, "the", limit=2)) == 2


def test_a_hit_leads_to_a_page_that_shows_it(shipped: Guide) -> None:
    hits = search(shipped, "report", limit=200)
    assert {type(hit.what) for hit in hits} == {Block, Question, Term}
    for hit in hits:
        walked = walk(shipped, hit.answers)
        match hit.what:
            case Block(id=block_id):
                blocks = [passage.block.id for passage in advise(shipped, hit.scenario).blocks()]
                assert walked.finished
                assert block_id in blocks
            case Question(id=question_id):
                assert walked.next is not None
                assert walked.next.id == question_id
            case Term():
                assert hit.answers == {}


def test_optional_questions_are_skipped_where_they_do_not_matter(tiny: Guide) -> None:
    (hit,) = search(tiny, "safe to light")
    assert hit.answers["wind"] == "skip"


@given(words=st.text(max_size=40))
def test_any_words_are_looked_for(tiny: Guide, words: str) -> None:
    for hit in search(tiny, words):
        assert len(hit.excerpt) <= EXCERPT + 4


@given(text=st.text(max_size=80), words=st.text(max_size=20))
def test_spots_lie_in_the_text_in_order(text: str, words: str) -> None:
    last = 0
    for start, end in spots(text, words):
        assert last <= start < end <= len(text)
        last = end


def test_an_excerpt_is_cut_at_words_around_the_find() -> None:
    body = "word " * 60 + "needle " + "word " * 60
    shown = excerpt(body, "needle")
    assert "needle" in shown
    assert shown.startswith("… word")
    assert shown.endswith("word …")
