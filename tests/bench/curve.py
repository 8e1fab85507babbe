"""What a proof costs as guides grow: it follows the states, whatever the number of ways.

    python tests/bench/curve.py

Chains of four-way questions with conditions that look back; processor seconds, the least of three
runs, beside a bare loop of ten million turns in the same run.
"""

import sys
import time
from collections.abc import Callable

from helpers.generated import chain

from guide.author.check.prove import prove

LENGTHS = (10, 20, 40, 100, 200, 400, 1000)


def main() -> int:
    """Prove and print."""
    loop = seconds(lambda: sum(1 for _ in range(10_000_000)))
    print(f"a bare loop of ten million turns: {loop:.2f} s\n")
    print(f"{'questions':>9} {'ways':>10} {'states':>8} {'seconds':>8} {'loops':>7}")
    for length in LENGTHS:
        figures = prove(chain(length)).figures
        took = proof_seconds(length)
        ways = f"10^{len(str(figures.paths)) - 1}"
        print(f"{length:9} {ways:>10} {figures.states:8,} {took:8.2f} {took / loop:7.1f}")
    return 0


def proof_seconds(questions: int) -> float:
    """Processor seconds to prove a chain of so many questions."""
    guide = chain(questions)
    return seconds(lambda: prove(guide), runs=1 if questions > 400 else 3)


def seconds(work: Callable[[], object], runs: int = 3) -> float:
    """The least processor time of some runs: what the work costs when nothing disturbs it."""
    took = []
    for _ in range(runs):
        before = time.process_time()
        work()
        took.append(time.process_time() - before)
    return min(took)


if __name__ == "__main__":
    sys.exit(main())
