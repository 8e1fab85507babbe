"""The real app in a real terminal, killed at any moment, loses no walk that it showed finished."""

import os
import random
import sys
import time
from pathlib import Path

import pytest
from conftest import HERE, environment

from guide.history.history import History

if sys.platform == "win32":
    pytest.skip("SKIPPED: this system has no pseudo-terminals", allow_module_level=True)

from helpers.terminal import Terminal, program

WALKS = 100
"""Finished in all; each is written twice, once for each answer."""
KILLS = 6
PAGE = b"Leave this lantern"


class Reader(Terminal):
    """Somebody who walks through the guide, fast."""

    def key(self, key: str, text: bytes) -> None:
        """Press a key, and wait for what it brings."""
        self.seen = b""
        os.write(self._fd, key.encode())
        self.wait_for(text)

    def walk(self, number: int) -> None:
        """One more walk, to its page."""
        if number:
            self.key("r", b"How does the flame burn?")
        self.key("12"[number % 2], b"Is the glass whole?")
        self.key("2", PAGE)


def test_a_walk_whose_page_was_shown_is_kept_whenever_the_app_is_killed(own_home: Path) -> None:
    chance = random.Random(2026)  # noqa: S311 -- repeatable, not secret
    env = environment(own_home) | {"PYTHONDONTWRITEBYTECODE": "1"}
    command = program("open", "tiny", "--library", str(HERE / "guides"))
    finished = 0
    for _ in range(KILLS):
        with Reader(command, env) as reader:
            reader.wait_for(b"How does the flame burn?")
            for number in range(WALKS // KILLS + 1):
                reader.walk(number)
                finished += 1
            os.write(reader._fd, chance.choice(("r", "r1", "r12", "b", "t")).encode())
            time.sleep(chance.random() / 20)  # whatever it is doing then, it is killed
    with History() as history:
        kept = [walk for walk in history.recent(1000) if walk.finished]
        assert history.notice == ""
    assert finished >= WALKS
    assert len(kept) >= finished
    assert {tuple(walk.answers.values()) for walk in kept} == {
        ("steady", "cracked"),
        ("smoky", "cracked"),
    }
