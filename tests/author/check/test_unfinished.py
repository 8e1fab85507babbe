"""Promises of pages so far: kept by the guide that ships, and broken ones are named."""

from pathlib import Path

from helpers.faults import copy_of_tiny, swap

from guide.author.check.check import check_reading
from guide.journey.advice import advise
from guide.model.schema import Guide
from guide.reading.reader import read_guide


def test_a_page_so_far_that_breaks_a_promise_is_named_with_what_is_settled(tmp_path: Path) -> None:
    folder = copy_of_tiny(tmp_path)
    swap("guide.yaml", "start: flame", "start: flame\nat_every_step: 'yes'")(folder)
    lines = [problem.line() for problem in check_reading(read_guide(folder)).problems]
    assert any(
        "'verdict'" in line and "has none on the page so far of whoever has Nothing settled" in line
        for line in lines
    ), lines


def test_without_the_wish_only_finished_pages_are_proven(tmp_path: Path) -> None:
    assert check_reading(read_guide(copy_of_tiny(tmp_path))).problems == []


def test_the_guide_that_ships_helps_at_every_step(shipped: Guide) -> None:
    assert shipped.head.at_every_step == "yes"
    wanted = {"verdict", "short-answer", "buyers", "next-steps", "telling-buyers"}
    for scenario in ({}, {"report": "draft"}, {"opinion": "qualified"}, {"report": "type1"}):
        page = advise(shipped, scenario)
        assert wanted <= {section.section.id for section in page.sections}, scenario
