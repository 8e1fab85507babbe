"""The page of advice: passages, sources, sections, and what can be done with it."""

import os
from pathlib import Path

import pytest
from helpers.stage import Start

from guide import places
from guide.tui.widgets.evidence import Evidence
from guide.tui.widgets.page import Page, PageScroll

CRACKED = "tiny:flame=smoky,glass=cracked"


async def test_says_who_shows_answers_facts_sources_dates_and_corrections(start: Start) -> None:
    async with start(code=CRACKED) as stage:
        await stage.press("w")
        text = stage.flat()
        assert "Your answers: Glass: Cracked." in text
        assert "F2 The source says a cracked glass is harmless." in text
        assert "The lantern keeper (example.invalid/keeper); verified 15 January 2026" in text
        assert "Practice says otherwise." in text
        assert "C1 A cracked glass lets the wind in." in text
        assert "date of check not recorded" in text.replace("│ ", "")
        await stage.press("escape")
        assert stage.at == "advice"


async def test_says_who_names_the_editors_judgement(start: Start) -> None:
    async with start(code=CRACKED) as stage:
        await stage.press("j", "w")
        assert "A careful keeper starts here." in stage.text()
        assert "Shown whatever the answers are." in stage.text()


async def test_the_mark_moves_by_key_and_by_mouse(start: Start) -> None:
    async with start(code=CRACKED) as stage:
        page = stage.app.screen.query_one(Page)
        assert page.current == 0
        await stage.press("j")
        assert page.current == 1
        await stage.press("j")
        assert page.current == 2
        await stage.press("j")
        assert page.current == 2, "there is no passage after the last"
        await stage.press("k", "k")
        assert page.current == 0
        await stage.click("Replace the glass.")
        assert page.current == 2
        line = next(line for line in stage.text().split("\n") if "Replace the glass." in line)
        assert "▎" in line


async def test_wide_shows_trail_page_and_sources_side_by_side(start: Start) -> None:
    async with start(code=CRACKED, size=(120, 40)) as stage:
        text = stage.text()
        assert "Your answers" in text
        assert "Leave this lantern unlit." in text
        assert "F2 The source says a cracked" in text
        await stage.press("j")
        assert "A careful keeper starts here." in stage.flat()
        await stage.press("w")
        focused = stage.app.focused
        assert focused is not None
        assert focused.id == "evidence-pane"
        assert stage.app.screen.query_one(Evidence).size.width > 20
        await stage.press("escape")
        assert stage.at == "advice"
        assert isinstance(stage.app.focused, PageScroll)


async def test_closing_a_sheet_leaves_the_page_as_it_was(start: Start) -> None:
    async with start(code=CRACKED, size=(60, 12)) as stage:
        await stage.press("j", "j")
        before = stage.text()
        await stage.press("question_mark", "escape")
        assert stage.text() == before


async def test_numbers_and_contents_jump_to_sections(start: Start) -> None:
    async with start(code=CRACKED, size=(60, 10)) as stage:
        await stage.press("2")
        assert "2 What to do next" in stage.text()
        assert "Where you stand" not in stage.text()
        assert stage.app.screen.query_one(Page).current == 1
        await stage.press("c", "1")
        assert "1 Where you stand" in stage.text()
        assert stage.app.screen.query_one(Page).current == 0


async def test_scrolling_takes_the_mark_along(start: Start) -> None:
    async with start(code=CRACKED, size=(60, 8)) as stage:
        await stage.press("end")
        assert stage.app.screen.query_one(Page).current == 2


@pytest.mark.parametrize("way", ["end", "pagedown", "down", "wheel"])
async def test_the_sources_follow_a_page_that_is_scrolled(start: Start, way: str) -> None:
    async with start(code=CRACKED, size=(120, 8)) as stage:
        assert "A careful keeper" not in stage.flat()
        for _ in range(12):
            if way == "wheel":
                await stage.wheel(60, 4)
            else:
                await stage.press(way)
            if stage.app.screen.query_one(Page).current:
                break
        passage = stage.app.screen.query_one(Page).passage
        assert passage is not None
        assert passage.block.id != "lit-no"
        pane = " ".join(stage.app.screen.query_one(Evidence).render().plain.split())
        assert passage.block.judgement in pane
        assert all(fact in pane for fact in passage.block.rests_on)


async def test_no_line_is_wider_than_the_window(start: Start) -> None:
    for size in ((120, 40), (80, 24), (40, 15), (30, 8)):
        async with start(code=CRACKED, size=size) as stage:
            assert all(not bar.show_horizontal_scrollbar for bar in stage.app.screen.query("*"))
            assert stage.app.screen.query_one(Page).region.right <= size[0]


