"""Small random guides, and everything about them found the slow way: by trying every path."""

import datetime
from collections.abc import Iterator

from hypothesis import strategies as st

from guide.model.schema import (
    UNSET,
    Block,
    Condition,
    Facet,
    Guide,
    Head,
    Option,
    Question,
    Route,
    Section,
    Test,
    Value,
)
from guide.walk import walk

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


@st.composite
def conditions(draw: st.DrawFn) -> Condition | None:
    """Nothing, or up to two tables of up to two tests."""
    tables = draw(st.lists(_tables(), max_size=2))
    return Condition(tuple(tables)) if tables else None


@st.composite
def _tables(draw: st.DrawFn) -> tuple[Test, ...]:
    names = draw(st.lists(st.sampled_from(FACETS), min_size=1, max_size=2, unique=True))
    values = st.lists(st.sampled_from([*VALUES, UNSET]), min_size=1, max_size=2, unique=True)
    return tuple(Test(name, tuple(draw(values))) for name in names)


@st.composite
def guides(draw: st.DrawFn, *, blocks: bool = False) -> Guide:
    """Questions that lead only forward, over three facets of two values each."""
    count = draw(st.integers(1, 5))
    names = [f"q{n}" for n in range(count)]
    questions = []
    for number, name in enumerate(names):
        targets = st.sampled_from([*names[number + 1 :], "advice"])
        options = []
        for option in range(draw(st.integers(1, 3))):
            pairs = st.dictionaries(st.sampled_from(FACETS), st.sampled_from(VALUES), max_size=1)
            routes: tuple[Route, ...] = (Route(draw(targets)),)
            if (when := draw(conditions())) is not None:
                routes = (Route(draw(targets), when=when), *routes)
            options.append(Option(f"o{option}", "an option", settles=draw(pairs), then=routes))
        questions.append(Question(name, "a question?", tuple(options)))
    sections = tuple(Section(f"s-{holds}", holds, holds=holds) for holds in ("one", "some", "any"))
    advice = {s.id: tuple(draw(_blocks(s.id))) for s in sections} if blocks else {}
    head = Head("g", "G", datetime.date(2026, 1, 1), "q0", sections)
    values = tuple(Value(value, value) for value in VALUES)
    facets = tuple(Facet(name, name, values) for name in FACETS)
    return Guide(head, facets, tuple(questions), advice)


@st.composite
def _blocks(draw: st.DrawFn, section: str) -> list[Block]:
    count = draw(st.integers(0, 3))
    return [
        Block(f"{section}-{n}", "Some words.", when=draw(conditions()), unless=draw(conditions()))
        for n in range(count)
    ]
