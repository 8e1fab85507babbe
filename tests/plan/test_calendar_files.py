"""The .ics by two parsers that know nothing of each other, and what a second import does."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import icalendar
import pytest
import vobject  # type: ignore[import-untyped]
from helpers.how_many import tries
from helpers.making_plans import plan
from hypothesis import given, settings
from hypothesis import strategies as st

from guide.model.schema import Guide
from guide.pages.plan import write_plan
from guide.plan.export_items import items, stable_uuid, uid
from guide.plan.records import Plan

DAY = timedelta(days=1)
FAILURE = "opinion=qualified,nature=failure,months=6"
CODES = [
    FAILURE,
    "opinion=unqualified,nature=admin,months=12",
    "opinion=qualified,nature=admin,report=type1,months=3",
    "opinion=adverse,nature=failure,months=6",
    "opinion=qualified,nature=admin,report=draft",
    "obstacle=ended",
]
AT = "recovery.failed-audit.report-2026-02-20@buyer-guide.invalid"
ELEVEN = datetime(2026, 3, 2, 11, tzinfo=UTC)
Days = dict[str, tuple[date, date]]


def by_icalendar(text: str) -> Days:
    found = {}
    for event in icalendar.Calendar.from_ical(text).walk("VEVENT"):
        found[str(event["uid"])] = (event.decoded("dtstart"), event.decoded("dtend"))
    return found


def by_vobject(text: str) -> Days:
    calendar = vobject.readOne(text)
    events = calendar.contents.get("vevent", [])
    return {e.uid.value: (e.dtstart.value, e.dtend.value) for e in events}


def wanted(made: Plan) -> Iterator[tuple[str, tuple[date, date]]]:
    for item in items(made):
        if item.start and item.end and item.start <= item.end:
            start = item.end if item.kind == "task" else item.start
            yield uid(made, item), (start, item.end + DAY)


@pytest.mark.parametrize("code", CODES)
def test_two_parsers_read_the_days_of_the_plan(shipped: Guide, code: str) -> None:
    made = plan(shipped, code, report_date="2026-10-31", fixes_done="2026-12-31", by="2027-12")
    text = write_plan(made, "ics")
    assert by_icalendar(text) == by_vobject(text) == dict(wanted(made))
    assert text.endswith("END:VCALENDAR\r\n")
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))


@given(report=st.dates(date(2001, 1, 1), date(2090, 1, 1)), months=st.integers(1, 36))
@settings(max_examples=tries(25))
def test_they_do_for_any_date(shipped: Guide, report: date, months: int) -> None:
    made = plan(shipped, FAILURE, report_date=report.isoformat(), months=f"{months}")
    text = write_plan(made, "ics")
    assert by_icalendar(text) == by_vobject(text) == dict(wanted(made))


def test_a_second_import_moves_what_is_there_and_doubles_nothing(shipped: Guide) -> None:
    first = plan(shipped, FAILURE, report_date="2026-02-20")
    calendar = by_icalendar(write_plan(first, "ics"))
    before = set(calendar)
    later = plan(
        shipped, "opinion=qualified,nature=failure,deal=none", report_date="2026-02-20", months="12"
    )
    again = by_icalendar(write_plan(later, "ics"))
    moved = {name for name in again if again[name] != calendar.get(name)}
    calendar |= again
    # A longer window has more months to check; everything else was there before.
    more = set(calendar) - before
    assert more == {f"task.monthly-check.{n}.{AT}" for n in range(7, 13)}
    assert f"phase.report.{AT}" in moved
    assert calendar == dict(wanted(later))


def test_the_same_inputs_give_the_same_file_and_a_later_day_a_later_sequence(
    shipped: Guide,
) -> None:
    made = plan(shipped, FAILURE, report_date="2026-02-20")
    assert write_plan(made, "ics") == write_plan(made, "ics")
    later = write_plan(made._replace(today=made.today + DAY), "ics")
    for older, newer in zip(
        icalendar.Calendar.from_ical(write_plan(made, "ics")).walk("VEVENT"),
        icalendar.Calendar.from_ical(later).walk("VEVENT"),
        strict=True,
    ):
        assert newer.decoded("sequence") == older.decoded("sequence") + 24 * 3600
        assert newer.decoded("dtstamp") > older.decoded("dtstamp")


def test_a_strict_calendar_takes_a_later_file_of_the_same_day(shipped: Guide) -> None:
    """RFC 5546: an event replaces another of its UID if its SEQUENCE is higher."""
    held: dict[str, tuple[int, date]] = {}
    for second, fixed in ((1, "2026-04-30"), (2, "2026-05-04")):
        made = plan(shipped, FAILURE, report_date="2026-02-20", fixes_done=fixed)
        made = made._replace(moment=ELEVEN + timedelta(seconds=second))
        for event in icalendar.Calendar.from_ical(write_plan(made, "ics")).walk("VEVENT"):
            name, new = str(event["uid"]), (event.decoded("sequence"), event.decoded("dtstart"))
            if name not in held or new[0] > held[name][0]:
                held[name] = new
        ours = {uid(made, item): item for item in items(made)}
        assert all(ours[name].end for name in held)
    window = next(item for item in items(made) if item.id == "observation")
    assert held[uid(made, window)][1] == window.start == date(2026, 5, 5)


def test_the_moment_is_that_of_the_whole_world(shipped: Guide) -> None:
    """Made in Tokyo in the evening, and an hour later in Los Angeles, where it is still morning."""
    made = plan(shipped, FAILURE, report_date="2026-02-20")
    numbers = []
    for hour, zone in ((11, "Asia/Tokyo"), (12, "America/Los_Angeles")):
        moment = ELEVEN.replace(hour=hour)
        text = write_plan(made._replace(moment=moment.astimezone(ZoneInfo(zone))), "ics")
        event = icalendar.Calendar.from_ical(text).walk("VEVENT")[0]
        assert event.decoded("dtstamp") == moment
        numbers.append(event.decoded("sequence"))
    assert numbers[1] == numbers[0] + 3600


@pytest.mark.parametrize("year", [1999, 2026, 2087, 2088, 2099, 2300])
def test_a_calendar_can_be_made_in_any_year(shipped: Guide, year: int) -> None:
    """RFC 5545: a SEQUENCE has 31 bits; from 2088 on the DTSTAMP says which file is newer."""
    made = plan(shipped, FAILURE, report_date="2026-02-20")
    text = write_plan(made._replace(moment=ELEVEN.replace(year=year)), "ics")
    event = icalendar.Calendar.from_ical(text).walk("VEVENT")[0]
    assert 0 <= event.decoded("sequence") < 2**31
    assert event.decoded("dtstamp").year == year


def test_the_plan_of_another_report_stands_beside_the_first(shipped: Guide) -> None:
    dates = [{"report_date": day} for day in ("2026-02-20", "2026-02-25")]
    dates += [{"period_end": day} for day in ("2025-12-31", "2026-01-31")]
    plans = [plan(shipped, FAILURE, **typed) for typed in dates]
    names = [{stable_uuid(made, item) for item in items(made)} for made in plans]
    assert len(set.union(*names)) == sum(map(len, names))


def test_a_plan_made_again_keeps_its_names_whatever_else_becomes_known(shipped: Guide) -> None:
    first = plan(shipped, FAILURE, report_date="2026-02-20")
    again = plan(
        shipped,
        FAILURE,
        report_date="20 Feb 2026",
        period_end="2025-12-31",
        by="2027-01",
        fixes_done="2026-04-30",
        observe_from="2026-06-01",
        months="9",
    )
    assert {uid(first, item) for item in items(first)} < {uid(again, item) for item in items(again)}
