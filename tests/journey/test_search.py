"""Search: every word counts, the best first, and answers that really show the passage."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.journey.advice import advise
from guide.journey.search import EXCERPT, excerpt, search, spots
from guide.journey.walk import walk
from guide.model.schema import Guide


def test_every_word_must_occur_and_a_beginning_is_enough(tiny: Guide) -> None:
    assert [hit.block.id for hit in search(tiny, "repl")] == ["steps-cracked"]
    assert [hit.block.id for hit in search(tiny, "REPLACE glass")] == ["steps-cracked"]
    assert search(tiny, "replace wick") == []


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
    assert hits
    for hit in hits:
        walked = walk(shipped, hit.answers)
        assert walked.finished
        assert walked.scenario == hit.scenario
        shown = [one.block.id for one in advise(shipped, walked.scenario).blocks()]
        assert hit.block.id in shown


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
