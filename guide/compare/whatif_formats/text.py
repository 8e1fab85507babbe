"""Plain text: for a terminal, a pipe, a screen reader."""

from collections.abc import Iterator

from guide.compare import whatif_words as words
from guide.compare.whatif import Asked, Effect, View
from guide.document.context import Context
from guide.document.lines import wrapped
from guide.journey.code import write_code
from guide.journey.labels import scenario_pairs
from guide.journey.verified import verified_line

SUFFIX = ".txt"
TITLE = "Plain text"

_BOLD, _PLAIN = "\x1b[1m", "\x1b[22m"


def render(shown: View, context: Context) -> str:
    """All neighbours as plain text in lines of ``context.width``."""
    return "\n".join(line.rstrip() for line in _page(shown, context)).strip("\n") + "\n"


def _page(shown: View, context: Context) -> Iterator[str]:
    guide, width = shown.guide, context.width
    yield from _heading(words.TITLE, context, "=")
    yield from wrapped(guide.title, width)
    yield ""
    for facet, value in scenario_pairs(guide, shown.page.scenario):
        yield from wrapped(f"{facet}: {value}", width, "", "  ")
    yield f"Code: {write_code(guide, shown.page.scenario)}"
    yield ""
    for line in words.summary(shown):
        yield from wrapped(line, width, "", "  ")
    yield ""
    yield from wrapped(f"{words.ABOUT} {verified_line(guide, context.today)}", width)
    for asked in shown.asked:
        yield ""
        yield from _heading(asked.title, context)
        yield from _asked(asked, width)


def _asked(asked: Asked, width: int) -> Iterator[str]:
    blank = False
    for effect in asked.told:
        yield from [""] * blank
        yield from _effect(effect, width)
        blank = True
    for line in words.rest(asked):
        yield from [""] * blank
        yield from wrapped(line, width)
        blank = True


def _effect(effect: Effect, width: int) -> Iterator[str]:
    yield from wrapped(words.heading(effect), width, "- ")
    for label, text in words.details(effect):
        yield from wrapped(f"{label}: {text}", width, "  ", "    ")
    if effect.code:
        yield f"  Code: {effect.code}"


def _heading(text: str, context: Context, line: str = "-") -> Iterator[str]:
    title = wrapped(text, context.width)
    yield from (f"{_BOLD}{part}{_PLAIN}" if context.bold else part for part in title)
    yield line * max(map(len, title), default=0)
    yield ""
