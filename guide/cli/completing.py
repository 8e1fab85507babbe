"""How a scenario code could go on, for the shell's completion."""

from collections.abc import Iterator, Mapping

from guide.model.schema import Guide


def codes(guides: Mapping[str, Guide], begun: str) -> Iterator[str]:
    """The codes that go one step further than what was typed."""
    if ":" not in begun:
        yield from (name for name in guides if name.startswith(begun))
        return
    name, _, pairs = begun.partition(":")
    guide = guides.get(name)
    if guide is None:
        return
    before, comma, last = pairs.rpartition(",")
    kept = f"{name}:{before}{comma}"
    yield from (kept + pair for pair in _pairs(guide, before, last))


def _pairs(guide: Guide, before: str, last: str) -> Iterator[str]:
    given = {pair.partition("=")[0] for pair in before.split(",")}
    facet_id, equals, value = last.partition("=")
    for facet in guide.facets:
        if not equals and facet.id.startswith(last) and facet.id not in given:
            yield f"{facet.id}="
        if equals and facet.id == facet_id:
            yield from (f"{facet_id}={v.id}" for v in facet.values if v.id.startswith(value))
