"""Colours: enough contrast for every text, and none needed to understand."""

import pytest
from textual.color import Color
from textual.theme import Theme

from guide.tui import themes

AA = 4.5
COLOURED = [theme for theme in themes.THEMES if not theme.ansi]
TERMINAL = [theme for theme in themes.THEMES if theme.ansi]


def luminance(colour: Color) -> float:
    """Relative luminance, as WCAG 2.2 defines it."""
    parts = (value / 255 for value in (colour.r, colour.g, colour.b))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(color: Color, other: Color) -> float:
    """The contrast ratio of two colours, from 1 to 21."""
    high, low = sorted((luminance(color), luminance(other)), reverse=True)
    return (high + 0.05) / (low + 0.05)


def test_the_ratio_is_that_of_wcag() -> None:
    assert contrast(Color.parse("#000"), Color.parse("#fff")) == pytest.approx(21)
    assert contrast(Color.parse("#777"), Color.parse("#fff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", COLOURED, ids=lambda theme: theme.name)
@pytest.mark.parametrize("pair", themes.TEXT_ON, ids="-on-".join)
def test_every_text_has_enough_contrast(theme: Theme, pair: tuple[str, str]) -> None:
    variables = theme.to_color_system().generate() | theme.variables
    text, behind = (Color.parse(variables[name]) for name in pair)
    assert contrast(text, behind) >= AA


@pytest.mark.parametrize("theme", TERMINAL, ids=lambda theme: theme.name)
def test_where_the_terminal_chooses_the_colours_text_keeps_its_own(theme: Theme) -> None:
    names = {name for pair in themes.TEXT_ON for name in pair} - themes.SIGNS
    variables = theme.to_color_system().generate() | theme.variables
    for name in names - {"found-fg", "found-bg"}:
        assert variables[name] == "ansi_default", name


def test_every_theme_knows_the_same_variables() -> None:
    names = {frozenset(theme.variables) - _own_to_ansi() for theme in themes.THEMES}
    assert len(names) == 1
    assert {theme.name for theme in themes.THEMES} == set(themes.TITLES)


def _own_to_ansi() -> set[str]:
    return set(TERMINAL[0].variables) - set(COLOURED[0].variables)
