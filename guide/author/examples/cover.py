"""Few ways through a guide that together touch everything wanted."""

import random
from typing import NamedTuple

from guide.author.examples.ways import Node, Ways

FEW = 4_000
"""Different touches of ways that are still compared exactly."""
TRIES = 20_000
"""Steps of the exact search; beyond it the greedy answer stands, mended."""
ROUNDS = 20
"""Times that the greedy answer is mended: some ways taken out, what they leave covered anew."""
STEPS = 60_000
"""Nodes that all rounds together may look at: some seconds."""


class Way(NamedTuple):
    """Answers to the end, and which of the wanted things they touch."""

    answers: dict[str, str]
    touch: int


def cover(ways: Ways, want: int) -> list[Way]:
    """Ways that touch all of ``want`` that can be touched.

    The fewest there are where the guide is small enough to tell; else few, perhaps not the fewest.
    """
    want &= ways.reachable
    greedy = _greedy(ways, want)
    if len(greedy) < 3:  # one is the fewest, and two are if no way touches all, seen by greed
        return greedy
    candidates = _all_touches(ways, want)
    if candidates is None:
        return _mended(ways, want, greedy)
    return _fewest(_maximal(candidates), want, len(greedy)) or greedy


def _mended(ways: Ways, want: int, found: list[Way]) -> list[Way]:
    """As many ways or fewer: each round tries to cover with less what some of them touch."""
    chance = random.Random(len(found))  # noqa: S311  the same each time; nothing is secret here
    for _ in range(min(ROUNDS, STEPS // len(ways.nodes))):
        mixed = chance.sample(found, len(found))
        kept = mixed[chance.randint(2, max(3, len(found) // 4)) :]
        other = _needed([*kept, *_greedy(ways, want & ~_together(kept))], want)
        if len(other) <= len(found):
            found = other
    return found


def _needed(found: list[Way], want: int) -> list[Way]:
    """Those without which something would be missing."""
    kept = found
    for way in sorted(found, key=lambda way: way.touch.bit_count()):
        rest = [other for other in kept if other is not way]
        if not want & ~_together(rest):
            kept = rest
    return kept


def _together(ways: list[Way]) -> int:
    touch = 0
    for way in ways:
        touch |= way.touch
    return touch


def _greedy(ways: Ways, want: int) -> list[Way]:
    found = []
    left = want & ways.reachable
    while left:
        way = _richest(ways, left)
        found.append(Way(way.answers, way.touch & want))
        left &= ~way.touch
    return found


def _richest(ways: Ways, want: int) -> Way:
    """The way that touches most of what is wanted, and a shortest of these."""
    best: dict[int, tuple[int, int]] = {}
    chosen: dict[int, tuple[str, int, Node]] = {}
    for node in reversed(ways.nodes):
        best[id(node)] = (0, 0)
        for number, edge in enumerate(node.edges):
            more, steps = best[id(edge[2])]
            worth = ((edge[1] & want).bit_count() + more, steps - 1)
            if not number or worth > best[id(node)]:
                best[id(node)] = worth
                chosen[id(node)] = edge
    node = ways.nodes[0]
    answers: dict[str, str] = {}
    touch = ways.always
    while id(node) in chosen:
        option, more, following = chosen[id(node)]
        answers[node.question] = option
        touch |= more
        node = following
    return Way(answers, touch)


def _all_touches(ways: Ways, want: int) -> list[Way] | None:
    """Each set of wanted things that some way touches, with a shortest such way.

    None if there are many.
    """
    found: dict[int, dict[int, dict[str, str]]] = {id(node): {} for node in ways.nodes}
    found[id(ways.nodes[0])][ways.always & want] = {}
    ends: dict[int, dict[str, str]] = {}
    count = 0
    for node in ways.nodes:
        for touch, answers in found[id(node)].items():
            for option, more, following in node.edges:
                there = found[id(following)]
                total = touch | (more & want)
                known = there.get(total)
                if known is None or len(known) > len(answers) + 1:
                    there[total] = answers | {node.question: option}
                    count += known is None
            if not node.edges:
                ends[touch] = answers
            if count > FEW:
                return None
    return [Way(answers, touch) for touch, answers in ends.items()]


def _maximal(candidates: list[Way]) -> list[Way]:
    """Those whose touch is not part of another's."""
    ordered = sorted(candidates, key=lambda way: (-way.touch.bit_count(), len(way.answers)))
    kept: list[Way] = []
    for way in ordered:
        if not any(way.touch & other.touch == way.touch for other in kept):
            kept.append(way)
    return kept


def _fewest(candidates: list[Way], want: int, bound: int) -> list[Way] | None:
    """The fewest candidates that touch all of ``want``, if fewer than the bound are enough."""
    search = _Search(candidates, want)
    for count in range(2, bound):
        found = search.within(want, count)
        if found is not None:
            return found
        if search.tries > TRIES:
            return None
    return None


class _Search:
    def __init__(self, candidates: list[Way], want: int) -> None:
        self.tries = 0
        self.most = max(way.touch.bit_count() for way in candidates)
        self.holding: dict[int, list[Way]] = {}
        while want:
            bit = want & -want
            self.holding[bit] = [way for way in candidates if way.touch & bit]
            want ^= bit
        self.rarest = sorted(self.holding, key=lambda bit: len(self.holding[bit]))

    def within(self, left: int, count: int) -> list[Way] | None:
        """At most ``count`` candidates that touch all that is left, or None."""
        if not left:
            return []
        self.tries += 1
        if self.tries > TRIES or left.bit_count() > count * self.most:
            return None
        bit = next(bit for bit in self.rarest if bit & left)
        for way in self.holding[bit]:
            rest = self.within(left & ~way.touch, count - 1)
            if rest is not None:
                return [way, *rest]
        return None
