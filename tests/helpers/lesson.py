"""Does what the pages in ``content`` tell an author to do, step by step."""

import os
import re
import shlex
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from helpers.running import ROOT, here

PAGE = ROOT / "content" / "README.md"
NEXT_PAGE = ROOT / "content" / "KEEPING.md"
FOLDER = "kettle"

_FENCE = re.compile(r"^```(\w+)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_NAMED = re.compile(r"# (?P<add>add to )?(?P<file>[\w/.-]+\.yaml)(?P<mistake>, a mistake)?\n")


class Box(NamedTuple):
    """A fenced box of the page."""

    kind: str
    text: str
    step: str
    """The heading it stands under."""


def boxes(page: str) -> list[Box]:
    """Every box, in order."""
    steps = [(0, ""), *((found.start(), found.group(1)) for found in _HEADING.finditer(page))]
    return [
        Box(found.group(1), found.group(2), [s for at, s in steps if at < found.start()][-1])
        for found in _FENCE.finditer(page)
    ]


class Author:
    """Somebody who follows the page in a folder of their own."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self._undo: list[tuple[Path, str]] = []
        """What to take back once its mistake was seen."""

    @property
    def guide(self) -> Path:
        """The folder of the guide that is being built."""
        return self.place / FOLDER

    @property
    def mistaken(self) -> bool:
        """Whether a mistake stands in the guide just now."""
        return bool(self._undo)

    def follow(self, box: Box) -> str:
        """Do what one box shows; a console gives what it should show."""
        if box.kind == "yaml":
            self._write(box.text)
        elif box.kind == "diff":
            self._change(box.text)
        elif box.kind == "sh":
            for line in box.text.splitlines():
                ran = self._run(line, typed="1\n" * 9)
                assert ran[0] == 0, ran
        else:
            assert box.kind == "console", box
            return self._console(box.text)
        return box.text

    def _write(self, text: str) -> None:
        named = _NAMED.match(text)
        assert named, f"no file named in {text[:60]!r}"
        path = self.place / named["file"]
        path.parent.mkdir(parents=True, exist_ok=True)
        if named["add"]:
            with path.open("a", encoding="utf-8") as file:
                file.write(text[named.end() :])
        else:
            assert not path.exists(), f"{path} is written twice"
            path.write_text(text, encoding="utf-8")

    def _change(self, text: str) -> None:
        named = _NAMED.match(text)
        assert named, f"no file named in {text[:60]!r}"
        path = self.place / named["file"]
        before = path.read_text(encoding="utf-8")
        lines = text[named.end() :].splitlines()
        old = "".join(f"{line[1:]}\n" for line in lines if line[0] in " -")
        new = "".join(f"{line[1:]}\n" for line in lines if line[0] in " +")
        assert before.count(old) == 1, f"not exactly once in {path}: {old!r}"
        path.write_text(before.replace(old, new), encoding="utf-8")
        if named["mistake"]:
            self._undo.append((path, before))

    def _console(self, text: str) -> str:
        command = text.splitlines()[0]
        code, said = self._run(command.removeprefix("$ "))
        assert code == (1 if self.mistaken else 0), said
        while self._undo:
            path, before = self._undo.pop()
            path.write_text(before, encoding="utf-8")
        return f"{command}\n{said}"

    def _run(self, line: str, typed: str = "") -> tuple[int, str]:
        words = shlex.split(line)
        assert words[0] == "guide", line
        before = Path.cwd()
        os.chdir(self.place)
        try:
            ran = here(*words[1:], typed=typed)
        finally:
            os.chdir(before)
        return ran.code, ran.out + ran.err


def written_anew(page: str, author: Author) -> str:
    """The page with each console showing what the program says."""
    said: Iterator[str] = (f"```{box.kind}\n{author.follow(box)}```" for box in boxes(page))
    return _FENCE.sub(lambda _: next(said), page)
