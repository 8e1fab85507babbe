"""The shell completes commands, formats, guides, facets and values."""

import shutil
import subprocess

import pytest
from helpers.running import TINY, apart, here

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


def _completed(env: dict[str, str], typed: str) -> list[str]:
    words = typed.split(" ")
    env = env | {
        "_GUIDE_COMPLETE": "zsh_complete",
        "COMP_WORDS": typed,
        "COMP_CWORD": str(len(words) - 1),
        "GUIDE_LIBRARY": str(TINY),
    }
    ran = apart(env=env)
    assert ran.err == ""
    return ran.out.split("\n")[1::3]


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
    env: dict[str, str], typed: str, expected: list[str]
) -> None:
    found = _completed(env, typed)
    assert [value.replace("\\:", ":") for value in found] == expected


def test_a_code_goes_on_with_the_facets_not_given_yet(tiny: Guide) -> None:
    shelf = {"tiny": tiny}
    assert [*codes(shelf, "")] == ["tiny"]
    assert [*codes(shelf, "tiny:flame=smoky,")] == [
        *("tiny:flame=smoky,glass=", "tiny:flame=smoky,wind=", "tiny:flame=smoky,soot="),
    ]
    assert [*codes(shelf, "tiny:flame=smoky,glass=w")] == ["tiny:flame=smoky,glass=whole"]
    assert [*codes(shelf, "other:")] == []
    assert [*codes(shelf, "tiny:nothing=")] == []
