"""What can be done on a question."""

from guide.tui.commands.base import Command


class Back(Command):
    """Go back one step. Nothing is lost."""

    KEYS = "b,escape,left"
    TITLE = "Back"
    SHORT = "Back"


class Forward(Command):
    """Go to the next question with the answer as it is."""

    KEYS = "right,f"
    TITLE = "Forward, answer as it is"


class SkipToAdvice(Command):
    """Read the page now; what is not answered yet stays open."""

    KEYS = "a"
    TITLE = "Read the page now"
    SHORT = "Read the page now"


class AdviceSoFar(Command):
    """Read the page so far, and keep the optional questions open."""

    KEYS = "v"
    TITLE = "View the page so far"


class ShowAnswers(Command):
    """List your answers, and change any of them; the later ones are kept where they still apply."""

    KEYS = "t"
    TITLE = "Your answers: change one"
    SHORT = "Answers"


class ShowMap(Command):
    """Show every question and which answer leads where, with your way marked; go to one of them."""

    KEYS = "m"
    TITLE = "Map"


class StartAgain(Command):
    """Begin again at the first question."""

    KEYS = "r"
    TITLE = "Start again"


QUESTION = (Back, SkipToAdvice, ShowAnswers, Forward, AdviceSoFar, ShowMap, StartAgain)
