"""Markdown that the screens do not show: it would reach a reader as rubbish, or not at all."""

import functools
import re
from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.token import Token

from guide.model.codes import Code
from guide.model.schema import Guide
from guide.model.texts import Text, texts
from guide.reading.characters import refused, report
from guide.reading.collector import Problems

_BLOCKS = ("paragraph", "bullet_list", "ordered_list", "list_item", "blockquote")
_SHOWN = {"inline", *(f"{name}_{end}" for name in _BLOCKS for end in ("open", "close"))}
_INLINE = {"strong_open", "strong_close", "em_open", "em_close", "code_inline"}
_TEXT = {"text", "text_special", "softbreak"}
_NAMES = {
    "heading_open": "a heading; sections have their titles already",
    "html_block": "raw HTML",
    "html_inline": "raw HTML",
    "fence": "a code block",
    "code_block": "a code block (or a line indented too far)",
    "hr": "a rule",
    "link_open": "a link; name the source in rests_on instead",
    "image": "an image",
    "hardbreak": "a forced line break",
    "strong_open": "a mark of Markdown",
    "em_open": "a mark of Markdown",
    "code_inline": "a mark of Markdown",
    "text_special": "a mark of Markdown",
}
_DEFINITION = "a link's definition; name the source in rests_on instead"
_LEFT_OVER = (
    (re.compile(r"\][\[(]"), "a link to nowhere"),
    (re.compile(r"~~(?=\S)"), "struck-out text"),
    (re.compile(r"\*\*(?=\w)|(?<!\w)__(?=\w)|`"), "an unclosed mark"),
)
"""What stands in a text although somebody meant it as a mark. A star or an underscore alone may be
meant as it stands: ``Track*``, ``_private``."""
_LEFT_OVER_IN_BLOCKS = (
    *_LEFT_OVER[:2],
    (re.compile(r"\*\*|__|`|\*(?=\w)|(?<=\w)\*|(?<!\w)_(?=[^\W_])"), "an unclosed mark"),
    (re.compile(r"https?://|\bwww\.(?=\w)"), "a web address; name the source in rests_on instead"),
    (re.compile(r"&#?\w+;"), "an HTML entity that stands for nothing"),
    (re.compile(r"^#+(?=[^\W\d])", re.MULTILINE), "a heading; sections have their titles already"),
    (re.compile(r"^\[[ xX]\](?=\s)"), "a box to tick"),
    (re.compile(r"^[ |:]*-+[ ]*\|[-|: ]*$|^\|.*\|\s*$", re.MULTILINE), "a table"),
)
_TAG = re.compile(r"</?(?:a|b|br|code|em|i|li|p|span|strong|sub|sup|u)\b|<!", re.IGNORECASE)
_WITHIN_WORD = re.compile(r"(?<=\w)\*(?=\w)")
_ESCAPE = re.compile(r"\\(?![*`\[\]<&])")
"""A backslash before anything but a mark: somebody means it, as in ``C:\\new``."""
_ONE_LINE = "a list on one line; begin it with 'body: |', not '>'"
_ON_ONE_LINE = re.compile(r"^1[.)] .* 2[.)] |^- [^\n]*\S - [^\n]*\S - ", re.MULTILINE)
_ROW = re.compile(r"(?:^|(?<= ))(?:[-*]|\d{1,2}[.)]) (?=\S)", re.MULTILINE)
_SUSPECT = re.compile(r"[*_`\[<&\\~]")
_SUSPECT_IN_BLOCKS = re.compile(
    r"[*_`\[\]<>&\\~|#\r\t]|https?:|www\.|^\s*(?:[-+=>]|\d+[.)])|^ {4}| $", re.MULTILINE
)
"""Without any of these a body is plain paragraphs: half of all bodies need not be parsed."""


class Fault(NamedTuple):
    """What no screen would show, in words, and how many characters stand before it."""

    what: str
    offset: int


def check_markdown(guide: Guide, problems: Problems) -> None:
    """Report Markdown that the screens do not show, and marks in texts that have none."""
    for text in texts(guide):
        if text.markdown:
            marks = [*faults(text.words), *_folded_rows(text, problems)]
            _check_hidden(text, problems)
        elif _SUSPECT.search(text.words):
            marks = plain_faults(text.words)
        else:
            continue
        rest = "a block holds paragraphs, lists and quotes"
        rest = rest if text.markdown else "this text is shown as it is written"
        for fault in marks:
            at = problems.spot(text.at, text.field, fault.offset, text.words)
            problems.add(Code.MARKDOWN, at, f"{text.called} holds {fault.what}; {rest}")


