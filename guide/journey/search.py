"""Search: the passages, questions and terms that answer to some words, and the way to each."""

import functools
from collections.abc import Iterator
from typing import NamedTuple

from guide.document.body import plain
from guide.journey.matching import WORD, Matcher, SearchText, asked_words, is_form, stem
from guide.journey.walk import walk
from guide.model.conditions import applies
from guide.model.glance import Term
from guide.model.schema import Block, Guide, Question
from guide.states.functions import YES
from guide.states.shortest import Shortest, goal_of

EXCERPT = 160
"""Characters of an excerpt, about two lines."""

MOST = 20
"""Hits that a search gives at most, unless told."""


class Hit(NamedTuple):
    """Something that answers to the words looked for."""

    what: Block | Question | Term
    title: str
    """The section of a passage, the question, or the term."""
    excerpt: str
    """The words around the first match, on one line."""
    answers: dict[str, str]
    """The fewest answers whose page shows the passage, or after which the question is asked."""
    scenario: dict[str, str]
    """What those answers settle."""


def search(guide: Guide, words: str, limit: int = MOST) -> list[Hit]:
    """What answers to any of these words, the best first.

    A word matches its other forms, what begins with it, and what the guide says means the same.
    What no answers lead to is left out.
    """
    index = _Index.of(_Key(guide))
    matched = index.expanded(words)
    hits: list[Hit] = []
    for entry in index.ranked(words):
        if len(hits) == limit:
            break
        answers = index.answers(entry.what)
        if answers is not None:
            scenario = walk(guide, answers).scenario
            excerpted = excerpt(entry.body, matched)
            hits.append(Hit(entry.what, entry.title, excerpted, answers, scenario))
    return hits


def words_explained(guide: Guide) -> list[Hit]:
    """Every term: for somebody whose own words lead nowhere."""
    return [Hit(term, term.term, excerpt(term.says, ""), {}, {}) for term in guide.terms]


def count(guide: Guide, words: str) -> int:
    """How many passages, questions and terms answer to these words."""
    return len(_Index.of(_Key(guide)).ranked(words))


def near(guide: Guide, words: str) -> str:
    """The nearest words that something answers to; empty: none are near."""
    return _Index.of(_Key(guide)).near(words)


def expanded(guide: Guide, words: str) -> str:
    """The words, and those that mean the same: what is to be set off in a text."""
    return _Index.of(_Key(guide)).expanded(words)


def spots(text: str, words: str) -> list[tuple[int, int]]:
    """Where in a text the words looked for begin and end, in order."""
    wanted = set(asked_words(words))
    return [
        match.span()
        for match in WORD.finditer(text)
        if any(is_form(match.group().casefold(), word) for word in wanted)
    ]


def excerpt(body: str, words: str) -> str:
    """Some words of a body, from where most of those looked for stand together."""
    text = " ".join(plain(body).split())
    start = _densest(text, spots(text, words))
    if start:
        start = text.find(" ", start) + 1
    end = len(text) if len(text) - start <= EXCERPT else text.rfind(" ", start, start + EXCERPT)
    if end <= start:
        end = start + EXCERPT
    return f"{'… ' if start else ''}{text[start:end]}{' …' if end < len(text) else ''}"


def _densest(text: str, matches: list[tuple[int, int]]) -> int:
    """Where an excerpt is to begin, with some words before the first match it shows."""
    lead = EXCERPT // 3
    best, start = 0, 0
    for at, _ in matches:
        within = {stem(text[i:j].casefold()) for i, j in matches if at <= i < at + EXCERPT - lead}
        if len(within) > best:
            best, start = len(within), at
    return max(start - lead, 0)


class _Entry(NamedTuple):
    what: Block | Question | Term
    title: str
    names: str
    """What weighs more than the body."""
    body: str


def _entries(guide: Guide) -> Iterator[_Entry]:
    for section in guide.sections:
        for block in guide.blocks.get(section.id, ()):
            yield _Entry(block, section.title, section.title, block.body)
    for question in guide.questions:
        texts = [t for option in question.options for t in (option.label, option.hint) if t]
        body = " · ".join([*texts, question.why, question.look])
        yield _Entry(question, question.text, question.text, body)
    for term in guide.terms:
        names = " ".join((term.term, *term.also))
        body = f"{term.says} Not to be confused with {term.confused_with}."
        yield _Entry(term, term.term, names, body if term.confused_with else term.says)


class _Index:
    """All that can be looked for in one guide."""

    def __init__(self, guide: Guide) -> None:
        self._guide = guide
        self._entries = [*_entries(guide)]
        terms = ((term.term, *term.also) for term in guide.terms if term.also)
        texts = [SearchText(entry.names, plain(entry.body)) for entry in self._entries]
        self._matcher = Matcher(texts, (*terms, *guide.head.synonyms))
        self.near = self._matcher.near
        self._shortest = Shortest(guide)
        self._ways: dict[str, dict[str, str] | None] = {}

    @staticmethod
    @functools.lru_cache(maxsize=4)
    def of(key: "_Key") -> "_Index":
        """The index of a guide, made once."""
        return _Index(key.guide)

    @functools.lru_cache(maxsize=64)  # noqa: B019  as many indexes as guides that are open
    def ranked(self, words: str) -> list[_Entry]:
        """What answers to the words, the best first."""
        return [self._entries[index] for index in self._matcher.ranked(words)]

    def expanded(self, words: str) -> str:
        """The words, and those that mean the same."""
        return " ".join((*asked_words(words), *self._matcher.also(words)))

    def answers(self, what: Block | Question | Term) -> dict[str, str] | None:
        """The fewest answers that lead there; None if none do."""
        if isinstance(what, Term):
            return {}
        key = f"{type(what).__name__} {what.id}"
        if key not in self._ways:
            self._ways[key] = self._way(what)
        return self._ways[key]

    def _way(self, what: Block | Question) -> dict[str, str] | None:
        if isinstance(what, Question):
            return self._shortest.to_question(what.id, YES)
        answers = self._shortest.to_page(goal_of(what))
        return answers and _skipping(self._guide, answers, what)


class _Key:
    """A guide that can be a cache's key: by its content."""

    def __init__(self, guide: Guide) -> None:
        self.guide = guide

    def __hash__(self) -> int:
        return hash((self.guide.id, self.guide.content_hash))

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self.guide is other.guide


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
