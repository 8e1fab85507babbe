"""Text made shorter by a list of its own words, which a browser puts back in two lines.

What servers compress well looks 32 kB back and no farther; the same words are in every part of a
guide. Each word that pays has one sign. Measured on the guide that ships: 62 kB, as they are sent,
become 57.
"""

import re
from collections import Counter
from itertools import pairwise

FIRST, LAST = 0xC0, 0x58F
"""Signs that stand for words, two bytes each; ``rules.js`` names the same two."""
_ROUNDS, _JOINED, _OFTEN = 6, 30, 6
"""How many rounds of joining, of how many pairs of neighbors each, that stand so often or more."""
_WORD = re.compile(r" ?[A-Za-z']+|[^A-Za-z']")


def pack(text: str) -> str:
    """The words in a line each, then the text in the last line, which must have no end of line."""
    pieces = _WORD.findall(text)
    for _ in range(_ROUNDS):
        pieces = _joined(pieces)
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


def _joined(pieces: list[str]) -> list[str]:
    """The pieces, with the neighbors that are neighbors most often as one."""
    often = Counter(pairwise(pieces)).most_common(_JOINED)
    pairs = {pair for pair, count in often if count >= _OFTEN}
    joined: list[str] = []
    after = iter(range(len(pieces)))
    for at in after:
        pair = (*pieces[at : at + 2],)
        joined.append("".join(pair) if pair in pairs else pieces[at])
        if pair in pairs:
            next(after)
    return joined