def unshown(body: str) -> list[str]:
    """What stands in a body that no screen would show, in words."""
    return [fault.what for fault in faults(body)]


def faults(body: str) -> list[Fault]:
    """What stands in a body that no screen would show, each kind once."""
    if not _SUSPECT_IN_BLOCKS.search(body):
        return []
    seen: dict[str, object] = {}
    tokens = _parser().parse(body, seen)
    every = [Fault(_DEFINITION, max(body.find("]:"), 0))] * ("references" in seen)
    lines = [0, *accumulate(len(line) for line in body.splitlines(keepends=True))]
    start = 0
    for token in tokens:
        start = lines[token.map[0]] if token.map else start
        if token.type not in _SHOWN and token.nesting >= 0:
            every.append(Fault(_NAMES.get(token.type, token.type), start))
        children = token.children or []
        every += _inline(children, body, start, _INLINE | _TEXT, _LEFT_OVER_IN_BLOCKS)
        every += _within_words(children, body, start)
    if match := _ON_ONE_LINE.search(body):
        every.append(Fault(_ONE_LINE, match.start()))
    return _each_once(every)


def _folded_rows(text: Text, problems: Problems) -> Iterator[Fault]:
    """Rows of a list that a ``>`` made one line of: the file has them below each other."""
    for first, second in pairwise(_ROW.finditer(text.words)):
        if "\n" not in text.words[first.start() : second.start()]:
            above, below = (
                problems.spot(text.at, text.field, row.start(), text.words)
                for row in (first, second)
            )
            if above.line < below.line and above.column == below.column:
                yield Fault(_ONE_LINE, first.start())
                return


def plain_faults(words: str) -> list[Fault]:
    """What stands in a text as if it were Markdown, each kind once."""
    masked = _ESCAPE.sub("\0", _WITHIN_WORD.sub("\0", words))
    (token,) = _parser().parseInline(masked)
    children = [child for child in token.children or [] if not _is_placeholder(child)]
    allowed = _TEXT - {"text_special"}
    return _each_once(_inline(children, words, 0, allowed, _LEFT_OVER))


def _is_placeholder(token: Token) -> bool:
    """Whether it is words between pointed brackets, and no tag that an author hopes to style by."""
    return token.type == "html_inline" and not _TAG.match(token.content)


def _inline(
    children: list[Token],
    body: str,
    start: int,
    allowed: set[str],
    left_over: tuple[tuple[re.Pattern[str], str], ...],
) -> Iterator[Fault]:
    for child in children:
        if child.type not in allowed and child.nesting >= 0:
            sign = child.content if child.type == "html_inline" else child.markup or "["
            yield Fault(_NAMES.get(child.type, child.type), max(body.find(sign, start), start))
    visible = "".join(_said(child) for child in children)
    for pattern, what in left_over:
        if match := pattern.search(visible):
            yield Fault(what, max(body.find(match.group(), start), start))


def _within_words(children: list[Token], body: str, start: int) -> Iterator[Fault]:
    """Stars between letters or digits, which vanish: ``5*3*2`` would read 532."""
    for before, mark in pairwise(children):
        if mark.type == "em_open" and before.type == "text" and before.content[-1:].isalnum():
            place = max(body.find(before.content + mark.markup, start), start)
            yield Fault(
                "emphasis within a word; a star is written \\*", place + len(before.content)
            )


def _said(token: Token) -> str:
    if token.type == "softbreak":
        return "\n"
    return token.content if token.type == "text" else "\0" * (token.nesting == 0)


def _each_once(every: list[Fault] | Iterator[Fault]) -> list[Fault]:
    first: dict[str, Fault] = {}
    for fault in every:
        first.setdefault(fault.what, fault)
    return list(first.values())


def _check_hidden(text: Text, problems: Problems) -> None:
    """Report characters that no text may hold, written as HTML entities."""
    if "&" not in text.words:
        return
    for token in _parser().parse(text.words):
        for child in token.children or []:
            if child.type == "text_special" and (character := refused(child.content)):
                offset = max(text.words.find(child.markup), 0)
                at = problems.spot(text.at, text.field, offset, text.words)
                report(character, at, problems)


@functools.cache
def _parser() -> MarkdownIt:
    # html, so that HTML is seen and refused; text not joined, so that what was written as an
    # entity or behind a backslash can be told from what was not.
    return MarkdownIt("commonmark", {"html": True}).disable("text_join")
