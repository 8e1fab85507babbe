"""Faults planted singly into the guide that ships, and what notices each.

    python tests/bench/mutants.py [--every 3] [--show]

A mutant is *reported* if ``guide check`` or ``guide try`` names a problem. If neither does, it is
compared with the original as ``guide diff`` does: no page changes, or the words stay and only what
a block rests on changes, or the diff alone shows whose pages change. Prints a table of kinds of
mutants and verdicts.
"""

import argparse
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from typing import Literal, NamedTuple, TypeVar

from msgspec.structs import replace

from guide.author.check.facts import check_facts
from guide.author.check.prove import prove
from guide.author.check.sections import prove_promise
from guide.author.diff.compare import compare
from guide.author.examples.expect import failures
from guide.author.examples.find import find_reader
from guide.author.examples.run import run_examples
from guide.journey.advice import advise
from guide.model.example import Example
from guide.model.letters import LetterParagraph, LetterRefusal
from guide.model.replies import Reply, SpokenAnswer
from guide.model.schema import (
    ADVICE,
    UNSET,
    Block,
    Condition,
    Guide,
    Part,
    Question,
    Route,
    Section,
)
from guide.reading.check_examples import check_examples
from guide.reading.check_links import check_links
from guide.reading.check_replies import check_replies
from guide.reading.collector import Problems
from guide.reading.reader import read_guide
from guide.states.promises import promises
from guide.states.readers import Readers

ROOT = Path(__file__).parents[2]
Harmed = TypeVar("Harmed", Block, Part, Reply, SpokenAnswer, LetterParagraph, LetterRefusal)
Thing = TypeVar("Thing")
VERDICTS = ("check", "try", "same pages", "same words", "diff only")


class Mutant(NamedTuple):
    """One planted fault."""

    kind: str
    where: str
    make: Callable[[], Guide]
    section: str = ""
    """The section whose blocks or promises alone are harmed; empty where it is something else."""


def main() -> int:
    """Plant, judge, print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--every", type=int, default=1, help="plant only every Nth mutant")
    parser.add_argument("--kind", default="", help="plant only mutants of this kind")
    parser.add_argument("--show", action="store_true", help="name those that only a diff shows")
    chosen = parser.parse_args()
    reading = read_guide(ROOT / "content" / "failed-audit")
    if reading.guide is None or reading.problems:
        print("the guide that ships has problems of its own; mend them first", file=sys.stderr)
        return 1
    mutants = [m for m in every_mutant(reading.guide) if chosen.kind in m.kind][:: chosen.every]
    table: dict[str, Counter[str]] = defaultdict(Counter)
    started = time.perf_counter()
    judge = Judge(reading.guide, reading.examples)
    for mutant in mutants:
        verdict = judge(mutant)
        table[mutant.kind][verdict] += 1
        if chosen.show and verdict in VERDICTS[-2:]:
            print(f"{verdict}: {mutant.kind}: {mutant.where}", flush=True)
    print_table(table, time.perf_counter() - started)
    return 0


class Judge:
    """Says what notices a mutant first. What is quick to ask is asked first."""

    def __init__(self, original: Guide, examples: tuple[Example, ...]) -> None:
        self.original = original
        self.examples = examples
        readers = [(example, find_reader(original, example)) for example in examples]
        self.readers = [(one, reader.advice.scenario) for one, reader in readers if reader]

    def __call__(self, mutant: Mutant) -> str:
        """The verdict."""
        guide = mutant.make()
        if self._named_at_once(guide, mutant.section):
            return "check"
        if mutant.section and self._disappoints(guide):
            return "try"
        if prove(guide).problems:
            return "check"
        if not mutant.section and run_examples(guide, self.examples).problems:
            return "try"
        found = compare(self.original, guide)
        kinds = {change.kind for group in found.groups for change in group.changes}
        if found.won or found.lost or found.ways or kinds - {"evidence"}:
            return "diff only"
        return "same words" if kinds else "same pages"

    def _named_at_once(self, guide: Guide, section: str) -> bool:
        """Whether a part of the check that takes no time names a problem."""
        problems = Problems()
        check_links(guide, problems)
        check_examples(guide, self.examples, problems)
        check_facts(guide, problems)
        check_replies(guide, problems)
        return bool(problems) or any(
            proof.holes or proof.clashes or proof.strays
            for promise in promises(guide)
            if promise.section.id == section
            for proof in [prove_promise(Readers(guide), promise)]
        )

    def _disappoints(self, guide: Guide) -> bool:
        """Whether an example fails. Where only blocks differ, its reader answers as before."""
        return any(
            True
            for example, scenario in self.readers
            for _ in failures(guide, example, advise(guide, scenario))
        )


def every_mutant(guide: Guide) -> Iterator[Mutant]:
    """Every condition, route, option, promise and fact, harmed in each way that fits it."""
    yield from _blocks(guide)
    yield from _questions(guide)
    yield from _promises(guide)
    yield from _facts(guide)
    yield from _letters(guide)
    yield from _replies(guide)


def _blocks(guide: Guide) -> Iterator[Mutant]:
    for section, blocks in guide.blocks.items():
        for number, block in enumerate(blocks):
            with_block = _Blocks(guide, section, number)
            yield Mutant("block removed", block.id, with_block.removed, section)
            for kind, changed in _harmed_conditions(guide, block):
                yield Mutant(kind, block.id, partial(with_block.put, changed), section)
            for fact in block.rests_on:
                less = replace(block, rests_on=tuple(f for f in block.rests_on if f != fact))
                put = partial(with_block.put, less)
                yield Mutant("fact taken from a block", f"{block.id} {fact}", put, section)


class _Blocks:
    """One block's place in the guide."""

    def __init__(self, guide: Guide, section: str, number: int) -> None:
        self.guide, self.section, self.number = guide, section, number

    def put(self, *blocks: Block) -> Guide:
        """The guide with these in the place of the block."""
        mine = list(self.guide.blocks[self.section])
        mine[self.number : self.number + 1] = blocks
        return replace(self.guide, blocks=self.guide.blocks | {self.section: tuple(mine)})

    def removed(self) -> Guide:
        """The guide without the block."""
        return self.put()


