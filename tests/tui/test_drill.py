"""Deciding cases in the app: first alone, then every reason; each answer is kept at once."""

import asyncio
import tempfile
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from helpers.practicing import MORNING, Clock
from helpers.stage import Stage, running, shelf_of
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from guide.model.schema import Guide
from guide.practice.choosing import courses
from guide.practice.drill import Drill
from guide.practice.progress import ReviewFile
from guide.practice.topics import standings
from guide.tui.screens.drill import DrillScreen
from guide.tui.screens.practice import PracticeScreen, StandingScreen

GOLDEN = Path(__file__).parent / "golden"
SIZES = ((80, 24), (120, 40), (40, 15))
SCREENS = {
    "drill-case": (),
    "drill-wrong": ("2",),
    "drill-guess": ("1", "G"),
    "drill-end": ("2", "enter", "2", "enter"),
}


@asynccontextmanager
async def _sitting(
    guide: Guide, *, size: tuple[int, int] = (80, 24), clock: Clock | None = None
) -> AsyncIterator[Stage]:
    """The app at the first case of the course."""
    async with running(shelf_of(guide), size=size) as stage:
        drill = Drill(guide, clock or Clock())
        drill.sitting = drill.course(courses(guide)[0])
        stage.app.push_screen(DrillScreen(drill))
        await stage.settle()
        yield stage


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize("name", SCREENS)
async def test_a_case_is_as_it_was_read(
    lamps: Guide, golden: Callable[[Path, str], None], name: str, size: tuple[int, int]
) -> None:
    async with _sitting(lamps, size=size) as stage:
        await stage.press(*SCREENS[name])
        text = stage.text().rstrip("\n") + "\n"
        assert max(map(len, text.split("\n"))) <= size[0]
        golden(GOLDEN / f"{name}-{size[0]}x{size[1]}.txt", text)


async def test_no_reason_is_on_the_screen_before_the_answer_and_all_are_after(lamps: Guide) -> None:
    reasons = [option.reason for option in lamps.case["red"].options]
    async with _sitting(lamps) as stage:
        assert not [reason for reason in reasons if reason in stage.flat()]
        await stage.press("w", "a", "G", "right")  # nothing may be looked up yet
        assert stage.at == "drill"
        assert ReviewFile().read().reviews == []
        await stage.press("2")
        assert all(reason in stage.flat() for reason in reasons)
        assert "✕ Not right: It is not (your answer)" in stage.flat()
        assert "✓ Right: It is safe" in stage.flat()


async def test_each_answer_is_kept_before_the_next_key(lamps: Guide) -> None:
    async with _sitting(lamps) as stage:
        await stage.press("up", "up", "enter")
        assert [(a.case, a.known) for a in ReviewFile().read().reviews] == [("red", False)]
        await stage.press("right", "2")
        assert [(a.case, a.known) for a in ReviewFile().read().reviews][1:] == [("blue", True)]
        await stage.press("G")
        assert [(a.case, a.known) for a in ReviewFile().read().reviews][1:] == [("blue", False)]
        assert "Right, but a guess" in stage.text()


async def test_enter_pressed_too_often_answers_nothing(lamps: Guide) -> None:
    async with _sitting(lamps, size=(40, 15)) as stage:
        assert "Is the red lantern safe?" not in stage.text()
        await stage.press("enter", "space", "enter")
        assert "Is the red lantern safe?" in stage.text()
        assert ReviewFile().read().reviews == []
        await stage.press("down", "enter", "enter", "enter", "enter")
        assert [answer.case for answer in ReviewFile().read().reviews] == ["red"]


async def test_a_mistake_needs_no_guess(lamps: Guide) -> None:
    async with _sitting(lamps) as stage:
        await stage.press("2")
        assert "guess" not in stage.text()
        await stage.press("G")
        assert len(ReviewFile().read().reviews) == 1


async def test_the_end_says_what_went_well_and_repeats_what_did_not(lamps: Guide) -> None:
    async with _sitting(lamps, size=(80, 40)) as stage:
        await stage.press("1", "enter", "1", "enter")
        text = stage.text()
        well, _, repeat = text.partition("What to repeat")
        assert "You knew 1 of 2." in well
        assert "Say aloud what you saw." in well
        assert "The red case" in well
        assert "The blue case" in repeat
        await stage.press("r")
        assert "1 of 1" in stage.text()
        await stage.press("2", "enter", "r")
        assert "You knew 1 of 1." in stage.text()
        await stage.press("escape")
        assert stage.at == "home"


async def test_the_page_and_the_grounds_lie_over_the_case_and_lead_back(lamps: Guide) -> None:
    async with _sitting(lamps) as stage:
        await stage.press("1", "a")
        assert "It is safe to light." in stage.flat()
        await stage.press("escape", "w")
        assert "A smoky flame leaves soot." in stage.flat()
        await stage.press("escape")
        assert "To take away" in stage.text()


