"""The whole way: home, questions, advice, a change, leaving and coming back."""

import pytest
from helpers.stage import Start, running, shelf_of

from guide.journey.journey import Journey
from guide.model.schema import Guide
from guide.tui.screens.palette import Palette


async def test_one_enter_starts_the_only_guide(start: Start) -> None:
    async with start() as stage:
        assert stage.at == "home"
        assert "Is the lantern safe to light?" in stage.text()
        await stage.press("enter")
        assert stage.at == "question"
        assert "How does the flame burn?" in stage.text()
        assert "1 of 2, then" in stage.text()


async def test_answers_by_number_arrows_and_mouse_lead_to_the_advice(start: Start) -> None:
    async with start() as stage:
        await stage.press("enter", "2")
        assert stage.answers == {"flame": "smoky"}
        await stage.press("1")
        assert stage.answers == {"flame": "smoky", "glass": "whole"}
        assert "Optional 1 of 1" in stage.text()
        await stage.press("down", "enter")
        assert stage.answers == {"flame": "smoky", "glass": "whole", "wind": "storm"}
        assert stage.at == "advice"
        assert "It will burn, but it smokes." in stage.text()
        assert "! TAKE CARE" in stage.text()

    async with start() as stage:
        await stage.click("Where do I stand")
        await stage.click("Smoky")
        assert stage.answers == {"flame": "smoky"}


async def test_letters_are_commands_and_never_answers(start: Start) -> None:
    async with start() as stage:
        await stage.press("enter", "2")
        assert "Press 1 or 2, or use the arrows and Enter." in stage.text()
        await stage.press("A", "B")
        assert stage.answers == {"flame": "smoky"}, "with caps lock a B meant for Back is no answer"


async def test_not_sure_leads_through_a_diagnostic(start: Start) -> None:
    async with start() as stage:
        await stage.press("enter", "3")
        assert "Is there soot on the glass?" in stage.text()
        assert "Finding out: Flame" in stage.text()
        assert "Where to look: The inside of the glass, near the top." in stage.text()
        await stage.press("1")
        assert "2 of 2, then" in stage.text()


async def test_what_a_diagnostic_found_out_is_told_and_stands_on_the_way(start: Start) -> None:
    async with start() as stage:
        await stage.press("enter", "3")
        assert " I am not sure\n" in stage.text()
        await stage.press("1")
        assert "That settles: Flame: Smoky. Go back if that looks wrong." in stage.text()
        assert " Smoky\n" in stage.text()
        assert "I am not sure" not in stage.text()
        await stage.press("2")
        assert stage.at == "advice"
        assert "Your answers settle: Flame: Smoky." in stage.text()

    async with start() as stage:
        await stage.press("1", "2", "2")
        assert stage.at == "advice"
        assert "Your answers settle" not in stage.text(), "nobody was in doubt"


async def test_a_notice_goes_at_the_next_key(start: Start) -> None:
    async with start() as stage:
        await stage.press("enter", "3", "1")
        assert "That settles" in stage.text()
        await stage.press("down")
        assert "That settles" not in stage.text()
        await stage.press("2", "p")
        assert "Pinned." in stage.text()
        await stage.press("pagedown")
        assert "Pinned." not in stage.text()


async def test_a_skips_every_optional_question(start: Start) -> None:
    async with start() as stage:
        await stage.press("enter", "1", "1")
        assert "a Read the page now" in stage.text()
        await stage.press("a")
        assert stage.at == "advice"
        assert stage.answers == {"flame": "steady", "glass": "whole", "wind": "skip"}


async def test_a_reads_the_page_there_is_at_any_question_and_keeps_the_question_open(
    start: Start,
) -> None:
    async with start() as stage:
        await stage.press("enter", "a")
        assert stage.at == "advice"
        assert stage.answers == {}
        assert "One answer would sharpen this page most: Is the glass whole?" in stage.flat()
        await stage.press("enter")
        assert stage.at == "question"


async def test_back_shows_the_answer_given_and_forward_keeps_it(start: Start) -> None:
    async with start() as stage:
        await stage.press("enter", "2", "b")
        assert "Smoky ✓ your answer" in stage.text()
        await stage.press("right")
        assert "Is the glass whole?" in stage.text()
        assert stage.answers == {"flame": "smoky"}
        await stage.press("left", "escape")
        assert stage.at == "home"


async def test_escape_lets_a_notice_go_and_then_leads_to_a_question_that_was_asked(
    shipped: Guide,
) -> None:
    async with running(shelf_of(shipped)) as stage:
        await stage.press("enter", "1", "1", "1", "a")
        assert stage.at == "advice"
        await stage.press("v")
        assert "Nothing to compare with" in stage.flat()
        await stage.press("escape")
        assert stage.at == "advice"
        assert "Nothing to compare with" not in stage.flat()
        await stage.press("escape")
        assert "Optional 1 of" in stage.text()
        await stage.press("escape")
        assert "Optional" not in stage.text()


