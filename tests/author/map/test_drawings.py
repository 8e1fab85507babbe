"""Every form of the map: goldens, and what the programs that read them say."""

import os
import re
import shutil
import subprocess
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest
from helpers.faults import copy_of_tiny
from helpers.hostile_map import NASTY, UNASKED, hostile
from helpers.small_guides import guides
from hypothesis import given
from hypothesis import strategies as st

from guide.author.map import Spot, map_of
from guide.author.map.chart import UNREACHED, UNTAKEN
from guide.author.map.drawing import draw, drawings, suffix
from guide.author.map.measure import fit, text_width
from guide.author.map.placing import Link, Room, place
from guide.model.schema import Guide
from guide.reading.reader import read_guide

GOLDEN = Path(__file__).parent / "golden"
SVG = "{http://www.w3.org/2000/svg}"
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


@pytest.mark.parametrize("form", drawings())
def test_the_small_guide_is_drawn_as_its_golden(
    tiny: Guide, form: str, golden: Callable[[Path, str], None]
) -> None:
    golden(GOLDEN / f"tiny{suffix(form)}", draw(map_of(tiny), form))


@pytest.mark.parametrize("form", [form for form in drawings() if form != "json"])
def test_what_nobody_reaches_is_marked_in_words(form: str) -> None:
    drawn = draw(map_of(hostile()), form)
    assert (UNREACHED.lower() if form == "text" else UNREACHED) in drawn
    assert UNTAKEN in drawn


def test_options_on_one_way_are_told_apart_from_its_condition(tiny: Guide) -> None:
    assert "• Calm\\n• Storm" in draw(map_of(tiny), "dot")
    assert "#8226; Calm<br/>#8226; Storm" in draw(map_of(tiny), "mermaid")
    assert '"Whole"' in draw(map_of(tiny), "dot")


def test_a_route_that_nobody_takes_stands_where_it_is_tried(tmp_path: Path) -> None:
    path = copy_of_tiny(tmp_path) / "questions.yaml"
    text = path.read_text(encoding="utf-8")
    route = "then: [{when: {flame: unset}, go: wind}, {go: glass}]}"
    path.write_text(text.replace("then: glass}", route, 1), encoding="utf-8")
    guide = read_guide(path.parent).guide
    assert guide is not None
    drawn = " ".join(draw(map_of(guide), "text").split())
    dead = "Steady if Flame: not settled, then 4. How is the wind? (no reader takes this)"
    assert f"{dead} " in drawn, drawn


def test_there_is_no_such_form(tiny: Guide) -> None:
    with pytest.raises(KeyError):
        draw(map_of(tiny), "png")


def test_text_shows_each_question_once_and_keeps_to_its_width(shipped: Guide) -> None:
    shown = map_of(shipped)
    lines = draw(shown, "text", 80).splitlines()
    assert max(map(len, lines)) <= 80
    headings = [line for line in lines if re.match(r" *\d+\. ", line)]
    assert len(headings) == len(shipped.questions)
    for number, line in enumerate(headings, 1):
        assert line.strip().startswith(f"{number}. ")


@given(guides())
def test_every_form_draws_any_guide(guide: Guide) -> None:
    shown = map_of(guide)
    for form in drawings():
        assert draw(shown, form).endswith("\n")
    _check_picture(draw(shown, "svg"))


@pytest.mark.parametrize("which", ["shipped", "tiny", "hostile"])
def test_in_the_picture_nothing_lies_on_anything(
    which: str, request: pytest.FixtureRequest
) -> None:
    guide = hostile() if which == "hostile" else request.getfixturevalue(which)
    picture = draw(map_of(guide), "svg")
    _check_picture(picture)
    assert "<script" not in picture
    assert "http" not in picture.replace("http://www.w3.org/2000/svg", "")


