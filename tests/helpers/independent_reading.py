"""The shipped guide a second way: from its YAML, without a line of the program's own reading.

Conditions, routes, pages, minimal sets of answers, completions: all by the plainest code that
can be read off ``content/README.md``.
"""

import itertools
import random
from collections.abc import Iterable, Iterator
from functools import cached_property
from pathlib import Path
from typing import Any, TypeAlias

import yaml

Scenario: TypeAlias = dict[str, str]
Answers: TypeAlias = dict[str, str]
Projection: TypeAlias = tuple[tuple[str, str], ...]


class _Words(yaml.SafeLoader):
    """Every scalar as it is written."""

    yaml_implicit_resolvers: Any = {}  # noqa: RUF012 - PyYAML's name


def _read(path: Path) -> Any:
    return yaml.load(path.read_text(encoding="utf-8"), _Words)  # noqa: S506 - plain words only


def table(condition: Any, scenario: Scenario) -> bool:
    if isinstance(condition, list):
        return any(table(one, scenario) for one in condition)
    return all(
        scenario.get(facet, "unset") in (values if isinstance(values, list) else [values])
        for facet, values in condition.items()
    )


def on(thing: Any, scenario: Scenario) -> bool:
    """Whether a block or a route holds."""
    if "when" in thing and not table(thing["when"], scenario):
        return False
    return not ("unless" in thing and table(thing["unless"], scenario))


def read_by(thing: Any) -> dict[str, list[frozenset[str]]]:
    """Facet -> the sets of values that the thing tests it for."""
    found: dict[str, list[frozenset[str]]] = {}
    for condition in (thing.get("when", {}), thing.get("unless", {})):
        for one in condition if isinstance(condition, list) else [condition]:
            for facet, values in one.items():
                listed = values if isinstance(values, list) else [values]
                found.setdefault(facet, []).append(frozenset(listed))
    return found


