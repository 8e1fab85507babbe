"""A guide's files as an editor sees them: YAML 1.2 has made numbers and booleans of some words."""

import functools
import os
import re
from pathlib import Path
from typing import Any

import yaml
from jsonschema import Draft202012Validator

from guide.author.schema.files import KINDS, MARK, schema


class EditorLoader(yaml.CSafeLoader):
    """The core schema of YAML 1.2: ``yes`` is a word, ``2026-05-13`` too, ``3.10`` a number."""

    yaml_implicit_resolvers: dict[str, Any] = {}  # noqa: RUF012  as PyYAML has it

    def construct_mapping(self, node: yaml.MappingNode, deep: bool = False) -> dict[Any, Any]:  # noqa: FBT001, FBT002
        """A table; its keys are words whatever they look like, as in JSON."""
        return {key.value: self.construct_object(value, deep) for key, value in node.value}


for tag, pattern, first in [
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+.0123456789"),
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
]:
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(pattern), [*first])


class WordLoader(yaml.CBaseLoader):
    """Every scalar is the text that was written."""


LOADERS = [EditorLoader, WordLoader]


@functools.cache
def validator(name: str) -> Draft202012Validator:
    """What judges one of the files in ``KINDS``."""
    return Draft202012Validator(schema(name), format_checker=Draft202012Validator.FORMAT_CHECKER)


def kind_of(file: str) -> str:
    """Which schema judges this file, a path below its guide's folder."""
    name = file.split("/", maxsplit=1)[0].removesuffix(".yaml")
    assert name in KINDS, f"no schema for {file}"
    return name


def refused(file: str, text: str, loader: Any = EditorLoader) -> list[str]:
    """What an editor would mark in this file, as places in it."""
    content = yaml.load(text, loader)  # noqa: S506  both are safe
    return [error.json_path for error in validator(kind_of(file)).iter_errors(content)]


def files_of(folder: Path) -> dict[str, str]:
    """The YAML files of a guide, by their path below its folder."""
    paths = [*folder.glob("*.yaml"), *folder.glob("advice/*.yaml")]
    return {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in sorted(paths)}


def named_schema(file: Path) -> Path | None:
    """The schema that a file's first line names, as a path, or None."""
    with file.open(encoding="utf-8") as lines:
        first = lines.readline().rstrip("\n")
    if not first.startswith(MARK):
        return None
    return Path(os.path.normpath(file.parent / first.removeprefix(MARK)))
