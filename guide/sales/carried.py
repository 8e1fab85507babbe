"""What was typed into a letter, carried into what is said: a blank is filled once."""

from collections.abc import Mapping
from datetime import date

from msgspec.structs import replace

from guide.english import any_phrase, letter_date
from guide.model.letters import FIRST_DAY, LAST_DAY, Letters
from guide.model.replies import Blank, Fill
from guide.model.schema import Guide
from guide.sales.entries import EntryError, read_entry


def carry(guide: Guide, typed: Mapping[str, str], today: date) -> Guide:
    """The guide with every blank of its replies filled that a letter's field fills.

    Args:
        guide: with replies and letters, or without.
        typed: what is kept of the letters of one scenario, by the key of each blank.
        today: what ``in 6 weeks`` counts from.

    """
    replies, letters = guide.replies, guide.letters
    if replies is None or letters is None or not typed:
        return guide
    blanks = tuple(_filled(letters, blank, typed, today) for blank in replies.blanks)
    return replace(guide, replies=replace(replies, blanks=blanks))


def _filled(letters: Letters, blank: Blank, typed: Mapping[str, str], today: date) -> Blank:
    for name in blank.filled_by:
        if words := _words(letters, name.text, typed, today):
            return replace(blank, fills=(Fill(words=words), *blank.fills))
    return blank


def _words(letters: Letters, name: str, typed: Mapping[str, str], today: date) -> str:
    """What a field says; empty where it is open, or holds what no letter may say."""
    field, blank = letters.blank_names[name]
    key = name
    if field is not blank:
        # With several findings nobody knows which of them is asked about.
        if any(each.startswith(f"{field.id}.2.") and text for each, text in typed.items()):
            return ""
        key = f"{field.id}.1.{blank.id}"
    elif field.kind == "period":
        key = field.id
    try:
        entry = read_entry(blank, typed.get(key, ""), today)
    except EntryError:
        return ""
    ends = {f"{field.id}.{FIRST_DAY}": 0, f"{field.id}.{LAST_DAY}": -1}
    words = letter_date(entry.days[ends[name]]) if name in ends and entry.days else entry.words
    if any(any_phrase(caution.forbidden).search(words) for caution in letters.cautions):
        return ""
    # In brackets it would pass for a blank; behind it the sentence goes on.
    return words.replace("[", "(").replace("]", ")").rstrip(" .")
