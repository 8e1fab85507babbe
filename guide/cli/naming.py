"""The guide that an argument names: one on the shelf, or the folder of one under work."""

from pathlib import Path
from typing import TYPE_CHECKING

from guide.cli.say import Stop, clean, note
from guide.cli.session import Session

if TYPE_CHECKING:
    from guide.model.schema import Guide
    from guide.reading.shelf import Found

_SHAPELESS = ("F", "S", "R", "G401", "G402")
"""Codes of problems that leave no graph: a file or reference is broken, a way ends or loops."""


def guide_named(session: Session, name: str | None) -> "Guide":
    """The guide to look at; it may have problems, as long as its questions form a graph.

    Args:
        session: knows the shelf.
        name: a folder, the id of a guide on the shelf, or None for the only one there is.

    Raises:
        Stop: if there is none, several could be meant, or its questions form no graph.

    """
    if name is None or not Path(name).is_dir():
        faulty = [one for one in session.shelf.faulty if one.name == name]
        return _usable(faulty[0]) if faulty else session.guide(name or "")
    from guide.reading.shelf import find, guide_folders

    folders = [*guide_folders(Path(name))]
    if len(folders) > 1:
        message = f"{name} holds {len(folders)} guides; name one, such as {folders[0]}"
        raise Stop(clean(message))
    return _usable(find(folders[0] if folders else Path(name)))


def _usable(found: "Found") -> "Guide":
    shapeless = any(one.code.startswith(_SHAPELESS) for one in found.problems)
    count = f"{found.name} has {len(found.problems)} problem{'s' * (len(found.problems) != 1)}"
    see = f"see 'guide check {found.folder}'"
    if found.guide is None or shapeless:
        message = f"{count}, and some leave its questions without a shape; {see}"
        raise Stop(clean(message))
    if found.problems:
        note(f"guide: {count}; {see}")
    return found.guide
