"""What they will ask: every question, folded; one at a time opens with its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.widgets import Input

from guide.english import sentence
from guide.pages.replies import GROUPS, TITLE, group_of, never_words
from guide.pages.saving import SENT, keep_copy
from guide.sales.asked import asked_for
from guide.sales.ready import ReadyReply, ready_replies
from guide.tui.commands.base import Command, bindings
from guide.tui.commands.buyer import REPLIES
from guide.tui.screens.sheet import SheetScreen
from guide.tui.styles import QUIET, QUOTE, STRONG
from guide.tui.widgets.body import Body
from guide.tui.widgets.choices import Choice, Choices
from guide.tui.widgets.pane import field
from guide.tui.widgets.typeset import Prose

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from textual import events
    from textual.widget import Widget

    from guide.journey.journey import Journey
    from guide.tui.typeset import Run

HOW = "Down goes to the questions; Enter opens one, and y copies its answer."
NOTHING = "No reply has those words. All there are stand below, the likely ones first."


class RepliesScreen(SheetScreen):
    """What they will ask."""

    HERE: ClassVar[tuple[type[Command], ...]] = REPLIES
    BINDINGS = bindings(REPLIES)
    ABOUT = (
        "Every question that your case brings up, the likely ones first. Type what the buyer "
        "asked, in their words, and the questions that mean it are left. Enter opens one: what to "
        "say, what to show, who says it, what never to say. y copies what to say."
    )

    def __init__(self, journey: Journey, words: str = "") -> None:
        super().__init__()
        self._journey, self._words = journey, words
        self._open: str = ""
        """The id of the reply that is unfolded."""

    @staticmethod
    def _order(ready: list[ReadyReply]) -> list[ReadyReply]:
        groups = [*GROUPS]
        return sorted(ready, key=lambda each: groups.index(group_of(each)))

    def body(self) -> Iterable[Widget]:
        """A field for the buyer's words, and the questions."""
        self._guide = self.session.carried(self._journey)
        self._all = self._order(ready_replies(self._guide, self._journey.scenario))
        self._listed = self._all
        with Body(classes="body part"):
            yield from field("What did they ask?", Input(self._words, id="words"))
            yield Prose([(HOW, QUIET)], id="found")
            yield Choices(id="questions")

    def on_mount(self) -> None:
        """List all of them."""
        super().on_mount()
        self.bar(TITLE)
        self._offer()
        self.query_one(Input).focus()

    @property
    def _choices(self) -> Choices:
        return self.query_one(Choices)

    def _offer(self, cursor: int = 0) -> None:
        searching = self._listed is not self._all
        choices = [
            Choice(
                each.asked,
                tuple(_answer(each)) if each.reply.id == self._open else (),
                note=f"· Who: {each.who.label}",
                group="" if searching else GROUPS[group_of(each)],
            )
            for each in self._listed
        ]
        self._choices.offer(choices, cursor)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Leave the questions that mean this; the likeliest is open."""
        words = event.value.strip()
        fitting = asked_for(self._guide, self._all, words) if words else []
        self._listed = fitting or self._all
        self._open = fitting[0].reply.id if fitting else ""
        self.query_one("#found", Prose).show([(HOW if fitting or not words else NOTHING, QUIET)])
        self._offer()

    def on_input_submitted(self) -> None:
        """To what was found."""
        if self._listed:
            self._choices.focus()

    def on_key(self, event: events.Key) -> None:
        """Down from the field to the questions."""
        if event.key == "down" and self.query_one(Input).has_focus and self._listed:
            event.stop()
            self._choices.focus()

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Unfold this one, or fold it again."""
        chosen = self._listed[event.index].reply.id
        self._open = "" if chosen == self._open else chosen
        self._offer(event.index)
        self.call_after_refresh(self._choices.show_cursor)

    def action_copy_answer(self) -> None:
        """Copy what to say to the question under the cursor."""
        if self._listed:
            says = self._listed[self._choices.cursor].says
            self.app.copy_to_clipboard(says)
            self.tell(f"Answer: {SENT}{keep_copy(says)}")


def _answer(ready: ReadyReply) -> Iterator[tuple[Run, ...]]:
    """What to say, to show and not to say, a paragraph each."""
    yield ((f"\u201c{ready.says}\u201d", QUOTE),)
    yield (("Show: ", STRONG), (sentence(ready.show), ""))
    for row in ready.never:
        yield (("Never ", STRONG), (never_words(row), ""))
