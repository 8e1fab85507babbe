"""The file: valid, self-contained, whole, and honest about its numbers."""

import datetime
import re
from pathlib import Path
from typing import Any

import html5lib
import msgspec
import pytest
from helpers.faults import copy_of_tiny
from helpers.running import TINY, here

from guide.author.book.front import css_string
from guide.author.book.write import Book
from guide.document.body import plain
from guide.files import stream_atomically
from guide.journey.code import write_code
from guide.journey.walk import walk
from guide.model.schema import Guide

NS = "{http://www.w3.org/1999/xhtml}"
TODAY = datetime.date(2026, 6, 1)
NASTY = '</style><script>alert(1)</script> "x" \\ {'


@pytest.fixture(scope="module")
def book(shipped: Guide) -> Book:
    """The book of the guide that ships; to plan it takes seconds."""
    return Book(shipped, TODAY)


@pytest.fixture(scope="module")
def large(book: Book) -> str:
    """What is printed of it."""
    return "".join(book.pieces())


def _tree(text: str) -> Any:
    return html5lib.HTMLParser(strict=True).parse(text)


def _check(text: str) -> Any:
    tree = _tree(text)
    ids = [node.get("id") for node in tree.iter() if node.get("id")]
    assert len(ids) == len(set(ids))
    targets = [node.get("href") for node in tree.iter(f"{NS}a")]
    assert {t[1:] for t in targets if t.startswith("#")} <= set(ids)
    names = {node.tag for node in tree.iter() if isinstance(node.tag, str)}
    assert names.isdisjoint({f"{NS}{n}" for n in ("script", "img", "link", "iframe", "object")})
    assert "url(" not in text
    return tree


def _words(tree: Any) -> str:
    return " ".join("".join(tree.find(f"{NS}body").itertext()).split())


def test_the_large_book_is_valid_and_holds_every_word(shipped: Guide, large: str) -> None:
    words = _squeezed(_words(_check(large)))
    for blocks in shipped.blocks.values():
        for block in blocks:
            assert block.id in words
            assert _squeezed(plain(block.body)) in words
    for fact in shipped.facts:
        assert _squeezed(fact.says) in words
    assert shipped.content_hash in large
    assert _squeezed("made on 1 June 2026") in words


def _squeezed(text: str) -> str:
    return "".join(text.split())


def test_the_numbers_at_the_top_are_those_of_the_book(book: Book, large: str) -> None:
    plan = book.plan
    assert plan.total is not None
    rows = dict(re.findall(r"<tr><td>([\d,]+)</td><td>(.*?)</td></tr>", large))
    assert rows[f"{plan.total:,}"] == "distinct pages"
    assert rows[f"{plan.paths:,}"] == "different ways of answering"
    assert large.count('<section class="page"') == 64
    listed = re.findall(r'<th scope="row">[\d,]+</th><td>([\d,]+)</td>(?:<td>)', large)
    assert sum(int(count.replace(",", "")) for count in listed) == plan.total
    assert len(listed) == len(plan.groups)
    assert f"{len(plan.groups):,} groups" in large


def test_every_text_has_its_boxes(large: str) -> None:
    assert large.count('class="review"') == large.count("<article")


def test_a_small_guide_is_printed_page_by_page(tiny: Guide) -> None:
    book = Book(tiny, TODAY)
    text = "".join(book.pieces())
    _check(text)
    assert book.whole_pages == text.count('<section class="page"') == len(book.plan.each)
    for page in book.plan.each:
        where = walk(tiny, page.answers)
        assert f"<code>{write_code(tiny, where.scenario)}</code>" in text
        assert page.who
    assert 'id="groups"' not in text


