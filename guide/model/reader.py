"""A folder of YAML to a guide, with every problem of every file."""

import hashlib
import stat
from pathlib import Path
from typing import Any, NamedTuple

import msgspec

from guide.model.codes import Code
from guide.model.decode import Invalid, decode, decode_list
from guide.model.links import check_links
from guide.model.markdown import check_markdown
from guide.model.nodes import MAX_BYTES, Node, parse
from guide.model.problems import Problem, Problems, did_you_mean
from guide.model.schema import Block, Facet, Facts, Guide, Head, Place, Question

HEAD = "guide.yaml"
FACETS = "facets.yaml"
QUESTIONS = "questions.yaml"
FACTS = "facts.yaml"
ADVICE_FOLDER = "advice"
FILES = (HEAD, FACETS, QUESTIONS, FACTS)
MAX_FILES = 200
"""Far more than a guide has; a folder beyond this is not a guide."""


class Reading(NamedTuple):
    """What a folder holds: a guide, or why there is none. A guide with problems is not shown."""

    guide: Guide | None
    problems: list[Problem]


class Files(NamedTuple):
    """The bytes of every file of a guide, by path below its folder, and their hash."""

    data: dict[str, bytes]
    content_hash: str
    problems: Problems


def read_guide(folder: Path) -> Reading:
    """Read and check the guide in this folder. Never raises for what the folder holds."""
    return build_guide(read_files(folder))


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


def build_guide(files: Files) -> Reading:
    """The guide in these bytes, and all that is wrong with it."""
    problems = files.problems
    head = _one(files, HEAD, Head, problems)
    facets = _many(files, FACETS, Facet, problems)
    questions = _many(files, QUESTIONS, Question, problems)
    facts = _one(files, FACTS, Facts, problems)
    blocks: dict[str, tuple[Block, ...]] = {}
    for name in files.data:
        if name.startswith(f"{ADVICE_FOLDER}/"):
            section = name.removeprefix(f"{ADVICE_FOLDER}/").removesuffix(".yaml")
            blocks[section] = _many(files, name, Block, problems)
    if head is None:
        return Reading(None, problems.sorted())
    guide = Guide(
        head=head,
        facets=facets,
        questions=questions,
        blocks=blocks,
        facts=facts.facts if facts else (),
        sources=facts.sources if facts else (),
        content_hash=files.content_hash,
    )
    check_links(guide, problems)
    check_markdown(guide, problems)
    return Reading(guide, problems.sorted())


def _names(folder: Path, problems: Problems) -> list[str]:
    try:
        here = sorted(path.name for path in folder.iterdir())
        advice = folder / ADVICE_FOLDER
        below = sorted(p.name for p in advice.iterdir()) if advice.is_dir() else []
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
    _refuse_strangers(here, below, problems)
    names = [name for name in here if name in FILES]
    return names + [f"{ADVICE_FOLDER}/{n}" for n in below if _is_yaml(n)][:MAX_FILES]


def _is_yaml(name: str) -> bool:
    return name.endswith(".yaml") and not name.startswith(".")


def _refuse_strangers(here: list[str], below: list[str], problems: Problems) -> None:
    for name in here:
        looks = name.lower().endswith((".yaml", ".yml")) and not name.startswith(".")
        if looks and name not in FILES:
            message = f"no part of a guide is called {name!r}{did_you_mean(name, FILES)}"
            problems.add(Code.UNKNOWN_FILE, Place(name, 1, 1), message)
    for name in below:
        if name.lower().endswith((".yml", ".yaml")) and not name.endswith(".yaml"):
            message = f"call it {name.rsplit('.', 1)[0]}.yaml, or it is not read"
            problems.add(Code.UNKNOWN_FILE, Place(f"{ADVICE_FOLDER}/{name}", 1, 1), message)


def _bytes(path: Path, name: str, problems: Problems) -> bytes | None:
    at = Place(name, 1, 1)
    try:
        if not stat.S_ISREG(path.stat().st_mode):  # a pipe would wait for ever
            problems.add(Code.UNREADABLE, at, "not a regular file")
            return None
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except OSError as error:
        problems.add(Code.UNREADABLE, at, f"can't be opened: {error.strerror or error}")
        return None


def _one(files: Files, name: str, kind: type[msgspec.Struct], problems: Problems) -> Any:
    node = _parsed(files, name, problems)
    try:
        return decode(node, kind, problems) if node is not None else None
    except Invalid:
        problems.unread.add(name)
        return None


def _many(files: Files, name: str, kind: Any, problems: Problems) -> Any:
    node = _parsed(files, name, problems)
    return decode_list(node, kind, problems) if node is not None else ()


def _parsed(files: Files, name: str, problems: Problems) -> Node | None:
    node = parse(files.data[name], name, problems) if name in files.data else None
    if node is None:
        problems.unread.add(name)
    if name in files.data and _only_comments(files.data[name]):
        problems.add(Code.EMPTY, Place(name, 1, 1), "nothing stands in this file")
    return node


def _only_comments(data: bytes) -> bool:
    lines = (line.strip() for line in data[:MAX_BYTES].splitlines())
    return len(data) <= MAX_BYTES and all(not line or line.startswith(b"#") for line in lines)
