"""Answers as lines: read back as written, joined in any order, passed over where damaged."""

import json
import string
from datetime import UTC, datetime, timedelta, timezone

import pytest
from helpers.practicing import MORNING, review
from hypothesis import given
from hypothesis import strategies as st

from guide.practice.reviews import Review, news, read, written

NOW = MORNING + timedelta(days=1000)
IDS = st.text(string.ascii_lowercase + "-é漢", min_size=1, max_size=12)
ZONES = st.integers(-14 * 60, 14 * 60).map(lambda minutes: timezone(timedelta(minutes=minutes)))
MOMENTS = st.datetimes(datetime(2020, 1, 1), datetime(2026, 1, 1), timezones=ZONES)  # noqa: DTZ001
REVIEWS = st.lists(st.builds(Review, IDS, IDS, MOMENTS, IDS, st.booleans(), st.booleans()))


@given(REVIEWS)
def test_what_is_written_is_read_back(reviews: list[Review]) -> None:
    kept, faults = read(written(reviews).encode(), NOW)
    assert faults == []
    assert {r[:3] for r in kept} == {r[:3] for r in reviews}
    assert kept == sorted(kept, key=lambda r: r.when)


@given(REVIEWS, REVIEWS)
def test_files_joined_in_any_order_say_the_same(some: list[Review], others: list[Review]) -> None:
    lines = written([*some, *others]).encode().splitlines(keepends=True)
    forth, back = read(b"".join(lines), NOW), read(b"".join(reversed(lines)), NOW)
    keys = {(r[:3], r.guessed) for r in forth.reviews}
    assert keys == {(r[:3], r.guessed) for r in back.reviews}
    assert len(keys) == len(forth.reviews)
    assert [*news(read(written(some).encode(), NOW).reviews, forth.reviews)] == []


def test_a_guess_said_afterwards_is_a_line_of_its_own_about_the_same_answer() -> None:
    answer = review("red")
    text = written([answer, answer._replace(guessed=True)])
    assert read(text.encode(), NOW).reviews == [answer._replace(guessed=True)]


def _bent(**changed: object) -> bytes:
    entry = json.loads(written([review("red")])) | changed
    return json.dumps({key: value for key, value in entry.items() if value is not None}).encode()


@pytest.mark.parametrize(
    ("line", "why"),
    [
        (b'{"guide": "tiny", "case": "re', "it is not JSON"),
        (b"\xff\xfe\x00", "it is not JSON"),
        (b"[" * 100_000, "it is not JSON"),
        (b"[1]", "it is not an object"),
        (_bent(case=None), '"case" is not an id'),
        (_bent(case="\x1b[2J"), '"case" is not an id'),
        (_bent(option=7), '"option" is not an id'),
        (_bent(right="yes"), '"right" is not true or false'),
        (_bent(when="yesterday"), '"when" is not a time with a zone, between 1970 and now'),
        (_bent(when="2026-03-02T08:00:00"), '"when" is not a time with a zone, '),
        (_bent(when="2999-03-02T08:00:00+00:00"), '"when" is not a time with a zone, '),
    ],
)
def test_a_damaged_line_is_passed_over_and_named(line: bytes, why: str) -> None:
    before, after = review("red"), review("blue")
    data = written([before]).encode() + line + b"\n" + written([after]).encode()
    kept, faults = read(data, NOW)
    assert kept == [before, after]
    assert len(faults) == 1
    assert faults[0].startswith(f"line 2: {why}")


@given(st.binary())
def test_any_bytes_are_read_without_an_error(data: bytes) -> None:
    reviews, faults = read(data, NOW)
    assert len(reviews) + len(faults) <= data.count(b"\n") + 1


def test_the_day_of_an_answer_is_the_readers_own() -> None:
    late = datetime(2026, 3, 2, 23, 30, tzinfo=timezone(timedelta(hours=-8)))
    kept = read(written([review("red")._replace(when=late)]).encode(), NOW).reviews
    assert kept[0].day.isoformat() == "2026-03-02"
    assert kept[0].when == late.astimezone(UTC)
