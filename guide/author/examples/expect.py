"""What an example expects of its page, and where the page disappoints it."""

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from guide.author.examples.find import Reader
from guide.document.body import Items, Paragraph, Part, parts, plain, plain_words
from guide.journey.advice import Advice
from guide.journey.code import write_code
from guide.model.codes import Code
from guide.model.conditions import holds
from guide.model.example import Example, Listed, Phrase
from guide.model.schema import UNSET, Block, Condition, Fact, Guide, Place, Scenario, Test
from guide.reading.check_examples import folded


class Failure(NamedTuple):
    """One expectation that the page does not meet."""

    code: Code
    at: Place
    message: str


def asked_in_vain(guide: Guide, example: Example, reader: Reader) -> Iterator[Failure]:
    """Every question on the reader's way that the example rules out."""
    asked = {step.question.id for step in reader.trail}
    for name in example.never_asks:
        if name.text in asked:
            code = write_code(guide, reader.advice.scenario)
            message = f"{example.id!r} rules out the question {name.text!r}; {code} is asked it"
            yield Failure(Code.EXAMPLE_QUESTION_ASKED, name.at, message)


def failures(guide: Guide, example: Example, page: Advice) -> Iterator[Failure]:
    """Every expectation that this page does not meet."""
    on_page = {placed.block.id: placed.block for placed in page.blocks()}
    code = write_code(guide, page.scenario)
    all_blocks = {block.id: block for blocks in guide.blocks.values() for block in blocks}
    for wanted, at in example.expected.items():
        if wanted not in on_page:
            why = _why_not(all_blocks[wanted], page.scenario)
            message = f"{example.id!r} expects {wanted!r}; {code} does not show it: {why}"
            yield Failure(Code.EXAMPLE_BLOCK_MISSING, at, message)
    for name in example.hides:
        if name.text in on_page:
            message = f"{example.id!r} rules out {name.text!r}; {code} shows it"
            yield Failure(Code.EXAMPLE_BLOCK_SHOWN, name.at, message)
    yield from _extra(example, page, code)
    yield from _grounds(example, on_page)
    yield from _corrections(guide, example, page, code)
    yield from _phrases(example, list(on_page.values()), code)


def _extra(example: Example, page: Advice, code: str) -> Iterator[Failure]:
    held = {part.section.id: [placed.block.id for placed in part.blocks] for part in page.sections}
    for only in example.only:
        wanted = {name.text for name in only.items}
        more = [repr(block) for block in held.get(only.of, []) if block not in wanted]
        if more:
            message = f"{example.id!r} leaves no room in {only.of!r} for {', '.join(more)}; "
            message += f"{code} shows {'them' if len(more) > 1 else 'it'}"
            yield Failure(Code.EXAMPLE_BLOCK_SHOWN, only.at, message)


def _grounds(example: Example, on_page: Mapping[str, Block]) -> Iterator[Failure]:
    for ground in example.rests_on:
        block = on_page.get(ground.of)
        if block is not None and not confirms(ground, block):
            differs = _differs(ground, block.rests_on, ("rests", "does not rest", "on"))
            message = f"{example.id!r} says otherwise: {ground.of!r} {_at(block)} {differs}"
            yield Failure(Code.EXAMPLE_GROUND, ground.at, message)


def _corrections(guide: Guide, example: Example, page: Advice, code: str) -> Iterator[Failure]:
    known = {fact.id for fact in page.facts()}
    for ground in example.corrected_by:
        fact = guide.fact[ground.of]
        if fact.id not in known:
            message = f"{example.id!r} expects {fact.id}; {code} does not rest on it"
            yield Failure(Code.EXAMPLE_GROUND, ground.at, message)
        elif {fact_id.text for fact_id in ground.items} != set(fact.corrected_by):
            verb = ("is put right", "is not put right", "by")
            differs = _differs(ground, fact.corrected_by, verb)
            message = f"{example.id!r} says otherwise: {fact.id} {_at(fact)} {differs}"
            yield Failure(Code.EXAMPLE_GROUND, ground.at, message)


