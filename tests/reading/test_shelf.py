"""Guides are found in every library, and a faulty one is listed but never opened."""

import os
import shutil
from pathlib import Path

import pytest

from guide.model.schema import Guide
from guide.places import cache_folder, own_guides, shipped_guides
from guide.reading import cache
from guide.reading.shelf import find, open_shelf

pytestmark = pytest.mark.usefixtures("no_home")

TINY = Path(__file__).parents[1] / "guides" / "tiny"


def test_the_shipped_guide_is_always_on_the_shelf() -> None:
    assert "failed-audit" in open_shelf().guides


def test_a_named_library_an_environment_variable_and_the_own_folder_are_searched(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for number, library in enumerate([tmp_path / "named", tmp_path / "listed", own_guides()]):
        folder = shutil.copytree(TINY, library / f"g{number}")
        head = folder / "guide.yaml"
        head.write_text(head.read_text().replace("id: tiny", f"id: g{number}"))
    monkeypatch.setenv("GUIDE_LIBRARY", os.pathsep.join(["", str(tmp_path / "listed")]))
    assert {"g0", "g1", "g2"} <= open_shelf([tmp_path / "named"]).guides.keys()


def test_a_folder_that_is_itself_a_guide_is_a_library_of_one() -> None:
    assert "tiny" in open_shelf([TINY]).guides


def test_of_two_guides_with_one_id_the_first_library_wins(tmp_path: Path) -> None:
    copy = shutil.copytree(TINY, tmp_path / "tiny")
    head = copy / "guide.yaml"
    head.write_text(head.read_text().replace("title: Is", "title: Mine. Is"))
    assert open_shelf([tmp_path, TINY]).guides["tiny"].title.startswith("Mine")


def test_a_faulty_guide_is_listed_with_its_problems_and_not_opened(tmp_path: Path) -> None:
    copy = shutil.copytree(TINY, tmp_path / "tiny")
    (copy / "facets.yaml").write_text("[")
    shelf = open_shelf([tmp_path])
    assert "tiny" not in shelf.guides
    assert [one.name for one in shelf.faulty] == ["tiny"]


def test_a_guide_read_twice_comes_from_the_cache_and_is_the_same(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    first = find(TINY)
    monkeypatch.setattr("guide.reading.shelf.build_guide", lambda _: pytest.fail("read again"))
    assert find(TINY).guide == first.guide


def test_a_damaged_cache_is_read_past(tiny: Guide) -> None:
    find(TINY)
    (file,) = cache_folder().iterdir()
    file.write_bytes(file.read_bytes()[:-20])
    assert cache.load(tiny.content_hash) is None
    assert find(TINY).guide == tiny


def test_a_cached_guide_whose_bytes_were_changed_is_not_believed(tiny: Guide) -> None:
    find(TINY)
    (file,) = cache_folder().iterdir()
    changed = file.read_bytes().replace(b"lantern", b"lan\x1b[2J")
    assert changed != file.read_bytes()
    file.write_bytes(changed)
    assert cache.load(tiny.content_hash) is None
    assert find(TINY).guide == tiny


def test_a_cache_folder_that_cannot_be_made_is_no_hindrance(tiny: Guide) -> None:
    cache_folder().parent.mkdir(parents=True)
    cache_folder().write_text("a file stands where the folder should")
    assert find(TINY).guide == tiny


def test_shipped_guides_stand_beside_the_package_or_inside_it() -> None:
    assert (shipped_guides() / "failed-audit" / "guide.yaml").exists()


def test_a_faulty_guide_hides_a_whole_one_of_its_id_in_a_later_library(tmp_path: Path) -> None:
    copy = shutil.copytree(shipped_guides() / "failed-audit", tmp_path / "failed-audit")
    (copy / "facets.yaml").write_text("[")
    shelf = open_shelf([tmp_path])
    assert "failed-audit" not in shelf.guides
    assert [one.folder for one in shelf.faulty] == [copy]


def test_a_cache_of_other_code_is_not_believed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    find(TINY)
    (before,) = cache_folder().iterdir()
    code = shutil.copytree(Path(cache.__file__).parents[1] / "model", tmp_path / "model")
    monkeypatch.setattr(cache, "_CODE", (code,))
    (code / "schema.py").write_text("changed\n")
    find(TINY)
    assert len({before, *cache_folder().iterdir()}) == 2
