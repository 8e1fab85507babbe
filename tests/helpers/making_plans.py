"""Plans for tests: of a guide, a code and typed dates, on a fixed day."""

import csv
import io
from datetime import date

from guide.journey.code import locate, read_pairs
from guide.model.schema import Guide
from guide.pages.plan import write_plan
from guide.plan.inputs import Inputs, read_inputs
from guide.plan.make import make
from guide.plan.records import Plan

TODAY = date(2026, 3, 2)


def plan(guide: Guide, code: str, *owners: str, **typed: str) -> Plan:
    """The plan; the dates as a person types them."""
    found = read_inputs(guide, typed, TODAY, owners)
    assert found.troubles == ()
    return planned(guide, code, found.inputs)


def planned(guide: Guide, code: str, inputs: Inputs, today: date = TODAY) -> Plan:
    """The plan for inputs that are read already."""
    located = locate(guide, read_pairs(guide, code))
    return make(guide, located.scenario, inputs, today, located.open)


def table_rows(made: Plan) -> list[dict[str, str]]:
    """The rows of the CSV file as a spreadsheet reads them, without the mark before them."""
    text = write_plan(made, "csv").encode().decode("utf-8-sig")
    return list(csv.DictReader(io.StringIO(text)))
