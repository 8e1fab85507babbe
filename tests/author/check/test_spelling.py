"""Words in no list are named where they stand first; names and the glossary's words are not."""

from pathlib import Path

import pytest
from helpers.faults import copy_of_tiny, swap

from guide.author.check.check import check_reading
from guide.author.check.spelling import word_list
from guide.english import WORD
from guide.reading.reader import read_guide


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("Replace the glass.", []),
        ("Replace the glas.", ["glas"]),
        ("Replase the glas, the glas.", ["Replase", "glas"]),
        ("Replace the glass with Zweibel's glass.", []),
        ("Replace the glass by NTLM or MacBrew, at 3pm.", []),
        ("Replace the glass's flame.", []),
        ("Replace the glass-flame, the glass-flaem.", ["flaem"]),
        ("Replace the glass; see zxy.example.org/qrs.", []),
    ],
)
def test_a_word_in_no_list_is_reported_once(
    tmp_path: Path, sentence: str, words: list[str]
) -> None:
    held = "\n".join(
        file.read_text(encoding="utf-8")
        for file in copy_of_tiny(tmp_path / "sound").rglob("*.yaml")
    )
    folder = copy_of_tiny(tmp_path / "changed")
    swap("advice/steps.yaml", "Replace the glass.", sentence)(folder)
    known = word_list(["\n".join(WORD.findall(held)), "with\nby\nor\nat\nsee/S\n"])
    problems = check_reading(read_guide(folder), words=known).problems
    reported = [problem for problem in problems if problem.code == "T510"]
    assert [problem.message.split("'")[3] for problem in reported] == words
    assert all(problem.at.file == "advice/steps.yaml" for problem in reported)


def test_without_a_list_nothing_is_spelled(tmp_path: Path) -> None:
    folder = copy_of_tiny(tmp_path)
    swap("advice/steps.yaml", "Replace the glass.", "Replase the glas.")(folder)
    assert check_reading(read_guide(folder)).problems == []
