"""The map in the app: where the reader is, the way they came, and jumps."""

from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.stage import Stage, Start, shelf_of

from guide.author.map.build import map_of
from guide.journey.journey import Journey
from guide.model.schema import Guide
from guide.reading.reader import read_guide
from guide.tui.outline import Outline
from guide.tui.widgets.outline import OutlineTree

GOLDEN = Path(__file__).parent / "golden"
SKIPPED = "failed-audit:opinion=qualified,nature=failure,auditor=healthy,months=6"
SIZES = ((80, 24), (120, 40), (40, 15))


async def in_view(stage: Stage) -> None:
    """Wait until the list is laid out, and then scrolled."""
    for _ in range(3):
        await stage.settle()


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
@pytest.mark.parametrize(
    ("name", "keys"), [("map", ("enter", "2", "m")), ("map-page", ("enter", "3", "1", "2", "m"))]
)
async def test_the_map_is_as_it_was_read(
    start: Start,
    golden: Callable[[Path, str], None],
    name: str,
    keys: tuple[str, ...],
    size: tuple[int, int],
) -> None:
    async with start(size=size) as stage:
        await stage.press(*keys)
        await in_view(stage)
        assert stage.at == "map"
        text = stage.text().rstrip("\n") + "\n"
        assert max(map(len, text.split("\n"))) <= size[0]
        assert "◆" in text
        golden(GOLDEN / f"{name}-{size[0]}x{size[1]}.txt", text)


async def test_the_readers_own_way_is_open_and_said_in_signs(start: Start) -> None:
    async with start(size=(80, 40)) as stage:
        await stage.press("enter", "2", "m")
        await in_view(stage)
        text = stage.flat()
        assert "1 ✓ How does the flame burn? Smoky" in text
        assert "✓ → 3 Steady / Smoky" in text
        assert "3 ◆ Is the glass whole?" in text
        assert "▸ 2 Is there soot on the glass?" in text


async def test_a_question_off_the_way_opens_and_an_answer_leads_to_what_it_leads_to(
    start: Start,
) -> None:
    async with start(size=(80, 40)) as stage:
        await stage.press("enter", "2", "m")
        await in_view(stage)
        await stage.press("2", "space")
        await in_view(stage)
        assert "▾ 2 Is there soot on the glass?" in stage.flat()
        await stage.press("1", "down", "enter", "enter")
        assert stage.at == "question", "the answer leads to question 3, and Enter goes there"
        assert "Is the glass whole?" in stage.text()


async def test_enter_on_a_question_answered_leads_to_it_to_change_the_answer(start: Start) -> None:
    async with start() as stage:
        await stage.press("enter", "2", "2", "m", "1", "enter")
        assert stage.at == "question"
        assert "How does the flame burn?" in stage.text()
        assert "Smoky ✓ your answer" in stage.text()
        await stage.press("1")
        assert stage.at == "advice"
        assert stage.answers == {"flame": "steady", "glass": "cracked"}


async def test_enter_where_the_reader_is_goes_back_there(start: Start) -> None:
    async with start() as stage:
        await stage.press("enter", "2", "m", "enter")
        assert (stage.at, stage.answers) == ("question", {"flame": "smoky"})
        assert "Is the glass whole?" in stage.text()
        await stage.press("2", "m", "enter")
        assert stage.at == "advice"
        assert stage.app.session.journey is not None
        assert not stage.app.session.journey.aside
        await stage.press("m", "1", "enter", "m", *["down"] * 20, "enter")
        assert stage.at == "advice"


@pytest.mark.parametrize(
    ("keys", "says"),
    [
        (
            ("enter", "2", "m", "4", "enter"),
            "This question comes later, if your answers lead there.",
        ),
        (("enter", "2", "m", "2", "enter"), "Your answers do not lead there."),
        (("enter", "2", "m", *["down"] * 20, "enter"), "The advice comes at the end"),
        (("enter", "2", "2", "m", "4", "enter"), "Your answers do not lead there."),
    ],
)
async def test_what_is_not_on_the_way_is_politely_refused(
    start: Start, keys: tuple[str, ...], says: str
) -> None:
    async with start() as stage:
        await stage.press(*keys)
        assert stage.at == "map"
        assert says in stage.flat()
        answers = stage.answers
        await stage.press("escape")
        assert stage.at in ("question", "advice")
        assert stage.answers == answers


