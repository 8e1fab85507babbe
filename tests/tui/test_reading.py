"""The guide at a glance and the glossary: what is on the screen, from home and from a page."""

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
