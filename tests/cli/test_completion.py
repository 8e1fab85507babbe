"""The shell completes commands, formats, guides, facets and values."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from helpers.running import TINY, Ran, apart, here
from helpers.terminal import Terminal

from guide.cli.completing import codes
from guide.model.schema import Guide


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_says_how_to_install_it(shell: str) -> None:
    ran = here("completion", shell)
    assert ran.code == 0
    assert "_GUIDE_COMPLETE" in ran.out
    assert f"guide completion {shell}" in ran.out
    assert ran.out.startswith("#compdef guide\n# " if shell == "zsh" else "# ")


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_script_is_one_its_shell_can_read(shell: str) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed")
    script = here("completion", shell).out
    done = subprocess.run(
        [program, "-n"], input=script, text=True, capture_output=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")


def _asked(typed: str) -> dict[str, str]:
    return {"_GUIDE_COMPLETE": "zsh_complete", "COMP_WORDS": typed, "GUIDE_LIBRARY": str(TINY)}


def _completed(ran: Ran) -> list[str]:
    assert ran.err == ""
    return [line.partition(",")[2].partition("\t")[0] for line in ran.out.splitlines()]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("guide ad", ["advise"]),
        ("guide advise tin", ["tiny"]),
        ("guide advise tiny:fl", ["tiny:flame="]),
        ("guide open tiny:flame=s", ["tiny:flame=steady", "tiny:flame=smoky"]),
        ("guide advise tiny --as m", ["markdown"]),
        ("guide completion f", ["fish"]),
    ],
)
def test_the_shell_is_told_how_a_word_goes_on(
    typed: str, expected: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in _asked(typed).items():
        monkeypatch.setenv(name, value)
    assert _completed(here()) == expected


def test_a_program_of_its_own_tells_the_same(env: dict[str, str]) -> None:
    assert _completed(apart(env=env | _asked("guide advise tin"))) == ["tiny"]


def test_a_code_goes_on_with_the_facets_not_given_yet(tiny: Guide) -> None:
    shelf = {"tiny": tiny}
    assert [*codes(shelf, "")] == ["tiny"]
    assert [*codes(shelf, "tiny:flame=smoky,")] == [
        *("tiny:flame=smoky,glass=", "tiny:flame=smoky,wind=", "tiny:flame=smoky,soot="),
    ]
    assert [*codes(shelf, "tiny:flame=smoky,glass=w")] == ["tiny:flame=smoky,glass=whole"]
    assert [*codes(shelf, "other:")] == []
    assert [*codes(shelf, "tiny:nothing=")] == []


@pytest.fixture
def typing(env: dict[str, str], tmp_path: Path) -> dict[str, str]:
    """An environment in which a shell finds ``guide``, and the small guide on its shelf."""
    tools = tmp_path / "bin"
    tools.mkdir()
    program = tools / "guide"
    program.write_text(f'#!/bin/sh\nexec {sys.executable} -m guide "$@"\n')
    program.chmod(0o755)
    path = f"{tools}{os.pathsep}{os.environ['PATH']}"
    return env | {"PATH": path, "GUIDE_LIBRARY": str(TINY), "HOME": str(tmp_path)}


CASES = [
    ("guide adv", "guide advise "),
    ("guide advise tin", "guide advise tiny "),
    ("guide advise tiny:fl", "guide advise tiny:flame="),
    ("guide advise tiny:flame=sm", "guide advise tiny:flame=smoky "),
    ("guide advise tiny:flame=smoky,gl", "guide advise tiny:flame=smoky,glass="),
    ("guide advise tiny:flame=smoky,glass=w", "guide advise tiny:flame=smoky,glass=whole "),
    ("guide whatif tiny --as h", "guide whatif tiny --as html "),
]


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_a_real_shell_completes_a_whole_code(typing: dict[str, str], shell: str) -> None:
    program = shutil.which(shell)
    if program is None:
        pytest.skip(f"{shell} is not installed")
    start = {"bash": ["--norc", "--noprofile", "-i"], "zsh": ["-f", "-i"]}[shell]
    setup = "autoload -U compinit; compinit -u -D; " if shell == "zsh" else ""
    with Terminal([program, *start], typing, (200, 30)) as there:
        there.press_until(f'{setup}eval "$(guide completion {shell})"; echo RE""ADY\r', b"READY")
        for typed, completed in CASES:
            # The line as it is then, set in between quotes and shown by the shell itself.
            there.press(f"{typed}\t")
            there.press_until('X"\x01echo "SO:\r', f"SO:{completed}X".encode())


def test_fish_completes_a_whole_code(typing: dict[str, str]) -> None:
    program = shutil.which("fish")
    if program is None:
        pytest.skip("fish is not installed")
    for typed, completed in CASES:
        asked = f"guide completion fish | source; complete -C '{typed}'"
        done = subprocess.run(
            [program, "-c", asked], env=typing, text=True, capture_output=True, check=True
        )
        words = [line.partition("\t")[0] for line in done.stdout.splitlines()]
        assert words == [completed.split()[-1]], (typed, done.stderr)
