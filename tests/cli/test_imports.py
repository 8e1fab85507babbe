"""What a command does not need it does not import: seen in a fresh process."""

import subprocess
import sys

import pytest
from helpers.running import TINY

HEAVY = ["yaml", "msgspec", "markdown_it", "rich", "textual", "importlib.metadata", "pathlib"]
CODE = "tiny:flame=smoky,glass=cracked"
PROGRAM = """
import contextlib, io, sys
before = set(sys.modules)  # an editable install may import some at start-up
from guide.__main__ import main
codes = []
for arguments in {every!r}:
    sys.argv = ["guide", *arguments]
    with contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        codes.append(main())
found = set(sys.modules) - before
print(*codes, *sorted(found & set({heavy!r})))
"""


def _imported(arguments: list[str], heavy: list[str], env: dict[str, str]) -> str:
    return _imported_by([arguments], heavy, env)


def _imported_by(every: list[list[str]], heavy: list[str], env: dict[str, str]) -> str:
    program = PROGRAM.format(every=every, heavy=heavy)
    command = [sys.executable, "-c", program]
    return subprocess.run(
        command, env=env, check=True, capture_output=True, text=True, timeout=60
    ).stdout.strip()


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["advise", "--help"], ["zzz"]])
def test_help_and_version_import_click_and_nothing_heavy(
    env: dict[str, str], arguments: list[str]
) -> None:
    heavy = [*HEAVY, "guide.reading.reader", "guide.history.history", "sqlite3"]
    if arguments == ["zzz"]:  # the nearest command is found by the model's own means
        heavy = [name for name in heavy if name != "msgspec"]
    assert _imported(arguments, heavy, env) == ("2" if arguments == ["zzz"] else "0")


def test_json_from_the_cache_needs_no_yaml_and_draws_no_markdown(env: dict[str, str]) -> None:
    arguments = ["advise", CODE, "--as", "json", "--library", str(TINY)]
    heavy = ["yaml", "markdown_it", "rich", "textual", "importlib.metadata", "sqlite3", "difflib"]
    assert "yaml" in _imported(arguments, heavy, env)
    # The guide that ships is on the shelf too; faulty, it is never cached, and yaml is needed.
    shipped_is_whole = "from guide.reading.shelf import open_shelf; print(len(open_shelf().faulty))"
    done = subprocess.run(
        [sys.executable, "-c", shipped_is_whole], env=env, check=True, capture_output=True
    )
    assert done.stdout.strip() == b"0"
    assert _imported(arguments, heavy, env) == "0"


def test_no_plain_command_imports_a_screen_or_what_schedules_a_drill(env: dict[str, str]) -> None:
    commands = [["list"], ["where"], ["check", str(TINY)], ["ask", "tiny"], ["drill", "--help"]]
    commands += [["glance", "failed-audit"]]
    commands += [["advise", CODE, "--as", form] for form in ("text", "markdown", "html")]
    every = [[*command, "--library", str(TINY)] for command in commands]
    assert _imported_by(every, ["rich", "textual", "fsrs"], env) == " ".join("0" * len(every))


def test_the_app_begins_without_click(env: dict[str, str]) -> None:
    assert _imported([], ["click"], env) == "2"  # no terminal here
    assert _imported(["list"], ["click"], env) == "0 click"
