"""Nodes to structs, driven by the structs' own types.

Reports every fault of a file, not the first only: a thing that can't be read is left out, its
id is remembered as broken, and reading goes on with the next.
"""

import contextlib
import datetime
import functools
from collections.abc import Callable, Collection, Iterable
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

import msgspec

from guide.model.codes import Code
from guide.model.example import Listed, ListedNames, ListedPhrases, Name, Pair, Phrase, Said
from guide.model.problems import did_you_mean, nearest, quoted
from guide.model.schema import Condition, Id, Place, Rename, Renames, RenamesWithin, Route, Test
from guide.reading.collector import Problems
from guide.reading.loose_keys import report_loose
from guide.reading.names import id_rule, is_id
from guide.reading.nodes import Mapping, Node, Refused, Scalar, Sequence


class Invalid(Exception):  # noqa: N818  not an error: a fault that has already been reported
    """A node that could not be read; the problem is recorded."""

    def __init__(self, values: dict[str, Any] | None = None) -> None:
        super().__init__()
        self.values = values or {}
        """What could be read of a table."""


def decode(node: Node, kind: Any, problems: Problems) -> Any:
    """The value of this type that the node holds.

    Raises:
        Invalid: after recording why.

    """
    if isinstance(node, Refused):
        raise Invalid
    special = _SPECIAL.get(kind)
    if special is not None:
        return special(node, problems)
    origin = get_origin(kind)
    if origin is tuple:
        return _items(node, get_args(kind)[0], problems)
    if origin is dict:
        return _table(node, get_args(kind), problems)
    if origin is Literal:
        return _choice(node, get_args(kind), problems)
    if origin in (Union, UnionType):
        return decode(node, next(k for k in get_args(kind) if k is not type(None)), problems)
    if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
        return _struct(node, kind, problems)
    message = f"no reader for {kind}"
    raise TypeError(message)


def decode_list(node: Node, kind: Any, problems: Problems) -> tuple[Any, ...]:
    """Every readable item of a file that is one list."""
    try:
        return _items(node, kind, problems)
    except Invalid:
        problems.unread.add(node.at.file)
        return ()


def _struct(node: Node, kind: type[msgspec.Struct], problems: Problems) -> Any:
    if not isinstance(node, Mapping):
        raise _wrong(node, "a table (key: value)", problems)
    fields = {name: hint for name, hint in _hints(kind).items() if hint is not Place}
    loose = report_loose(node, problems)
    slips = _slips(node, kind, [*fields, *loose], problems)
    values: dict[str, Any] = {"at": node.at}
    written = {
        name: value
        for name, (_, value) in node.items.items()
        if name in fields and name not in loose
    }
    for name, value in written.items():
        with contextlib.suppress(Invalid):
            values[name] = decode(value, fields[name], problems)
        if f"{name}_at" in _hints(kind):
            values[f"{name}_at"] = value.at
    broken = bool(slips or loose) or not node.whole or not written.keys() <= values.keys()
    for name in _required(kind):
        if name in node.items:
            broken |= _is_empty(values.get(name), node.items[name][1], problems)
        elif node.whole and name not in slips.values():
            problems.add(Code.MISSING_KEY, node.at, f"{_called(node)} has no {name!r}; add it")
            broken = True
    if broken:
        if "id" in fields:
            _remember(node, slips, problems)
        raise Invalid(values)
    return kind(**values)


def _slips(
    node: Mapping, kind: type[msgspec.Struct], fields: list[str], problems: Problems
) -> dict[str, str]:
    """Report keys that mean nothing here; give back what each was meant to be, if that is known."""
    unknown = [name for name in node.items if name not in fields]
    free = [field for field in fields if field not in node.items]
    slips = {name: nearest(name, free) or "" for name in unknown}
    lost = [name for name in _required(kind) if name in free and name not in slips.values()]
    if len(lost) == 1 and [*slips.values()] == [""]:  # the only key too many, the only one missing
        slips = {unknown[0]: lost[0]}
    for name, meant in slips.items():
        hint = f"; did you mean {meant!r}?" if meant else ""
        message = f"{quoted(name)} means nothing here{hint}"
        problems.add(Code.UNKNOWN_KEY, node.items[name][0].at, message)
    return slips


def _is_empty(value: object, node: Node, problems: Problems) -> bool:
    """Whether a list that must hold something is empty, which is reported."""
    empty = value == ()
    if empty:
        problems.add(Code.EMPTY, node.at, "nothing stands in this list")
    return empty


