"""Words of two bodies: none is lost, none is invented, and signs say whose they are."""

import pytest
from helpers.compared_pages import compared
from hypothesis import given
from hypothesis import strategies as st

from guide.compare.marking import (
    differing,
    one_side,
    other_side,
    plain_text,
    whole,
)
from guide.document.blocks import ChangedParagraph
from guide.model.schema import Guide

WORD = st.sampled_from(["a", "b", "the", "word", "[-x-]", "2.", "\n\n", "\n- ", "{+y+}"])
TEXT = st.lists(WORD, min_size=1, max_size=25).map(" ".join)


def words(paragraphs: tuple[ChangedParagraph, ...], *fates: str) -> list[str]:
    """The words with these fates, leads included where they belong to them."""
    collected = []
    for paragraph in paragraphs:
        if paragraph.pieces[0].fate in fates:
            collected += paragraph.lead.split()
        collected += [
            w for piece in paragraph.pieces if piece.fate in fates for w in piece.text.split()
        ]
    return collected


@given(TEXT, TEXT)
def test_each_text_can_be_read_off_the_difference(old: str, new: str) -> None:
    both = differing(old, new)
    assert words(both, "same", "gone") == old.split()
    assert words(both, "same", "new") == new.split()


@given(TEXT, TEXT)
def test_each_column_holds_its_own_text(old: str, new: str) -> None:
    assert words(one_side(old, [new]), "same", "gone") == old.split()
    assert words(other_side(old, new), "same", "new") == new.split()
    assert words(one_side(old, [old]), "gone") == []
    assert words(other_side(new, new), "new") == []


@given(TEXT, TEXT, TEXT)
def test_a_word_is_gone_if_any_other_page_does_not_have_it(a: str, b: str, c: str) -> None:
    both = words(one_side(a, [b, c]), "same")
    assert set(both) <= set(words(one_side(a, [b]), "same"))
    assert len(both) <= min(len(words(one_side(a, [other]), "same")) for other in (b, c))


def test_a_word_or_two_between_changes_do_not_tear_them_apart() -> None:
    (paragraph,) = differing(
        "one red cat of mine sat here today", "one blue dog of mine ran here now"
    )
    assert paragraph.signed == (
        "one [-red cat of mine sat here today-] {+blue dog of mine ran here now+}"
    )


def test_items_and_quotes_keep_their_leads() -> None:
    body = "Say:\n\n1. One\n2. **Two**\n\n- dot\n\n> Quote *me*\n"
    assert plain_text(body) == "Say:\n\n1. One\n2. Two\n\n- dot\n\n> Quote me"
    paragraphs = whole(plain_text(body), "same")
    assert [paragraph.lead for paragraph in paragraphs] == ["", "1. ", "2. ", "- ", "> "]
    assert [paragraph.tight for paragraph in paragraphs] == [False, False, True, False, False]


@pytest.mark.parametrize("text", ["", "  \n "])
def test_nothing_is_nothing(text: str) -> None:
    assert whole(text, "gone") == ()


def test_each_paragraph_is_compared_with_the_one_in_its_place() -> None:
    old = "The first line has nothing to do with it.\n\n1. Find the cause now.\n2. Repair it soon."
    new = "Something else stands here, wholly new words.\n\n1. Plan it.\n2. Find the cause today."
    texts = [paragraph.lead + paragraph.signed for paragraph in differing(old, new)]
    assert texts == [
        "[-The first line has nothing to do with it.-]",
        "{+Something else stands here, wholly new words.+}",
        "1. {+Plan it.+}",
        "[-1.-] {+2.+} Find the cause [-now.-] {+today.+}",
        "2. [-Repair it soon.-]",
    ]


def test_a_verdict_that_stays_is_not_marked_whatever_is_said_below_it(shipped: Guide) -> None:
    guarded = "opinion=qualified,nature={}"
    pages = compared(shipped, guarded.format("none"), guarded.format("admin"))
    assert {page.tone for page in pages.pages} == {shipped.tone["guarded"]}
    verdict = pages.sections[0]
    assert verdict.section.id == "verdict"
    for first in (verdict.changes[0][0].paragraphs[0], verdict.columns[1][0].paragraphs[0]):
        assert first.signed == "Awkward but manageable."
