"""``content/KEEPING.md`` is true: it goes on with the guide of ``content/README.md``."""

import re
from pathlib import Path

import msgspec
import pytest
from helpers.editor import files_of, refused
from helpers.lesson import NEXT_PAGE, PAGE, Author, boxes, written_anew
from helpers.running import here

from guide.author.check.prove import prove
from guide.model.example import Example
from guide.model.practice import (
    Case,
    CaseOption,
    Cases,
    HandsQuestion,
    SessionPlan,
    SessionStep,
    SpokenRound,
)
from guide.model.schema import Renamed
from guide.reading.reader import read_guide

TEXT = NEXT_PAGE.read_text(encoding="utf-8")


@pytest.fixture
def author(tmp_path: Path) -> Author:
    """An author who has read the first page."""
    made = Author(tmp_path)
    for box in boxes(PAGE.read_text(encoding="utf-8")):
        made.follow(box)
    return made


def test_what_the_page_shows_can_be_done_and_leaves_the_guide_whole(author: Author) -> None:
    said = written_anew(TEXT, author)
    assert said == TEXT
    reading = read_guide(author.guide)
    assert reading.guide is not None
    assert reading.problems == []
    assert prove(reading.guide).problems == []
    for file, content in files_of(author.guide).items():
        assert refused(file, content) == []


def test_its_cases_hold_and_break_when_a_fact_is_taken_away(author: Author) -> None:
    written_anew(TEXT, author)
    assert here("try", str(author.guide)).code == 0
    steps = author.guide / "advice" / "steps.yaml"
    less = steps.read_text(encoding="utf-8").replace("[F1, F2, C1]", "[F2, C1]")
    steps.write_text(less, encoding="utf-8")
    assert " E711 " in here("try", str(author.guide)).out


def test_every_key_of_examples_renames_cases_and_sessions_is_on_the_page() -> None:
    kinds = (Example, Renamed, Case, Cases, CaseOption, SessionPlan, SessionStep, HandsQuestion)
    keys = {f.name for kind in (*kinds, SpokenRound) for f in msgspec.structs.fields(kind)}
    for key in keys - {"at"}:
        assert re.search(rf"\b{key}\b(?:`|:)", TEXT), key


def test_every_file_the_page_points_to_is_there() -> None:
    for target in re.findall(r"\]\(([^)#]+)\)", TEXT):
        assert (NEXT_PAGE.parent / target).exists(), target