def _check_picture(picture: str) -> None:
    """Valid XML; cards apart and in the picture; text in its card; no rail through a card."""
    root = ET.fromstring(picture.encode())  # noqa: S314  our own
    width, height = float(root.get("width", 0)), float(root.get("height", 0))
    boxes = []
    for group in root.iter(f"{SVG}g"):
        rect = group.find(f"{SVG}rect")
        assert rect is not None
        left, top, wide, high = (float(rect.get(k, 0)) for k in ("x", "y", "width", "height"))
        boxes.append((left, top, left + wide, top + high))
        for text in group.iter(f"{SVG}text"):
            x, y = float(text.get("x", 0)), float(text.get("y", 0))
            assert left < x
            assert x + text_width(text.text or "", float(text.get("font-size", 0))) < left + wide
            assert top < y < top + high
    for number, one in enumerate(boxes):
        assert one[0] >= 0
        assert one[1] >= 0
        assert one[2] <= width
        assert one[3] <= height
        assert not any(_overlap(one, other) for other in boxes[:number])
    for path in root.iter(f"{SVG}path"):
        rail = re.fullmatch(r"M([\d.]+) ([\d.]+)V([\d.]+)", path.get("d", ""))
        if rail and "way" in path.get("class", ""):
            x, top, bottom = map(float, rail.groups())
            assert not any(_overlap((x, top, x, bottom), box) for box in boxes)


def _overlap(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    apart = one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    return not apart


def test_the_picture_holds_every_word() -> None:
    root = ET.fromstring(draw(map_of(hostile()), "svg").encode())  # noqa: S314  our own
    words = "".join("".join(text.itertext()) for text in root.iter(f"{SVG}text"))
    for text in (*NASTY, UNASKED):
        assert "".join(text.split()) in "".join(words.split())


@given(st.text(), st.floats(30, 400))
def test_lines_fit_and_no_letter_is_lost(text: str, width: float) -> None:
    lines = fit(text, 12, width)
    assert all(text_width(line, 12) <= width or len(line) == 1 for line in lines)
    assert "".join("".join(lines).split()) == "".join(text.split())


@given(st.lists(st.lists(st.tuples(st.floats(5, 90), st.booleans()), min_size=1, max_size=5)))
def test_spots_are_placed_in_order_and_apart(rows: list[list[tuple[float, bool]]]) -> None:
    layers = tuple(
        tuple(Spot(f"{n}.{m}", r) for m, (_, r) in enumerate(row)) for n, row in enumerate(rows)
    ) or ((Spot("one", rail=False),),)
    widths = {Spot(f"{n}.{m}", r): w for n, row in enumerate(rows) for m, (w, r) in enumerate(row)}
    widths[Spot("one", rail=False)] = 50.0
    links = [
        [Link(above, below, 0.0) for above in one for below in two[::2]]
        for one, two in zip(layers, [*layers[1:], ()], strict=True)
    ]
    for row in place(layers, links, Room(widths.__getitem__, 10)):
        edges = [(x - widths[s] / 2, x + widths[s] / 2) for s, x in row.items()]
        assert all(b[0] - a[1] > 9.99 for a, b in pairwise(edges))
        assert edges[0][0] > -0.01


@pytest.mark.skipif(shutil.which("dot") is None, reason="NOT CHECKED: Graphviz's dot is missing")
@pytest.mark.parametrize("which", ["shipped", "tiny", "hostile"])
def test_graphviz_draws_the_dot_file(which: str, request: pytest.FixtureRequest) -> None:
    guide = hostile() if which == "hostile" else request.getfixturevalue(which)
    shown = map_of(guide)
    done = subprocess.run(
        ["dot", "-Tplain"],  # noqa: S607  wherever it is installed
        input=draw(shown, "dot").encode(),
        capture_output=True,
        check=True,
        timeout=60,
    )
    assert done.stderr == b""
    kinds = [line.split(" ", 1)[0] for line in done.stdout.decode().splitlines()]
    assert kinds.count("node") == len(shown.nodes)
    assert kinds.count("edge") == len(shown.edges)


MERMAID = os.environ.get("GUIDE_MERMAID", "")


@pytest.mark.skipif(
    not MERMAID or shutil.which("node") is None,
    reason="NOT CHECKED: run 'npm install mermaid jsdom' in a folder and name it in GUIDE_MERMAID",
)
@pytest.mark.parametrize("which", ["shipped", "tiny", "hostile"])
def test_mermaid_reads_the_mermaid_file(which: str, request: pytest.FixtureRequest) -> None:
    guide = hostile() if which == "hostile" else request.getfixturevalue(which)
    shown = map_of(guide)
    done = subprocess.run(
        ["node", "--input-type=module", "-e", PARSE],  # noqa: S607  wherever it is installed
        input=draw(shown, "mermaid").encode(),
        cwd=MERMAID,
        capture_output=True,
        check=False,
        timeout=60,
    )
    counted = f"{len(shown.nodes)} {len(shown.edges)}"
    assert (done.stdout.decode().strip(), done.returncode) == (counted, 0), done.stderr.decode()
