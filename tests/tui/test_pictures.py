"""Pictures of the real app: two compared as SVG, for colors and layout, and four for the README."""

from pathlib import Path
from typing import Protocol

import pytest
from helpers.stage import DAY, Stage, running, shelf_of
from textual.app import App
from textual.pilot import Pilot

from guide.model.schema import Guide
from guide.tui.app import GuideApp

README = Path(__file__).parents[2] / "README.md"
PICTURES = Path(__file__).parents[2] / ".github"
PLAIN = "failed-audit:opinion=qualified,nature=failure,auditor=healthy"
DRAFT = ("1", "3", "2")
"""From home: a draft, qualified."""
SHOTS: dict[str, tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    "home": ("", (*DRAFT, "h"), ("Where do I stand?", "Continue")),
    "question": ("", DRAFT, ("So far", "3 of 3, then 5 optional")),
    "advice": (PLAIN, (), ("On this page", "Do today")),
    "plan": (PLAIN, ("g", *"2026-03-02"), ("Recovery plan", "2 Mar 2026")),
}
"""Of the README: name -> scenario, keys, and words that stand on the picture."""


class Compare(Protocol):
    """The fixture of pytest-textual-snapshot."""

    def __call__(
        self, app: App[None], *, terminal_size: tuple[int, int], run_before: object
    ) -> bool:
        """Whether the app looks as it did."""
        ...


def test_a_question_in_the_dark_theme(snap_compare: Compare, tiny: Guide) -> None:
    async def keys(pilot: Pilot[None]) -> None:
        await Stage(app, pilot).press("enter", "2", "b")

    app = GuideApp(shelf_of(tiny), today=DAY)
    assert snap_compare(app, terminal_size=(80, 24), run_before=keys)
    app.session.keeper.close()


def test_a_page_in_the_light_theme_wide(snap_compare: Compare, tiny: Guide) -> None:
    async def keys(pilot: Pilot[None]) -> None:
        await Stage(app, pilot).press("d", "enter", "2", "2")

    app = GuideApp(shelf_of(tiny), today=DAY)
    assert snap_compare(app, terminal_size=(120, 40), run_before=keys)
    app.session.keeper.close()


@pytest.mark.parametrize("name", SHOTS)
async def test_the_pictures_of_the_readme_are_of_the_real_app(
    shipped: Guide, request: pytest.FixtureRequest, name: str
) -> None:
    code, keys, wanted = SHOTS[name]
    async with running(shelf_of(shipped), size=(120, 36), code=code) as stage:
        await stage.press(*keys)
        svg = stage.app.export_screenshot(title="guide")
    path = PICTURES / f"{name}.svg"
    if request.config.getoption("--update-goldens"):
        path.write_text(svg, encoding="utf-8", newline="\n")
    for words in wanted:
        assert words.replace(" ", "&#160;") in svg
        assert words.replace(" ", "&#160;") in path.read_text(encoding="utf-8")
    assert f".github/{name}.svg" in README.read_text(encoding="utf-8")
