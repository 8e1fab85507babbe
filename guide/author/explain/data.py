"""Pages as JSON, for tools."""

import json

from guide.author.explain import CodeGroup
from guide.author.explain.page import ChangedGuide, FileChange, ProblemPage
from guide.model.codes import Code


class Data:
    """Writes as JSON what ``Drawing`` draws."""

    def page(self, page: ProblemPage) -> str:
        """One page."""
        return _json(
            _line(page.code, page.title)
            | {
                "means": page.means,
                "harm": page.harm,
                "bad": _example(page.bad),
                "command": page.command,
                "says": page.says,
                "cure": _example(page.cure),
            }
        )

    def groups(self, groups: list[CodeGroup]) -> str:
        """Groups and their codes."""
        return _json({"groups": [_group(group) for group in groups]})

    def files(self, files: dict[str, str]) -> str:
        """A guide's files."""
        return _json({"files": files})


def _group(group: CodeGroup) -> dict[str, object]:
    codes = [_line(code, title) for code, title in group.codes.items()]
    return {"group": group.letter, "title": group.title, "about": group.about, "codes": codes}


def _line(code: str, title: str) -> dict[str, object]:
    return {"code": code, "name": Code(code).name, "title": title}


def _example(example: ChangedGuide) -> dict[str, object]:
    return {"words": example.words, "changes": [_change(change) for change in example.changes]}


def _change(change: FileChange) -> dict[str, object]:
    return {
        "file": change.file,
        "gone": change.gone,
        **_place(change),
        "text": change.text,
        "times": change.times,
        "encoding": change.encoding,
    }


def _place(change: FileChange) -> dict[str, object]:
    """The lines of the small guide that are replaced; without any, the whole file is."""
    if change.last < change.first:
        return {"after": change.last}
    return {"lines": [change.first, change.last]} if change.first else {}


def _json(data: dict[str, object]) -> str:
    return json.dumps(data, indent=2, ensure_ascii=False) + "\n"
