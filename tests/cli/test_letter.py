"""guide letter: blanks asked for one at a time, kept at once, written in every format."""

import json
import sys
from pathlib import Path

import pytest
from docx import Document as WordFile
from helpers.running import Ran, here
from helpers.stage import shelf_of
from helpers.writing_letters import ADVERSE as GRAVE
from helpers.writing_letters import SLIP

from guide.history.history import History
from guide.model.schema import Guide

ADVERSE = f"failed-audit:{GRAVE}"
CODE = f"failed-audit:{SLIP},auditor=healthy"


@pytest.fixture(autouse=True)
def _both_guides(shipped: Guide, tiny: Guide, monkeypatch: pytest.MonkeyPatch) -> None:
    """Read once: from a cold cache the guide that ships takes a second in each test."""
    shelf = shelf_of(shipped, tiny)
    monkeypatch.setattr("guide.reading.shelf.open_shelf", lambda _: shelf)


def asked(*arguments: str, typed: str, monkeypatch: pytest.MonkeyPatch) -> Ran:
    monkeypatch.setattr("guide.cli.dialogue.is_terminal", lambda stream: stream is not sys.stdout)
    return here("letter", *arguments, typed=typed)


def test_what_is_set_stands_in_the_letter_and_in_the_next_run(tmp_path: Path) -> None:
    ran = here("letter", "buyer", CODE, "--set", "product=Ledger <w:p/>", "--set", "page=4")
    assert ran.code == 0
    assert "Subject: our SOC 2 report on Ledger <w:p/>" in ran.out
    assert "still open: " in ran.err
    assert "Have counsel read it before it goes out" in ran.err
    path = tmp_path / "letter.html"
    assert here("letter", "status", CODE, "-o", str(path)).code == 0
    assert "on Ledger &lt;w:p/&gt; that" in path.read_text(encoding="utf-8")
    emptied = here("letter", "buyer", CODE, "--set", "product=", "--as", "markdown")
    assert "# Subject: our SOC 2 report on \\[Product\\]" in emptied.out


def test_the_dialogue_asks_one_at_a_time_shows_the_letter_and_goes_on_later(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    typed = "Ms. Roe, Fabrikam\n31 Feb 2026\nLedger\n"
    ran = asked("buyer", CODE, typed=f"{typed}q\n", monkeypatch=monkeypatch)
    assert ran.code == 0
    assert "Recipient: " in ran.err
    assert "Product: " in ran.err
    again = asked("buyer", CODE, typed="no\n", monkeypatch=monkeypatch)
    assert "Product: " not in again.err
    assert "Has the recipient signed an NDA?" in again.err
    assert again.code == 2
    assert "Send only this: \"We'd like to send you" in again.err


def test_a_bad_answer_is_told_and_asked_again_and_b_goes_back(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    lines = ["Northwind", "Ana Roe", "our NDA", "Ledger", "Halden LLP", "2026-07-01", "b", "b"]
    lines += ["Rook LLP", "2026-06-01 to 2026-01-01", "2026-01-01 to 2026-06-30"]
    ran = asked("status", CODE, typed="\n".join([*lines, "q"]), monkeypatch=monkeypatch)
    assert "Date of the report: " in ran.err
    assert "Auditor's firm [Halden LLP]: " in ran.err
    told = " ".join(ran.err.split())
    assert "it ends on January 1, 2026, before it starts on June 1, 2026" in told
    assert "SOC 2 Type 2 report on Ledger that Rook LLP issued on July 1, 2026." in told
    assert "SOC 2 Type 2 report on Ledger that Rook LLP issued" in " ".join(ran.out.split())


def test_what_is_wrong_takes_nothing_else_along() -> None:
    ran = here(
        *("letter", "bridge", CODE, "--set", "firm=Halden LLP", "--set", "signer=Halden, LLP"),
        *("--set", "product=Ledger", "--set", "colour=red"),
    )
    assert (ran.code, ran.out) == (2, "")
    assert "The auditor can't be named here" in ran.err
    assert "on Ledger" in here("letter", "bridge", CODE).out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("bridge", ADVERSE), "no bridge letter here. A bridge letter rests on"),
        (("bridge", ADVERSE), "That is: guide letter status failed-audit:opinion=adverse"),
        (("bridg", CODE), "no letter 'bridg'; did you mean 'bridge'?"),
        (("note", "tiny:flame=smoky,glass=whole"), "tiny has no letters"),
        (("status", CODE, "--set", "product"), "--set takes NAME=TEXT"),
        (("status", CODE, "--as", "word"), "name it, as in -o letter.docx"),
    ],
)
def test_a_letter_that_cannot_be_written_gets_one_line(
    arguments: tuple[str, ...], told: str
) -> None:
    ran = here("letter", *arguments)
    assert (ran.code, ran.out) == (2, "")
    assert told in ran.err
    assert ran.err.count("\n") == 1


def test_a_word_file_is_written(tmp_path: Path) -> None:
    path = tmp_path / "status.docx"
    ran = here("letter", "status", CODE, "--set", "company=Northwind", "-o", str(path))
    assert (ran.code, ran.out) == (0, "")
    assert "written to" in ran.err
    file = WordFile(str(path))
    assert file.paragraphs[0].text == "Status of repairs after our SOC 2 report"
    assert file.tables[0].rows[0].cells[1].text == "Northwind"


def test_programs_get_the_fields_and_what_must_stand() -> None:
    data = json.loads(here("letter", "status", CODE, "--as", "json").out)
    assert data["draft"] is True
    assert data["fields"][0] == {
        "name": "company",
        "label": "Your company",
        "kind": "text",
        "value": None,
        "problem": None,
    }
    assert {p["id"]: p["must"] for p in data["paragraphs"]}["status-qualified"] is True


def test_what_was_typed_is_in_the_export_and_goes_with_the_walk() -> None:
    here("letter", "status", CODE, "--set", "company=Northwind")
    exported = here("history", "export", "-").out
    (walk,) = json.loads(exported)["walks"]
    assert walk["typed"] == {"company": "Northwind"}
    assert here("history", "erase", walk["id"]).code == 0
    assert "[Your company]" in here("letter", "status", CODE).out
    with History() as history:
        assert history.count() == 0
    assert here("history", "import", "-", typed=exported).code == 0
    assert "Northwind" in here("letter", "status", CODE).out


def test_a_letter_says_what_it_rests_on_when_asked() -> None:
    ran = here("letter", "status", CODE, "--sources")
    assert "Where this comes from" in ran.out
    assert "Where this comes from" not in here("letter", "status", CODE).out