class Independent:
    """One guide."""

    def __init__(self, folder: Path) -> None:
        head = _read(folder / "guide.yaml")
        self.start: str = head["start"]
        self.tones = [tone["id"] for tone in head["tones"]]
        self.sections = [section["id"] for section in head["sections"]]
        self.promise = {section["id"]: section["holds"] for section in head["sections"]}
        facets = _read(folder / "facets.yaml")
        self.facets = [facet["id"] for facet in facets]
        self.found_out = {facet["id"] for facet in facets if facet.get("kind") == "finding"}
        self.questions = {q["id"]: q for q in _read(folder / "questions.yaml")}
        self.blocks: dict[str, list[Any]] = {name: [] for name in self.sections}
        for path in sorted((folder / "advice").glob("*.yaml")):
            self.blocks[path.stem] = _read(path)

    @cached_property
    def outright(self) -> set[str]:
        """The question of each facet that can settle most of its values, the first of equals."""
        asked = set()
        for facet in set(self.facets) - self.found_out:
            counts = {
                name: len(
                    {o["settles"][facet] for o in q["options"] if facet in o.get("settles", {})}
                )
                for name, q in self.questions.items()
            }
            asked |= {max(counts, key=counts.__getitem__)} if any(counts.values()) else set()
        return asked

    def says_something(self, question: str, option: str) -> bool:
        """Whether an answer is neither skipped nor "I'm not sure"."""
        given = next(o for o in self.questions[question]["options"] if o["id"] == option)
        unsure = "settles" not in given and question in self.outright
        return not (given.get("skip") == "true" or "same_as" in given or unsure)

    def page(self, scenario: Scenario) -> dict[str, tuple[str, ...]]:
        return {name: self.section(name, scenario) for name in self.sections}

    def section(self, name: str, scenario: Scenario) -> tuple[str, ...]:
        return tuple(block["id"] for block in self.blocks[name] if on(block, scenario))

    def rank(self, scenario: Scenario) -> int | None:
        shown = (b for name in self.sections for b in self.blocks[name] if "tone" in b)
        tones = [block["tone"] for block in shown if on(block, scenario)]
        return self.tones.index(tones[0]) if tones else None

    def next(self, question: Any, option: Any, scenario: Scenario) -> str:
        """Where an answer leads: a question's id or ``advice``."""
        routes = option.get("then") or question.get("then")
        if isinstance(routes, str):
            return routes
        return str(next(route["go"] for route in routes if on(route, scenario)))

    def walk(self, answers: Answers) -> tuple[Answers, Scenario, str]:
        """The answers on the way, what they settle, and where that leads."""
        here, scenario, given = self.start, dict[str, str](), dict[str, str]()
        while here != "advice" and here in answers:
            question = self.questions[here]
            option = next(o for o in question["options"] if o["id"] == answers[here])
            scenario |= option.get("settles", {})
            given[here] = option["id"]
            here = self.next(question, option, scenario)
        return given, scenario, here

    def skip(self, answers: Answers) -> Answers:
        """With every optional question that comes next skipped."""
        answers = dict(answers)
        while (here := self.walk(answers)[2]) != "advice" and (skip := self._skip(here)):
            answers[here] = skip
        return answers

    def some_walk(self, chance: random.Random) -> Answers:
        """A finished walk with answers drawn at random."""
        answers: Answers = {}
        while (here := self.walk(answers)[2]) != "advice":
            answers[here] = chance.choice(self.questions[here]["options"])["id"]
        return answers

    def ends(self, here: str, scenario: Scenario, answers: Answers) -> set[int | None]:
        """The verdicts of every way to answer on; answers that are there stand."""
        if here == "advice":
            return {self.rank(scenario)}
        question, found = self.questions[here], set[int | None]()
        fixed = answers.get(here) or self._skip(here)
        for option in question["options"]:
            if fixed in (None, option["id"]):
                then = scenario | option.get("settles", {})
                found |= self._ends(self.next(question, option, then), then, answers)
        return found

    def _ends(self, here: str, scenario: Scenario, answers: Answers) -> set[int | None]:
        kept = tuple(sorted(i for i in scenario.items() if i[0] in self._verdict_or_route))
        key = (here, kept, tuple(sorted(answers.items())))
        if key not in self._known_ends:
            self._known_ends[key] = self.ends(here, dict(kept), answers)
        return self._known_ends[key]

    @cached_property
    def _known_ends(self) -> dict[Any, set[int | None]]:
        return {}

    @cached_property
    def _verdict_or_route(self) -> frozenset[str]:
        verdicts = [b for name in self.sections for b in self.blocks[name] if "tone" in b]
        return self.read_in_routes | {facet for block in verdicts for facet in read_by(block)}

    @cached_property
    def read_in_routes(self) -> frozenset[str]:
        found: set[str] = set()
        for question in self.questions.values():
            for thing in (question, *question["options"]):
                then = thing.get("then", "")
                for route in [] if isinstance(then, str) else then:
                    found |= read_by(route).keys()
        return frozenset(found)

    def _skip(self, name: str) -> str | None:
        options = self.questions[name]["options"]
        return next((o["id"] for o in options if o.get("skip") == "true"), None)

    def projections(self, facets: Iterable[str]) -> list[Scenario]:
        """Every combination of values of these facets that a reader can end with."""
        facets = frozenset(facets)
        kept = facets | self.read_in_routes
        ends: set[Projection] = set()
        seen: set[tuple[str, Projection]] = {(self.start, ())}
        waiting = list(seen)
        while waiting:
            here, before = waiting.pop()
            if here == "advice":
                ends.add(tuple(i for i in before if i[0] in facets))
                continue
            question = self.questions[here]
            for option in question["options"]:
                then = dict(before) | option.get("settles", {})
                there = self.next(question, option, then)
                state = (there, tuple(sorted(i for i in then.items() if i[0] in kept)))
                if state not in seen:
                    seen.add(state)
                    waiting.append(state)
        return [dict(end) for end in sorted(ends)]

    def can_be(self, scenario: Scenario) -> bool:
        """Whether a reader can end with exactly this scenario."""
        seen: set[tuple[str, Projection]] = set()
        waiting: list[tuple[str, Scenario]] = [(self.start, {})]
        while waiting:
            here, before = waiting.pop()
            if here == "advice":
                if before == scenario:
                    return True
                continue
            question = self.questions[here]
            for option in question["options"]:
                settles = option.get("settles", {})
                then = before | settles
                if all(scenario.get(facet) == value for facet, value in settles.items()):
                    state = (self.next(question, option, then), tuple(sorted(then.items())))
                    if state not in seen:
                        seen.add(state)
                        waiting.append((state[0], then))
        return False


def section_reads(blocks: Iterable[Any]) -> set[str]:
    return {facet for block in blocks for facet in read_by(block)}


def with_values(scenario: Scenario, other: Scenario, facets: Iterable[str]) -> Scenario:
    """The first scenario, with the other's values of these facets."""
    mixed = dict(scenario)
    for facet in facets:
        mixed.pop(facet, None)
        if facet in other:
            mixed[facet] = other[facet]
    return mixed


def smallest(blocks: list[Any], here: Scenario, there: Scenario) -> list[tuple[str, ...]]:
    """Every set of facets that turns all the blocks, and holds no other such set."""
    reads = section_reads(blocks)
    differ = sorted(f for f in reads if here.get(f) != there.get(f))
    was = [on(block, here) for block in blocks]
    found: list[tuple[str, ...]] = []
    for some in subsets(differ):
        then = with_values(here, there, some)
        turned = all(on(b, then) != w for b, w in zip(blocks, was, strict=True))
        if turned and not any(set(one) <= set(some) for one in found):
            found.append(some)
    return found


def subsets(names: list[str]) -> Iterator[tuple[str, ...]]:
    for count in range(1, len(names) + 1):
        yield from itertools.combinations(names, count)
