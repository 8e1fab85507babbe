"""Every command has a short and a long help, and the options that all commands share."""

import importlib
import subprocess
import sys

import click
import pytest
from helpers.running import here

from guide import __version__
from guide.cli.group import group
from guide.cli.lazy import LazyGroup
from guide.journey.code import locate, read_pairs, split_code
from guide.model.schema import Guide

CONTEXT = click.Context(group)
NAMES = group.list_commands(CONTEXT)


def _command(name: str) -> click.Command:
    command = group.get_command(CONTEXT, name)
    assert command is not None
    return command


def test_the_commands_are_those_of_the_contract() -> None:
    assert isinstance(group, LazyGroup)
    wanted = {"advise", "ask", "check", "completion", "list", "open", "where"}
    assert wanted <= set(NAMES)


@pytest.mark.parametrize("name", NAMES)
def test_a_command_is_called_as_its_file_and_explained_in_one_line_and_in_more(name: str) -> None:
    command = _command(name)
    assert command.name == name
    short = command.get_short_help_str(limit=200)
    assert short.endswith(".")
    assert len(short) <= 60
    module = importlib.import_module(f"guide.cli.commands.{name}")
    assert module.__doc__ == short, "its line in guide --help"
    assert command.help is not None
    assert len(command.help.splitlines()) > 2


@pytest.mark.parametrize("name", NAMES)
def test_every_option_is_explained_and_a_library_is_always_accepted(name: str) -> None:
    options = [p for p in _command(name).params if isinstance(p, click.Option)]
    assert all(option.help for option in options if not option.hidden)
    assert "--library" in {opt for option in options for opt in option.opts}


@pytest.mark.parametrize("flag", ["-h", "--help"])
def test_help_lists_every_command_with_its_line(flag: str) -> None:
    ran = here(flag)
    assert (ran.code, ran.err) == (0, "")
    for name in NAMES:
        assert f"  {name}" in ran.out
        assert _command(name).get_short_help_str(limit=200) in ran.out
        assert here(name, flag).out.startswith(f"Usage: guide {name} ")


def test_the_version_is_printed() -> None:
    assert here("--version").out == f"guide {__version__}\n"


@pytest.mark.parametrize("columns", ["60", "80", "200"])
def test_help_fits_the_terminal(columns: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", columns)
    lines = here("--help").out.splitlines() + here("advise", "-h").out.splitlines()
    long = [line for line in lines if len(line) > min(int(columns), 80)]
    assert [line for line in long if "html|json" not in line] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_code_in_an_example_is_finished(name: str, shipped: Guide) -> None:
    words = (_command(name).epilog or "").split()
    for code in (word for word in words if "=" in word):
        assert locate(shipped, read_pairs(shipped, split_code(code)[1])).open == ()


def test_help_stays_where_python_drops_docstrings(env: dict[str, str]) -> None:
    for arguments in (["-h"], ["check", "-h"], ["history", "-h"], ["history", "rename", "-h"]):
        normal, bare = (
            subprocess.run(
                [sys.executable, *options, "-m", "guide", *arguments],
                env=env,
                capture_output=True,
                check=True,
                text=True,
                timeout=60,
            ).stdout
            for options in ([], ["-OO"])
        )
        assert bare == normal
        assert len(bare.splitlines()) > 5
    program = "from guide.tui.commands import advice; print(advice.WhatIf.words())"
    done = subprocess.run(
        [sys.executable, "-OO", "-c", program], env=env, check=True, capture_output=True, text=True
    )
    assert len(done.stdout) > 10, "the palette and the app's help say what a command does"
