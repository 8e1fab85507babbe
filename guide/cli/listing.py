"""The guides on the shelf, as lines or as JSON."""

from collections.abc import Iterator
from datetime import date

from guide.cli.say import clean
from guide.cli.terminal import width
from guide.document.formats import json_text
from guide.document.lines import wrapped
from guide.journey.verified import verified_line
from guide.model.schema import Facet, Guide
from guide.reading.shelf import Shelf


def as_text(shelf: Shelf, today: date, *, facets: bool) -> str:
    """Each guide and how old it is; with facets, what its scenario codes are made of."""
    guides = ["\n".join([*_lines(g, today, facets=facets), ""]) for g in shelf.guides.values()]
    closed = [clean(f"{e.why_closed}. See 'guide check {e.folder}'.") for e in shelf.faulty]
    return "".join(f"{block}\n" for block in [*guides, *closed])


def _lines(guide: Guide, today: date, *, facets: bool) -> Iterator[str]:
    yield f"{guide.id}: {guide.title}"
    for text in filter(None, (guide.head.about, verified_line(guide, today))):
        yield from wrapped(text, width(), "  ")
    for facet in guide.facets if facets else ():
        values = ", ".join(f"{value.id} ({value.label})" for value in facet.values)
        yield from wrapped(f"{facet.id}= {values}", width(), "  ", "    ")


def as_json(shelf: Shelf) -> str:
    """Every guide with its facets, and every folder whose guide can't be opened."""
    data = {
        "guides": [
            {
                "id": guide.id,
                "title": guide.title,
                "kind": guide.head.kind,
                "about": guide.head.about or None,
                "verified": guide.head.verified.isoformat(),
                "content_hash": guide.content_hash,
                "folder": str(entry.folder),
                "facets": [_facet(facet) for facet in guide.facets],
            }
            for entry in shelf.entries
            if (guide := entry.guide) is not None and entry.usable
        ],
        "closed": [
            {"name": entry.name, "folder": str(entry.folder), "problems": len(entry.problems)}
            for entry in shelf.faulty
        ],
    }
    return json_text(data)


def _facet(facet: Facet) -> dict[str, object]:
    values = [{"id": value.id, "label": value.label} for value in facet.values]
    return {"id": facet.id, "label": facet.label, "kind": facet.kind, "values": values}
