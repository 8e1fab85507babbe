"""``guide glance`` and ``guide terms``: help for somebody who answers nothing."""

import json
from pathlib import Path

import pytest
from helpers.running import ROOT, here


@pytest.fixture(autouse=True)
def _the_guide_that_ships(monkeypatch: pytest.MonkeyPatch, _only_the_small_guide: None) -> None:
    shipped = ROOT / "content" / "failed-audit"
    monkeypatch.setattr("guide.reading.shelf.shipped_guides", lambda: shipped)


def test_the_four_opinions_and_the_way_back_need_no_answer() -> None:
    page = here("glance")
    assert page.code == 0
    for words in ("Qualified, the usual bad one", "Adverse", "3 to 6 months", "Terms on this page"):
        assert words in page.out


def test_what_the_glance_rests_on_is_named_when_asked_for() -> None:
    assert "Where this comes from" not in here("glance").out
    assert "Where this comes from" in here("glance", "--sources").out


def test_the_glance_has_every_format(tmp_path: Path) -> None:
    assert "| Opinion |" in here("glance", "--as", "markdown").out
    assert json.loads(here("glance", "--as", "json").out)["sections"][1]["table"]["rows"]
    here("glance", "-o", str(tmp_path / "glance.html"))
    html = (tmp_path / "glance.html").read_text(encoding="utf-8")
    assert 'href="#term-qualified"' in html
    assert 'id="term-qualified"' in html


def test_a_guide_without_a_glance_says_how_to_go_on() -> None:
    answer = here("--library", str(ROOT / "tests" / "guides"), "glance", "tiny")
    assert answer.code == 2
    assert "guide ask tiny" in answer.err


def test_a_term_is_found_by_any_of_its_names() -> None:
    assert here("terms", "gap", "letter").out.count("bridge letter:") == 1
    everything = here("terms").out
    assert everything.count("Not to be confused with") >= 30


def test_a_word_that_is_no_term_is_told_so() -> None:
    answer = here("terms", "lantern")
    assert (answer.code, answer.out) == (1, "")
    assert "'lantern'" in answer.err
