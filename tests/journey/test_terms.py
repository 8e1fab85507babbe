"""The words of the glossary: where they stand in a text, and who asks for which."""

from guide.document.body import Paragraph, parts
from guide.journey.terms import Linker, asked_for, terms_on
from guide.model.schema import Guide


def test_terms_are_named_in_the_order_in_which_they_first_appear(shipped: Guide) -> None:
    body = "A **Type 2** lists exceptions. An exception is not the opinion."
    assert [term.id for term in terms_on(shipped, [body])] == ["type-2", "exception", "opinion"]


def test_a_longer_word_is_taken_before_a_shorter_one_inside_it(shipped: Guide) -> None:
    body = "It is a disclaimer of opinion, and not a qualified opinion."
    assert [term.id for term in terms_on(shipped, [body])] == ["disclaimer", "qualified"]


def test_a_word_inside_another_word_is_no_term(shipped: Guide) -> None:
    assert terms_on(shipped, ["uncontrolled, immaterial, opinionated, control-room"]) == []


def test_a_term_becomes_a_link_once_on_a_page_and_no_letter_is_lost(shipped: Guide) -> None:
    linker = Linker(shipped)
    body = parts("An exception is a *test*; two exceptions are two tests.")
    (paragraph,) = linker.parts(body)
    assert isinstance(paragraph, Paragraph)
    links = [span for span in paragraph.spans if span.href]
    assert [(span.text, span.href) for span in links] == [("exception", "#term-exception")]
    (before,) = body
    assert isinstance(before, Paragraph)
    texts = ["".join(span.text for span in part.spans) for part in (before, paragraph)]
    assert texts[0] == texts[1]
    assert [term.id for term in linker.linked] == ["exception"]


def test_whoever_asks_gets_the_term_itself_first(shipped: Guide) -> None:
    assert asked_for(shipped, "Clean opinion")[0].id == "unqualified"
    assert asked_for(shipped, "bridge")[0].id == "bridge-letter"
    assert asked_for(shipped, "nothing like it") == []
    assert asked_for(shipped, "") == list(shipped.terms)


def test_the_glossary_has_every_term_the_guide_needs(shipped: Guide) -> None:
    assert len(shipped.terms) >= 36
    assert all(len(term.says.split()) <= 25 for term in shipped.terms)
