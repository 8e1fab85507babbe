"""Reads pages: plain Markdown, with examples that a program can try out.

``pages/README.md`` says how one is written.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from guide.author.explain.page import HEADINGS, ChangedGuide, FileChange, ProblemPage

_FENCE = "```"
_LINES = r"(?P<first>\d+)(?:-(?P<last>\d+))?"
_PLACE = re.compile(
    rf"yaml (?P<file>\S+?)(?: lines? {_LINES}| after (?P<after>\d+)|(?P<gone> missing))?"
    r"(?: (?P<times>\d+) times)?(?: in (?P<encoding>\S+))?"
)
_CHECKED = re.compile(r"\$ guide \w+ umbrella(?: --as-of \d{4}-\d\d-\d\d| --words \S+)?")


class PageError(ValueError):
    """A page that is not written as pages are; the message says which, and what is wrong."""


class _Fence(NamedTuple):
    info: str
    text: str


class _Part(NamedTuple):
    heading: str
    words: str
    fences: list[_Fence]


def parse(code: str, text: str) -> ProblemPage:
    """Take a page apart.

    Raises:
        PageError: if it lacks something, or holds what no page holds.

    """
    try:
        return _page(code, text)
    except PageError as error:
        message = f"the page of {code}: {error}"
        raise PageError(message) from None


def _page(code: str, text: str) -> ProblemPage:
    head, *parts = _parts(text)
    if tuple(part.heading for part in parts) != HEADINGS:
        message = f"its headings must be {', '.join(HEADINGS)}, in this order"
        raise PageError(message)
    harm, bad, cure = parts
    if not (head.heading and head.words and harm.words and bad.fences and cure.fences):
        message = "it needs a title, what it means, why it harms, a bad example and its cure"
        raise PageError(message)
    command, says = _reported(bad.fences.pop())
    return ProblemPage(
        code=code,
        title=head.heading,
        means=head.words,
        harm=harm.words,
        bad=_example(bad),
        command=command,
        says=says,
        cure=_example(cure),
    )


def _reported(fence: _Fence) -> tuple[str, str]:
    """The last fence of a bad example: the command, and the line that it prints."""
    lines = fence.text.splitlines()
    if fence.info != "console" or len(lines) != 2 or not _CHECKED.fullmatch(lines[0]):
        message = "a bad example ends with ```console, a '$ guide … umbrella' line and the problem"
        raise PageError(message)
    return lines[0].removeprefix("$ "), lines[1]


def _example(part: _Part) -> ChangedGuide:
    return ChangedGuide(part.words, tuple(_change(fence) for fence in part.fences))


def _change(fence: _Fence) -> FileChange:
    place = _PLACE.fullmatch(fence.info)
    if place is None:
        message = f"{fence.info!r} does not say which file it changes; see pages/README.md"
        raise PageError(message)
    first = int(place["first"] or place["after"] or 0) + bool(place["after"])
    last = int(place["last"] or first) - bool(place["after"])
    return FileChange(
        file=place["file"],
        text=fence.text,
        first=first,
        last=last,
        times=int(place["times"] or 1),
        encoding=place["encoding"] or "utf-8",
        gone=bool(place["gone"]),
    )


def _parts(text: str) -> Iterator[_Part]:
    """The page by its headings: the words below each, and the fenced examples."""
    part = _Part("", "", [])
    lines = iter(text.splitlines())
    for line in lines:
        if line.startswith(_FENCE):
            part.fences.append(_Fence(line.removeprefix(_FENCE).strip(), _fenced(lines)))
        elif line.startswith(("# ", "## ")):
            if part.heading:
                yield part._replace(words=part.words.strip())
            part = _Part(line.lstrip("#").strip(), "", [])
        else:
            part = part._replace(words=f"{part.words}{line}\n")
    yield part._replace(words=part.words.strip())


def _fenced(lines: Iterator[str]) -> str:
    text = ""
    for line in lines:
        if line == _FENCE:
            return text
        text += f"{line}\n"
    message = "an example does not end; close it with ```"
    raise PageError(message)
