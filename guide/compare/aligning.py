"""Two texts paragraph by paragraph: which of them stands in whose place."""

import re
from typing import NamedTuple

from guide.document.worddiff import likeness

ALIKE = 0.5
"""How much of two texts must be the same for a difference word by word to be readable."""

LEAD = re.compile(r"(?:> )?(?:- |\d{1,9}\. )|> ")
"""What an item or a quote starts with."""
_BREAK = re.compile(r"(\n\n|\n)")


class Beside(NamedTuple):
    """A paragraph or an item of one text, and what stands in its place in the other."""

    old: str
    """Empty: only the second text has it."""
    new: str
    tight: bool
    """Whether it stands right below the one before, as the items of a list do."""


class _Unit(NamedTuple):
    text: str
    tight: bool

    @property
    def words(self) -> str:
        """Without its number: an item that only moved is still the same."""
        return LEAD.sub("", self.text, count=1)


def beside(old: str, new: str) -> tuple[Beside, ...]:
    """Both texts in one order; what stands in nobody's place comes where its own text has it."""
    before, after = _units(old), _units(new)
    aligned: list[Beside] = []
    row = column = 0
    for i, j in [*_pairs(before, after), (len(before), len(after))]:
        aligned += [Beside(unit.text, "", unit.tight) for unit in before[row:i]]
        aligned += [Beside("", unit.text, unit.tight) for unit in after[column:j]]
        if i < len(before):
            aligned.append(Beside(before[i].text, after[j].text, before[i].tight))
        row, column = i + 1, j + 1
    return tuple(aligned)


def _units(text: str) -> list[_Unit]:
    units: list[_Unit] = []
    tight = False
    for part in _BREAK.split(text.strip()):
        if part.startswith("\n"):
            tight = part == "\n"
        elif part.strip():
            units.append(_Unit(" ".join(part.split()), tight and bool(units)))
    return units


def _pairs(before: list[_Unit], after: list[_Unit]) -> list[tuple[int, int]]:
    """The pairs that are alike, in order, so chosen that together they have most in common.

    The longest common subsequence by dynamic programming, weighted by likeness: ``best[i][j]`` is
    the most that the units from ``i`` and those from ``j`` on can have in common.
    """
    score = [[_alike(old, new) for new in after] for old in before]
    best = [[0.0] * (len(after) + 1) for _ in range(len(before) + 1)]
    for i in reversed(range(len(before))):
        for j in reversed(range(len(after))):
            together = score[i][j] + best[i + 1][j + 1] if score[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], together)
    pairs = []
    i = j = 0
    while i < len(before) and j < len(after):
        if score[i][j] and best[i][j] == score[i][j] + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _alike(old: _Unit, new: _Unit) -> float:
    score = likeness(old.words, new.words)
    return score if score >= ALIKE else 0.0
