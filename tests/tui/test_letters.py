"""Letters on the screen: one blank at a time, nothing typed is lost, nothing refused is written."""

from pathlib import Path

import pytest
from docx import Document as WordFile
from helpers.stage import Stage, running, shelf_of
from helpers.writing_letters import ADVERSE, FILLED, SLIP
from textual.widgets import Input

from guide.history.history import History
from guide.model.schema import Guide
from guide.tui.widgets.choices import Choices
from guide.tui.widgets.page import Page

CODE = f"failed-audit:{SLIP},auditor=healthy"


@pytest.fixture(autouse=True)
def _folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)


def files(folder: Path) -> list[Path]:
    """What was written."""
    return [*folder.glob("*.docx")]


async def fill(stage: Stage, text: str) -> None:
    """Type into the blank that is asked for."""
    stage.app.screen.query_one(Input).value = text
    await stage.settle()
    await stage.press("enter")


async def test_a_letter_grows_and_goes_on_where_it_was_left(shipped: Guide) -> None:
    async with running(shelf_of(shipped), code=CODE) as stage:
        await stage.press("L", "1")
        assert (stage.at, "DRAFT: 28 blanks" in stage.flat()) == ("letter", True)
        await fill(stage, "Northwind [/b]")
        assert "From: Northwind [/b]" in stage.flat()
        assert "Recipient" in stage.flat()
        stage.app.screen.query_one(Input).value = "Ana"
        await stage.settle()
        await stage.press("escape", "1")
        assert "From: Northwind [/b]" in stage.flat()
        assert "To: Ana" in stage.flat()
        assert "Agreement" in stage.flat()


async def test_a_bad_entry_is_told_at_once_and_stays_as_typed(shipped: Guide) -> None:
    async with running(shelf_of(shipped), code=CODE) as stage:
        await stage.press("L", "2", "down", "down")
        await fill(stage, "31 Feb 2026")
        assert "there is no day 31 in February 2026; it has 28" in stage.flat()
        await stage.press("up", "down")
        assert stage.app.screen.query_one(Input).value == "31 Feb 2026"
        assert "there is no day 31 in February 2026" in stage.flat()


async def test_a_letter_that_would_mislead_cannot_be_opened_and_says_what_to_send(
    shipped: Guide,
) -> None:
    async with running(shelf_of(shipped), code=f"failed-audit:{ADVERSE}", size=(80, 40)) as stage:
        await stage.press("L")
        assert "Not for this report. A bridge letter rests on" in stage.flat()
        assert "Instead: Send the status letter" in stage.flat()
        choices = stage.app.screen.query_one(Choices)
        await stage.press("5")
        assert stage.at == "letters"
        assert choices.choices[choices.cursor].label == "Remediation status letter"


async def test_the_letter_for_whoever_hears_first_comes_first_and_refused_ones_last(
    shipped: Guide,
) -> None:
    board = "failed-audit:report=draft,opinion=qualified,nature=failure,deal=board"
    async with running(shelf_of(shipped), code=board, size=(100, 60)) as stage:
        door = stage.app.screen.query_one(Page)._frame.door
        assert "To write: Note to the board. Key: L" in door
        await stage.press("L")
        choices = stage.app.screen.query_one(Choices)
        assert [choice.enabled for choice in choices.choices] == [True] + [False] * 4
        assert choices.choices[0].label == "Note to the board"
        await stage.press("5")
        assert stage.flat().count("Not for this report") == 4
    customers = "failed-audit:report=type2,opinion=qualified,nature=failure,deal=existing"
    async with running(shelf_of(shipped), code=customers) as stage:
        await stage.press("L")
        first = stage.app.screen.query_one(Choices).choices[0]
        assert first.label == "E-mail to an existing customer"


async def test_an_e_mail_that_waits_for_the_nda_is_not_written(
    shipped: Guide, tmp_path: Path
) -> None:
    async with running(shelf_of(shipped), code=CODE, size=(80, 40)) as stage:
        await stage.press("L", "3")
        while "signed an NDA? ·" not in stage.flat():
            await stage.press("down")
        await fill(stage, "2")
        assert "Send only this:" in stage.flat()
        await stage.press("ctrl+s", "enter")
        assert "Not written." in stage.flat()
    assert files(tmp_path) == []


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (160, 50), (40, 15)])
async def test_a_whole_letter_is_written_to_the_file_that_is_named(
    shipped: Guide, size: tuple[int, int]
) -> None:
    async with running(shelf_of(shipped), code=CODE, size=size) as stage:
        with History() as history:
            history.keep_typed(history.recent(1)[0].id, {**FILLED, "date": "2026-09-01"})
        await stage.press("L", "1")
        assert "Write it to" in stage.flat()
        await stage.press("enter")
        assert "Written to" in stage.flat()
    lines = [paragraph.text for paragraph in WordFile("status-letter.docx").paragraphs]
    assert any("on Northwind Ledger that Halden & Rook LLP issued" in line for line in lines)


async def test_days_typed_for_the_plan_stand_in_the_letter(shipped: Guide) -> None:
    async with running(shelf_of(shipped), code=CODE) as stage:
        await stage.press("g", *"2026-02-03", "escape", "escape", "L", "3")
        assert "on February 3, 2026" in stage.flat()


async def test_a_paragraph_is_left_out_by_its_name(shipped: Guide) -> None:
    async with running(shelf_of(shipped), code=CODE, size=(80, 40)) as stage:
        await stage.press("L", "2", "ctrl+s", "up")
        assert "Leave out" in stage.flat()
        await fill(stage, "bridge-no-assurance")
        assert "without it the letter would mislead" in stage.flat()
        await fill(stage, "bridge-user-controls")
        await stage.press("pagedown", "pagedown")
        assert "Controls that the report leaves" not in stage.flat()
        assert "We make no statement that controls operated" in stage.flat()


async def test_the_list_of_letters_opens_at_its_top_and_does_so_again_after_saving(
    shipped: Guide,
) -> None:
    async with running(shelf_of(shipped), code=CODE) as stage:
        await stage.press("B", "3")
        assert "What you type stays on this machine" in stage.flat()
        await stage.press("3")
        stage.app.screen.dismiss("/x/letter.docx")
        await stage.settle()
        assert "Written to /x/letter.docx" in stage.flat()
        assert "What you type stays on this machine" in stage.flat()
