"""What each problem code means: pages to read, kept as files beside this module.

Adding a code is adding a page, ``pages/CODE.md``; ``pages/README.md`` says how one is written.
"""

from pathlib import Path
from typing import NamedTuple

from guide.author.explain.page import ProblemPage
from guide.author.explain.parsing import parse
from guide.model.problems import nearest
from guide.user_error import UserError

_PAGES = Path(__file__).parent / "pages"
_BASE = Path(__file__).parent / "base"


class NoSuchCodeError(UserError):
    """There is no page for what was asked for; the message names the nearest code."""


class CodeGroup(NamedTuple):
    """Codes that begin with one letter, which says what kind of thing is wrong."""

    letter: str
    title: str
    about: str
    """A sentence or two, in Markdown."""
    codes: dict[str, str]
    """Code -> its one line."""


def codes() -> list[str]:
    """Every code that has a page, in the order of their numbers."""
    names = (path.stem for path in _PAGES.glob("[A-Z][0-9]*.md"))
    return sorted(names, key=lambda code: (code[1:], code))


def groups() -> list[CodeGroup]:
    """All codes with one line each, by the kind of thing that is wrong."""
    by_letter: dict[str, CodeGroup] = {}
    for code in codes():
        letter = code[0]
        if letter not in by_letter:
            title, _, about = _read(letter).removeprefix("# ").partition("\n")
            by_letter[letter] = CodeGroup(letter, title, about.strip(), {})
        by_letter[letter].codes[code] = _title(code)
    return list(by_letter.values())


def page(code: str) -> ProblemPage:
    """The page of one code.

    Raises:
        NoSuchCodeError: if there is none.

    """
    known = codes()
    if code not in known:
        close = _misread(code, known) or nearest(code, known) or _by_number(code, known)
        hint = f"did you mean {close}?" if close else "'guide explain' lists all codes"
        message = f"no code {code[:80]!r}; {hint}"
        raise NoSuchCodeError(message)
    return parse(code, _read(code))


def small_guide() -> dict[str, str]:
    """The guide that the examples change: path below its folder -> text."""
    files = sorted(_BASE.rglob("*.yaml"))
    return {path.relative_to(_BASE).as_posix(): path.read_text(encoding="utf-8") for path in files}


def _misread(code: str, known: list[str]) -> str | None:
    """The code with digits for the letters that look like them."""
    written = code[:1] + code[1:].translate(str.maketrans("OIL", "011"))
    return written if written in known else None


def _by_number(code: str, known: list[str]) -> str | None:
    """The code with the same letter and the nearest number."""
    digits = code[1:]
    if not (digits.isascii() and digits.isdigit() and len(digits) < 10):
        return None
    alike = [other for other in known if other[0] == code[0]]
    return min(alike, key=lambda other: abs(int(other[1:]) - int(digits)), default=None)


def _read(name: str) -> str:
    return (_PAGES / f"{name}.md").read_text(encoding="utf-8")


def _title(code: str) -> str:
    with (_PAGES / f"{code}.md").open(encoding="utf-8") as file:
        return file.readline().removeprefix("# ").strip()
