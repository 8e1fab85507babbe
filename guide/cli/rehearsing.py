"""``guide rehearse``: a buyer's questions on stdin and stdout, one at a time."""

from guide.cli.dialogue import ask_line, say_lines
from guide.cli.terminal import width
from guide.document.lines import wrapped
from guide.english import plural
from guide.model.replies import NeverSay
from guide.model.schema import Guide
from guide.sales.ready import ReadyReply
from guide.sales.rehearsal import Asked, Rehearsal
from guide.sales.rehearsed import keep

HOW = (
    "The guide asks as a buyer would. Say your answer aloud, or type it, and press Enter; then "
    "compare. What you type is not kept. q stops."
)


def run(guide: Guide, rehearsal: Rehearsal) -> None:
    """Ask the questions, and keep which of them to repeat."""
    say_lines(HOW, "")
    while (asked := rehearsal.current) is not None:
        typed = _ask(rehearsal, asked)
        if typed is None or not _compare(rehearsal, asked, typed):
            break
    _end(guide, rehearsal)


def _ask(rehearsal: Rehearsal, asked: Asked) -> str | None:
    number = len(rehearsal.marks) + 1
    how = " (again)" * asked.again + " (they go on)" * asked.follows
    say_lines(f"{number} of {len(rehearsal.questions)}{how}. {asked.words}")
    return _hear("Your answer: ")


def _compare(rehearsal: Rehearsal, asked: Asked, typed: str) -> bool:
    """Show what there is to compare with; False where the reader stops."""
    ready = asked.ready
    for phrase, row in rehearsal.slips(typed):
        say_lines(_slip(phrase, row))
    say_lines("", "One good answer:")
    say_lines(*wrapped(f"\u201c{ready.says}\u201d", width(), "    "))
    say_lines(f"Show: {ready.show}. Who: {ready.who.label}.")
    say_lines("A good answer does this:")
    for number, point in enumerate(ready.points, 1):
        say_lines(f"  {number}. {point}")
    ticks = _hear(f"What did yours do? Numbers such as {_all(ready)}, or Enter for none: ")
    if ticks is None:
        return False
    well = _ticked(ticks, len(ready.points))
    rehearsal.mark(well=well)
    say_lines("That went well." if well else "This comes again in the next rehearsal.", "")
    return True


def _slip(phrase: str, row: NeverSay) -> str:
    return f"You typed \u201c{phrase}\u201d. {row.why} Instead: {row.instead}."


def _all(ready: ReadyReply) -> str:
    return "".join(str(number) for number in range(1, len(ready.points) + 1))


def _ticked(line: str, points: int) -> bool:
    """Whether every point was ticked."""
    if line.strip().casefold() == "all":
        return True
    return {str(number) for number in range(1, points + 1)} <= set(line)


def _end(guide: Guide, rehearsal: Rehearsal) -> None:
    well, repeat = rehearsal.went(well=True), rehearsal.went(well=False)
    if not rehearsal.marks:
        return
    asked = plural(len(rehearsal.marks), "question")
    say_lines(f"{asked} rehearsed, {len(well)} of {len(rehearsal.marks)} went well.")
    if well:
        say_lines("Went well:", *(f"  - {each.asked}" for each in well))
    if repeat:
        say_lines("To repeat, and the next rehearsal begins with them:")
        say_lines(*(f"  - {each.asked}" for each in repeat))
    if problem := keep(guide.id, rehearsal.marks):
        say_lines(problem)


def _hear(prompt: str) -> str | None:
    """A line; None where the reader stops."""
    line = ask_line(prompt)
    return None if line is None or line.strip().casefold() in ("q", "quit") else line.strip()
