"""The files of a guide's folder: which there are, their bytes, and what comes of reading them."""

import hashlib
import os
import stat
from collections.abc import Mapping
from pathlib import Path
from typing import NamedTuple

from guide.model.codes import Code
from guide.model.example import Example
from guide.model.problems import Problem, did_you_mean
from guide.model.schema import Guide, Place
from guide.reading.collector import Problems

HEAD = "guide.yaml"
FACETS = "facets.yaml"
QUESTIONS = "questions.yaml"
FACTS = "facts.yaml"
EXAMPLES = "examples.yaml"
RECOVERY = "recovery.yaml"
GLANCE = "glance.yaml"
TERMS = "terms.yaml"
CASES = "cases.yaml"
SESSIONS = "sessions.yaml"
ADVICE_FOLDER = "advice"
REPLIES = "replies.yaml"
LETTERS = "letters.yaml"
FILES = (
    HEAD,
    FACETS,
    QUESTIONS,
    FACTS,
    EXAMPLES,
    RECOVERY,
    GLANCE,
    TERMS,
    REPLIES,
    LETTERS,
    CASES,
    SESSIONS,
)
READ_AT_MOST = 1024 * 1024
"""Bytes of one file; more than ``nodes.MAX_BYTES``, which decides what is too large."""
MAX_FILES = 200
"""Far more than a guide has; a folder beyond this is not a guide."""


class Reading(NamedTuple):
    """What a folder holds: a guide, or why there is none. A guide with problems is not shown."""

    guide: Guide | None
    problems: list[Problem]
    examples: tuple[Example, ...] = ()
    """Not part of the guide: no reader needs them, and the cache would double."""
    draft: Guide | None = None
    """The guide, also where guide.yaml lacks what a guide must have; for checks only."""
    lost: frozenset[str] = frozenset()
    """Files of which something could not be read."""
    shapeless: bool = True
    """Whether the questions, or who sees what, can't be told; then nothing is proven of them."""
    data: Mapping[str, bytes] = {}
    """The files as they were written, to look up where a word stands."""


class Files(NamedTuple):
    """The bytes of every file of a guide, by path below its folder, and their hash."""

    data: dict[str, bytes]
    content_hash: str
    problems: Problems


def read_files(folder: Path) -> Files:
    """The bytes of the guide's files; what can't be opened is a problem."""
    problems = Problems()
    data: dict[str, bytes] = {}
    for name in _names(folder, problems):
        content = _bytes(folder / name, name, problems)
        if content is not None:
            data[name] = content
    digest = hashlib.sha256()
    for name, content in sorted(data.items()):
        digest.update(f"{len(name)} {name} {len(content)} ".encode())
        digest.update(content)
    return Files(data, digest.hexdigest(), problems)


def _names(folder: Path, problems: Problems) -> list[str]:
    try:
        here = sorted(path.name for path in folder.iterdir())
    except OSError as error:
        reason = error.strerror or "it can't be opened"
        problems.add(Code.UNREADABLE, Place(HEAD, 1, 1), f"the folder can't be read: {reason}")
        return []
    if HEAD not in here:
        message = f"no {HEAD} in this folder; it is what makes a folder a guide"
        problems.add(Code.NO_GUIDE, Place(HEAD, 1, 1), message)
        return []
    for name in (FACETS, QUESTIONS):
        if name not in here:
            problems.add(Code.MISSING_FILE, Place(name, 1, 1), f"no {name} in this folder; add it")
    below = _below(folder, problems) if ADVICE_FOLDER in here else []
    _refuse_strangers(here, below, problems)
    names = [name for name in here if name in FILES]
    advice = [f"{ADVICE_FOLDER}/{name}" for name in below if _is_yaml(name)]
    if len(advice) > MAX_FILES:
        message = "this file and all after it are not read; "
        message += f"a guide may have {MAX_FILES} files of advice"
        problems.add(Code.UNKNOWN_FILE, Place(advice[MAX_FILES], 1, 1), message)
    return names + advice[:MAX_FILES]


def _below(folder: Path, problems: Problems) -> list[str]:
    try:
        return sorted(path.name for path in (folder / ADVICE_FOLDER).iterdir())
    except OSError as error:
        reason = error.strerror or "it can't be opened"
        message = f"a folder belongs here, and this can't be read as one: {reason}"
        problems.add(Code.UNREADABLE, Place(ADVICE_FOLDER, 1, 1), message)
        return []


def _is_yaml(name: str) -> bool:
    return name.endswith(".yaml") and not name.startswith(".") and name == shown_name(name)


def shown_name(name: str) -> str:
    """A file's name as it can be shown, also where its bytes are not UTF-8."""
    return os.fsencode(name).decode("utf-8", "backslashreplace")


def _refuse_strangers(here: list[str], below: list[str], problems: Problems) -> None:
    for name in here:
        looks = name.lower().endswith((".yaml", ".yml")) and not name.startswith(".")
        if looks and name not in FILES:
            readable = shown_name(name)
            message = f"no part of a guide is called {readable!r}{did_you_mean(readable, FILES)}"
            problems.add(Code.UNKNOWN_FILE, Place(readable, 1, 1), message)
    for name in below:
        readable = shown_name(name)
        at = Place(f"{ADVICE_FOLDER}/{readable}", 1, 1)
        if name.startswith(".") or not name.lower().endswith((".yml", ".yaml")):
            continue
        if readable != name:
            message = "the name of this file is not UTF-8, so it is not read; rename it"
            problems.add(Code.UNKNOWN_FILE, at, message)
        elif not name.endswith(".yaml"):
            message = f"call it {name.rsplit('.', 1)[0]}.yaml, or it is not read"
            problems.add(Code.UNKNOWN_FILE, at, message)


def _bytes(path: Path, name: str, problems: Problems) -> bytes | None:
    at = Place(name, 1, 1)
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would wait for ever
            problems.add(Code.UNREADABLE, at, "not a regular file")
            return None
        with path.open("rb") as file:
            return file.read(READ_AT_MOST)
    except OSError as error:
        problems.add(Code.UNREADABLE, at, f"can't be opened: {error.strerror or error}")
        return None
