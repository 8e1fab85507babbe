"""What is reported as different is what trying every way through both guides finds."""

from collections.abc import Iterator, Mapping
from itertools import product

from helpers.how_many import tries
from helpers.mutants_of_tiny import pairs
from helpers.small_guides import every_walk
from hypothesis import given, settings

from guide.author.diff.compare import compare
from guide.author.diff.renaming import as_names
from guide.author.diff.result import GuideDiff
from guide.author.diff.translate import translate
from guide.journey.walk import walk
from guide.model.conditions import applies
from guide.model.schema import UNSET, Guide
from guide.states.condition import Tables

Frozen = frozenset[tuple[str, str]]
Page = tuple[tuple[str, str, str], ...]


class Slowly:
    """Both guides, walked in every way."""

    def __init__(self, old: Guide, new: Guide, found: GuideDiff) -> None:
        self.old, self.new = translate(old, as_names(found.renamed)), new
        self.before, self.after = ends(self.old), ends(self.new)
        shared = self.old.facet.keys() & self.new.facet.keys()
        self.pairs = [
            (one, other)
            for one, other in product(self.before, self.after)
            if {i for i in one if i[0] in shared} == {i for i in other if i[0] in shared}
        ]
        self.differing = {
            one | other for one, other in self.pairs if page(self.old, one) != page(self.new, other)
        }


def ends(guide: Guide) -> set[Frozen]:
    return {frozenset(walk(guide, answers).scenario.items()) for answers in every_walk(guide)}


def page(guide: Guide, scenario: Frozen) -> Page:
    known = dict(scenario)
    return tuple(
        (section.id, block.body, block.judgement)
        for section in guide.sections
        for block in guide.blocks[section.id]
        if applies(block, known)
    )


def pages(guide: Guide, scenarios: set[Frozen]) -> set[frozenset[tuple[str, str, str]]]:
    return {frozenset(page(guide, scenario)) for scenario in scenarios}


def matches(tables: Tables | None, scenario: Frozen) -> bool:
    assert tables is not None
    known = dict(scenario)
    return any(all(known.get(f, UNSET) in values for f, values in table) for table in tables)


@settings(max_examples=tries(40), deadline=None)
@given(both=pairs())
def test_what_is_reported_is_what_every_walk_shows(both: tuple[Guide, Guide]) -> None:
    found = compare(*both)
    slowly = Slowly(*both, found)
    check_scenarios(found, slowly)
    check_won_and_lost(found, slowly)
    check_pages(found, slowly)
    same = set(trails(slowly.old)) == set(trails(slowly.new))
    assert same == (not found.ways)
    assert compare(both[0], both[0]).same


def check_scenarios(found: GuideDiff, slowly: Slowly) -> None:
    everyone = {one | other for one, other in slowly.pairs}
    reported = {s for s in everyone for g in found.parts if matches(g.who.tables, s)}
    assert reported == slowly.differing
    assert found.changed == len(slowly.differing)
    assert (found.before, found.after) == (len(slowly.before), len(slowly.after))
    assert found.shared == len(everyone)
    for group in found.parts:
        mine = [s for s in everyone if matches(group.who.tables, s)]
        assert group.who.scenarios == len(mine) > 0


def check_won_and_lost(found: GuideDiff, slowly: Slowly) -> None:
    for crowd, mine, kept in (
        (found.lost, slowly.before, {one for one, _ in slowly.pairs}),
        (found.won, slowly.after, {other for _, other in slowly.pairs}),
    ):
        only = mine - kept
        assert bool(only) == (crowd is not None)
        if crowd is not None:
            assert {s for s in mine if matches(crowd.tables, s)} == only
            assert crowd.scenarios == len(only)


def check_pages(found: GuideDiff, slowly: Slowly) -> None:
    if found.pages is None:
        assert not slowly.differing
        return
    before, after = pages(slowly.old, slowly.before), pages(slowly.new, slowly.after)
    changed = {one for one, other in slowly.pairs if one | other in slowly.differing}
    assert found.pages.old == len(before)
    assert found.pages.new == len(after)
    kept_old = pages(slowly.old, {one for one, _ in slowly.pairs})
    kept_new = pages(slowly.new, {other for _, other in slowly.pairs})
    assert found.pages.won == len(after - kept_new - before)
    assert found.pages.lost == len(before - kept_old - after)
    assert found.pages.changed == len(pages(slowly.old, changed))
    for group in found.parts:
        mine = {a for a, b in slowly.pairs if matches(group.who.tables, a | b)}
        assert group.pages == len(pages(slowly.old, mine))


def trails(guide: Guide) -> Iterator[tuple[tuple[str, str, frozenset[tuple[str, str]]], ...]]:
    for answers in every_walk(guide):
        trail = walk(guide, answers).trail
        yield tuple((s.question.id, s.option.id, _frozen(s.option.settles)) for s in trail)


def _frozen(settles: Mapping[str, str]) -> Frozen:
    return frozenset(settles.items())
