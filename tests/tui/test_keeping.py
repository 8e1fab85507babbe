"""What the app keeps: every walk, none twice, and nothing of what was erased."""

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest
from helpers.stage import DAY, Stage, Start, running, shelf_of

from guide.history.history import History
from guide.history.resolve import reopened
from guide.model.schema import Guide
from guide.places import history_file
from guide.tui.app import GuideApp
from tui.test_hostile import HOSTILE

CRACKED = "tiny:flame=smoky,glass=cracked"
TO_FILE = ("tab",) * 4
"""From the decision to the name of its file, where no other page stands beside it."""
FINISH = ("enter", "2", "2")
"""From home to the page of a smoky flame behind cracked glass."""


def answers() -> list[dict[str, str]]:
    """What the file holds, the newest first."""
    with History() as history:
        return [one.answers for one in history.recent(100)]


async def test_changing_one_answer_keeps_the_finished_walk(start: Start) -> None:
    async with start() as stage:
        await stage.press(*FINISH)
        finished = stage.app.session.journey
        assert finished is not None
        stage.app.session.history.rename(finished.walk_id or "", "Northwind")
        await stage.press("t", "2", "1")
        assert stage.at == "question"
        assert stage.app.session.journey is not None
        assert stage.app.session.journey.walk_id != finished.walk_id
    with History() as history:
        kept = history.get(finished.walk_id or "")
        assert kept is not None
        assert (kept.answers, kept.name, kept.finished) == (finished.answers, "Northwind", True)
        assert history.count() == 2


async def test_looking_back_and_changing_nothing_makes_no_walk(start: Start) -> None:
    async with start() as stage:
        await stage.press(*FINISH, "b", "b", "2", "2")
        assert stage.at == "advice"
    assert answers() == [{"flame": "smoky", "glass": "cracked"}]


async def test_opening_a_code_many_times_keeps_it_once(start: Start) -> None:
    for _ in range(3):
        async with start(code=CRACKED) as stage:
            assert stage.at == "advice"
    assert answers() == [{"flame": "smoky", "glass": "cracked"}]
    for _ in range(2):
        async with start(code="tiny:flame=smoky") as stage:
            assert stage.at == "question"
    assert len(answers()) == 1, "a code that is not finished is no walk before it is answered"


async def test_a_walk_opened_by_its_id_is_the_same_walk(tiny: Guide) -> None:
    given = {"flame": "unsure", "soot": "yes", "glass": "cracked"}
    with History() as history:
        walk_id = history.save(
            None, guide="tiny", answers=given, code="tiny:flame=smoky,glass=cracked,soot=thick",
            finished=True, content_hash=tiny.content_hash,
        )  # fmt: skip
        kept = history.get(walk_id)
    assert kept is not None
    app = GuideApp(shelf_of(tiny), first=reopened(tiny, kept).journey, today=DAY)
    async with app.run_test(size=(80, 24)) as pilot:
        stage = Stage(app, pilot)
        await stage.settle()
        assert stage.at == "advice"
        assert stage.answers == given, "the diagnostic is still on the trail"
        assert app.session.journey is not None
        assert app.session.journey.walk_id == walk_id
    app.session.keeper.close()
    assert answers() == [given]


async def test_opening_an_older_walk_changes_nothing_until_it_is_answered(tiny: Guide) -> None:
    with History() as history:
        walk_id = history.save(
            None, guide="tiny", answers={"flame": "smoky"}, code="tiny:flame=smoky",
            finished=False, content_hash="old",
        )  # fmt: skip
        before = history.get(walk_id)
    async with running(shelf_of(tiny)) as stage:
        await stage.press("enter")
        assert "The guide has changed since" in stage.flat()
        with History() as history:
            assert history.get(walk_id) == before
        await stage.press("h", "enter")
        assert "The guide has changed since" in stage.flat(), "it is told each time"
        await stage.press("2")
    with History() as history:
        (kept,) = history.recent()
    assert (kept.id, kept.finished, kept.content_hash) == (walk_id, True, tiny.content_hash)


async def test_an_erased_walk_does_not_come_back_from_a_pinned_page(start: Start) -> None:
    async with start(size=(100, 40)) as stage:
        await stage.press(*FINISH, "p", "h", "H", "X", "2")
        assert stage.app.session.pinned == ()
        assert stage.app.session.journey is None
        await stage.press("escape", "enter", "1", "1", "1", "v")
        assert stage.at == "advice"
    assert answers() == [{"flame": "steady", "glass": "whole", "wind": "calm"}]


