"""``guide room --plain``: a session as lines of text, for a pipe and for a screen reader."""

import re
from collections.abc import Iterable

from guide.cli import clock
from guide.cli.dialogue import ask_line, say_lines
from guide.cli.say import note, put
from guide.cli.terminal import width
from guide.document.blocks import Block, Document
from guide.document.formats import Target
from guide.document.lines import wrapped
from guide.document.writers.text import write, write_blocks
from guide.pages.wall import people_words, place_words, session_words, total_words, wall
from guide.plan.parse_day import DayError, read_day
from guide.practice.kept_rooms import OpenRoom
from guide.practice.room import Action
from guide.practice.views import letter

HOW = (
    "An empty line goes on, b goes back, and n passes over the rest of the step. Counts are typed "
    "in the order of the choices, with spaces, as in: 3 5 0. c starts or pauses the clock. "
    "'note WORDS' keeps what somebody said; 'action WHAT, WHO, DAY' keeps what is to be done; "
    "x takes the last of these back. q stops, and everything is kept."
)


class PlainRoom:
    """Leads a session until its end, or until the person stops."""

    def __init__(self, opened: OpenRoom) -> None:
        self._opened = opened
        self._room = opened.room
        self._target = Target(width())
        self._warned = False
        """Whether it was said that nobody is counted at what stands there."""

    def run(self) -> None:
        """Lead it."""
        if not self._opened.fresh:
            say_lines("It goes on where it was left.")
        say_lines(self._room.plan.title, HOW)
        self._show()
        while (line := ask_line("> ")) is not None:
            if not self._obey(line.strip()):
                break
            self._tell()
        self._room.tick()
        if self._opened.fault:
            note(f"guide: {self._opened.fault}")
            return
        plan = self._room.plan.id
        say_lines("", f"Kept. To go on: guide room {plan} --plain")
        say_lines(f"What came of it: guide room {plan} --debrief")

    def _obey(self, line: str) -> bool:
        """Do what was typed; False to stop."""
        word, _, rest = line.partition(" ")
        word = word.casefold()
        if word in ("q", "quit"):
            return False
        if not line:
            self._go_on()
        elif word in ("b", "back"):
            self._move(-1)
        elif word in ("n", "next"):
            self._pass_over(rest)
        elif word in ("c", "clock"):
            self._room.start_or_pause()
            self._clock()
        elif word == "x":
            say_lines(f"Taken back: {self._room.take_back() or 'nothing'}")
        elif word == "note":
            self._room.note(rest)
            self._say_kept(rest.strip(), "Type it behind the word: note They laughed.")
        elif word == "action":
            self._act(rest)
        elif re.fullmatch(r"[\d\s,]+", line):
            self._count([int(number) for number in re.findall(r"\d{1,6}", line)])
        else:
            say_lines(HOW)
        return True

    def _pass_over(self, rest: str) -> None:
        if rest:
            say_lines(f"Not kept. To keep that: note {rest}", "n alone passes over the step.")
        elif self._room.next_step():
            self._show()
        else:
            say_lines("This is the last step.")

    def _go_on(self) -> None:
        if self._room.uncounted and not self._warned:
            self._warned = True
            say_lines("Nobody is counted. Another empty line reveals.")
        else:
            self._move(1)

    def _move(self, by: int) -> None:
        if self._room.move(by):
            self._show()
        else:
            say_lines("This is the end." if by > 0 else "This is the beginning.")

    def _count(self, numbers: list[int]) -> None:
        view = self._room.view
        if self._room.gathering and len(numbers) == 1:
            self._room.gather(numbers[0])
            say_lines(people_words(self._room))
        elif not view.countable:
            say_lines("There is nothing to count here.")
        elif len(numbers) != len(view.rows):
            count = len(view.rows)
            self._warned = False
            example = " ".join(("3", "5", *"0" * count)[:count])
            say_lines(f"Type {count} numbers, one for each choice, with spaces: {example}")
        else:
            for row, number in zip(view.rows, numbers, strict=True):
                self._room.count(row.id, number)
            say_lines(f"{total_words(self._room)}.")

    def _act(self, typed: str) -> None:
        parts = typed.rsplit(",", 2)  # what is to be done may hold commas itself
        what, who, day = ([part.strip() for part in parts] + ["", "", ""])[:3]
        try:
            due = read_day(day, clock.today(), ahead=True).isoformat() if day else ""
        except DayError as error:
            say_lines(str(error))
            return
        if what:
            self._room.act(Action(what, who, due))
        self._say_kept(what, "Type it like this: action Update the sheet, Ana, in 2 weeks")

    def _say_kept(self, typed: str, how: str) -> None:
        if not typed:
            say_lines(how)
        elif not self._opened.fault:
            say_lines("Kept.")

    def _show(self) -> None:
        self._warned = False
        seen = wall(self._room)
        words = filter(None, (place_words(self._room), self._time(), session_words(self._room)))
        put(f"\n({' · '.join(words)})\n")
        self._blocks(seen.heading, seen.blocks)
        if seen.rows and seen.blocks:
            put("\n")
        for index, row in enumerate(seen.rows):
            sign = {None: "", True: "RIGHT: ", False: "not right: "}[row.right]
            votes = f" ({row.number})" if row.number else ""
            self._row(f"{letter(index)}. ", f"{sign}{row.label}{votes}")
            if row.reason:
                self._row("   ", row.reason)
        if seen.below:
            put("\n")
            self._blocks("", seen.below)

    def _row(self, lead: str, text: str) -> None:
        put("\n".join(wrapped(text, self._target.width, lead)) + "\n")

    def _clock(self) -> None:
        state = "runs" if self._room.running else "is paused"
        say_lines(f"The clock {state}: {self._time()}.")

    def _time(self) -> str:
        left = self._room.left
        return f"{abs(left) // 60}:{abs(left) % 60:02} {'over' if left < 0 else 'left'}"

    def _blocks(self, heading: str, blocks: Iterable[Block]) -> None:
        if heading:
            put(write(Document(heading, (), tuple(blocks)), self._target))
        else:
            put(write_blocks(blocks, self._target))

    def _tell(self) -> None:
        if news := self._opened.take_notice():
            note(f"guide: {news}")
