"""Home: a door for each job, several guides above them, and where the reader left below."""

import msgspec
from helpers.stage import Start, shelf_of

from guide.model.schema import Guide


def another(guide: Guide) -> Guide:
    """The same guide under another name."""
    head = msgspec.structs.replace(guide.head, id="other", title="Is the stove safe to light?")
    return msgspec.structs.replace(guide, head=head)


async def test_doors_are_cards_with_borders_where_there_is_room(
    start: Start, shipped: Guide
) -> None:
    async with start(shelf_of(shipped), size=(120, 40)) as stage:
        assert "╭ 1 Where do I stand? ─" in stage.text()
        assert "2 The guide at a glance ─" in stage.text()
    async with start(shelf_of(shipped), size=(80, 24)) as stage:
        assert "▌ 1  Where do I stand?" in stage.text()
        assert "╭" not in stage.text()


async def test_a_door_whose_job_a_guide_has_not_is_not_drawn(start: Start, tiny: Guide) -> None:
    async with start() as stage:
        assert tiny.glance is None
        assert "at a glance" not in stage.text().replace("read at a glance", "")
        await stage.press("9")
        assert stage.at == "home"


async def test_the_arrows_go_through_the_cards_in_two_directions(
    start: Start, shipped: Guide
) -> None:
    async with start(shelf_of(shipped), size=(120, 40)) as stage:
        await stage.press("right", "enter")
        assert stage.at == "glance"
        await stage.press("escape", "down", "up", "enter")
        assert stage.at == "question"


async def test_enter_goes_on_with_the_newest_walk(start: Start, shipped: Guide) -> None:
    async with start(shelf_of(shipped)) as stage:
        await stage.press("1", "1", "2", "h", "1", "2", "h")
        lines = stage.text().split("\n")
        at = lines.index(next(line for line in lines if "Continue" in line))
        assert "▌ A signed Type 1 report" in lines[at + 1]
        assert "A signed Type 2 report · Qualified" in lines[at + 2]
        await stage.press("enter")
        assert stage.answers == {"report": "type1"}


async def test_several_guides_stand_above_the_doors_of_the_one_chosen(
    start: Start, tiny: Guide
) -> None:
    async with start(shelf_of(tiny, another(tiny))) as stage:
        text = stage.text()
        assert text.index("Guides") < text.index("Where do I stand?")
        assert text.count("Is the lantern safe to light?") == 3, "headline, guide, above its doors"
        await stage.press("up", "enter")
        assert stage.text().count("Is the stove safe to light?") == 3
        await stage.press("1")
        assert stage.app.session.journey is not None
        assert stage.app.session.journey.guide.id == "other"
