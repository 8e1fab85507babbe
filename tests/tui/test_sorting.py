"""What a terminal sends: pastes are cut out, what nobody understands goes no further."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual._xterm_parser import XTermParser
from textual.events import Key, Paste

from guide.tui.driver.sorting import (
    BROKEN,
    FLOOD,
    MOST,
    PASTE_LENGTH,
    PAUSE,
    STALLED,
    Sorter,
)


class Clock:
    """Time that passes when told to."""

    def __init__(self) -> None:
        self.now = 0.0

    def __call__(self) -> float:
        return self.now


def sort(*chunks: str, after: float = 0.0) -> list[object]:
    """What comes of these, each read on its own; and what silence brings."""
    clock = Clock()
    sorter = Sorter(clock)
    pieces: list[object] = []
    for chunk in chunks:
        pieces += _plain(sorter.feed(chunk))
    clock.now += after
    return pieces + _plain(sorter.rest())


def _plain(pieces: object) -> list[object]:
    plain: list[object] = []
    for piece in pieces:  # type: ignore[attr-defined]
        if isinstance(piece, Paste):
            plain.append(("paste", piece.text))
        else:
            plain.append(piece.key if isinstance(piece, Key) else piece)
    return plain


@pytest.mark.parametrize(
    "answer",
    [
        "\x1b[?62;22c",  # what kind of terminal it is
        "\x1b]11;rgb:0000/0000/0000\x07",  # its background
        "\x1b]11;rgb:0000/0000/0000\x1b\\",
        "\x1bP>|kitty(0.36)\x1b\\",  # its name
        "\x1b[8;24;80t",
        "\x1b[48;0;0;0;0t",  # Textual divides by these
        "\x1b[24;80R",
        "\x1b[1114112u",  # no character has this number
        "\x1b[97;;1114112u",
        "\x1b[55296u",
        "\x1b[<0;99999999999;1M",
        "\x1b[?2026;9$y",
        "\x1b_Gi=31;OK\x1b\\",
        "\x1b[M !!",
    ],
)
def test_an_answer_of_the_terminal_is_no_key(answer: str) -> None:
    assert "".join(str(piece) for piece in sort(f"{answer}a")) == "a"
    halves = sort(answer[:4], f"{answer[4:]}a")
    assert "".join(str(piece) for piece in halves) == "a"


@pytest.mark.parametrize(
    "sequence",
    ["\x1b[A", "\x1bOA", "\x1bOP", "\x1b[5~", "\x1b[Z", "\x1b[1;5C", "\x1b[<0;10;5M", "\x1b[I",
     "\x1b[O", "\x1b[97u", "\x1b[1081;;1081u", "\x1b[27u", "\x1b[?2026;2$y", "\x1bb"],
)  # fmt: skip
def test_a_key_in_two_reads_is_the_same_key(sequence: str) -> None:
    assert sort(sequence) == [sequence]
    for at in range(1, len(sequence)):
        assert sort(sequence[:at], sequence[at:]) == [sequence]


def test_escape_alone_is_a_key_once_nothing_follows() -> None:
    assert sort("\x1b") == []
    assert sort("\x1b", after=PAUSE) == ["escape"]
    assert sort("\x1b\x1b[A", after=PAUSE) == ["escape", "\x1b[A"]


def test_a_letter_with_alt_is_not_the_letter() -> None:
    assert sort("\x1bq\x1b[A") == ["alt+q", "\x1b[A"]


def test_half_a_report_is_dropped_and_keys_go_on() -> None:
    assert sort("\x1b[12;", after=PAUSE) == []
    assert sort("\x1b[12\x03q") == ["\x03q"]


def test_a_bracketed_paste_comes_as_it_is_and_whatever_it_holds() -> None:
    text = "a\x1b[A\r\nq\x1b]0;x\x07"
    assert sort(f"1\x1b[200~{text}\x1b[201~2") == ["1", ("paste", text), "2"]
    whole = f"\x1b[200~{text}\x1b[201~"
    for at in range(1, len(whole)):
        assert sort(whole[:at], whole[at:]) == [("paste", text)]


def test_a_long_paste_is_kept_as_far_as_any_field_takes_it() -> None:
    chunks = ["x" * 4096] * 250
    assert sort("\x1b[200~", *chunks, "\x1b[201~q") == [("paste", "x" * PASTE_LENGTH), "q"]


def test_a_paste_without_an_end_ends_with_silence() -> None:
    assert sort("\x1b[200~abc", after=STALLED / 2) == []
    assert sort("\x1b[200~abc", after=STALLED) == [("paste", "abc")]


@pytest.mark.parametrize("text", ["q" * 5000, "\r" * 5000, "q\x1b[A" * 500])
def test_a_flood_without_brackets_is_a_paste_too(text: str) -> None:
    assert sort(text, "q", "\x1b[A", "\x1b[1;5", after=PAUSE) == [
        ("paste", f"{text}q".replace("\x1b[A", ""))
    ]


def test_a_flood_of_keys_is_cut() -> None:
    assert sort("\x1b[A" * 1000) == ["\x1b[A"] * MOST
    assert sort("x" * FLOOD) == ["x" * FLOOD]


def test_what_is_typed_after_a_flood_is_typed() -> None:
    clock = Clock()
    sorter = Sorter(clock)
    assert _plain(sorter.feed("x" * 100)) == []
    clock.now += PAUSE
    assert _plain(sorter.rest()) == [("paste", "x" * 100)]
    assert _plain(sorter.feed("q")) == ["q"]


def test_a_line_that_stalls_within_a_move_of_the_mouse_types_nothing() -> None:
    clock = Clock()
    sorter = Sorter(clock)
    assert _plain(sorter.feed("\x1b[<35;3")) == []
    clock.now += BROKEN / 2
    assert _plain(sorter.rest()) == []
    assert _plain(sorter.feed(";4M\x1b[<35;")) == ["\x1b[<35;3;4M"]
    clock.now += BROKEN
    assert _plain(sorter.rest()) == []
    assert _plain(sorter.feed("q")) == ["q"]


def test_a_title_without_an_end_swallows_no_key() -> None:
    clock = Clock()
    sorter = Sorter(clock)
    assert _plain(sorter.feed("\x1b]0;x")) == []
    clock.now += PAUSE
    assert _plain(sorter.rest()) == []
    assert _plain(sorter.feed("q")) == ["q"]


def test_what_waits_while_the_app_is_busy_was_not_broken_off() -> None:
    clock = Clock()
    sorter = Sorter(clock)
    assert _plain(sorter.feed("\x1b[<35;3")) == []
    clock.now += STALLED
    assert _plain(sorter.feed(";4M")) == ["\x1b[<35;3;4M"]


@given(st.lists(st.text(st.sampled_from("\x1b[]PO<;?~uMmRAt0129:q\x07\\é\x9b\ufffd\x00$y"))))
def test_nothing_that_is_let_through_stops_the_parser(chunks: list[str]) -> None:
    clock = Clock()
    sorter, parser = Sorter(clock), XTermParser()
    for chunk in chunks:
        for piece in sorter.feed(chunk):
            if isinstance(piece, str):
                list(parser.feed(piece))
        clock.now += PAUSE / 3
        list(sorter.rest())
