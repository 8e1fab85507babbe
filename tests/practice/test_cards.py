"""Cards for other programs: Anki's own import takes them, and takes them again when edited."""

import csv
import io
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from guide.model.schema import Guide
from guide.practice.cards import FORMS

try:
    from anki.collection import Collection, ImportCsvRequest
except ImportError:  # no wheel of it for this Python or this system
    Collection = None  # type: ignore[assignment,misc]

needs_anki = pytest.mark.skipif(
    Collection is None, reason="THE CARDS ARE NOT TESTED WITH ANKI: it can't be installed here"
)


@pytest.fixture
def collection(tmp_path: Path) -> Iterator[Any]:
    """An empty collection of the real Anki."""
    opened = Collection(str(tmp_path / "collection.anki2"))
    yield opened
    opened.close()


def _import(collection: Any, path: Path, text: str) -> Any:
    path.write_text(text, encoding="utf-8", newline="")
    metadata = collection.get_csv_metadata(path=str(path), delimiter=None)
    return collection.import_csv(ImportCsvRequest(path=str(path), metadata=metadata)).log


@needs_anki
def test_anki_imports_a_card_for_each_case(collection: Any, tmp_path: Path, shipped: Guide) -> None:
    log = _import(collection, tmp_path / "cards.txt", FORMS.load("anki").write(shipped))
    assert len(log.new) == len(shipped.case) == collection.card_count()
    assert collection.decks.by_name(shipped.title)["name"] == shipped.title
    for note_id in collection.find_notes(""):
        note = collection.get_note(note_id)
        case = shipped.case[note.guid.rpartition(":")[2]]
        assert note.note_type()["name"] == "Basic"
        assert note["Front"].count("<li>") == len(case.options)
        assert note["Back"].count("✓ Right") == len(case.right)
        assert f"{shipped.id}::{case.topic}" in note.tags


@needs_anki
def test_an_edited_case_has_new_words_and_the_schedule_it_had(
    collection: Any, tmp_path: Path, lamps: Guide
) -> None:
    path = tmp_path / "cards.txt"
    _import(collection, path, FORMS.load("anki").write(lamps))
    deck = collection.decks.id_for_name(lamps.title)
    collection.decks.select(deck)
    card = collection.sched.getCard()
    collection.sched.answerCard(card, 4)  # easy: it is due in days
    before = collection.get_card(card.id)
    assert before.ivl > 0
    case = lamps.case[before.note().guid.rpartition(":")[2]]
    edited = msgspec.structs.replace(case, question='Is it "safe",\ttoday & tonight?')
    assert lamps.cases is not None
    cases = tuple(edited if c.id == case.id else c for c in lamps.cases.cases)
    changed = msgspec.structs.replace(lamps.cases, cases=cases)
    log = _import(
        collection, path, FORMS.load("anki").write(msgspec.structs.replace(lamps, cases=changed))
    )
    assert (len(log.new), len(log.updated)) == (0, 1)
    after = collection.get_card(card.id)
    assert "today &amp; tonight?" in after.note()["Front"]
    assert (after.due, after.ivl, after.reps) == (before.due, before.ivl, before.reps)
    assert collection.card_count() == len(lamps.case)


def test_the_table_has_a_row_for_each_option(lamps: Guide) -> None:
    text = FORMS.load("csv").write(lamps)
    rows = [*csv.DictReader(io.StringIO(text.removeprefix("\ufeff")))]
    assert text.startswith("\ufeff")
    assert len(rows) == sum(len(case.options) for case in lamps.case.values())
    assert [row["option"] for row in rows if row["right"] == "yes"][:2] == [
        "It is safe",
        "It is not",
    ]
    assert rows[0]["page"] == "tiny:flame=steady,glass=whole"


def test_a_cell_that_a_spreadsheet_would_run_is_guarded(lamps: Guide) -> None:
    case = msgspec.structs.replace(lamps.case["red"], title="=1+1")
    assert lamps.cases is not None
    changed = msgspec.structs.replace(lamps.cases, cases=(case,))
    text = FORMS.load("csv").write(msgspec.structs.replace(lamps, cases=changed))
    assert "red,'=1+1," in text


def test_each_form_is_named_and_has_an_ending() -> None:
    assert {name: FORMS.suffix(name) for name in FORMS.names()} == {"anki": ".txt", "csv": ".csv"}
