"""Where one chooses what to practice: alone, or with a room."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import TYPE_CHECKING, ClassVar, NamedTuple

from guide.document.formats import Target, format_of, formats, suffix, write
from guide.english import plural
from guide.pages.handout import handout_page
from guide.pages.practice import TITLE, practice_page
from guide.pages.saving import NotSaved, save_text
from guide.pages.sitting import coming
from guide.practice.choosing import courses
from guide.practice.drill import Drill
from guide.practice.kept_rooms import file_of, finished, open_room
from guide.practice.topics import TopicStanding, standings
from guide.tui.commands.base import Command, bindings
from guide.tui.commands.everywhere import ShowGlance
from guide.tui.commands.practice import PRACTICE, SaveHandout
from guide.tui.screens.confirm import ConfirmScreen
from guide.tui.screens.drill import DrillScreen, teaching_page, to_read
from guide.tui.screens.lines import LineField, LinesScreen
from guide.tui.screens.room import RoomScreen
from guide.tui.screens.sheet import SheetScreen
from guide.tui.widgets.body import Body
from guide.tui.widgets.case_options import CaseOptions
from guide.tui.widgets.choices import Choice, Choices
from guide.tui.widgets.document import DocumentText

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from textual.widget import Widget

    from guide.model.practice import SessionPlan
    from guide.model.schema import Guide
    from guide.practice.kept_rooms import OpenRoom
    from guide.practice.sitting import Sitting
    from guide.tui.screens.base import BaseScreen

ALONE = "Alone"
TOGETHER = "With a room"


class Exercise(NamedTuple):
    """Something to practice."""

    choice: Choice
    screen: Callable[[], BaseScreen]
    """Makes the screen it opens."""
    plan: SessionPlan | None = None
    """The session it leads, if it is one."""


class PracticeScreen(SheetScreen):
    """Practice."""

    CSS_PATH = ["sheet.tcss"]  # noqa: RUF012 - Textual's name
    HERE: ClassVar[tuple[type[Command], ...]] = PRACTICE
    BINDINGS = bindings(PRACTICE)
    ABOUT = (
        "Cases to decide. Alone, what is due today or a course from beginning to end; with a room, "
        "a session that you lead. Everything works offline, and nothing leaves this machine."
    )

    def __init__(self, guide: Guide) -> None:
        super().__init__()
        self._guide = guide
        self._exercises: list[Exercise] = []
        self._typed: dict[str, dict[str, str]] = {}
        """What was typed for a session's file and not handed in."""
        self._replace: Path | None = None

    @property
    def looks_up(self) -> Guide | None:
        """The guide: whoever is new to it reads first."""
        return self._guide

    def body(self) -> Iterable[Widget]:
        """What there is."""
        with Body(classes="body part"):
            yield Choices(id="exercises", spaced=True)

    def on_mount(self) -> None:
        """Offer it."""
        super().on_mount()
        self.bar("Practice", self._guide.title)

    def on_screen_resume(self) -> None:
        """What is due, and where a session stands, may have changed."""
        choices = self.query_one(Choices)
        self._exercises = [*self._offered()]
        choices.offer([exercise.choice for exercise in self._exercises], choices.cursor)
        choices.focus(scroll_visible=False)

    def _offered(self) -> Iterator[Exercise]:
        if self._guide.case:
            yield from self._alone(Drill(self._guide, _now))
        for plan in self._guide.sessions:
            if not plan.alone:
                begun = ", goes on where you left it" if file_of(self._guide, plan).exists() else ""
                begun = ", finished" if finished(self._guide, plan) else begun
                note = f"({plural(plan.minutes, 'minute')}{begun})"
                choice = _choice(plan.title, plan.about, note, TOGETHER)
                yield Exercise(choice, partial(self._room, plan), plan)

    def _alone(self, drill: Drill) -> Iterator[Exercise]:
        """What is done alone. Each is always there, so that its number stays what it was."""
        sitting, missed = drill.daily(), drill.missed()
        words = coming(self._guide, drill.memories, drill.today)
        yield _drilled(drill, sitting if sitting.cases else drill.more(), words)
        for plan in courses(self._guide):
            begun = drill.course(plan)
            words = plan.about
            if not drill.memories and self._guide.glance:
                key = self.key_of(ShowGlance)
                words += f" New to this? Read the guide at a glance first (2 minutes): {key}."
            yield _drilled(drill, begun, words, plan.minutes, drill.standing(plan))
        words = f"{plural(len(missed.cases), 'case')} that you didn't know the last time."
        yield _drilled(drill, missed, words)
        words = "By topic, to practice one; and what you missed, each with its page."
        yield Exercise(_choice(TITLE, words, "", ALONE), partial(StandingScreen, drill))

    def _room(self, plan: SessionPlan, *, again: bool = False) -> BaseScreen:
        return practicing(open_room(self._guide, plan, _now(), again=again))

    def begin(self, plan: SessionPlan) -> None:
        """Open a course."""
        drill = Drill(self._guide, _now)
        drill.sitting = drill.course(plan)
        self.app.push_screen(practicing(drill))

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Begin it; of a session that was begun or led to its end, ask which way."""
        exercise = self._exercises[event.index]
        plan = exercise.plan
        if plan is None or not file_of(self._guide, plan).exists():
            self.app.push_screen(exercise.screen())
            return

        def answered(again: bool | None) -> None:  # noqa: FBT001 - as Textual calls it
            if again is not None:
                self.app.push_screen(self._room(plan, again=again))

        over = finished(self._guide, plan)
        where = "was led to its end" if over else "is under way"
        question = f"This session {where}. Begun afresh, the one before is kept beside it."
        go_on = "Look at it again" if over else "Go on"
        screen = ConfirmScreen(plan.title, question, "Begin afresh", no=go_on)
        self.app.push_screen(screen, answered)

    @property
    def _plan(self) -> SessionPlan | None:
        """The session under the cursor; where there is none, the first."""
        cursor = self.query_one(Choices).cursor
        plans = [exercise.plan for exercise in self._exercises]
        return next(filter(None, (*plans[cursor : cursor + 1], *plans)), None)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without a session there is no handout."""
        if action == SaveHandout.action():
            return True if self._plan else None
        return super().check_action(action, parameters)

    def action_save_handout(self) -> None:
        """Save what is printed for a session."""
        plan = self._plan
        if plan is None:
            return
        page = handout_page(self._guide, plan, self.session.today)
        path: Path | None = None

        def save(values: list[str]) -> str:
            nonlocal path
            form = format_of(values[0])
            if not form:
                return f"Not saved: end the name in one of {', '.join(map(suffix, formats()))}."
            try:
                text = write(page, form, Target(sources=True))
                path = save_text(lambda: text, "", values[0], replace=self._replace)
            except NotSaved as problem:
                self._replace = problem.replace
                return str(problem)
            return ""

        def closed(_kept: object) -> None:
            self.tell(f"Saved as {path}." if path else "")

        self._replace = None
        typed = self._typed.setdefault(plan.id, {"file": f"handout-{plan.id}.html"})
        words = f"The cards and the run sheet of “{plan.title}”. HTML prints best. Enter saves."
        fields = [LineField("file", "File")]
        screen = LinesScreen("Save the handout", fields, words, save, typed)
        self.app.push_screen(screen, closed)


