"""How the pages of the shipped guide read, in numbers: they find suspects, ears decide.

    python tests/bench/page_numbers.py [PAGES]

Walks taken at random (the same ones in each run), finished and broken off after any answer: words
of a page, words of a sentence, the share of short sentences, the school grade. Then what the tree
costs a reader: questions behind each *not sure*, and keys to a first page and to one that fits.
"""

import random
import re
import statistics
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT)]

from guide.author.check.language import paragraphs  # noqa: E402
from guide.author.check.readability import count, grade  # noqa: E402
from guide.english import WORD, sentences  # noqa: E402
from guide.journey.advice import advise  # noqa: E402
from guide.journey.labels import own_facet  # noqa: E402
from guide.journey.walk import walk  # noqa: E402
from guide.model.schema import Block, Guide, Option, Question  # noqa: E402
from guide.reading.reader import read_guide  # noqa: E402
from guide.states.functions import YES  # noqa: E402
from guide.states.shortest import Goal, Shortest  # noqa: E402

WALKS = 400
"""Walks through each diagnostic; its ways are fewer."""

SHORT = 9
"""A sentence of fewer words is short."""


def main(pages: int) -> None:
    """Print it all."""
    guide = read_guide(ROOT / "content" / "failed-audit").guide
    assert guide is not None
    rng = random.Random(12)  # noqa: S311  the same walks in each run
    walks = [any_walk(guide, rng) for _ in range(pages)]
    broken = [dict([*answers.items()][: rng.randint(1, len(answers))]) for answers in walks]
    for name, taken in (("finished", walks), ("broken off", broken)):
        print(f"{pages} {name} walks")
        table([page(guide, answers) for answers in taken])
    print("questions behind each 'not sure', fewest and most:")
    for question, option in unsure(guide):
        fewest, most = asked(guide, question, option, rng)
        print(f"  {question.id:16} {option.id:16} {fewest} to {most}")
    keys(guide)


def any_walk(guide: Guide, rng: random.Random) -> dict[str, str]:
    """One reader, who answers anything."""
    answers: dict[str, str] = {}
    while (question := walk(guide, answers).next) is not None:
        answers[question.id] = rng.choice(question.options).id
    return answers


def page(guide: Guide, answers: dict[str, str]) -> tuple[Block, ...]:
    """The passages of a reader's page."""
    advice = advise(guide, walk(guide, answers).scenario)
    return tuple(passage.block for passage in advice.blocks())


def table(pages: list[tuple[Block, ...]]) -> None:
    """The numbers of some pages, from least to most."""
    counts = [[count(block) for block in blocks] for blocks in pages]
    words = [sum(each.words for each in of) for of in counts]
    lengths = [
        [len(WORD.findall(s)) for b in blocks for p in paragraphs(b.body) for s in sentences(p)]
        for blocks in pages
    ]
    rows = {
        "words of a page": [float(n) for n in words],
        "words of a sentence, mean": [statistics.mean(of) for of in lengths],
        "short sentences, of 100": [100 * sum(n < SHORT for n in of) / len(of) for of in lengths],
        "school grade": [
            grade(*(sum(column) for column in zip(*of, strict=True))) for of in counts
        ],
    }
    for name, numbers in rows.items():
        low, middle, high = min(numbers), statistics.median(numbers), max(numbers)
        print(f"  {name:28} {low:8.1f} {middle:8.1f} {high:8.1f}")
    within = sum(300 <= n <= 650 for n in words)
    print(f"  of 300 to 650 words: {within} of {len(words)}; most: {max(words)}")


def unsure(guide: Guide) -> Iterator[tuple[Question, Option]]:
    """The answers of somebody who does not know."""
    for question in guide.questions:
        for option in question.options:
            if not option.settles and not option.skip and re.search(r"not sure", option.label):
                yield question, option


def asked(guide: Guide, question: Question, option: Option, rng: random.Random) -> tuple[int, int]:
    """The fewest and the most questions until a diagnostic ends, over many walks through it."""
    facet = own_facet(guide, question)
    ends = {facet.id if facet else "", "obstacle"}
    counts: set[int] = set()
    for _ in range(WALKS):
        answers: dict[str, str] = {}
        behind = -1
        while (now := walk(guide, answers)).next is not None:
            if behind >= 0 and not ends.isdisjoint(now.scenario):
                counts.add(behind)
                break
            options = [option] if now.next.id == question.id else now.next.options
            answers[now.next.id] = rng.choice(options).id
            behind = 0 if now.next.id == question.id else behind + (behind >= 0)
    return min(counts), max(counts)


def keys(guide: Guide) -> None:
    """Keys from the start: Enter, a number for each answer, and the key that reads the page."""
    shortest = Shortest(guide)
    draft = Goal(allowed={"report": frozenset({"draft"}), "opinion": frozenset({"qualified"})})
    fits = shortest.to_page(draft) or {}
    nature = shortest.to_question("nature", YES) or {}
    print(f"keys to the page after one answer: {1 + 1 + 1}")
    print(f"keys to a page for a draft marked qualified: {1 + len(nature) + 1}")
    print(f"questions to the whole of it: {len(fits)}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
