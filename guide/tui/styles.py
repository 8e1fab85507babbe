"""The few ways text is set, named once. The colours behind them are the theme's."""

HEADING = "bold $heading"
QUIET = "$quiet"
STRONG = "bold"
EMPHASIS = "italic"
CODE = "$heading"
KEY = "bold $heading"
MARK = "$mark"
QUOTE = "$quote"
CURSOR = "bold $cursor-fg on $cursor-bg"
FOUND = "bold underline $found-fg on $found-bg"
"""Underlined too: a colour alone is lost on a monochrome screen."""

TERM = "underline"
"""A word that is explained: one key says what it means."""
LINK = "underline $mark"

GONE = "strike $bad"
NEW = "underline $good"
"""Words of one page only. They also stand between signs, for screens without colours."""

TONES = {
    "success": ("✓", "bold $good-sign", "bold $good"),
    "warning": ("!", "bold $care-sign", "bold $care"),
    "severe": ("▲", "bold $poor-sign", "bold $poor"),
    "error": ("✕", "bold $bad-sign", "bold $bad"),
    "neutral": ("•", "bold $mark", "bold $heading"),
}
"""A tone's colour in the content -> its sign, the sign's style, the style of its words."""
