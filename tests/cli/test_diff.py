"""guide diff: two folders or revisions, and an exit code that scripts can use."""

import json
import shutil
from pathlib import Path

import pytest
from helpers.running import TINY, here


@pytest.fixture
def other(tmp_path: Path) -> Path:
    """A copy of the small guide with one word changed."""
    folder = Path(shutil.copytree(TINY, tmp_path / "other"))
    steps = folder / "advice" / "steps.yaml"
    text = steps.read_text(encoding="utf-8")
    steps.write_text(text.replace("Replace the glass.", "Repair the glass."), encoding="utf-8")
    return folder


def test_the_same_guide_exits_with_0() -> None:
    ran = here("diff", str(TINY), str(TINY))
    assert (ran.code, ran.err) == (0, "")
    assert "No reader sees a difference." in ran.out


def test_a_difference_exits_with_1(other: Path) -> None:
    ran = here("diff", str(TINY), str(other))
    assert (ran.code, ran.err) == (1, "")
    assert "[-Replace-] {+Repair+} the glass." in ran.out
    assert "section What to do next; for Glass: Cracked" in " ".join(ran.out.split())


def test_json(other: Path) -> None:
    data = json.loads(here("diff", str(TINY), str(other), "--as", "json").out)
    assert data["groups"][0]["who"]["when"] == [{"glass": ["cracked"]}]


@pytest.mark.parametrize(("name", "start"), [("a.html", "<!DOCTYPE"), ("a.md", "# What")])
def test_the_name_of_the_file_decides_the_format(
    other: Path, tmp_path: Path, name: str, start: str
) -> None:
    path = tmp_path / name
    ran = here("diff", str(TINY), str(other), "-o", str(path))
    assert (ran.code, ran.out) == (1, "")
    assert path.read_text(encoding="utf-8").startswith(start)


def test_a_file_that_no_format_is_named_like_is_refused(other: Path, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    ran = here("diff", str(TINY), str(other), "-o", str(path))
    assert (ran.code, ran.out) == (2, "")
    assert "no format has this ending; it can be .html, .json, .md, .txt" in ran.err
    assert not path.exists()


@pytest.mark.parametrize("wrong", ["nowhere", "HEAD:nowhere", "-x"])
def test_what_cannot_be_compared_is_one_line_and_2(wrong: str) -> None:
    ran = here("diff", "--as", "text", "--", str(TINY), wrong)
    assert (ran.code, ran.out) == (2, "")
    assert ran.err.count("\n") == 1


def test_a_word_is_missing() -> None:
    ran = here("diff", str(TINY))
    assert (ran.code, ran.err.count("\n")) == (2, 1)
