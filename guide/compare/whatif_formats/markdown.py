"""Markdown (CommonMark): to paste into a document, a ticket or a chat."""

from collections.abc import Iterator

from guide.compare import whatif_words as words
from guide.compare.whatif import Asked, Effect, View
from guide.document.context import Context
from guide.document.escape import markdown as escaped
from guide.journey.code import write_code
from guide.journey.labels import scenario_words
from guide.journey.verified import verified_line

SUFFIX = ".md"
TITLE = "Markdown"


def render(shown: View, context: Context) -> str:
    """All neighbours as Markdown, every text escaped."""
    return "\n\n".join(filter(None, _page(shown, context))) + "\n"


def _page(shown: View, context: Context) -> Iterator[str]:
    guide = shown.guide
    yield f"# {words.TITLE}"
    yield escaped(guide.title)
    yield escaped(scenario_words(guide, shown.page.scenario))
    yield f"Code: `{write_code(guide, shown.page.scenario)}`"
    yield "\n".join(f"- {escaped(line)}" for line in words.summary(shown))
    yield escaped(f"{words.ABOUT} {verified_line(guide, context.today)}")
    for asked in shown.asked:
        yield f"## {escaped(asked.title)}"
        yield from _asked(asked)


def _asked(asked: Asked) -> Iterator[str]:
    yield "\n".join(line for effect in asked.told for line in _effect(effect))
    yield from map(escaped, words.rest(asked))


def _effect(effect: Effect) -> Iterator[str]:
    yield f"- **{escaped(words.heading(effect))}**"
    for label, text in words.details(effect):
        yield f"  - {label}: {escaped(text)}"
    if effect.code:
        yield f"  - Code: `{effect.code}`"
