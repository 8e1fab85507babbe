"""The guide at a glance and the glossary: what is on the screen, from home and from a page."""

import datetime

from helpers.stage import Stage, shelf_of

from guide.model.schema import Guide
from guide.tui.app import GuideApp

DAY = datetime.date(2026, 3, 15)


async def test_the_glance_is_a_choice_on_home_and_a_key(shipped: Guide) -> None:
    app = GuideApp(shelf_of(shipped), today=DAY)
    async with app.run_test(size=(80, 24)) as pilot:
        stage = Stage(app, pilot)
        await stage.settle()
        assert "2  The guide at a glance" in stage.text()
        for keys in (("2",), ("escape", "o")):
            await stage.press(*keys)
            assert "You can't fail a SOC 2 outright." in stage.flat()


async def test_a_word_is_looked_up_from_anywhere(shipped: Guide) -> None:
    app = GuideApp(shelf_of(shipped), today=DAY)
    async with app.run_test(size=(80, 24)) as pilot:
        stage = Stage(app, pilot)
        await stage.settle()
        await stage.press("l", *"bridge")
        assert "bridge letter: Management's letter on what changed" in stage.flat()
        assert "adverse:" not in stage.text()
        await stage.press(*"xyz")
        assert "No term has to do with" in stage.flat()


async def test_the_words_of_the_page_stand_first(shipped: Guide) -> None:
    app = GuideApp(shelf_of(shipped), today=DAY)
    async with app.run_test(size=(80, 40)) as pilot:
        stage = Stage(app, pilot)
        await stage.settle()
        await stage.press("1", "1", "2", "a", "l")
        text = stage.text()
        assert text.index("Terms on this page") < text.index("qualified:")
