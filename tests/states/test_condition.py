"""The condition that is told matches exactly who is meant, and is short."""

from itertools import combinations, product

from hypothesis import given, settings
from hypothesis import strategies as st

from guide.model.schema import UNSET, Test
from guide.states.condition import Table, describe
from guide.states.sets import EMPTY, START, Set, Sets

FACETS = ("a", "b", "c")
VALUES = ("x", "y", UNSET)
POINTS = list(product(VALUES, repeat=3))


def made(sets: Sets, points: set[tuple[str, ...]]) -> Set:
    found = EMPTY
    for point in points:
        one = START
        for facet, value in zip(FACETS, point, strict=True):
            one = one if value == UNSET else sets.put(one, facet, value)
        found = sets.union(found, one)
    return found


def matches(table: Table, point: tuple[str, ...]) -> bool:
    known = dict(zip(FACETS, point, strict=True))
    return all(known[facet] in values for facet, values in table)


SUBSETS = st.sets(st.sampled_from(POINTS), min_size=1)


@settings(max_examples=200)
@given(among=SUBSETS, data=st.data())
def test_tables_match_exactly_the_points_meant(
    among: set[tuple[str, ...]], data: st.DataObject
) -> None:
    these = data.draw(st.sets(st.sampled_from(sorted(among)), min_size=1))
    sets = Sets(FACETS)
    tables = describe(sets, made(sets, these), made(sets, among), FACETS)
    assert tables is not None
    assert {p for p in among if any(matches(table, p) for table in tables)} == these
    for number in range(len(tables)):
        rest = [table for n, table in enumerate(tables) if n != number]
        assert {p for p in among if any(matches(table, p) for table in rest)} != these


@settings(max_examples=40)
@given(among=SUBSETS, data=st.data())
def test_no_fewer_tables_would_do(among: set[tuple[str, ...]], data: st.DataObject) -> None:
    """Over one facet or two the fewest are found, whatever is asked for."""
    among = {(a, b, UNSET) for a, b, _ in among}
    these = data.draw(st.sets(st.sampled_from(sorted(among)), min_size=1))
    sets = Sets(FACETS)
    tables = describe(sets, made(sets, these), made(sets, among), FACETS)
    assert tables is not None
    assert len(tables) == fewest(these, among)


def fewest(these: set[tuple[str, ...]], among: set[tuple[str, ...]]) -> int:
    """How many tables are needed, found by trying all."""
    some = [c for n in (1, 2, 3) for c in combinations(VALUES, n)]
    cubes = [{p for p in among if p[0] in a and p[1] in b} for a in some for b in some]
    fitting = {frozenset(cube) for cube in cubes if cube and cube <= these}
    largest = [cube for cube in fitting if not any(cube < other for other in fitting)]
    return next(
        n
        for n in range(1, len(these) + 1)
        for chosen in combinations(largest, n)
        if set().union(*chosen) == these
    )


def test_everyone_is_told_as_such() -> None:
    sets = Sets(FACETS)
    every = made(sets, set(POINTS))
    assert describe(sets, every, every, FACETS) == ((),)
    assert sets.count(every) == len(POINTS)


@settings(max_examples=100)
@given(one=SUBSETS, other=SUBSETS, facet=st.sampled_from(FACETS), value=st.sampled_from("xy"))
def test_sets_are_sets(
    one: set[tuple[str, ...]], other: set[tuple[str, ...]], facet: str, value: str
) -> None:
    sets = Sets(FACETS)
    a, b = made(sets, one), made(sets, other)
    assert sets.union(a, b) == made(sets, one | other)
    assert sets.minus(a, b) == made(sets, one - other)
    assert sets.both(a, b) == sets.join(a, b) == made(sets, one & other)
    place = FACETS.index(facet)
    having = sets.functions.table([Test(facet, (value, UNSET))])
    assert sets.within(a, having) == made(sets, {p for p in one if p[place] in (value, UNSET)})
    changed = {(*p[:place], value, *p[place + 1 :]) for p in one}
    assert sets.put(a, facet, value) == made(sets, changed)
    assert len(list(sets.scenarios(a))) == sets.count(a) == len(one)
    fewest_settled = min(sum(v != UNSET for v in p) for p in one)
    assert len(sets.simplest(a)) == fewest_settled
