"""Lengths of time in words: ``15 days``, ``2 weeks``, ``1 month``, ``observation``."""

import re
from typing import NamedTuple

OBSERVATION = "observation"
"""The length of the observation period, as the reader answered."""
HOW = "write it as '15 days', '2 weeks', '1 month' or 'observation'"

MOST_MONTHS = 36
"""A plan beyond three years is a mistake."""

_WORDS = re.compile(r"([1-9][0-9]{0,2}) (day|week|month)(s?)")
_LONGEST = {"day": 999, "week": 156, "month": MOST_MONTHS}

_FEWEST = (0, 28, 59, 89, 120, 150, 181, 212, 242, 273, 303, 334)
_MOST = (0, 31, 62, 92, 123, 153, 184, 215, 245, 276, 306, 337)
"""Days of so many months in a row, by the calendar."""


class Length(NamedTuple):
    """A number of calendar months, or of days."""

    number: int
    unit: str
    """``day``, ``week`` or ``month``."""

    @property
    def words(self) -> str:
        """As an author writes it."""
        return f"{self.number} {self.unit}{'s' * (self.number > 1)}"

    @property
    def fewest_days(self) -> int:
        """The fewest days this can be."""
        if self.unit != "month":
            return self.number * (7 if self.unit == "week" else 1)
        return self.number // 12 * 365 + _FEWEST[self.number % 12]

    @property
    def most_days(self) -> int:
        """The most days this can be."""
        if self.unit != "month":
            return self.fewest_days
        return self.number // 12 * 366 + _MOST[self.number % 12]


def read_length(text: str) -> Length | None:
    """The length in these words; None if they are none, or the reader's own months."""
    match = _WORDS.fullmatch(text)
    if match is None:
        return None
    count, unit = int(match[1]), match[2]
    if count > _LONGEST[unit] or (match[3] == "s") != (count > 1):
        return None
    return Length(count, unit)
