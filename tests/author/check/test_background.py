"""A proof in another process finds the same, and ends when nobody wants it."""

import datetime
import sys
from pathlib import Path
from threading import Thread

import pytest
from conftest import SHIPPED
from helpers.faults import TINY, copy_of_tiny

from guide.author.check import background as apart
from guide.author.check.background import Apart, ApartError
from guide.author.check.check import check_reading
from guide.reading.reader import read_guide

TODAY = datetime.date(2026, 5, 20)


def test_it_finds_what_is_found_here(tmp_path: Path) -> None:
    assert Apart(read_guide(SHIPPED).data, TODAY).problems() == ()
    path = copy_of_tiny(tmp_path) / "questions.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("not sure, then: soot", "not sure, then: glass"), encoding="utf-8")
    reading = read_guide(path.parent)
    found = Apart(reading.data, TODAY).problems()
    assert found == tuple(check_reading(reading, TODAY).problems)
    assert found


def test_a_folder_called_guide_where_the_author_works_is_not_taken_for_the_program(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "guide").mkdir()
    (tmp_path / "guide" / "__init__.py").write_text("raise RuntimeError")
    monkeypatch.chdir(tmp_path)
    assert Apart(read_guide(TINY).data, TODAY).problems() == ()


def test_given_up_it_ends_at_once_and_gives_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "COMMAND", [sys.executable, "-c", "import time; time.sleep(600)"])
    proof = Apart(read_guide(TINY).data, TODAY)
    found: list[object] = []
    waiting = Thread(target=lambda: found.append(proof.problems()))
    waiting.start()
    while proof._process is None:
        pass
    proof.give_up()
    waiting.join(timeout=60)
    assert found == [None]


def test_given_up_before_it_began_it_never_begins() -> None:
    proof = Apart(read_guide(TINY).data, TODAY)
    proof.give_up()
    assert proof.problems() is None
    assert proof._process is None


def test_a_process_that_fails_says_why(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(apart, "COMMAND", [sys.executable, "-c", "raise ValueError('no way')"])
    with pytest.raises(ApartError, match="ValueError: no way"):
        Apart(read_guide(TINY).data, TODAY).problems()
