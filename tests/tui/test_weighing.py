"""Pin, compare, swap, unpin; what if and back; the decision record: state and screen."""

from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.stage import Start

GOLDEN = Path(__file__).parent / "golden"
SIZES = ((80, 24), (160, 50), (40, 15))
CRACKED = "tiny:flame=smoky,glass=cracked"
MEND = ("t", "2", "1", "3")
"""From the page of a cracked glass to that of a whole one, the wind skipped."""
SCREENS = {
    "compare": ("p", *MEND, "v"),
    "compare-unfolded": ("p", "t", "1", "1", "v", "f"),
    "compare-three": ("p", *MEND, "p", "t", "1", "1", "v"),
    "what-if": ("i",),
    "what-if-page": ("i", "3"),
    "pinned": ("p",),
    "decide": ("p", *MEND, "e"),
    "help-compare": ("p", *MEND, "v", "question_mark"),
    "help-what-if": ("i", "question_mark"),
}


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", SCREENS)
async def test_a_screen_is_as_it_was_read(
    start: Start, golden: Callable[[Path, str], None], name: str, size: tuple[int, int]
) -> None:
    async with start(code=CRACKED, size=size) as stage:
        await stage.press(*SCREENS[name])
        text = stage.text().rstrip("\n") + "\n"
        assert max(map(len, text.split("\n"))) <= size[0]
        assert all(not bar.show_horizontal_scrollbar for bar in stage.app.screen.query("*"))
        if name != "decide":  # which shows a folder that folds differently each time
            golden(GOLDEN / f"weighing-{name}-{size[0]}x{size[1]}.txt", text)


async def test_pin_walk_on_and_compare(start: Start) -> None:
    async with start(code=CRACKED, size=(120, 50)) as stage:
        await stage.press("v")
        assert stage.at == "advice", "nothing is pinned yet"
        assert "Nothing to compare with: p pins this page, then open another." in stage.flat()
        await stage.press("p")
        assert "Advice, pinned" in stage.text()
        assert "then v compares the two" in stage.flat()
        await stage.press("v")
        assert stage.at == "advice", "a page is not compared with itself"
        assert "Only this page is pinned." in stage.flat()
        await stage.press(*MEND)
        assert "Advice, 1 pinned" in stage.text()
        await stage.press("v")
        assert stage.at == "compare"
        assert "A: Glass: Cracked" in stage.flat()
        assert "- Leave this lantern unlit." in stage.text()
        assert "+ It will burn, but it smokes." in stage.text()
        assert "B: Glass: Whole" in stage.flat()


async def test_pinning_names_the_keys_that_go_on_and_the_bar_follows(
    start: Start, own_home: Path
) -> None:
    settings = own_home / "config" / "settings.json"
    settings.parent.mkdir(parents=True)
    settings.write_text('{"keys": {"compare-pages": "z"}}')
    async with start(code=CRACKED, size=(120, 50)) as stage:
        await stage.press("p")
        assert "Change an answer (t) or start again (r), then z compares the two." in stage.flat()
        assert "Versus" not in stage.text(), "there is nothing to compare it with yet"
        await stage.press("z")
        assert "Only this page is pinned. Change an answer (t)" in stage.flat()
        await stage.press(*MEND)
        assert "z Versus" in stage.text()


async def test_what_was_pinned_is_kept_beside_what_is_answered_after(start: Start) -> None:
    async with start(code=CRACKED) as stage:
        await stage.press("t", "1", "1", "p", *MEND)
        kept = [dict(one.answers) for one in stage.app.session.history.recent()]
        assert {"flame": "steady", "glass": "cracked"} in kept
        assert {"flame": "steady", "glass": "whole", "wind": "skip"} in kept


async def test_pages_are_swapped_and_either_can_be_changed(start: Start) -> None:
    async with start(code=CRACKED, size=(120, 50)) as stage:
        await stage.press("p", *MEND, "v", "z")
        assert "A: Glass: Whole" in stage.flat()
        await stage.press("escape")
        assert stage.answers == {"flame": "smoky", "glass": "cracked"}
        assert stage.at == "advice"
        assert "Leave this lantern unlit." in stage.flat()
        await stage.press("v", "z", "escape")
        assert stage.answers["glass"] == "whole"
        assert len(stage.app.session.history.recent()) == 2, "swapping makes no new walk"


