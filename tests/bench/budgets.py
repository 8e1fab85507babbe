"""The budgets, measured: each figure beside the bare thing, in turn, in the same run.

    python tests/bench/budgets.py [--rounds 9]

Times on shared machines mean little; ratios of medians hold. Ends with 1 if a budget is missed.
"""

import argparse
import compileall
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial
from pathlib import Path
from typing import NamedTuple

from curve import proof_seconds
from helpers.terminal import Terminal, program

from guide.history.history import History, Kept
from guide.history.search_walks import finder
from guide.reading.reader import read_guide

ROOT = Path(__file__).parents[2]
CODE = "failed-audit:opinion=qualified,nature=admin,auditor=healthy"
BARE_APP = """
from textual.app import App
from textual.widgets import Static
class Hello(App):
    def compose(self):
        yield Static("Hello, world")
Hello().run()
"""


class Row(NamedTuple):
    """One line of the table."""

    what: str
    measured: float
    unit: str
    limit: float
    note: str = ""

    @property
    def met(self) -> bool:
        """Whether the budget holds."""
        return self.measured <= self.limit


def main() -> int:
    """Measure everything and print the table."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=9)
    rounds = parser.parse_args().rounds
    with tempfile.TemporaryDirectory() as home:
        env = environment(Path(home))
        warm(env)
        rows = [
            *commands(env, rounds),
            *proofs(),
            *app(env, rounds),
            *history(Path(home), rounds),
        ]
    print_table(rows)
    return 0 if all(row.met for row in rows) else 1


def environment(home: Path) -> dict[str, str]:
    """A home of its own, and no setting of whoever measures."""
    kept = {key: os.environ[key] for key in ("PATH", "HOME", "LANG") if key in os.environ}
    return kept | {"GUIDE_HOME": str(home), "PYTHONPATH": str(ROOT), "COLORTERM": "truecolor"}


def warm(env: dict[str, str]) -> None:
    """Compile every module and fill the cache of guides: nothing is measured cold."""
    compileall.compile_dir(ROOT / "guide", quiet=1)
    run(program("advise", CODE, "--as", "json"), env)


def commands(env: dict[str, str], rounds: int) -> list[Row]:
    """The plain commands against an interpreter that does nothing."""
    python = [sys.executable, "-c", "pass"]
    rows = []
    for what, argv, limit in [
        ("guide --version", program("--version"), 5),
        ("guide --help", program("--help"), 5),
        ("guide advise --as json, warm", program("advise", CODE, "--as", "json"), 7),
    ]:
        ours, bare = in_turn(partial(run, argv, env), partial(run, python, env), rounds)
        note = f"{ours * 1000:.0f} ms beside {bare * 1000:.0f} ms"
        rows.append(Row(f"{what} / python -c pass", ours / bare, "x", limit, note))
    check = statistics.median(
        run(program("check", str(ROOT / "content")), env) for _ in range(rounds)
    )
    rows.append(Row("guide check content", check, "s", 1.0))
    return rows


def proofs() -> list[Row]:
    """Large guides proven, in processor seconds; curve.py shows how the cost grows."""
    return [
        Row(f"proof of {questions:,} four-way questions", proof_seconds(questions), "s", limit)
        for questions, limit in ((40, 2), (1000, 10))
    ]


def app(env: dict[str, str], rounds: int) -> list[Row]:
    """The app against a bare Textual app that says hello."""
    bare = [sys.executable, "-c", BARE_APP]
    ours_paint, bare_paint = in_turn(
        lambda: first_paint(program(), env, b"SOC 2"),
        lambda: first_paint(bare, env, b"Hello"),
        rounds,
    )
    ours_memory, bare_memory = in_turn(
        lambda: memory(program("open", CODE), env, b"Where you stand"),
        lambda: memory(bare, env, b"Hello"),
        3,
    )
    paint = f"{ours_paint * 1000:.0f} ms beside {bare_paint * 1000:.0f} ms"
    size = f"{ours_memory / 1024:.0f} MB beside {bare_memory / 1024:.0f} MB"
    return [
        Row("first paint / hello world", ours_paint / bare_paint, "x", 1.25, paint),
        Row("memory at the advice / hello world", ours_memory / bare_memory, "x", 1.4, size),
        new_page(env, rounds),
    ]


def history(home: Path, rounds: int) -> list[Row]:
    """Ten thousand walks: the whole list, a page of it as a screen shows, and a search."""
    begun = datetime(2026, 2, 1, tzinfo=UTC)
    code = "failed-audit:opinion=qualified,nature=admin,auditor=healthy"
    answers = {"report": "skip", "opinion": "qualified", "nature": "admin", "auditor": "healthy"}
    one = Kept("", "failed-audit", answers, code, finished=True, started=begun, updated=begun,
               name="", note="", content_hash="f" * 64)  # fmt: skip
    read = read_guide(ROOT / "content" / "failed-audit").guide
    guides = {read.id: read} if read else {}
    with History(home / "many" / "history.db") as kept:
        kept.adopt(
            [
                one._replace(
                    id=f"w{number:024x}",
                    updated=begun + timedelta(seconds=number),
                    name=f"Walk {number}" if number % 3 else "",
                )
                for number in range(10_000)
            ]
        )
        ways: list[tuple[str, Callable[[], object], float]] = [
            ("10,000 walks listed", kept.rows, 50),
            ("a page of 50 of them", lambda: kept.rows(50), 2),
            ("10,000 walks searched", lambda: kept.rows(wanted=finder(guides, "walk 12")), 100),
        ]
        return [
            Row(what, statistics.median(timed(do) for _ in range(rounds)) * 1000, "ms", limit)
            for what, do, limit in ways
        ]


def timed(do: Callable[[], object]) -> float:
    """Seconds of this process that it takes."""
    before = time.process_time()
    do()
    return time.process_time() - before


def in_turn(
    ours: Callable[[], float], bare: Callable[[], float], rounds: int
) -> tuple[float, float]:
    """Medians of both, measured A B A B so that drift of the machine hits both alike."""
    pairs = [(ours(), bare()) for _ in range(rounds)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def run(argv: list[str], env: dict[str, str]) -> float:
    """Seconds that a command takes, its output thrown away."""
    before = time.perf_counter()
    subprocess.run(argv, env=env, check=True, capture_output=True)
    return time.perf_counter() - before


def first_paint(argv: list[str], env: dict[str, str], text: bytes) -> float:
    """Seconds from the start until the text is written to the terminal."""
    with Terminal(argv, env) as terminal:
        return terminal.wait_for(text)


def memory(argv: list[str], env: dict[str, str], text: bytes) -> float:
    """Resident memory in kB once the text is there and the screen is quiet."""
    with Terminal(argv, env) as terminal:
        terminal.wait_for(text)
        terminal.quiet(0.5)
        return terminal.memory()


def new_page(env: dict[str, str], rounds: int) -> Row:
    """From a key press until another page stands in a terminal of 100 columns and 40 lines."""
    took = []
    with Terminal(program("open", CODE), env, (100, 40)) as terminal:
        terminal.wait_for(b"Where you stand")
        for number in range(rounds + 1):
            terminal.press("b")  # back to the last question
            took.append(terminal.press_until(str(number % 4 + 1), b"Where you stand"))
    median = statistics.median(took[1:])  # the first one imports
    return Row("key press to a new page", median * 1000, "ms", 30, f"of {page_lines()} lines")


def page_lines() -> int:
    """Lines of the page in text, as a measure of its length."""
    plain = subprocess.run(program("advise", CODE), check=True, capture_output=True)
    return plain.stdout.split(b"Where this comes from")[0].count(b"\n")


def print_table(rows: list[Row]) -> None:
    """The table, for people and for a log."""
    print(f"\n{'budget':44} {'measured':>10} {'limit':>9}  met")
    for row in rows:
        measured = f"{row.measured:.2f} {row.unit}"
        limit = f"{row.limit:g} {row.unit}"
        print(
            f"{row.what:44} {measured:>10} {limit:>9}  {'yes' if row.met else 'NO':3}  {row.note}"
        )


if __name__ == "__main__":
    sys.exit(main())
