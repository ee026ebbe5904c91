"""The colours of a theme, changed where text in them would fade into what is behind it."""

from __future__ import annotations

from collections.abc import Mapping

from textual.color import Color, ColorParseError

LEAST = 4.5  # WCAG 2, 1.4.3, for text of usual size
STEPS = 10  # from a colour to that of plain text

#: the colours that words are written in, and those that are behind them
INKS = ("foreground-muted", "text-accent", "text-secondary", "text-success", "text-warning", "text-error")
PAPERS = ("background", "surface")


def legible(variables: Mapping[str, str]) -> dict[str, str]:
    """The variables of a theme with inks that can be read; those of the terminal's own colours stay."""
    try:
        plain = Color.parse(variables["foreground"])
        papers = [Color.parse(variables[name]) for name in PAPERS]
        inks = {name: Color.parse(variables[name]) for name in INKS}
    except (ColorParseError, KeyError):
        return dict(variables)
    if any(color.ansi is not None for color in (plain, *papers, *inks.values())):
        return dict(variables)
    return {**variables, **{name: _darkened(ink, plain, papers).hex for name, ink in inks.items()}}


def contrast(ink: Color, paper: Color) -> float:
    """1 for no contrast, 21 for black on white, as WCAG 2 defines it."""
    dark, light = sorted((_luminance(ink), _luminance(paper)))
    return (light + 0.05) / (dark + 0.05)


def _darkened(ink: Color, plain: Color, papers: list[Color]) -> Color:
    """The ink, as near to plain text as is needed on each of the papers."""
    solid = papers[0].blend(ink.with_alpha(1.0), ink.a)
    mixed = (solid.blend(plain, step / STEPS) for step in range(STEPS + 1))
    return next((each for each in mixed if all(contrast(each, paper) >= LEAST for paper in papers)), plain)


def _luminance(color: Color) -> float:
    parts = (
        part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in color.normalized
    )
    red, green, blue = parts
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
