"""The file: valid, self-contained, whole, and honest about its numbers."""

import datetime
import json
import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import html5lib
import msgspec
import pytest
from conftest import SHIPPED
from helpers.faults import copy_of_tiny
from helpers.independent_reading import Independent, Scenario
from helpers.running import TINY, here

from guide.author.book.main_pages import main_pages
from guide.author.book.readers import Readers
from guide.author.book.texts import texts_of
from guide.document.body import plain
from guide.document.formats import formats, write
from guide.model.problems import Problem
from guide.model.schema import Guide
from guide.pages.book import book_page

NS = "{http://www.w3.org/1999/xhtml}"
TODAY = datetime.date(2026, 6, 1)
NASTY = '</style><script>alert(1)</script> "x" \\ {'


def book(guide: Guide, today: datetime.date, problems: Sequence[Problem] = ()) -> str:
    return write(book_page(guide, today, problems), "html")


def test_the_book_prints_every_answer_and_every_passage_of_a_letter(
    large: str, shipped: Guide
) -> None:
    assert shipped.replies
    assert shipped.letters
    names = [answer.id for reply in shipped.replies.replies for answer in reply.answers]
    names += [row.id for row in shipped.letters.refuse]
    names += [each.id for letter in shipped.letters.letters for each in letter.paragraphs]
    assert [name for name in names if f"<code>{name}</code>" not in large] == []


@pytest.fixture(scope="module")
def large(shipped: Guide) -> str:
    """The book of the guide that ships; it takes seconds."""
    return book(shipped, TODAY)


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


def test_the_numbers_at_the_top_are_those_of_the_book(shipped: Guide, large: str) -> None:
    rows = dict(re.findall(r"<dt>(.*?)</dt><dd>([\d,]+)</dd>", large))
    assert rows["Scenarios that readers can come to"] == f"{_scenarios(Independent(SHIPPED)):,}"
    blocks = sum(len(blocks) for blocks in shipped.blocks.values())
    assert rows["Passages that the authors wrote"] == f"{blocks:,}"
    pages = [*main_pages(Readers(shipped))]
    assert rows["Pages printed whole"] == f"{len(pages):,}"
    assert large.count('id="page-') == len(pages) > 1


def _scenarios(guide: Independent) -> int:
    """How many scenarios there are, counted by hand: those so far, by how each can go on.

    Nothing that is settled from the question that all come to can be settled before it, and only
    what routes read decides how it goes on.
    """
    late = {"deal", "months", "situation", "licence"}
    read = guide.read_in_routes - late

    def before(scenario: Scenario) -> Scenario:
        return {facet: value for facet, value in scenario.items() if facet in read}

    ways = Counter(tuple(before(after).items()) for after in guide.projections(read | late))
    early = guide.projections(set(guide.facets) - late)
    return sum(ways[tuple(before(scenario).items())] for scenario in early)


def test_every_text_and_every_page_has_its_boxes(large: str, shipped: Guide) -> None:
    kinds = ("text", "page", "reply")
    sections = sum(large.count(f'<section id="{kind}-') for kind in kinds)
    assert shipped.letters
    passages = sum(len(letter.paragraphs) for letter in shipped.letters.letters)
    assert large.count('<ul class="tasks">') == sections + passages


def test_every_text_of_a_small_guide_stands_with_those_who_get_it(tiny: Guide) -> None:
    text = book(tiny, TODAY)
    _check(text)
    readers = Readers(tiny)
    for section in texts_of(readers):
        for some in section.texts or ():
            assert f"<code>{some.code}</code>" in text
            assert f'id="text-{some.number}"' in text
            assert some.who
    for page in main_pages(readers):
        assert f"<code>{page.code}</code>" in text
    assert "2. Check this first" in text


