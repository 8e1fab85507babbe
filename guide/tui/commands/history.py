"""What can be done in the history."""

from guide.tui.commands.base import Command
from guide.tui.commands.sheet import CloseSheet


class OpenWalk(Command):
    """Open the walk under the cursor where you left it."""

    KEYS = "enter"
    GROUP = "Move"
    TITLE = "Open this walk"
    SHORT = "Open"


class FindWalk(Command):
    """Search the walks by name, note, answers or code, as you type."""

    KEYS = "slash"
    GROUP = "Move"
    TITLE = "Search the walks"
    SHORT = "Search"


class MarkWalk(Command):
    """Mark the walk under the cursor to compare it, or take the mark away."""

    KEYS = "space"
    GROUP = "Explore"
    TITLE = "Mark to compare"
    SHORT = "Mark"


class CompareWalks(Command):
    """Compare the two or three marked walks."""

    KEYS = "v"
    GROUP = "Explore"
    TITLE = "Compare the marked walks"
    SHORT = "Compare"


class NameWalk(Command):
    """Give the walk under the cursor a name."""

    KEYS = "n"
    GROUP = "Keep"
    TITLE = "Name this walk"
    SHORT = "Name"


class NoteWalk(Command):
    """Write a note on the walk under the cursor."""

    KEYS = "N"
    GROUP = "Keep"
    TITLE = "Note on this walk"
    SHORT = "Note"


class EraseWalk(Command):
    """Erase the walk under the cursor for good; asks first."""

    KEYS = "x,delete"
    GROUP = "Keep"
    TITLE = "Erase this walk"
    SHORT = "Erase"


class EraseEveryWalk(Command):
    """Erase every walk for good; asks first."""

    KEYS = "X"
    GROUP = "Keep"
    TITLE = "Erase all walks"


class ExportWalks(Command):
    """Write the walks that the list shows to a JSON file."""

    KEYS = "E"
    GROUP = "Keep"
    TITLE = "Export these walks"
    KEEPS = True


class ImportWalks(Command):
    """Add the walks of a file that was exported."""

    KEYS = "I"
    GROUP = "Keep"
    TITLE = "Import walks"
    KEEPS = True


class SaveNote(Command):
    """Keep the note as it is written."""

    KEYS = "ctrl+s"
    GROUP = "Keep"
    TITLE = "Save the note"
    SHORT = "Save"


HISTORY = (
    OpenWalk,
    FindWalk,
    MarkWalk,
    CompareWalks,
    NameWalk,
    NoteWalk,
    EraseWalk,
    CloseSheet,
    EraseEveryWalk,
    ExportWalks,
    ImportWalks,
)
NOTE = (SaveNote, CloseSheet)
