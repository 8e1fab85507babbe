"""The themes: light, dark, the terminal's own sixteen colours, and none at all.

Every pair of text and background passes WCAG AA (4.5 to 1): a test computes the ratios. Where
the terminal chooses the colours, text keeps the terminal's own foreground, and only signs that
stand beside words are coloured.
"""

from collections.abc import Mapping

from textual.theme import Theme

DEFAULT = "guide-dark"
MONOCHROME = "guide-monochrome"

TITLES = {
    "guide-dark": "Dark",
    "guide-light": "Light",
    "guide-ansi": "Terminal colours",
    MONOCHROME: "No colours",
}
"""Name -> what a reader calls it, in the order they are offered."""

TEXT_ON: tuple[tuple[str, str], ...] = (
    ("foreground", "background"),
    ("quiet", "background"),
    ("heading", "background"),
    ("quote", "background"),
    ("good", "background"),
    ("care", "background"),
    ("bad", "background"),
    ("foreground", "bar"),
    ("quiet", "bar"),
    ("heading", "bar"),
    ("foreground", "notice"),
    ("cursor-fg", "cursor-bg"),
    ("quiet", "cursor-bg"),
    ("heading", "cursor-bg"),
    ("found-fg", "found-bg"),
)
"""The variables that meet on a screen: text, and what is behind it."""

_DARK = {
    "quiet": "#a9a69d",
    "heading": "#8fbce6",
    "quote": "#cfc8b4",
    "good": "#8ecb92",
    "care": "#e6b85f",
    "bad": "#f2918a",
    "good-sign": "#8ecb92",
    "care-sign": "#e6b85f",
    "bad-sign": "#f2918a",
    "mark": "#8fbce6",
    "rule": "#3a3f49",
    "bar": "#20242b",
    "notice": "#2c2a20",
    "cursor-fg": "#ffffff",
    "cursor-bg": "#2a313c",
    "found-fg": "#fff4cf",
    "found-bg": "#5a4a14",
}
_LIGHT = {
    "quiet": "#5a5c63",
    "heading": "#1a5584",
    "quote": "#4a4536",
    "good": "#1f6130",
    "care": "#764d00",
    "bad": "#a2231c",
    "good-sign": "#1f6130",
    "care-sign": "#764d00",
    "bad-sign": "#a2231c",
    "mark": "#1a5584",
    "rule": "#d3d0c6",
    "bar": "#efede6",
    "notice": "#f6edcf",
    "cursor-fg": "#000000",
    "cursor-bg": "#e3e8ee",
    "found-fg": "#1f2126",
    "found-bg": "#f4dd85",
}
_NONE = dict.fromkeys(_DARK, "ansi_default")
_ANSI = _NONE | {
    "good-sign": "ansi_green",
    "care-sign": "ansi_yellow",
    "bad-sign": "ansi_red",
    "mark": "ansi_blue",
    "rule": "ansi_bright_black",
    "found-fg": "ansi_black",
    "found-bg": "ansi_yellow",
}
SIGNS = frozenset({"good-sign", "care-sign", "bad-sign", "mark", "rule"})
"""Variables of signs and lines that stand beside words: no text is set in them."""


def _widgets(own: Mapping[str, str], foreground: str, background: str) -> dict[str, str]:
    """The variables of Textual's own widgets (input, palette), in our colours."""
    return {
        **own,
        "block-cursor-foreground": own["cursor-fg"],
        "block-cursor-background": own["cursor-bg"],
        "border": own["mark"],
        "border-blurred": own["rule"],
        "scrollbar": own["rule"],
        "scrollbar-hover": own["quiet"],
        "scrollbar-active": own["mark"],
        "scrollbar-background": background,
        "scrollbar-background-hover": background,
        "scrollbar-background-active": background,
        "scrollbar-corner-color": background,
        "input-selection-background": own["found-bg"],
        "input-selection-foreground": own["found-fg"],
        "screen-selection-background": own["found-bg"],
        "screen-selection-foreground": own["found-fg"],
        "text": foreground,
        "text-muted": own["quiet"],
        "text-disabled": own["quiet"],
        "foreground-muted": own["quiet"],
    }


def _coloured(
    name: str, own: Mapping[str, str], foreground: str, background: str, *, dark: bool
) -> Theme:
    return Theme(
        name=name,
        primary=own["heading"],
        secondary=own["quiet"],
        accent=own["heading"],
        success=own["good"],
        warning=own["care"],
        error=own["bad"],
        foreground=foreground,
        background=background,
        surface=own["bar"],
        panel=own["bar"],
        dark=dark,
        variables=_widgets(own, foreground, background),
    )


def _terminal(name: str, own: Mapping[str, str]) -> Theme:
    plain = "ansi_default"
    selected = {
        "ansi-background": "ansi_black",
        "ansi-foreground": "ansi_white",
        # Reversed by colour: Textual drops "reverse" from the styles of these.
        "block-cursor-foreground": "ansi_black",
        "block-cursor-background": "ansi_white",
        "block-cursor-blurred-foreground": "ansi_black",
        "block-cursor-blurred-background": "ansi_white",
        "input-cursor-foreground": "ansi_black",
        "input-cursor-background": "ansi_white",
        "input-cursor-text-style": "underline",
        "scrollbar": "ansi_bright_black",
        "screen-selection-background": "ansi_cyan",
        "screen-selection-foreground": "ansi_black",
    }
    return Theme(
        name=name,
        primary=plain,
        secondary=plain,
        accent=plain,
        success=plain,
        warning=plain,
        error=plain,
        foreground=plain,
        background=plain,
        surface=plain,
        panel=plain,
        boost=plain,
        ansi=True,
        variables=_widgets(own, plain, plain) | selected,
    )


THEMES: tuple[Theme, ...] = (
    _coloured("guide-dark", _DARK, "#e6e3da", "#15181d", dark=True),
    _coloured("guide-light", _LIGHT, "#1f2126", "#fbfaf6", dark=False),
    _terminal("guide-ansi", _ANSI),
    _terminal(MONOCHROME, _NONE),
)
