"""Copies of the small guide that an author edits."""

from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.faults import copy_of_tiny, swap

from guide.author.diff.compare import compare
from guide.author.diff.result import GuideDiff
from guide.model.schema import Guide
from guide.reading.reader import read_guide

Edits = tuple[str, str, str]
Compare = Callable[..., GuideDiff]


def read(folder: Path) -> Guide:
    reading = read_guide(folder)
    assert reading.guide is not None
    assert [problem.line() for problem in reading.problems] == []
    return reading.guide


def everywhere(folder: Path, old: str, new: str) -> None:
    for path in folder.rglob("*.yaml"):
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace(old, new), encoding="utf-8")


@pytest.fixture
def edited(tmp_path: Path, tiny: Guide) -> Compare:
    """Compare the small guide with itself after some edits: file, old text, new text.

    With ``*`` for the file, the text is replaced wherever it stands.
    """

    def run(*edits: Edits) -> GuideDiff:
        folder = copy_of_tiny(tmp_path)
        for edit in edits:
            everywhere(folder, *edit[1:]) if edit[0] == "*" else swap(*edit)(folder)
        return compare(tiny, read(folder))

    return run
