"""Conditions in words: for readers by the labels of facets and values, for authors by their ids."""

from collections.abc import Callable, Collection
from typing import TypeAlias

from guide.model.conditions import Conditional
from guide.model.schema import UNSET, Condition, Guide, Test

NOT_SETTLED = "not settled"
"""A facet that nobody settled, in words."""


TestWords: TypeAlias = Callable[[Guide, Test], str]
"""Puts one test of a condition in words."""


def condition_words(guide: Guide, thing: Conditional) -> str:
    """When a block is shown or a route is taken, for authors; empty: always."""
    return _in_words(guide, thing, _test)


def reader_words(guide: Guide, thing: Conditional) -> str:
    """The same as a person would say it: ``Report is “Draft only”``."""
    return _in_words(guide, thing, _plain_test)


def _in_words(guide: Guide, thing: Conditional, words: TestWords) -> str:
    wanted = _tables(guide, thing.when, words) if thing.when else ""
    refused = f"unless {_tables(guide, thing.unless, words)}" if thing.unless else ""
    return ", ".join(filter(None, (wanted, refused)))


def _tables(guide: Guide, condition: Condition, words: TestWords) -> str:
    """The tables of a condition: ``Opinion: Qualified and Report: Draft only``."""
    return ", or ".join(
        " and ".join(words(guide, test) for test in table) for table in condition.any_of
    )


def facet_words(
    guide: Guide, facet_id: str, values: Collection[str], among: Collection[str] = ()
) -> str:
    """A facet that has one of these values: ``Opinion: Qualified or Adverse``.

    Among: all values that it can have at all, if that is known better than from the facet.
    """
    facet = guide.facet.get(facet_id)
    label = facet.label if facet else facet_id
    labels = {value.id: value.label for value in facet.values} if facet else {}
    labels[UNSET] = NOT_SETTLED
    missing = [value for value in among or labels if value not in values]
    if missing == [UNSET] and len(values) > 1:
        return f"{label}: settled"
    if missing and len(values) > max(2, len(missing)) and UNSET in missing:
        others = [value for value in missing if value != UNSET]
        return f"{label}: settled, but not {_either(labels, others)}"
    if missing and len(values) > max(2, len(missing)):
        return f"{label}: anything but {_either(labels, missing)}"
    return f"{label}: {_either(labels, values)}"


def _either(labels: dict[str, str], values: Collection[str]) -> str:
    known = [label for value, label in labels.items() if value in values]
    return " or ".join([*known, *(value for value in values if value not in labels)])


def _plain_test(guide: Guide, test: Test) -> str:
    """What was answered, each value in quotation marks; of many, those it must not be."""
    facet = guide.facet[test.facet]
    labels = {value.id: f"“{value.label}”" for value in facet.values}
    others = [value for value in labels if value not in test.values]
    if UNSET in test.values:
        if not others:
            return f"{facet.label} is anything"
        return f"{facet.label} is not {_either(labels, others)}"
    if not others:
        return f"{facet.label} is answered"
    if len(others) < len(test.values):
        return f"{facet.label} is answered, but not {_either(labels, others)}"
    return f"{facet.label} is {_either(labels, test.values)}"


def _test(guide: Guide, test: Test) -> str:
    return facet_words(guide, test.facet, test.values)
