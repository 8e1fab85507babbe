"""Answers to cases, each on a line of its own: how they are kept, exported and read back.

A line is a JSON object: ``{"guide": "failed-audit", "case": "two-of-forty", "when":
"2026-11-28T09:12:00.123456+01:00", "option": "unqualified", "right": true, "guessed": false}``.
The moment carries the reader's own offset from UTC, so that its day is theirs for good. A case has
one answer at one moment: lines that agree in guide, case and moment are one answer, and it was
guessed if any of them says so. Files can therefore be joined, in any order, and nothing counts
twice.
"""

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from typing import NamedTuple, cast

from guide.cleaning import clean_line

_AHEAD = timedelta(days=1)
"""How far another machine's clock may be ahead."""
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class Review(NamedTuple):
    """One answer to one case."""

    guide: str
    case: str
    when: datetime
    """With the reader's offset from UTC."""
    option: str
    right: bool
    """Whether the option was right when it was chosen."""
    guessed: bool = False
    """Whether the reader says so; a guess is no knowledge."""

    @property
    def known(self) -> bool:
        """Whether the reader knew it."""
        return self.right and not self.guessed

    @property
    def day(self) -> date:
        """The day it was for the reader."""
        return self.when.date()


class Reviews(NamedTuple):
    """What a file holds."""

    reviews: list[Review]
    """From first to last, each once."""
    faults: list[str]
    """One line for each line that can't be used: which, and why."""


class _FaultyError(Exception):
    """A line can't be used; the message says why."""


def written(reviews: Iterable[Review]) -> str:
    """The lines, each with its line break."""
    return "".join(f"{json.dumps(_line(review), ensure_ascii=False)}\n" for review in reviews)


def _line(review: Review) -> dict[str, object]:
    return review._asdict() | {"when": review.when.isoformat()}


def read(data: bytes, now: datetime | None = None) -> Reviews:
    """What a file holds; what is damaged in it is passed over and named."""
    latest = (now or datetime.now(UTC)) + _AHEAD
    answers: dict[tuple[str, str, datetime], Review] = {}
    faults = []
    for number, line in enumerate(data.split(b"\n"), 1):
        if line.strip():
            try:
                review = _review(line, latest)
            except _FaultyError as fault:
                faults.append(f"line {number}: {fault}")
            else:
                before = answers.get(review[:3], review)
                guessed = review.guessed or before.guessed
                answers[review[:3]] = before._replace(guessed=guessed)
    return Reviews(sorted(answers.values(), key=lambda review: review.when), faults)


def news(reviews: Iterable[Review], known: Iterable[Review]) -> Iterator[Review]:
    """The answers that are not known yet, or not as guessed."""
    before = {review[:3]: review for review in known}
    for review in reviews:
        same = before.get(review[:3])
        if same is None or (review.guessed and not same.guessed):
            yield review


def _review(line: bytes, latest: datetime) -> Review:
    try:
        entry = json.loads(line)
    except (ValueError, RecursionError):
        raise _FaultyError("it is not JSON") from None  # noqa: EM101
    if not isinstance(entry, dict):
        raise _FaultyError("it is not an object")  # noqa: EM101
    return Review(
        _word(entry, "guide"),
        _word(entry, "case"),
        _moment(entry.get("when"), latest),
        _word(entry, "option"),
        _flag(entry, "right"),
        _flag(entry, "guessed"),
    )


def _word(entry: dict[str, object], key: str) -> str:
    word = entry.get(key)
    if not (isinstance(word, str) and word and clean_line(word) == word):
        message = f'"{key}" is not an id'
        raise _FaultyError(message)
    return word


def _flag(entry: dict[str, object], key: str) -> bool:
    flag = entry.get(key)
    if not isinstance(flag, bool):
        message = f'"{key}" is not true or false'
        raise _FaultyError(message)
    return flag


def _moment(text: object, latest: datetime) -> datetime:
    try:
        moment = datetime.fromisoformat(cast("str", text))
        sound = moment.tzinfo is not None and _EPOCH <= moment <= latest
    except (TypeError, ValueError, OverflowError):
        sound = False
    if not sound:
        message = '"when" is not a time with a zone, between 1970 and now'
        raise _FaultyError(message)
    return moment
