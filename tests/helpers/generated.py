"""Guides made to be large, each in a way that a proof may find hard."""

import datetime
import itertools
import random
from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from guide.model.schema import (
    Block,
    Condition,
    Facet,
    Guide,
    Head,
    Option,
    Place,
    Question,
    Route,
    Section,
    Test,
    Value,
)

VALUES = ("a", "b", "c", "d")
QUESTIONS_PER_SECTION = 10


def chain(questions: int) -> Guide:
    """A guide of this many questions with four answers each: 4 ** questions paths.

    Every fourth question has a route that reads the answer before it. Each question has blocks
    that read its own answer and the one before; every section promises something.
    """
    facets = tuple(_facet(number) for number in range(questions))
    asked = tuple(_question(number, questions) for number in range(questions))
    sections = [Section("verdict", "Verdict", holds="one")]
    blocks = {"verdict": _one_for_each(questions - 1)}
    for first in range(0, questions, QUESTIONS_PER_SECTION):
        section = Section(f"s{first}", f"Section {first}", holds="some")
        sections.append(section)
        numbers = range(first, min(questions, first + QUESTIONS_PER_SECTION))
        blocks[section.id] = tuple(block for number in numbers for block in _blocks(number))
    head = Head("chain", "A chain", datetime.date(2026, 1, 1), "q0", tuple(sections))
    return Guide(head, facets, asked, blocks)


def _facet(number: int) -> Facet:
    return Facet(f"f{number}", f"Facet {number}", tuple(Value(v, v) for v in VALUES))


def _question(number: int, questions: int) -> Question:
    then: tuple[Route, ...] = (Route(f"q{number + 1}" if number + 1 < questions else "advice"),)
    if number % 4 == 2 and number + 2 < questions:
        look_back = Condition(((Test(f"f{number - 1}", ("d",)),),))
        then = (Route(f"q{number + 2}", when=look_back), *then)
    options = tuple(Option(v, f"Answer {v}", settles={f"f{number}": v}) for v in VALUES)
    return Question(f"q{number}", f"Question {number}?", options, then=then)


def _blocks(number: int) -> list[Block]:
    mine = Test(f"f{number}", ("a", "b"))
    before = [Test(f"f{number - 1}", ("a", "c"))] if number else []
    always = Condition(((Test(f"f{number}", (*VALUES, "unset")),),))
    pair = Condition(((mine, *before),))
    return [
        Block(f"b{number}-{n}", f"Some words about answer {number}.", when=when, judgement="Made.")
        for n, when in enumerate([always, pair])
    ]


def _one_for_each(number: int) -> tuple[Block, ...]:
    return tuple(
        Block(
            f"v-{value}",
            f"The verdict for {value}.",
            when=Condition(((Test(f"f{number}", (value,)),),)),
            judgement="Made.",
        )
        for value in VALUES
    )


def checklist(items: int) -> Guide:
    """Yes or no for each item; one block if all is fine, one unless that."""
    names = [f"item{number}" for number in range(items)]
    fine = Condition((tuple(Test(name, ("yes",)) for name in names),))
    blocks = (
        Block("fine", "All is fine.", when=fine, judgement="Made."),
        Block("not-yet", "Not yet.", unless=fine, judgement="Made."),
    )
    return _guide(names, [_yes_or_no(name, names) for name in names], {"verdict": blocks})


def long_route(items: int) -> Guide:
    """A checklist whose last answer leads to one more question if all before it are yes."""
    names = [f"item{number}" for number in range(items)]
    fine = Condition((tuple(Test(name, ("yes",)) for name in names),))
    questions = [_yes_or_no(name, names) for name in names[:-1]]
    last = (Route("more", when=fine), Route("advice"))
    questions += [Question(names[-1], "Is it?", _options(names[-1]), then=last)]
    questions += [Question("more", "More?", _options("more"), then=(Route("advice"),))]
    values = [("more", value) for value in ("yes", "no", "unset")]
    return _guide([*names, "more"], questions, {"verdict": _blocks_for(values)})


def shared(questions: int, facets: int = 10, values: int = 4, seed: int = 1) -> Guide:
    """Questions that settle a few facets again and again, with routes that read any of them."""
    chance = random.Random(seed)  # noqa: S311  to be the same each time
    names = [f"f{number}" for number in range(facets)]
    some = VALUES[:values]
    asked = []
    for number in range(questions):
        following = f"q{number + 1}" if number + 1 < questions else "advice"
        then: tuple[Route, ...] = (Route(following),)
        if number + 3 < questions and number > facets:
            reads = chance.sample(names, 2)
            table = tuple(Test(name, (chance.choice(some),)) for name in reads)
            then = (Route(f"q{number + 2}", when=Condition((table,))), *then)
        options = tuple(_option(f"f{number % facets}", value) for value in some)
        asked.append(Question(f"q{number}", "What?", options, then=then))
    sections = {
        f"s{number}": _blocks_for([(name, value) for value in (*some, "unset")])
        for number, name in enumerate(names)
    }
    return _guide(names, asked, sections, some)


