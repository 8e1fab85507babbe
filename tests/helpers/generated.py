"""Guides made to be large: a chain of four-way questions, with conditions that look back."""

import datetime

from guide.model.schema import (
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
