"""Draws places as a map: rings of distance around one of them, a marker each, names that never collide."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from math import tau

from rich.cells import cell_len, set_cell_size

from briefings.compose.plain import printable
from briefings.stories import Place
from tui.widgets.braille import ACROSS, DOWN, Canvas
from tui.widgets.projection import View, away, round_length

CITY = 100_000  # people from whom on a place is drawn as a city
RINGS = 3  # rings of distance between the place in focus and the nearer edge
RING_ROOM = 2.0  # how much wider than that rings stand, so that a name fits between two
RING_GAP = 3  # dots from one dot of a ring to the next
MOST_DOTS = 2_000  # of a line that leads far out of the drawing
WIDEST_NAME = 0.4  # share of the drawing's width
SCALE_BAR = 0.25  # the same of the scale bar, at most


@dataclass(frozen=True, slots=True)
class Look:
    """The signs and styles of a drawing.

    Attributes:
        focus, city, town: markers.
        several: marker of places that fall into one cell.
        bar: left end, middle and right end of the scale bar.
        marked, name, quiet: styles of what is in focus, of names, and of rings and scale.
    """

    focus: str = "◉"
    city: str = "●"
    town: str = "○"
    several: str = "◍"
    bar: tuple[str, str, str] = ("├", "─", "┤")
    marked: str = ""
    name: str = ""
    quiet: str = ""


ASCII = Look("@", "*", "o", "&", ("|", "-", "|"))


@dataclass(frozen=True, slots=True)
class _Spot:
    """The places of one cell, the most important first."""

    x: int
    y: int
    places: tuple[Place, ...]


def draw(
    places: Sequence[Place],
    focus: Place | None,
    view: View,
    look: Look,
    lines: Sequence[tuple[Place, Place]] = (),
    ascii_only: bool = False,
) -> Canvas:
    """The map of the places that are in view.

    Args:
        places: the most important first: a name that comes first gets its room first.
        focus: the place whose name comes before all, with rings around it; or None.
        view: what of the world is shown; its size is that of the drawing.
        look: signs and styles.
        lines: places to be joined by a line.
        ascii_only: whether nothing but ASCII is drawn.
    """
    canvas = Canvas(view.width // ACROSS, view.height // DOWN, ascii_only)
    rings = _rings(canvas, focus, view, look) if focus is not None else []
    for start, end in lines:
        _line(canvas, view, start, end, look.quiet)
    spots = _spots(places, focus, view)
    for spot in spots:
        canvas.put(spot.x, spot.y, _marker(spot, focus, look), _style(spot, focus, look))
    _scale_bar(canvas, view, look)
    for spot in spots:
        _label(canvas, spot, _style(spot, focus, look))
    for x, y, words in rings:
        canvas.write(x - cell_len(words) // 2, y, words, look.quiet)
    return canvas


def _spots(places: Sequence[Place], focus: Place | None, view: View) -> list[_Spot]:
    """The cells with places in view, that of the focus first."""
    cells: defaultdict[tuple[int, int], list[Place]] = defaultdict(list)
    for place in sorted(places, key=lambda place: place != focus):
        if view.holds(place):
            x, y = view.at(place.latitude, place.longitude)
            cells[int(x) // ACROSS, int(y) // DOWN].append(place)
    return [_Spot(x, y, tuple(found)) for (x, y), found in cells.items()]


def _marker(spot: _Spot, focus: Place | None, look: Look) -> str:
    first = spot.places[0]
    if first == focus:
        return look.focus
    if len(spot.places) > 1:
        return look.several
    return look.city if first.population >= CITY else look.town


def _style(spot: _Spot, focus: Place | None, look: Look) -> str:
    return look.marked if spot.places[0] == focus else look.name


def _label(canvas: Canvas, spot: _Spot, style: str) -> None:
    """Puts the name where it is free: right, left, below, above, lower right, upper right; else leaves it out."""
    for name in _names(spot.places, int(canvas.width * WIDEST_NAME), canvas.ascii_only):
        n = cell_len(name)
        for dx, dy in ((2, 0), (-n - 1, 0), (-n // 2, 1), (-n // 2, -1), (2, 1), (2, -1)):
            if canvas.write(spot.x + dx, spot.y + dy, name, style):
                return


def _names(places: Sequence[Place], widest: int, ascii_only: bool) -> list[str]:
    """The names of one cell at full length, then shorter."""
    names = [legible(place.name, ascii_only) for place in places]
    first, others = names[0], len(names) - 1
    short = first if cell_len(first) <= widest else _cut(first, widest, ascii_only)
    if not others:
        return [short]
    together, counted = " / ".join(names), f"{short} +{others}"
    return [together, counted] if cell_len(together) <= widest else [counted]


def legible(text: str, ascii_only: bool) -> str:
    """A name on one line; in ASCII where nothing else can be shown."""
    clean = printable(text)
    if not ascii_only or clean.isascii():
        return clean
    from anyascii import anyascii

    return str(anyascii(clean))


def _cut(name: str, widest: int, ascii_only: bool) -> str:
    end = "..." if ascii_only else "…"
    return set_cell_size(name, max(widest - len(end), 1)) + end


def _rings(canvas: Canvas, focus: Place, view: View, look: Look) -> list[tuple[int, int, str]]:
    """Draws circles of equal distance around the focus; returns cell and words of their labels."""
    step = round_length(view.height / 2 / RINGS * RING_ROOM * view.km_per_dot)
    labels = []
    for ring in range(1, RINGS + 1):
        dots = max(int(ring * step / view.km_per_dot * tau / RING_GAP), 1)
        for turn in range(dots):
            canvas.dot(*view.at(*away(focus, 360 * turn / dots, ring * step)), look.quiet)
        top = view.at(*away(focus, 0, ring * step))
        labels.append((int(top[0]) // ACROSS, int(top[1]) // DOWN, kilometres(ring * step)))
    return labels


def _line(canvas: Canvas, view: View, start: Place, end: Place, style: str) -> None:
    """A straight line of dots."""
    x, y = view.at(start.latitude, start.longitude)
    dx, dy = (far - near for far, near in zip(view.at(end.latitude, end.longitude), (x, y), strict=True))
    steps = min(max(int(max(abs(dx), abs(dy))), 1), MOST_DOTS)
    for step in range(steps + 1):
        canvas.dot(x + dx * step / steps, y + dy * step / steps, style)


def _scale_bar(canvas: Canvas, view: View, look: Look) -> None:
    """A bar of a round length in the lower left corner."""
    km_per_cell = view.km_per_dot * ACROSS
    length = round_length(canvas.width * SCALE_BAR * km_per_cell)
    cells = max(round(length / km_per_cell), 2)
    left, middle, right = look.bar
    canvas.write(
        1, canvas.height - 1, f"{left}{middle * (cells - 2)}{right} {kilometres(length)}", look.quiet
    )


def kilometres(km: float) -> str:
    """``86 km``, ``3.5 km``, ``1,240 km``."""
    return f"{km:,.0f} km" if km >= 10 or km == int(km) else f"{km:.1f} km"
