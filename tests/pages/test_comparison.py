"""A few comparisons in every format: compared with files that somebody has read."""

import json
import re
from collections.abc import Callable
from pathlib import Path

import html5lib
import pytest
from helpers.compared_pages import CASES, compared, written

from guide.document.formats import formats, suffix
from guide.model.schema import Guide

GOLDEN = Path(__file__).parent / "golden" / "comparison"


@pytest.mark.parametrize("form", formats())
@pytest.mark.parametrize("name", CASES)
def test_a_comparison_is_written_as_it_was_when_somebody_read_it(
    tiny: Guide, golden: Callable[[Path, str], None], name: str, form: str
) -> None:
    text = written(tiny, form, *CASES[name])
    golden(GOLDEN / f"{name}{suffix(form)}", text)
    assert text.endswith("\n")
    assert not [line for line in text.splitlines() if line != line.rstrip()]


@pytest.mark.parametrize("name", ["two", "three"])
def test_from_160_columns_on_the_pages_stand_side_by_side(
    tiny: Guide, golden: Callable[[Path, str], None], name: str
) -> None:
    wide = written(tiny, "text", *CASES[name], width=160)
    golden(GOLDEN / f"{name}-160.txt", wide)
    assert "│" in wide
    assert max(map(len, wide.splitlines())) <= 160
    assert "│" not in written(tiny, "text", *CASES[name], width=159)


def test_stacked_text_fits_80_columns(shipped: Guide) -> None:
    codes = ("opinion=qualified,nature=admin,auditor=healthy", "opinion=adverse,nature=failure")
    lines = written(shipped, "text", *codes).splitlines()
    assert [line for line in lines if len(line) > 80 and "Code:" not in line] == []


def test_every_difference_names_the_answer_that_causes_it(tiny: Guide) -> None:
    pages = compared(tiny, *CASES["two"])
    assert [part.section.id for part in pages.sections] == ["verdict", "steps"]
    for part in pages.sections:
        for change in part.changes[0]:
            assert [[cause.facet for cause in causes] for causes in change.reasons] == [["glass"]]


def test_the_one_answer_that_differs_is_named_once_above_it_all(tiny: Guide) -> None:
    text = written(tiny, "text", *CASES["two"])
    assert "A: Glass: Whole\n" in text
    assert "B: Glass: Cracked\n" in text
    assert "The same on both pages: Flame: Smoky." in text
    assert "Because" not in text


def test_a_reason_that_a_whole_section_has_stands_above_it_once(shipped: Guide) -> None:
    pairs = "opinion=qualified,nature=admin,auditor=healthy", "opinion=adverse,nature=failure"
    text = written(shipped, "text", *pairs, width=170)
    steps = text.partition("Do today\n")[2].partition("Short answer\n")[0]
    assert " ".join(steps.split()).count("Because") == 1


def test_three_pages_of_a_guide_name_the_same_sections_once(shipped: Guide) -> None:
    first = "opinion=qualified,nature=admin,auditor=healthy"
    pages = compared(shipped, first, f"{first},deal=active", f"{first},deal=none")
    titles = {part.section.title for part in pages.sections} | {r.section.title for r in pages.same}
    assert len(titles) == len(pages.sections) + len(pages.same) == 10
    assert all(any(part.changes) for part in pages.sections)


@pytest.mark.parametrize("name", CASES)
def test_html_is_valid_and_holds_signs_inside_its_marks(tiny: Guide, name: str) -> None:
    text = written(tiny, "html", *CASES[name])
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(text)
    for mark, before, after in (("del", "[-", "-]"), ("ins", "{+", "+}")):
        for node in tree.iter(mark):
            assert node.text.startswith(before)
            assert node.text.endswith(after)
    ids = [node.get("id") for node in tree.iter() if node.get("id")]
    assert len(ids) == len(set(ids))
    assert "url(" not in text
    assert "<script" not in text


def test_json_says_the_same_as_the_comparison(tiny: Guide) -> None:
    data = json.loads(written(tiny, "json", *CASES["three"]))
    pages = compared(tiny, *CASES["three"])
    assert [page["name"] for page in data["pages"]] == ["A", "B", "C"]
    assert [s["id"] for s in data["sections"]] == [part.section.id for part in pages.sections]
    assert list(data["changed"]) == ["B", "C"]


def test_a_terminal_shows_style_beside_the_signs_and_every_line_ends_its_own(tiny: Guide) -> None:
    plain = written(tiny, "text", *CASES["two"], width=160)
    styled = written(tiny, "text", *CASES["two"], width=160, bold=True)
    assert "\x1b[9m[-It will burn, but it smokes.-]\x1b[29m" in styled
    assert "\x1b[4m{+" in styled
    assert re.sub("\x1b\\[[0-9;]*m", "", styled) == plain
    for line in styled.splitlines():
        assert line.count("\x1b[9m") == line.count("\x1b[29m")
        assert line.count("\x1b[4m") == line.count("\x1b[24m")
