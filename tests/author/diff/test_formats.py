"""One comparison in every format; the goldens are to be read."""

import json
from collections.abc import Callable
from pathlib import Path

import html5lib
import pytest

from author.diff.conftest import Compare
from guide.author.diff.formats import Style, formats, render
from guide.author.diff.result import GuideDiff
from guide.document.worddiff import Run, word_diff

GOLDEN = Path(__file__).parent / "golden"
STYLE = Style("v1", "v2")
SUFFIX = {"html": ".html", "json": ".json", "markdown": ".md", "text": ".txt"}


@pytest.fixture
def much(edited: Compare) -> GuideDiff:
    """Some of everything."""
    return edited(
        ("advice/steps.yaml", "Replace the glass.", "Replace the *whole* glass & look."),
        ("advice/steps.yaml", "id: steps-cracked", "id: steps-broken"),
        ("advice/verdict.yaml", "It is safe to light.", "It is safe to light tonight."),
        ("advice/notices.yaml", "when: {wind: calm}", "when: {wind: storm}"),
        ("facts.yaml", "A smoky flame leaves soot.", "A smoky flame leaves thick soot."),
        ("questions.yaml", "settles: {flame: smoky, soot: thick}", "settles: {flame: smoky}"),
        ("questions.yaml", "How is the wind?", "How is the <wind> tonight?"),
    )


@pytest.mark.parametrize("name", formats())
def test_every_format_tells_the_same(
    name: str, much: GuideDiff, golden: Callable[[Path, str], None]
) -> None:
    golden(GOLDEN / f"much{SUFFIX[name]}", render(much, name, STYLE))


def test_no_difference_is_said_plainly(edited: Compare) -> None:
    found = edited()
    assert render(found, "text", STYLE).endswith("\n\nNo reader sees a difference.\n")
    assert json.loads(render(found, "json", STYLE))["same"] is True


def test_signs_stand_with_and_without_escapes(much: GuideDiff) -> None:
    plain = render(much, "text", STYLE)
    bold = render(much, "text", STYLE._replace(bold=True))
    assert "{+light tonight.+}" in plain
    assert "\x1b" not in plain
    for sequence in ("\x1b[1m", "\x1b[9m", "\x1b[0m"):
        bold = bold.replace(sequence, "")
    assert bold == plain


def test_the_page_is_html(much: GuideDiff) -> None:
    page = render(much, "html", STYLE)
    html5lib.HTMLParser(strict=True).parse(page)
    assert "<ins>{+&lt;wind&gt; tonight?+}</ins>" in page
    assert "<wind>" not in page


@pytest.mark.parametrize("width", [40, 80])
def test_lines_are_as_long_as_they_may_be(much: GuideDiff, width: int) -> None:
    lines = render(much, "text", STYLE._replace(width=width)).splitlines()
    codes = [line for line in lines if len(line) > width]
    assert all("tiny:" in line for line in codes), codes


def test_words_are_compared_within_paragraphs() -> None:
    runs = word_diff("One two.\n\n- a\n- b", "One two\nthree.\n\n- a\n- c")
    assert runs == (
        Run("same", "One"),
        Run("gone", "two."),
        Run("new", "two three."),
        Run("same", "\n\n- a\n-"),
        Run("gone", "b"),
        Run("new", "c"),
    )
