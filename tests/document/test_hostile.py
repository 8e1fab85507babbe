"""Whatever stands in a content field is shown as it is, and does nothing."""

import json

import html5lib
import pytest
from helpers.advice_pages import page, trail, with_words, written
from markdown_it import MarkdownIt

from guide.document.formats import formats
from guide.model.schema import Guide
from guide.reading.check_text import unshown

TEXTS = [
    "[/bold] [USB-C] [@click=app.quit]quit[/]",
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "\"'><svg/onload=alert(1)>",
    "&lt;b&gt; &amp; &#x41; & < >",
    "*a* _b_ **c** `d` ~~e~~ [f](https://x.y) ![g](h)",
    "# h1",
    "- item",
    "1. item",
    "> quote",
    "[ref]: https://x.y",
    "--- | === | ```",
    "https://example.org/a_b_c",
    "{braces} %s $x \\ \\n",
]
BODY = "Words [/bold] [@click=app.quit] \"quoted\" & 'more' 3 < 4 {x} %s $y [USB-C]."
ANSWERS = {"flame": "unsure", "soot": "yes", "glass": "cracked"}


def _page(tiny: Guide, text: str, form: str) -> str:
    hostile = with_words(tiny, text, BODY)
    steps = trail(hostile, ANSWERS)
    return written(hostile, "flame=smoky,glass=cracked,soot=thick", form, trail=steps)


def _squeezed(text: str) -> str:
    return " ".join(text.split())


def test_the_body_is_one_that_a_guide_may_have() -> None:
    assert unshown(BODY) == []


@pytest.mark.parametrize("text", TEXTS)
def test_text_shows_it_literally(tiny: Guide, text: str) -> None:
    shown = _squeezed(_page(tiny, text, "text"))
    assert shown.count(text) >= 20
    assert BODY in shown
    assert "\x1b" not in shown


@pytest.mark.parametrize("text", TEXTS)
def test_html_shows_it_literally_and_holds_no_element_of_its_making(tiny: Guide, text: str) -> None:
    tree = html5lib.HTMLParser(strict=True).parse(_page(tiny, text, "html"))
    shown = _squeezed("".join(tree.itertext()))
    assert shown.count(text) >= 20
    assert BODY in shown
    names = {str(node.tag).rpartition("}")[2] for node in tree.iter()}
    assert not names & {"script", "img", "svg", "b", "h6"}
    assert not {n for node in tree.iter() for n in node.keys() if n.startswith("on")}  # noqa: SIM118


@pytest.mark.parametrize("text", TEXTS)
def test_markdown_shows_it_literally(tiny: Guide, text: str) -> None:
    html = MarkdownIt("commonmark").render(_page(tiny, text, "markdown"))
    tree = html5lib.parse(html)
    shown = _squeezed("".join(tree.itertext()))
    assert shown.count(text) >= 20
    assert BODY in shown
    names = {str(node.tag).rpartition("}")[2] for node in tree.iter()}
    assert not names & {"script", "img", "svg", "a", "blockquote", "hr", "em", "del"}


@pytest.mark.parametrize("text", TEXTS)
def test_json_holds_it_exactly(tiny: Guide, text: str) -> None:
    found = json.loads(_page(tiny, text, "json"))
    assert {section["title"] for section in found["sections"]} == {text}
    assert {block["body"] for s in found["sections"] for block in s["blocks"]} == {BODY}
    assert {fact["says"] for fact in found["facts"].values()} == {text}


@pytest.mark.parametrize("form", formats())
def test_an_unfinished_page_is_written_too(tiny: Guide, form: str) -> None:
    hostile = with_words(tiny, TEXTS[1], BODY)
    assert page(hostile, "flame=smoky").open == ("glass",)
    assert written(hostile, "flame=smoky", form)