async def test_unpinning_leads_back_to_the_page(start: Start) -> None:
    async with start(code=CRACKED) as stage:
        await stage.press("p", *MEND, "v", "p")
        assert stage.at == "advice"
        assert stage.app.session.pinned == ()
        assert "pinned" not in stage.text().split("\n")[0]
        await stage.press("p", "p")
        assert stage.app.session.pinned == ()
        assert "Unpinned." in stage.text()


async def test_three_pages_are_compared_and_the_oldest_of_more_gives_way(start: Start) -> None:
    async with start(code=CRACKED, size=(160, 50)) as stage:
        await stage.press("p", *MEND, "p", "t", "1", "1", "v")
        assert "3 pages" in stage.text()
        assert "│  C" in stage.text()
        await stage.press("p")
        assert stage.at == "compare"
        assert "2 pages" in stage.text()
        await stage.press("escape", "p")
        assert "Pinned too. v compares this page with the other" in stage.flat()
        await stage.press("t", "2", "2", "p")
        assert len(stage.app.session.pinned) == 2
        told = "the oldest, Flame: Smoky · Glass: Whole, is pinned no more."
        assert told in stage.flat()


async def test_the_bar_of_keys_says_what_each_key_does_now(start: Start) -> None:
    async with start(code=CRACKED, size=(80, 24)) as stage:
        await stage.press("p", "i", "3")
        assert "b Back  v Versus" in stage.text(), "a neighbour, with the page it came from pinned"
    async with start(code=CRACKED, size=(40, 15)) as stage:
        await stage.press("i", "3")
        assert "b Back" in stage.text()


async def test_what_is_the_same_is_folded_and_unfolded(start: Start) -> None:
    async with start(code=CRACKED, size=(80, 50)) as stage:
        await stage.press("p", "t", "1", "1", "v")
        assert "The same on both pages: Where you stand, What to do next." in stage.flat()
        assert "Leave this lantern unlit." not in stage.flat()
        await stage.press("f")
        assert "Leave this lantern unlit." in stage.flat()
        await stage.press("f")
        assert "Leave this lantern unlit." not in stage.flat()


async def test_in_a_low_window_unfolding_goes_to_what_is_the_same(start: Start) -> None:
    async with start(code=CRACKED, size=(80, 15)) as stage:
        await stage.press("p", *MEND, "v")
        assert "1 other passage is the same." not in stage.text(), "below the window"
        await stage.press("f")
        assert "What is the same is shown too" in stage.flat()
        await stage.press("end")
        assert "1 other passage is the same:" in stage.text()
        assert '"It is being looked after."' in stage.text()


async def test_a_page_that_is_not_finished_is_compared_and_said_to_be(start: Start) -> None:
    async with start(code=CRACKED, size=(120, 50)) as stage:
        await stage.press("p", "r", "1", "a", "v")
        assert stage.at == "compare"
        assert "B goes by what is answered so far. Still open: Glass." in stage.flat()


async def test_what_if_marks_what_helps_and_jumps_there_and_back(start: Start) -> None:
    async with start(code=CRACKED, size=(80, 50)) as stage:
        await stage.press("i")
        assert stage.at == "whatif"
        assert "Whole (helps most)" in stage.text()
        assert "No other answer you could have given makes it worse" in stage.flat()
        await stage.press("3")
        assert stage.at == "advice"
        assert "What if?" in stage.text().split("\n")[0]
        assert stage.answers == {"flame": "smoky", "glass": "whole", "wind": "skip"}
        assert "What if: Glass: Whole. Back returns to the list" in stage.flat()
        await stage.press("b")
        assert stage.at == "whatif"
        assert "▌ 3  Whole" in stage.text(), "the list, at its place"
        await stage.press("escape")
        assert stage.at == "advice"
        assert stage.answers == {"flame": "smoky", "glass": "cracked"}
        assert len(stage.app.session.history.recent()) == 1, "a page looked at is no walk"


async def test_from_one_neighbour_to_the_next_and_all_the_way_back(start: Start) -> None:
    async with start(code=CRACKED, size=(100, 50)) as stage:
        await stage.press("i", "3", "i", "1", "b", "escape", "b", "escape")
        assert stage.answers == {"flame": "smoky", "glass": "cracked"}
        assert stage.app.session.journey is not None
        assert not stage.app.session.journey.visiting


