"""Writing a page to a file that the reader names. Nothing is replaced without a yes."""

import os
import re
import shlex
from collections.abc import Callable
from datetime import date
from pathlib import Path
from urllib.parse import unquote, urlsplit

from guide import places
from guide.document.formats import write
from guide.files import write_atomically
from guide.journey.journey import Journey
from guide.kiosk import is_kiosk
from guide.model.schema import Scenario
from guide.pages.advice import Frame, advice_page

SENT = "sent to the terminal's clipboard (some terminals ignore that)"
"""What copying did: the escape sequence that writes it is answered by nobody."""


class NotSaved(Exception):  # noqa: N818 - it is an answer, not a fault
    """Why a page was not saved, in one line."""

    def __init__(self, message: str, replace: Path | None = None) -> None:
        super().__init__(message)
        self.replace = replace
        """The file that is in the way, if that is all."""


def default_name(journey: Journey, ending: str, scenario: Scenario | None = None) -> str:
    """A name that tells scenarios apart: the guide and the values, the journey's unless given."""
    values = "-".join((journey.scenario if scenario is None else scenario).values())
    return f"{journey.guide.id}{'-' if values else ''}{values}"[:80] + ending


def pasted_path(typed: str) -> str:
    """A path as it is, whether typed or pasted as a shell or a file manager writes it.

    Those put quotes around it, a backslash before a space, or ``file://`` before all.
    """
    typed = "".join(letter for letter in typed if letter.isprintable()).strip()
    if typed.lower().startswith("file://"):
        return re.sub(r"^/(?=[A-Za-z]:)", "", unquote(urlsplit(typed).path))
    if typed[:1] == typed[-1:] == '"':  # the one quote that Windows has
        return typed.strip('"')
    if os.name != "nt" and re.search(r"^'.*'$|\\\W", typed):
        try:
            words = shlex.split(typed)
        except ValueError:  # a quote that nothing closes is part of the name
            return typed
        return words[0] if len(words) == 1 else typed
    return typed


def page_text(journey: Journey, name: str, today: date, *, share: bool = False) -> str:
    """The page of a journey in a format; to share: without the answers that led to it."""
    frame = Frame(today, journey.walked.trail, share=share)
    return write(advice_page(journey.advice, frame), name)


def keep_copy(text: str) -> str:
    """Write what was copied beside the history; returns what was done, to end a sentence."""
    if is_kiosk():
        return "."
    path = places.data_folder() / "copied-page.md"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, text.encode())
    except OSError as error:
        return f". Not written to {path}: {error.strerror or error}."
    return f", and written to {path}"


def save_text(
    text: Callable[[], str], ending: str, typed: str, *, replace: Path | None = None
) -> Path:
    """The same as ``save_bytes``, for a text."""
    return save_bytes(lambda: text().encode(), ending, typed, replace=replace)


def save_bytes(
    data: Callable[[], bytes], ending: str, typed: str, *, replace: Path | None = None
) -> Path:
    """Write a file, with this ending unless the name has one; returns the full path.

    Raises:
        NotSaved: if there is no name, the file is there already, or it can't be written.

    """
    typed = pasted_path(typed)
    if is_kiosk():
        message = "Not saved: a kiosk writes no file."
        raise NotSaved(message)
    if not typed:
        message = "Type a name for the file."
        raise NotSaved(message)
    try:
        path = (places.save_folder() / Path(typed).expanduser()).resolve()
        if not path.suffix and not path.is_dir():
            path = path.with_name(path.name + ending)
        if path.is_dir():
            message = f"{path} is a folder; add a name to it."
            raise NotSaved(message)
        if path.exists() and path != replace:
            message = f"{path} is there already. Enter again replaces it, or type another name."
            raise NotSaved(message, path)
        write_atomically(path, data())
    except (OSError, RuntimeError) as error:  # RuntimeError: no home for a ~
        reason = (error.strerror if isinstance(error, OSError) else "") or str(error)
        message = f"Not saved as {typed}: {reason}."
        raise NotSaved(message) from error
    return path
