"""Days on a scale of columns: for a chart in characters and for one that is drawn."""

from datetime import date, timedelta
from typing import NamedTuple


class Scale(NamedTuple):
    """From the first day to the last, both included, in so many columns."""

    first: date
    last: date
    columns: int

    def column(self, day: date) -> int:
        """The column that holds this day, from 0."""
        days = (self.last - self.first).days + 1
        return min(self.columns - 1, (day - self.first).days * self.columns // days)

    def holds(self, day: date) -> bool:
        """Whether the day lies on the scale."""
        return self.first <= day <= self.last


class Tick(NamedTuple):
    """The first day of a month on the scale, or the first day of the scale itself."""

    column: int
    day: date


def ticks(scale: Scale) -> list[Tick]:
    """Where each month begins."""
    marks = []
    day = (scale.first - timedelta(days=1)).replace(day=28) + timedelta(days=4)
    day = day.replace(day=1)
    while day <= scale.last:
        if day >= scale.first:
            marks.append(Tick(scale.column(day), day))
        day = (day.replace(day=28) + timedelta(days=4)).replace(day=1)
    if not marks or marks[0].column > scale.columns // 8:
        marks.insert(0, Tick(0, scale.first))  # a scale begins with a name
    return marks
