"""Hours of abuse in one command: keys, kills, damaged stores, hostile guides.

    python tests/bench/soak.py [--keys 10000] [--kills 200] [--stores 300] [--guides 60]

Prints what was done and what failed; ends with 1 if anything did. A count of 0 leaves a part out.
"""

import argparse
import os
import random
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT)]

from helpers import soak_guides, soak_keys, soak_kills  # noqa: E402
from helpers.damaging import FILES, STATES, WAYS, make_history, outcome  # noqa: E402

Part = Callable[[int, random.Random, Path, dict[str, str]], Iterator[str]]


def stores(count: int, chance: random.Random, home: Path, _env: dict[str, str]) -> Iterator[str]:
    """Damage so many histories; each finished walk that is lost or altered."""
    sound = {state: home / state for state in STATES}
    walks = {}
    for state, folder in sound.items():
        folder.mkdir()
        walks[state] = make_history(folder, state)
    for number in range(count):
        state, way = STATES[number % len(STATES)], list(WAYS)[number % len(WAYS)]
        target = home / "damaged"
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(sound[state], target)
        file = target / chance.choice([name for name in FILES if (target / name).exists()])
        data = bytearray(file.read_bytes())
        WAYS[way](data, chance)
        file.write_bytes(data)
        result = outcome(target / FILES[0], walks[state])
        if result.lost or result.altered:
            yield f"{way} in {file.name}, {state}: {result}"


PARTS: dict[str, tuple[int, Part]] = {
    "keys": (10_000, soak_keys.faults),
    "kills": (200, soak_kills.faults),
    "stores": (300, stores),
    "guides": (60, soak_guides.faults),
}


def main() -> int:
    """Do each part, print a line for it and one for each fault."""
    parser = argparse.ArgumentParser(description=__doc__)
    for name, (count, _) in PARTS.items():
        parser.add_argument(f"--{name}", type=int, default=count)
    parser.add_argument("--seed", type=int, default=2026)
    wanted = vars(parser.parse_args())
    failures = 0
    for name, (_, part) in PARTS.items():
        if not (count := wanted[name]):
            continue
        begun = time.monotonic()
        with tempfile.TemporaryDirectory() as folder:
            home = Path(folder)
            os.chdir(folder)  # where a page is saved that random keys ask for
            os.environ["GUIDE_HOME"] = folder
            env = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": folder,
                   "GUIDE_HOME": folder, "PYTHONPATH": str(ROOT)}  # fmt: skip
            chance = random.Random(wanted["seed"])  # noqa: S311 -- repeatable, not secret
            faults = list(part(count, chance, home, env))
        for fault in faults:
            print(f"  {fault}")
        failures += len(faults)
        seconds = time.monotonic() - begun
        print(f"{count:6} {name:7} {len(faults):4} failures {seconds:6.0f} s", flush=True)
    print(f"{failures} failures")
    return 1 if failures else 0


if __name__ == "__main__":
    sys.exit(main())
