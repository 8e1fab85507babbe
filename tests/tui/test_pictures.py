"""Two pictures of the real app, compared as SVG: colours and layout, which text can't show."""

from pathlib import Path
from typing import Protocol

import pytest
from helpers.stage import DAY, Stage, running, shelf_of
from textual.app import App
from textual.pilot import Pilot

from guide.model.schema import Guide
from guide.tui.app import GuideApp

README_PICTURE = Path(__file__).parents[2] / ".github" / "advice.svg"


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


async def test_the_picture_of_the_readme_is_of_the_real_app(
    shipped: Guide, request: pytest.FixtureRequest
) -> None:
    code = "failed-audit:opinion=qualified,nature=admin,auditor=healthy"
    async with running(shelf_of(shipped), size=(120, 36), code=code) as stage:
        svg = stage.app.export_screenshot(title="guide")
        if request.config.getoption("--update-goldens"):
            README_PICTURE.parent.mkdir(exist_ok=True)
            README_PICTURE.write_text(svg, encoding="utf-8", newline="\n")
    kept = README_PICTURE.read_text(encoding="utf-8")
    assert kept.startswith("<svg")
    for words in ("Your&#160;answers", "Where&#160;you&#160;stand", "Why&#160;you&#160;see"):
        assert words in svg
        assert words in kept
