"""One minimal fault for every way in which replies can be wrong."""

from guide.model.codes import Code
from helpers.faults import Fault, put
from helpers.small_replies import FILE, TEXT


def _fault(code: Code, old: str, new: str, place: str, says: str) -> Fault:
    """The replies with this change."""
    assert old in TEXT
    return Fault(code, put(FILE, TEXT.replace(old, new, 1).encode()), f"{FILE}:{place}", says)


UNHEARD = """\
      - id: glass-none
        says: >-
          Of a glass that is neither whole nor cracked I know nothing, and nobody else does. If you
          have one of that kind, bring it to the bench, and we will look at it.
"""

FAULTS = [
    _fault(Code.REPLY_NAME, "steps}", "step}", "1:20", "no section 'step'; did you mean 'steps'?"),
    _fault(
        Code.REPLY_NAME,
        "steps}\n",
        "steps}\nunsaid: [{facets: [flam]}]\n",
        "2:20",
        "no facet 'flam'; did you mean 'flame'?",
    ),
    _fault(Code.REPLY_NAME, "who: smith", "who: smit", "36:10", "no speaker 'smit'; did you mean"),
    _fault(Code.REPLY_NAME, "ups: [glass]", "ups: [gless]", "19:18", "no reply 'gless'; did you"),
    _fault(Code.REPLY_NAME, "[flame] today", "[flames] today", "32:25", "no blank 'flames'; did"),
    _fault(
        Code.REPLY_NAME,
        "[flame] today",
        "[wick] today",
        "32:25",
        "no blank 'wick'; it can be day, flame",
    ),
    _fault(
        Code.REPLY_NAME,
        "keep}",
        "keep, filled_by: [day]}",
        "6:55",
        "no field of the letters 'day'",
    ),
    _fault(
        Code.REPLY_FORBIDDEN, "burns with [flame]", "is quite safe", "32:17", "says 'quite safe'"
    ),
    _fault(
        Code.REPLY_LENGTH,
        ", night by night, with the name of whoever filled it up",
        "",
        "72:9",
        "'oil-book' takes 20 words to say; say it in 25 to 45",
    ),
    _fault(
        Code.REPLY_UNREACHED,
        "  - id: wind\n",
        f"{UNHEARD}  - id: wind\n",
        "52:9",
        "no reader gets 'glass-none'",
    ),
    _fault(
        Code.REPLY_COUNT,
        "id: wind-any\n        rank: 1\n",
        "id: wind-any\n        rank: 2\n",
        "1:1",
        "fewer than 3 replies of rank 1 for every reader",
    ),
]
