"""Draws as many walks as one has time for and compares the site's script with Python on each.

``python tests/bench/every_page.py 20000``: 5,000 walks take some 5 seconds. The guide that ships
has more pages than can be listed.
"""

import random
import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

from helpers.script import ask_script, page_of, pairs_of, some_walk  # noqa: E402

from guide.reading.reader import read_guide  # noqa: E402

SHIPPED = Path(__file__).parents[2] / "content" / "failed-audit"
AT_ONCE = 5_000


def main(count: int) -> int:
    """How many pages differ."""
    guide = read_guide(SHIPPED).guide
    assert guide is not None
    chance, seen, wrong = random.Random(), set[str](), 0  # noqa: S311  it draws examples
    with tempfile.TemporaryDirectory() as folder:
        for done in range(0, count, AT_ONCE):
            walks = [some_walk(guide, chance) for _ in range(min(AT_ONCE, count - done))]
            answers = ask_script(guide, Path(folder), [("page", pairs_of(w)) for w in walks])
            for walk, answer in zip(walks, answers, strict=True):
                seen.add("\n".join(answer[2]))
                if answer != page_of(guide, walk):
                    wrong += 1
                    print(pairs_of(walk))
            print(f"{done + len(walks):,} walks, {len(seen):,} distinct pages, {wrong} differ")
    return wrong


if __name__ == "__main__":
    sys.exit(bool(main(int(sys.argv[1]) if len(sys.argv) > 1 else 20_000)))
