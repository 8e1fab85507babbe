"""Matching: stems, synonyms, and rare words before common ones."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from guide.journey.matching import Matcher, SearchText, stem

WORDS = st.text(alphabet="abcdefgs ", max_size=20)


@pytest.mark.parametrize(
    "forms",
    [
        ("fire", "fires", "fired", "firing"),
        ("repair", "repairs", "repaired", "repairing"),
        ("policy", "policies"),
        ("fix", "fixes", "fixed", "fixing"),
        ("stop", "stopped", "stopping"),
        ("miss", "missed", "misses"),
        ("letter", "letters"),
    ],
)
def test_the_forms_of_a_word_have_one_stem(forms: tuple[str, ...]) -> None:
    assert len({stem(form) for form in forms}) == 1


@pytest.mark.parametrize("word", ["status", "is", "bus", "basis", "process", "need", "ring", "bed"])
def test_a_word_that_only_looks_like_a_form_stays(word: str) -> None:
    assert stem(word) == word


def matcher(*bodies: str, synonyms: tuple[tuple[str, ...], ...] = ()) -> Matcher:
    return Matcher([SearchText("", body) for body in bodies], synonyms)


def test_a_rare_word_weighs_more_than_a_common_one() -> None:
    assert matcher("the report", "the report", "the lantern").ranked("report lantern")[0] == 2


def test_a_text_with_more_of_the_words_comes_first() -> None:
    assert matcher("red glass", "red lantern glass", "oil").ranked("red lantern")[0] == 1


def test_a_heading_weighs_more_than_the_text() -> None:
    texts = [
        SearchText("Oil", "of lanterns"),
        SearchText("Lanterns", "of oil"),
        SearchText("Wick", "none"),
    ]
    assert Matcher(texts).ranked("lantern")[0] == 1


def test_a_synonym_counts_and_the_word_itself_counts_more() -> None:
    lamps = matcher("a lamp", "a lantern", "a wick", synonyms=(("lamp", "lantern"),))
    assert lamps.ranked("lamp") == [0, 1]


def test_a_phrase_has_synonyms_too() -> None:
    firms = matcher("stay with the firm", "the wick", synonyms=(("fired the auditor", "stay"),))
    assert firms.ranked("we fired the auditors") == [0]


def test_empty_words_count_only_alone() -> None:
    texts = matcher("the wick", "the glass")
    assert texts.ranked("the wick") == [0]
    assert texts.ranked("the") == [0, 1]


@given(bodies=st.lists(WORDS, max_size=5), words=WORDS)
def test_each_text_is_ranked_at_most_once(bodies: list[str], words: str) -> None:
    ranked = matcher(*bodies).ranked(words)
    assert len(set(ranked)) == len(ranked)
    assert set(ranked) <= set(range(len(bodies)))
