"""Everything that a guide says and rests on, whichever part of it says so."""

from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple, get_type_hints

import msgspec

from guide.model.basic import Condition, Grounded, Markdown, Place, Said
from guide.model.conditions import reads
from guide.model.example import Example, Pair
from guide.model.schema import Fact, Guide, Renamed, Source

_NO_THING = Place | Condition | Said | Renamed | Pair
"""Tables of ids and lengths: nothing in them is for a reader."""
_NO_WORDS = {"address", "forbidden"}
"""Texts that are no language."""


_OTHERS_WORDS = {"asked", "also", "phrases"}
"""What others ask, and what is not to be said: neither is the guide's own."""


class Text(NamedTuple):
    """What one key says."""

    owner: str
    """The id of the thing, or of the thing it belongs to."""
    field: str
    words: str
    at: Place
    """The place of the thing."""
    markdown: bool
    """Whether it holds marks; else it is shown as it was written."""
    reports: bool
    """Whether it tells what somebody else says, in whatever words they chose."""

    @property
    def called(self) -> str:
        """How a message names it."""
        owner = repr(self.owner) if self.owner else "this"
        return owner if self.markdown else f"{owner}, in its {self.field!r},"


def texts(guide: Guide, examples: tuple[Example, ...] = ()) -> Iterator[Text]:
    """Every text that a reader, or the reader of an example, can see."""
    for thing, owner in (*things(guide), *_below(examples, "")):
        for field, markdown in _spoken(thing.__class__):
            value = getattr(thing, field)
            reports = isinstance(thing, Fact | Source | Example) or field in _OTHERS_WORDS
            for words in value if isinstance(value, tuple) else (value,):
                if words:
                    yield Text(owner, field, words, thing.at, markdown, reports)


def grounded(guide: Guide) -> Iterator[Grounded]:
    """Everything that rests on facts or on a judgement: blocks, and what a plan is made of."""
    for blocks in guide.blocks.values():
        yield from blocks
    yield from (thing for thing in things_beside(guide) if hasattr(thing, "rests_on"))


def read_facets(guide: Guide) -> frozenset[str]:
    """The facets that some condition reads, of a route, a block or the plan."""
    parts = [thing for thing, _ in things(guide) if hasattr(thing, "unless")]
    return reads(*parts) | plan_facets(guide)


def plan_facets(guide: Guide) -> frozenset[str]:
    """The facets that the plan depends on."""
    if guide.recovery is None:
        return frozenset()
    parts = [thing for thing, _ in _below(guide.recovery, "") if hasattr(thing, "unless")]
    months = guide.recovery.months
    return reads(*parts) | {months.text} if months else reads(*parts)


def things(guide: Guide) -> Iterator[tuple[Any, str]]:
    """Everything that an author wrote as a table, each with the id by which it is known."""
    blocks = [block for blocks in guide.blocks.values() for block in blocks]
    parts = (guide.head, guide.facets, guide.questions, blocks, guide.sources, guide.facts)
    for part in (*parts, *_beside(guide)):
        yield from _below(part, "")


def things_beside(guide: Guide) -> Iterator[Any]:
    """Everything of that which stands beside the advice, such as in the plan and the letters."""
    return (thing for thing, _ in _below(_beside(guide), ""))


def _beside(guide: Guide) -> tuple[object, ...]:
    plan, practice = (guide.recovery,), (guide.cases, guide.sessions)
    return (*plan, guide.glance, guide.terms, guide.replies, guide.letters, *practice)


def _below(part: object, owner: str) -> Iterator[tuple[Any, str]]:
    if isinstance(part, list | tuple):
        for item in part:
            yield from _below(item, owner)
    elif isinstance(part, msgspec.Struct) and not isinstance(part, _NO_THING):
        owner = getattr(part, "id", owner)
        yield part, owner
        for field in _nested(type(part)):
            yield from _below(getattr(part, field), owner)


@lru_cache(maxsize=64)
def _spoken(kind: type) -> tuple[tuple[str, bool], ...]:
    """The keys of a thing that hold words, and whether those have marks."""
    hints = get_type_hints(kind, include_extras=True)
    return tuple(
        (name, hint == Markdown)
        for name, hint in hints.items()
        if hint in (str, Markdown, tuple[str, ...]) and name not in _NO_WORDS
    )


@lru_cache(maxsize=64)
def _nested(kind: type) -> tuple[str, ...]:
    """The keys of a thing that can hold other things."""
    plain = (str, int, bool, Place)
    hints = get_type_hints(kind)
    return tuple(name for name, hint in hints.items() if hint not in plain)
