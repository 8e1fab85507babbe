"""What a page is drawn with, beside the advice itself."""

from datetime import date
from typing import NamedTuple

from guide.journey.walk import Step


class Context(NamedTuple):
    """The same for every format; each takes what it needs."""

    today: date
    """For ages such as "6 months ago"."""
    trail: tuple[Step, ...] = ()
    """The questions and answers that led here; empty where they are not known."""
    width: int = 80
    """Characters in a line of plain text."""
    bold: bool = False
    """Whether plain text may set headings in bold with ANSI escapes."""
    sources: bool = True
    """Whether the page names what it rests on, in marks and in the list at its end."""
    part: str = ""
    """What the page is a part of, in a sentence; empty: it is whole."""