def _remember(node: Mapping, slips: dict[str, str], problems: Problems) -> None:
    """Excuse whoever refers to this, by its id or, if nobody knows that, by its file."""
    key = "id" if "id" in node.items else next((k for k, m in slips.items() if m == "id"), "")
    named = node.items[key][1] if key else None
    if isinstance(named, Scalar) and named.text.strip():
        problems.broken.add(named.text)
    else:
        problems.unread.add(node.at.file)


def _called(node: Mapping) -> str:
    name = node.items.get("id")
    return quoted(name[1].text) if name and isinstance(name[1], Scalar) else "this"


@functools.cache
def _required(kind: type[msgspec.Struct]) -> list[str]:
    return [f.name for f in msgspec.structs.fields(kind) if f.required]


@functools.cache
def _hints(kind: type[msgspec.Struct]) -> dict[str, Any]:
    return get_type_hints(kind, include_extras=True)


def _items(node: Node, kind: Any, problems: Problems) -> tuple[Any, ...]:
    if not isinstance(node, Sequence):
        raise _wrong(node, "a list", problems)
    items = _readable([functools.partial(decode, item, kind, problems) for item in node.items])
    if node.items and not items:
        raise Invalid
    return tuple(items)


def _readable(readers: Iterable[Callable[[], Any]]) -> list[Any]:
    """What each reader gives, less those that report a fault: one fault hides no other."""
    values = []
    for read in readers:
        try:
            values.append(read())
        except Invalid:
            continue
    return values


def _all(readers: Collection[Callable[[], Any]]) -> tuple[Any, ...]:
    """What all of them give; if one reports a fault, the others are asked all the same.

    Raises:
        Invalid: if one reports a fault.

    """
    values = tuple(_readable(readers))
    if len(values) < len(readers):
        raise Invalid
    return values


def _table(node: Node, kinds: tuple[Any, Any], problems: Problems) -> dict[str, Any]:
    if not isinstance(node, Mapping):
        raise _wrong(node, "a table (key: value)", problems)
    pairs = [
        functools.partial(_pair, key, value, kinds, problems) for key, value in node.items.values()
    ]
    return dict(_readable(pairs))


def _pair(key: Scalar, value: Node, kinds: tuple[Any, Any], problems: Problems) -> tuple[Any, Any]:
    return decode(key, kinds[0], problems), decode(value, kinds[1], problems)


def _choice(node: Node, allowed: tuple[str, ...], problems: Problems) -> str:
    text = _line(node, problems)
    if text not in allowed:
        message = f"{quoted(text)} is not allowed here{did_you_mean(text, allowed)}"
        raise _bad(node, message, problems)
    return text


def _markdown(node: Node, problems: Problems) -> str:
    if not isinstance(node, Scalar):
        raise _wrong(node, "a text", problems)
    text = node.text.rstrip()
    if not text.strip():
        problems.add(Code.EMPTY, node.at, "nothing is written here")
        raise Invalid
    return text


def _line(node: Node, problems: Problems) -> str:
    return " ".join(_markdown(node, problems).split())


def _uncut(read: Callable[[Node, Problems], str]) -> Callable[[Node, Problems], str]:
    """As ``read`` reads it; words that YAML takes for a comment are a problem, not a loss."""

    def reader(node: Node, problems: Problems) -> str:
        if isinstance(node, Scalar) and node.cut:
            message = f"no reader sees {node.cut!r}, which YAML takes for a comment; put the text "
            message += "in quotes, or a space after '#'"
            problems.add(Code.CUT_SHORT, node.at, message)
            if not node.text:
                raise Invalid
        return read(node, problems)

    return reader


def _id(node: Node, problems: Problems) -> str:
    text = _line(node, problems)
    if not is_id(text):
        problems.add(Code.BAD_ID, node.at, f"{quoted(text)} can't be an id; {id_rule(text)}")
        raise Invalid
    return text


def _whole(node: Node, problems: Problems) -> int:
    text = _line(node, problems)
    if not text.isascii() or not text.isdigit() or len(text) > 6:
        raise _bad(node, f"{quoted(text)} is not a whole number", problems)
    return int(text)


def _day(node: Node, problems: Problems) -> datetime.date:
    text = _line(node, problems)
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        message = f"{quoted(text)} is not a day; write it as 2026-05-13"
        raise _bad(node, message, problems) from None


