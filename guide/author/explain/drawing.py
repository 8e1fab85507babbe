"""Pages as plain text in lines of a terminal's width."""

from collections.abc import Iterator

from guide.author.explain import CodeGroup
from guide.author.explain.page import BAD, CURE, HARM, ChangedGuide, FileChange, ProblemPage
from guide.document.body import Items, Paragraph, Part, Quote, parts
from guide.document.lines import drawn, wrapped

_BOLD, _PLAIN = "\x1b[1m", "\x1b[22m"


class Drawing:
    """Draws for one terminal."""

    def __init__(self, width: int, *, bold: bool = False) -> None:
        self._width = width
        self._bold = bold

    def page(self, page: ProblemPage) -> str:
        """One page. Lines of an example are never broken: its columns count."""
        return _joined(self._page(page))

    def groups(self, groups: list[CodeGroup]) -> str:
        """Codes with one line each, by group; of a single group also what it is about."""
        about = len(groups) == 1
        return "\n".join(_joined(self._group(group, about=about)) for group in groups)

    def files(self, files: dict[str, str]) -> str:
        """A guide's files with the numbers of their lines."""
        return "\n".join(_joined(self._file(name, text)) for name, text in files.items())

    def _page(self, page: ProblemPage) -> Iterator[str]:
        yield from self._heading(f"{page.code}  {page.title}", "=")
        yield from _text(page.means, self._width)
        yield ""
        yield from self._heading(HARM)
        yield from _text(page.harm, self._width)
        yield ""
        yield from self._heading(BAD)
        yield from _example(page.bad, self._width)
        yield f"$ {page.command}"
        yield from wrapped(page.says, self._width, "", "    ")
        yield ""
        yield from self._heading(CURE)
        yield from _example(page.cure, self._width)

    def _group(self, group: CodeGroup, *, about: bool) -> Iterator[str]:
        yield from self._heading(f"{group.letter}  {group.title}")
        if about:
            yield from _text(group.about, self._width)
            yield ""
        for code, title in group.codes.items():
            yield from wrapped(title, self._width, f"{code}  ")

    def _file(self, name: str, text: str) -> Iterator[str]:
        yield from self._heading(name)
        yield from _numbered(text, 1)

    def _heading(self, text: str, line: str = "-") -> Iterator[str]:
        title = wrapped(text, self._width)
        yield from (f"{_BOLD}{part}{_PLAIN}" if self._bold else part for part in title)
        yield line * max(map(len, title))
        yield ""


def _text(markdown: str, width: int) -> list[str]:
    return drawn(tuple(map(_quoted, parts(markdown))), width)


def _quoted(part: Part) -> Part:
    """The part with its words of YAML between quotation marks: lines have no other way."""
    if isinstance(part, Paragraph):
        spans = (s._replace(text=f"'{s.text}'") if s.code else s for s in part.spans)
        return Paragraph(tuple(spans))
    if isinstance(part, Items):
        return part._replace(items=tuple(tuple(map(_quoted, item)) for item in part.items))
    return Quote(tuple(map(_quoted, part.parts)))


def _example(example: ChangedGuide, width: int) -> Iterator[str]:
    if example.words:
        yield from _text(example.words, width)
        yield ""
    for change, first in zip(example.changes, _firsts(example), strict=True):
        yield from wrapped(_where(change), width)
        yield ""
        if change.text:
            yield from _numbered(change.text, first)
            yield ""


def _firsts(example: ChangedGuide) -> Iterator[int]:
    """The number of each change's first line in the file as it is after all changes."""
    moved: dict[str, int] = {}
    for change in example.changes:
        more = moved.get(change.file, 0)
        yield max(change.first, 1) + more
        count = change.text.count("\n") * change.times
        moved[change.file] = more + count - (change.last - change.first + 1)


def _where(change: FileChange) -> str:
    if change.gone:
        return f"{change.file}: not there"
    notes = []
    if change.times > 1:
        counted = ", %n counts up from 1, %m from 0" if "%n" in change.text else ""
        notes.append(f"{change.times:,} times{counted}")
    if change.encoding != "utf-8":
        notes.append(f"saved as {change.encoding}")
    return f"{change.file} ({', '.join(notes)}):" if notes else f"{change.file}:"


def _numbered(text: str, first: int) -> Iterator[str]:
    for number, line in enumerate(text.splitlines(), first):
        yield f"{number:>4}  {line}".rstrip()


def _joined(lines: Iterator[str]) -> str:
    return "\n".join(lines).strip("\n") + "\n"
