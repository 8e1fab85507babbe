"""Search: words, the passages that hold them, and a page that shows the one chosen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from textual.widgets import Input

from guide.journey.advice import because
from guide.journey.journey import Journey
from guide.journey.landing import Landed as Landed  # noqa: PLC0414 - what a search ends with
from guide.journey.landing import Landing
from guide.journey.search import MOST, Hit, count, search, spots
from guide.tui.evidence import settled_words
from guide.tui.screens.sheet import DialogScreen
from guide.tui.styles import FOUND, QUIET
from guide.tui.widgets.body import Body
from guide.tui.widgets.choices import Choice, Choices
from guide.tui.widgets.pane import field
from guide.tui.widgets.typeset import Prose

if TYPE_CHECKING:
    from collections.abc import Iterable

    from textual import events
    from textual.widget import Widget

    from guide.model.schema import Guide
    from guide.tui.typeset import Run


NOTHING_HOLDS_ALL = "Nothing holds all of these words. Try fewer of them."


class SearchScreen(DialogScreen):
    """Search."""

    ABOUT = (
        "Type a word or the beginning of one; several words must all occur. Down or Tab goes to "
        "the results; Enter opens a page that shows the passage, with the words set off. Your own "
        "answers are not lost: Back returns to them."
    )

    def __init__(self, guide: Guide, journey: Journey | None) -> None:
        super().__init__()
        self._guide = guide
        self._journey = journey if journey is not None and journey.guide is guide else None
        self._hits: list[Hit] = []

    def body(self) -> Iterable[Widget]:
        """The field, and the results below."""
        with Body(classes="body part"):
            yield from field("Words to look for", Input(id="words"))
            yield Prose(id="found")
            yield Choices(id="hits", spaced=True)

    def on_mount(self) -> None:
        """Wait for words."""
        super().on_mount()
        self.bar("Search the advice")
        self.query_one("#found", Prose).show([("Type to search.", QUIET)])
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look for the words."""
        hits = search(self._guide, event.value)
        self._hits = sorted(hits, key=lambda hit: not self._mine(hit))
        self.query_one(Choices).offer([self._choice(hit, event.value) for hit in self._hits])
        self.query_one("#found", Prose).show([(self._found(event.value), QUIET)])

    def _found(self, words: str) -> str:
        """How many there are, in all where not all are listed."""
        listed = len(self._hits)
        if not words.strip():
            return "Type to search."
        if not listed:
            several = len(words.split()) > 1
            return NOTHING_HOLDS_ALL if several else "Nothing found."
        total = count(self._guide, words) if listed == MOST else listed
        first = f"The first {listed} of " if listed < total else ""
        return f"{first}{total} passage{'s' * (total > 1)}. Enter opens the first."

    def on_input_submitted(self) -> None:
        """Open the best."""
        if self._hits:
            self._land(self._hits[0])

    def on_key(self, event: events.Key) -> None:
        """Down from the field to the results, and up again."""
        if event.key == "down" and self.query_one(Input).has_focus and self._hits:
            event.stop()
            self.query_one(Choices).focus()

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Open this one."""
        self._land(self._hits[event.index])

    def _choice(self, hit: Hit, words: str) -> Choice:
        runs: list[Run] = []
        at = 0
        for start, end in spots(hit.excerpt, words):
            runs += [(hit.excerpt[at:start], ""), (hit.excerpt[start:end], FOUND)]
            at = end
        runs.append((hit.excerpt[at:], ""))
        return Choice(hit.section.title, (tuple(runs), ((self._who(hit), QUIET),)))

    def _who(self, hit: Hit) -> str:
        if self._mine(hit):
            return "On your page"
        words = settled_words(self._guide, because(hit.block, hit.scenario))
        return f"For {'; '.join(words)}" if words else "Whatever the answers"

    def _mine(self, hit: Hit) -> bool:
        journey = self._journey
        if journey is None or not journey.walked.finished:
            return False
        return any(passage.block.id == hit.block.id for passage in journey.advice.blocks())

    def _land(self, hit: Hit) -> None:
        landing = Landing(hit.block.id, self.query_one(Input).value)
        journey = self._journey
        if journey is not None and self._mine(hit):
            journey = replace(journey, at="", aside=False, notice="")
        else:
            journey = Journey(self._guide, hit.answers, visiting=True, former=journey)
        self.dismiss(Landed(journey, landing))
