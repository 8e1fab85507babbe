"""Where a page goes: in which format, through which pager, with links where they can be shown."""

import json
import stat
import sys
from pathlib import Path

import pytest
from helpers.running import Ran, here
from helpers.terminal import Terminal, program

from guide.cli import terminal
from guide.cli.pager import LESS

CODE = "tiny:flame=smoky,glass=cracked"
LINK = "\x1b]8;;https://example.invalid/keeper\x1b\\"


@pytest.fixture
def _a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(terminal, "is_terminal", lambda _: True)
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)


@pytest.fixture
def pager(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A pager that writes what it was given to the file returned."""
    got = tmp_path / "paged"
    script = tmp_path / "less"
    script.write_text(
        f"#!{sys.executable}\nimport os, sys\n"
        "if '--version' in sys.argv: print('less 590 (GNU)'); raise SystemExit\n"
        f"open({str(got)!r}, 'w').write(os.environ['LESS'] + '\\n' + sys.stdin.read())\n"
    )
    script.chmod(script.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PAGER", str(script))
    monkeypatch.delenv("LESS", raising=False)
    return got


@pytest.mark.usefixtures("_a_terminal")
def test_on_a_terminal_a_page_is_paged(pager: Path) -> None:
    assert here("advise", CODE) == Ran(0, "", "")
    options, _, page = pager.read_text().partition("\n")
    assert options == LESS
    assert "Leave this lantern unlit." in page


@pytest.mark.usefixtures("_a_terminal")
@pytest.mark.parametrize("options", [["--no-pager"], ["--as", "markdown"], ["-o", "-"]])
def test_what_is_not_to_be_paged_is_not(pager: Path, options: list[str]) -> None:
    ran = here("advise", CODE, *options)
    assert (ran.code, ran.err) == (0, "")
    assert "lantern safe to light?" in ran.out
    assert not pager.exists()


@pytest.mark.usefixtures("_a_terminal")
@pytest.mark.parametrize(
    ("name", "value"), [("PAGER", " "), ("TERM", "dumb"), ("PAGER", "nowhere")]
)
def test_without_a_pager_it_is_written_at_once(
    pager: Path, monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(name, value)
    assert "Leave this lantern unlit." in here("advise", CODE).out
    assert not pager.exists()


def test_a_pipe_is_never_paged(pager: Path) -> None:
    assert "Leave this lantern unlit." in here("advise", CODE).out
    assert not pager.exists()


def test_a_reader_of_a_real_terminal_gets_the_page(env: dict[str, str]) -> None:
    env = env | {"TERM": "xterm-256color", "PAGER": "cat", "GUIDE_LIBRARY": ""}
    code = "failed-audit:opinion=qualified,nature=admin,auditor=healthy"
    with Terminal(program("advise", code), env) as shown:
        shown.wait_for(b"Where you stand")


@pytest.mark.usefixtures("_a_terminal")
def test_addresses_are_links_where_a_terminal_can_show_them(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("PAGER", "")
    assert LINK in here("advise", CODE, "--sources").out
    assert LINK not in here("advise", CODE, "--sources", "-o", "-").out
    for name, value in (("NO_COLOR", "1"), ("TERM", "dumb")):
        with monkeypatch.context() as there:
            there.setenv(name, value)
            assert "\x1b" not in here("advise", CODE, "--sources").out
    monkeypatch.setattr(terminal, "is_terminal", lambda _: False)
    assert "\x1b" not in here("advise", CODE, "--sources").out


@pytest.mark.usefixtures("_a_terminal")
@pytest.mark.parametrize(
    ("version", "options", "links"),
    [("590", "-RFX", True), ("551", "-RFX", False), ("590", "-i", False), ("none", "-R", False)],
)
def test_a_pager_gets_links_only_if_it_passes_them(
    pager: Path,
    monkeypatch: pytest.MonkeyPatch,
    version: str,
    options: str,
    links: bool,  # noqa: FBT001
) -> None:
    script = pager.parent / "less"
    script.write_text(script.read_text().replace("590", version))
    monkeypatch.setenv("LESS", options)
    here("advise", CODE, "--sources")
    assert (LINK in pager.read_text()) == links


def test_the_shelf_as_json(faulty: Path) -> None:
    shelf = json.loads(here("list", "--as", "json").out)
    (guide,) = shelf["guides"]
    assert (guide["id"], guide["verified"], shelf["closed"]) == ("tiny", "2026-01-15", [])
    flame = {"id": "smoky", "label": "Smoky"}
    assert flame in next(f["values"] for f in guide["facets"] if f["id"] == "flame")
    shelf = json.loads(here("list", "--as", "json", "--library", str(faulty)).out)
    assert shelf["closed"] == [{"name": "tiny", "folder": f"{faulty}/tiny", "problems": 1}]


def test_where_as_json(own_home: Path, faulty: Path) -> None:
    places = json.loads(here("where", "--as", "json", "--library", str(faulty)).out)
    assert places["libraries"][0] == {"folder": str(faulty), "why": "--library", "guides": 1}
    assert places["libraries"][1]["guides"] is None
    assert places["kept"]["history"] == str(own_home / "data" / "history.db")
    assert places["variables"]["GUIDE_HOME"] == str(own_home)


def test_the_map_as_json_names_nodes_and_routes() -> None:
    drawn = json.loads(here("map", "--as", "json").out)
    ids = {node["id"] for node in drawn["nodes"]}
    assert {drawn["start"], "advice"} <= ids
    assert all({route["from"], route["to"]} <= ids for route in drawn["routes"])
    assert any(route["options"] == ["unsure"] for route in drawn["routes"])


def test_a_decision_as_json(tmp_path: Path) -> None:
    file = tmp_path / "decision.json"
    other = "tiny:flame=steady,glass=whole"
    ran = here("decide", CODE, "--versus", other, "--decision", "Wait.", "--chosen", "b",
               "--date", "2026-02-01", "-o", str(file))  # fmt: skip
    assert (ran.code, ran.out) == (0, "")
    record = json.loads(file.read_text())
    assert [option["code"] for option in record["options"]] == [CODE, other]
    assert (record["decision"], record["chosen"], record["date"]) == ("Wait.", "B", "2026-02-01")
    assert record["decision_makers"] is None
    assert here("decide", CODE, "--date", "2026-02-01", "--as", "json").out.startswith("{")


def test_any_other_name_of_a_decision_is_markdown(tmp_path: Path) -> None:
    file = tmp_path / "decision.adoc"
    assert here("decide", CODE, "-o", str(file)).code == 0
    assert file.read_text().startswith("---\nstatus: proposed\n")


@pytest.mark.parametrize("arguments", [["help", "advise"], ["advise", "--help"]])
def test_help_on_a_command_has_two_ways(arguments: list[str]) -> None:
    assert here(*arguments) == here("advise", "--help")


def test_help_alone_lists_what_there_is() -> None:
    assert here("help").out == here("--help").out
    ran = here("help", "advice")
    assert (ran.code, ran.err) == (2, "guide: no command 'advice'; did you mean 'advise'?\n")
