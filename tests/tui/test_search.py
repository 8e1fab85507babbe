"""Search on the screens: a passage is found, shown in its place, and left again."""

import pytest
from helpers.stage import Start, shelf_of

from guide.journey.search import Hit, count, search
from guide.model.schema import Guide
from guide.tui.widgets.choices import Choices
from guide.tui.widgets.page import Page


async def test_a_find_lands_on_its_page_with_the_passage_marked(start: Start) -> None:
    async with start() as stage:
        await stage.press("enter", "1", "slash", *"replace")
        assert stage.at == "search"
        assert "1 result" in stage.text()
        assert "For Glass: Cracked" in stage.text()
        await stage.press("enter")
        assert stage.at == "advice"
        page = stage.app.screen.query_one(Page)
        assert page.passage is not None
        assert page.passage.block.id == "steps-cracked"
        assert "Found by the search" in stage.text()


async def test_a_find_far_down_is_scrolled_to(start: Start) -> None:
    async with start(size=(60, 12)) as stage:
        await stage.press("enter", "1", "2", "slash", *"keeper", "escape", "slash", *"replace")
        await stage.press("enter")
        line = next(line for line in stage.text().split("\n") if "Replace the glass." in line)
        assert "▎" in line


async def test_back_from_a_find_returns_to_the_answers_given(start: Start) -> None:
    async with start() as stage:
        await stage.press("enter", "1", "slash", *"replace", "enter", "b")
        assert stage.at == "question"
        assert stage.answers == {"flame": "steady"}
        assert "Is the glass whole?" in stage.text()


async def test_a_find_on_the_readers_own_page_stays_there(start: Start) -> None:
    async with start(code="tiny:flame=smoky,glass=cracked") as stage:
        await stage.press("slash", *"wick")
        assert "On your page" in stage.text()
        await stage.press("enter")
        assert stage.answers == {"flame": "smoky", "glass": "cracked"}
        assert stage.app.screen.query_one(Page).current == 1
        assert "Found by" not in stage.text()


async def test_from_home_a_find_comes_back_home(start: Start) -> None:
    async with start() as stage:
        await stage.press("slash", *"daylight", "enter")
        assert stage.at == "advice"
        await stage.press("escape")
        assert stage.at == "home"
        assert "Continue" not in stage.text()


async def test_from_home_the_answers_given_before_are_left_alone(start: Start) -> None:
    async with start() as stage:
        await stage.press("enter", "2", "h", "slash", *"daylight", "enter", "b")
        assert stage.at == "home"
        await stage.press("enter")
        assert stage.answers == {"flame": "smoky"}


async def test_down_goes_to_the_results_and_nothing_found_is_said(start: Start) -> None:
    async with start() as stage:
        await stage.press("slash", *"replace")
        await stage.press("down", "enter")
        assert stage.at == "advice"
        await stage.press("b", "slash", *"zzz", "enter")
        assert 'Nothing holds "zzz". Try another word' in stage.text()
        await stage.press("escape")
        assert stage.at == "home"


async def test_words_that_nothing_holds_lead_to_the_nearest_or_to_the_glossary(
    start: Start, shipped: Guide
) -> None:
    async with start(shelf_of(shipped)) as stage:
        await stage.press("slash", *"brige leter")
        total = count(shipped, "bridge letter")
        nearest = f'Nothing holds "brige leter". The nearest is "bridge letter": {total} results.'
        assert nearest in stage.flat()
        assert "Not to be confused with a bridge letter." in stage.flat()
        await stage.press("ctrl+u", *"zzz")
        assert 'Nothing holds "zzz". Try another word, or one of these:' in stage.text()
        await stage.press("enter")
        assert stage.at == "terms"


async def test_passages_of_the_readers_own_page_come_first(
    start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    def backwards(guide: Guide, words: str) -> list[Hit]:
        return search(guide, words)[::-1]

    monkeypatch.setattr("guide.tui.screens.search.search", backwards)
    async with start(code="tiny:flame=smoky,glass=cracked", size=(80, 50)) as stage:
        await stage.press("slash", *"gl")
        text = stage.text()
        assert 0 < text.find("On your page") < text.rfind("On your page") < text.find("For Soot")


async def test_of_many_passages_it_is_said_how_many_there_are(start: Start, shipped: Guide) -> None:
    async with start(shelf_of(shipped)) as stage:
        await stage.press("enter", "slash", *"the")
        total = count(shipped, "the")
        assert total > 20
        assert f"The best 20 of {total} results. Enter opens the first." in stage.text()


async def test_a_question_is_opened_and_back_returns(start: Start) -> None:
    async with start() as stage:
        await stage.press("enter", "slash", *"whole", "enter")
        assert stage.at == "question"
        assert "Is the glass whole?" in stage.text()
        assert "Found by the search." in stage.text()
        await stage.press("b")
        assert "How does the flame burn?" in stage.text()
        assert stage.answers == {}


async def test_a_question_answered_before_is_shown_with_that_answer(start: Start) -> None:
    async with start() as stage:
        await stage.press("enter", "1", "slash", *"flame burn", "enter")
        assert "✓ your answer" in stage.text()
        assert stage.answers == {"flame": "steady"}


async def test_a_term_is_explained_and_escape_returns_to_the_results(
    start: Start, shipped: Guide
) -> None:
    async with start(shelf_of(shipped)) as stage:
        await stage.press("enter", "slash", *"carve-out", "enter")
        assert "What the words mean" in stage.text()
        assert "carve-out" in stage.text()
        await stage.press("escape")
        assert stage.at == "search"


async def test_what_a_reader_can_write_and_say_comes_before_what_leads_away(
    start: Start, shipped: Guide
) -> None:
    board = "failed-audit:report=draft,opinion=qualified,nature=failure,deal=board"
    async with start(shelf_of(shipped), code=board, size=(100, 90)) as stage:
        await stage.press("slash", *"how do I tell the board")
        text = stage.text()
        signs = ("On your page", "A letter that you can write", "with your answer", "A question")
        places = [text.find(sign) for sign in signs]
        assert 0 < places[0] < places[1] < places[2]
        assert places[3] < 0 or places[3] > places[2]
        labels = [choice.label for choice in stage.app.screen.query_one(Choices).choices]
        await stage.press("down", *["down"] * labels.index("Note to the board"), "enter")
        assert stage.at == "letter"
        reply = next(n for n, label in enumerate(labels) if label.startswith("\u201c"))
        await stage.press("escape", "end", "home", *["down"] * reply, "enter")
        assert stage.at == "replies"
        assert stage.app.screen.query_one(Choices).choices[0].details
        await stage.press("enter", "escape", "escape")
        assert stage.at == "advice"
