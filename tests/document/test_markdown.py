"""Markdown: bodies as written, everything else shown as it is."""

from helpers.advice_pages import written
from hypothesis import example, given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from guide.document.body import Paragraph, parts
from guide.document.escape import markdown
from guide.model.schema import Guide
from guide.reading.check_text import unshown

LINE = st.text(
    st.one_of(
        st.sampled_from("*_`[]()<>#+-=~|!&;:\\.0123456789 abc\"'/@"),
        st.characters(exclude_categories=["C", "Zl", "Zp", "Zs"]),
    ),
    max_size=40,
)


@given(LINE)
@example("- item")
@example("+ item")
@example("1. item")
@example("1) item")
@example("# heading")
@example("> quote")
@example("---")
@example("[a]: b.c")
def test_escaped_text_is_shown_as_it_was_written(text: str) -> None:
    shown = " ".join(text.split())
    found = parts(markdown(text))
    words = "".join(
        span.text for part in found if isinstance(part, Paragraph) for span in part.spans
    )
    assert words == shown
    assert all(isinstance(part, Paragraph) for part in found)
    assert not any(
        s.strong or s.emphasis or s.code for p in found if isinstance(p, Paragraph) for s in p.spans
    )


@given(LINE)
def test_escaped_text_stays_in_its_heading_and_in_its_item(text: str) -> None:
    for before in ("# ", "- **F1** ", "1. "):
        html = MarkdownIt("commonmark").render(f"{before}x {markdown(text)}\n\nend")
        assert html.endswith("<p>end</p>\n")
        assert html.count("<") - html.count("<code>") == html.count(">") - html.count("<code>")
        assert "<a" not in html
        assert "<img" not in html


def test_an_address_is_not_littered_with_backslashes() -> None:
    assert markdown("example.org/a_b-c?d=e&f=g") == "example.org/a_b-c?d=e&f=g"


def test_bodies_stand_in_the_page_as_they_were_written(tiny: Guide) -> None:
    text = written(tiny, "flame=steady,glass=cracked", "markdown")
    for blocks in (tiny.blocks["steps"], tiny.blocks["verdict"][:1]):
        assert all(block.body in text for block in blocks)


def test_two_lists_in_a_row_do_not_become_one(tiny: Guide) -> None:
    import msgspec

    from guide.model.schema import Block

    blocks = (
        Block("one", "1. First.\n2. Second.", rests_on=("F1",)),
        Block("two", "1. Again first.", judgement="So."),
    )
    guide = msgspec.structs.replace(tiny, blocks={"steps": blocks})
    html = MarkdownIt("commonmark").render(written(guide, "flame=steady,glass=whole", "markdown"))
    assert html.count("<ol>") == 2


def test_a_definition_that_would_turn_marks_into_links_is_refused() -> None:
    assert unshown("[F1]: https://example.org\n\nWords.") != []
