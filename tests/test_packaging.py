"""What is shipped as source is all there is, and what is installed says when it was overwritten."""

import os
import re
import subprocess
import sys
from email.parser import Parser
from pathlib import Path
from zipfile import ZipFile

import pytest
from hatchling.builders.sdist import SdistBuilder
from hatchling.builders.wheel import WheelBuilder

from guide import __version__
from guide.overwritten import MESSAGE

ROOT = Path(__file__).parents[1]
SCRIPT = "import sys; from buyer_guide import main; sys.exit(main())"


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="NOT CHECKED: this is no checkout")
def test_the_source_archive_holds_every_file_under_version_control() -> None:
    listed = subprocess.run(
        ["git", "ls-files", "-z"],  # noqa: S607  wherever it is installed
        cwd=ROOT,
        capture_output=True,
        check=True,
        text=True,
    ).stdout
    kept = {name for name in listed.split("\0") if name and (ROOT / name).is_file()}
    shipped = {file.distribution_path for file in SdistBuilder(str(ROOT)).recurse_included_files()}
    assert sorted(kept - shipped) == ["pyproject.toml"], "which hatchling adds by itself"


@pytest.fixture
def site(tmp_path: Path) -> Path:
    """A folder as an installer leaves it."""
    folder = tmp_path / "site"
    (built,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    with ZipFile(built) as wheel:
        wheel.extractall(folder)
    return folder


def _run(site: Path, *before: Path, alone: bool = False) -> tuple[int, str, str]:
    """``alone``: without what the tests are installed with, where this program is found as well."""
    path = os.pathsep.join(map(str, [*before, site]))
    done = subprocess.run(
        [sys.executable, *["-S"] * alone, "-c", SCRIPT, "--version"],
        env=os.environ | {"PYTHONPATH": path, "GUIDE_HOME": str(site.parent / "home")},
        cwd=site.parent,
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
    )
    return done.returncode, done.stdout, done.stderr


def test_the_wheel_says_what_it_is_and_its_scripts_start(site: Path) -> None:
    about = site / f"buyer_guide-{__version__}.dist-info"
    metadata = Parser().parsestr((about / "METADATA").read_text(encoding="utf-8"))
    assert metadata["License-Expression"] == "MIT"
    assert "Typing :: Typed" in metadata.get_all("Classifier", [])
    assert (about / "licenses" / "LICENSE").read_text().startswith("MIT License\n")
    scripts = (about / "entry_points.txt").read_text().split()
    assert scripts.count("buyer_guide:main") == 2
    assert {"guide", "buyer-guide"} <= set(scripts)
    assert (site / "guide" / "py.typed").exists()
    assert (site / "guide" / "content" / "failed-audit" / "guide.yaml").exists()
    assert _run(site) == (0, f"guide {__version__}\n", "")
    text = metadata.get_payload()
    assert isinstance(text, str)
    assert text.startswith("# Buyer guide\n")
    assert re.findall(r"\]\((?!https?:|#)", text) == [], "an index shows no file of the repository"


@pytest.mark.parametrize("start", [["-m", "guide"], ["-c", SCRIPT]])
def test_a_wheel_that_is_not_unpacked_gets_one_line(tmp_path: Path, start: list[str]) -> None:
    (built,) = WheelBuilder(str(ROOT)).build(directory=str(tmp_path), versions=["standard"])
    done = subprocess.run(
        [sys.executable, *start, "--help"],
        env=os.environ | {"PYTHONPATH": built},
        cwd=tmp_path,
        capture_output=True,
        check=False,
        text=True,
        timeout=60,
    )
    assert (done.returncode, done.stdout, done.stderr.count("\n")) == (2, "", 1)
    assert "can't run from within a zip" in done.stderr


@pytest.mark.parametrize(
    "theirs", ["", "__version__ = '1.0'\n", "raise RuntimeError('no')\n", "import nowhere\n", None]
)
def test_a_package_of_the_same_name_that_overwrote_this_one_gets_one_line(
    site: Path, theirs: str | None
) -> None:
    head = site / "guide" / "__init__.py"
    if theirs is None:  # it was uninstalled again, and took its files along
        head.unlink()
    else:
        head.write_text(theirs)
    assert _run(site, alone=True) == (2, "", f"{MESSAGE}\n")


def test_so_does_one_that_is_found_first(site: Path, tmp_path: Path) -> None:
    first = tmp_path / "first"
    first.mkdir()
    (first / "guide.py").write_text("print")
    assert _run(site, first) == (2, "", f"{MESSAGE}\n")


def test_and_one_that_overwrote_a_module_within(site: Path) -> None:
    (site / "guide" / "places.py").write_text("")
    (site / "guide" / "__main__.py").write_text("")
    assert _run(site) == (2, "", f"{MESSAGE}\n")