def _harmed_conditions(guide: Guide, block: Harmed) -> Iterator[tuple[str, Harmed]]:
    if block.when is not None:
        for changed in _harmed(guide, block.when):
            yield "condition changed", replace(block, when=changed)
    if block.unless is not None:
        yield "unless removed", replace(block, unless=None)
        for changed in _harmed(guide, block.unless):
            yield "unless changed", replace(block, unless=changed)


def _harmed(guide: Guide, condition: Condition) -> Iterator[Condition | None]:
    """Each test left out, and each test with the next value of its facet instead."""
    for number, table in enumerate(condition.any_of):
        for place, test in enumerate(table):
            rest = (*table[:place], *table[place + 1 :])
            tables = [rest] if rest else []
            others = [*condition.any_of[:number], *tables, *condition.any_of[number + 1 :]]
            yield Condition(tuple(others)) if others else None
            values = [*(v.id for v in guide.facet[test.facet].values), UNSET]
            following = values[(values.index(test.values[0]) + 1) % len(values)]
            swapped = replace(test, values=(following, *test.values[1:]))
            changed = (*table[:place], swapped, *table[place + 1 :])
            every = (*condition.any_of[:number], changed, *condition.any_of[number + 1 :])
            yield Condition(every)


def _questions(guide: Guide) -> Iterator[Mutant]:
    for number, question in enumerate(guide.questions):
        for kind, changed in (*_options(question), *_routes(guide, question)):
            questions = (*guide.questions[:number], changed, *guide.questions[number + 1 :])
            yield Mutant(kind, question.id, partial(replace, guide, questions=questions))


def _options(question: Question) -> Iterator[tuple[str, Question]]:
    for number, option in enumerate(question.options):
        before, after = question.options[:number], question.options[number + 1 :]
        yield "option removed", replace(question, options=(*before, *after))
        for facet in option.settles:
            less = {name: value for name, value in option.settles.items() if name != facet}
            changed = replace(option, settles=less)
            yield "option settles less", replace(question, options=(*before, changed, *after))
        if option.then:
            changed = replace(option, then=())
            yield "option loses its way", replace(question, options=(*before, changed, *after))


def _routes(guide: Guide, question: Question) -> Iterator[tuple[str, Question]]:
    for number, route in enumerate(question.then):
        before, after = question.then[:number], question.then[number + 1 :]
        yield "route removed", replace(question, then=(*before, *after))
        elsewhere = _next_target(guide, question, route)
        yield "route elsewhere", replace(question, then=(*before, elsewhere, *after))
        if route.when is not None:
            always = replace(route, when=None)
            yield "route always taken", replace(question, then=(*before, always, *after))


def _next_target(guide: Guide, question: Question, route: Route) -> Route:
    ids = [other.id for other in guide.questions if other.id not in (question.id, route.go)]
    return replace(route, go=ADVICE if route.go != ADVICE else ids[-1])


def _promises(guide: Guide) -> Iterator[Mutant]:
    for section in guide.sections:
        for holds in _other_promises(section):
            kind = f"promise {section.holds} -> {holds}"
            changed = partial(_put, guide, replace(section, holds=holds))
            yield Mutant(kind, section.id, changed, section.id)
        for part in section.parts:
            where = f"{section.id} {part.id}"
            for holds in _other_promises(part):
                kind = f"promise {part.holds} -> {holds}"
                changed = partial(_put_part, guide, section, replace(part, holds=holds))
                yield Mutant(kind, where, changed, section.id)
            for kind, harmed in _harmed_conditions(guide, part):
                changed = partial(_put_part, guide, section, harmed)
                yield Mutant(f"part's {kind}", where, changed, section.id)