def _differs(ground: Listed, facts: tuple[str, ...], verb: tuple[str, str, str]) -> str:
    """Which facts are there that should not be, and which are not that should."""
    does, does_not, by = verb
    wanted = [fact.text for fact in ground.items]
    missing = ", ".join(fact for fact in dict.fromkeys(wanted) if fact not in facts)
    more = ", ".join(fact for fact in facts if fact not in wanted)
    if more and missing:
        return f"{does} {by} {more} as well, and not {by} {missing}"
    return f"{does} {by} {more} as well" if more else f"{does_not} {by} {missing}"


def _at(thing: Block | Fact) -> str:
    return f"({thing.at.file}:{thing.at.line})"


def confirms(ground: Listed, block: Block) -> bool:
    """Whether the block rests on exactly these facts, in any order."""
    return {fact.text for fact in ground.items} == set(block.rests_on)


def _phrases(example: Example, blocks: list[Block], code: str) -> Iterator[Failure]:
    for phrase in example.says:
        if not saying(phrase, blocks):
            message = f"{example.id!r} expects the words {phrase.text!r}; {code} does not say them"
            yield Failure(Code.EXAMPLE_PHRASE_MISSING, phrase.at, message)
    for phrase in example.never_says:
        for block in saying(phrase, blocks, unquoted='"' not in folded(phrase.text)):
            message = f"{example.id!r} rules out the words {phrase.text!r}; {code} says them "
            message += f"in {block.id!r} ({block.at.file}:{block.at.line})"
            yield Failure(Code.EXAMPLE_PHRASE_SAID, phrase.at, message)


def saying(phrase: Phrase, blocks: list[Block], *, unquoted: bool = False) -> list[Block]:
    """The blocks whose text holds the phrase: whole words, whatever their case and marks.

    Unquoted, what stands in quotation marks within a sentence does not count: there a guide names
    what must not be said. What readers are given to say, a quote of its own, counts.
    """
    words = _own_words if unquoted else plain
    return [block for block in blocks if holds_phrase(words(block.body), phrase)]


def holds_phrase(text: str, phrase: Phrase) -> bool:
    """Whether a text holds the phrase: whole words, whatever their case."""
    pattern = rf"(?<!\w){re.escape(folded(phrase.text))}(?!\w)"
    return re.search(pattern, folded(text)) is not None


def _own_words(body: str) -> str:
    return " ".join(_unquoted(parts(body)))


def _unquoted(body: tuple[Part, ...]) -> Iterator[str]:
    for part in body:
        if isinstance(part, Paragraph):
            text = "".join(span.text for span in part.spans)
            yield re.sub(r"[\"\u201c][^\"\u201d]*[\"\u201d]", "\u2026", text)
        elif isinstance(part, Items):
            for item in part.items:
                yield from _unquoted(item)
        else:
            yield plain_words(part.parts)


def _why_not(block: Block, scenario: Scenario) -> str:
    if block.when is not None and not holds(block.when, scenario):
        tables = [[test for test in table if not _met(test, scenario)] for table in _tables(block)]
        nearest = min(tables, key=len)
        wanted = " and ".join(f"{test.facet}={' or '.join(test.values)}" for test in nearest)
        return f"it needs {wanted}"
    return f"its 'unless' holds ({_matching(block.unless, scenario)})"


def _tables(block: Block) -> tuple[tuple[Test, ...], ...]:
    return block.when.any_of if block.when else ()


def _met(test: Test, scenario: Scenario) -> bool:
    return scenario.get(test.facet, UNSET) in test.values


def _matching(condition: Condition | None, scenario: Scenario) -> str:
    for table in condition.any_of if condition else ():
        if all(_met(test, scenario) for test in table):
            values = ((test.facet, scenario.get(test.facet, UNSET)) for test in table)
            return ", ".join(f"{facet}={value}" for facet, value in values)
    return ""
