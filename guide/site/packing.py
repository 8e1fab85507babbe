"""Text made shorter by a list of its own words, which a browser puts back in two lines.

What servers compress well looks 32 kB back and no farther; the same words are in every part of a
guide. Each word that pays has one sign. Measured on the guide that ships: 62 kB, as they are sent,
become 57.
"""

import re
from collections import Counter

FIRST, LAST = 0xC0, 0x58F
"""Signs that stand for words, two bytes each; ``rules.js`` names the same two."""
_WORD = re.compile(r" ?[\w']+|[^\w' ]+| ")


def pack(text: str) -> str:
    """The words in a line each, then the text in the last line, which must have no end of line."""
    pieces = _WORD.findall(text)
    uses = Counter(pieces)
    saved = {piece: count * (len(piece) - 2) - len(piece) for piece, count in uses.items()}
    paying = sorted(
        (piece for piece, least in saved.items() if least > 0 and uses[piece] > 1),
        key=saved.__getitem__,
        reverse=True,
    )
    own = {sign for sign in text if FIRST <= ord(sign) <= LAST}
    signs = [chr(code) for code in range(FIRST, LAST + 1) if chr(code) not in own]
    # In the order of the alphabet, since words that begin alike compress well side by side.
    short = dict(zip(sorted(paying[: len(signs)]), signs, strict=False))
    words = {sign: piece for piece, sign in short.items()}
    last = max(map(ord, {*words, *own}), default=FIRST - 1)
    lines = [words.get(chr(code), chr(code)) for code in range(FIRST, last + 1)]
    return "\n".join([*lines, "".join(short.get(piece, piece) for piece in pieces)])
