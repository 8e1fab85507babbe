"""The language of a guide: what a careful author would not have written."""

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from guide.model.codes import Code
from guide.model.example import Example
from guide.model.markdown import Items, Paragraph, Part, parts
from guide.model.problems import Problems, did_you_mean
from guide.model.schema import Block, Guide
from guide.model.texts import Text, texts
from guide.proof.pages import Pages
from guide.proof.quotes import find_quotes, without_quotes
from guide.scenario import write_code
from guide.walk import walk

_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_DOUBLED = re.compile(
    rf"(?<!\w)(?<!\w['\u2019-])({_WORD.pattern})\s+\1(?!['\u2019-]?\w)", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"(?<=[.!?:])[\"\u201d\u2019)]*\s+(?=[\"\u201c\u2018(]*[A-Z0-9])")
_SHORT = re.compile(r"\b(?:e\.g|i\.e|cf|vs|Mr|Mrs|Ms|Dr|St)\.$", re.IGNORECASE)
"""A full stop that ends no sentence."""
_RIGHTLY_DOUBLED = {"had", "that"}


class _Guard(NamedTuple):
    """What a guide wants of its language."""

    guide: Guide
    forbidden: re.Pattern[str] | None
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
    guard = _Guard(guide, _any_word(guide.head.forbidden), _like_fact_ids(guide), problems)
    for text in texts(guide, examples):
        lines = paragraphs(text.words) if text.markdown else (text.words,)
        said = _Said(text, "\n".join(lines))
        _check_words(guard, said)
        _check_sentences(guard, said, lines)


def check_pages(guide: Guide, pages: Pages, problems: Problems) -> None:
    """Report how many pages are harder to read than the guide allows, and the hardest."""
    allowed = guide.head.reading_grade
    grades = [(_grade(_unpack(one)), count) for one, count in pages.sums(_packed(pages)).items()]
    hard = sum(count for grade, count in grades if grade > allowed)
    if not hard:
        return
    hardest = max(grade for grade, _ in grades)
    page = max(pages, key=lambda page: grade(page.blocks))
    code = write_code(guide, walk(guide, page.answers).scenario)
    message = f"above school grade {allowed} are {hard:,} of {len(pages):,} pages; "
    message += f"the hardest, {code}, asks for {hardest:.1f}. Shorten its sentences"
    problems.add(Code.HARD_PAGE, guide.head.at, message)


def grade(blocks: tuple[Block, ...]) -> float:
    """The Flesch-Kincaid grade of a page: years of school that its sentences ask for.

    0.39 words per sentence + 11.8 syllables per word - 15.59 (Kincaid and others, 1975), with
    syllables counted as groups of vowels.
    """
    counts = [_counts(block.body) for block in blocks]
    return _grade((sum(c[0] for c in counts), sum(c[1] for c in counts), sum(c[2] for c in counts)))


def _grade(counts: tuple[int, int, int]) -> float:
    words, sentences, syllables = counts
    if not words or not sentences:
        return 0.0
    return 0.39 * words / sentences + 11.8 * syllables / words - 15.59


def _packed(pages: Pages) -> list[int]:
    """Words, sentences and syllables of each block as one number, so that one sum adds all."""
    counts = [_counts(block.body) for block in pages.blocks]
    return [words << 40 | sentences << 20 | syllables for words, sentences, syllables in counts]


def _unpack(packed: int) -> tuple[int, int, int]:
    low = (1 << 20) - 1
    return packed >> 40, packed >> 20 & low, packed & low


def sentences(text: str) -> list[str]:
    """The sentences of one paragraph."""
    found: list[str] = []
    start = 0
    for end in _SENTENCE_END.finditer(text):
        if not _SHORT.search(text[start : end.start()]):
            found.append(text[start : end.start()])
            start = end.end()
    return [s for s in (*found, text[start:]) if _WORD.search(s)]


@lru_cache(maxsize=4096)
def paragraphs(body: str) -> tuple[str, ...]:
    """The paragraphs, list items and quotes of a body, as plain text."""
    return tuple(_paragraphs(parts(body)))


