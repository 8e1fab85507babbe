"""What is shipped as source is all there is: its tests pass where it is unpacked."""

import subprocess
from pathlib import Path

import pytest
from hatchling.builders.sdist import SdistBuilder

ROOT = Path(__file__).parents[1]


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
