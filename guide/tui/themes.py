"""The themes: dark, light, high contrast, the terminal's own sixteen colors, none, and Textual's.

Every text passes WCAG AA on what is behind it (4.5 to 1), and so does every line that shows where
a part begins (3 to 1): a test computes the ratios over all themes. Where the terminal chooses the
colors, text keeps the terminal's own foreground, and only signs that stand beside words are
colored.
"""

from collections.abc import Iterable, Mapping

from textual.color import BLACK, WHITE, Color
from textual.theme import BUILTIN_THEMES, Theme

TEXT, PART = 4.5, 3.0
"""Of WCAG 2.2: success criteria 1.4.3 and 1.4.11."""

DEFAULT = "guide-dark"
MONOCHROME = "guide-monochrome"

TITLES = {
    "guide-dark": "Dark",
    "guide-light": "Light",
    "guide-contrast": "High contrast",
    "guide-ansi": "Terminal colors",
    MONOCHROME: "No colors",
}
"""Name -> what a reader calls it, in the order they are offered."""

OTHERS = {
    name: name.replace("-", " ").capitalize()
    for name in BUILTIN_THEMES
    if not name.startswith(("ansi", "textual"))
}
"""The themes that come with Textual, each with our variables made from its colors."""

TONES = ("good", "care", "heading", "poor", "bad")
"""The variable of each tone's words; ``tint-…`` is the background of a banner in that tone."""

TEXT_ON: tuple[tuple[str, str], ...] = (
    ("foreground", "background"),
    ("quiet", "background"),
    ("heading", "background"),
    ("quote", "background"),
    ("good", "background"),
    ("care", "background"),
    ("poor", "background"),
    ("bad", "background"),
    ("foreground", "bar"),
    ("quiet", "bar"),
    ("heading", "bar"),
    ("foreground", "notice"),
    ("cursor-fg", "cursor-bg"),
    ("quiet", "cursor-bg"),
    ("heading", "cursor-bg"),
    ("found-fg", "found-bg"),
    *((text, f"tint-{tone}") for tone in TONES for text in ("foreground", "quiet", tone)),
)
"""The variables that meet on a screen: text, and what is behind it."""

PARTS_ON: tuple[tuple[str, str], ...] = (
    *((part, behind) for part in ("edge", "mark") for behind in ("background", "bar")),
    ("mark", "cursor-bg"),
    ("mark", "notice"),
    ("scrollbar", "background"),
    *((f"{tone}-sign", f"tint-{tone}") for tone in TONES if tone != "heading"),
)
"""Borders, bars and signs, and what they stand on."""

_DARK = {
    "quiet": "#a9a69d",
    "heading": "#8fbce6",
    "quote": "#cfc8b4",
    "good": "#8ecb92",
    "care": "#e6b85f",
    "poor": "#f0a06a",
    "bad": "#f2918a",
    "good-sign": "#8ecb92",
    "care-sign": "#e6b85f",
    "poor-sign": "#f0a06a",
    "bad-sign": "#f2918a",
    "tint-good": "#1b2a20",
    "tint-care": "#2e281a",
    "tint-heading": "#1c2733",
    "tint-poor": "#33241a",
    "tint-bad": "#351e1f",
    "mark": "#8fbce6",
    "edge": "#727987",
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
    "poor": "#8f3d00",
    "bad": "#a2231c",
    "good-sign": "#1f6130",
    "care-sign": "#764d00",
    "poor-sign": "#8f3d00",
    "bad-sign": "#a2231c",
    "tint-good": "#e4f1e2",
    "tint-care": "#f8eccb",
    "tint-heading": "#e3ecf4",
    "tint-poor": "#fae4d2",
    "tint-bad": "#f9dfdb",
    "mark": "#1a5584",
    "edge": "#7d7a70",
    "bar": "#efede6",
    "notice": "#f6edcf",
    "cursor-fg": "#000000",
    "cursor-bg": "#e3e8ee",
    "found-fg": "#1f2126",
    "found-bg": "#f4dd85",
}
_CONTRAST = {
    "quiet": "#e0e0e0",
    "heading": "#ffe14d",
    "quote": "#ffffff",
    "good": "#7dff9a",
    "care": "#ffe14d",
    "poor": "#ffb266",
    "bad": "#ff9d96",
    "good-sign": "#7dff9a",
    "care-sign": "#ffe14d",
    "poor-sign": "#ffb266",
    "bad-sign": "#ff9d96",
    "tint-good": "#00240c",
    "tint-care": "#262000",
    "tint-heading": "#262000",
    "tint-poor": "#2b1700",
    "tint-bad": "#300500",
    "mark": "#ffe14d",
    "edge": "#b8b8b8",
    "bar": "#000000",
    "notice": "#1d1d1d",
    "cursor-fg": "#ffffff",
    "cursor-bg": "#00317a",
    "found-fg": "#000000",
    "found-bg": "#ffe14d",
}
_NONE = dict.fromkeys(_DARK, "ansi_default")
_ANSI = _NONE | {
    "good-sign": "ansi_green",
    "care-sign": "ansi_yellow",
    "poor-sign": "ansi_bright_red",
    "bad-sign": "ansi_red",
    "mark": "ansi_blue",
    "found-fg": "ansi_black",
    "found-bg": "ansi_yellow",
}
SIGNS = frozenset({*(f"{tone}-sign" for tone in TONES), "mark", "edge"})
"""Variables of signs and lines that stand beside words: no text is set in them."""


