"""The schema of each file of a guide, as text and as files."""

import json
from pathlib import Path
from typing import Any

from guide.author.schema.shapes import Shape, Shapes
from guide.files import write_atomically
from guide.model.example import Example
from guide.model.glance import Glance, Term
from guide.model.letters import Letters
from guide.model.practice import Cases, SessionPlan
from guide.model.recovery import Recovery
from guide.model.replies import Replies
from guide.model.schema import Block, Facet, Facts, Head, Question
from guide.reading.folder import ADVICE_FOLDER

KINDS: dict[str, Any] = {
    "guide": Head,
    "facets": tuple[Facet, ...],
    "questions": tuple[Question, ...],
    ADVICE_FOLDER: tuple[Block, ...],
    "facts": Facts,
    "examples": tuple[Example, ...],
    "recovery": Recovery,
    "glance": Glance,
    "terms": tuple[Term, ...],
    "cases": Cases,
    "sessions": tuple[SessionPlan, ...],
    "replies": Replies,
    "letters": Letters,
}
"""What each file holds, by its name without ``.yaml``; every file of advice holds the same."""

DRAFT = "https://json-schema.org/draft/2020-12/schema"
MARK = "# yaml-language-server: $schema="
"""Starts the first line of a file and tells the editor where the file's schema stands."""


def schema(name: str) -> Shape:
    """The JSON Schema of one of the files in ``KINDS``."""
    kind = KINDS[name]
    shapes = Shapes()
    listed = not isinstance(kind, type)
    root = shapes.of(kind) if listed else shapes.struct(kind)
    head: Shape = {"$schema": DRAFT, "title": title(name)}
    return head | root | {"$defs": dict(sorted(shapes.definitions.items()))}


def title(name: str) -> str:
    """What the file is called in a guide."""
    return f"{ADVICE_FOLDER}/SECTION.yaml" if name == ADVICE_FOLDER else f"{name}.yaml"


def text(name: str) -> str:
    """The schema as its file holds it."""
    return _json(schema(name))


def texts() -> str:
    """All schemas in one text, by the name of their file."""
    return _json({name: schema(name) for name in KINDS})


def write(folder: Path, names: list[str] | None = None) -> list[Path]:
    """Write schemas into a folder, which is made if need be: those named, or all.

    Raises:
        OSError: if they can't be written.

    """
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name in names or KINDS:
        path = folder / f"{name}.json"
        write_atomically(path, text(name).encode("utf-8"))
        paths.append(path)
    return paths


def _json(value: Shape) -> str:
    return json.dumps(value, indent=2, ensure_ascii=False) + "\n"


def first_line(file: str, schemas: str) -> str:
    """The line that names a file's schema.

    ``file`` is a path below the guide's folder, ``schemas`` the folder of the schemas as seen
    from there.
    """
    parts = file.split("/")
    name = parts[0].removesuffix(".yaml")
    up = "../" * (len(parts) - 1)
    return f"{MARK}{up}{schemas}/{name}.json"
