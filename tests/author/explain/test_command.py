"""``guide explain``: what is printed, and where."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from conftest import environment
from helpers.running import here

from guide.author.explain import codes, page

GOLDEN = Path(__file__).parent / "golden"


@pytest.mark.parametrize("arguments", [[], ["k"], ["r301"], ["F103"], ["G404"], ["--base"]])
def test_what_is_shown(arguments: list[str], golden: Callable[[Path, str], None]) -> None:
    ran = here("explain", *arguments)
    assert ran.code == 0
    golden(GOLDEN / f"{'-'.join(arguments).strip('-') or 'all'}.txt", ran.out)


def test_the_way_on_is_told_beside_the_output() -> None:
    assert "guide explain CODE" in here("explain").err
    assert "guide explain --base" in here("explain", "R301").err
    assert here("explain", "R301", "--as", "json").err == ""


def test_a_code_may_be_written_in_any_case() -> None:
    assert here("explain", " p452 ").out == here("explain", "P452").out


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (["R3O1"], "guide: no code 'R3O1'; did you mean R301?\n"),
        (["r399"], "guide: no code 'R399'; did you mean R309?\n"),
        (["what"], "guide: no code 'WHAT'; 'guide explain' lists all codes\n"),
        (["R301", "--base"], "guide: give either CODE or --base\n"),
    ],
)
def test_a_wrong_word_gets_one_line_and_2(arguments: list[str], told: str) -> None:
    ran = here("explain", *arguments)
    assert (ran.code, ran.out, ran.err) == (2, "", told)


@pytest.mark.parametrize("columns", [30, 60, 200])
def test_text_is_wrapped_and_lines_of_an_example_are_not(
    columns: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("guide.cli.terminal.width", lambda: columns)
    lines = here("explain", "G409").out.splitlines()
    long = [line for line in lines if len(line) > columns]
    assert all(line[:4].strip().isdigit() or " " not in line for line in long)
    assert "  12      - {id: none, label: I stay at home, settles: {sky: clear}}" in lines


def test_json_holds_all_that_the_text_does() -> None:
    shown = json.loads(here("explain", "G404", "--as", "json").out)
    told = ["means", "harm", "bad", "command", "says", "cure"]
    assert list(shown) == ["code", "name", "title", *told]
    assert shown["name"] == "UNREACHABLE_QUESTION"
    assert shown["says"] == page("G404").says
    places = [(change["file"], change["after"]) for change in shown["cure"]["changes"]]
    assert places == [("questions.yaml", 6), ("questions.yaml", 12)]
    for code in codes():
        assert json.loads(here("explain", code, "--as", "json").out)["code"] == code


def test_json_of_all_codes_and_of_the_small_guide() -> None:
    found = json.loads(here("explain", "--as", "json").out)["groups"]
    assert [one["code"] for group in found for one in group["codes"]] == codes()
    few = json.loads(here("explain", "k", "--as", "json").out)["groups"]
    assert [group["group"] for group in few] == ["K"]
    files = json.loads(here("explain", "--base", "--as", "json").out)["files"]
    assert "advice/verdict.yaml" in files


def test_the_shell_completes_codes_in_any_case(own_home: Path) -> None:
    env = environment(own_home) | {
        "_GUIDE_COMPLETE": "bash_complete",
        "COMP_WORDS": "guide explain k6",
        "COMP_CWORD": "2",
    }
    done = subprocess.run(
        [sys.executable, "-m", "guide"], env=env, capture_output=True, check=True, text=True
    )
    lines = done.stdout.splitlines()  # each with its help behind a tab
    assert [line.partition(",")[2].partition("\t")[0] for line in lines] == [
        code for code in codes() if code.startswith("K6")
    ]


def test_pages_are_read_without_a_screen_and_without_yaml(own_home: Path) -> None:
    program = (
        "import sys; from guide.author.explain import groups, page; groups();"
        "from guide.document.formats import write; from guide.pages.problem import problem_page;"
        "[write(problem_page(page('R301')), form) for form in ('text', 'json')];"
        "print({'click', 'rich', 'textual', 'yaml'} & set(sys.modules))"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        env=environment(own_home),
        capture_output=True,
        check=True,
        text=True,
    )
    assert done.stdout == "set()\n"