async def test_saving_shows_the_full_path_and_never_replaces_silently(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with start(code=CRACKED, size=(120, 40)) as stage:
        await stage.press("s", "enter")
        path = tmp_path / "tiny.html"
        assert f"Saved as {path}" in stage.flat()
        assert "Leave this lantern" in path.read_text(encoding="utf-8")

        path.write_text("mine", encoding="utf-8")
        await stage.press("s", "enter")
        assert "is there already" in stage.flat()
        assert path.read_text(encoding="utf-8") == "mine"
        await stage.press("enter")
        assert "Saved as" in stage.flat()
        assert path.read_text(encoding="utf-8") != "mine"


async def test_what_was_typed_stays_when_saving_fails(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with start(code=CRACKED, size=(120, 40)) as stage:
        await stage.press("s", "home")
        for key in ("n", "o", "slash"):
            await stage.press(key)
        await stage.press("enter")
        assert "Not saved as no/tiny.html" in stage.flat()
        assert stage.at == "save"
        assert os.listdir(tmp_path) == ["home"]  # noqa: PTH208


async def test_a_name_without_an_ending_gets_that_of_the_format(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with start(code=CRACKED, size=(120, 40)) as stage:
        await stage.press("s", "down", "down", "ctrl+u", *"page", "enter")
        assert f"Saved as {tmp_path / 'page.txt'}" in stage.flat()


async def test_letters_on_the_save_sheet_go_into_the_name_and_its_ending_decides(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with start(code=CRACKED, size=(120, 40)) as stage:
        await stage.press("s", *"qhdb.HTML", "enter")
        assert stage.at == "advice"
        assert "<html" in (tmp_path / "qhdb.HTML").read_text(encoding="utf-8")
        await stage.press("s", *"page.json")
        assert "●  JSON" in stage.text()
        await stage.press("up")
        assert "page.txt" in stage.text()
        await stage.press("tab", "q", "X")
        assert stage.at == "save"
        assert "page.txtqX" in stage.text()


async def test_moving_in_the_list_of_formats_changes_the_ending(start: Start) -> None:
    async with start(code=CRACKED, size=(120, 40)) as stage:
        await stage.press("s", *"page.md", "tab", "up", "shift+tab")
        assert "page.html" in stage.text()
        assert "●  Web page" in stage.text()


async def test_an_unknown_ending_is_told_with_the_known_ones(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with start(code=CRACKED, size=(120, 40)) as stage:
        await stage.press("s", *"page.docx", "enter")
        assert "no format is called .docx. It can be .html, .md, .txt, .json." in stage.flat()
        assert not (tmp_path / "page.docx").exists()
        await stage.press("ctrl+u", *"v1.2", "enter")
        assert (tmp_path / "v1.2.html").exists()


async def test_copying_sends_markdown_writes_a_file_and_promises_nothing(start: Start) -> None:
    async with start(code=CRACKED, size=(120, 40)) as stage:
        await stage.press("y")
        path = places.data_folder() / "copied-page.md"
        assert "Leave this lantern **unlit**." in stage.app.clipboard
        assert path.read_text(encoding="utf-8") == stage.app.clipboard
        assert "some terminals ignore that" in stage.flat()
        assert str(path) in "".join(stage.text().split("\n")[1:3]).replace(" ", "")


async def test_scrolling_is_over_at_once(start: Start) -> None:
    async with start(code=CRACKED, size=(40, 10)) as stage:
        scroll = stage.app.screen.query_one(PageScroll)
        for key in ("end", "home", "pagedown", "down", "pageup"):
            scroll.focus()
            await stage.press(key)
            assert scroll.scroll_y == scroll.scroll_target_y, key


async def test_a_folded_code_is_parted_after_a_comma_and_selected_in_one_piece(
    start: Start,
) -> None:
    code = "tiny:flame=smoky,glass=whole,wind=storm"
    async with start(code=code, size=(36, 24)) as stage:
        await stage.press("end")
        assert "tiny:flame=smoky,glass=whole,\n" in stage.text()
        stage.app.screen.text_select_all()
        await stage.settle()
        assert f"guide open {code}" in (stage.app.screen.get_selected_text() or "")


async def test_the_page_can_be_selected_as_text(start: Start) -> None:
    async with start(code=CRACKED) as stage:
        stage.app.screen.text_select_all()
        await stage.settle()
        assert "Leave this lantern unlit." in (stage.app.screen.get_selected_text() or "")
