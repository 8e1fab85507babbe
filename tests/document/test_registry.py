"""A format more, and every kind of page has it; a kind of page more, and it has every format."""

import datetime
import importlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from helpers.blocks import every_block
from helpers.page_kinds import KINDS, page_modules
from helpers.running import GUIDES, TINY, here

from guide.document import writers
from guide.document.blocks import (
    Bar,
    Block,
    Body,
    Changed,
    ChangedParagraph,
    Chart,
    ChartRow,
    Code,
    Columns,
    Document,
    Entries,
    Entry,
    Line,
    Mark,
    Pairs,
    Piece,
    Run,
    Section,
    Table,
    Tone,
    plain,
)
from guide.document.body import parts
from guide.document.formats import JSON, Page, Target, format_of, formats, suffix, title, write
from guide.model.schema import Guide
from guide.tui.setter import SCREEN, set_blocks
from guide.tui.typeset import Sheet

TOY = '''"""A toy: the title and the headings of a page."""

from guide.document.blocks import plain, sections

SUFFIX = ".toy"
TITLE = "Toy"


def write(document, target):
    """The outline."""
    lines = [document.title, *(plain(section.title) for section in sections(document.blocks))]
    return "\\n".join(f"toy: {line}" for line in lines) + "\\n"
'''

DAY = datetime.date(2026, 3, 1)
LATER = datetime.date(2026, 9, 1)
BLOCKS: tuple[Block, ...] = (
    Section(
        "Toy heading",
        (
            Line((Run("toy line, "), Run("toy code", "code"))),
            Pairs((("toy label", "toy value"),)),
            Tone("toy tone", "warning"),
            Body(parts("toy *body*"), (Run("F1"),), source="toy *body*"),
            Entries((Entry("toy entry", "T1", ("toy detail",), (Entry("toy below"),)),), "listing"),
            Table(("toy head",), (("toy cell",),)),
            Chart(DAY, LATER, (ChartRow("toy row", (Bar("all", DAY, LATER),)),), (Mark("x", DAY),)),
            Changed((ChangedParagraph("- ", (Piece("gone", "toy gone"), Piece("new", "toy"))),)),
            Code(("toy: {file}", "  - # toy"), 12),
            Columns(((Line("toy left"),), (Line("toy right"),)), (Line("toy stacked"),)),
        ),
        "toy",
    ),
)
WORDS = (
    *("toy heading", "toy line, ", "toy code", "toy label", "toy value", "toy tone", "F1"),
    *("toy entry", "T1", "toy detail", "toy below", "toy head", "toy cell", "toy stacked"),
    *("toy gone", "12  toy: {file}", "13    - # toy"),
)
"""What every format that is read must have of them."""


@pytest.fixture
def toy(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """A format more, for as long as a test runs: one file in the folder of writers."""
    folder = tmp_path / "writers"
    folder.mkdir()
    (folder / "toy.py").write_text(TOY, encoding="utf-8")
    monkeypatch.setattr(writers, "__path__", [*writers.__path__, str(folder)])
    importlib.invalidate_caches()
    yield "toy"
    sys.modules.pop("guide.document.writers.toy", None)
    vars(writers).pop("toy", None)


def test_every_kind_of_page_is_among_those_tried() -> None:
    """If this fails, add the new kind to ``helpers.page_kinds.KINDS``."""
    assert sorted(KINDS) == page_modules()


def test_the_formats_are_known_by_their_names_and_endings() -> None:
    assert formats() == ["html", "json", "markdown", "text"]
    assert [format_of(f"Page{suffix(name)}".upper()) for name in formats()] == formats()
    assert format_of("page.pdf") == ""


@pytest.mark.parametrize("kind", KINDS)
def test_a_format_more_is_one_file_and_every_kind_of_page_has_it(
    tiny: Guide, toy: str, kind: str
) -> None:
    assert toy in formats()
    assert (suffix(toy), title(toy), format_of("page.toy")) == (".toy", "Toy", toy)
    page = KINDS[kind](tiny)
    document = page.document()
    titles = [plain(block.title) for block in document.blocks if isinstance(block, Section)]
    assert titles or kind == "terms", "a glossary is one list"
    outline = write(page, toy).splitlines()
    assert outline == [f"toy: {line}" for line in (document.title, *titles)]


COMMANDS = [
    ("advise", "tiny:flame=steady,glass=whole"),
    ("compare", "tiny:flame=steady,glass=whole", "tiny:flame=smoky,glass=whole"),
    ("whatif", "tiny:flame=steady,glass=whole"),
    ("decide", "tiny:flame=steady,glass=whole"),
    ("diff", str(TINY), str(TINY)),
]


@pytest.mark.usefixtures("toy")
def test_the_commands_have_it_too(tmp_path: Path) -> None:
    library = ("--library", str(GUIDES))
    for number, command in enumerate(COMMANDS):
        assert here(*command, *library, "--as", "toy").out.startswith("toy: ")
        path = tmp_path / f"{number}.toy"
        assert here(*command, *library, "-o", str(path)).code == 0
        assert path.read_text(encoding="utf-8").startswith("toy: ")


def test_without_its_file_it_is_gone() -> None:
    assert "toy" not in formats()
    with pytest.raises(KeyError):
        suffix("toy")


@pytest.mark.parametrize("form", formats())
@pytest.mark.parametrize("kind", KINDS)
def test_every_kind_of_page_has_every_format(tiny: Guide, kind: str, form: str) -> None:
    page = KINDS[kind](tiny)
    text = write(page, form)
    assert text == write(KINDS[kind](tiny), form), "the same bytes each time"
    assert text.endswith("\n")
    assert [line for line in text.splitlines() if line != line.rstrip()] == []
    assert json.loads(text) if form == JSON else page.document().title in text


@pytest.mark.parametrize("form", formats())
def test_a_kind_of_page_more_has_every_format(form: str) -> None:
    page = Page(lambda: Document("Toy page", (), BLOCKS), lambda: {"toy": True})
    text = write(page, form, Target(sources=True))
    if form == JSON:
        assert json.loads(text) == {"toy": True}
        return
    assert [words for words in ("toy page", *WORDS) if words.lower() not in text.lower()] == []


def test_a_kind_of_page_more_can_be_set_on_a_screen() -> None:
    sheet = Sheet()
    layout = set_blocks(sheet, BLOCKS, 80, SCREEN._replace(sources=True))
    text = sheet.content().plain.lower()
    assert [words for words in WORDS if words.lower() not in text] == []
    assert layout.places["toy"].end == sheet.height


def test_the_toy_page_has_every_block_there_is() -> None:
    kinds = {type(block) for block in every_block(Document("", (), BLOCKS))}
    assert kinds == set(Block.__args__)
