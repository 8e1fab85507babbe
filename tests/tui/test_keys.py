"""Whatever keys are pressed: no crash, and no answer lost."""

import asyncio
import tempfile
from pathlib import Path

import pytest
from helpers.stage import running, shelf_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guide.journey.walk import walk
from guide.model.schema import Guide

NAMED = "enter escape left right up down tab space home end pageup pagedown backspace slash"
KEYS = [*NAMED.split(" "), "question_mark", "ctrl+p", *"12349ABCZabcdefhijkmnprstuvwxy"]


@given(keys=st.lists(st.sampled_from(KEYS), min_size=4, max_size=25))
@settings(
    max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_any_keys_in_any_order(
    tiny: Guide, monkeypatch: pytest.MonkeyPatch, keys: list[str]
) -> None:
    with tempfile.TemporaryDirectory() as home:
        monkeypatch.setenv("GUIDE_HOME", home)
        monkeypatch.chdir(home)
        asyncio.run(_press(tiny, keys, Path(home)))


async def _press(tiny: Guide, keys: list[str], home: Path) -> None:
    async with running(shelf_of(tiny), size=(80, 24)) as stage:
        for key in keys:
            before = stage.app.session.journey
            await stage.press(key)
            after = stage.app.session.journey
            if after is None:
                continue
            walked = walk(tiny, after.answers)
            assert len(walked.trail) <= len(tiny.questions)
            same = before is not None and before.walk_id == after.walk_id
            if same and before is not None and not after.visiting and not before.visiting:
                lost = before.answers.keys() - after.answers.keys()
                assert not lost or after.notice, (key, lost)
        own = stage.app.session.journey
        while own is not None and own.visiting:
            own = own.former
        if own is not None and own.answers:
            kept = stage.app.session.history.get(own.walk_id or "")
            assert kept is not None
            assert dict(kept.answers) == own.answers
    assert not (home / "log" / "crash.log").exists()
