"""The one file that holds everything: style, tables, script, and a home that needs none of it."""

from html import escape
from pathlib import Path

from guide.document.writers.html import tag
from guide.model.schema import Guide
from guide.site.shell import Leaf, Program, whole
from guide.site.smaller import smaller
from guide.site.tables import tables

SCRIPTS = ("rules", "words", "page", "search", "whatif", "replies", "app")
"""The parts of the script, in the order in which they stand in the file."""


def index(guide: Guide) -> bytes:
    """``index.html``."""
    leaf = Leaf("index.html", guide.title, guide.head.about or guide.title, home(guide), "home")
    return whole(guide, leaf, Program(script(), tables(guide)))


def script() -> str:
    """The script as it stands in the file: its parts in one block, made smaller."""
    parts = (Path(__file__).parent / f"{name}.js" for name in SCRIPTS)
    code = "\n".join(part.read_text(encoding="utf-8") for part in parts)
    return f'"use strict";{{{smaller(code)}}}'


def home(guide: Guide) -> str:
    """The first view: what the guide answers, and its doors. Without script they lead to files."""
    head = guide.head
    doors = [
        (
            "ask",
            "questions.html",
            "Where do I stand?",
            "A few questions, then a page for your case.",
        )
    ]
    if guide.glance:
        words = "No question: the short answer and the outcomes side by side."
        doors.append(("", "glance.html", guide.glance.title, words))
    if guide.terms:
        doors.append(("terms", "terms.html", "Terms", "What the words mean, in one sentence each."))
    if guide.replies:
        words = "A one-page brief for a call: what they will ask, and what to say."
        doors.insert(1, ("brief", "questions.html", "Get ready for a buyer", words))
    cards = "".join(
        tag(
            "li",
            tag(
                "a",
                tag("strong", escape(title)) + tag("span", escape(words)),
                href=file,
                data_view_link=view,
            ),
        )
        for view, file, title, words in doors
    )
    lines = [
        tag("p", escape(head.kind), class_="kind"),
        tag("h1", escape(guide.title), tabindex="-1"),
        tag("p", escape(head.about), class_="about") if head.about else "",
        tag("ul", cards, class_="doors"),
    ]
    return "\n".join(filter(None, lines))
