"""The site as people use it, in Chromium.

Needs node, the distribution's Chromium, and ``npm install playwright-core axe-core`` in a folder
that GUIDE_BROWSER names.
"""

import datetime
import html
import json
import os
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

import pytest

from guide.document.writers.html import blocks_html
from guide.journey.advice import advise
from guide.journey.code import locate, read_pairs, split_code
from guide.journey.walk import walk
from guide.model.schema import Guide
from guide.pages.advice import Frame, document
from guide.site.judgments import elsewhere
from guide.site.make import write_site

FOLDER = os.environ.get("GUIDE_BROWSER", "")
CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
WHY_NOT = (
    "NOT CHECKED: 'npm install playwright-core axe-core' in a folder, named in GUIDE_BROWSER, "
    "with node and chromium"
)
READY = bool(FOLDER and CHROMIUM and shutil.which("node"))
pytestmark = pytest.mark.skipif(not READY, reason=WHY_NOT)
PROGRAM = Path(__file__).with_name("browser.js")
PICTURE = Path(__file__).parents[2] / ".github" / "site.png"
CODES = (
    "failed-audit:opinion=qualified,nature=failure,auditor=healthy,report=type2,deal=active",
    "failed-audit:opinion=qualified",
    "failed-audit:opinion=adverse,nature=failure",
    "failed-audit:report=draft",
)


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the site stands."""
    return tmp_path_factory.mktemp("site")


@pytest.fixture(scope="module")
def seen(shipped: Guide, folder: Path) -> Any:
    """What Chromium saw."""
    write_site(shipped, str(folder))
    command = ["node", str(PROGRAM), str(folder), str(CHROMIUM), *CODES]
    ran = subprocess.run(command, capture_output=True, timeout=300, check=False)
    assert ran.returncode == 0, ran.stderr.decode()[-3000:]
    return json.loads(ran.stdout)


def test_a_walk_by_keyboard_ends_at_a_page_with_the_focus_on_each_heading(seen: Any) -> None:
    walked = seen["walk"]
    assert len(walked["headings"]) > 4
    assert set(walked["focus"]) == {"H1"}
    assert walked["page"].startswith("#failed-audit:")
    assert ": " in walked["headings"][-1], "the case and its verdict"


def test_reload_and_the_back_button_keep_the_place(seen: Any) -> None:
    walked = seen["walk"]
    assert walked["reloaded"] == walked["page"] == walked["forward"]
    assert walked["back"] == walked["headings"][-2] == walked["backReloaded"]


def test_one_request_and_no_message(seen: Any) -> None:
    """A reload asks for the same file again."""
    assert set(seen["requests"]) == {"index.html"}
    assert len(seen["requests"]) == 3
    assert seen["messages"] == []


def test_every_kind_of_page_is_accessible(seen: Any) -> None:
    assert seen["violations"] == []


def test_no_page_is_wider_than_the_window(seen: Any) -> None:
    assert seen["overflow"] == []


def test_a_page_asks_what_would_sharpen_it_and_comes_back_sharper(seen: Any) -> None:
    assert seen["sharper"] == "What went wrong?"
    assert seen["sharpened"].startswith("#failed-audit:opinion=qualified,nature=")


def test_a_term_is_explained_in_place_and_back_leads_to_where_one_jumped_from(seen: Any) -> None:
    meaning, at, jumped, after = seen["jump"]
    assert meaning.startswith("opinion: ")
    assert (at, jumped > 1000) == (0, True)
    assert after == f"#{CODES[0]} 0"


def test_what_to_say_asks_first_what_one_has_and_comes_back_to_the_brief(seen: Any) -> None:
    assert seen["brief"] == ["Brief for a call", "#brief/failed-audit:report=type2"]


def test_a_shared_brief_goes_on_with_what_its_sender_left_open(seen: Any) -> None:
    heading, ready, after = seen["more"]
    assert heading.endswith("?")
    assert ready.startswith("Your brief is ready.")
    assert after == f"#brief/{CODES[0]}"


def test_marks_wait_behind_a_word_and_back_leads_to_the_page(seen: Any) -> None:
    mark, after = seen["mark"]
    assert mark.startswith("#fact-")
    assert after == f"#{CODES[0]}"


def test_a_question_in_their_words_leaves_its_replies_also_after_a_reload(seen: Any) -> None:
    words, reply, *_ = seen["asked"]
    assert words == "did anyone abuse it"
    assert reply == "“Did anybody use the gap? Was our data touched?”"


def test_the_text_is_that_of_the_html(shipped: Guide, seen: Any) -> None:
    today = datetime.datetime.now().astimezone().date()
    for code, parts in seen["texts"].items():
        place = locate(shipped, read_pairs(shipped, split_code(code)[1]))
        trail = walk(shipped, place.answers).trail
        frame = Frame(today, trail, commands=False, sources=elsewhere(shipped))
        written = blocks_html(document(advise(shipped, place.scenario), frame).blocks)
        wanted = html.unescape(re.sub("<[^>]*>", "", written))
        assert "".join("".join(parts.values()).split()) == "".join(wanted.split()), code


def test_the_brief_prints_on_one_sheet(seen: Any) -> None:
    assert seen["sheets"] == 1


def test_nothing_runs_and_nothing_is_fetched_but_the_file(seen: Any) -> None:
    assert seen["attack"] == [False, False]


def test_without_script_every_door_leads_to_a_file(seen: Any) -> None:
    assert {"questions.html", "glance.html", "terms.html"} <= set(seen["doors"])


@pytest.mark.usefixtures("seen")
def test_the_readme_has_a_picture_of_it(folder: Path, request: pytest.FixtureRequest) -> None:
    if request.config.getoption("--update-goldens"):
        shutil.copyfile(folder / "picture.png", PICTURE)
    assert PICTURE.stat().st_size < 200_000


def test_the_first_page_is_there_soon(seen: Any, capsys: pytest.CaptureFixture[str]) -> None:
    """On a slow phone; the time is told and not judged strictly: machines differ."""
    with capsys.disabled():
        print(f"\nlargest contentful paint on a slow phone: {seen['paint'] / 1000:.2f} s")
    assert seen["paint"] < 10_000
