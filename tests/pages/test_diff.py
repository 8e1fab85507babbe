"""One comparison of two states of a guide in every format; the goldens are to be read."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import html5lib
import pytest
from author.diff.conftest import read
from helpers.faults import copy_of_tiny, swap

from guide.author.diff.compare import compare
from guide.author.diff.result import GuideDiff
from guide.document.blocks import Piece
from guide.document.formats import Target, formats, suffix, write
from guide.document.worddiff import word_diff
from guide.model.schema import Guide
from guide.pages.diff import States, compared, diff_page

GOLDEN = Path(__file__).parent / "golden" / "diff"
EDITS = (
    ("advice/steps.yaml", "Replace the glass.", "Replace the *whole* glass & look."),
    ("advice/steps.yaml", "id: steps-cracked", "id: steps-broken"),
    ("advice/verdict.yaml", "It is safe to light.", "It is safe to light tonight."),
    ("advice/notices.yaml", "when: {wind: calm}", "when: {wind: storm}"),
    ("facts.yaml", "A smoky flame leaves soot.", "A smoky flame leaves thick soot."),
    ("questions.yaml", "settles: {flame: smoky, soot: thick}", "settles: {flame: smoky}"),
    ("questions.yaml", "How is the wind?", "How is the <wind> tonight?"),
)


@pytest.fixture
def much(tmp_path: Path, tiny: Guide) -> GuideDiff:
    """Some of everything."""
    folder = copy_of_tiny(tmp_path)
    for edit in EDITS:
        swap(*edit)(folder)
    return compare(tiny, read(folder))


def written(diff: GuideDiff, form: str, target: Target = Target()) -> str:  # noqa: B008
    return write(diff_page(diff, States("v1", "v2")), form, target)


@pytest.mark.parametrize("form", formats())
def test_every_format_says_the_same(
    form: str, much: GuideDiff, golden: Callable[[Path, str], None]
) -> None:
    golden(GOLDEN / f"much{suffix(form)}", written(much, form))


def test_no_difference_is_said_plainly(tiny: Guide) -> None:
    same = compare(tiny, tiny)
    assert written(same, "text").endswith("\n\nNo reader sees a difference.\n")
    assert json.loads(written(same, "json"))["same"] is True


def test_signs_stand_with_and_without_escapes(much: GuideDiff) -> None:
    plain = written(much, "text")
    bold = written(much, "text", Target(bold=True))
    assert "{+light tonight.+}" in plain
    assert "\x1b" not in plain
    assert "\x1b[4m{+light tonight.+}\x1b[24m" in bold
    assert re.sub(r"\x1b\[\d+m", "", bold) == plain


def test_html_is_valid_and_holds_no_element_of_the_guides_making(much: GuideDiff) -> None:
    page = written(much, "html")
    html5lib.HTMLParser(strict=True).parse(page)
    assert "<ins>{+&lt;wind&gt; tonight?+}</ins>" in page
    assert "<wind>" not in page


@pytest.mark.parametrize("width", [40, 80])
def test_lines_are_as_long_as_they_may_be(much: GuideDiff, width: int) -> None:
    lines = written(much, "text", Target(width)).splitlines()
    codes = [line for line in lines if len(line) > width]
    assert all("tiny:" in line for line in codes), codes


def test_long_stretches_that_stay_are_cut_and_paragraphs_are_apart() -> None:
    words = " ".join(map(str, range(40)))
    changed = compared(word_diff(f"gone {words} end.\n\nLast.", f"new {words} end.\n\nLast!"))
    assert [paragraph.signed for paragraph in changed.paragraphs] == [
        "[-gone-] {+new+} 0 1 2 3 4 5 6 7 8 9 10 11 \u2026 29 30 31 32 33 34 35 36 37 38 39 end.",
        "[-Last.-] {+Last!+}",
    ]


def test_words_are_compared_within_paragraphs() -> None:
    runs = word_diff("One two.\n\n- a\n- b", "One two\nthree.\n\n- a\n- c")
    assert runs == (
        Piece("same", "One"),
        Piece("gone", "two."),
        Piece("new", "two three."),
        Piece("same", "\n\n- a\n-"),
        Piece("gone", "b"),
        Piece("new", "c"),
    )