class StandingScreen(SheetScreen):
    """What you know."""

    CSS_PATH = ["sheet.tcss", "drill.tcss"]  # noqa: RUF012 - Textual's name
    ABOUT = (
        "What you answered, by topic: a topic opens its cases, those you missed first. A case that "
        "you missed opens the page that teaches it."
    )

    def __init__(self, drill: Drill) -> None:
        super().__init__()
        self._drill = drill
        self._missed = drill.missed().cases
        self._topics = standings(drill.guide, drill.memories)

    def body(self) -> Iterable[Widget]:
        """How much is known, and what is not."""
        drill = self._drill
        page = practice_page(drill.guide, drill.reviews, drill.today).document()
        # Its sections name commands; here a choice does what they say.
        with Body(classes="body part"):
            yield DocumentText(page.head)
            yield CaseOptions(id="missed")

    def on_mount(self) -> None:
        """Show it from its top."""
        super().on_mount()
        self.bar(TITLE)
        topics = [
            Choice(
                row.topic.label, note=f"({_counts(row)})", group="By topic: each opens its cases"
            )
            for row in self._topics
        ]
        self.query_one(CaseOptions).ask([*topics, *to_read(self._missed)])
        self.query_one(CaseOptions).focus(scroll_visible=False)

    def on_choices_chosen(self, event: Choices.Chosen) -> None:
        """Ask the cases of a topic, or open the page that teaches a case."""
        place = event.index - len(self._topics)
        if place < 0:
            self._drill.sitting = self._drill.topic(self._topics[event.index])
            self.app.switch_screen(practicing(self._drill))
        else:
            self.app.push_screen(teaching_page(self._drill.guide, self._missed[place]))


def _counts(row: TopicStanding) -> str:
    left = row.total - row.asked
    return f"{len(row.known)} known, {len(row.missed)} missed, {left} not asked yet"


def _drilled(
    drill: Drill, sitting: Sitting, words: str, minutes: int = 0, standing: str = ""
) -> Exercise:
    minutes = minutes or sum(case.minutes for case in sitting.cases)
    note = f"({plural(minutes, 'minute')}{standing})" if sitting.cases else ""

    def screen() -> BaseScreen:
        drill.sitting = sitting
        return practicing(drill)

    return Exercise(_choice(sitting.title, words, note, ALONE), screen)


def practicing(practice: Drill | OpenRoom) -> BaseScreen:
    """The screen on which somebody practices."""
    return DrillScreen(practice) if isinstance(practice, Drill) else RoomScreen(practice)


def _choice(title: str, words: str, note: str, group: str) -> Choice:
    return Choice(title, (((words, ""),),), note=note, group=group)


def _now() -> datetime:
    return datetime.now().astimezone()
