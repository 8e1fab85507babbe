"""A guide as it was: from a folder, or from git without a checkout and without a network."""

import hashlib
from pathlib import Path
from typing import NamedTuple

from guide.author.diff.git import NoGuideError, ask_git
from guide.model.problems import Problem
from guide.model.schema import Guide
from guide.reading.collector import Problems
from guide.reading.folder import (
    ADVICE_FOLDER,
    EXAMPLES,
    FILES,
    HEAD,
    MAX_FILES,
    READ_AT_MOST,
    Files,
    Reading,
    read_files,
)
from guide.reading.reader import build_guide
from guide.reading.shelf import guide_folders


class NamedGuide(NamedTuple):
    """A guide, and what to call this state of it."""

    name: str
    guide: Guide


def read_version(name: str, folder: str = "", other: str = "") -> NamedGuide:
    """The guide that a folder holds, or that git knows at a revision.

    Args:
        name: a folder, ``REV``, or ``REV:path/to/guide``.
        folder: the guide's folder, for a plain ``REV``; or which of several guides.
        other: what the guide is compared with; if that is a folder, a plain ``REV`` means the
            same folder.

    Raises:
        NoGuideError: if there is none, or it can't be read without a problem.

    """
    if Path(name).is_dir():
        return NamedGuide(name, _whole(name, build_guide(read_files(_only_guide(name, folder)))))
    if Path(name).is_file():
        message = f"{name} is a file; name the folder in which {HEAD} stands"
        raise NoGuideError(message)
    near = _near(folder, other) or _around(Path.cwd())
    where, tree = _tree(name, folder, near)
    return NamedGuide(where, _whole(where, build_guide(_files(where, tree, near))))


def _near(*places: str) -> Path | None:
    """The folder that a plain revision means: the first of these that is one."""
    folder = next((Path(place) for place in places if place and Path(place).is_dir()), None)
    inside = _guides(folder) if folder else []
    return inside[0] if len(inside) == 1 else folder


def _guides(folder: Path) -> list[Path]:
    """The guides that a folder means: in it, below its ``content``, or the one it is a part of."""
    guides = [*guide_folders(folder)] or [*guide_folders(folder / "content")]
    around = None if guides else _around(folder)
    return [around] if around else guides


def _around(folder: Path) -> Path | None:
    """The guide that a folder is a part of, such as its ``advice``."""
    return next((parent for parent in folder.resolve().parents if (parent / HEAD).exists()), None)


def _whole(name: str, reading: Reading) -> Guide:
    # An example that fails is no reason: it is what an author compares guides to understand.
    problems = [problem for problem in reading.problems if not problem.code.startswith("E")]
    if reading.guide is None or problems:
        raise NoGuideError(_why(name, problems))
    return reading.guide


def _why(name: str, problems: list[Problem]) -> str:
    count = f"{len(problems)} problem{'s' * (len(problems) != 1)}"
    return f"{name} has {count} and can't be compared; the first is {problems[0].line()}"


def _only_guide(name: str, folder: str) -> Path:
    guides = _guides(Path(name))
    if len(guides) > 1 and folder:
        guides = [guide for guide in guides if guide.name == Path(folder).name]
    return Path(_one(name, {str(guide) for guide in guides}))


def _one(where: str, guides: set[str]) -> str:
    if not guides:
        message = f"{where} holds no guide; name the folder in which {HEAD} stands"
        raise NoGuideError(message)
    if len(guides) > 1:
        message = (
            f"{where} holds several guides; say --guide with one of {', '.join(sorted(guides))}"
        )
        raise NoGuideError(message)
    return guides.pop()


def _tree(name: str, folder: str, near: Path | None) -> tuple[str, str]:
    """The name and the hash of a guide's folder at a revision."""
    revision, colon, path = name.partition(":")
    if not revision:
        message = f"{name!r} names no revision; write REV:path/to/guide"
        raise NoGuideError(message)
    commit = _commit(revision, None if colon else near)
    if colon:
        title, place = name, path.rstrip("/")
        near = None
    elif near is not None:
        title, place = f"{revision} ({near})", "./"
    else:
        place = f"./{folder}" if folder else _guide_in(revision, commit)
        title = f"{revision}:{place.removeprefix('./')}"
    tree = ask_git(
        ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{commit}:{place}"], near
    )
    if tree is None:
        message = f"{title} is not there; at that revision the guide may stand in another folder"
        raise NoGuideError(message)
    return title, tree.decode().strip()


def _commit(revision: str, near: Path | None) -> str:
    wanted = f"{revision}^{{commit}}"
    commit = ask_git(["rev-parse", "--verify", "--quiet", "--end-of-options", wanted], near)
    if commit is None:
        if ask_git(["rev-parse", "--git-dir"], near) is None:
            message = f"no folder {revision!r}, and no git repository to look for a revision in"
        else:
            message = f"no folder and no revision {revision!r}; 'git log' lists revisions"
        raise NoGuideError(message)
    return commit.decode().strip()


def _guide_in(revision: str, commit: str) -> str:
    """The only guide below ``content`` or the current folder."""
    listed = ask_git(["ls-tree", "-r", "-z", "--name-only", "--full-tree", f"{commit}:./"], None)
    names = (listed or b"").decode("utf-8", "replace").split("\0")
    folders = [name.removesuffix(HEAD).rstrip("/") for name in names if name.endswith(f"/{HEAD}")]
    near_top = {folder for folder in folders if folder.removeprefix("content/").count("/") == 0}
    return "./" + _one(revision, near_top | ({"."} if HEAD in names else set()))


def _files(where: str, tree: str, near: Path | None) -> Files:
    """The guide's files below a folder that git knows."""
    listed = ask_git(["ls-tree", "-r", "-z", "-l", "--full-tree", tree], near)
    if listed is None:
        message = f"{where} is no folder; name the one in which {HEAD} stands"
        raise NoGuideError(message)
    hashes: dict[str, str] = {}
    for entry in filter(None, listed.decode("utf-8", "replace").split("\0")):
        about, _, name = entry.partition("\t")
        mode, kind, blob, size = about.split()
        if kind == "blob" and mode != "120000" and _belongs(name):
            if int(size) > READ_AT_MOST:
                message = f"{where}: {name} is too large for a guide"
                raise NoGuideError(message)
            hashes[name] = blob
    if HEAD not in hashes:
        message = f"{where} holds no guide; name the folder in which {HEAD} stands"
        raise NoGuideError(message)
    advice = sum(name.startswith(ADVICE_FOLDER) for name in hashes)
    if advice > MAX_FILES:
        message = f"{where} has {advice} files of advice, and a guide may have {MAX_FILES}"
        raise NoGuideError(message)
    data = _contents(hashes, near)
    digest = hashlib.sha256(b"".join(data[name] for name in sorted(data))).hexdigest()
    return Files(data, digest, Problems())


def _belongs(name: str) -> bool:
    folder, _, rest = name.partition("/")
    if rest:
        return folder == ADVICE_FOLDER and rest.endswith(".yaml") and "/" not in rest
    return name in FILES and name != EXAMPLES


def _contents(hashes: dict[str, str], near: Path | None) -> dict[str, bytes]:
    asked = "".join(f"{blob}\n" for blob in hashes.values()).encode()
    answer = ask_git(["cat-file", "--batch"], near, asked) or b""
    contents = {}
    start = 0
    for name in hashes:
        end = answer.index(b"\n", start) + 1
        size = int(answer[start:end].split()[2])
        contents[name] = answer[end : end + size]
        start = end + size + 1
    return contents
