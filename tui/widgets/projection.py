"""From degrees to the dots of a drawing: a plain chart, true to scale at its middle."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import pairwise
from math import asin, atan2, cos, degrees, inf, radians, sin

from briefings.places.checks import EARTH, great_circle
from briefings.stories import Place
from tui.widgets.braille import ACROSS, DOWN

KM_PER_DEGREE = radians(1) * EARTH
LEAST_SPAN = 0.15  # degrees of latitude a drawing spans at least: some 17 km
MOST_SPAN = 180.0
NARROWEST = 0.05  # cosine of the latitude beyond which a chart is not stretched further
MARGINS = (10, 2)  # cells kept free at each side for names, and above and below
STEP = 1.6  # how much one step nearer enlarges
GAP = 4.0  # a place is far off when it is so many times as far as the farthest before it
NEAR_KM = 60.0  # as if there were a place as far as this


@dataclass(frozen=True, slots=True)
class View:
    """A part of the world as a drawing shows it.

    Attributes:
        latitude, longitude: degrees of its middle.
        scale: dots a degree of latitude.
        width, height: dots.
    """

    latitude: float
    longitude: float
    scale: float
    width: int
    height: int

    def at(self, latitude: float, longitude: float) -> tuple[float, float]:
        """The dot, from the upper left, at which a point of the earth lies; may be outside."""
        east = _turned(longitude - self.longitude) * _narrowing(self.latitude)
        return self.width / 2 + east * self.scale, self.height / 2 + (self.latitude - latitude) * self.scale

    def holds(self, place: Place) -> bool:
        """Whether a place is inside."""
        x, y = self.at(place.latitude, place.longitude)
        return 0 <= x < self.width and 0 <= y < self.height

    def nearer(self, steps: int, middle: Place) -> View:
        """The view enlarged by steps, farther for a negative number, around a place."""
        least, most = self.height / MOST_SPAN, self.height / LEAST_SPAN
        scale = max(min(self.scale * STEP**steps, most), least)
        return replace(self, scale=scale, latitude=middle.latitude, longitude=middle.longitude)

    @property
    def km_per_dot(self) -> float:
        """Kilometres from one dot to the next, at the middle."""
        return KM_PER_DEGREE / self.scale


def view_of(places: Sequence[Place], width: int, height: int) -> View:
    """The view that shows all of the places; for a drawing of so many cells."""
    dots = max(width, 1) * ACROSS, max(height, 1) * DOWN
    if not places:
        return View(0.0, 0.0, dots[1] / MOST_SPAN, *dots)
    west, east = _sides([place.longitude for place in places])
    south, north = min(p.latitude for p in places), max(p.latitude for p in places)
    middle = (south + north) / 2
    room = (
        max(dots[0] - 2 * MARGINS[0] * ACROSS, dots[0] // 2),
        max(dots[1] - 2 * MARGINS[1] * DOWN, dots[1] // 2),
    )
    across, up = (east - west) * _narrowing(middle), north - south
    scale = min(room[0] / across if across else inf, room[1] / up if up else inf, dots[1] / LEAST_SPAN)
    return View(middle, _turned((west + east) / 2), max(scale, dots[1] / MOST_SPAN), *dots)


def core(places: Sequence[Place]) -> list[Place]:
    """The places around the first, without those beyond a wide gap; all, where it stands alone.

    A capital overseas must not shrink the scene to a dot.
    """
    if not places:
        return []
    reach = NEAR_KM
    near = {places[0]}
    for place in sorted(places, key=partial(great_circle, places[0])):
        km = great_circle(places[0], place)
        if km > GAP * reach:
            break
        reach = max(reach, km)
        near.add(place)
    return [place for place in places if place in near] if len(near) > 1 else list(places)


def away(place: Place, bearing: float, km: float) -> tuple[float, float]:
    """Latitude and longitude of the point so far from a place; the bearing in degrees from north, clockwise."""
    lat, turn, arc = radians(place.latitude), radians(bearing), km / EARTH
    there = asin(sin(lat) * cos(arc) + cos(lat) * sin(arc) * cos(turn))
    east = atan2(sin(turn) * sin(arc) * cos(lat), cos(arc) - sin(lat) * sin(there))
    return degrees(there), place.longitude + degrees(east)


def round_length(km: float) -> float:
    """The greatest of 1, 2, 5, 10, 20, 50 … that is not longer; 0.1 for anything shorter than that."""
    steps = [first * 10.0**power for power in range(-1, 5) for first in (1, 2, 5)]
    return max((step for step in steps if step <= km), default=steps[0])


def _narrowing(latitude: float) -> float:
    """How much narrower a degree of longitude is than one of latitude."""
    return max(cos(radians(latitude)), NARROWEST)


def _turned(longitude: float) -> float:
    """The same longitude from -180 up to 180."""
    return (longitude + 180) % 360 - 180


def _sides(longitudes: Sequence[float]) -> tuple[float, float]:
    """West and east end of the shortest stretch with all of them; east is beyond 180 across the date line."""
    order = sorted(set(longitudes))
    gaps = [after - before for before, after in pairwise(order)]
    gaps.append(order[0] + 360 - order[-1])
    widest = gaps.index(max(gaps))
    if widest == len(order) - 1:
        return order[0], order[-1]
    return order[widest + 1], order[widest] + 360