def layers(depth: int, width: int, facets: int, sections: int = 40) -> Guide:
    """Facets settled at the start, and layers of questions; which is next depends on them.

    States: about depth x width x 2 ** facets, as each layer tells all of them apart for the next.
    """
    names = [f"f{number}" for number in range(facets)]
    asked = [
        Question(name, "Is it?", _options(name), then=(Route(following),))
        for name, following in itertools.pairwise([*names, "l0-0"])
    ]
    settled = [f"g{layer}" for layer in range(depth)]
    for layer, place in itertools.product(range(depth), range(width)):
        then = [
            Route(f"l{layer + 1}-{there}", when=_having(_digits(there, names, layer + place)))
            for there in range(width)
        ]
        on = Route(f"l{layer + 1}-{width - 1}")
        ways = (*then[:-1], on) if layer + 1 < depth else (Route("advice"),)
        asked.append(Question(f"l{layer}-{place}", "What?", _options(f"g{layer}"), then=ways))
    blocks = {
        f"s{number}": _blocks_for([(name, v) for v in ("yes", "no", "unset")])
        for number, name in enumerate([*names, *settled][:sections])
    }
    return _guide([*names, *settled], asked, blocks)


def with_dead_routes(guide: Guide, count: int) -> Guide:
    """The same, with routes that nobody takes: the facet they read is settled on the other way."""
    questions = []
    for question in guide.questions:
        dead = tuple(replace(route, at=Place("", 1, 1)) for route in question.then[:-1])
        if dead and count:
            count -= 1
            again = (*question.then[:-1], *dead, question.then[-1])
            question = replace(question, then=again)  # noqa: PLW2901
        questions.append(question)
    return replace(guide, questions=tuple(questions))


def table_of(facets: int, *, overlap: bool = False) -> Guide:
    """A block for each combination of three values of each facet; one may be there twice."""
    names = [f"f{number}" for number in range(facets)]
    some = VALUES[:3]
    asked = [
        Question(name, "Which?", tuple(_option(name, v) for v in some), then=(Route(following),))
        for name, following in itertools.pairwise([*names, "advice"])
    ]
    rows = [tuple(zip(names, row, strict=True)) for row in itertools.product(some, repeat=facets)]
    blocks = [
        Block(f"b{number}", f"Words {number}.", when=_having(row), judgement="Made.")
        for number, row in enumerate(rows)
    ]
    if overlap:
        blocks.append(
            Block("again", "Words.", when=_having(rows[len(rows) // 2]), judgement="Made.")
        )
    return _guide(names, asked, {"verdict": tuple(blocks)}, some)


def _guide(
    facets: Sequence[str],
    questions: Sequence[Question],
    sections: dict[str, tuple[Block, ...]],
    values: Sequence[str] = ("yes", "no"),
) -> Guide:
    heads = tuple(Section(name, name, holds="one") for name in sections)
    head = Head("made", "Made", datetime.date(2026, 1, 1), questions[0].id, heads)
    known = tuple(Facet(name, name, tuple(Value(v, v) for v in values)) for name in facets)
    return Guide(head, known, tuple(questions), sections)


def _yes_or_no(name: str, names: list[str]) -> Question:
    following = [*names, "advice"][names.index(name) + 1]
    return Question(name, "Is it?", _options(name), then=(Route(following),))


def _options(facet: str) -> tuple[Option, ...]:
    return tuple(_option(facet, value) for value in ("yes", "no"))


def _option(facet: str, value: str) -> Option:
    return Option(value, value, settles={facet: value})


def _having(row: Iterable[tuple[str, str]]) -> Condition:
    return Condition((tuple(Test(facet, (value,)) for facet, value in row),))


def _digits(number: int, names: list[str], turn: int) -> list[tuple[str, str]]:
    """A number as the values of two facets, others at each place."""
    picked = [names[(turn + n) % len(names)] for n in (0, 1)]
    return [
        (name, "yes" if number >> n & 1 else "no") for n, name in enumerate(dict.fromkeys(picked))
    ]


def _blocks_for(pairs: Iterable[tuple[str, str]]) -> tuple[Block, ...]:
    return tuple(
        Block(
            f"{facet}-{value}",
            f"About {facet} and {value}.",
            when=_having([(facet, value)]),
            judgement="Made.",
        )
        for facet, value in pairs
    )
