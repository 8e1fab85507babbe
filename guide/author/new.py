"""Writes a new guide from the template, whole or not at all."""

import datetime
import re
import shutil
import tempfile
import unicodedata
from pathlib import Path

from guide.author.schema import files as schemas
from guide.reading.folder import HEAD
from guide.reading.names import LONGEST_ID, id_rule, is_file_name, is_id
from guide.user_error import UserError

TEMPLATE = Path(__file__).parent / "template"
"""A guide like any other: to change what authors start with, change its YAML."""
SCHEMAS = ".schema"
"""Inside the new guide, so that its files find their schemas wherever it is moved."""

_ID_LINE = re.compile(r"^id: [^\s#]+( *)", re.MULTILINE)
_DAY = re.compile(r"(\bverified: )\d{4}-\d{2}-\d{2}")


class StartError(UserError):
    """A guide that can't be started; the message is one line with the way out."""


def start_guide(name: str, library: Path, today: datetime.date) -> Path:
    """Write a guide called ``name`` into a folder of that name in ``library``.

    Its dates are ``today``, so that nothing in it is due for review.

    Raises:
        StartError: if the name can't be used, or something stands there already.
        OSError: if it can't be written; nothing is left behind.

    """
    if not is_id(name):
        message = f"{name[:80]!r} can't be the name of a guide; {_cure(name)}"
        raise StartError(message)
    if not is_file_name(name):
        message = f"{name!r} can't be the name of a folder on Windows; choose another"
        raise StartError(message)
    folder = library / name
    if folder.exists() or folder.is_symlink():
        message = f"{folder} is already there; choose another name, or remove it first"
        raise StartError(message)
    # Filled out of sight: a crash, or a full disk, leaves no half of a guide on the shelf.
    hidden = Path(tempfile.mkdtemp(dir=library, prefix=f".{name[:40]}."))
    try:
        made = hidden / "guide"
        _fill(made, name, today)
        made.rename(folder)
    finally:
        shutil.rmtree(hidden, ignore_errors=True)
    return folder


def _cure(name: str) -> str:
    """The way out: the nearest name that can be used."""
    last = re.split(r"[/\\]", name.rstrip("/\\"))[-1]
    spelt = re.sub("[\u0300-\u036f]", "", unicodedata.normalize("NFKD", last))  # café: cafe
    near = re.sub(r"[^A-Za-z0-9._-]+", "-", spelt).strip("-._").lower()[:LONGEST_ID].rstrip("-._")
    rule = id_rule(last)
    if last != name and is_id(near):
        return f"try {near!r}, and say where with --in"
    return f"{rule}, as in {near!r}" if is_id(near) else rule


def _fill(folder: Path, name: str, today: datetime.date) -> None:
    schemas.write(folder / SCHEMAS)
    for path in sorted(TEMPLATE.rglob("*.yaml")):
        file = path.relative_to(TEMPLATE).as_posix()
        made = folder / file
        made.parent.mkdir(exist_ok=True)
        text = _fitted(path.read_text(encoding="utf-8"), file, name, today)
        made.write_text(text, encoding="utf-8", newline="\n")


def _fitted(text: str, file: str, name: str, today: datetime.date) -> str:
    """A file of the template as it stands in the new guide."""
    _, _, rest = text.partition("\n")
    rest = _DAY.sub(rf"\g<1>{today.isoformat()}", rest)
    if file == HEAD:
        rest = _ID_LINE.sub(rf"id: {name}\1", rest, count=1)
    return f"{schemas.first_line(file, SCHEMAS)}\n{rest}"
