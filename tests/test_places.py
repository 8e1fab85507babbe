"""Where things are kept, also for somebody without a home, or in a folder that is gone."""

from pathlib import Path

import pytest

from guide import places
from guide.cli.crash import record
from guide.history.history import History
from guide.reading.shelf import libraries

KEPT = (places.data_folder, places.config_folder, places.cache_folder, places.log_folder)


def test_guide_home_puts_everything_below_one_folder(own_home: Path) -> None:
    assert [folder() for folder in KEPT] == [
        own_home / name for name in ("data", "config", "cache", "log")
    ]


@pytest.fixture(params=["~nobody-is-called-this/x", ""], ids=["of nobody", "none at all"])
def _no_home(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(*_: object, **__: object) -> Path:
        message = "could not determine the home directory"
        raise RuntimeError(message)

    monkeypatch.setenv("GUIDE_HOME", request.param)
    for kind in ("data", "config", "cache", "log"):
        monkeypatch.setattr(f"platformdirs.user_{kind}_path", unknown)


@pytest.mark.usefixtures("_no_home")
def test_without_a_home_nothing_is_written_and_nothing_breaks() -> None:
    for folder in KEPT:
        assert folder().is_relative_to(places.NOWHERE)
        with pytest.raises(OSError, match="directory"):
            folder().mkdir(parents=True)
    with History() as history:
        walk = history.save(
            None, guide="tiny", answers={"a": "b"}, code="tiny", finished=False, content_hash="1"
        )
        assert history.get(walk) is not None
        assert "can't be written" in history.notice
    assert "no-home-folder" in record(ValueError())


def test_a_library_in_nobodys_home_is_only_not_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUIDE_LIBRARY", "~nobody-is-called-this/x")
    assert Path("~nobody-is-called-this/x") in libraries()


def test_once_its_folder_is_gone_pages_are_saved_at_home(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from helpers.running import here

    folder = tmp_path / "gone"
    folder.mkdir()
    monkeypatch.chdir(folder)
    assert places.save_folder() == folder
    folder.rmdir()
    monkeypatch.setenv("HOME", str(tmp_path))
    assert places.save_folder() == tmp_path
    ran = here("where")
    assert (ran.code, ran.err) == (0, "")
    told = f"The current folder is gone; pages are saved in your home folder: {tmp_path}"
    assert told in ran.out
