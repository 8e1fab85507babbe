"""What whoever leads a session can do."""

from guide.tui.commands.base import Command


class RoomOn(Command):
    """Show the room what comes next: the choices, then the answer, then the next case."""

    KEYS = "enter,right"
    GROUP = "Move"
    TITLE = "Go on"
    SHORT = "Next"


class RoomRead(Command):
    """Show what is cut off below; at the end of it, go on."""

    KEYS = "space,pagedown"
    GROUP = "Move"
    TITLE = "Read on"


class RoomBack(Command):
    """Show the room what stood there before; an answer is hidden again."""

    KEYS = "left,b,pageup"
    GROUP = "Move"
    TITLE = "Back"
    SHORT = "Back"


class RoomNextStep(Command):
    """Pass over what is left of this step, when the time is up."""

    KEYS = "J"
    GROUP = "Move"
    TITLE = "Next step"


class RoomClock(Command):
    """Start the clock of the step, or pause it."""

    KEYS = "C"
    GROUP = "Explore"
    TITLE = "Start or pause the clock"
    SHORT = "Clock"


class RoomNote(Command):
    """Write down what somebody said; it stands in the debrief."""

    KEYS = "N"
    GROUP = "Keep"
    TITLE = "Write a note"
    SHORT = "Note"


class RoomAction(Command):
    """Write down what somebody will do, who, and by when."""

    KEYS = "A"
    GROUP = "Keep"
    TITLE = "Write down an action"
    SHORT = "Action"


class RoomTakeBack(Command):
    """Take back the note or the action that was written down last."""

    KEYS = "x"
    GROUP = "Keep"
    TITLE = "Take the last note or action back"


class RoomSave(Command):
    """Save the debrief: what the room chose, what surprised, who does what."""

    KEYS = "s"
    GROUP = "Keep"
    TITLE = "Save the debrief"
    SHORT = "Save debrief"
    KEEPS = True


class RoomLeave(Command):
    """Leave the session. It is kept, and goes on here the next time."""

    KEYS = "escape"
    GROUP = "Leave"
    TITLE = "Leave the session"
    SHORT = "Leave"


ROOM = (
    *(RoomOn, RoomBack, RoomClock, RoomNote, RoomAction, RoomSave, RoomLeave),
    *(RoomRead, RoomNextStep, RoomTakeBack),
)
