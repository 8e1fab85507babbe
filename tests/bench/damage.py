"""Damage to the history, some thousand times: what is lost, altered, noticed.

``python tests/bench/damage.py [TRIALS]``: so many for each file, state and way of damage.
"""

import random
import shutil
import sys
import tempfile
from pathlib import Path

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

from helpers.damaging import FILES, STATES, WAYS, make_history, outcome  # noqa: E402


def main(trials: int) -> int:
    """Print a table; 1 if a finished walk is lost or altered."""
    chance = random.Random(2026)  # noqa: S311 -- repeatable, not secret
    total = bad = 0
    print(f"{'file':18} {'state':7} {'way':9} trials  lost altered drafts strange noticed")
    for state in STATES:
        with tempfile.TemporaryDirectory() as name:
            sound = Path(name)
            walks = make_history(sound, state)
            for file in FILES:
                if not (sound / file).exists():
                    continue
                for way, harm in WAYS.items():
                    counts = [0, 0, 0, 0, 0]
                    for _ in range(trials):
                        with tempfile.TemporaryDirectory() as copy:
                            target = Path(copy) / "data"
                            shutil.copytree(sound, target)
                            data = bytearray((target / file).read_bytes())
                            harm(data, chance)
                            (target / file).write_bytes(data)
                            result = outcome(target / FILES[0], walks)
                        for index, count in enumerate(result[:4]):
                            counts[index] += count
                        counts[4] += bool(result.notice)
                    print(f"{file:18} {state:7} {way:9} {trials:6}", *(f"{n:6}" for n in counts))
                    total += trials
                    bad += counts[0] + counts[1]
    print(f"{total} trials, {bad} finished walks lost or altered")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 40))
