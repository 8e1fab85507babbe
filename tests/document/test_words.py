"""Dates, ages, scenarios and sources in words."""

import datetime

import msgspec
import pytest
from helpers.advice_pages import TODAY, page
from hypothesis import given
from hypothesis import strategies as st

from guide.english import age, long_date, sentence
from guide.journey.facts import fact_date, fact_lines, short_name, source_words
from guide.journey.labels import scenario_words
from guide.journey.verified import verified_line
from guide.model.schema import Guide, Source
from guide.pages.advice import sharper_line


def _day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2026-11-20", "today"),
        ("2026-11-19", "yesterday"),
        ("2026-11-15", "5 days ago"),
        ("2026-11-10", "10 days ago"),
        ("2026-11-05", "2 weeks ago"),
        ("2026-10-19", "1 month ago"),
        ("2026-05-13", "6 months ago"),
        ("2025-11-19", "1 year ago"),
        ("2020-01-01", "6 years ago"),
        ("2026-11-21", "in the future"),
    ],
)
def test_an_age_is_said_in_plain_words(day: str, expected: str) -> None:
    assert age(_day(day), TODAY) == expected


@given(st.dates(), st.dates())
def test_every_two_days_have_an_age(one: datetime.date, other: datetime.date) -> None:
    assert age(one, other)


def test_a_date_is_written_in_english_whatever_the_locale() -> None:
    assert long_date(_day("2026-05-03")) == "3 May 2026"


def test_the_verified_line_says_whose_date_it_is_and_that_it_is_due(tiny: Guide) -> None:
    line = verified_line(tiny, TODAY)
    assert line.startswith("Last verified by the tests on 15 January 2026, 10 months ago.")
    assert line.endswith("Due for review: the date is more than 180 days old.")
    assert "Due" not in verified_line(tiny, _day("2026-07-14"))  # the 180th day


def test_the_scenario_is_said_by_its_labels_in_the_order_of_the_guide(tiny: Guide) -> None:
    scenario = {"glass": "whole", "flame": "smoky"}
    assert scenario_words(tiny, scenario) == "Flame: Smoky · Glass: Whole"
    assert scenario_words(tiny, {}) == "Nothing settled yet"


def test_what_is_open_is_said_by_labels_and_only_while_it_is(tiny: Guide) -> None:
    assert sharper_line(page(tiny, "flame=steady,glass=whole")) == ""
    assert "most: Is the glass whole? To go on: guide ask" in sharper_line(
        page(tiny, "flame=steady")
    )
    assert "most: Is the glass whole?" in sharper_line(page(tiny, ""))


def test_a_missing_date_is_said_to_be_missing(tiny: Guide) -> None:
    assert fact_date(tiny.fact["F1"]) == "verified 15 January 2026"
    assert fact_date(tiny.fact["C1"]) == "date of check not recorded"


def test_a_source_without_an_address_or_a_fact_without_a_source_still_reads_well(
    tiny: Guide,
) -> None:
    bare = msgspec.structs.replace(tiny, sources=(Source("KEEPER", "The keeper"),))
    assert source_words(bare, bare.fact["F1"]) == "The keeper"
    lost = msgspec.structs.replace(tiny, sources=())
    assert fact_lines(lost, lost.fact["F1"])[0].startswith("Source: not named; verified")


@pytest.mark.parametrize(
    ("name", "short"),
    [
        ("McKonly & Asbury LLP (CPA firm), on opinions", "McKonly & Asbury LLP"),
        ("Footnote, April 2021", "Footnote"),
        ("The lantern keeper", "The lantern keeper"),
    ],
)
def test_the_short_name_of_a_source_leaves_out_what_explains_it(name: str, short: str) -> None:
    assert short_name(Source("X", name)) == short


@pytest.mark.parametrize(
    ("text", "ended"), [("a", "a."), ("a.", "a."), ("Why?", "Why?"), ('so "b."', 'so "b."')]
)
def test_a_sentence_gets_a_full_stop_only_where_it_has_none(text: str, ended: str) -> None:
    assert sentence(text) == ended
