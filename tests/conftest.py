"""What every test gets: a home of its own, no colour settings, one way to compare with a file."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from helpers.practicing import practice_guide
from hypothesis import HealthCheck, settings

from guide.document.writers.html import style
from guide.model.schema import Guide
from guide.reading import cache
from guide.reading.reader import read_guide

HERE = Path(__file__).parent
SHIPPED = HERE.parent / "content" / "failed-audit"
TINY = HERE / "guides" / "tiny"
STYLE_OF_EVERY_PAGE = "guide/document/page.css"

# Most random circles are loops: where only the others are wanted, most inputs are left out.
PATIENT = [HealthCheck.too_slow, HealthCheck.filter_too_much]
settings.register_profile("guide", deadline=None, suppress_health_check=PATIENT, max_examples=100)
settings.load_profile("guide")


def pytest_addoption(parser: pytest.Parser) -> None:
    """Add the option that rewrites golden files instead of comparing with them."""
    parser.addoption("--update-goldens", action="store_true", help="rewrite the golden files")


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Begin with the browser's tests: begun last, they keep one worker when all else is done."""
    items.sort(key=lambda item: "website" not in item.path.parts)


@pytest.fixture(scope="session")
def read_before(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home in which the guide that ships was read once: 0.8 s that hundreds of tests share."""
    home = tmp_path_factory.mktemp("read")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("GUIDE_HOME", str(home))
        cache.keep(_clean(SHIPPED))
    return home


@pytest.fixture(autouse=True)
def own_home(tmp_path: Path, read_before: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Keep every test away from the history, settings and cache of whoever runs it."""
    home = tmp_path.with_name(f"{tmp_path.name}-home")  # beside it: tests list their own folder
    shutil.copytree(read_before, home)
    for name in ("GUIDE_LIBRARY", "NO_COLOR", "FORCE_COLOR", "COLUMNS", "LINES"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setenv("GUIDE_HOME", str(home))
    monkeypatch.setenv("LC_ALL", "C.UTF-8")
    return home


@pytest.fixture
def no_home(own_home: Path) -> Path:
    """Where the home of somebody will stand who never started the program."""
    shutil.rmtree(own_home)
    return own_home


@pytest.fixture
def golden(request: pytest.FixtureRequest) -> Callable[[Path, str], None]:
    """Compare a text with the file that holds what it should be.

    A web page carries the one style to the letter: 175 lines, which the file leaves out.
    """

    def compare(path: Path, text: str) -> None:
        text = text.replace(style(), STYLE_OF_EVERY_PAGE) if path.suffix == ".html" else text
        if request.config.getoption("--update-goldens"):
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
        assert path.exists(), f"no golden {path.name}; make it with --update-goldens and read it"
        expected = path.read_bytes().decode("utf-8")
        assert text.splitlines() == expected.splitlines(), f"differs from {path.name}"

    return compare


@pytest.fixture(scope="session")
def tiny() -> Guide:
    """The small whole guide of the tests."""
    return _clean(TINY)


@pytest.fixture(scope="session")
def shipped() -> Guide:
    """The guide that ships."""
    return _clean(SHIPPED)


@pytest.fixture(scope="session")
def lamps(tmp_path_factory: pytest.TempPathFactory) -> Guide:
    """The small guide, with cases and a course."""
    return practice_guide(tmp_path_factory.mktemp("lamps"))


def _clean(folder: Path) -> Guide:
    reading = read_guide(folder)
    assert reading.guide is not None
    assert [problem.line(folder.name) for problem in reading.problems] == []
    return reading.guide


def environment(home: Path) -> dict[str, str]:
    """The environment for a child process that runs this program."""
    return os.environ | {"GUIDE_HOME": str(home), "PYTHONPATH": str(HERE.parent)}
