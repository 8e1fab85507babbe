"""A key means one thing, whatever the screen."""

from collections import defaultdict

from guide.tui.commands.known import every_command

ALIKE = (
    {"back", "close-sheet", "leave-drill", "room-back", "room-leave"},  # up one level
    {
        "go-on",
        "open-walk",
        "next-case",
        "next-asked",
        "room-on",
        "forward",
    },  # on, or to what is marked
    {"search", "find-walk"},
    {"compare-pages", "compare-walks"},
    {"pin-page", "unpin"},
    {"show-equal", "unfold-checks"},  # fold and unfold
    {
        "save-page",
        "save-note",
        "save-plan",
        "save-decision",
        "save-letter",
        "print-brief",
        "save-handout",
        "room-save",
    },
    {"copy-page", "copy-answer"},
    {"says-who", "case-grounds"},
    {"skip-to-advice", "case-page"},  # read the page
    {"start-again", "retry-missed", "rehearse-again"},
    {"erase-walk", "room-take-back"},
    {"note-walk", "room-note"},
)
"""Commands that do the same thing on different screens."""
PLAIN = {"show-plan", "guessed"}
"""A case has no plan, and g is the word for a guess in plain lines."""
SPACE = {"mark-walk", "room-read"}
"""Space does the next thing at hand: it marks in a list, and scrolls a page."""


def test_a_key_means_one_thing_on_every_screen() -> None:
    meanings: dict[str, set[str]] = defaultdict(set)
    for command in every_command():
        for key in command.KEYS.split(","):
            meanings[key].add(command.id())
    twice = {
        key: ids
        for key, ids in meanings.items()
        if len(ids) > 1 and not any(ids <= alike for alike in (*ALIKE, PLAIN, SPACE))
    }
    assert twice == {}
