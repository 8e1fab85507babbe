"""The page of advice: passages, sources, sections, and what can be done with it."""

import os
from pathlib import Path

import pytest
from helpers.stage import Start, running, shelf_of

from guide import places
from guide.model.schema import Guide
from guide.tui.widgets.evidence import Evidence
from guide.tui.widgets.page import Page, PageScroll

CRACKED = "tiny:flame=smoky,glass=cracked"


async def test_says_who_shows_answers_facts_sources_dates_and_corrections(start: Start) -> None:
    async with start(code=CRACKED) as stage:
        await stage.press("w")
        text = stage.flat()
        assert "Your answers: Glass: Cracked." in text
        assert (
            "1. The source says a cracked glass is harmless. "
            "Source: The lantern keeper, 15 January 2026 (F2) "
            "▸ How sure: practice differs. example.invalid/keeper" in text
        )
        assert (
            "2. A cracked glass lets the wind in. "
            "Source: The lantern keeper (C1) Corrects 1. How sure: holds up." in text
        )
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


async def test_our_checks_are_folded_until_they_are_asked_for(start: Start) -> None:
    async with start(code=CRACKED) as stage:
        await stage.press("w")
        assert "▸ How sure: practice differs." in stage.text()
        assert "Practice says otherwise." not in stage.text()
        await stage.press("f")
        assert "How sure: practice differs. Practice says otherwise." in stage.flat()
        await stage.click("▾ How sure")
        assert "Practice says otherwise." not in stage.text()


async def test_an_address_that_is_clicked_is_followed(start: Start) -> None:
    async with start(code=CRACKED) as stage:
        await stage.press("w")
        await stage.click("example.invalid/keeper")
        assert "https://example.invalid/keeper" in stage.text()
        assert stage.app.clipboard == "https://example.invalid/keeper"


@pytest.mark.parametrize(
    ("width", "sections", "sources", "least"),
    [(80, 0, 0, 66), (100, 0, 0, 66), (110, 1, 0, 66), (120, 1, 0, 66), (140, 1, 1, 66)],
)
async def test_the_text_has_its_width_whatever_stands_beside_it(
    shipped: Guide, width: int, sections: int, sources: int, least: int
) -> None:
    code = "failed-audit:opinion=qualified,nature=admin,auditor=healthy"
    async with running(shelf_of(shipped), code=code, size=(width, 40)) as stage:
        screen = stage.app.screen
        gutter = 2
        assert least <= screen.query_one(Page).content_size.width - gutter <= 76
        assert screen.query_one("#sections-pane").display == bool(sections)
        assert screen.query_one("#evidence-pane").display == bool(sources)
        await stage.press("w")
        if width >= 110:
            assert least <= screen.query_one(Page).content_size.width - gutter <= 76
            assert "Says who? · 1 of " in stage.text()


async def test_wide_shows_sections_page_and_sources_side_by_side(start: Start) -> None:
    async with start(code=CRACKED, size=(150, 40)) as stage:
        text = stage.text()
        assert "▸ 1 Where you stand" in text
        assert "Leave this lantern unlit." in text
        assert "1. The source says a cracked" in text
        assert "Says who? · 1 of 3" in text
        await stage.press("j")
        assert "A careful keeper starts here." in stage.text()
        assert "Says who? · 2 of 3" in stage.text()
        assert "▸ 2 What to do next" in stage.text()
        await stage.press("w")
        focused = stage.app.focused
        assert focused is not None
        assert focused.id == "evidence-pane"
        await stage.press("escape")
        assert stage.at == "advice"
        assert isinstance(stage.app.focused, PageScroll)


async def test_where_there_is_room_for_two_the_sources_take_the_place_of_the_contents(
    start: Start,
) -> None:
    async with start(code=CRACKED, size=(120, 40)) as stage:
        assert "On this page" in stage.text()
        await stage.press("w")
        assert "On this page" not in stage.text()
        assert "Says who? · 1 of 3" in stage.text()
        await stage.press("j")
        assert "A careful keeper starts here." in stage.flat()
        await stage.press("escape")
        assert "On this page" in stage.text()
        assert "Says who? ·" not in stage.text()


async def test_a_click_on_a_section_goes_there(start: Start) -> None:
    async with start(code=CRACKED, size=(120, 40)) as stage:
        await stage.click("2 What to do next    │")
        assert stage.app.screen.query_one(Page).current == 1


@pytest.mark.parametrize("size", [(80, 24), (120, 40)], ids=["on the page", "across"])
async def test_the_verdict_stands_in_a_banner_with_its_place_on_the_scale(
    start: Start, size: tuple[int, int]
) -> None:
    async with start(code=CRACKED, size=size) as stage:
        line = next(line for line in stage.text().split("\n") if "DO NOT LIGHT IT" in line)
        assert line.startswith("▌ ✕ DO NOT LIGHT IT  ▰▰▰")
        assert stage.text().count("Leave this lantern unlit.") == 1


async def test_the_scale_says_what_the_steps_mean(start: Start) -> None:
    async with start(code=CRACKED) as stage:
        await stage.press("equals_sign")
        rows = [line.split() for line in stage.text().split("\n") if "▰" in line or "▱" in line]
        assert [row[0] for row in rows] == ["✓", "!", "✕"]
        assert [row[-1] for row in rows] == ["▰▱▱", "▰▰▱", "▰▰▰"]


async def test_a_key_says_what_the_next_underlined_word_means(shipped: Guide) -> None:
    code = "failed-audit:opinion=adverse,nature=failure,auditor=healthy"
    async with running(shelf_of(shipped), code=code) as stage:
        await stage.press("u")
        first = stage.text()
        assert "control: Something that people or systems do" in stage.flat()
        await stage.press("u")
        assert stage.text() != first
        assert "Esc closes" in stage.text()
        await stage.press("escape")
        assert "Esc closes" not in stage.text()
        assert stage.at == "advice"
        await stage.press("u", "3")
        assert "Esc closes" not in stage.text(), "of a word of the section one leaves"


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
        await stage.press("w", "w")
        stage.app.screen.add_class("-asked")
        for _ in range(12):
            if way == "wheel":
                await stage.wheel(40, 4)
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
        assert os.listdir(tmp_path) == []  # noqa: PTH208


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


async def test_copying_sends_it_writes_a_file_and_promises_nothing(start: Start) -> None:
    async with start(code=CRACKED, size=(120, 40)) as stage:
        await stage.press("y", "end", "enter")
        path = places.data_folder() / "copied-page.md"
        assert "Leave this lantern **unlit**." in stage.app.clipboard
        assert path.read_text(encoding="utf-8") == stage.app.clipboard
        assert "some terminals ignore that" in stage.flat()
        assert str(path) in "".join(stage.text().split("\n")[1:3]).replace(" ", "")


async def test_a_section_or_a_script_can_be_copied_alone(start: Start) -> None:
    async with start(code=CRACKED) as stage:
        await stage.press("j", "y", "enter")
        assert stage.app.clipboard.startswith("## What to do next\n")
        assert "Leave this lantern" not in stage.app.clipboard
        await stage.press("y")
        assert "The script in What to do next" in stage.text()
        await stage.press("2")
        assert stage.app.clipboard.startswith('"It is b')
        assert "The script: sent to the terminal's clipboard" in stage.flat()


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
