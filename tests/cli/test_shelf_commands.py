"""guide list and guide where."""

from pathlib import Path

import pytest
from helpers.running import here

from guide.history.history import History


def test_list_shows_the_id_the_title_and_how_old_a_guide_is() -> None:
    ran = here("list")
    assert (ran.code, ran.err) == (0, "")
    assert ran.out.startswith("tiny: Is the lantern safe to light?\n")
    assert "Last verified by the tests on 15 January 2026" in ran.out


def test_list_shows_on_request_what_a_code_is_made_of() -> None:
    ran = here("list", "--facets")
    assert (ran.code, ran.err) == (0, "")
    assert "  flame= steady (Steady), smoky (Smoky)\n" in ran.out
    assert "  soot= thick (Thick soot on the glass)\n" in ran.out
    assert "flame=" not in here("list").out


def test_list_names_what_cannot_be_opened_and_why(
    faulty: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr("guide.reading.shelf.shipped_guides", lambda: tmp_path / "none")
    ran = here("list", "--library", str(faulty))
    assert ran.code == 0
    told = f"tiny has 1 problem and can't be opened. See 'guide check {faulty}/tiny'.\n"
    assert ran.out == told
    assert "no guide can be opened; 'guide where' shows" in ran.err


def test_where_names_every_library_in_order_and_everything_that_is_kept(
    faulty: Path, own_home: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GUIDE_LIBRARY", str(tmp_path / "listed"))
    ran = here("where", "--library", str(faulty))
    assert ran.code == 0
    lines = ran.out.splitlines()
    assert lines[1] == f"1. --library: {faulty} (1 guide)"
    assert lines[2] == f"2. GUIDE_LIBRARY: {tmp_path / 'listed'} (not there)"
    assert lines[3] == f"3. your own guides: {own_home / 'data' / 'guides'} (not there)"
    assert lines[4].startswith("4. shipped with the program: ")
    assert f"History: {own_home / 'data' / 'history.db'} (not there yet)" in lines
    assert f"GUIDE_HOME: {own_home}" in lines
    assert f"GUIDE_LIBRARY: {tmp_path / 'listed'}" in lines


def test_where_lists_every_file_of_the_history(own_home: Path) -> None:
    with History() as history:
        history.save(None, guide="g", answers={}, code="g", finished=True, content_hash="")
        for end in ("", "-wal", "-shm", "-backup"):
            assert f"{own_home / 'data' / 'history.db'}{end} (there)\n" in here("where").out
    (own_home / "data" / "history.db").write_bytes(b"damaged")
    with History() as history:
        assert history.count() == 1
    told = here("where").out
    (aside,) = (own_home / "data").glob("history.damaged-*.db")
    assert f"Damaged history, set aside: {aside} (there)\n" in told


def test_where_makes_nothing(no_home: Path) -> None:
    here("where")
    assert not no_home.exists()
