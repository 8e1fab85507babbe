"""A page as data: what stands on it, in order, and nothing of how it is written.

A page kind (in ``guide.pages``) makes a ``Document``; each format is one module in ``writers`` and
writes every document. Text goes in as text: nothing in a block is markup of any format.
"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Literal, NamedTuple

from guide.document.body import Part, parts


class Run(NamedTuple):
    """Words of one style."""

    text: str
    style: str = ""
    """``strong``, ``emphasis``, ``code``, ``quiet``, ``gone`` or ``new``; the last two also stand
    between signs where they are written. ``tone-`` and a tone's color: as a screen has that tone.
    """
    href: str = ""
    """Where they lead: ``#anchor`` on the same page, or an address."""
    anchor: str = ""
    """By what others lead here."""
    label: str = ""
    """What is said of a link whose words alone say too little, such as a number."""


Text = str | tuple[Run, ...]


def runs(text: Text) -> tuple[Run, ...]:
    """A text as runs."""
    return (Run(text),) if isinstance(text, str) else text


def plain(text: Text) -> str:
    """The words of a text alone."""
    return text if isinstance(text, str) else "".join(run.text for run in text)


class Line(NamedTuple):
    """A paragraph.

    Its role: ``open`` asks for attention, ``answer`` is what a reader came for, ``why`` gives a
    reason for what follows, ``quiet`` may be passed over, ``back`` is of use where links work,
    ``marks`` name what stands above it rests on, for whoever asks for sources.
    """

    text: Text
    role: Literal["", "open", "answer", "why", "quiet", "back", "marks"] = ""


class Pairs(NamedTuple):
    """Labels and values; the values matter."""

    rows: tuple[tuple[str, Text], ...]


class Tone(NamedTuple):
    """What a verdict comes to, above its words."""

    label: str
    color: str
    """``success``, ``warning``, ``severe``, ``error`` or ``neutral``."""


class Body(NamedTuple):
    """A passage that an author wrote, and the marks of what it rests on."""

    parts: tuple[Part, ...]
    marks: tuple[Run, ...] = ()
    """What stands in square brackets at its end."""
    anchor: str = ""
    source: str = ""
    """The Markdown it was read from."""


def body_of(markdown: str, marks: tuple[Run, ...] = ()) -> Body:
    """A passage as its author wrote it."""
    return Body(parts(markdown), marks, source=markdown)


class Entry(NamedTuple):
    """One entry of a list, with lines and entries of its own below it."""

    text: Text
    lead: str = ""
    """What it goes by in a list of role ``listing``: F12, S3."""
    details: tuple[Text, ...] = ()
    entries: tuple["Entry", ...] = ()
    back: Text = ""
    """Ways back to where it is named, of use where links work."""
    anchor: str = ""


class Entries(NamedTuple):
    """A list: with bullets, numbers, boxes to tick, the leads of its entries, or no sign at all.

    ``options`` are numbered, and what stands below each is no aside.
    """

    entries: tuple[Entry, ...]
    role: Literal["bullets", "numbers", "options", "tasks", "listing", "terms"] = "bullets"


def bullets(texts: Iterable[Text]) -> Entries:
    """A plain list."""
    return Entries(tuple(map(Entry, texts)))


class Table(NamedTuple):
    """Rows under a head; the first cell of a row names it."""

    head: tuple[str, ...]
    rows: tuple[tuple[Text, ...], ...]


class Bar(NamedTuple):
    """A stretch of days; both ends are part of it."""

    name: str
    start: date
    end: date


class ChartRow(NamedTuple):
    """A title with the bars of each case: ``best``, ``likely`` and ``worst``, or ``all`` in one."""

    title: str
    bars: tuple[Bar, ...]


class Mark(NamedTuple):
    """A day set off on a chart."""

    name: str
    day: date


class Chart(NamedTuple):
    """Bars on a scale of days."""

    first: date
    last: date
    rows: tuple[ChartRow, ...]
    marks: tuple[Mark, ...] = ()


