"""The guide that an example describes, made in a folder."""

from pathlib import Path, PurePosixPath

from guide.author.explain import small_guide
from guide.author.explain.page import ChangedGuide, FileChange


def make(example: ChangedGuide, folder: Path) -> Path:
    """Write the small guide, changed as the example says."""
    files = small_guide()
    for change in reversed(example.changes):  # from below, so that line numbers stay right
        files.pop(PurePosixPath(change.file).parent.as_posix(), None)  # a folder in its place
        before = files.pop(change.file, "")
        if not change.gone:
            files[change.file] = changed(before, change)
    encodings = {change.file: change.encoding for change in example.changes}
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode(encodings.get(name, "utf-8")))
    return folder


def changed(before: str, change: FileChange) -> str:
    """The file's text after the change."""
    text = change.written
    if not change.first:
        return text
    lines = before.splitlines(keepends=True)
    assert change.last <= len(lines), "the small guide has fewer lines"
    return "".join([*lines[: change.first - 1], text, *lines[change.last :]])
