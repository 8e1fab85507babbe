"""Hostile guides: faults planted in the bytes of a guide that is then read, checked and shown."""

import random
import shutil
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

from conftest import TINY

from helpers.terminal import program

ENOUGH = 60
"""Seconds for one command; an honest guide of this size takes one."""


def faults(count: int, chance: random.Random, home: Path, env: dict[str, str]) -> Iterator[str]:
    """Read so many, each with every command; each thing that should not be."""
    for number in range(count):
        folder = home / "hostile" / "lantern"
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(TINY, folder)
        name, spoil = list(_WAYS.items())[number % len(_WAYS)]
        file = chance.choice(sorted(folder.rglob("*.yaml")))
        spoil(file, chance)
        for command in (["check", str(folder)], ["advise", "tiny"], ["book", "tiny"], ["list"]):
            yield from _run(f"{name} in {file.name}", [*command], folder, env)
    for log in home.rglob("crash.log"):
        yield log.read_text(encoding="utf-8")[-1500:]


def _run(what: str, command: list[str], folder: Path, env: dict[str, str]) -> Iterator[str]:
    if command[0] != "check":
        command += ["--library", str(folder.parent)]
    try:
        done = subprocess.run(
            program(*command), env=env, capture_output=True, timeout=ENOUGH, check=False
        )
    except subprocess.TimeoutExpired:
        yield f"{what}: {command[0]} does not end"
        return
    output = done.stdout + done.stderr
    if done.returncode not in (0, 1, 2):
        yield f"{what}: {command[0]} ended with {done.returncode}"
    if b"Traceback" in output:
        yield f"{what}: {command[0]} shows a traceback"
    if not output.decode("utf-8", errors="surrogateescape").replace("\n", "").isprintable():
        yield f"{what}: {command[0]} writes control characters"


def _write(file: Path, data: bytes) -> None:
    file.write_bytes(data)


def _after(words: bytes) -> Callable[[Path, random.Random], None]:
    """Put these words behind a colon somewhere."""

    def spoil(file: Path, chance: random.Random) -> None:
        lines = file.read_bytes().splitlines(keepends=True)
        keyed = [n for n, line in enumerate(lines) if b": " in line] or [0]
        chosen = chance.choice(keyed)
        key, colon, rest = lines[chosen].partition(b": ")
        lines[chosen] = key + colon + words + rest
        _write(file, b"".join(lines))

    return spoil


def _flip(file: Path, chance: random.Random) -> None:
    data = bytearray(file.read_bytes())
    for _ in range(chance.choice((1, 3, 30))):
        data[chance.randrange(len(data))] ^= 1 << chance.randrange(8)
    _write(file, bytes(data))


def _cut(file: Path, chance: random.Random) -> None:
    data = file.read_bytes()
    _write(file, data[: chance.randrange(len(data))])


def _link(file: Path, _chance: random.Random) -> None:
    file.unlink()
    file.symlink_to(file.name)


def _anchors(file: Path, _chance: random.Random) -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    _write(file, "\n".join(lines).encode())


_WAYS: dict[str, Callable[[Path, random.Random], None]] = {
    "escape": _after(b'"\\e]0;x\\a \\e[2J" '),
    "raw escape": _after(b"\x1b]0;x\x07\x1b[31m "),
    "turned text": _after("\u202e\u2066 ".encode()),
    "no UTF-8": _after(b"caf\xe9 "),
    "bits": _flip,
    "cut": _cut,
    "anchors": _anchors,
    "deep": lambda file, _: _write(file, b"a: " + b"[" * 20_000),
    "deep keys": lambda file, _: _write(file, b"".join(b" " * n + b"a:\n" for n in range(2_000))),
    "large": lambda file, _: _write(file, b"- x\n" * 2_000_000),
    "long line": _after(b"x" * 500_000),
    "tag": _after(b"!!python/object/apply:os.system ['id'] "),
    "markup": _after(b"'[@click=app.quit]x[/] [/ $x' "),
    "nothing": lambda file, _: _write(file, b""),
    "zeros": lambda file, _: _write(file, bytes(5_000)),
    "link": _link,
    "number": _after(b"9" * 5_000 + b" "),
    "merge": _after(b"\n<<: *nobody\n"),
    "twice": lambda file, _: _write(file, file.read_bytes() * 2),
    "wide": lambda file, _: _write(file, file.read_bytes().decode().encode("utf-16")),
}
"""Each way three times makes sixty guides."""
