"""What is typed into a blank: read by its kind, kept in one form, refused in one line."""

import pytest
from helpers.writing_letters import TODAY
from hypothesis import example, given
from hypothesis import strategies as st

from guide.model.letters import LetterBlank, LetterChoice
from guide.sales.entries import EntryError, read_entry

CHOICES = (LetterChoice("done", "done"), LetterChoice("open", "not started"))


def blank(kind: str) -> LetterBlank:
    return LetterBlank(id="x", label="X", kind=kind, choices=CHOICES * (kind == "choice"))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("kind", "typed", "kept", "words"),
    [
        ("text", "  a \t b ", "a b", "a b"),
        ("day", "31 Mar 2026", "2026-03-31", "March 31, 2026"),
        ("day", "in 2 weeks", "2026-09-15", "September 15, 2026"),
        ("period", "2026-01 to 2026-06", "2026-01-01 to 2026-06-30", "January 1 to June 30, 2026"),
        (
            "period",
            "Oct 1, 2025 \u2013 Mar 31, 2026",
            "2025-10-01 to 2026-03-31",
            "October 1, 2025 to March 31, 2026",
        ),
        ("month", "may 2027", "2027-05", "May 2027"),
        ("month", "2027-05", "2027-05", "May 2027"),
        ("number", "1,200", "1200", "1,200"),
        ("choice", "2", "open", "not started"),
        ("choice", "DONE", "done", "done"),
        ("choice", "not", "open", "not started"),
    ],
)
def test_each_kind_is_kept_in_one_form(kind: str, typed: str, kept: str, words: str) -> None:
    entry = read_entry(blank(kind), typed, TODAY)
    assert (entry.kept, entry.words) == (kept, words)
    assert read_entry(blank(kind), entry.kept, TODAY) == entry


@pytest.mark.parametrize(
    ("kind", "typed", "told"),
    [
        ("day", "31 Feb 2026", "there is no day 31 in February 2026; it has 28"),
        ("period", "2026-06-30 to 2026-01-01", "it ends on January 1, 2026, before it starts"),
        ("period", "2026", "is not a period; write two days, as 2026-01-01 to 2026-06-30"),
        ("month", "May 2027, and it will be unqualified", "not a month alone; write a month and"),
        ("month", "a clean report in May", "is not a month alone; write a month and a year"),
        ("month", "Mayo 2027", "is not a day"),
        ("number", "a few", "is not a number; write it in figures"),
        ("choice", "3", "none of the choices; type one of these numbers: 1 done, 2 not started"),
        ("text", "x" * 601, "longer than 600 characters"),
        ("text", "\x1b\u202e", "nothing is left of that"),
    ],
)
def test_what_does_not_fit_is_told_with_the_way_out(kind: str, typed: str, told: str) -> None:
    with pytest.raises(EntryError, match=r".") as raised:
        read_entry(blank(kind), typed, TODAY)
    assert told in str(raised.value)
    assert "\n" not in str(raised.value)


@example("choice", "²")  # a digit to Unicode, no number to int()
@given(st.sampled_from(["text", "person", "day", "month", "period", "number", "choice"]), st.text())
def test_anything_typed_is_read_or_refused(kind: str, typed: str) -> None:
    try:
        entry = read_entry(blank(kind), typed, TODAY)
    except EntryError as error:
        assert str(error)
    else:
        assert read_entry(blank(kind), entry.kept, TODAY) == entry
        assert not {"\0", "\x1b", "\u202e", "\n"} & {*entry.words}
