"""Colours for each client's terminal, though all apps of the process share Rich's cache of rendered styles.

Rich keeps a style's escape codes for the first colour system that rendered it, so one client's depth would leak to
the next. Every app therefore renders in truecolor, and a filter of its own brings the styles down first.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from functools import lru_cache

from rich.color import Color as RichColor
from rich.color import ColorSystem
from rich.segment import Segment
from rich.style import Style
from textual.app import App
from textual.color import Color
from textual.filter import LineFilter, Monochrome


class Depth(Enum):
    """How many colours a terminal can show."""

    NONE = "none"
    STANDARD = "16"
    EIGHT_BIT = "256"
    TRUECOLOR = "truecolor"


_SYSTEMS = {Depth.STANDARD: ColorSystem.STANDARD, Depth.EIGHT_BIT: ColorSystem.EIGHT_BIT}


def depth_of(term: str, environment: Mapping[str, str]) -> Depth:
    """What a terminal shows: NO_COLOR first, then COLORTERM, then the end of TERM's name."""
    if environment.get("NO_COLOR"):
        return Depth.NONE
    if environment.get("COLORTERM", "").strip().lower() in ("truecolor", "24bit"):
        return Depth.TRUECOLOR
    name = term.lower()
    if name.endswith(("-direct", "-truecolor")) or name in ("xterm-kitty", "xterm-ghostty", "alacritty"):
        return Depth.TRUECOLOR
    return Depth.EIGHT_BIT if name.endswith("-256color") else Depth.STANDARD


def fit(app: App[object], depth: Depth) -> None:
    """Has an app that was not started yet render for a terminal of that depth."""
    app.console._color_system = ColorSystem.TRUECOLOR
    if depth is Depth.NONE:
        app.no_color = True
        app._filters.append(Monochrome())
    elif depth in _SYSTEMS:
        app._filters.append(Fewer(_SYSTEMS[depth]))


class Fewer(LineFilter):
    """Brings every colour down to a smaller system."""

    def __init__(self, system: ColorSystem) -> None:
        super().__init__()
        self._system = system

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """The segments in the colours of the system."""
        return [
            Segment(text, _fewer(style, self._system) if style else style, control)
            for text, style, control in segments
        ]


@lru_cache(4096)
def _fewer(style: Style, system: ColorSystem) -> Style:
    return style + Style(color=_down(style.color, system), bgcolor=_down(style.bgcolor, system))


def _down(colour: RichColor | None, system: ColorSystem) -> RichColor | None:
    return colour.downgrade(system) if colour else None
