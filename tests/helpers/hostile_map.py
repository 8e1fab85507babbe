"""A guide whose every word means something to some format, with parts that no reader reaches."""

import datetime

from guide.model.schema import (
    Condition,
    Facet,
    Guide,
    Head,
    Option,
    Question,
    Route,
    Test,
    Value,
)

NASTY = (
    "1. [a] (b) {c} \"d\" 'e' `f` ; # & < > | \\ --> end",
    "- x; y",
    "#quot; &amp; &#35; <b>bold</b> <script>alert(1)</script> </svg> ]]>",
    "**bold** _em_ $x$ \u65e5\u672c\u8a9e \u00fc e\u0301 \U0001f642",
    "end",
    '%% comment\\n \\l {{x}} ]] ))"|',
    "Averylongwordthatnoboxcanholdinoneline" * 3,
)
UNASKED = 'Nobody; "comes" here'


def hostile() -> Guide:
    """The guide; only its last facet value can't be settled."""
    questions = [_question(number, text) for number, text in enumerate(NASTY)]
    lost = Question("lost", UNASKED, (Option("a", "x", then=(Route("q3"),)),))
    facet = Facet("f", 'Fa"cet;', (Value("x", "X [1]"), Value("y", 'Y "2"')))
    head = Head("g", 'T"it;le <x> & \\', datetime.date(2026, 1, 1), "q0", ())
    return Guide(head, (facet,), (*questions, lost), {})


def _question(number: int, text: str) -> Question:
    following = f"q{number + 1}" if number + 1 < len(NASTY) else "advice"
    if_y = Condition(((Test("f", ("y",)),),))
    return Question(
        f"q{number}",
        text,
        (
            Option("a", text, then=(Route(following),)),
            Option("b", "other", settles={"f": "x"}, then=(Route("advice"),)),
            Option("c", "third", then=(Route("advice", when=if_y), Route(following))),
        ),
    )
