"""Mermaid itself reads the chart: the same days, every label as it was written.

Needs node, and ``npm install`` in ``tests/plan/mermaid`` (or GUIDE_MERMAID: a folder with
``node_modules`` that hold mermaid and jsdom). Without them these tests are skipped, and say so.
"""

import json
import os
import shutil
import subprocess
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from document.test_hostile import TEXTS
from helpers.making_plans import plan
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.model.schema import Guide
from guide.pages.plan import write_plan
from guide.plan.exports.mermaid import label
from guide.plan.records import CASES, Plan

HERE = Path(__file__).parent / "mermaid"
FOLDER = Path(os.environ.get("GUIDE_MERMAID", HERE))
NODE = shutil.which("node")
MISSING = NODE is None or not (FOLDER / "node_modules" / "mermaid").is_dir()
needs_mermaid = pytest.mark.skipif(
    MISSING, reason=f"MERMAID NOT CHECKED: run 'npm install' in {HERE.name}, with node installed"
)
CODES = [
    "opinion=qualified,nature=failure,months=6",
    "opinion=qualified,nature=admin,months=12",
    "opinion=unqualified,nature=none,months=3",
    "opinion=qualified,nature=admin,report=type1,months=3",
    "opinion=adverse,nature=failure,months=6",
    "opinion=qualified,nature=admin,report=draft",
    "obstacle=ended",
]


def read(texts: list[str]) -> list[dict[str, Any]]:
    """What Mermaid makes of these charts."""
    assert NODE is not None
    done = subprocess.run(
        [NODE, str(HERE / "read.mjs"), str(FOLDER)],
        input=json.dumps(texts).encode(),
        capture_output=True,
        check=False,
        timeout=120,
    )
    assert done.returncode == 0, done.stderr.decode()[-2000:]
    charts: list[dict[str, Any]] = json.loads(done.stdout)
    return charts


def wanted(made: Plan) -> set[tuple[str, str, str]]:
    """Title, first day, and the day after the last, of each bar."""
    found = set()
    for one in made.phases:
        if one.dated and not one.done_before:
            spans = {case: (one.spans[case].start, one.spans[case].end) for case in CASES}
            same = len(set(spans.values())) == 1
            for case in ("likely",) if same else CASES:
                start, end = spans[case]
                assert start is not None
                assert end is not None
                title = one.phase.title if same else f"{one.phase.title} ({case})"
                found.add((title, start.isoformat(), (end + timedelta(days=1)).isoformat()))
    return found


@needs_mermaid
def test_mermaid_reads_the_days_of_the_plan(shipped: Guide) -> None:
    typed = {"report_date": "2027-10-31", "period_end": "2027-08"}
    own = {"fixes_done": "2027-12-31", "observe_from": "2028-02-29"}
    plans = [plan(shipped, code, **typed, **extra) for code in CODES for extra in ({}, own)]
    charts = read([write_plan(made, "mermaid") for made in plans])
    for made, chart in zip(plans, charts, strict=True):
        bars = {(task["title"].strip(), task["start"], task["end"]) for task in chart["tasks"]}
        assert bars == wanted(made)
        assert chart["title"].strip() == f"Recovery plan, {shipped.title}"
        assert len({task["id"] for task in chart["tasks"]}) == len(chart["tasks"])


@needs_mermaid
def test_mermaid_shows_any_label_as_it_was_written() -> None:
    texts = [*TEXTS, "done: crit, after x, 2026-01-01", "a;b #semi; %% c", "click me href", "end"]
    texts += ["title", "section x", "2026-01-01", "weekend", "1 day", "gantt", "accDescr: x"]
    charts = [
        f"gantt\n    dateFormat YYYY-MM-DD\n    section {label(text)}\n"
        f"    {label(text)} :a1, 2026-01-01, 2026-01-02\n"
        for text in texts
    ]
    for text, chart in zip(texts, read(charts), strict=True):
        (task,) = chart["tasks"]
        assert task["title"].strip() == task["section"].strip() == " ".join(text.split())
        assert (task["start"], task["end"]) == ("2026-01-01", "2026-01-02")


@given(st.text(max_size=60))
@settings(max_examples=300)
def test_a_label_holds_no_sign_that_mermaid_obeys(text: str) -> None:
    entities = label(text).split("#")
    assert not any(sign in entities[0] for sign in ":;%{}[]<>\n")
    assert all(part.split(";", 1)[0].isdigit() for part in entities[1:])
    assert "\n" not in label(text)


@pytest.mark.parametrize("days", [1, 400])
def test_without_mermaid_the_days_can_be_read_in_the_text(shipped: Guide, days: int) -> None:
    report = date(2026, 1, 1) + timedelta(days=days)
    made = plan(shipped, CODES[0], report_date=report.isoformat())
    bars = [line.split(",") for line in write_plan(made, "mermaid").splitlines() if " :" in line]
    found = {(line[0].split(" :")[0].strip(), line[1].strip(), line[2].strip()) for line in bars}
    assert found == wanted(made)
