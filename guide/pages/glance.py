"""The guide at a glance: for somebody who answers nothing."""

from collections.abc import Iterator
from datetime import date

from guide.document.blocks import Block, Body, Document, Line, Section, Table
from guide.document.body import parts
from guide.document.formats import Page
from guide.journey.evidence import grounds_of
from guide.journey.terms import Linker
from guide.journey.verified import checked_line
from guide.model.glance import Glance, GlanceSection, GlanceTable
from guide.model.schema import Guide
from guide.pages.advice import Elsewhere, Marks, bracketed, evidence_sections
from guide.pages.advice_data import grounds_data, guide_data
from guide.pages.terms import terms_section


def glance_page(guide: Guide, glance: Glance, today: date) -> Page:
    """The glance, in every format."""
    return Page(lambda: document(guide, glance, today), lambda: data(guide, glance))


def document(
    guide: Guide,
    glance: Glance,
    today: date | None,
    *,
    commands: bool = True,
    sources: Elsewhere | None = None,
) -> Document:
    """The page for people; ``commands`` and ``sources`` as in the frame of a page of advice."""
    passages = [block for section in glance.sections for block in section.blocks]
    rows = [row for section in glance.sections if section.table for row in section.table.rows]
    grounds = grounds_of(guide, [*passages, *rows], glance.title)
    marks = Marks(grounds, sources)
    linker = Linker(guide)
    body = tuple(_section(section, marks, linker) for section in glance.sections)
    evidence = evidence_sections(guide, grounds, marks, today)
    return Document(
        guide.title,
        (),
        (*body, *terms_section(linker.linked, commands=commands), *evidence),
        kind=glance.title,
        window=f"{glance.title}: {guide.title}",
        foot=checked_line(guide, today),
        contents=True,
    )


def _section(section: GlanceSection, marks: Marks, linker: Linker) -> Section:
    return Section(
        section.title, tuple(glance_blocks(section, marks, linker)), f"glance-{section.id}"
    )


def glance_blocks(section: GlanceSection, marks: Marks | None, linker: Linker) -> Iterator[Block]:
    """What stands below one heading."""
    for passage in section.blocks:
        cited = marks.of(passage.id) if marks else ()
        yield Body(linker.parts(parts(passage.body)), cited, passage.id, passage.body)
    if table := section.table:
        yield Table(table.head, tuple(row.cells for row in table.rows))
        if marks and (cited := tuple(run for row in table.rows for run in marks.of(row.id))):
            yield Line(bracketed(cited), "marks")


def data(guide: Guide, glance: Glance) -> dict[str, object]:
    """The page for programs."""
    return {
        **guide_data(guide),
        "title": glance.title,
        "sections": [
            {
                "id": section.id,
                "title": section.title,
                "blocks": [
                    {"id": passage.id, "body": passage.body, **grounds_data(passage)}
                    for passage in section.blocks
                ],
                "table": section.table and _table_data(section.table),
            }
            for section in glance.sections
        ],
    }


def _table_data(table: GlanceTable) -> dict[str, object]:
    rows = [{"id": row.id, "cells": row.cells, **grounds_data(row)} for row in table.rows]
    return {"head": table.head, "rows": rows}
