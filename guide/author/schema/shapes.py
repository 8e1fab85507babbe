"""The kinds that the reader knows, as JSON Schema (draft 2020-12).

The reader takes every scalar as the text that was written. An editor has already decided that
``3`` is a number and ``true`` a boolean, so wherever the reader takes any text, those fit too.
Only nothing at all (null) never fits: an editor can't tell it from a value that was forgotten.

The shapes are written for what an editor makes of them, too. It offers ``true`` and ``false``
wherever a type says boolean, so a text is what is no table, no list and not null. Of several
shapes it shows the title of each, so a text or a list is one shape with the rules of both. And it
writes ``key: `` only for a shape that has a type or an ``anyOf``, be it one of one.
"""

import datetime
from collections.abc import Callable
from types import UnionType
from typing import Any, Literal, TypeAlias, Union, get_args, get_origin, get_type_hints

import msgspec

from guide.author.schema.words import docstrings
from guide.model.basic import UNSET, Condition, Id, Markdown, Name, Phrase, Place
from guide.model.example import ListedNames, ListedPhrases, Pair
from guide.model.schema import ADVICE, Question, Renames, RenamesWithin, Route, Value
from guide.reading.names import ID_PATTERN, LONGEST_ID

Shape: TypeAlias = dict[str, Any]

_WRITTEN: Shape = {"anyOf": [{"not": {"type": ["array", "object", "null"]}}]}
_NAMED = {"pattern": f"^{ID_PATTERN}$", "maxLength": LONGEST_ID}
_RESERVED: dict[tuple[type, str], str] = {(Question, "id"): ADVICE, (Value, "id"): UNSET}
"""Words that the format itself uses, and what may not be called so."""
_SUGGESTED: dict[tuple[type, str], list[str]] = {(Route, "go"): [ADVICE]}
"""What an editor may offer besides the ids that only the author knows."""


