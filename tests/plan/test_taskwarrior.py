"""What Taskwarrior itself makes of the task list, and what a second import does to it.

Needs ``task`` (the package is called taskwarrior). Without it these tests are skipped, and say so.
"""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest
from helpers.making_plans import plan

from guide.model.schema import Guide
from guide.pages.plan import write_plan
from guide.plan.exports import caution, refusal

TASK = shutil.which("task")


def is_taskwarrior() -> bool:
    """Whether ``task`` is Taskwarrior, which prints its version alone, and no other program."""
    if TASK is None:
        return False
    told = subprocess.run([TASK, "--version"], capture_output=True, check=False, timeout=60)
    return re.fullmatch(rb"\d+\.\d+\.\d+", told.stdout.strip()) is not None


needs_task = pytest.mark.skipif(
    not is_taskwarrior(), reason="TASKWARRIOR NOT CHECKED: install the package taskwarrior"
)
FAILURE = "opinion=qualified,nature=failure,deal=active,months=6"


class Taskwarrior:
    """A task list of its own, in a folder of its own."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        settings = "confirmation=off\nnews.version=9.9.9\nrecurrence=off\n"
        (folder / "taskrc").write_text(settings, encoding="utf-8")

    def run(self, *arguments: str) -> str:
        """Whatever a command prints."""
        assert TASK is not None
        own = {"TASKRC": str(self._folder / "taskrc"), "TASKDATA": str(self._folder / "data")}
        done = subprocess.run(
            [TASK, *arguments], env=os.environ | own, capture_output=True, check=True, timeout=60
        )
        return done.stdout.decode()

    def take(self, text: str) -> None:
        """Import a file."""
        path = self._folder / "plan.tasks.json"
        path.write_text(text, encoding="utf-8")
        self.run("import", str(path))

    def tasks(self) -> dict[str, dict[str, Any]]:
        """All tasks by their UUID."""
        return {task["uuid"]: task for task in json.loads(self.run("export"))}


@pytest.fixture
def list_of_tasks(tmp_path: Path) -> Taskwarrior:
    (tmp_path / "data").mkdir()
    return Taskwarrior(tmp_path)


@needs_task
def test_it_takes_every_task_with_its_day(shipped: Guide, list_of_tasks: Taskwarrior) -> None:
    text = write_plan(plan(shipped, FAILURE, report_date="2026-02-20"), "taskwarrior")
    list_of_tasks.take(text)
    found = list_of_tasks.tasks()
    for task in json.loads(text):
        there = found.pop(task["uuid"])
        assert there["description"] == task["description"]
        assert there["due"] == task["due"]
        lines = {note["description"] for note in there["annotations"]}
        assert lines == {note["description"] for note in task["annotations"]}
    assert found == {}


@needs_task
def test_a_second_import_moves_the_days_and_doubles_nothing(
    shipped: Guide, list_of_tasks: Taskwarrior
) -> None:
    list_of_tasks.take(write_plan(plan(shipped, FAILURE, report_date="2026-02-20"), "taskwarrior"))
    before = list_of_tasks.tasks()
    repaired = plan(shipped, FAILURE, report_date="2026-02-20", fixes_done="2026-06-30")
    later = write_plan(repaired, "taskwarrior")
    list_of_tasks.take(later)
    after = list_of_tasks.tasks()
    assert after.keys() == before.keys()
    assert all(after[task["uuid"]]["due"] == task["due"] for task in json.loads(later))
    assert sum(after[name]["due"] != before[name]["due"] for name in before) > 10


@needs_task
def test_the_caution_is_true_a_done_task_is_open_again(
    shipped: Guide, list_of_tasks: Taskwarrior
) -> None:
    """If this fails, Taskwarrior keeps the state now: then the caution has to go."""
    text = write_plan(plan(shipped, FAILURE, report_date="2026-02-20"), "taskwarrior")
    list_of_tasks.take(text)
    name = json.loads(text)[0]["uuid"]
    list_of_tasks.run(name, "modify", "+own", "priority:H")
    list_of_tasks.run(name, "done")
    list_of_tasks.take(text)
    again = list_of_tasks.tasks()[name]
    assert again["status"] == "pending"
    assert "own" not in again["tags"]
    assert "priority" not in again
    assert "open again" in caution("taskwarrior")


def test_a_list_without_a_task_is_refused(shipped: Guide) -> None:
    assert refusal(plan(shipped, "obstacle=ended"), "taskwarrior")
    assert refusal(plan(shipped, FAILURE), "taskwarrior") == ""
