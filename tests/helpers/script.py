"""Asks the script of a built site what Python is asked too."""

import json
import os
import random
import shutil
import subprocess
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from guide.journey.advice import advise
from guide.journey.code import write_code
from guide.journey.journey import Journey
from guide.journey.walk import walk
from guide.model.schema import Answers, Guide
from guide.site.index import index

PROGRAM = Path(__file__).parents[1] / "website" / "rules.js"
NODE = shutil.which("node")
WHY_NOT = "NOT CHECKED: node is missing, so nobody compares the site's script with Python"


def by_chance() -> random.Random:
    """The same chance in every run."""
    return random.Random(16)  # noqa: S311  it draws examples, not secrets


def share(count: int) -> range:
    """A third of so many examples where all that a site needs is there, else a tenth: CI waits."""
    return range((count // 3 if os.environ.get("GUIDE_BROWSER") else count // 10) + 1)


def ask_script(guide: Guide, folder: Path, questions: Iterable[tuple[str, Any]]) -> list[Any]:
    """What the script answers, one answer for each question."""
    assert NODE
    file = folder / "index.html"
    file.write_bytes(index(guide))
    lines = "\n".join(json.dumps(question) for question in questions)
    ran = subprocess.run(
        [NODE, PROGRAM, file], input=lines.encode(), capture_output=True, timeout=300, check=False
    )
    assert ran.returncode == 0, ran.stderr.decode()[-2000:]
    return [json.loads(line) for line in ran.stdout.decode().splitlines()]


def some_walk(guide: Guide, chance: random.Random, steps: int = 1000) -> dict[str, str]:
    """Answers drawn by chance, to the page or for so many questions."""
    answers: dict[str, str] = {}
    while len(answers) < steps and (question := walk(guide, answers).next) is not None:
        answers[question.id] = chance.choice(question.options).id
    return answers


def pairs_of(answers: Answers) -> list[list[str]]:
    """Answers in their order, which no table of JSON promises to keep."""
    return [[question, option] for question, option in answers.items()]


def page_of(guide: Guide, answers: Answers) -> list[Any]:
    """The code of a walk, the question to ask next, and the numbers of the blocks on its page."""
    journey = Journey(guide, {**answers})
    following = journey.walked.next
    every = (block.id for part in guide.sections for block in guide.blocks.get(part.id, ()))
    number = {block: at for at, block in enumerate(every)}
    return [
        write_code(guide, journey.scenario),
        following.id if following else "",
        [number[shown.block.id] for shown in advise(guide, journey.scenario).blocks()],
    ]
