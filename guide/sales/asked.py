"""Which reply a question asks for, however it is put."""

import math
import re
from collections.abc import Iterable, Sequence

from guide.sales.ready import ReadyReply

MOST = 3
"""Replies that an answer to one question needs at most."""
_NEAR = 0.6
"""Of the best score: what is as far as that behind it was hardly meant."""
_LEAST = 0.2
"""Of the weight of what was asked, that the best must hold."""
_ANSWER = 0.3
"""What a word counts that only the answer holds, and no wording of the question."""
_WORD = re.compile(r"[^\W_]+")
_ENDINGS = ("ations", "ation", "ingly", "edly", "ing", "ies", "ed", "es", "ly", "s", "e", "y")
_IDLE = frozenset(
    [
        "a",
        "about",
        "all",
        "an",
        "and",
        "any",
        "are",
        "as",
        "at",
        "be",
        "been",
        "but",
        "by",
        "can",
        "could",
        "d",
        "did",
        "do",
        "does",
        "don",
        "for",
        "from",
        "get",
        "give",
        "got",
        "had",
        "has",
        "have",
        "how",
        "i",
        "if",
        "in",
        "into",
        "is",
        "it",
        "its",
        "just",
        "ll",
        "let",
        "like",
        "may",
        "me",
        "might",
        "much",
        "my",
        "need",
        "of",
        "on",
        "or",
        "our",
        "please",
        "re",
        "s",
        "say",
        "see",
        "should",
        "so",
        "some",
        "t",
        "tell",
        "than",
        "that",
        "the",
        "their",
        "them",
        "then",
        "there",
        "these",
        "they",
        "this",
        "those",
        "to",
        "us",
        "ve",
        "was",
        "we",
        "were",
        "what",
        "when",
        "where",
        "which",
        "who",
        "whom",
        "will",
        "with",
        "would",
        "you",
        "your",
    ]
)
"""Words that every question holds, and that tell none apart."""


def asked_for(ready: Sequence[ReadyReply], question: str) -> list[ReadyReply]:
    """The replies that a question in any words may ask for, the likeliest first."""
    wanted = stems(question)
    indexed = [
        (each, [stems(asked) for asked in each.reply.asked], stems(each.says)) for each in ready
    ]
    weight = _weights(set().union(*asked, says) for _, asked, says in indexed)
    whole = sum(weight.get(stem, 1.0) for stem in wanted)
    scored = []
    for order, (each, asked, says) in enumerate(indexed):
        score = _score(wanted, asked, says, weight)
        scored.append((-score, order, each))
    scored.sort(key=lambda entry: entry[:2])
    best = -scored[0][0] if scored else 0.0
    if not wanted or best < _LEAST * whole:
        return []
    return [each for score, _, each in scored[:MOST] if -score >= _NEAR * best]


def stems(text: str) -> frozenset[str]:
    """The words of a text that tell something, without their endings."""
    words = _WORD.findall(text.casefold().replace("\u2019", "'"))
    return frozenset(_stem(word) for word in words if word not in _IDLE)


def _stem(word: str) -> str:
    ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) - len(e) >= 3), "")
    stem = word.removesuffix(ending)
    doubled = len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "aeiouls"
    return stem[:-1] if doubled else stem


def _weights(texts: Iterable[set[str]]) -> dict[str, float]:
    """How much each word tells: the more, the fewer replies hold it."""
    every = list(texts)
    counts: dict[str, int] = {}
    for words in every:
        for word in words:
            counts[word] = counts.get(word, 0) + 1
    return {word: math.log(1 + len(every) / count) for word, count in counts.items()}


def _score(
    wanted: frozenset[str],
    asked: list[frozenset[str]],
    says: frozenset[str],
    weight: dict[str, float],
) -> float:
    """What is held in common: by the nearest wording, and less by the others and the answer."""

    def common(words: frozenset[str]) -> float:
        return sum(weight[stem] for stem in wanted & words)

    nearest = max(common(words) * (1 + len(wanted & words) / (len(words) or 1)) for words in asked)
    return nearest + _ANSWER * common(frozenset().union(*asked, says))
