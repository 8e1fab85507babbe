"""Copying a page: to the terminal's clipboard, where it has one, and to a file."""

from typing import TYPE_CHECKING

from guide import places
from guide.files import write_atomically

if TYPE_CHECKING:
    from guide.journey.journey import Journey
    from guide.tui.app import GuideApp


def copy_page(app: "GuideApp", journey: "Journey") -> str:
    """Copy the page as Markdown; returns what was done, in words that are true.

    The clipboard is written by an escape sequence that nobody answers: a terminal may ignore it.
    """
    from guide.document.formats import write
    from guide.pages.advice import Frame, advice_page

    page = advice_page(journey.advice, Frame(app.today, journey.walked.trail))
    text = write(page, "markdown")
    app.copy_to_clipboard(text)
    sent = "Sent to the terminal's clipboard (some terminals ignore that)"
    path = places.data_folder() / "copied-page.md"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        write_atomically(path, text.encode())
    except OSError as error:
        return f"{sent}. Not written to {path}: {error.strerror or error}."
    return f"{sent}, and written to {path}"
