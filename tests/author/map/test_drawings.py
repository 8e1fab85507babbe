"""Every form of the map: goldens, and what the programs that read them say."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.faults import copy_of_tiny
from helpers.hostile_map import hostile
from helpers.small_guides import guides
from hypothesis import given

from guide.author.map.build import map_of
from guide.author.map.chart import UNREACHED, UNTAKEN
from guide.author.map.formats import formats, render, suffix
from guide.model.schema import Guide
from guide.reading.reader import read_guide

GOLDEN = Path(__file__).parent / "golden"
PARSE = """
import { readFileSync } from "fs";
import { JSDOM } from "jsdom";
const dom = new JSDOM("");
globalThis.window = dom.window; globalThis.document = dom.window.document;
const mermaid = (await import("mermaid")).default;
const source = readFileSync(0, "utf8");
await mermaid.parse(source);
const diagram = await mermaid.mermaidAPI.getDiagramFromText(source);
console.log(diagram.db.getVertices().size, diagram.db.getEdges().length);
"""


@pytest.mark.parametrize("form", formats())
def test_the_small_guide_is_drawn_as_its_golden(
    tiny: Guide, form: str, golden: Callable[[Path, str], None]
) -> None:
    golden(GOLDEN / f"tiny{suffix(form)}", render(map_of(tiny), form))


@pytest.mark.parametrize("form", [form for form in formats() if form != "json"])
def test_what_nobody_reaches_is_marked_in_words(form: str) -> None:
    drawn = render(map_of(hostile()), form)
    assert (UNREACHED.lower() if form == "text" else UNREACHED) in drawn
    assert UNTAKEN in drawn


def test_options_on_one_way_are_told_apart_from_its_condition(tiny: Guide) -> None:
    assert "• Calm\\n• Storm" in render(map_of(tiny), "dot")
    assert "#8226; Calm<br/>#8226; Storm" in render(map_of(tiny), "mermaid")
    assert '"Whole"' in render(map_of(tiny), "dot")


def test_a_route_that_nobody_takes_stands_where_it_is_tried(tmp_path: Path) -> None:
    path = copy_of_tiny(tmp_path) / "questions.yaml"
    text = path.read_text(encoding="utf-8")
    route = "then: [{when: {flame: unset}, go: wind}, {go: glass}]}"
    path.write_text(text.replace("then: glass}", route, 1), encoding="utf-8")
    guide = read_guide(path.parent).guide
    assert guide is not None
    drawn = " ".join(render(map_of(guide), "text").split())
    dead = "Steady if Flame: not settled, then 4. How is the wind? (no reader takes this)"
    assert f"{dead} " in drawn, drawn


def test_there_is_no_such_form(tiny: Guide) -> None:
    with pytest.raises(KeyError):
        render(map_of(tiny), "png")


def test_text_shows_each_question_once_and_keeps_to_its_width(shipped: Guide) -> None:
    chart = map_of(shipped)
    lines = render(chart, "text", 80).splitlines()
    assert max(map(len, lines)) <= 80
    headings = [line for line in lines if re.match(r" *\d+\. ", line)]
    assert len(headings) == len(shipped.questions)
    for number, line in enumerate(headings, 1):
        assert line.strip().startswith(f"{number}. ")


@given(guides())
def test_every_form_draws_any_guide(guide: Guide) -> None:
    chart = map_of(guide)
    for name in formats():
        assert render(chart, name).endswith("\n")


@pytest.mark.skipif(shutil.which("dot") is None, reason="NOT CHECKED: Graphviz's dot is missing")
@pytest.mark.parametrize("which", ["shipped", "tiny", "hostile"])
def test_graphviz_draws_the_dot_file(which: str, request: pytest.FixtureRequest) -> None:
    guide = hostile() if which == "hostile" else request.getfixturevalue(which)
    chart = map_of(guide)
    done = subprocess.run(
        ["dot", "-Tplain"],  # noqa: S607  wherever it is installed
        input=render(chart, "dot").encode(),
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert done.stderr == b""
    kinds = [line.split(" ", 1)[0] for line in done.stdout.decode().splitlines()]
    assert kinds.count("node") == len(chart.nodes)
    assert kinds.count("edge") == len(chart.edges)


MERMAID = os.environ.get("GUIDE_MERMAID", "")


@pytest.mark.skipif(
    not MERMAID or shutil.which("node") is None,
    reason="NOT CHECKED: run 'npm install mermaid jsdom' in a folder and name it in GUIDE_MERMAID",
)
@pytest.mark.parametrize("which", ["shipped", "tiny", "hostile"])
def test_mermaid_reads_the_mermaid_file(which: str, request: pytest.FixtureRequest) -> None:
    guide = hostile() if which == "hostile" else request.getfixturevalue(which)
    chart = map_of(guide)
    done = subprocess.run(
        ["node", "--input-type=module", "-e", PARSE],  # noqa: S607  wherever it is installed
        input=render(chart, "mermaid").encode(),
        cwd=MERMAID,
        capture_output=True,
        check=False,
        timeout=60,
    )
    counted = f"{len(chart.nodes)} {len(chart.edges)}"
    assert (done.stdout.decode().strip(), done.returncode) == (counted, 0), done.stderr.decode()
