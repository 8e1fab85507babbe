"""Search: words, the passages that hold them, and a page that shows the one chosen."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, TypeAlias

from textual.widgets import Input

from guide.cleaning import NAME_LENGTH
from guide.english import plural
from guide.journey.advice import because
from guide.journey.journey import Journey
from guide.journey.labels import scenario_pairs
from guide.journey.landing import Landed as Landed  # noqa: PLC0414 - what a search ends with
from guide.journey.landing import Landing
from guide.journey.matching import asked_words, stem
from guide.journey.search import MOST, Hit, count, expanded, near, search, spots, words_explained
from guide.kiosk import is_kiosk
from guide.model.glance import Term
from guide.model.letters import Letter
from guide.model.schema import Block, Question
from guide.sales.asked import asked_for
from guide.sales.letters import wanted
from guide.sales.offered import in_order, refusing
from guide.sales.ready import ReadyReply, ready_replies
from guide.tui.screens.letter import LetterScreen
from guide.tui.screens.reading import TermsScreen
from guide.tui.screens.replies import RepliesScreen
from guide.tui.screens.sheet import DialogScreen
from guide.tui.styles import FOUND, QUIET
from guide.tui.widgets.body import Body
from guide.tui.widgets.choices import Choice, Choices
from guide.tui.widgets.pane import field
from guide.tui.widgets.typeset import Prose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual import events
    from textual.widget import Widget

    from guide.model.schema import Guide
    from guide.tui.typeset import Run

    Result: TypeAlias = Hit | Letter | ReadyReply


LETTER = "A letter that you can write"
REPLY = "A buyer's question, with your answer"
VISIT = "Found by the search. Back returns to where you were; an answer goes on from here."


class SearchScreen(DialogScreen):
    """Search."""

    ABOUT = (
        "Type words, or how you would ask it; what answers most of it comes first. Down or Tab "
        "goes to the results; Enter opens a page that shows the passage, the question, or what the "
        "word means. Your own answers are not lost: Back returns to them."
    )

    def __init__(self, guide: Guide, journey: Journey | None) -> None:
        super().__init__()
        self._guide = guide
        self._journey = journey if journey is not None and journey.guide is guide else None
        self._hits: list[Result] = []
        self._words = ""
        """What is looked for: the words typed, or the nearest."""

    def body(self) -> Iterable[Widget]:
        """The field, and the results below."""
        with Body(classes="body part"):
            yield from field("Words to look for", Input(id="words", max_length=NAME_LENGTH))
            yield Prose(id="found")
            yield Choices(id="hits", spaced=True)

    def on_mount(self) -> None:
        """Wait for words."""
        super().on_mount()
        self.bar("Search the guide")
        self.query_one("#found", Prose).show([("Type to search.", QUIET)])
        self.query_one(Input).focus()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look for the words; where nothing holds them, for the nearest, or list the glossary."""
        self._words, typed = event.value, event.value.strip()
        if typed and not count(self._guide, typed):
            self._words = near(self._guide, typed)
        hits = search(self._guide, self._words)
        if typed and not hits:
            hits = words_explained(self._guide)
        self._hits = sorted([*self._to_say(typed), *hits], key=self._rank)
        self.query_one(Choices).offer([self._choice(hit) for hit in self._hits])
        self.query_one("#found", Prose).show([(self._found(typed), QUIET)])

    def _found(self, typed: str) -> str:
        """How many there are, in all where not all are listed."""
        listed = len(self._hits)
        if not typed:
            return "Type to search."
        nothing = f'Nothing holds "{typed}". '
        if not self._words.strip():
            return f"{nothing}Try another word{', or one of these:' if listed else '.'}"
        hits = sum(isinstance(result, Hit) for result in self._hits)
        total = count(self._guide, self._words) + listed - hits if hits == MOST else listed
        best = f"The best {listed} of " if listed < total else ""
        results = f"{best}{plural(total, 'result')}"
        nearest = (
            f'{nothing}The nearest is "{self._words}": ' if typed != self._words.strip() else ""
        )
        return f"{nearest}{results}. Enter opens the first."

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

    def _to_say(self, words: str) -> Iterator[Letter | ReadyReply]:
        """The letters and replies of the reader's page that have to do with the words."""
        journey = self._journey
        if journey is None or not journey.scenario or not words:
            return
        guide, scenario = self._guide, journey.scenario
        stems = {*map(stem, asked_words(words))}
        for letter in () if is_kiosk() else in_order(guide, scenario):
            titled = map(stem, asked_words(letter.title))
            if not stems.isdisjoint(titled) and not refusing(guide, letter, scenario):
                yield letter
        if guide.replies:
            yield from asked_for(guide, ready_replies(guide, scenario), words)

    def _rank(self, result: Result) -> int:
        """The reader's own page first, then what to say and write, and last what leads away."""
        match result:
            case Hit(what=Block()):
                return 0 if self._own(result) else 3
            case Hit(what=Question()):
                return 2
        return 1

    def _choice(self, hit: Result) -> Choice:
        match hit:
            case Letter():
                return Choice(hit.title, (((hit.about, ""),), ((LETTER, QUIET),)))
            case ReadyReply():
                return Choice(f"\u201c{hit.asked}\u201d", (((hit.says, ""),), ((REPLY, QUIET),)))
        runs: list[Run] = []
        at = 0
        for start, end in spots(hit.excerpt, expanded(self._guide, self._words)):
            runs += [(hit.excerpt[at:start], ""), (hit.excerpt[start:end], FOUND)]
            at = end
        runs.append((hit.excerpt[at:], ""))
        return Choice(hit.title, (tuple(runs), ((self._who(hit), QUIET),)))

    def _who(self, hit: Hit) -> str:
        match hit.what:
            case Term():
                return "A word of the glossary"
            case Question():
                return "A question you were asked" if self._own(hit) else "A question"
            case Block() as block:
                if self._own(hit):
                    return "On your page"
                pairs = scenario_pairs(self._guide, because(block, hit.scenario))
                words = "; ".join(f"{facet}: {value}" for facet, value in pairs)
                return f"For {words}" if words else "Whatever the answers"

    def _own(self, hit: Hit) -> bool:
        """Whether it is on the reader's page, or a question they answered."""
        journey = self._journey
        match hit.what:
            case Block() if journey is not None and journey.walked.finished:
                return any(passage.block.id == hit.what.id for passage in journey.advice.blocks())
            case Question() if journey is not None:
                return any(step.question.id == hit.what.id for step in journey.walked.trail)
        return False

    def _land(self, hit: Result) -> None:
        journey = self._journey
        if not isinstance(hit, Hit):
            assert journey is not None  # noqa: S101 - else there is none
            if isinstance(hit, Letter):
                letter = wanted(self._guide, hit.id, journey.scenario)
                self.app.push_screen(LetterScreen(journey, letter), self._written)
            else:
                self.app.push_screen(RepliesScreen(journey, hit.asked))
            return
        match hit.what:
            case Term() as term:
                self.app.push_screen(TermsScreen(self._guide, [], term.term))
            case Question() as question:
                own = journey.looking_at(question.id) if journey and self._own(hit) else None
                self.dismiss(Landed(own or self._visit(hit), None))
            case Block() as block:
                words = expanded(self._guide, self._words)
                own = replace(journey, at="", aside=False, notice="") if journey else None
                landing = Landing(block.id, words)
                self.dismiss(Landed(own if own and self._own(hit) else self._visit(hit), landing))

    def _written(self, path: str | None) -> None:
        self.tell(f"Written to {path}" if path else "")

    def _visit(self, hit: Hit) -> Journey:
        """Led by answers that are not the reader's; back returns to theirs."""
        notice = VISIT if isinstance(hit.what, Question) else ""
        journey = self._journey
        return Journey(self._guide, hit.answers, visiting=True, former=journey, notice=notice)
