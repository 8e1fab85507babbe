"""Keys by their place and meaning: a command's letter works in any layout, with Caps Lock too."""

from __future__ import annotations

import unicodedata

from textual.events import Key

_LATIN = "qwertyuiop[]asdfghjkl;'zxcvbnm,./`"
# The same places on keyboards for other scripts: what Russian, Ukrainian, Greek, Hebrew and Arabic
# layouts have there (XKB: ru, ua, gr, il, ara).
_LAYOUTS = (
    "йцукенгшщзхъфывапролджэячсмитьбю.ё",
    "йцукенгшщзхїфівапролджєячсмитьбю.'",
    ";ςερτυθιοπ[]ασδφγηξκλ;'ζχψωβνμ,./`",
    "/'קראטוןםפ][שדגכעיחלךף,זסבהנמצתץ.;",
    "ضصثقفغعهخحجدشسيبلاتنمكطئءؤر ىةوزظذ",
)
_PLACES = {
    letter: latin
    for layout in _LAYOUTS
    for letter, latin in zip(layout, _LATIN, strict=True)
    if not letter.isascii()
}


def meant(key: str, character: str | None) -> Key | None:
    """The key that is meant where nothing is bound to this one; None if there is no other."""
    *modifiers, last = key.split("+")
    letter = character if character and not modifiers else last
    if len(letter) != 1:
        return None
    if letter.isdecimal():
        other = str(int(letter))
    else:
        other = unicodedata.normalize("NFKC", letter).lower()  # full width, Caps Lock
        other = _PLACES.get(other, other)
    if other == letter or len(other) != 1 or not other.isascii():
        return None
    name = _NAMES.get(other, other)
    return Key("+".join([*modifiers, name]), None if modifiers else other)


def foreign(character: str | None) -> bool:
    """Whether it is a letter of another script than the Latin one."""
    if not character or not character.isalpha():
        return False
    return not unicodedata.name(character, "").startswith("LATIN")


_NAMES = {
    "/": "slash",
    "?": "question_mark",
    ".": "full_stop",
    ",": "comma",
    ";": "semicolon",
    "'": "apostrophe",
    "[": "left_square_bracket",
    "]": "right_square_bracket",
    "`": "grave_accent",
    " ": "space",
}
