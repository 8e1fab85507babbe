"""What a problem code means, with a bad example and its cure; the list of codes; the base guide."""

from collections.abc import Iterator, Sequence

from guide.author.explain import CodeGroup
from guide.author.explain.page import BAD, CURE, HARM, ChangedGuide, FileChange, ProblemPage
from guide.document.blocks import Block, Code, Document, Entries, Entry, Line, Run, Section, body_of
from guide.document.formats import Page
from guide.model import codes

ALL = "What can be wrong with a guide"
BASE = "The guide that the examples change"


def problem_page(page: ProblemPage) -> Page:
    """One code."""
    bad = (
        *_example(page.bad),
        Line((Run(f"$ {page.command}", "code"),)),
        Line(page.says),
    )
    sections = (
        Section(HARM, (body_of(page.harm),)),
        Section(BAD, bad),
        Section(CURE, tuple(_example(page.cure))),
    )
    document = Document(f"{page.code}: {page.title}", (), (body_of(page.means), *sections))
    return Page(lambda: document, lambda: _data(page))


def codes_page(groups: Sequence[CodeGroup]) -> Page:
    """Codes with one line each, by group; of a single group also what it is about."""
    titles = [f"{group.letter}: {group.title}" for group in groups]
    lists = [_codes(group) for group in groups]
    if len(groups) == 1:
        document = Document(titles[0], (), (body_of(groups[0].about), lists[0]))
    else:
        sections = zip(titles, lists, strict=True)
        document = Document(ALL, (), tuple(Section(title, (codes,)) for title, codes in sections))
    return Page(lambda: document, lambda: {"groups": [_group_data(group) for group in groups]})


def files_page(files: dict[str, str]) -> Page:
    """A guide's files."""
    sections = (Section(name, (_code(text),)) for name, text in files.items())
    document = Document(BASE, (), tuple(sections))
    return Page(lambda: document, lambda: {"files": files})


def _code(text: str, first: int = 1) -> Code:
    return Code(tuple(text.splitlines()), first)


def _codes(group: CodeGroup) -> Entries:
    return Entries(tuple(Entry(title, code) for code, title in group.codes.items()), "listing")


def _example(example: ChangedGuide) -> Iterator[Block]:
    if example.words:
        yield body_of(example.words)
    for change, first in zip(example.changes, _first_lines(example), strict=True):
        yield Line(_where(change))
        if change.text:
            yield _code(change.text, first)


def _first_lines(example: ChangedGuide) -> Iterator[int]:
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


def _data(page: ProblemPage) -> dict[str, object]:
    return _code_data(page.code, page.title) | {
        "means": page.means,
        "harm": page.harm,
        "bad": _example_data(page.bad),
        "command": page.command,
        "says": page.says,
        "cure": _example_data(page.cure),
    }


def _group_data(group: CodeGroup) -> dict[str, object]:
    lines = [_code_data(code, title) for code, title in group.codes.items()]
    return {"group": group.letter, "title": group.title, "about": group.about, "codes": lines}


def _code_data(code: str, title: str) -> dict[str, object]:
    return {"code": code, "name": codes.Code(code).name, "title": title}


def _example_data(example: ChangedGuide) -> dict[str, object]:
    return {"words": example.words, "changes": [_change_data(change) for change in example.changes]}


def _change_data(change: FileChange) -> dict[str, object]:
    """Without the lines that are replaced, the whole file is."""
    place: dict[str, object] = {"lines": [change.first, change.last]} if change.first else {}
    return {
        "file": change.file,
        "gone": change.gone,
        **({"after": change.last} if change.last < change.first else place),
        "text": change.text,
        "times": change.times,
        "encoding": change.encoding,
    }
