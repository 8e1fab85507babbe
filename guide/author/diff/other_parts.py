"""Parts of a guide that stand beside the advice, such as the plan: compared text by text.

They are not followed reader by reader: whoever has such a part sees what is written in it.
"""

from collections.abc import Iterator

import msgspec

from guide.author.diff.visible import fact_words
from guide.journey.advice import facts_under
from guide.model.basic import Said
from guide.model.renames import Names
from guide.model.schema import Block, Guide, Test

_COMPARED = {"head", "facets", "questions", "blocks", "facts", "sources", "content_hash"}
"""The fields of a guide that are compared for every reader elsewhere."""


def compare_other_parts(old: Guide, new: Guide, names: Names) -> Iterator[tuple[str, str, str]]:
    """Which text, what it said, what it says; also where both are the same.

    Args:
        old: the old guide, by its own names or by the new ones.
        new: the new guide.
        names: what was renamed, for the conditions and facets of such parts.

    """
    for field in msgspec.structs.fields(Guide):
        if field.name in _COMPARED:
            continue
        before, after = getattr(old, field.name), getattr(new, field.name)
        if before is None or after is None:
            yield field.name, _there(before), _there(after)
            continue
        was = dict(_texts(field.name, _plain(before, names)))
        now = dict(_texts(field.name, _plain(after, names)))
        for path in dict.fromkeys([*now, *was]):
            yield path, was.get(path, ""), now.get(path, "")
        yield from _facts(field.name, _evidence(old, before), _evidence(new, after))


def _there(part: object) -> str:
    return "not there" if part is None else "there"


def _plain(part: object, names: Names) -> object:
    """The part as tables, lists and texts, without places, its conditions in new names."""
    if isinstance(part, Test):
        values = sorted(names.value(part.facet, value) for value in part.values)
        return f"{names.facet(part.facet)}={'|'.join(values)}"
    if isinstance(part, Said):
        return names.facet(part.text)
    if isinstance(part, msgspec.Struct):
        part = {name: getattr(part, name) for name in part.__struct_fields__ if name != "at"}
    if isinstance(part, dict):
        return {str(key): _plain(value, names) for key, value in part.items()}
    if isinstance(part, (list, tuple)):
        return [_plain(item, names) for item in part]
    return part


def _texts(path: str, part: object) -> Iterator[tuple[str, str]]:
    if isinstance(part, dict):
        for key, value in part.items():
            yield from _texts(f"{path}, {key}", value)
    elif isinstance(part, list) and all(isinstance(item, str) for item in part):
        yield path, ", ".join(part)
    elif isinstance(part, list):
        for number, item in enumerate(part, 1):
            name = item.get("id", number) if isinstance(item, dict) else number
            yield from _texts(f"{path} {name}", item)
    elif part not in (None, ""):
        yield path, str(part)


def _evidence(guide: Guide, part: object) -> dict[str, str]:
    """Fact id -> what a reader is told of it, for all facts that the part rests on."""
    block = Block("", "", rests_on=tuple(dict.fromkeys(_rests_on(part))))
    return {fact.id: fact_words(guide, fact) for fact in facts_under(guide, block)}


def _rests_on(part: object) -> Iterator[str]:
    if isinstance(part, msgspec.Struct):
        yield from getattr(part, "rests_on", ())
        part = [getattr(part, name) for name in part.__struct_fields__]
    if isinstance(part, dict):
        part = list(part.values())
    if isinstance(part, (list, tuple)):
        for item in part:
            yield from _rests_on(item)


def _facts(name: str, was: dict[str, str], now: dict[str, str]) -> Iterator[tuple[str, str, str]]:
    for fact, words in now.items():
        if fact in was:
            yield f"{name}: fact {fact}", was[fact], words