def test_passages_stand_where_texts_are_many(tiny: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guide.author.book.texts.FEW", 1)
    text = book(tiny, TODAY)
    _check(text)
    assert 'id="text-1.P1"' in text
    assert 'id="text-1.1"' not in text


def test_pages_for_which_there_is_no_room_are_left_out_and_counted(
    tiny: Guide, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = book(tiny, TODAY)
    pages = whole.count('<section id="page-')
    monkeypatch.setattr("guide.pages.book.MOST", len(whole.encode()) - 5000)
    text = book(tiny, TODAY)
    _check(text)
    left = pages - text.count('<section id="page-')
    assert 0 < left <= pages
    assert f"<dt>More such pages, for which there was no room</dt><dd>{left}</dd>" in text
    assert "no room" not in whole


def test_no_book_is_larger_than_5_mb(tiny: Guide) -> None:
    blocks = {
        section: tuple(
            msgspec.structs.replace(b, body=f"{b.body}\n\n{'word ' * 85_000}") for b in some
        )
        for section, some in tiny.blocks.items()
    }
    text = book(msgspec.structs.replace(tiny, blocks=blocks), TODAY)
    assert 3_000_000 < len(text.encode()) < 5_000_000
    assert "for which there was no room" in text


def test_what_is_wrong_with_the_guide_stands_on_the_first_leaf(tmp_path: Path) -> None:
    folder = copy_of_tiny(tmp_path)
    path = folder / "questions.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("not sure, then: soot", "not sure, then: glass"), encoding="utf-8")
    ran = here("book", str(folder), "-o", str(folder / "b.html"))
    assert ran.code == 0
    assert "guide: tiny has 2 problems, named on page 1; 'guide check' lists them too" in ran.err
    words = _words(_check((folder / "b.html").read_text("utf-8"))).partition("How much there is")[0]
    assert "This guide has 2 problems" in words
    assert "questions.yaml:8:3 G404 no reader is asked 'soot'" in words


def test_hostile_words_stay_words(tiny: Guide) -> None:
    head = msgspec.structs.replace(tiny.head, title=NASTY, about=NASTY, kind=NASTY)
    text = book(msgspec.structs.replace(tiny, head=head), TODAY)
    words = _words(_check(text))
    assert words.count(NASTY) == 3
    assert text.count("</style>") == 1


@pytest.mark.parametrize("name", formats())
def test_every_format_holds_every_text(tiny: Guide, name: str) -> None:
    text = write(book_page(tiny, TODAY), name)
    for section in texts_of(Readers(tiny)):
        for some in section.texts or ():
            assert some.code in text.replace("\n", "")
    if name == "json":
        first = json.loads(text)["sections"][0]
        assert first["texts"][0]["who"] == ["Glass: Cracked"]


@pytest.fixture
def shelf(monkeypatch: pytest.MonkeyPatch) -> None:
    """A shelf that holds the small guide and nothing else."""
    monkeypatch.setattr("guide.reading.shelf.shipped_guides", lambda: TINY)


@pytest.mark.usefixtures("shelf")
def test_the_command_writes_the_book(tmp_path: Path) -> None:
    path = tmp_path / "book.html"
    ran = here("book", str(TINY), "-o", str(path))
    assert (ran.code, ran.out) == (0, "")
    assert ran.err == f"written to {path}\n"
    written = path.read_text(encoding="utf-8")
    _check(written)
    shown = here("book")
    assert (shown.code, shown.err, shown.out) == (0, "", written)


@pytest.mark.usefixtures("shelf")
def test_wrong_input_is_one_line_and_exit_2(tmp_path: Path) -> None:
    for arguments in (["nobody"], ["-o", str(tmp_path)], [str(tmp_path)]):
        ran = here("book", *arguments)
        assert (ran.code, ran.out, ran.err.count("\n")) == (2, "", 1)


@pytest.mark.usefixtures("shelf")
def test_the_old_name_and_its_option_still_work_and_help_is_silent_about_them() -> None:
    ran = here("book")
    assert here("proof") == ran
    everything = here("proof", "--all")
    assert (everything.code, everything.out, everything.err.count("\n")) == (0, ran.out, 1)
    assert "the book holds every text, not every page" in everything.err
    assert "proof" not in here("--help").out
    assert "--all" not in here("book", "--help").out