def _flag(node: Node, problems: Problems) -> bool:
    return _choice(node, ("true", "false"), problems) == "true"


def _condition(node: Node, problems: Problems) -> Condition:
    tables = node.items if isinstance(node, Sequence) else [node]
    any_of = _all([functools.partial(_tests, table, problems) for table in tables])
    if not any_of:
        problems.add(Code.EMPTY, node.at, "no table stands in this condition; remove it")
        raise Invalid
    return Condition(any_of, node.at)


def _tests(node: Node, problems: Problems) -> tuple[Test, ...]:
    if not isinstance(node, Mapping):
        raise _wrong(node, "a table (facet: value), or a list of such tables", problems)
    if not node.items:
        problems.add(Code.EMPTY, node.at, "an empty condition; remove it")
        raise Invalid
    rows = [functools.partial(_test, key, value, problems) for key, value in node.items.values()]
    return _all(rows)


def _test(key: Scalar, value: Node, problems: Problems) -> Test:
    name, values = _all([lambda: _id(key, problems), lambda: _values(value, problems)])
    return Test(name, values, key.at)


def _values(node: Node, problems: Problems) -> tuple[str, ...]:
    if isinstance(node, Sequence):
        if not node.items:
            problems.add(Code.EMPTY, node.at, "no value stands in this list")
            raise Invalid
        return _all([functools.partial(_id, item, problems) for item in node.items])
    return (_id(node, problems),)


def _routes(node: Node, problems: Problems) -> tuple[Route, ...]:
    if isinstance(node, Scalar):
        return (Route(_id(node, problems), at=node.at),)
    routes = _items(node, Route, problems)
    if not routes:
        problems.add(Code.EMPTY, node.at, "no route stands in this list")
        raise Invalid
    return routes


def _name(node: Node, problems: Problems) -> Said:
    return Said(_id(node, problems), node.at)


def _phrase(node: Node, problems: Problems) -> Said:
    return Said(_uncut(_line)(node, problems), node.at)


def _rows(node: Node, read: Callable[[Scalar, Node, Problems], Any], problems: Problems) -> Any:
    if not isinstance(node, Mapping):
        raise _wrong(node, "a table (key: value)", problems)
    return _all(
        [functools.partial(read, key, value, problems) for key, value in node.items.values()]
    )


def _chosen(key: Scalar, value: Node, problems: Problems) -> Pair:
    return Pair(_id(key, problems), _id(value, problems), key.at)


def _listed(kind: Any) -> Callable[[Node, Problems], Any]:
    def read(key: Scalar, value: Node, problems: Problems) -> Listed:
        return Listed(_id(key, problems), _items(value, kind, problems), key.at)

    return lambda node, problems: _rows(node, read, problems)


def _rename(key: Scalar, value: Node, problems: Problems, within: str = "") -> Rename:
    return Rename(_id(key, problems), _id(value, problems), within, key.at)


def _renames_within(node: Node, problems: Problems) -> tuple[Rename, ...]:
    def inner(key: Scalar, value: Node, problems: Problems) -> tuple[Rename, ...]:
        row = functools.partial(_rename, within=_id(key, problems))
        renames: tuple[Rename, ...] = _rows(value, row, problems)
        return renames

    return tuple(rename for table in _rows(node, inner, problems) for rename in table)


def _wrong(node: Node, wanted: str, problems: Problems) -> Invalid:
    if isinstance(node, Refused):
        return Invalid()
    names = {Scalar: "a text", Sequence: "a list", Mapping: "a table"}
    problems.add(Code.WRONG_KIND, node.at, f"{wanted} belongs here, not {names[type(node)]}")
    return Invalid()


def _bad(node: Node, message: str, problems: Problems) -> Invalid:
    problems.add(Code.BAD_VALUE, node.at, message)
    return Invalid()


_SPECIAL: dict[Any, Callable[[Node, Problems], Any]] = {
    str: _uncut(_line),
    Id: _id,
    Annotated[str, "markdown"]: _uncut(_markdown),
    int: _whole,
    bool: _flag,
    datetime.date: _day,
    Condition: _condition,
    Condition | None: _condition,
    tuple[Route, ...]: _routes,
    Name: _name,
    Phrase: _phrase,
    Renames: lambda node, problems: _rows(node, _rename, problems),
    RenamesWithin: _renames_within,
    tuple[Pair, ...]: lambda node, problems: _rows(node, _chosen, problems),
    ListedNames: _listed(Name),
    ListedPhrases: _listed(Phrase),
}
