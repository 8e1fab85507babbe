"""The file of answers: nothing kept is lost, whoever stops and whoever else writes."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from helpers.practicing import review
from helpers.running import ROOT

from guide.practice.progress import LARGEST, ReviewFile, TooLargeError, read_from
from guide.practice.reviews import written

WRITER = """
import sys
from datetime import UTC, datetime, timedelta
from guide.practice.progress import ReviewFile
from guide.practice.reviews import Review
start = datetime(2026, 3, 2, tzinfo=UTC)
for number in range(100):
    when = start + timedelta(seconds=number)
    ReviewFile().add([Review("tiny", sys.argv[1], when, "safe", True)])
"""


def test_what_was_never_kept_is_empty(no_home: Path) -> None:
    assert ReviewFile().read() == ([], [])
    assert not no_home.exists()


def test_each_answer_is_a_line_in_the_folder_of_data(own_home: Path) -> None:
    for case in ("red", "blue"):
        ReviewFile().add([review(case)])
    path = own_home / "data" / "practice.jsonl"
    assert path.read_text(encoding="utf-8") == written([review("red"), review("blue")])
    assert ReviewFile().read().reviews == [review("red"), review("blue")]


def test_half_a_line_of_somebody_who_was_stopped_takes_no_other_with_it(tmp_path: Path) -> None:
    progress = ReviewFile(tmp_path / "practice.jsonl")
    progress.add([review("red")])
    progress.path.write_bytes(progress.path.read_bytes() + b'{"guide": "ti')
    progress.add([review("blue")])
    kept, faults = progress.read()
    assert kept == [review("red"), review("blue")]
    assert faults == ["line 2: it is not JSON"]


def test_two_programs_at_once_lose_no_answer(own_home: Path) -> None:
    env = os.environ | {"GUIDE_HOME": str(own_home), "PYTHONPATH": str(ROOT)}
    command = [sys.executable, "-c", WRITER]
    writers = [subprocess.Popen([*command, case], env=env) for case in ("red", "blue")]
    assert [writer.wait(60) for writer in writers] == [0, 0]
    kept, faults = ReviewFile().read()
    assert faults == []
    assert sorted(answer.case for answer in kept) == ["blue"] * 100 + ["red"] * 100


def test_only_answers_that_are_not_there_are_adopted(tmp_path: Path) -> None:
    progress = ReviewFile(tmp_path / "practice.jsonl")
    progress.add([review("red"), review("blue")])
    guess = review("blue")._replace(guessed=True)
    assert progress.adopt([review("red"), guess, review("green")]) == 2
    assert progress.adopt([review("red"), guess, review("green")]) == 0
    assert progress.read().reviews == [review("red"), guess, review("green")]


def test_erasing_leaves_no_file(tmp_path: Path) -> None:
    progress = ReviewFile(tmp_path / "practice.jsonl")
    progress.erase()
    progress.add([review("red")])
    progress.erase()
    assert [*tmp_path.iterdir()] == []


def test_where_nothing_can_be_kept_the_system_says_why(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    progress = ReviewFile(tmp_path / "file" / "practice.jsonl")
    assert progress.read() == ([], [])
    with pytest.raises(OSError, match="file"):
        progress.add([review("red")])


def test_a_file_too_large_to_be_progress_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "practice.jsonl"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(TooLargeError, match="larger than 20 MB"):
        read_from(path)
