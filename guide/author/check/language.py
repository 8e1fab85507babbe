"""The language of a guide: what a careful author would not have written."""

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from guide.author.check.quotes import find_quotes, without_quotes
from guide.document.body import Items, Paragraph, Part, parts
from guide.english import WORD, any_phrase, sentences
from guide.model.codes import Code
from guide.model.example import Example
from guide.model.problems import did_you_mean
from guide.model.schema import Guide
from guide.model.texts import Text, texts
from guide.reading.collector import Problems

_DOUBLED = re.compile(
    rf"(?<!\w)(?<!\w['\u2019-])({WORD.pattern})\s+\1(?!['\u2019-]?\w)", re.IGNORECASE
)
_RIGHTLY_DOUBLED = {"had", "that"}
_IN_SENTENCES = {"body", "says", "why", "look", "judgement", "check", "never", "once"} | {
    *("situation", "reason", "teaches", "notes"),
}
_END = re.compile(r"(?:[.!?:\u2026][\"'\u201d\u2019)\]]*|\[[\w.-]+\])\Z")  # or a letter's blank
"""The keys whose texts are sentences; labels, titles and hints may be a word or two."""
_FILLER = re.compile(r"\b(?:lorem ipsum|TODO|TBD|FIXME|XXX)\b|\?\?\?", re.IGNORECASE)
_LOOK_ALIKE = str.maketrans(
    "\u0430\u0435\u043e\u0440\u0441\u0443\u0445\u0456\u0458\u0455\u0501\u04bb\u051b\u051d\u03bf\u03b1\u03b9\u03bd\u0131"
    "\u0410\u0412\u0415\u041a\u041c\u041d\u041e\u0420\u0421\u0422\u0425\u0406\u0408\u0405\u0391\u0392\u0395\u0397\u0399\u039a\u039c\u039d\u039f\u03a1\u03a4\u03a7",
    "aeopcyxijsdhqwoaiviABEKMHOPCTXIJSABEHIKMNOPTX",
)
"""Letters of Cyrillic and Greek, and i without its dot, that a reader takes for Latin ones."""


class _Guard(NamedTuple):
    """What a guide wants of its language."""

    guide: Guide
    forbidden: re.Pattern[str]
    fact_ids: re.Pattern[str] | None
    problems: Problems


class _Said(NamedTuple):
    """A text as a reader sees it, its paragraphs joined by line breaks."""

    text: Text
    words: str

    def add(self, code: Code, offset: int, message: str, problems: Problems) -> None:
        """Report what stands at this offset."""
        at = problems.spot(self.text.at, self.text.field, offset, self.words)
        problems.add(code, at, f"{self.text.called} {message}")


def check_text(guide: Guide, problems: Problems, examples: tuple[Example, ...] = ()) -> None:
    """Check the words of everything that a guide says, and what its examples are about."""
    guard = _Guard(guide, any_phrase(guide.head.forbidden), _like_fact_ids(guide), problems)
    for text in texts(guide, examples):
        lines = paragraphs(text.words) if text.markdown else (text.words,)
        visible = _Said(text, "\n".join(lines))
        _check_words(guard, visible)
        _check_sentences(guard, visible, lines)
    _check_tones(guard)


def _check_tones(guard: _Guard) -> None:
    """No block says what its tone forbids: favorable news is not very serious."""
    for blocks in guard.guide.blocks.values():
        for block in blocks:
            tone = guard.guide.tone.get(block.tone)
            if tone is None or not tone.forbidden:
                continue
            text = Text(block.id, "body", block.body, block.at, markdown=True, reports=False)
            visible = _Said(text, "\n".join(paragraphs(block.body)))
            words = without_quotes(_as_read(visible.words))
            if match := any_phrase(tone.forbidden).search(words):
                message = f"says {match.group()!r}, which its tone {tone.id!r} forbids"
                visible.add(Code.FORBIDDEN_WORD, match.start(), message, guard.problems)


@lru_cache(maxsize=4096)
def paragraphs(body: str) -> tuple[str, ...]:
    """The paragraphs, list items and quotes of a body, as plain text."""
    return tuple(_paragraphs(parts(body)))


