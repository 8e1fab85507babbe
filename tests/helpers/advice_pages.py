"""Pages to look at, and guides whose every text is something nasty."""

import datetime
from typing import Any

import msgspec

from guide.document.formats import Target, write
from guide.journey.advice import Advice, advise
from guide.journey.code import locate, read_pairs
from guide.journey.walk import Step, walk
from guide.model.schema import Guide
from guide.pages.advice import Frame, advice_page

TODAY = datetime.date(2026, 11, 20)


def page(guide: Guide, pairs: str) -> Advice:
    """The advice for these pairs, as ``guide advise`` finds it."""
    located = locate(guide, read_pairs(guide, pairs))
    return advise(guide, located.scenario, located.open)


def written(
    guide: Guide,
    pairs: str,
    form: str,
    *,
    width: int = 80,
    bold: bool = False,
    sources: bool = True,
    **frame: Any,
) -> str:
    """The page in one format."""
    made = advice_page(page(guide, pairs), Frame(TODAY, **frame))
    return write(made, form, Target(width, bold, sources=sources))


def trail(guide: Guide, answers: dict[str, str]) -> tuple[Step, ...]:
    """The steps that these answers take."""
    return walk(guide, answers).trail


def with_words(guide: Guide, words: str, body: str) -> Guide:
    """The same guide with every text a reader sees replaced; ids stay as they are."""
    data = msgspec.to_builtins(guide)
    return msgspec.convert(_replaced(data, words, body), Guide)


_TEXTS = {
    *("title", "kind", "about", "verified_by", "label", "text", "why", "look", "hint"),
    *("judgement", "says", "check", "name", "address"),
}


_WORDS_OF_THE_FORMAT = {"spine", "follow-up", "finding"}


def _replaced(data: Any, words: str, body: str) -> Any:
    if isinstance(data, dict):
        if "text" in data and "id" not in data:  # what names something else in a plan
            return data
        return {key: _value(key, value, words, body) for key, value in data.items()}
    if isinstance(data, list | tuple):
        return [_replaced(item, words, body) for item in data]
    return data


def _value(key: str, value: Any, words: str, body: str) -> Any:
    if key == "body":
        return body
    if key in _TEXTS and isinstance(value, str) and value not in _WORDS_OF_THE_FORMAT:
        return words
    return _replaced(value, words, body)
