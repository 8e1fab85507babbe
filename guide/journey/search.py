"""Full-text search over the advice of a guide, and the answers that show what was found."""

import functools
import re
from collections.abc import Iterator
from typing import NamedTuple

from guide.document.body import plain
from guide.journey.walk import walk
from guide.model.conditions import applies
from guide.model.schema import Block, Guide, Section
from guide.states.shortest import goal_of, shortest_answers

EXCERPT = 160
"""Characters of an excerpt, about two lines."""

MOST = 20
"""Passages that a search gives at most, unless told."""

_WORD = re.compile(r"\w+")


class Hit(NamedTuple):
    """A passage that holds every word looked for."""

    block: Block
    section: Section
    excerpt: str
    """The words around the first find, on one line."""
    answers: dict[str, str]
    """The fewest answers whose page shows the passage."""
    scenario: dict[str, str]
    """What those answers settle."""


def search(guide: Guide, words: str, limit: int = MOST) -> list[Hit]:
    """The passages that hold all these words, the best first.

    A word matches where another begins with it; case does not matter. Passages that no answers
    lead to are left out.
    """
    hits: list[Hit] = []
    for section, block in _holding(guide, words):
        if len(hits) == limit:
            break
        answers = _answers(_Key(guide), block.id)
        if answers is not None:
            scenario = walk(guide, answers).scenario
            hits.append(Hit(block, section, excerpt(block.body, words), answers, scenario))
    return hits


def count(guide: Guide, words: str) -> int:
    """How many passages hold all these words."""
    return len(_holding(guide, words))


def _holding(guide: Guide, words: str) -> list[tuple[Section, Block]]:
    wanted = _WORD.findall(words.casefold())
    scored = []
    for order, (section, block) in enumerate(_passages(guide) if wanted else ()):
        score = _score(block.body, section.title, wanted, words)
        if score:
            scored.append((-score, order, section, block))
    return [(section, block) for *_, section, block in sorted(scored, key=lambda entry: entry[:2])]


def spots(text: str, words: str) -> list[tuple[int, int]]:
    """Where in a text the words looked for begin and end, in order."""
    wanted = set(_WORD.findall(words.casefold()))
    return [
        match.span()
        for match in _WORD.finditer(text)
        if any(match.group().casefold().startswith(word) for word in wanted)
    ]


def excerpt(body: str, words: str) -> str:
    """Some words of a body around the first find."""
    text = plain(body)
    matches = spots(text, words)
    start = max(matches[0][0] - EXCERPT // 3, 0) if matches else 0
    if start:
        start = text.find(" ", start) + 1
    end = len(text) if len(text) - start <= EXCERPT else text.rfind(" ", start, start + EXCERPT)
    if end <= start:
        end = start + EXCERPT
    return f"{'… ' if start else ''}{text[start:end]}{' …' if end < len(text) else ''}"


def _passages(guide: Guide) -> Iterator[tuple[Section, Block]]:
    for section in guide.sections:
        for block in guide.blocks.get(section.id, ()):
            yield section, block


def _score(body: str, title: str, wanted: list[str], words: str) -> int:
    text = plain(body).casefold()
    here = _WORD.findall(text)
    score = 0
    for word in wanted:
        count = sum(1 for other in here if other.startswith(word))
        if not count and not any(other.startswith(word) for other in _words_of(title)):
            return 0
        score += min(count, 5)
    phrase = " ".join(words.casefold().split())
    return 1 + score + (10 if len(wanted) > 1 and phrase in text else 0)


def _words_of(title: str) -> list[str]:
    return _WORD.findall(title.casefold())


class _Key:
    """A guide that can be a cache's key: by its content."""

    def __init__(self, guide: Guide) -> None:
        self.guide = guide

    def __hash__(self) -> int:
        return hash((self.guide.id, self.guide.content_hash))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self.guide is other.guide


@functools.lru_cache(maxsize=1024)
def _answers(key: _Key, block_id: str) -> dict[str, str] | None:
    for _, block in _passages(key.guide):
        if block.id == block_id:
            answers = shortest_answers(key.guide, goal_of(block))
            return answers and _skipping(key.guide, answers, block)
    return None


def _skipping(guide: Guide, answers: dict[str, str], block: Block) -> dict[str, str]:
    """The answers with every optional question skipped that the passage does not need."""
    for question_id in list(answers):
        skip = next((o for o in guide.question[question_id].options if o.skip), None)
        if skip is not None:
            fewer = {**answers, question_id: skip.id}
            walked = walk(guide, fewer)
            if walked.finished and applies(block, walked.scenario):
                answers = fewer
    return answers
