"""What to copy: the section being read, words to say, or the whole page."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from guide.document.body import plain
from guide.pages.saving import page_text
from guide.pages.taking import scripts, section_text
from guide.tui.screens.sheet import DialogScreen
from guide.tui.styles import QUIET
from guide.tui.widgets.body import Body
from guide.tui.widgets.choices import Choice, Choices

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from textual.widget import Widget

    from guide.journey.journey import Journey


class Copied(NamedTuple):
    """What was chosen."""

    what: str
    text: str


class CopyScreen(DialogScreen):
    """Copy. Ends with what was chosen."""

    ABOUT = (
        "What to copy: the section you are reading, a script alone, as it is said, or the whole "
        "page. It goes to the terminal's clipboard where the terminal allows, and to a file in "
        "any case."
    )

    def __init__(self, journey: Journey, section: int) -> None:
        super().__init__()
        self._journey, self._section = journey, section
        self._offers: list[tuple[str, Callable[[], str]]] = []

    def body(self) -> Iterable[Widget]:
        """The list."""
        with Body(classes="body part"):
            yield Choices(id="copies", spaced=True)

    def on_mount(self) -> None:
        """Offer them, the section being read first."""
        super().on_mount()
        self.bar("Copy")
        choices = [*self._sections(), *self._scripts(), *self._page()]
        self.query_one(Choices).offer(choices)
        self.query_one(Choices).focus()

    def _sections(self) -> Iterable[Choice]:
        sections = self._journey.advice.sections
        if self._section < len(sections):
            section = sections[self._section]
            title = section.section.title
            self._offers.append((title, lambda: section_text(section)))
            words = " ".join(plain(passage.block.body) for passage in section.blocks)
            yield Choice(title, (((_beginning(words), QUIET),),))

    def _scripts(self) -> Iterable[Choice]:
        for script in scripts(self._journey.advice):
            self._offers.append(("The script", lambda text=script.text: text))  # type: ignore[misc]
            words = _beginning(script.text)
            yield Choice(f"The script in {script.section}", (((words, QUIET),),))

    def _page(self) -> Iterable[Choice]:
        today = self.session.today
        self._offers.append(("The page", lambda: page_text(self._journey, "markdown", today)))
        yield Choice("The whole page", ((("As Markdown, with what it rests on.", QUIET),),))

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """This one."""
        what, text = self._offers[event.index]
        self.dismiss(Copied(what, text()))


def _beginning(text: str) -> str:
    return f"{' '.join(text.split()[:12])} …"
