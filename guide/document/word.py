"""A document as a Word file, with Word's own styles, so that somebody can go on writing in it.

It stands beside ``writers``: those give text, and this gives bytes and needs ``python-docx``,
which comes with the extra ``office``.
"""

import io
import re
from collections.abc import Iterable
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from guide.document.blocks import (
    Block,
    Body,
    Document,
    Entries,
    Entry,
    Line,
    Pairs,
    Section,
    Table,
    Text,
    Tone,
    runs,
)
from guide.document.body import Items, Paragraph, Part, Quote
from guide.document.layout import Layout
from guide.user_error import UserError

if TYPE_CHECKING:
    from docx.document import Document as WordFile
    from docx.text.paragraph import Paragraph as WordParagraph

WORD = "word"
SUFFIX = ".docx"
_LISTS = {"numbers": "List Number"}
_DEEPEST = 9
"""The last style of a heading that Word has."""
_NO_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML can hold, in whatever form; one of them would spoil the file."""
_TURNS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\x7f-\x9f]")
"""What makes words read in another order than they stand, or is not to be seen."""


def has_word() -> bool:
    """Whether Word files can be written here."""
    return find_spec("docx") is not None


def check_word(path: str | None) -> None:
    """Make sure that a Word file can be written, before anybody types into one.

    Raises:
        UserError: if ``python-docx`` is missing, or no file is named.

    """
    if not has_word():
        message = "a Word file needs python-docx; to install it: pip install 'buyer-guide[office]'"
        raise UserError(message)
    if path in (None, "-"):
        message = "a Word file can't be shown here; name it, as in -o letter.docx"
        raise UserError(message)


def word(document: Document, above: str = "") -> bytes:
    """The document as the bytes of a .docx file, with a line above every page."""
    from docx import Document as new_file  # noqa: N813, PLC0415  250 ms

    file = new_file()
    file.core_properties.title = _plain(document.title)
    file.core_properties.author = ""
    file.core_properties.comments = ""
    if above:
        file.sections[0].header.paragraphs[0].text = _plain(above)
    file.add_heading(_plain(document.title), 1)
    writer = _Writer(file)
    writer.head(document.head)
    writer.add(document.blocks, 2)
    if document.foot:
        file.add_paragraph(_plain(document.foot))
    stream = io.BytesIO()
    file.save(stream)
    return stream.getvalue()


def _plain(text: str) -> str:
    return _TURNS.sub("", _NO_XML.sub("", text))


class _Writer:
    def __init__(self, file: "WordFile") -> None:
        self._file = file

    def head(self, blocks: tuple[Block, ...]) -> None:
        for block in blocks:
            if isinstance(block, Pairs):
                self._rows(block.rows, "Normal Table")
            else:
                self.add((block,), 2)

    def add(self, blocks: Iterable[Block], level: int) -> None:
        for block in blocks:
            self._block(block, level)

    def _block(self, block: Block, level: int) -> None:
        match block:
            case Section(title, inner):
                heading = self._file.add_heading(level=min(level, _DEEPEST))
                self._runs(heading, title)
                self.add(inner, level + 1)
            case Line(text, role):
                paragraph = self._file.add_paragraph()
                self._runs(paragraph, text, strong=role in ("open", "answer"))
            case Tone(label):
                self._runs(self._file.add_paragraph(), label, strong=True)
            case Body(parts, marks):
                self._parts(parts)
                if marks:
                    names = ", ".join(mark.text for mark in marks)
                    self._runs(self._file.paragraphs[-1], f" [{names}]")
            case Entries(entries, role):
                self._entries(entries, _LISTS.get(role, "List Bullet"))
            case Pairs(rows):
                self._rows(rows, "Table Grid")
            case Table():
                self._table(block)
            case _:  # what is drawn in letters of one width, such as a chart
                layout = Layout(76)
                layout.add([block])
                for row in layout.rows:
                    self._runs(self._file.add_paragraph(style="No Spacing"), tuple(row))

    def _runs(self, paragraph: "WordParagraph", text: Text, *, strong: bool = False) -> None:
        for run in runs(text):
            written = paragraph.add_run(_plain(run.text))
            written.bold = strong or run.style == "strong" or None
            written.italic = run.style == "emphasis" or None

    def _parts(self, parts: tuple[Part, ...], style: str = "Normal") -> None:
        for part in parts:
            if isinstance(part, Paragraph):
                paragraph = self._file.add_paragraph(style=style)
                for span in part.spans:
                    written = paragraph.add_run(_plain(span.text))
                    written.bold, written.italic = span.strong or None, span.emphasis or None
            elif isinstance(part, Quote):
                self._parts(part.parts, "Quote")
            else:
                self._items(part)

    def _items(self, items: Items) -> None:
        style = "List Bullet" if items.start is None else "List Number"
        for item in items.items:
            self._parts(item, style)

    def _entries(self, entries: tuple[Entry, ...], style: str) -> None:
        for entry in entries:
            paragraph = self._file.add_paragraph(style=style)
            self._runs(paragraph, f"{entry.lead} " if entry.lead else "", strong=True)
            self._runs(paragraph, entry.text)
            for detail in entry.details:
                self._runs(self._file.add_paragraph(style="List Continue"), detail)
            self._entries(entry.entries, f"{style} 2" if style[-1] != "2" else style)

    def _rows(self, rows: tuple[tuple[str, Text], ...], style: str) -> None:
        table: Any = self._file.add_table(rows=0, cols=2, style=style)
        for label, value in rows:
            name, cell = table.add_row().cells
            self._runs(name.paragraphs[0], label, strong=True)
            self._runs(cell.paragraphs[0], value)
        self._file.add_paragraph()

    def _table(self, table: Table) -> None:
        written: Any = self._file.add_table(rows=1, cols=len(table.head), style="Table Grid")
        for cell, text in zip(written.rows[0].cells, table.head, strict=True):
            self._runs(cell.paragraphs[0], text, strong=True)
        for row in table.rows:
            for cell, words in zip(written.add_row().cells, row, strict=True):
                self._runs(cell.paragraphs[0], words)
        self._file.add_paragraph()