def _paragraphs(body: tuple[Part, ...]) -> Iterator[str]:
    for part in body:
        if isinstance(part, Paragraph):
            yield "".join(span.text for span in part.spans)
        elif isinstance(part, Items):
            for item in part.items:
                yield from _paragraphs(item)
        else:
            yield from _paragraphs(part.parts)


def _check_words(guard: _Guard, visible: _Said) -> None:
    problems = guard.problems
    words = _as_read(visible.words)
    if not visible.text.reports and guard.forbidden.search(words):
        for match in guard.forbidden.finditer(without_quotes(words)):
            word = _as_listed(guard.guide, match.group())
            message = f"says {word!r}, which this guide forbids outside quotes"
            visible.add(Code.FORBIDDEN_WORD, match.start(), message, problems)
    for match in _DOUBLED.finditer(visible.words):
        if not _is_rightly_doubled(match) and "\n" not in match.group():
            message = f"says {match.group()!r}; remove one"
            visible.add(Code.DOUBLED_WORD, match.start(), message, problems)
    if filler := _FILLER.search(visible.words):
        message = f"says {filler.group()!r} in the place of its words; write them, or remove it"
        visible.add(Code.FILLER, filler.start(), message, problems)
    fault = find_quotes(visible.words).fault
    if fault is not None:
        message = "has a quotation mark without its other half: "
        message += _start(visible.words[fault:].partition("\n")[0])
        visible.add(Code.UNBALANCED_QUOTES, fault, message, problems)
    for match in guard.fact_ids.finditer(visible.words) if guard.fact_ids else ():
        if (name := match.group()) not in guard.guide.fact:
            message = f"names {name}, which is no fact{did_you_mean(name, guard.guide.fact)}"
            visible.add(Code.UNKNOWN_FACT_IN_TEXT, match.start(), message, problems)


def _check_sentences(guard: _Guard, visible: _Said, lines: tuple[str, ...]) -> None:
    allowed = guard.guide.head.sentence_words
    if visible.text.field == "also":  # words for the search: a list without a sentence
        return
    for sentence in (sentence for line in lines for sentence in sentences(line)):
        count = len(WORD.findall(sentence))
        if count > allowed:
            message = f"has a sentence of {count} words, the guide allows {allowed}: "
            offset = max(visible.words.find(sentence), 0)
            visible.add(Code.LONG_SENTENCE, offset, message + _start(sentence), guard.problems)
    for line in lines if visible.text.field in _IN_SENTENCES else ():
        if not _END.search(line):
            message = f"stops without an end: \u2026 {line[-40:]!r}; write the sentence to its end"
            offset = visible.words.find(line) + len(line) - 1
            visible.add(Code.UNENDED_SENTENCE, offset, message, guard.problems)


def _is_rightly_doubled(match: re.Match[str]) -> bool:
    """Whether it is a number in groups, a name such as Bora Bora, or English."""
    first, second = match.group(1), match.group().split()[-1]
    is_name = first == second and first.istitle() and match.start() > 0
    return first.isdigit() or is_name or first.lower() in _RIGHTLY_DOUBLED


def _as_read(words: str) -> str:
    """The words with Latin letters for those that look like them; each stays where it is."""
    if words.isascii():
        return words
    forms = (unicodedata.normalize("NFKC", letter) for letter in words.translate(_LOOK_ALIKE))
    return "".join(form if len(form) == 1 else words[n] for n, form in enumerate(forms))


def _as_listed(guide: Guide, word: str) -> str:
    return next(
        (listed for listed in guide.head.forbidden if listed.casefold() == word.casefold()), word
    )


def _like_fact_ids(guide: Guide) -> re.Pattern[str] | None:
    """What looks like one of the guide's own fact ids: the same signs, and any figures."""
    ids = [fact.id for fact in guide.facts if re.search(r"\d", fact.id)]
    mixed = [name for name in ids if re.search(r"[^\W\d_]", name)]
    shapes = {re.sub(r"\d+", r"\\d+", re.escape(name)) for name in mixed}
    anyone = "|".join(sorted(shapes, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{anyone})(?![\w-])", re.IGNORECASE) if shapes else None


def _start(text: str) -> str:
    return f"{text[:40]!r} …" if len(text) > 40 else repr(text)