def test_all_prints_every_page_of_a_larger_guide(
    tiny: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("guide.author.book.plan.SMALL", 2)
    some = "".join(Book(tiny, TODAY).pieces())
    _check(some)
    book = Book(tiny, TODAY, everything=True)
    text = "".join(book.pieces())
    _check(text)
    assert text.count('<section class="page"') == book.plan.total
    assert some.count('<section class="page"') < text.count('<section class="page"')
    assert 'id="groups"' in some
    assert 'id="groups"' not in text


def test_passages_and_combinations_where_texts_are_many(
    tiny: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("guide.author.book.plan.SMALL", 2)
    monkeypatch.setattr("guide.author.book.texts.FEW", 1)
    text = "".join(Book(tiny, TODAY).pieces())
    _check(text)
    assert 'id="text-1.P1"' in text
    assert 'id="made-1"' in text
    assert "#section-2 { page: section-2; }" in text
    assert 'content: "The texts, 2. Check this first"' in text


def test_no_text_stands_without_those_who_get_it(
    tiny: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("guide.author.book.plan.SMALL", 2)
    monkeypatch.setattr("guide.author.book.texts.FEW", 1)
    monkeypatch.setattr("guide.author.book.parts.WORDY", 0)
    book = Book(tiny, TODAY)
    text = "".join(book.pieces())
    made = text[text.index('id="made"') : text.index('id="rests"')]
    assert "<td></td>" not in made
    rows = [text for one in book.plan.sections if one.composed for text in one.texts or ()]
    codes = [write_code(tiny, walk(tiny, row.answers).scenario) for row in rows]
    for code in codes:
        assert f"<td>For example <code>{code}</code></td>" in made
    assert made.count("<td>For example") == len(codes)


def test_what_is_wrong_with_the_guide_stands_on_the_first_leaf(tmp_path: Path) -> None:
    folder = copy_of_tiny(tmp_path)
    path = folder / "questions.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("not sure, then: soot", "not sure, then: glass"), encoding="utf-8")
    ran = here("proof", str(folder), "-o", str(folder / "b.html"))
    assert ran.code == 0
    assert "guide: tiny has 2 problems, named on page 1; 'guide check' lists them too" in ran.err
    words = _words(_check((folder / "b.html").read_text("utf-8"))).partition("How much there is")[0]
    assert "This guide has 2 problems" in words
    assert "questions.yaml:8:3 G404 no reader is asked 'soot'" in words


def test_hostile_words_stay_words(tiny: Guide) -> None:
    head = msgspec.structs.replace(tiny.head, title=NASTY, about=NASTY, kind=NASTY)
    text = "".join(Book(msgspec.structs.replace(tiny, head=head), TODAY).pieces())
    words = _words(_check(text))
    assert words.count(NASTY) == 3
    assert text.count("</style>") == 1


def test_a_string_of_css_ends_nowhere_early() -> None:
    assert css_string('a"b</c\\') == '"a\\22 b\\3c \\2f c\\5c "'


def test_a_file_is_whole_or_untouched(tmp_path: Path) -> None:
    path = tmp_path / "book.html"
    path.write_text("before", encoding="utf-8")

    def broken() -> Any:
        yield b"half"
        message = "no more"
        raise ValueError(message)

    with pytest.raises(ValueError, match="no more"):
        stream_atomically(path, broken())
    assert path.read_text(encoding="utf-8") == "before"
    assert [*tmp_path.iterdir()] == [path]
    stream_atomically(path, (piece for piece in (b"a", b"b")))
    assert path.read_bytes() == b"ab"


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    """A shelf that holds the small guide and nothing else."""
    monkeypatch.setattr("guide.reading.shelf.shipped_guides", lambda: TINY)


@pytest.mark.usefixtures("shelf")
def test_the_command_writes_the_book(tmp_path: Path) -> None:
    path = tmp_path / "book.html"
    ran = here("proof", str(TINY), "-o", str(path))
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == f"written to {path}\n"
    written = path.read_text(encoding="utf-8")
    _check(written)
    shown = here("proof")
    assert (shown.code, shown.err, shown.out) == (0, "", written)


@pytest.mark.usefixtures("shelf")
def test_the_command_says_what_is_not_printed_whole_and_that_it_takes_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("guide.author.book.plan.SMALL", 2)
    monkeypatch.setattr("guide.cli.commands.proof.LARGE", 2)
    ran = here("proof", "-o", str(tmp_path / "b.html"))
    before, after, _ = ran.err.splitlines()
    assert before == "guide: finding every page of tiny; this can take half a minute"
    assert after == "guide: of its pages (10), 3 are printed whole; --all prints every one"


@pytest.mark.usefixtures("shelf")
def test_wrong_input_is_one_line_and_exit_2(tmp_path: Path) -> None:
    for arguments in (["nobody"], ["-o", str(tmp_path)], [str(tmp_path)]):
        ran = here("proof", *arguments)
        assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)


@pytest.mark.usefixtures("shelf")
def test_all_says_beforehand_how_much_it_will_be(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("guide.author.book.plan.SMALL", 2)
    ran = here("proof", "--all", "-o", str(tmp_path / "b.html"))
    assert ran.code == 0
    assert ran.err.startswith("guide: 10 pages printed whole, about 0 MB\n")
    monkeypatch.setattr("guide.author.book.plan.list_pages", lambda _: None)
    ran = here("proof", "--all", "-o", str(tmp_path / "b.html"))
    assert (ran.code, ran.err.count("\n")) == (2, 1)
    some = here("proof", "-o", str(tmp_path / "b.html"))
    assert some.code == 0
    assert "guide: of its pages (too many to count), 3 are printed whole\n" in some.err
    _check((tmp_path / "b.html").read_text(encoding="utf-8"))
