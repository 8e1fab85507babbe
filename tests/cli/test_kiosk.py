"""A kiosk keeps nothing of a visitor; a driver of its own needs no terminal."""

import os
from pathlib import Path

import pytest

from guide.cli.terminal import unfit
from guide.kiosk import is_kiosk, passing_home
from guide.pages.saving import NotSaved, keep_copy, save_text
from guide.tui.commands.advice import ADVICE, SavePage
from guide.tui.commands.base import bindings
from guide.tui.commands.everywhere import Quit
from guide.tui.commands.home import HOME


@pytest.fixture
def _kiosk(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GUIDE_KIOSK", "1")


def test_a_driver_of_its_own_is_taken_for_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    assert unfit()
    monkeypatch.setenv("TEXTUAL_DRIVER", "textual.drivers.web_driver:WebDriver")
    assert unfit() == ""


@pytest.mark.usefixtures("_kiosk")
def test_the_home_of_a_visitor_goes_when_they_leave(own_home: Path) -> None:
    with passing_home():
        home = Path(os.environ["GUIDE_HOME"])
        assert home.is_dir()
        assert home != own_home
        (home / "history.db").write_text("answers")
    assert not home.exists()
    assert os.environ["GUIDE_HOME"] == str(own_home)


def test_elsewhere_the_home_is_the_readers_own(own_home: Path) -> None:
    with passing_home():
        assert os.environ["GUIDE_HOME"] == str(own_home)
    assert not is_kiosk()


@pytest.mark.usefixtures("_kiosk")
def test_no_command_of_a_kiosk_writes_a_file_or_shows_what_was_kept() -> None:
    ids = {getattr(binding, "id", "") for binding in bindings((*ADVICE, *HOME))}
    assert "says-who" in ids
    assert ids.isdisjoint({"save-page", "decide", "show-letters", "show-history"})
    assert "nothing is kept" in Quit.words()
    assert SavePage.KEEPS


@pytest.mark.usefixtures("_kiosk")
def test_no_file_of_a_kiosk_is_written(tmp_path: Path, no_home: Path) -> None:
    with pytest.raises(NotSaved, match="kiosk"):
        save_text(lambda: "text", ".md", str(tmp_path / "page"))
    assert keep_copy("text") == "."
    assert not no_home.exists()
    assert [*tmp_path.iterdir()] == []
