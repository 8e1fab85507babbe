"""Files written whole or not at all."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from guide.files import stream_atomically, write_atomically


def test_a_link_is_followed_and_one_that_leads_back_to_itself_is_refused(tmp_path: Path) -> None:
    real, link = tmp_path / "real", tmp_path / "link"
    link.symlink_to(real)
    write_atomically(link, b"1")
    assert (real.read_bytes(), link.is_symlink()) == (b"1", True)
    loop = tmp_path / "loop"
    loop.symlink_to(loop)
    with pytest.raises(OSError, match="symbolic links"):
        write_atomically(loop, b"1")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["link", "loop", "real"]


def test_a_new_file_gets_what_the_umask_leaves_and_an_old_one_keeps_its_permissions(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = os.umask(0o027)
    try:
        # Other threads write too: the umask is never touched, not even for a moment.
        monkeypatch.delattr(os, "umask")
        path = tmp_path / "page"
        write_atomically(path, b"1")
        assert path.stat().st_mode & 0o777 == 0o640
        path.chmod(0o604)
        write_atomically(path, b"2")
        assert path.stat().st_mode & 0o777 == 0o604
    finally:
        monkeypatch.undo()
        os.umask(before)


def test_a_file_made_piece_by_piece_is_whole_or_untouched(tmp_path: Path) -> None:
    path = tmp_path / "walks.json"
    path.write_text("before", encoding="utf-8")

    def broken() -> Iterator[bytes]:
        yield b"half"
        message = "no more"
        raise ValueError(message)

    with pytest.raises(ValueError, match="no more"):
        stream_atomically(path, broken())
    assert path.read_text(encoding="utf-8") == "before"
    assert [*tmp_path.iterdir()] == [path]
    stream_atomically(path, (piece for piece in (b"a", b"b")))
    assert path.read_bytes() == b"ab"