async def test_the_number_of_a_question_leads_to_it(start: Start, shipped: Guide) -> None:
    async with start(shelf_of(shipped), size=(80, 24)) as stage:
        await stage.press("enter", "m", "2", "7")
        await in_view(stage)
        tree = stage.app.screen.query_one(OutlineTree)
        assert tree.cursor_node is not None
        assert tree.cursor_node.data is not None
        assert "27 " in tree.cursor_node.data.words
        assert stage.at == "map"
        await stage.press("9")  # there is no question 279
        await in_view(stage)
        assert tree.cursor_node.data.words.strip().startswith("9 ")


async def test_the_map_is_told_in_a_readers_words(start: Start, shipped: Guide) -> None:
    async with start(shelf_of(shipped), size=(160, 90), code=SKIPPED) as stage:
        await stage.press("m")
        await in_view(stage)
        text = stage.flat()
    assert f"{len(shipped.questions)} questions." in text
    assert "if Report is “Draft only”: any answer" in text
    assert "otherwise, if What is in the way is answered, but not “The work is still" in text
    assert [word for word in (" states)", "ways through", "settled") if word in text] == []
    assert text.count("The advice") == 1


@pytest.mark.parametrize("size", SIZES, ids=lambda size: f"{size[0]}x{size[1]}")
async def test_a_line_is_cut_once_and_whole_below_the_map(
    start: Start, shipped: Guide, size: tuple[int, int]
) -> None:
    async with start(shelf_of(shipped), size=size, code=SKIPPED) as stage:
        await stage.press("m", "3", "1")
        await in_view(stage)
        text = stage.text()
        assert "……" not in text
        if size[0] == 80:
            assert "independent CPA firm? Skipped" in stage.flat()


async def test_page_down_ends_at_the_last_line_and_stays_there(
    start: Start, shipped: Guide
) -> None:
    async with start(shelf_of(shipped), size=(80, 24)) as stage:
        await stage.press("1", "m", *["pagedown"] * 6)
        await in_view(stage)
        tree = stage.app.screen.query_one(OutlineTree)
        assert tree.cursor_line == tree.last_line
        assert "▸ 31" in stage.text()
        await stage.press("pageup")
        assert tree.cursor_line < tree.last_line


@pytest.fixture
def cut_off(tiny_copy: Path) -> Guide:
    """The small guide with a question that no reader comes to."""
    path = tiny_copy / "questions.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("not sure, then: soot", "not sure, then: glass"), encoding="utf-8")
    guide = read_guide(tiny_copy).guide
    assert guide is not None
    return guide


async def test_what_no_reader_reaches_is_marked_in_words(start: Start, cut_off: Guide) -> None:
    async with start(shelf_of(cut_off), size=(80, 40)) as stage:
        await stage.press("enter", "m")
        assert "Is there soot on the glass? ✕ no reader comes here" in stage.flat()
        numbers = [node.id for node in map_of(cut_off).nodes]
        await stage.press(str(numbers.index("soot") + 1), "enter")
        assert "No reader comes here, whatever the answers." in stage.flat()


async def test_the_palette_and_help_know_the_map(start: Start) -> None:
    async with start(code="tiny:flame=smoky,glass=cracked", size=(120, 60)) as stage:
        await stage.press("question_mark")
        assert "Show every question and which answer leads where" in stage.flat()
        await stage.press("escape", "ctrl+p", *"map")
        assert "Map  (m)" in stage.text()
        await stage.press("enter")
        await stage.settle()
        assert stage.at == "map"


def test_every_question_of_the_guide_that_ships_can_be_told(shipped: Guide) -> None:
    outline = Outline(map_of(shipped), Journey(shipped))
    assert len(outline.branches()) == len(shipped.questions) + 1
    refusals = {node.id: outline.refusal(node.id) for node in outline.chart.nodes}
    assert [name for name, words in refusals.items() if not words] == [shipped.head.start]


@pytest.mark.parametrize("size", SIZES)
async def test_the_map_of_the_guide_that_ships_opens_where_the_reader_is(
    start: Start, shipped: Guide, size: tuple[int, int]
) -> None:
    code = "failed-audit:opinion=qualified,nature=admin,auditor=healthy"
    async with start(shelf_of(shipped), code=code, size=size) as stage:
        await stage.press("m")
        await in_view(stage)
        assert stage.at == "map"
        assert "◆ The advice" in stage.text()