async def test_a_walk_erased_in_another_window_is_not_kept_again(start: Start) -> None:
    async with start(size=(100, 30)) as stage:
        await stage.press("enter", "2")
        with History() as other:
            other.erase_all()
        await stage.press("2")
        assert stage.at == "advice"
        assert "This walk was erased" in stage.flat()
        assert answers() == []
        await stage.press("r", "1")
    assert answers() == [{"flame": "steady"}]


async def test_what_the_file_refuses_is_not_said_to_be_done(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("guide.history.database.TIMEOUT", 0.05)
    async with start(size=(100, 30)) as stage:
        await stage.press(*FINISH, "h", "H")
        other = sqlite3.connect(history_file(), isolation_level=None)
        other.execute("BEGIN IMMEDIATE")
        await stage.press("x", "2")
        assert "Erased" not in stage.text()
        assert "Nothing was changed." in stage.flat()
        assert "another program is using it" in stage.flat()
        assert "1 of 1" in stage.text(), "the walk is still in the file"
        await stage.press("n", *"Deal", "enter")
        assert "Named." not in stage.text()
        other.close()
    assert len(answers()) == 1


async def test_a_draft_belongs_to_its_page_and_goes_when_it_is_written(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with start(code=CRACKED, size=(120, 50)) as stage:
        await stage.press("e", *"Mend", "escape", "t", "1", "1", "e")
        assert "Mend" not in stage.text(), "this is another page"
        await stage.press("escape", "t", "1", "2", "e")
        assert "Mend" in stage.text()
        await stage.press(*TO_FILE, "enter")
        assert "Decision record written" in stage.flat()
        await stage.press("e")
        assert "Mend" not in stage.text(), "it stands in the record now"


async def test_a_decision_of_several_lines_is_pasted_whole(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from textual import events

    monkeypatch.chdir(tmp_path)
    async with start(code=CRACKED, size=(120, 50)) as stage:
        await stage.press("e")
        assert stage.app.focused is not None
        stage.app.focused.post_message(events.Paste(f"One.\nTwo.\n{HOSTILE}"))
        await stage.settle()
        await stage.press(*TO_FILE, "enter")
    text = (tmp_path / "decision-tiny-smoky-cracked.md").read_text(encoding="utf-8")
    assert "\nOne.\n\nTwo.\n" in text
    assert "status: proposed" in text


async def test_a_record_keeps_the_letters_of_the_comparison(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with start(code=CRACKED, size=(120, 50)) as stage:
        await stage.press("p", "t", "2", "1", "3", "v")
        assert "A: Glass: Cracked" in stage.text()
        await stage.press("e")
        assert "B differs in Glass: Cracked → Whole." in stage.flat()
        await stage.press("tab", *"Ann", "enter", "enter", "down", "down", "enter")
        await stage.press("tab", "enter", "down", "enter")
        await stage.press("tab", "ctrl+u", *"in 2 weeks", "enter", "enter")
        text = (tmp_path / "decision-tiny-smoky-cracked.md").read_text(encoding="utf-8")
    assert "- A: Flame: Smoky · Glass: Cracked\n" in text
    assert 'Chosen option: "B: Glass: Cracked → Whole", because:' in text
    assert text.startswith('---\nstatus: accepted\ndate: 2026-03-15\ndecision-makers: "Ann"')


async def test_a_record_begun_on_the_page_has_the_letters_of_the_comparison(start: Start) -> None:
    async with start(code=CRACKED, size=(120, 50)) as stage:
        await stage.press("p", "t", "2", "1", "3", "v")
        assert "A: Glass: Cracked" in stage.text()
        await stage.press("escape", "e")
        assert "A is Flame: Smoky · Glass: Cracked. B differs in Glass: Cracked → Whole." in (
            stage.flat().replace("; Glass", " · Glass")
        )


async def test_the_days_of_one_guide_are_not_those_of_another(tiny: Guide) -> None:
    other = replace_id(tiny, "other")
    async with running(shelf_of(tiny, other), size=(100, 40), code=CRACKED) as stage:
        stage.app.session.plan_typed["tiny"] = {"report_date": "2026-02-01"}
        await stage.press("g")
        assert "Date of the report 1 Feb 2026" in stage.text()
        assert stage.app.session.journey is not None
        stage.app.session.journey = replace(stage.app.session.journey, guide=other)
        await stage.press("escape", "g")
        assert "2026-02-01" not in stage.text()
        assert "Date of the report 1 Feb 2026" not in stage.text()


def replace_id(guide: Guide, name: str) -> Guide:
    import msgspec

    return msgspec.structs.replace(guide, head=msgspec.structs.replace(guide.head, id=name))
