"""The blanks of one letter: which there are, what stands in each, and what can't be true together.

A blank goes by a key: the id of its field, or for a row ``findings.1.cause``.
"""

from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from functools import cached_property
from typing import NamedTuple

from guide.english import any_phrase, letter_date
from guide.model.conditions import applies
from guide.model.length import read_length
from guide.model.letters import (
    Letter,
    LetterBlank,
    LetterChoice,
    LetterField,
    LetterParagraph,
    Letters,
    blanks,
)
from guide.model.schema import Guide, Scenario
from guide.plan.calendar import add_months
from guide.plan.inputs import Inputs
from guide.sales.entries import EntryError, LetterEntry, read_entry

MOST_ROWS = 20
"""Rows of one field; a report with more is not explained in a letter."""
LEFT_OUT = "left-out"
"""The key of the paragraphs that are taken out, behind the letter's id: ``left-out.status``."""


class Slot(NamedTuple):
    """One blank to fill."""

    key: str
    blank: LetterBlank
    row: int = 0
    """Of which row, from 1; 0 for a field without rows."""

    @property
    def label(self) -> str:
        """What to call it."""
        label = self.blank.label
        return f"{label} ({self.row})" if self.row else label


class WantedLetter(NamedTuple):
    """A letter that somebody wants to write."""

    guide: Guide
    letters: Letters
    letter: Letter
    scenario: Scenario


