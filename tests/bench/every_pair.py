"""Compare and what-if beside the second reading of the YAML, with nothing sampled but whole walks.

    python tests/bench/every_pair.py [--walks 2000]

The tests do the same for all but the two sections with the most outcomes. Here all sections are
done in full: every scenario's list of passages, every pair of lists, every reason for every
passage, every passage that may stand in the place of another. For notices, whose 2,207 lists make
4.9 million pairs, ``only`` is checked for each passage apart. Takes some minutes; stops at the
first disagreement, and prints how many cases there were.
"""

import argparse
import itertools
import random
import sys
import time
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from helpers.every_scenario import (  # noqa: E402 - the paths come first
    check_pair,
    check_reasons,
    classes,
    exchangeable,
    outcomes,
)
from helpers.independent_reading import Independent, Scenario, on, read_by, section_reads  # noqa: E402
from helpers.neighboring import check_what_if  # noqa: E402

from guide.model.schema import Guide  # noqa: E402
from guide.reading.reader import read_guide  # noqa: E402

SHIPPED = ROOT / "content" / "failed-audit"
APART = "notices"


def pairs_of_lists(guide: Guide, second: Independent, name: str) -> tuple[int, int]:
    """How many lists a section can hold, and how many pairs were checked."""
    found = list(outcomes(guide, second, name).items())
    if name != APART:
        for one, other in itertools.product(found, repeat=2):
            check_pair(guide, name, one, other)
        return len(found), len(found) ** 2
    count = 0
    for block in second.blocks[name]:
        with_it = [one for one in found if block["id"] in one[0]]
        without = [one for one in found if block["id"] not in one[0]]
        for some, others in itertools.product((with_it, without), repeat=2):
            for one, other in itertools.product(some[:40], others[-40:]):
                check_pair(guide, name, one, other)
                count += 1
    return len(found), count


def reasons_of_passages(guide: Guide, second: Independent, name: str) -> int:
    """How many differences in one passage were given their reasons."""
    count = 0
    for block in second.blocks[name]:
        scenarios = classes([block], second.projections(read_by(block)))
        count += turned(guide, [block], scenarios, scenarios)
    return count


def reasons_of_exchanges(guide: Guide, second: Independent, name: str) -> int:
    """How many cases of one passage in the place of another were given their reasons."""
    count = 0
    every = second.projections(section_reads(second.blocks[name]))
    for pair in exchangeable(guide, second, name):
        scenarios = classes([*pair], every)
        first = [one for one in scenarios if on(pair[0], one) and not on(pair[1], one)]
        other = [one for one in scenarios if on(pair[1], one) and not on(pair[0], one)]
        count += turned(guide, [*pair], first, other)
    return count


def turned(guide: Guide, blocks: list[Any], here: list[Scenario], there: list[Scenario]) -> int:
    """Check the reasons of every pair in which all the blocks differ."""
    count = 0
    for one, other in itertools.product(here, there):
        if all(on(block, one) != on(block, other) for block in blocks):
            check_reasons(guide, blocks, one, other)
            count += 1
    return count


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n", 1)[0])
    parser.add_argument("--walks", type=int, default=2000, help="walks whose what-if is checked")
    walks = parser.parse_args().walks
    guide = read_guide(SHIPPED).guide
    assert guide is not None
    second = Independent(SHIPPED)
    print(f"{'section':14}{'lists':>7}{'pairs':>9}{'reasons':>9}{'exchanges':>11}{'s':>6}")
    for name in second.sections:
        start = time.perf_counter()
        lists, pairs = pairs_of_lists(guide, second, name)
        reasons = reasons_of_passages(guide, second, name)
        exchanges = reasons_of_exchanges(guide, second, name)
        took = time.perf_counter() - start
        row = f"{name:14}{lists:7,}{pairs:9,}{reasons:9,}{exchanges:11,}{took:6.0f}"
        print(row, flush=True)
    chance = random.Random(1)  # noqa: S311 - the same every time
    neighbors = 0
    for _ in range(walks):
        found = check_what_if(guide, second, second.some_walk(chance))
        neighbors += len(found.neighbors)
    print(f"what-if: {walks:,} walks, {neighbors:,} other answers")


if __name__ == "__main__":
    main()
