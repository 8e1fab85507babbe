"""Guides read from git: from memory, from any folder, and refused in one line."""

import os
import subprocess
from pathlib import Path

import pytest
from helpers.faults import copy_of_tiny, swap

from guide.author.diff.git import NoGuideError
from guide.author.diff.revision import read_version
from guide.reading.folder import MAX_FILES

AUTHOR = ["-c", "user.name=A", "-c", "user.email=a@example.invalid", "-c", "commit.gpgsign=false"]


def git(folder: Path, *arguments: str) -> None:
    subprocess.run(["git", *AUTHOR, *arguments], cwd=folder, check=True, capture_output=True)  # noqa: S607


@pytest.fixture
def repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A repository with the small guide below content, changed once: v1 and v2."""
    for name in [name for name in os.environ if name.startswith("GIT_")]:
        monkeypatch.delenv(name)
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", os.devnull)
    root = tmp_path / "repository"
    content = root / "content"
    content.mkdir(parents=True)
    folder = copy_of_tiny(content)
    git(root, "init", "-q")
    git(root, "add", "-A")
    git(root, "commit", "-q", "-m", "one")
    git(root, "tag", "v1")
    swap("guide.yaml", "Is the lantern safe", "Is this lantern safe")(folder)
    git(root, "commit", "-q", "-a", "-m", "two")
    git(root, "tag", "v2")
    monkeypatch.chdir(root)
    return root


@pytest.mark.parametrize(
    ("name", "folder", "other", "shown"),
    [
        ("v1", "", "", "v1:content/tiny"),
        ("v1:content/tiny", "", "", "v1:content/tiny"),
        ("v1:content/tiny/", "", "content", "v1:content/tiny/"),
        ("v1", "content/tiny", "", "v1 (content/tiny)"),
        ("v1", "", "content/tiny", "v1 (content/tiny)"),
        ("HEAD~1", "", "", "HEAD~1:content/tiny"),
    ],
)
def test_a_revision_names_the_guide_as_it_was(
    repository: Path, name: str, folder: str, other: str, shown: str
) -> None:
    found = read_version(name, folder, other)
    assert found.guide.title == "Is the lantern safe to light?"
    assert found.name == shown
    assert read_version("v2", folder, other).guide.title == "Is this lantern safe to light?"
    assert not list(repository.glob("*.yaml"))


def test_a_folder_is_read_as_it_is_now(repository: Path) -> None:
    swap("guide.yaml", "Is this lantern", "Is my lantern")(repository / "content" / "tiny")
    assert read_version("content/tiny").guide.title == "Is my lantern safe to light?"
    assert read_version("content").guide.title == "Is my lantern safe to light?"
    assert read_version("v2").guide.title == "Is this lantern safe to light?"


def test_it_works_from_a_folder_below(repository: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(repository / "content")
    assert read_version("v1").name == "v1:tiny"
    monkeypatch.chdir(repository / "content" / "tiny")
    assert read_version("v1").guide.id == "tiny"


@pytest.mark.parametrize("place", [".", "content", "content/tiny", "content/tiny/advice"])
def test_the_guide_is_found_from_the_root_of_a_repository_and_from_its_own_folders(
    repository: Path, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    monkeypatch.chdir(repository / place)
    assert read_version(".").guide.title == "Is this lantern safe to light?"
    assert read_version("v1", other=".").guide.title == "Is the lantern safe to light?"
    assert read_version("v1").guide.title == "Is the lantern safe to light?"


def test_a_guide_that_is_gone_from_the_folder_is_still_in_git(repository: Path) -> None:
    git(repository, "mv", "content/tiny", "content/lantern")
    assert read_version("v1", "content/tiny").guide.id == "tiny"


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("v9", "no folder and no revision 'v9'"),
        ("--output=x", "no folder and no revision '--output=x'"),
        ("v1:content", "v1:content holds no guide"),
        ("v1:nowhere", "v1:nowhere is not there"),
        ("v1:content/tiny/guide.yaml", "is no folder"),
        (":content/tiny", "names no revision"),
        (".git", "holds no guide"),
        ("content/tiny/guide.yaml", "content/tiny/guide.yaml is a file; name the folder"),
    ],
)
def test_what_cannot_be_read_is_said_in_one_line(repository: Path, name: str, says: str) -> None:
    assert repository.is_dir()
    with pytest.raises(NoGuideError) as refused:
        read_version(name)
    assert says in str(refused.value)
    assert "\n" not in str(refused.value)


def test_several_guides_must_be_told_apart(repository: Path) -> None:
    copy_of_tiny(repository)
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "three")
    with pytest.raises(NoGuideError, match="say --guide with one of content/tiny, tiny"):
        read_version("HEAD")
    assert read_version("HEAD", "tiny").guide.id == "tiny"


def test_a_guide_with_problems_is_not_compared(repository: Path) -> None:
    swap("facets.yaml", "id: calm", "id: 'ca lm'")(repository / "content" / "tiny")
    git(repository, "commit", "-q", "-a", "-m", "three")
    with pytest.raises(NoGuideError, match=r"HEAD:content/tiny has \d+ problems? and can't be"):
        read_version("HEAD")


def test_without_git_folders_can_still_be_compared(
    repository: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(repository))
    assert read_version("content/tiny").guide.id == "tiny"
    with pytest.raises(NoGuideError, match="git is not installed"):
        read_version("v1")


def test_outside_a_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    with pytest.raises(NoGuideError, match="no folder 'HEAD', and no git repository"):
        read_version("HEAD")


def test_more_files_than_a_guide_may_have_are_counted_not_cut(repository: Path) -> None:
    advice = repository / "content" / "tiny" / "advice"
    for number in range(MAX_FILES):
        (advice / f"more-{number}.yaml").write_text("[]\n")
    git(repository, "add", "-A")
    git(repository, "commit", "-q", "-m", "three")
    many = MAX_FILES + len(list(advice.glob("[!m]*.yaml")))
    with pytest.raises(NoGuideError, match=f"has {many} files of advice, and a guide may have 200"):
        read_version("HEAD")
