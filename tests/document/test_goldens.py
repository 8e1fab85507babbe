"""Every format of a few pages, compared with files that somebody has read."""

from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.advice_pages import trail, written

from guide.document.formats import formats, suffix
from guide.model.schema import Guide

GOLDEN = Path(__file__).parent / "golden"
PAGES = {
    "finished": "flame=smoky,glass=whole,wind=storm",
    "corrected": "flame=steady,glass=cracked",
    "finding": "flame=smoky,glass=whole,soot=thick",
    "unfinished": "flame=smoky",
    "nothing-yet": "",
}


@pytest.mark.parametrize("form", formats())
@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_written_as_it_was_when_somebody_read_it(
    tiny: Guide, golden: Callable[[Path, str], None], name: str, form: str
) -> None:
    text = written(tiny, PAGES[name], form).replace(tiny.content_hash, "the-hash-of-the-content")
    golden(GOLDEN / f"{name}{suffix(form)}", text)


@pytest.mark.parametrize("form", ["text", "markdown", "html"])
def test_the_answers_that_led_to_a_page_are_listed(
    tiny: Guide, golden: Callable[[Path, str], None], form: str
) -> None:
    answers = {"flame": "unsure", "soot": "yes", "glass": "whole", "wind": "skip"}
    text = written(tiny, PAGES["finding"], form, trail=trail(tiny, answers))
    golden(GOLDEN / f"with-answers{suffix(form)}", text)


@pytest.mark.parametrize("form", formats())
def test_a_page_ends_with_one_line_break_and_has_no_trailing_spaces(tiny: Guide, form: str) -> None:
    text = written(tiny, PAGES["corrected"], form)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")
    assert [line for line in text.splitlines() if line != line.rstrip()] == []
