"""The plan in every format for the small guide, and its main shapes for the one that ships."""

from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.making_plans import plan

from guide.document.formats import Target
from guide.model.schema import Guide
from guide.pages.plan import write_plan
from guide.plan.exports import plan_formats, suffix

GOLDEN = Path(__file__).parent / "golden"
DATES = {"report_date": "2026-02-20", "period_end": "2025-12"}
SHAPES = {
    "failure": ("opinion=qualified,nature=failure,months=6", {"by": "2026-12-31"}),
    "twelve-months": ("opinion=qualified,nature=admin,months=12", {}),
    "own-dates": (
        "opinion=qualified,nature=none,months=3",
        {"fixes_done": "2026-02-10", "observe_from": "2026-03-16"},
    ),
    "months-open": ("opinion=qualified,nature=admin", {}),
    "adverse": ("opinion=adverse,nature=failure,months=6", {"by": "2027-03"}),
    "disclaimer-own-dates": (
        "opinion=disclaimer,nature=no-evidence,months=6",
        {"fixes_done": "2026-04-30"},
    ),
    "type-1": ("opinion=qualified,nature=failure,report=type1,months=6", {}),
    "clean": ("opinion=unqualified,nature=admin,months=12", {}),
    "draft": ("opinion=qualified,nature=failure,report=draft", {"report_date": "in 3 weeks"}),
    "obstacle": ("obstacle=ended", {}),
    "still-open": ("nature=admin", {}),
}


@pytest.mark.parametrize("form", plan_formats())
def test_the_small_guides_plan(tiny: Guide, form: str, golden: Callable[[Path, str], None]) -> None:
    made = plan(
        tiny, "flame=smoky,soot=thick", "keeper=Ward A1", months="3", by="2026-09-30", **DATES
    )
    golden(GOLDEN / f"mend{suffix(form)}", write_plan(made, form))


def test_the_chart_in_forty_columns(tiny: Guide, golden: Callable[[Path, str], None]) -> None:
    made = plan(tiny, "flame=smoky,soot=thick", months="3", by="2026-09-30", **DATES)
    text = write_plan(made, "text", Target(40))
    assert [line for line in text.splitlines() if len(line) > 40] == []
    golden(GOLDEN / "narrow.txt", text)


@pytest.mark.parametrize("shape", SHAPES)
def test_the_shapes_of_the_shipped_guides_plans(
    shipped: Guide, shape: str, golden: Callable[[Path, str], None]
) -> None:
    code, typed = SHAPES[shape]
    text = write_plan(plan(shipped, code, **(DATES | typed)), "text")
    # What the facts say is theirs to change.
    text = text.partition("Where this comes from")[0]
    assert [x for x in text.splitlines() if len(x) > 80 and not x.startswith("Code:")] == []
    golden(GOLDEN / f"shipped-{shape}.txt", text)
