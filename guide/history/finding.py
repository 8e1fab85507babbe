"""Searching the walks: by name, note, code, id, and the labels of what was answered."""

from collections.abc import Mapping

from guide.model.schema import Guide
from guide.renames import names
from guide.store.listing import Row, Wanted


def finder(guides: Mapping[str, Guide], words: str) -> Wanted | None:
    """What tells whether a walk holds every one of the words; None if there are none.

    A word may stand anywhere, in capitals or not. The labels are looked through once, not for
    each walk: ten thousand are searched in the time it takes to list them.
    """
    looked_for = [*dict.fromkeys(words.casefold().split())]
    if not looked_for:
        return None
    labels = {guide.id: _labels(guide) for guide in guides.values()}
    pairs = [
        {
            guide: {p for p, label in known.items() if word in label}
            for guide, known in labels.items()
        }
        for word in looked_for
    ]
    titled = [
        {guide.id for guide in guides.values() if word in guide.title.casefold()}
        for word in looked_for
    ]

    def found(row: Row) -> bool:
        text = f"{row.name}\n{row.note}\n{row.code}".casefold()
        given: list[str] | None = None
        for index, word in enumerate(looked_for):
            if word in text or row.guide in titled[index] or row.id.startswith(word):
                continue
            if given is None:
                given = row.code.partition(":")[2].split(",")
            if pairs[index].get(row.guide, _NONE).isdisjoint(given):
                return False
        return True

    return found


_NONE: set[str] = set()


def _labels(guide: Guide) -> dict[str, str]:
    """Each ``facet=value`` that a code can hold, also by its old names -> its words."""
    known = names(guide)
    found: dict[str, str] = {}
    for facet in guide.facets:
        facets = [facet.id, *(old for old, new in known.facets.items() if new == facet.id)]
        for value in facet.values:
            olds = (
                old
                for (within, old), new in known.values.items()
                if (within, new) == (facet.id, value.id)
            )
            for one in (value.id, *olds):
                words = f"{facet.label}: {value.label}".casefold()
                found |= {f"{name}={one}": words for name in facets}
    return found
