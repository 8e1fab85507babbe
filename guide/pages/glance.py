"""The guide at a glance: for somebody who answers nothing."""

from collections.abc import Iterator
from datetime import date

from guide.document.blocks import Block, Body, Document, Line, Section, Table
from guide.document.body import parts
from guide.document.formats import Page
from guide.journey.evidence import grounds_of
from guide.journey.terms import Linker
from guide.journey.verified import checked_line
from guide.model.glance import Glance, GlanceSection
from guide.model.schema import Guide
from guide.pages.advice import Marks, evidence_sections
from guide.pages.terms import terms_section


def glance_page(guide: Guide, glance: Glance, today: date) -> Page:
    """The glance, in every format."""
    return Page(lambda: document(guide, glance, today), lambda: data(guide, glance))


def document(guide: Guide, glance: Glance, today: date) -> Document:
    """The page for people."""
    passages = [block for section in glance.sections for block in section.blocks]
    rows = [row for section in glance.sections if section.table for row in section.table.rows]
    grounds = grounds_of(guide, [*passages, *rows], glance.title)
    marks = Marks(grounds)
    linker = Linker(guide)
    body = tuple(_section(section, marks, linker) for section in glance.sections)
    evidence = evidence_sections(guide, grounds, marks, today)
    return Document(
        guide.title,
        (),
        (*body, *terms_section(linker.linked), *evidence),
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
            yield Line(cited, "quiet")


def data(guide: Guide, glance: Glance) -> dict[str, object]:
    """The page for programs."""
    return {
        "guide": guide.id,
        "verified": guide.head.verified.isoformat(),
        "content_hash": guide.content_hash,
        "title": glance.title,
        "sections": [
            {
                "id": section.id,
                "title": section.title,
                "blocks": [
                    {
                        "id": passage.id,
                        "body": passage.body,
                        "rests_on": passage.rests_on,
                        "judgement": passage.judgement or None,
                    }
                    for passage in section.blocks
                ],
                "table": None
                if section.table is None
                else {
                    "head": section.table.head,
                    "rows": [
                        {
                            "id": row.id,
                            "cells": row.cells,
                            "rests_on": row.rests_on,
                            "judgement": row.judgement or None,
                        }
                        for row in section.table.rows
                    ],
                },
            }
            for section in glance.sections
        ],
    }
