"""Colors: enough contrast for every text, and none needed to understand."""

import pytest
from textual.color import Color
from textual.theme import Theme

from guide.tui import themes
from guide.tui.themes import contrast

COLORED = [theme for theme in themes.THEMES if not theme.ansi]
COLORED += [themes.made_of(name) for name in themes.OTHERS]
TERMINAL = [theme for theme in themes.THEMES if theme.ansi]


def test_the_ratio_is_that_of_wcag() -> None:
    assert contrast(Color.parse("#000"), Color.parse("#fff")) == pytest.approx(21)
    assert contrast(Color.parse("#777"), Color.parse("#fff")) == pytest.approx(4.48, abs=0.01)


@pytest.mark.parametrize("theme", COLORED, ids=lambda theme: theme.name)
@pytest.mark.parametrize(
    ("pairs", "least"), [(themes.TEXT_ON, 4.5), (themes.PARTS_ON, 3.0)], ids=["text", "parts"]
)
def test_every_text_and_every_part_stands_out(
    theme: Theme, pairs: tuple[tuple[str, str], ...], least: float
) -> None:
    variables = theme.to_color_system().generate() | theme.variables
    ratios = {pair: contrast(*(Color.parse(variables[name]) for name in pair)) for pair in pairs}
    assert {pair: ratio for pair, ratio in ratios.items() if ratio < least} == {}


@pytest.mark.parametrize("theme", TERMINAL, ids=lambda theme: theme.name)
def test_where_the_terminal_chooses_the_colors_text_keeps_its_own(theme: Theme) -> None:
    names = {name for pair in themes.TEXT_ON for name in pair} - themes.SIGNS
    variables = theme.to_color_system().generate() | theme.variables
    for name in names - {"found-fg", "found-bg"}:
        assert variables[name] == "ansi_default", name


def test_every_theme_knows_the_same_variables() -> None:
    names = {frozenset(theme.variables) - _own_to_ansi() for theme in themes.THEMES}
    assert len(names) == 1
    assert {theme.name for theme in themes.THEMES} == set(themes.TITLES)


def _own_to_ansi() -> set[str]:
    return set(TERMINAL[0].variables) - set(COLORED[0].variables)
