"""Whatever stands in a content field, or is typed as a name, is shown as it is and does nothing."""

import csv
import io
import json
from typing import Any

import html5lib
import icalendar
import msgspec
import pytest
import vobject  # type: ignore[import-untyped]
from document.test_hostile import TEXTS
from helpers.how_many import tries
from helpers.making_plans import TODAY, plan
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from guide.document.formats import Target
from guide.model.schema import Guide
from guide.pages.plan import write_plan
from guide.plan.exports import plan_formats
from guide.plan.exports.csv import guarded
from guide.plan.records import Plan

MORE = ["=1+1", "+1", "-1", "@SUM(A1)", "BEGIN:VEVENT", "a\\nb, c; d", "a | b", "][) :crit, done"]
WORDS = {
    *("title", "about", "says", "label", "evidence", "result", "judgement"),
    *("never", "once", "name", "check", "address"),
}


def with_words(guide: Guide, text: str) -> Guide:
    """The guide with this text in every field that a reader sees in a plan."""

    def swapped(thing: Any) -> Any:
        if isinstance(thing, msgspec.Struct):
            fields = {name: getattr(thing, name) for name in thing.__struct_fields__}
            texts = {k: text if k in WORDS and v else swapped(v) for k, v in fields.items()}
            return msgspec.structs.replace(thing, **texts)
        if isinstance(thing, tuple):
            return tuple(map(swapped, thing))
        return thing

    return msgspec.structs.replace(
        guide,
        head=msgspec.structs.replace(guide.head, title=text),
        facets=swapped(guide.facets),
        facts=swapped(guide.facts),
        sources=swapped(guide.sources),
        recovery=swapped(guide.recovery),
    )


def hostile(tiny: Guide, text: str) -> Plan:
    made = plan(
        with_words(tiny, text),
        "flame=smoky,soot=thick",
        f"keeper={text}",
        report_date="2026-02-20",
        months="3",
        by="2026-09-30",
    )
    assert made.today == TODAY
    return made


def _squeezed(text: str) -> str:
    return " ".join(text.split())


@pytest.mark.parametrize("text", [*TEXTS, *MORE])
def test_every_page_shows_it(tiny: Guide, text: str) -> None:
    made = hostile(tiny, text)
    assert _squeezed(write_plan(made, "text", Target(4000))).count(text) >= 15
    tree = html5lib.HTMLParser(strict=True).parse(write_plan(made, "html"))
    assert _squeezed("".join(tree.itertext())).count(text) >= 15
    rendered = MarkdownIt("commonmark").enable("table").render(write_plan(made, "markdown"))
    tree = html5lib.parse(rendered)
    assert _squeezed("".join(tree.itertext())).count(text) >= 15
    rows = [node for node in tree.iter() if str(node.tag).endswith("}tr")]
    assert len(rows) == 1 + len(made.phases)


@pytest.mark.parametrize("text", [*TEXTS, *MORE])
def test_json_taskwarrior_csv_and_calendars_hold_it(tiny: Guide, text: str) -> None:
    made = hostile(tiny, text)
    found = json.loads(write_plan(made, "json"))
    assert {phase["title"] for phase in found["phases"]} == {text}
    (task,) = json.loads(write_plan(made, "taskwarrior"))
    assert task["description"] == text
    assert {"entry", "description"} == set(task["annotations"][0])
    head, *rows = csv.reader(io.StringIO(write_plan(made, "csv").removeprefix("\ufeff")))
    assert {len(row) for row in rows} == {len(head)}
    assert {row[3].removeprefix("'") for row in rows if row[0] != "day"} == {text}
    assert not [cell for row in rows for cell in row if cell.startswith(("=", "+", "-", "@", "\t"))]
    written = write_plan(made, "ics")
    events = icalendar.Calendar.from_ical(written).walk("VEVENT")
    titles = {str(event["summary"]).removeprefix("Due: ") for event in events}
    assert text in titles
    others = vobject.readOne(written).contents["vevent"]
    assert {e.summary.value.removeprefix("Due: ") for e in others} == titles


@pytest.mark.parametrize("cell", ["=1", "+1", "-1", "@x", "\tx", "\rx", "  =1", "\uff1d1"])
def test_a_cell_that_a_spreadsheet_would_run_is_guarded(cell: str) -> None:
    assert guarded(cell) == f"'{cell}"
    assert guarded(f"a{cell}") == f"a{cell}"


@settings(max_examples=tries(25))
@given(name=st.text(min_size=1, max_size=80).filter(lambda s: s.isprintable() and s.strip() == s))
def test_any_name_of_an_owner_is_shown_in_every_format(tiny: Guide, name: str) -> None:
    made = plan(tiny, "flame=smoky,glass=whole", f"keeper={name}", report_date="today", months="3")
    for form in plan_formats():
        assert write_plan(made, form)
    assert {owned.owner for _, owned in made.tasks} == {name}
    assert (
        f"Owner: {name}"
        in json.loads(write_plan(made, "taskwarrior"))[0]["annotations"][0]["description"]
    )