async def test_an_answer_that_leads_on_or_changes_nothing_is_told_but_not_opened(
    start: Start,
) -> None:
    async with start(code=CRACKED, size=(100, 50)) as stage:
        await stage.press("i")
        assert "The same page." in stage.text()
        assert "Leads on: Is there soot on the glass?" in stage.text()
        assert "Still do not light it, whatever you answer next." in stage.text()
        await stage.press("1")
        assert "With that answer the page is the same." in stage.flat()
        await stage.press("2")
        assert "That answer leads on. To try it, close this and change it" in stage.flat()
        assert stage.at == "whatif"


async def test_the_first_answer_comes_with_what_matters_most_above_it(start: Start) -> None:
    async with start(code=CRACKED, size=(80, 24)) as stage:
        await stage.press("i", "end")
        assert "Helps most" not in stage.text()
        await stage.press("home")
        assert "Helps most" in stage.text()


async def test_what_if_needs_every_answer(start: Start) -> None:
    async with start() as stage:
        await stage.press("enter", "2", "a", "i", "e")
        assert stage.at == "advice"
        assert "What if?" not in stage.text()


async def test_a_decision_record_is_written_with_what_was_typed(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with start(code=CRACKED, size=(120, 50)) as stage:
        await stage.press("p", *MEND, "v", "e")
        await stage.press(*"Mend", "space", *"it", "tab", *"Ann", "ctrl+s")
        assert stage.at == "compare"
        path = tmp_path / "decision-tiny-smoky-cracked.md"
        assert "Decision record written to" in stage.flat()
        text = path.read_text(encoding="utf-8")
        assert text.startswith('---\nstatus: proposed\ndate: 2026-03-01\ndecision-makers: "Ann"')
        assert "\nMend it\n" in text
        assert "- A: Flame: Smoky · Glass: Cracked\n- B: Flame: Smoky · Glass: Whole" in text


async def test_nothing_typed_is_lost_when_the_record_is_not_written(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    async with start(code=CRACKED, size=(120, 50)) as stage:
        await stage.press("e", *"Mend", *["tab"] * 3, "ctrl+u", *"soon", *["enter"] * 2)
        assert "Day of the decision: 'soon' is not a day; write it as 2026-03-31" in stage.flat()
        assert "Mend" in stage.text()
        await stage.press("shift+tab", "ctrl+u", *"2026-04-01", "enter")
        await stage.press("ctrl+u", *"no/x", "enter")
        assert "Not saved as no/x" in stage.flat()
        await stage.press("escape", "e")
        assert "Mend" in stage.text(), "kept until the app ends"


async def test_a_file_that_is_there_is_replaced_on_the_second_enter_only(
    start: Start, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    path = tmp_path / "decision-tiny-smoky-cracked.md"
    path.write_text("mine", encoding="utf-8")
    async with start(code=CRACKED, size=(120, 50)) as stage:
        await stage.press("e", *["tab"] * 4, "enter")
        assert path.read_text(encoding="utf-8") == "mine"
        assert "is there already" in stage.flat()
        await stage.press("enter")
        assert path.read_text(encoding="utf-8").startswith("---\nstatus: proposed\n")


async def test_a_walk_changed_elsewhere_is_not_overwritten_by_a_swap(start: Start) -> None:
    async with start(code=CRACKED) as stage:
        await stage.press("t", "1", "1", "p", "h", "enter", *MEND, "v", "z", "escape")
        assert stage.answers == {"flame": "steady", "glass": "cracked"}
        kept = [dict(one.answers) for one in stage.app.session.history.recent()]
        assert {"flame": "steady", "glass": "cracked"} in kept
        assert {"flame": "steady", "glass": "whole", "wind": "skip"} in kept


async def test_every_command_is_in_the_palette_with_its_key(start: Start) -> None:
    async with start(code=CRACKED, size=(120, 90)) as stage:
        await stage.press("p", *MEND, "ctrl+p")
        for words in ("unpin it  (p)", "pinned page  (v)", "change this?  (i)", "record  (e)"):
            assert words in stage.text()
        await stage.press("escape", "v", "ctrl+p")
        for words in ("Swap the pages  (z)", "Unpin page A  (p)", "what is the same  (f)"):
            assert words in stage.text()