def _paragraphs(found: tuple[Part, ...]) -> Iterator[str]:
    for part in found:
        if isinstance(part, Paragraph):
            yield "".join(span.text for span in part.spans)
        elif isinstance(part, Items):
            for item in part.items:
                yield from _paragraphs(item)
        else:
            yield from _paragraphs(part.parts)


def count_words(block: Block) -> int:
    """Words of a block that a reader sees: marks of Markdown are none."""
    return _counts(block.body)[0]


@lru_cache(maxsize=4096)
def _counts(body: str) -> tuple[int, int, int]:
    """Words, sentences and syllables."""
    words = [word for text in paragraphs(body) for word in _WORD.findall(text)]
    count = sum(len(sentences(text)) for text in paragraphs(body))
    return len(words), count, sum(_syllables(word) for word in words)


def _syllables(word: str) -> int:
    groups = len(re.findall(r"[aeiouy]+", word.lower()))
    silent = word.lower().endswith("e") and not word.lower().endswith("le") and groups > 1
    return max(1, groups - silent)


def _check_words(guard: _Guard, said: _Said) -> None:
    problems = guard.problems
    if guard.forbidden and not said.text.reports and guard.forbidden.search(said.words):
        for match in guard.forbidden.finditer(without_quotes(said.words)):
            word = _as_listed(guard.guide, match.group())
            message = f"says {word!r}, which this guide forbids outside quotes"
            said.add(Code.FORBIDDEN_WORD, match.start(), message, problems)
    for match in _DOUBLED.finditer(said.words):
        if match.group(1).lower() not in _RIGHTLY_DOUBLED and "\n" not in match.group():
            message = f"says {match.group()!r}; remove one"
            said.add(Code.DOUBLED_WORD, match.start(), message, problems)
    fault = find_quotes(said.words).fault
    if fault is not None:
        message = "has a quotation mark without its other half: "
        message += _start(said.words[fault:].partition("\n")[0])
        said.add(Code.UNBALANCED_QUOTES, fault, message, problems)
    for match in guard.fact_ids.finditer(said.words) if guard.fact_ids else ():
        if (name := match.group()) not in guard.guide.fact:
            message = f"names {name}, which is no fact{did_you_mean(name, guard.guide.fact)}"
            said.add(Code.UNKNOWN_FACT_IN_TEXT, match.start(), message, problems)


def _check_sentences(guard: _Guard, said: _Said, lines: tuple[str, ...]) -> None:
    allowed = guard.guide.head.sentence_words
    for sentence in (sentence for line in lines for sentence in sentences(line)):
        count = len(_WORD.findall(sentence))
        if count > allowed:
            message = f"has a sentence of {count} words, the guide allows {allowed}: "
            offset = max(said.words.find(sentence), 0)
            said.add(Code.LONG_SENTENCE, offset, message + _start(sentence), guard.problems)


def _any_word(words: tuple[str, ...]) -> re.Pattern[str] | None:
    longest_first = sorted(words, key=len, reverse=True)
    anyone = "|".join(re.escape(word) for word in longest_first)
    return re.compile(rf"(?<!\w)(?:{anyone})(?!\w)", re.IGNORECASE) if words else None


def _as_listed(guide: Guide, word: str) -> str:
    return next((one for one in guide.head.forbidden if one.casefold() == word.casefold()), word)


def _like_fact_ids(guide: Guide) -> re.Pattern[str] | None:
    """What looks like one of the guide's own fact ids: the same signs, and any figures."""
    ids = [fact.id for fact in guide.facts if re.search(r"\d", fact.id)]
    mixed = [name for name in ids if re.search(r"[^\W\d_]", name)]
    shapes = {re.sub(r"\d+", r"\\d+", re.escape(name)) for name in mixed}
    anyone = "|".join(sorted(shapes, key=len, reverse=True))
    return re.compile(rf"(?<![\w-])(?:{anyone})(?![\w-])", re.IGNORECASE) if shapes else None


def _start(text: str) -> str:
    return f"{text[:40]!r} …" if len(text) > 40 else repr(text)
