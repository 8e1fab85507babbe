"""What the rows of all tables have in common."""

from typing import Any

from guide.model.conditions import Conditional
from guide.model.schema import Condition


def without_nothing(table: dict[str, Any]) -> dict[str, Any]:
    """The same row without what it does not have."""
    return {key: value for key, value in table.items() if value not in (None, "", [], {}, False)}


def columns(rows: list[dict[str, Any]]) -> dict[str, list[Any]]:
    """Rows as one list for each key: what is alike stands together, and packs into less."""
    keys = dict.fromkeys(key for row in rows for key in row)
    return {key: [row.get(key, 0) for row in rows] for key in keys}


def conditions(thing: Conditional) -> dict[str, Any]:
    """For whom a row holds."""
    return without_nothing({"when": _tables(thing.when), "unless": _tables(thing.unless)})


def _tables(condition: Condition | None) -> str:
    """Tables as no id can be written: ``opinion=qualified|adverse,report=draft;nature=none``."""
    if condition is None:
        return ""
    rows = (
        ",".join(f"{test.facet}={'|'.join(test.values)}" for test in table)
        for table in condition.any_of
    )
    return ";".join(rows)


def grounds(rests_on: tuple[str, ...], judgment: str = "") -> dict[str, Any]:
    """What a row rests on: the marks that a page shows."""
    return without_nothing({"rests": " ".join(filter(None, (*dict.fromkeys(rests_on), judgment)))})
