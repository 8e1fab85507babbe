"""Small random guides, and everything about them found the slow way: by trying every path."""

import datetime
import functools
import itertools
from collections.abc import Iterator

from hypothesis import strategies as st

from guide.journey.walk import walk
from guide.model.schema import (
    UNSET,
    Block,
    Condition,
    Facet,
    Guide,
    Head,
    Option,
    Part,
    Question,
    Route,
    Section,
    Test,
    Value,
)

FACETS = ("f0", "f1", "f2")
VALUES = ("a", "b")


def every_walk(guide: Guide, answers: dict[str, str] | None = None) -> Iterator[dict[str, str]]:
    """Every way of answering, to the end."""
    answers = answers or {}
    where = walk(guide, answers)
    if where.next is None:
        yield answers
        return
    for option in where.next.options:
        yield from every_walk(guide, answers | {where.next.id: option.id})


def settles_once(guide: Guide, answers: dict[str, str]) -> bool:
    """Whether no facet is settled twice with different values; a search may rely on it."""
    settled: dict[str, str] = {}
    for step in walk(guide, answers).trail:
        for facet, value in step.option.settles.items():
            if settled.setdefault(facet, value) != value:
                return False
    return True


@functools.cache
def conditions() -> st.SearchStrategy[Condition | None]:
    """Nothing, or up to two tables of up to two tests: one draw, since a guide has dozens."""
    return st.sampled_from(_every_condition())


def _every_condition() -> list[Condition | None]:
    """From the simplest on, so that an example that fails can be made simple."""
    values = (*VALUES, UNSET)
    some = [c for size in (1, 2) for c in itertools.combinations(values, size)]
    tests = [[Test(name, chosen) for chosen in some] for name in FACETS]
    single = [(test,) for of_one in tests for test in of_one]
    double = [pair for two in itertools.combinations(tests, 2) for pair in itertools.product(*two)]
    tables: list[tuple[Test, ...]] = [*single, *double]
    pairs = itertools.combinations(tables, 2)
    return [None, *(Condition((table,)) for table in tables), *(Condition(pair) for pair in pairs)]


@st.composite
def guides(draw: st.DrawFn, *, blocks: bool = False, circles: bool = False) -> Guide:
    """Questions that lead only forward, or anywhere, over three facets of two values each."""
    count = draw(st.integers(1, 5))
    names = [f"q{n}" for n in range(count)]
    questions = []
    for number, name in enumerate(names):
        later = names if circles else names[number + 1 :]
        targets = st.sampled_from([*later, "advice"])
        options = []
        for option in range(draw(st.integers(1, 3))):
            pairs = st.dictionaries(st.sampled_from(FACETS), st.sampled_from(VALUES), max_size=2)
            own = draw(_routes(targets)) if draw(st.booleans()) else ()
            options.append(Option(f"o{option}", "an option", settles=draw(pairs), then=own))
        questions.append(Question(name, "a question?", tuple(options), then=draw(_routes(targets))))
    sections = tuple(
        Section(f"s-{holds}", holds, holds=holds, parts=draw(_parts()) if blocks else ())
        for holds in ("one", "some", "any")
    )
    advice = {s.id: tuple(draw(_blocks(s))) for s in sections} if blocks else {}
    head = Head("g", "G", datetime.date(2026, 1, 1), "q0", sections)
    values = tuple(Value(value, value) for value in VALUES)
    facets = tuple(Facet(name, name, values) for name in FACETS)
    return Guide(head, facets, tuple(questions), advice)


@st.composite
def _routes(draw: st.DrawFn, targets: st.SearchStrategy[str]) -> tuple[Route, ...]:
    """Up to two routes with conditions, and one that always holds."""
    some = [
        Route(draw(targets), when=draw(conditions()), unless=draw(conditions()))
        for _ in range(draw(st.integers(0, 2)))
    ]
    return (*some, Route(draw(targets)))


@st.composite
def _blocks(draw: st.DrawFn, section: Section) -> list[Block]:
    names = [part.id for part in section.parts]
    return [
        Block(
            f"{section.id}-{n}",
            "Some words.",
            when=draw(conditions()),
            unless=draw(conditions()),
            part=draw(st.sampled_from(names)) if names else "",
        )
        for n in range(draw(st.integers(0, 3)))
    ]


@st.composite
def _parts(draw: st.DrawFn) -> tuple[Part, ...]:
    """None, or two parts, each promised to some readers."""
    if draw(st.booleans()):
        return ()
    return tuple(
        Part(
            f"p{n}",
            draw(st.sampled_from(("one", "some", "any"))),
            when=draw(conditions()),
            unless=draw(conditions()),
        )
        for n in range(2)
    )
