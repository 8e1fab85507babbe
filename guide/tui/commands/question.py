"""What can be done on a question."""

from guide.tui.commands.base import Command


class Back(Command):
    """Go back one step. Nothing is lost."""

    KEYS = "b,escape,left"
    GROUP = "Move"
    TITLE = "Back"
    SHORT = "Back"


class Forward(Command):
    """Go to the next question with the answer as it is."""

    KEYS = "right"
    GROUP = "Move"
    TITLE = "Forward, answer as it is"


class SkipToAdvice(Command):
    """Read the page now; what is not answered yet stays open."""

    KEYS = "a"
    GROUP = "Read"
    TITLE = "Read the page now"
    SHORT = "Read the page now"


class ShowAnswers(Command):
    """List your answers, and change any of them; the later ones are kept where they still apply."""

    KEYS = "t"
    GROUP = "Explore"
    TITLE = "Your answers: change one"
    SHORT = "Answers"


class ShowMap(Command):
    """Show every question and which answer leads where, with your way marked; go to one of them."""

    KEYS = "m"
    GROUP = "Move"
    TITLE = "Map"


class StartAgain(Command):
    """Begin again at the first question."""

    KEYS = "r"
    GROUP = "Leave"
    TITLE = "Start again"


class ReadyForBuyer(Command):
    """Get ready for a buyer: a brief for the call, their questions with answers, a rehearsal."""

    KEYS = "B"
    GROUP = "Explore"
    TITLE = "Get ready for a buyer"
    SHORT = "Buyer"


QUESTION = (Back, ReadyForBuyer, SkipToAdvice, ShowAnswers, Forward, ShowMap, StartAgain)
