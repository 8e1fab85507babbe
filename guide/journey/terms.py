"""Where the words of the glossary stand in a text, and what somebody who asks for one means."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from guide.document.body import Items, Paragraph, Part, Quote, Span, plain
from guide.journey.advice import Advice
from guide.model.glance import Term
from guide.model.schema import Guide


def terms_on(guide: Guide, bodies: Iterable[str]) -> list[Term]:
    """The terms that some texts hold, in the order in which they first appear."""
    words = _Words.of(guide.terms)
    if words is None:
        return []
    first: dict[str, Term] = {}
    for body in bodies:
        for match in words.pattern.finditer(plain(body)):
            term = words.term(match[0])
            first.setdefault(term.id, term)
    return list(first.values())


def terms_of(advice: Advice) -> list[Term]:
    """The terms of a page, in the order in which they first appear."""
    return terms_on(advice.guide, (passage.block.body for passage in advice.blocks()))


def asked_for(guide: Guide, words: str) -> list[Term]:
    """The terms that somebody who types these words may mean, the likeliest first."""
    wanted = " ".join(words.casefold().split())
    if not wanted:
        return list(guide.terms)
    ranks = ((rank, term) for term in guide.terms if (rank := _rank(term, wanted)) is not None)
    return [term for _, term in sorted(ranks, key=lambda pair: pair[0])]


def _rank(term: Term, wanted: str) -> int | None:
    """0 for the term itself, then what begins so, what holds the words, what explains by them."""
    names = [name.casefold() for name in (term.term, *term.also)]
    tests = (
        wanted in names or wanted == term.id,
        any(name.startswith(wanted) for name in names),
        any(wanted in name for name in names),
        wanted in term.says.casefold(),
    )
    return next((rank for rank, fits in enumerate(tests) if fits), None)


class Linker:
    """Makes links of the terms in the bodies of one page, each where it first appears."""

    def __init__(self, guide: Guide) -> None:
        self._words = _Words.of(guide.terms)
        self._linked: dict[str, Term] = {}

    @property
    def linked(self) -> list[Term]:
        """The terms met so far, in order."""
        return list(self._linked.values())

    def parts(self, parts: tuple[Part, ...]) -> tuple[Part, ...]:
        """The same parts, with links."""
        return parts if self._words is None else tuple(map(self._part, parts))

    def _part(self, part: Part) -> Part:
        match part:
            case Paragraph(spans):
                return Paragraph(tuple(piece for span in spans for piece in self._spans(span)))
            case Quote(inner):
                return Quote(tuple(map(self._part, inner)))
            case Items(items, start):
                return Items(tuple(tuple(map(self._part, item)) for item in items), start)

    def _spans(self, span: Span) -> Iterator[Span]:
        if span.code or self._words is None:
            yield span
            return
        at = 0
        for match in self._words.pattern.finditer(span.text):
            term = self._words.term(match[0])
            if term.id in self._linked:
                continue
            self._linked[term.id] = term
            if match.start() > at:
                yield span._replace(text=span.text[at : match.start()])
            yield span._replace(text=match[0], href=f"#term-{term.id}")
            at = match.end()
        if at < len(span.text):
            yield span._replace(text=span.text[at:])


class _Words:
    """A glossary as one pattern: longer words first, plurals too."""

    def __init__(self, terms: tuple[Term, ...]) -> None:
        self._terms = {word.casefold(): term for term in terms for word in (term.term, *term.also)}
        longest = sorted(self._terms, key=len, reverse=True)
        words = "|".join(map(re.escape, longest))
        self.pattern = re.compile(rf"(?<![\w-])(?:{words})(?:e?s)?(?![\w-])", re.IGNORECASE)

    def term(self, word: str) -> Term:
        """The term that a match of the pattern names."""
        name = word.casefold()
        endings = (name, name.removesuffix("s"), name.removesuffix("es"))
        return next(self._terms[ending] for ending in endings if ending in self._terms)

    @staticmethod
    @lru_cache(maxsize=8)
    def of(terms: tuple[Term, ...]) -> "_Words | None":
        """The pattern of these terms; None without any."""
        return _Words(terms) if terms else None