async def test_options_are_chosen_with_the_mouse(lamps: Guide) -> None:
    async with _sitting(lamps) as stage:
        await stage.click("It is safe")
        assert ReviewFile().read().reviews[0].known


async def test_where_nothing_is_due_the_next_day_is_named(lamps: Guide) -> None:
    clock = Clock()
    drill = Drill(lamps, clock)
    while (case := drill.sitting.case) is not None:
        drill.answer(next(option for option in case.options if option.right))
    async with running(shelf_of(lamps)) as stage:
        stage.app.push_screen(DrillScreen(Drill(lamps, clock)))
        await stage.settle()
        assert "Nothing more is due today. 5 cases due again on 4 March 2026." in stage.flat()
        assert clock.now - MORNING < timedelta(minutes=1)


KEYS = ["enter", "escape", "up", "down", "space", "end", "ctrl+p", *"1234Garwbdo"]


@given(keys=st.lists(st.sampled_from(KEYS), min_size=4, max_size=20))
@settings(
    max_examples=4, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None
)
def test_any_keys_in_any_order_lose_no_answer(
    lamps: Guide, monkeypatch: pytest.MonkeyPatch, keys: list[str]
) -> None:
    with tempfile.TemporaryDirectory() as home:
        monkeypatch.setenv("GUIDE_HOME", home)
        monkeypatch.chdir(home)
        asyncio.run(_press(lamps, keys))
        assert not (Path(home) / "log" / "crash.log").exists()


async def _press(guide: Guide, keys: list[str]) -> None:
    async with _sitting(guide) as stage:
        drill = next(s for s in stage.app.screen_stack if isinstance(s, DrillScreen))._drill
        for key in keys:
            await stage.press(key)
            kept = ReviewFile().read()
            assert (kept.reviews, kept.faults) == (drill.reviews, [])


async def test_the_hub_offers_what_is_due_courses_what_was_missed_and_what_is_weak(
    lamps: Guide,
) -> None:
    async with running(shelf_of(lamps), size=(80, 40)) as stage:
        stage.app.push_screen(PracticeScreen(lamps))
        await stage.settle()
        assert "Waiting today: 5 new." in stage.text()
        assert "0 cases that you didn't know" in stage.text()
        await stage.press("1", "2", "escape")
        assert "Waiting today: 4 new." in stage.text()
        assert "go on at 2 of 2" in stage.text()
        await stage.press("3")
        assert "What you missed" in stage.text()
        assert "The red case" in stage.text()
        await stage.press("escape", "4")
        assert "Known the last time: 0 of 1" in stage.text()
        await stage.press("escape", "2")
        assert "Not right: It is not (your answer)" in stage.flat(), "the last reasons once more"
        await stage.press("enter")
        assert "2 of 2, 1 answered today" in stage.text()


async def test_a_topic_opens_its_cases_those_missed_first(lamps: Guide) -> None:
    drill = Drill(lamps, Clock())
    topic = standings(lamps, drill.memories)[0].topic
    async with running(shelf_of(lamps), size=(80, 40)) as stage:
        stage.app.push_screen(StandingScreen(drill))
        await stage.settle()
        assert f"{topic.label} (0 known, 0 missed" in stage.flat()
        await stage.press("1")
        assert topic.label in stage.text()
        assert {case.topic for case in drill.sitting.cases} == {topic.id}


async def test_a_course_is_begun_from_the_palette(lamps: Guide) -> None:
    title = courses(lamps)[0].title
    async with running(shelf_of(lamps)) as stage:
        await stage.press("ctrl+p", *"course", "down", "enter")
        assert isinstance(stage.app.screen, DrillScreen)
        assert title in stage.text()
        await stage.press("escape")
        assert isinstance(stage.app.screen, PracticeScreen)


async def test_whoever_has_time_for_more_is_asked_more(lamps: Guide) -> None:
    drill = Drill(lamps, Clock())
    while (case := drill.sitting.case) is not None:
        drill.answer(next(option for option in case.options if option.right))
    assert drill.daily().cases == ()
    assert len(drill.more().cases) == 5


async def test_what_was_missed_opens_the_page_that_teaches_it(lamps: Guide) -> None:
    async with _sitting(lamps, size=(80, 40)) as stage:
        await stage.press("1", "enter", "1", "enter", "1")
        assert "The page that teaches this" in stage.text()
        stage.app.push_screen(PracticeScreen(lamps))
        await stage.settle()
        await stage.press("4", "end", "enter")
        assert "The page that teaches this" in stage.text()


async def test_words_and_the_guide_at_a_glance_are_looked_up_over_the_case(
    shipped: Guide,
) -> None:
    async with _sitting(shipped) as stage:
        case = stage.app.screen
        await stage.press("l")
        assert "What the words mean" in stage.text()
        await stage.press("escape", "o")
        assert stage.app.screen is not case
        await stage.press("escape")
        assert stage.app.screen is case
