"""The language of a guide: what a careful author would not have written."""

import re
from collections.abc import Iterator
from functools import lru_cache

from guide.model.codes import Code
from guide.model.markdown import Items, Paragraph, Part, parts
from guide.model.problems import Problems, did_you_mean
from guide.model.schema import Block, Guide
from guide.proof.pages import Pages
from guide.scenario import write_code
from guide.walk import walk

_WORD = re.compile(r"[^\W_]+(?:['\u2019-][^\W_]+)*")
_DOUBLED = re.compile(r"\b([^\W\d_]+)\s+\1\b", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?:])[\"\u201d\u2019)]*\s+(?=[\"\u201c\u2018(]*[A-Z0-9])")
_FACT_ID = re.compile(r"\b[A-Z]{1,2}\d{1,3}\b")
_RIGHTLY_DOUBLED = {"had", "that"}


def check_text(guide: Guide, problems: Problems) -> None:
    """Check every block's words."""
    forbidden = {word: _whole_word(word) for word in guide.head.forbidden}
    prefixes = {re.sub(r"\d+", "", fact.id) for fact in guide.facts}
    for blocks in guide.blocks.values():
        for block in blocks:
            for text in paragraphs(block.body):
                _check_words(block, text, forbidden, problems)
                _check_sentences(guide, block, text, problems)
                _check_fact_ids(guide, block, text, prefixes, problems)


def check_pages(guide: Guide, pages: Pages, problems: Problems) -> None:
    """Report the hardest page, if it is harder to read than the guide allows."""
    hardest = max((_grade(_unpack(packed)) for packed in pages.sums(_packed(pages))), default=0)
    if hardest <= guide.head.reading_grade:
        return
    page = max(pages, key=lambda page: grade(page.blocks))
    code = write_code(guide, walk(guide, page.answers).scenario)
    message = f"the page of {code} asks for school grade {hardest:.1f}; the guide allows "
    message += f"{guide.head.reading_grade}. Shorten its sentences"
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
    return [s for s in _SENTENCE_END.split(text) if _WORD.search(s)]


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


def _check_words(
    block: Block, text: str, forbidden: dict[str, re.Pattern[str]], problems: Problems
) -> None:
    unquoted = re.sub(r"[\"“][^\"”]*[\"”]", " ", text)
    for word, pattern in forbidden.items():
        if pattern.search(unquoted):
            message = f"{block.id!r} says {word!r}, which this guide forbids outside quotes"
            problems.add(Code.FORBIDDEN_WORD, block.at, message)
    for match in _DOUBLED.finditer(text):
        if match.group(1).lower() not in _RIGHTLY_DOUBLED:
            message = f"{block.id!r} says {match.group()!r}; remove one"
            problems.add(Code.DOUBLED_WORD, block.at, message)
    if text.count('"') % 2 or text.count("“") != text.count("”"):
        message = f"{block.id!r} opens a quotation and does not close it: {_start(text)}"
        problems.add(Code.UNBALANCED_QUOTES, block.at, message)


def _check_sentences(guide: Guide, block: Block, text: str, problems: Problems) -> None:
    for sentence in sentences(text):
        count = len(_WORD.findall(sentence))
        if count > guide.head.sentence_words:
            message = f"{block.id!r} has a sentence of {count} words, the guide allows "
            message += f"{guide.head.sentence_words}: {_start(sentence)}"
            problems.add(Code.LONG_SENTENCE, block.at, message)


def _check_fact_ids(
    guide: Guide, block: Block, text: str, prefixes: set[str], problems: Problems
) -> None:
    for name in _FACT_ID.findall(text):
        if re.sub(r"\d+", "", name) in prefixes and name not in guide.fact:
            message = f"{block.id!r} names {name}, which is no fact{did_you_mean(name, guide.fact)}"
            problems.add(Code.UNKNOWN_FACT_IN_TEXT, block.at, message)


def _whole_word(word: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){re.escape(word)}(?!\w)", re.IGNORECASE)


def _start(text: str) -> str:
    return f"{text[:40]!r} …" if len(text) > 40 else repr(text)
