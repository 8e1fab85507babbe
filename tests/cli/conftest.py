"""A shelf that holds the small guide and nothing else."""

import os
import shutil
from pathlib import Path

import pytest
from helpers.running import ROOT, TINY


@pytest.fixture(autouse=True)
def _only_the_small_guide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("guide.reading.shelf.shipped_guides", lambda: TINY)


@pytest.fixture
def env(own_home: Path) -> dict[str, str]:
    """The environment of a process of its own; ``--library`` names its guides."""
    return os.environ | {"GUIDE_HOME": str(own_home), "PYTHONPATH": str(ROOT)}


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    """A library whose one guide, ``tiny``, has a problem."""
    folder = shutil.copytree(TINY, tmp_path / "library" / "tiny")
    facets = folder / "facets.yaml"
    facets.write_text(facets.read_text(encoding="utf-8").replace("kind: finding", "kind: fnding"))
    return folder.parent


@pytest.fixture
def second(tmp_path: Path) -> Path:
    """A library with a second whole guide, called ``other``."""
    folder = shutil.copytree(TINY, tmp_path / "more" / "other")
    head = folder / "guide.yaml"
    head.write_text(head.read_text(encoding="utf-8").replace("id: tiny", "id: other"))
    return folder.parent
