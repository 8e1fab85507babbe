"""The guide at a glance and the glossary: what is on the screen, from home and from a page."""

import pytest
from helpers.stage import running, shelf_of

from guide.model.schema import Guide


async def test_the_glance_is_a_choice_on_home_and_a_key(shipped: Guide) -> None:
    async with running(shelf_of(shipped)) as stage:
        assert "2  The guide at a glance" in stage.text()
        for keys in (("2",), ("escape", "o")):
            await stage.press(*keys)
            assert "You can't fail a SOC 2 outright." in stage.flat()


async def test_a_word_is_looked_up_from_anywhere(shipped: Guide) -> None:
    async with running(shelf_of(shipped)) as stage:
        await stage.press("l", *"bridge")
        assert "bridge letter: Management's letter on what changed" in stage.flat()
        assert "adverse:" not in stage.text()
        await stage.press(*"xyz")
        assert "No term has to do with" in stage.flat()


async def test_the_words_of_the_page_stand_first(shipped: Guide) -> None:
    async with running(shelf_of(shipped), size=(80, 40)) as stage:
        await stage.press("1", "1", "2", "a", "l")
        text = stage.text()
        assert text.index("Terms on this page") < text.index("qualified:")


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_words_scroll_while_the_field_has_the_focus(
    shipped: Guide, size: tuple[int, int]
) -> None:
    async with running(shelf_of(shipped), size=size) as stage:
        await stage.press("l")
        seen = {stage.text()}
        for key in ("down", "pagedown", "pagedown", "up"):
            await stage.press(key)
            seen.add(stage.text())
        assert len(seen) == 5, "each key scrolled"
        await stage.press("tab", "enter", *"bridge")
        assert "bridge letter: Management's letter on what changed" in stage.flat()
        assert "bridge" in stage.text().split("bridge letter")[0], "it was typed into the field"


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_label_field_and_words_stand_in_one_column(
    shipped: Guide, size: tuple[int, int]
) -> None:
    async with running(shelf_of(shipped), size=size) as stage:
        await stage.press("l")
        field, words = stage.app.screen.query_one("#word"), stage.app.screen.query_one("#words")
        assert 2 <= field.region.x == words.region.x


async def test_the_glance_explains_its_words_one_after_the_other_and_lists_them(
    shipped: Guide,
) -> None:
    async with running(shelf_of(shipped)) as stage:
        await stage.press("2")
        assert "u Next word  l All words" in stage.text()
        await stage.press("u")
        assert "CPA firm: A licensed accounting firm" in stage.flat()
        await stage.press("u")
        assert "opinion: The auditor's signed conclusion" in stage.flat()
        await stage.press("l")
        assert "Terms on this page" in stage.text()
        await stage.press("escape", "escape")
        assert stage.at == "glance"
        assert "The auditor's signed conclusion" not in stage.flat()
        await stage.press("escape")
        assert stage.at == "home"


async def test_a_word_of_the_glance_that_is_clicked_is_explained(shipped: Guide) -> None:
    async with running(shelf_of(shipped)) as stage:
        await stage.press("2")
        await stage.click("CPA firm")
        assert "CPA firm: A licensed accounting firm" in stage.flat()