class LetterForm:
    """The blanks of a letter with what was typed into them.

    Args:
        wanted: the letter, and who writes it.
        typed: key -> text, for all letters of this scenario; what others use is passed over.
        today: the day of writing.
        plan: the days typed for a plan, if any were.

    """

    def __init__(
        self,
        wanted: WantedLetter,
        typed: Mapping[str, str],
        today: date,
        plan: Inputs | None = None,
    ) -> None:
        self.wanted, self.typed, self.today = wanted, typed, today
        self._plan = plan or Inputs()
        self._fields = {field.id: field for field in wanted.letters.fields}
        self._read: dict[str, LetterEntry] = {}
        self._slots: list[Slot] = []
        self.troubles: dict[str, str] = {}
        """What is wrong with a blank: key -> one line with the way out."""
        for name in self._names():
            self._take(name)
        for slot in self._slots:
            if why := self._breaks(slot):
                self.troubles[slot.key] = why
        self.entries = {k: entry for k, entry in self._read.items() if k not in self.troubles}
        """What stands in the blanks that are filled."""

    def with_typed(self, typed: Mapping[str, str]) -> "LetterForm":
        """The same letter with other words typed."""
        return LetterForm(self.wanted, typed, self.today, self._plan)

    @property
    def slots(self) -> tuple[Slot, ...]:
        """All the blanks, in the order of the letter."""
        return tuple(self._slots)

    @property
    def open(self) -> tuple[Slot, ...]:
        """The blanks that still have to be filled; a row that nobody began is none."""
        return tuple(
            slot
            for slot in self._slots
            if slot.key not in self.entries and (slot.row <= 1 or self._begun(slot))
        )

    def _begun(self, slot: Slot) -> bool:
        row = slot.key.rpartition(".")[0]
        return any(key.startswith(f"{row}.") and text for key, text in self.typed.items())

    @cached_property
    def paragraphs(self) -> tuple[LetterParagraph, ...]:
        """The paragraphs that this letter may hold, whatever is chosen in its fields."""
        scenario = self.wanted.scenario
        return tuple(p for p in self.wanted.letter.paragraphs if applies(p, scenario))

    @cached_property
    def left_out(self) -> frozenset[str]:
        """The paragraphs that are taken out."""
        names = self.typed.get(f"{LEFT_OUT}.{self.wanted.letter.id}", "").replace(",", " ").split()
        return frozenset(p.id for p in self.paragraphs if p.id in names and not p.must)

    def stands(self, paragraph: LetterParagraph) -> bool | None:
        """Whether a paragraph stands in the letter; None if a choice is still to be made."""
        if paragraph.id in self.left_out:
            return False
        chosen = [self._chosen(name, options) for name, options in paragraph.where.items()]
        return None if None in chosen and False not in chosen else all(chosen)

    def _chosen(self, name: str, options: tuple[str, ...]) -> bool | None:
        entry = self._read.get(name)
        return None if entry is None else entry.kept in options

    def _names(self) -> Iterator[str]:
        """The fields, each where the letter first needs it."""
        letter = self.wanted.letter
        for line in letter.head:
            if applies(line, self.wanted.scenario):
                yield from blanks(line.text)
        yield from blanks(letter.heading)
        for paragraph in self.paragraphs:
            yield from () if paragraph.id in self.left_out else paragraph.where
            if self.stands(paragraph):
                yield from blanks(paragraph.body)
                yield from filter(None, [paragraph.rows])

    def _take(self, name: str) -> None:
        field = self._fields.get(name)
        if field is None or any(
            slot.blank is field or slot.key.startswith(f"{name}.") for slot in self._slots
        ):
            return
        if field.kind != "rows":
            self._slots.append(Slot(name, field))
            self._enter(self._slots[-1], self.typed.get(name, "") or self._known(field))
            return
        for row in range(1, self.rows(name) + 1):
            for column in self.columns(name):
                slot = Slot(f"{name}.{row}.{column.id}", column, row)
                self._slots.append(slot)
                self._enter(slot, self.typed.get(slot.key, ""))

    def rows(self, name: str) -> int:
        """How many rows there are of a field: those begun, and never none."""
        begun = [
            int(parts[1])
            for key, text in self.typed.items()
            if text
            and len(parts := key.split(".")) == 3
            and parts[0] == name
            and parts[1].isdecimal()
        ]
        return min(max([1, *begun]), MOST_ROWS)

    def further(self, slot: Slot) -> Slot | None:
        """The first blank of a further row, behind the last one of the last row."""
        name, _, column = slot.key.partition(".")
        if not slot.row or slot.row != self.rows(name) or slot.row == MOST_ROWS:
            return None
        columns = self.columns(name)
        first = f"{name}.{slot.row}.{columns[0].id}"
        last = column.partition(".")[2] == columns[-1].id and first in self.entries
        row = slot.row + 1
        return Slot(f"{name}.{row}.{columns[0].id}", columns[0], row) if last else None

    def columns(self, name: str, only: tuple[str, ...] = ()) -> tuple[LetterBlank, ...]:
        """What each row of a field has, for this reader; of some of the columns only."""
        named = [p.columns for p in self.paragraphs if p.rows == name]
        wanted = only or tuple(c for columns in named for c in columns) * all(named)
        return tuple(
            column
            for column in self._fields[name].columns
            if applies(column, self.wanted.scenario) and (not wanted or column.id in wanted)
        )

    def _enter(self, slot: Slot, text: str) -> None:
        if not text.strip():
            return
        try:
            self._read[slot.key] = read_entry(slot.blank, text, self.today)
        except EntryError as error:
            self.troubles[slot.key] = f"{slot.label}: {error}"

    def _known(self, field: LetterField) -> str:
        """What a field holds already, from the answers or from the plan."""
        for known in field.known:
            if applies(known, self.wanted.scenario):
                return known.value
        plan = self._plan
        if field.plan == "today":
            return self.today.isoformat()
        if field.plan == "report-date" and plan.report_date:
            return plan.report_date.isoformat()
        if field.plan == "next-period" and plan.observe_from and plan.months:
            end = add_months(plan.observe_from, plan.months) - timedelta(days=1)
            return f"{plan.observe_from} to {end}"
        return ""

    def _breaks(self, slot: Slot) -> str:
        """What an entry breaks, in one line; empty if nothing."""
        entry = self._read.get(slot.key)
        if entry is None:
            return self.troubles.get(slot.key, "")
        why = self._says(entry) or self._exceeds(slot, entry) or self._unfit(slot, entry)
        if not why and isinstance(slot.blank, LetterField):
            why = self._order(slot.blank, entry) or self._refused(slot.blank, entry)
        return f"{slot.label}: {why}" if why else ""

    def _says(self, entry: LetterEntry) -> str:
        for caution in self.wanted.letters.cautions:
            if match := any_phrase(caution.forbidden).search(entry.words):
                return f"{match.group()!r} can't stand in a letter. {caution.says}"
        return ""

    def _exceeds(self, slot: Slot, entry: LetterEntry) -> str:
        column = f"{slot.key.rpartition('.')[0]}.{slot.blank.at_most}"
        limit = self._read.get(column) if slot.blank.at_most else None
        if limit is None or entry.number <= limit.number:
            return ""
        return f"{entry.words} is more than the {limit.words} times it was tested; count again"

    def _unfit(self, slot: Slot, entry: LetterEntry) -> str:
        """What a choice does not fit: a day that is still to come, or another choice."""
        for choice in (each for each in slot.blank.choices if each.id == entry.kept):
            day = self._read.get(f"{slot.key.rpartition('.')[0]}.{choice.no_later}")
            written = self._read.get(
                next((f.id for f in self._fields.values() if f.plan == "today"), "")
            )
            today = written.days[0] if written else self.today
            if day and day.days[0] > today:
                late = f"{letter_date(day.days[0])}, is after {letter_date(today)}"
                return f"it can't be {choice.label!r}, since its day, {late}; correct one of them"
            for name, options in choice.beside.items():
                if other := next(self._others(name, options), ""):
                    return f"{choice.label!r} can't stand beside {other}; correct one of them"
        return ""

    def _others(self, name: str, options: tuple[str, ...]) -> Iterator[str]:
        """The choices typed in a field, or in all rows of a column, that are none of these.

        They count in whichever letter they are typed: a buyer lays the letters side by side.
        """
        field, _, column = name.partition(".")
        keys = (
            [name] if not column else [f"{field}.{row}.{column}" for row in range(1, MOST_ROWS + 1)]
        )
        blank = self._fields[field]
        blanks = [blank] if not column else [c for c in blank.columns if c.id == column]
        labels = {choice.id: choice.label for each in blanks for choice in each.choices}
        for key in keys:
            kept = self.typed.get(key, "")
            if kept in labels and kept not in options:
                yield f"'{blanks[0].label}', {labels[kept]!r}"

    def _order(self, field: LetterField, entry: LetterEntry) -> str:
        """What is wrong with its days beside those of other fields."""
        for name in field.since:
            other = self._read.get(name)
            if other and entry.days[0] < other.days[-1]:
                return f"{letter_date(entry.days[0])} is before {self._last(name, other)}"
        for name in field.until:
            other = self._read.get(name)
            if other and entry.days[-1] > other.days[0]:
                return f"{letter_date(entry.days[-1])} is after {self._last(name, other)}"
            if other and field.within and _longer(entry.days[-1], other.days[0], field.within.text):
                end, within = letter_date(entry.days[-1]), field.within.text
                return f"{end} is more than {within} before {self._last(name, other)}"
        for name in field.follows:
            other = self._read.get(name)
            start = other.days[-1] + timedelta(days=1) if other else entry.days[0]
            if entry.days[0] != start:
                after = f"the day after {self._last(name, other)}"
                return f"it has to start on {letter_date(start)}, {after}"
        return ""

    def _last(self, name: str, other: LetterEntry | None) -> str:
        label = self._fields[name].label
        day = letter_date(other.days[-1]) if other else ""
        return f"'{label[:1].lower()}{label[1:]}', {day}; correct one of them"

    def _refused(self, field: LetterField, entry: LetterEntry) -> str:
        too_long = field.longest is not None and _longer(
            entry.days[0], entry.days[-1] + timedelta(days=1), field.longest.text
        )
        other = self._read.get(field.not_of)
        same = other is not None and _names_firm(entry.words, other.words)
        broken = too_long or same or any_phrase(field.forbidden).search(entry.words)
        return field.refuses if broken else ""

    @property
    def choice(self) -> LetterChoice | None:
        """A choice that rules the letter out, if one was made."""
        for slot in self._slots:
            for choice in slot.blank.choices:
                if (
                    choice.refuses
                    and slot.key in self.entries
                    and self.entries[slot.key].kept == choice.id
                ):
                    return choice
        return None


def _longer(first: date, end: date, longest: str) -> bool:
    """Whether there are more days from one day to another than a length of time has."""
    length = read_length(longest)
    return length is not None and (end - first).days > length.most_days


_LEGAL_FORM = {"llp", "llc", "pllc", "pc", "inc", "cpa", "cpas", "co", "ltd", "and", "the", "of"}


def _names_firm(name: str, firm: str) -> bool:
    """Whether a person's line holds the name of a firm, whatever legal form stands behind it."""
    words = [word for word in _words(firm) if word not in _LEGAL_FORM]
    return (
        bool(words)
        and f" {' '.join(words)} "
        in f" {' '.join(w for w in _words(name) if w not in _LEGAL_FORM)} "
    )


def _words(text: str) -> list[str]:
    plain = "".join(
        letter if letter.isalnum() else " " for letter in text.casefold().replace(".", "")
    )
    return plain.split()
