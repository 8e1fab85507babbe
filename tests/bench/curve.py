"""What a proof costs as guides grow: it follows the diagrams, whatever the number of ways.

    python tests/bench/curve.py

Guides made to be large (``helpers/generated.py``): chains of four-way questions with conditions
that look back, checklists, routes that read many answers, facets shared by hundreds of questions;
and the same with problems. Processor seconds, beside a bare loop of ten million turns in the same
run, and the most memory used so far.
"""

import resource
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

from helpers.generated import (  # noqa: E402  found by the line above
    chain,
    checklist,
    layers,
    long_route,
    shared,
    table_of,
    with_dead_routes,
)

from guide.author.check.prove import Proof, prove  # noqa: E402
from guide.model.schema import Guide  # noqa: E402

Result = TypeVar("Result")
GUIDES: dict[str, Callable[[], Guide]] = {
    **{f"chain of {n:,}": lambda n=n: chain(n) for n in (10, 40, 100, 400, 1000)},  # type: ignore[misc]
    **{f"checklist of {n}": lambda n=n: checklist(n) for n in (17, 20, 40)},  # type: ignore[misc]
    **{f"route that reads {n}": lambda n=n: long_route(n) for n in (17, 20, 40)},  # type: ignore[misc]
    "400 questions, 10 facets": lambda: shared(400),
    "the same, 23 dead routes": lambda: with_dead_routes(shared(400), 23),
    "layers": lambda: layers(30, 4, 12),
    "2,187 blocks": lambda: table_of(7),
    "2,187 blocks, one double": lambda: table_of(7, overlap=True),
}


def main() -> int:
    """Prove and print."""
    loop, _ = seconds(lambda: sum(1 for _ in range(10_000_000)))
    print(f"a bare loop of ten million turns: {loop:.2f} s\n")
    print(f"{'guide':26} {'states':>9} {'problems':>8} {'seconds':>8} {'loops':>6} {'MB':>5}")
    for name, make in GUIDES.items():
        guide = make()
        took, proof = seconds(lambda guide=guide: prove(guide))  # type: ignore[misc]
        print(
            f"{name:26} {states(proof):>9} {len(proof.problems):8} {took:8.2f} {took / loop:6.1f}",
            end="",
        )
        print(f" {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024:5}", flush=True)
    return 0


def proof_seconds(questions: int) -> float:
    """Processor seconds to prove a chain of so many questions, the least of three runs."""
    guide = chain(questions)
    return min(seconds(lambda: prove(guide))[0] for _ in range(3))


def states(proof: Proof) -> str:
    """How many states there are, in few characters."""
    if proof.figures is None:
        return "?"
    count = proof.figures.states
    return f"{count:,}" if count < 10**6 else f"10^{len(str(count)) - 1}"


def seconds(work: Callable[[], Result]) -> tuple[float, Result]:
    """What some work costs the processor, and what it gives."""
    before = time.process_time()
    result = work()
    return time.process_time() - before, result


if __name__ == "__main__":
    sys.exit(main())