def _other_promises(thing: Section | Part) -> list[Literal["one", "some", "any"]]:
    every: tuple[Literal["one", "some", "any"], ...] = ("one", "some", "any")
    return [holds for holds in every if holds != thing.holds]


def _put(guide: Guide, section: Section) -> Guide:
    sections = tuple(section if one.id == section.id else one for one in guide.sections)
    return replace(guide, head=replace(guide.head, sections=sections))


def _put_part(guide: Guide, section: Section, part: Part) -> Guide:
    parts = tuple(part if one.id == part.id else one for one in section.parts)
    return _put(guide, replace(section, parts=parts))


def _facts(guide: Guide) -> Iterator[Mutant]:
    for number, fact in enumerate(guide.facts):
        before, after = guide.facts[:number], guide.facts[number + 1 :]
        without = (*before, *after)
        yield Mutant("fact removed", fact.id, partial(replace, guide, facts=without))
        if fact.corrected_by:
            alone = (*before, replace(fact, corrected_by=()), *after)
            yield Mutant("correction removed", fact.id, partial(replace, guide, facts=alone))
    for source in guide.sources:
        rest = tuple(other for other in guide.sources if other.id != source.id)
        yield Mutant("source removed", source.id, partial(replace, guide, sources=rest))


def _letters(guide: Guide) -> Iterator[Mutant]:
    letters = guide.letters
    if letters is None:
        return
    for row in letters.refuse:
        for kind, changed in [("removed", None), *_harmed_conditions(guide, row)]:
            rows = _in_place(letters.refuse, row, changed)
            make = partial(replace, guide, letters=replace(letters, refuse=rows))
            yield Mutant(f"refusal {kind}", row.id, make)
    for letter in letters.letters:
        for paragraph in letter.paragraphs:
            for kind, new in [("removed", None), *_harmed_conditions(guide, paragraph)]:
                body = _in_place(letter.paragraphs, paragraph, new)
                every = _in_place(letters.letters, letter, replace(letter, paragraphs=body))
                make = partial(replace, guide, letters=replace(letters, letters=every))
                yield Mutant(f"paragraph {kind}", paragraph.id, make)


def _in_place(things: tuple[Thing, ...], thing: Thing, other: Thing | None) -> tuple[Thing, ...]:
    """The things with another in the place of one, or without it."""
    put = (other if each is thing else each for each in things)
    return tuple(each for each in put if each is not None)


def _replies(guide: Guide) -> Iterator[Mutant]:
    for reply in guide.replies.replies if guide.replies else ():
        for kind, changed in _harmed_conditions(guide, reply):
            yield Mutant(f"reply: {kind}", reply.id, partial(_put_reply, guide, changed))
        for place, answer in enumerate(reply.answers):
            before, after = reply.answers[:place], reply.answers[place + 1 :]
            harmed: list[tuple[str, tuple[SpokenAnswer, ...]]] = [
                ("answer removed", ()),
                ("rank changed", (replace(answer, rank=3 - answer.rank),)),
            ]
            harmed += [(kind, (changed,)) for kind, changed in _harmed_conditions(guide, answer)]
            if reply.never:
                said = f"{answer.says} {reply.never[0].phrases[0].rstrip('*')}"
                harmed.append(("forbidden words", (replace(answer, says=said),)))
            for kind, answers in harmed:
                whole = replace(reply, answers=(*before, *answers, *after))
                if whole.answers:
                    yield Mutant(f"reply: {kind}", answer.id, partial(_put_reply, guide, whole))


def _put_reply(guide: Guide, reply: Reply) -> Guide:
    assert guide.replies is not None
    rows = tuple(reply if other.id == reply.id else other for other in guide.replies.replies)
    return replace(guide, replies=replace(guide.replies, replies=rows))


def print_table(table: dict[str, Counter[str]], seconds: float) -> None:
    """Kinds of mutants and what noticed how many."""
    total: Counter[str] = Counter()
    print(f"\n{'mutant':26} {'planted':>8}" + "".join(f"{name:>12}" for name in VERDICTS))
    for kind, counts in sorted(table.items()):
        total.update(counts)
        cells = "".join(f"{counts[name]:12}" for name in VERDICTS)
        print(f"{kind:26} {counts.total():8}{cells}")
    cells = "".join(f"{total[name]:12}" for name in VERDICTS)
    print(f"{'all':26} {total.total():8}{cells}   in {seconds:.0f} s")


if __name__ == "__main__":
    sys.exit(main())
