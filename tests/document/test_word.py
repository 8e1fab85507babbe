"""Word files: Word's own styles, every word as it was typed, and no word that spoils the file."""

import io
import os
import shutil
import subprocess
import zipfile
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from docx import Document as WordFile
from helpers.page_kinds import KINDS
from helpers.writing_letters import FILLED, SLIP, a_form
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.document import word as word_module
from guide.document.blocks import Document, Line, Pairs, Section, Table
from guide.document.word import check_word, word
from guide.model.schema import Guide
from guide.pages.letter import document, draft_line
from guide.user_error import UserError

HOSTILE = (
    "</w:t></w:r><w:p/>&amp;]]><w:instrText>DDEAUTO</w:instrText>",
    "nul \0, esc \x1b[2J, bell \x07, vertical \x0b, form \x0c, del \x7f, c1 \x9b",
    "right \u202eto left\u202c, \u2066isolate\u2069, no character \ufffe \uffff, half \ud800",
    "=HYPERLINK(1) {MERGEFIELD x} [Content_Types].xml ../../etc %s \\n",
)


def words_of(data: bytes) -> list[str]:
    """All that stands in a Word file: above its pages, in its paragraphs, in its tables."""
    file = WordFile(io.BytesIO(data))
    paragraphs = [*file.sections[0].header.paragraphs, *file.paragraphs]
    cells = [c for table in file.tables for row in table.rows for c in row.cells]
    return [p.text for p in paragraphs] + [cell.text for cell in cells]


def visible(typed: str) -> str:
    """The words without the two signs that are no characters: no XML can hold them."""
    return " ".join(typed.replace("\ufffe", "").replace("\uffff", "").split())


def test_a_letter_has_styles_that_somebody_can_go_on_writing_in(shipped: Guide) -> None:
    form = a_form(shipped, "board", SLIP, {**FILLED, "page": ""})
    file = WordFile(io.BytesIO(word(document(form), draft_line(form))))
    styles = {p.style.name for p in file.paragraphs if p.text and p.style}
    assert styles == {"Heading 1", "Heading 2", "Normal", "List Bullet"}
    assert "Table Grid" in {table.style.name for table in file.tables if table.style}
    assert file.sections[0].header.paragraphs[0].text == ""
    bold = [run.text for p in file.paragraphs for run in p.runs if run.bold]
    assert bold == ["qualified"]


def test_a_draft_says_so_above_every_page(shipped: Guide) -> None:
    form = a_form(shipped, "bridge", SLIP, {})
    file = WordFile(io.BytesIO(word(document(form), draft_line(form))))
    above = file.sections[0].header.paragraphs[0].text
    assert above == f"DRAFT: {len(form.open)} blanks still open"


def test_a_word_file_names_no_author_and_nothing_of_this_machine(shipped: Guide) -> None:
    form = a_form(shipped, "status", SLIP)
    properties = WordFile(io.BytesIO(word(document(form)))).core_properties
    assert (properties.author, properties.comments) == ("", "")
    assert properties.title == "Status of repairs after our SOC 2 report"


@pytest.mark.parametrize("typed", HOSTILE)
def test_what_a_person_types_stands_there_and_does_nothing(shipped: Guide, typed: str) -> None:
    form = a_form(shipped, "status", SLIP, product=typed, matter=typed)
    data = word(document(form))
    assert visible(form.entries["product"].words) in visible(" ".join(words_of(data)))
    parts = zipfile.ZipFile(io.BytesIO(data))
    body = ET.fromstring(parts.read("word/document.xml"))  # noqa: S314  our own file
    assert not [node for node in body.iter() if "instrText" in node.tag or "fld" in node.tag]


@settings(max_examples=10)  # 60 ms each
@given(st.text(), st.text())
def test_any_words_make_a_file_that_can_be_read_back(title: str, words: str) -> None:
    section = Section(words, (Pairs(((words, words),)),))
    blocks = (Line(words), section, Table((words,), ((words,),)))
    read = words_of(word(Document(title, (Line(words),), blocks, foot=words), words))
    assert len(set(read)) <= 4  # the title, the words, and what stands between tables


@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_makes_a_file(tiny: Guide, kind: str) -> None:
    document = KINDS[kind](tiny).document()
    assert any(document.title in line for line in words_of(word(document)))


def test_without_python_docx_a_line_says_how_to_get_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(word_module, "find_spec", lambda _: None)
    with pytest.raises(UserError, match=r"pip install 'buyer-guide\[office\]'"):
        check_word("letter.docx")


@pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice is not here: NOT TESTED")
def test_libreoffice_opens_a_letter_with_hostile_words(shipped: Guide, tmp_path: Path) -> None:
    names = ("product", "matter", "firm", "findings.1.cause")
    typed = dict(zip(names, HOSTILE, strict=True))
    form = a_form(shipped, "status", SLIP, {**FILLED, **typed})
    path = tmp_path / "letter.docx"
    path.write_bytes(word(document(form)))
    home = f"-env:UserInstallation=file://{tmp_path}/office"
    command = ["soffice", home, "--headless", "--convert-to", "txt:Text (encoded):UTF8"]
    done = subprocess.run(
        [*command, "--outdir", str(tmp_path), str(path)],
        capture_output=True,
        check=False,
        timeout=120,
        env=os.environ | {"HOME": str(tmp_path)},
    )
    assert done.returncode == 0
    text = " ".join((tmp_path / "letter.txt").read_text(encoding="utf-8-sig").split())
    for name in names:
        assert visible(form.entries[name].words) in text
