"""The README is true: its commands exist, its reference is what the program prints."""

import re
from pathlib import Path

import click
import pytest

from guide.cli.group import group
from guide.tui.commands.base import GROUPS
from guide.tui.commands.known import every_command

README = Path(__file__).parents[1] / "README.md"
START, END = "<!-- reference: start -->", "<!-- reference: end -->"
KEYS_START, KEYS_END = "<!-- keys: start -->", "<!-- keys: end -->"
SHOWN = {"question_mark": "?", "slash": "/", "exclamation_mark": "!", "equals_sign": "="}
"""What stands on the key, where Textual calls it otherwise."""


def commands() -> dict[str, click.Command]:
    context = click.Context(group)
    found = {}
    for name in group.list_commands(context):
        command = group.get_command(context, name)
        assert command is not None
        found[name] = command
        if isinstance(command, click.Group):
            found |= {f"{name} {sub}": each for sub, each in command.commands.items()}
    return found


def reference() -> str:
    """Every command with its usage, its one line and its options."""
    lines = []
    for name, command in commands().items():
        # click keeps the help option it makes first: it has to be the one that the program has.
        names = group.context_settings["help_option_names"]
        context = click.Context(command, info_name=f"guide {name}", help_option_names=names)
        usage = " ".join(command.collect_usage_pieces(context))
        heading = f"guide {name} {usage}".strip()
        lines += [f"### `{heading}`", ""]
        lines += [(command.help or "").split("\n\n")[0].strip(), ""]
        rows = [row for row in map(option_row, command.params) if row]
        if rows:
            lines += ["| option | meaning |", "|---|---|", *rows, ""]
    return "\n".join(lines)


def option_row(parameter: click.Parameter) -> str:
    if not isinstance(parameter, click.Option) or parameter.hidden:
        return ""
    if "--library" in parameter.opts:
        return ""
    names = ", ".join(f"`{name}`" for name in [*parameter.opts, *parameter.secondary_opts])
    return f"| {names} | {parameter.help or ''} |"


def test_the_reference_is_what_the_program_says(request: pytest.FixtureRequest) -> None:
    text = README.read_text(encoding="utf-8")
    before, _, rest = text.partition(START)
    _, _, after = rest.partition(END)
    wanted = f"{before}{START}\n\n{reference()}\n{END}{after}"
    if request.config.getoption("--update-goldens"):
        README.write_text(wanted, encoding="utf-8")
    assert text.splitlines() == wanted.splitlines(), "rewrite it with pytest --update-goldens"


def keys() -> str:
    """Every key, what it does and on which screen, in the groups that help has."""
    rows = ["| | key | what it does | id |", "|---|---|---|---|"]
    for group_name in GROUPS:
        first: str = group_name
        for command in every_command():
            if group_name == command.GROUP:
                names = (SHOWN.get(key, key) for key in command.KEYS.split(","))
                pressed = ", ".join(f"`{name}`" for name in names)
                rows.append(f"| {first} | {pressed} | {command.TITLE} | `{command.id()}` |")
                first = ""
    return "\n".join(rows)


def test_the_table_of_keys_is_what_the_app_has(request: pytest.FixtureRequest) -> None:
    text = README.read_text(encoding="utf-8")
    before, _, rest = text.partition(KEYS_START)
    _, _, after = rest.partition(KEYS_END)
    wanted = f"{before}{KEYS_START}\n\n{keys()}\n\n{KEYS_END}{after}"
    if request.config.getoption("--update-goldens"):
        README.write_text(wanted, encoding="utf-8")
    assert text.splitlines() == wanted.splitlines(), "rewrite it with pytest --update-goldens"


@pytest.mark.parametrize("name", sorted(commands()))
def test_every_command_has_a_line_of_help_and_a_longer_one(name: str) -> None:
    command = commands()[name]
    assert command.get_short_help_str(80)
    assert len(command.help or "") > len(command.get_short_help_str(80))


def test_the_readme_holds_exactly_two_set_up_commands() -> None:
    text = README.read_text(encoding="utf-8")
    assert re.findall(r"<!-- command: (\w+) -->", text) == ["run", "test"]
    assert len(re.findall(r"^python3 -m venv", text, re.MULTILINE)) == 2


def test_every_file_the_readme_points_to_is_there() -> None:
    for target in re.findall(r"\]\((?!https?:)([^)#]+)\)", README.read_text(encoding="utf-8")):
        assert (README.parent / target).exists(), target