Fate = Literal["same", "gone", "new"]
SIGNS: dict[str, tuple[str, str]] = {"same": ("", ""), "gone": ("[-", "-]"), "new": ("{+", "+}")}
"""What stands before and after words, so that no mark is a matter of color alone."""


class Piece(NamedTuple):
    """Some words of a changed paragraph that share one fate."""

    fate: Fate
    text: str

    @property
    def signed(self) -> str:
        """The words between the signs of their fate."""
        before, after = SIGNS[self.fate]
        return f"{before}{self.text}{after}"


class ChangedParagraph(NamedTuple):
    """A paragraph of which some words are gone and some are new."""

    lead: str
    """What it starts with: ``- `` in a list, ``1. `` in a numbered one, ``> `` in a quote."""
    pieces: tuple[Piece, ...]
    tight: bool = False
    """Whether it stands right below the one before, as the items of a list do."""

    @property
    def signed(self) -> str:
        """All its words, with signs."""
        return " ".join(piece.signed for piece in self.pieces)


class Changed(NamedTuple):
    """A text with what is gone from it and what is new in it."""

    paragraphs: tuple[ChangedParagraph, ...]


class Code(NamedTuple):
    """Lines of a file with their numbers. None is ever broken: their columns count."""

    lines: tuple[str, ...]
    first: int = 1
    """The number of the first."""

    @property
    def numbered(self) -> Iterator[str]:
        """Each line behind its number."""
        return (f"{n:>4}  {line}".rstrip() for n, line in enumerate(self.lines, self.first))


class Columns(NamedTuple):
    """Pages side by side where there is room for it, and what stands there where there is none."""

    columns: tuple[tuple["Block", ...], ...]
    stacked: tuple["Block", ...]


class Section(NamedTuple):
    """A heading and what stands below it; sections may hold sections."""

    title: Text
    blocks: tuple["Block", ...]
    anchor: str = ""
    instead: Text = ""
    """What stands in its place where it is folded away: grounds are for whoever asks for them.

    HTML folds such a section; text and Markdown leave it out, unless ``Target.sources`` is set.
    """


Block = Line | Pairs | Tone | Body | Entries | Table | Chart | Changed | Code | Columns | Section


class Document(NamedTuple):
    """A whole page."""

    title: str
    head: tuple[Block, ...]
    """What stands below the title: what the page is about, and what to know before reading it."""
    blocks: tuple[Block, ...]
    kind: str = ""
    """What kind of page it is, in small letters above the title."""
    code: str = ""
    """The scenario code that leads to the page."""
    foot: str = ""
    """A line at the very end."""
    window: str = ""
    """The title of a browser's window, where the page's own would not tell it from others."""
    contents: bool = False
    """Whether the sections are listed where one can jump to them."""
    parted: bool = False
    """Whether each section begins on a new sheet where it is printed."""
    front: tuple[tuple[str, str], ...] = ()
    """What programs read of a record: key and value, above everything."""
    sheet: bool = False
    """Whether it is to be printed on one sheet of paper, and so in smaller type."""


def sections(blocks: tuple[Block, ...]) -> Iterator[Section]:
    """The sections among some blocks, without those inside them."""
    return (block for block in blocks if isinstance(block, Section))


def front_pairs(document: Document) -> tuple[Block, ...]:
    """The front matter for people, where there is any."""
    rows = ((key.replace("-", " ").capitalize(), value) for key, value in document.front)
    return (Pairs(tuple(rows)),) * bool(document.front)


def with_code(document: Document) -> tuple[Block, ...]:
    """The head with the scenario code among its pairs, for formats that have no other place."""
    if not document.code:
        return document.head
    row = ("Code", (Run(document.code, "code"),))
    for place, block in enumerate(document.head):
        if isinstance(block, Pairs):
            pairs = Pairs((*block.rows, row))
            return (*document.head[:place], pairs, *document.head[place + 1 :])
    return (Pairs((row,)), *document.head)
