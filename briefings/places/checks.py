"""Stated distances beside the map: great circles, bearings, and how well the two fit.

A great circle is the shortest way, so what is told of a road may be longer than it and is not compared.
"""

from __future__ import annotations

from math import asin, atan2, cos, degrees, inf, radians, sin, sqrt

from briefings.facts import Fact
from briefings.stories import MapCheck, MapVerdict, Place

EARTH = 6371.0088  # km, the mean radius of the IUGG
SLACK = 10.0  # km: towns have a width, and nobody says from which of their edges was measured
CONSISTENT, CONFLICT = 0.15, 0.30  # shares of the computed distance by which a round figure is off
NEAR, FAR = 45.0, 90.0  # degrees by which a bearing is off its stated direction: half and a whole quarter

#: a stated direction -> its bearing
DIRECTIONS: dict[str, float] = {
    "north": 0.0,
    "north-northeast": 22.5,
    "northeast": 45.0,
    "east-northeast": 67.5,
    "east": 90.0,
    "east-southeast": 112.5,
    "southeast": 135.0,
    "south-southeast": 157.5,
    "south": 180.0,
    "south-southwest": 202.5,
    "southwest": 225.0,
    "west-southwest": 247.5,
    "west": 270.0,
    "west-northwest": 292.5,
    "northwest": 315.0,
    "north-northwest": 337.5,
}

_KM = {"km": 1.0, "m": 0.001, "mile": 1.609344, "ft": 0.0003048, "yard": 0.0009144, "nautical mile": 1.852}

#: hedge -> the least and the greatest distance it leaves open, as multiples of the figure
_LEFT_OPEN: dict[str, tuple[float, float]] = {
    "more than": (1.0, inf),
    "at least": (1.0, inf),
    "less than": (0.0, 1.0),
    "at most": (0.0, 1.0),
    "up to": (0.0, 1.0),
}


def great_circle(one: Place, other: Place) -> float:
    """The distance of two places in kilometres (haversine)."""
    lat, lat2 = radians(one.latitude), radians(other.latitude)
    lon = radians(other.longitude - one.longitude)
    half = sin((lat2 - lat) / 2) ** 2 + cos(lat) * cos(lat2) * sin(lon / 2) ** 2
    return 2 * EARTH * asin(sqrt(min(1.0, half)))


def bearing(start: Place, end: Place) -> float:
    """The direction in which ``start`` lies seen from ``end``: degrees clockwise from north, below 360."""
    lat, lat2 = radians(end.latitude), radians(start.latitude)
    lon = radians(start.longitude - end.longitude)
    east = sin(lon) * cos(lat2)
    north = cos(lat) * sin(lat2) - sin(lat) * cos(lat2) * cos(lon)
    return degrees(atan2(east, north)) % 360


def kilometres(value: float, unit: str | None) -> float | None:
    """A length in kilometres; None where the unit is none of a distance."""
    factor = _KM.get(unit or "")
    return None if factor is None else value * factor


def check(claim: str, fact: Fact, start: Place, end: Place, direction: str | None) -> MapCheck | None:
    """A distance fact beside the map; ``direction`` as in ``DIRECTIONS``. None where the fact has no length.

    Consistent where the distance is off by 15 % or 10 km at most and the bearing by 45 degrees; to be checked
    up to 30 % and 90 degrees; beyond that the two conflict, or another place of the name is meant.
    """
    stated = kilometres(float(fact.value), fact.unit) if isinstance(fact.value, int | float) else None
    if stated is None:
        return None
    greatest = fact.value_max if isinstance(fact.value_max, int | float) else fact.value
    low, high = _LEFT_OPEN.get(fact.qualifier or "", (1.0, 1.0))
    upper = max(stated, kilometres(float(greatest), fact.unit) or 0.0)
    computed = great_circle(start, end)
    seen = bearing(start, end)
    off = max(stated * low - computed, computed - upper * high, 0.0)
    return MapCheck(
        claim=claim,
        start=start.name,
        end=end.name,
        stated=stated,
        computed=computed,
        bearing=seen,
        direction=direction,
        verdict=_worse(_by_distance(off, computed), _by_direction(seen, direction, computed)),
    )


def check_words(check: MapCheck) -> str:
    """What a briefing says of a check: ``map check 336 km, consistent``."""
    figure = f"{check.computed:.0f}" if check.computed >= SLACK else f"{check.computed:.1f}"
    words = {
        "consistent": "consistent",
        "check": "differs",
        "conflict": "conflicts: another place may be meant",
    }
    way = DIRECTIONS.get(check.direction or "")
    turned = way is not None and check.computed > SLACK and _apart(check.bearing, way) > NEAR
    where = f" to the {compass(check.bearing)}" if turned else ""
    return f"map check {figure} km{where}, {words[check.verdict]}"


def compass(degrees_: float) -> str:
    """The nearest of the eight main directions: ``west`` for 291 degrees."""
    main = ("north", "northeast", "east", "southeast", "south", "southwest", "west", "northwest")
    return main[round(degrees_ / 45) % 8]


def _by_distance(off: float, computed: float) -> MapVerdict:
    if off <= max(CONSISTENT * computed, SLACK):
        return "consistent"
    return "check" if off <= CONFLICT * computed else "conflict"


def _by_direction(seen: float, direction: str | None, computed: float) -> MapVerdict:
    """Between neighbours the bearing hangs on which point of each was taken, so it says nothing."""
    way = DIRECTIONS.get(direction or "")
    if way is None or computed <= SLACK or _apart(seen, way) <= NEAR:
        return "consistent"
    return "check" if _apart(seen, way) <= FAR else "conflict"


def _apart(one: float, other: float) -> float:
    """The angle between two bearings, 0 to 180 degrees."""
    return abs((one - other + 180) % 360 - 180)


def _worse(one: MapVerdict, other: MapVerdict) -> MapVerdict:
    order: tuple[MapVerdict, ...] = ("consistent", "check", "conflict")
    return max(one, other, key=order.index)