class Shapes:
    """Shapes of kinds, and the definitions that they refer to."""

    def __init__(self) -> None:
        self.definitions: dict[str, Shape] = {}

    def of(self, kind: Any) -> Shape:
        """The shape of this kind, as the reader reads it.

        Raises:
            TypeError: if the reader has a kind that this does not know.

        """
        if kind in _SPECIAL:
            return _SPECIAL[kind](self)
        origin = get_origin(kind)
        if origin is tuple:
            return {"type": "array", "items": self.of(get_args(kind)[0])}
        if origin is dict:
            return self.table(self.of(get_args(kind)[1]))
        if origin is Literal:
            return {"enum": [word for word in get_args(kind) if word]}
        if origin in (Union, UnionType):
            return self.of(next(k for k in get_args(kind) if k is not type(None)))
        if isinstance(kind, type) and issubclass(kind, msgspec.Struct):
            return self.refer(kind.__name__, lambda: self.struct(kind))
        message = f"no shape for {kind}"
        raise TypeError(message)

    def struct(self, kind: type[msgspec.Struct]) -> Shape:
        """A table with these keys and no others."""
        hints = get_type_hints(kind, include_extras=True)
        fields = [f for f in msgspec.structs.fields(kind) if hints[f.name] is not Place]
        return _struct(kind) | {
            "type": "object",
            "properties": {
                field.name: self._property(kind, field, hints[field.name]) for field in fields
            },
            "required": [field.name for field in fields if field.required],
            "additionalProperties": False,
        }

    def _property(self, owner: type, field: msgspec.structs.FieldInfo, kind: Any) -> Shape:
        kinds = owner.__mro__[: owner.__mro__.index(msgspec.Struct)]
        words = (docstrings(k.__module__).get(f"{k.__name__}.{field.name}") for k in kinds)
        description = next(filter(None, words), None)
        shape = self.of(kind) | _described(description)
        if (owner, field.name) in _RESERVED:
            shape["not"] = {"const": _RESERVED[owner, field.name]}
        if field.required and shape.get("type") == "array":
            shape["minItems"] = 1
        if isinstance(field.default, str | int) and field.default not in ("", False):
            shape["default"] = field.default
        if (owner, field.name) in _SUGGESTED:
            shape["examples"] = _SUGGESTED[owner, field.name]
        return shape

    def refer(self, name: str, make: Callable[[], Shape]) -> Shape:
        """A reference to a definition, made when it is first needed."""
        if name not in self.definitions:
            self.definitions[name] = {}  # stands already while its own parts refer to it
            self.definitions[name] = make()
        return {"$ref": f"#/$defs/{name}"}

    def id(self) -> Shape:
        """A name."""
        # Without words of its own: an editor would show them in place of those of the key.
        return self.refer("id", lambda: _WRITTEN | {"minimum": 0} | _NAMED)

    def text(self) -> Shape:
        """Words: anything but nothing."""
        return self.refer("text", lambda: _WRITTEN | {"pattern": r"\S"})

    def markdown(self) -> Shape:
        """Words whose line breaks matter."""
        return self.refer("markdown", lambda: _WRITTEN | {"pattern": r"\S"})

    def table(self, values: Shape) -> Shape:
        """A table with names as keys."""
        return {"type": "object", "propertyNames": _NAMED, "additionalProperties": values}

    def condition(self) -> Shape:
        """One table, or several of which one must hold."""
        return self.refer("condition", self._condition)

    def _condition(self) -> Shape:
        table = self.refer("table", self._table)
        either = self._table() | _or_list("object", table) | {"type": ["object", "array"]}
        return _struct(Condition) | either

    def _table(self) -> Shape:
        values = self.refer("values", self._values)
        return self.table(values) | {"minProperties": 1}

    def _values(self) -> Shape:
        return _or_list("string", self.id()) | {"minimum": 0} | _NAMED

    def routes(self) -> Shape:
        """Where to go next: one name, or a list of routes."""
        return self.refer("routes", self._routes)

    def _routes(self) -> Shape:
        several = _or_list("string", self.of(Route))
        return several | {"minimum": 0} | _NAMED | {"examples": [ADVICE]}


def _or_list(kind: str, items: Shape) -> Shape:
    """A list of these, or one thing whose own rules stand beside this."""
    others = ["object", "null"] if kind == "string" else ["string", "number", "boolean", "null"]
    return {"anyOf": [{"not": {"type": others}, "minItems": 1, "items": items}]}


def _struct(kind: type) -> Shape:
    return _described(docstrings(kind.__module__).get(kind.__name__))


def _described(description: str | None) -> Shape:
    return {"description": description} if description else {}


def _day(_shapes: Shapes) -> Shape:
    return {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$"}


def _whole(_shapes: Shapes) -> Shape:
    return {
        "type": ["integer", "string"],
        "minimum": 0,
        "maximum": 999_999,
        "pattern": r"^[0-9]{1,6}$",
    }


def _flag(_shapes: Shapes) -> Shape:
    return {"type": ["boolean", "string"], "pattern": "^(true|false)$"}


_SPECIAL: dict[Any, Callable[[Shapes], Shape]] = {
    str: Shapes.text,
    Id: Shapes.id,
    Markdown: Shapes.markdown,
    Name: Shapes.id,
    Phrase: Shapes.text,
    int: _whole,
    bool: _flag,
    datetime.date: _day,
    Condition: Shapes.condition,
    Condition | None: Shapes.condition,
    tuple[Route, ...]: Shapes.routes,
    tuple[Pair, ...]: lambda shapes: shapes.table(shapes.id()),
    ListedNames: lambda shapes: shapes.table(shapes.of(tuple[Name, ...])),
    ListedPhrases: lambda shapes: shapes.table(shapes.of(tuple[Phrase, ...])),
    Renames: lambda shapes: shapes.table(shapes.id()),
    RenamesWithin: lambda shapes: shapes.table(shapes.of(Renames)),
}
