"""The glance: what its table rests on stands below it, mark by mark."""

from helpers.page_kinds import TODAY

from guide.document.formats import Target, write
from guide.model.glance import Glance, GlanceRow, GlanceSection, GlanceTable
from guide.model.schema import Guide
from guide.pages.glance import glance_page


def test_the_marks_of_a_table_are_told_apart(tiny: Guide) -> None:
    rows = tuple(GlanceRow(fact.id, ("a",), rests_on=(fact.id,)) for fact in tiny.facts[:2])
    first, second = (fact.id for fact in tiny.facts[:2])
    glance = Glance((GlanceSection("short", "In short", (), GlanceTable(("Flame",), rows)),))
    page = glance_page(tiny, glance, TODAY)
    assert f"[{first}, {second}]" in write(page, "text", Target(sources=True))