@pytest.mark.parametrize("key", ["s", "e", "y", "p", "v", "equals_sign"])
async def test_a_key_of_the_page_says_at_a_question_where_it_works(start: Start, key: str) -> None:
    async with start() as stage:
        await stage.press("enter", "2", key)
        assert stage.at == "question"
        assert "works on the page: a opens it." in stage.flat()


async def test_a_changed_answer_keeps_the_later_ones_and_says_so(start: Start) -> None:
    async with start() as stage:
        await stage.press("enter", "1", "2")
        assert "✕ DO NOT LIGHT IT" in stage.text()
        await stage.press("t", "1")
        assert "How does the flame burn?" in stage.text()
        await stage.press("2")
        assert stage.at == "advice"
        assert stage.answers == {"flame": "smoky", "glass": "cracked"}
        assert "Changed to 'Smoky'. Kept: Glass: Cracked." in stage.text()


async def test_a_changed_answer_names_those_that_no_longer_apply(start: Start) -> None:
    async with start() as stage:
        await stage.press("enter", "1", "1", "2")
        await stage.press("t", "2", "2")
        assert stage.answers == {"flame": "steady", "glass": "cracked"}
        assert "No longer applies: Wind: Storm." in stage.flat()


async def test_what_was_kept_in_case_is_not_named_until_it_falls_away(start: Start) -> None:
    async with start() as stage:
        await stage.press("enter", "1", "1", "2")
        assert stage.answers == {"flame": "steady", "glass": "whole", "wind": "storm"}
        await stage.press("t", "1", "3")
        assert stage.at == "question"
        said = " ".join(stage.flat().replace("▌", "").split())
        assert "2 later answers are kept for now, in case the questions come up again." in said
        assert "Kept:" not in said


def test_what_falls_away_only_later_is_named_then(tiny: Guide) -> None:
    journey = Journey(tiny, {"flame": "steady", "wind": "storm"})
    glass = tiny.question["glass"]
    assert journey.answered(glass, "cracked").notice == "No longer applies: Wind: Storm."
    assert not journey.answered(glass, "whole").notice


async def test_back_from_a_change_returns_to_the_page(start: Start) -> None:
    async with start() as stage:
        await stage.press("enter", "1", "2", "t", "1", "escape", "escape")
        assert stage.at == "advice"
        assert stage.answers == {"flame": "steady", "glass": "cracked"}


async def test_leaving_at_any_step_and_coming_back_continues(start: Start) -> None:
    async with start() as stage:
        await stage.press("enter", "2", "q")
    async with start() as stage:
        assert "Continue" in stage.text()
        assert "Smoky" in stage.text()
        assert "not finished" in stage.text()
        await stage.press("enter")
        assert stage.at == "question"
        assert "Is the glass whole?" in stage.text()
        await stage.press("2")
    async with start() as stage:
        await stage.press("enter")
        assert stage.at == "advice"
        assert "Leave this lantern unlit." in stage.text()


async def test_starting_again_says_what_becomes_of_the_answers(start: Start) -> None:
    async with start() as stage:
        await stage.press("enter", "2", "r")
        assert stage.answers == {}
        assert "Started again. Your earlier answers are kept: see Home." in stage.text()
        await stage.press("1", "h")
        assert stage.at == "home"
        assert "Smoky" in stage.text()
        assert "Steady" in stage.text()


async def test_a_code_opens_its_page(start: Start) -> None:
    async with start(code="tiny:flame=smoky,glass=cracked") as stage:
        assert stage.at == "advice"
        assert "Leave this lantern unlit." in stage.text()


async def test_an_unfinished_code_asks_what_is_open_and_shows_what_is_certain(start: Start) -> None:
    async with start(code="tiny:glass=cracked") as stage:
        assert "How does the flame burn?" in stage.text()
        await stage.press("a")
        assert stage.at == "advice"
        assert "Leave this lantern unlit." in stage.text()
        assert "So far. One answer would sharpen this page most" in stage.flat()
        await stage.press("enter")
        assert "How does the flame burn?" in stage.text()
        await stage.press("1")
        assert stage.answers == {"flame": "steady", "glass": "cracked"}
        assert stage.at == "advice"


async def test_q_leaves_with_code_zero(start: Start) -> None:
    async with start() as stage:
        await stage.press("q")
        assert stage.app.return_code == 0


async def test_control_c_leaves_the_second_time_and_only_then(start: Start) -> None:
    async with start() as stage:
        await stage.press("ctrl+c", "down", "ctrl+c")
        assert "Ctrl+C once more leaves" in stage.text()
        assert stage.app.return_code is None
        await stage.press("ctrl+c")
        assert stage.app.return_code == 0


async def test_control_c_closes_the_palette_and_then_leaves(start: Start) -> None:
    async with start() as stage:
        await stage.press("ctrl+p", "a", "ctrl+c")
        assert not isinstance(stage.app.screen, Palette)
        assert "Ctrl+C once more leaves" in stage.text()
        await stage.press("ctrl+c")
        assert stage.app.return_code == 0
