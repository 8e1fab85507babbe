"""Whether a condition holds: yes, no, or not yet known."""

from collections.abc import Iterator
from collections.abc import Set as AbstractSet
from typing import TypeAlias

from guide.model.basic import ForSome
from guide.model.schema import UNSET, Condition, Scenario, Test

Conditional: TypeAlias = ForSome
"""Whatever holds for some readers and not for others: a block, a route, a phase of a plan."""

NOTHING: frozenset[str] = frozenset()


def applies(
    thing: Conditional, scenario: Scenario, unknown: AbstractSet[str] = NOTHING
) -> bool | None:
    """Whether the thing's ``when`` holds and its ``unless`` does not.

    None if that depends on a facet in ``unknown``.
    """
    if not unknown:
        when, unless = thing.when, thing.unless
        if when is not None and not _met(when, scenario):
            return False
        return unless is None or not _met(unless, scenario)
    wanted = True if thing.when is None else holds(thing.when, scenario, unknown)
    refused = False if thing.unless is None else holds(thing.unless, scenario, unknown)
    if wanted is False or refused is True:
        return False
    if wanted is None or refused is None:
        return None
    return True


def holds(
    condition: Condition, scenario: Scenario, unknown: AbstractSet[str] = NOTHING
) -> bool | None:
    """Whether one of the condition's tables matches; None if that is not known yet."""
    if not unknown:
        return _met(condition, scenario)
    results = [_all(table, scenario, unknown) for table in condition.any_of]
    if True in results:
        return True
    return None if None in results else False


def tests(thing: Conditional) -> Iterator[Test]:
    """Every test in the conditions of a block, a route or the like."""
    for condition in (thing.when, thing.unless):
        if condition is not None:
            for table in condition.any_of:
                yield from table


def reads(*things: Conditional) -> frozenset[str]:
    """The facets that any of these conditions reads."""
    return frozenset(test.facet for thing in things for test in tests(thing))


def _met(condition: Condition, scenario: Scenario) -> bool:
    """The same where everything is known: a third of the time, and the proof asks often."""
    for table in condition.any_of:
        for test in table:
            if scenario.get(test.facet, UNSET) not in test.values:
                break
        else:
            return True
    return False


def _all(table: tuple[Test, ...], scenario: Scenario, unknown: AbstractSet[str]) -> bool | None:
    results = [_one(test, scenario, unknown) for test in table]
    if False in results:
        return False
    return None if None in results else True


def _one(test: Test, scenario: Scenario, unknown: AbstractSet[str]) -> bool | None:
    value = scenario.get(test.facet)
    if value is None and test.facet in unknown:
        return None
    return (value or UNSET) in test.values