def contrast(color: Color, other: Color) -> float:
    """The contrast ratio of two colors as WCAG 2.2 defines it, from 1 to 21."""
    high, low = sorted((_luminance(color), _luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def _luminance(color: Color) -> float:
    parts = (value / 255 for value in (color.r, color.g, color.b))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def legible(color: Color, behind: Iterable[Color], ratio: float) -> Color:
    """The color, moved toward white or black until it stands out from all that is behind it."""
    behind = list(behind)
    far = max((BLACK, WHITE), key=lambda end: min(contrast(end, other) for other in behind))
    steps = (color.blend(far, step / 20) for step in range(21))
    return next((c for c in steps if min(contrast(c, b) for b in behind) >= ratio), far)


def _widgets(own: Mapping[str, str], foreground: str, background: str) -> dict[str, str]:
    """The variables of Textual's own widgets (input, palette), in our colors."""
    return {
        **own,
        "block-cursor-foreground": own["cursor-fg"],
        "block-cursor-background": own["cursor-bg"],
        "block-cursor-blurred-foreground": own["cursor-fg"],
        "block-cursor-blurred-background": own["cursor-bg"],
        "border": own["mark"],
        "border-blurred": own["edge"],
        "scrollbar": own["edge"],
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


def _colored(
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
        # Reversed by color: Textual drops "reverse" from the styles of these.
        "block-cursor-foreground": "ansi_black",
        "block-cursor-background": "ansi_white",
        "block-cursor-blurred-foreground": "ansi_black",
        "block-cursor-blurred-background": "ansi_white",
        "input-cursor-foreground": "ansi_black",
        "input-cursor-background": "ansi_white",
        "input-cursor-text-style": "underline",
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
    _colored("guide-dark", _DARK, "#e6e3da", "#15181d", dark=True),
    _colored("guide-light", _LIGHT, "#1f2126", "#fbfaf6", dark=False),
    _colored("guide-contrast", _CONTRAST, "#ffffff", "#000000", dark=True),
    _terminal("guide-ansi", _ANSI),
    _terminal(MONOCHROME, _NONE),
)


def made_of(name: str) -> Theme:
    """One of Textual's themes, with our variables: its colors, moved until they can be read."""
    theme = BUILTIN_THEMES[name]
    known = theme.to_color_system().generate()
    background, foreground = (Color.parse(known[key]) for key in ("background", "foreground"))
    level = {
        "bar": background.blend(foreground, 0.06),
        "cursor-bg": background.blend(foreground, 0.12),
        "notice": background.blend(Color.parse(known["warning"]), 0.1),
    }
    hues = {
        "heading": Color.parse(known["primary"]),
        "good": Color.parse(known["success"]),
        "care": Color.parse(known["warning"]),
        "poor": Color.parse(known["warning"]).blend(Color.parse(known["error"]), 0.5),
        "bad": Color.parse(known["error"]),
    }
    tints = {f"tint-{tone}": background.blend(hue, 0.1) for tone, hue in hues.items()}
    behind = [background, *level.values(), *tints.values()]
    foreground = legible(foreground, behind, TEXT)
    own = {tone: legible(hue, behind, TEXT) for tone, hue in hues.items()}
    own |= {f"{tone}-sign": own[tone] for tone in hues if tone != "heading"}
    own |= {
        "quiet": legible(background.blend(foreground, 0.65), behind, TEXT),
        "quote": foreground,
        "mark": own["heading"],
        "edge": legible(background.blend(foreground, 0.4), behind, PART),
        "cursor-fg": foreground,
        "found-fg": background,
        "found-bg": legible(hues["care"], [background], TEXT),
    }
    made = {key: color.hex for key, color in (own | level | tints).items()}
    return _colored(name, made, foreground.hex, background.hex, dark=theme.dark)
