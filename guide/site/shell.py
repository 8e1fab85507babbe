"""The file around a page of the site: its head, the way to its other pages, its policy."""

import base64
import hashlib
import json
import re
from html import escape
from pathlib import Path
from typing import Any, NamedTuple

from guide.document.writers.html import style as page_style
from guide.document.writers.html import tag
from guide.journey.verified import checked_line
from guide.model.schema import Guide
from guide.site.packing import pack

_ICON = (
    "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 16 16'%3E"
    "%3Crect width='16' height='16' rx='3' fill='%230a4fb8'/%3E"
    "%3Cpath d='M4 4h8M4 8h8M4 12h5' stroke='%23fff' stroke-width='2'/%3E%3C/svg%3E"
)


class Leaf(NamedTuple):
    """One page of the site."""

    file: str
    """Where it stands, below the folder of the site."""
    title: str
    """Of the browser's window."""
    about: str
    """For search engines and the previews of links: one sentence or two."""
    body: str
    """What stands in ``main``: HTML."""
    view: str = ""
    """The view of the script that shows the same."""


class Program(NamedTuple):
    """What makes a page more than text."""

    script: str
    tables: dict[str, Any]


def whole(guide: Guide, leaf: Leaf, program: Program | None = None) -> bytes:
    """The file of a page, the same bytes each time."""
    style = stylesheet()
    up = "../" * leaf.file.count("/")
    pieces = [
        "<!DOCTYPE html>",
        '<html lang="en">',
        "<head>",
        '<meta charset="utf-8">',
        _meta(_policy(style, program), "http-equiv", "Content-Security-Policy"),
        _meta("width=device-width, initial-scale=1", "name", "viewport"),
        _meta("no-referrer", "name", "referrer"),
        _meta("light dark", "name", "color-scheme"),
        _meta("index, follow", "name", "robots"),
        _meta(leaf.about, "name", "description"),
        _meta(leaf.title, "property", "og:title"),
        _meta(leaf.about, "property", "og:description"),
        *_address(guide, leaf),
        f'<link rel="icon" href="{escape(_ICON)}">',
        f"<title>{escape(leaf.title)}</title>",
        f"<style>{style}</style>",
        "</head>",
        "<body>",
        '<a class="skip" href="#main">Skip to the page</a>',
        _bar(guide, leaf, up),
        f'<main id="main" tabindex="-1" data-view="{leaf.view}">\n{leaf.body}\n</main>',
        _foot(guide, leaf, up),
        *_running(program),
        "</body>",
        "</html>\n",
    ]
    return "\n".join(pieces).encode()


def stylesheet() -> str:
    """The style of every page: that of a page written alone, and the site's own."""
    own = (Path(__file__).parent / "site.css").read_text(encoding="utf-8")
    rules = re.sub(
        r"/\*.*?\*/", "", f"{page_style(sheet=True, papers=False)}\n{own}", flags=re.DOTALL
    )
    return re.sub(r"\s*([{};,])\s*|(?<=\w:)\s+|\s+(?=\s)", r"\1", rules).replace(";}", "}").strip()


def _policy(style: str, program: Program | None) -> str:
    """Nothing is fetched, and nothing runs but what stands in the file."""
    script = f"script-src {_hash(program.script)}; " if program else ""
    return (
        f"default-src 'none'; {script}style-src {_hash(style)}; img-src data:; "
        "base-uri 'none'; form-action 'none'"
    )


def _hash(text: str) -> str:
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def _meta(content: str, key: str, name: str) -> str:
    return f'<meta {key}="{name}" content="{escape(content)}">'


def _address(guide: Guide, leaf: Leaf) -> list[str]:
    """Where the page is at home, if the guide says where its site is."""
    if not guide.head.address:
        return []
    file = "" if leaf.file == "index.html" else leaf.file
    address = f"{guide.head.address.rstrip('/')}/{file}"
    return [f'<link rel="canonical" href="{escape(address)}">']


def _bar(guide: Guide, leaf: Leaf, up: str) -> str:
    """The way to the parts that every guide has."""
    links = [("glance", "", guide.glance.title)] if guide.glance else []
    links += [("terms", "terms", "Terms")] if guide.terms else []
    items = "".join(
        tag(
            "a",
            escape(title),
            href=f"{up}{name}.html",
            data_view_link=view,
            aria_current="page" if leaf.file == f"{name}.html" else "",
        )
        for name, view, title in links
    )
    search = tag("a", "Search", href=f"{up}index.html#search")
    if leaf.view == "home":
        search = '<a href="#search" data-view-link="search" hidden>Search</a>'
    home = tag(
        "a", escape(guide.head.kind), class_="home", href=f"{up}index.html", data_view_link="home"
    )
    nav = tag("nav", items + search, aria_label="Guide")
    return tag("header", home + nav, class_="bar")


def _foot(guide: Guide, leaf: Leaf, up: str) -> str:
    """The way to the pages of text; all but the first view say themselves how old they are."""
    pages = tag("a", "All pages, for print and without script", href=f"{up}pages.html")
    sources = tag("a", "Sources", href=f"{up}sources.html")
    checked = tag("p", escape(checked_line(guide, None))) if leaf.view == "home" else ""
    return f'<footer class="site">{checked}{tag("p", f"{pages} · {sources}")}</footer>'


def _running(program: Program | None) -> list[str]:
    if program is None:
        return []
    text = pack(json.dumps(program.tables, ensure_ascii=False, separators=(",", ":")))
    # What would end the element, or begin a comment or another script in it.
    text = text.replace("</", "<\\/").replace("<!", "\\u003c!").replace("<s", "\\u003cs")
    return [
        f'<script type="text/plain" id="tables">{text}</script>',
        f"<script>{program.script}</script>",
    ]
