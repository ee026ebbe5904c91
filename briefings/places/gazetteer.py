"""The gazetteer: which places of the world bear a name. Light to import, never written to while it is read."""

from __future__ import annotations

import sqlite3
from collections import defaultdict
from collections.abc import Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from briefings.fold import fold, plain_fold

FILE = "gazetteer.sqlite3"

#: of what stands in the file; raised with every change of its tables, of what fills them, or of the fold
FORMAT = 1

#: keys of one query; SQLite takes 32,766, older ones 999
_AT_ONCE = 500

#: names in everyday use -> the ISO 3166 code, where GeoNames calls the country or its land otherwise
_OTHER_NAMES = {
    "Bosnia": "BA",
    "Britain": "GB",
    "Cape Verde": "CV",
    "Congo": "CG",
    "Czech Republic": "CZ",
    "DR Congo": "CD",
    "East Timor": "TL",
    "England": "GB",
    "Netherlands": "NL",
    "Northern Ireland": "GB",
    "Palestine": "PS",
    "Scotland": "GB",
    "Wales": "GB",
}


@dataclass(frozen=True, slots=True)
class Spot:
    """A place of the gazetteer that bears the name it was looked up by.

    Attributes:
        id: its number at GeoNames.
        name: what GeoNames calls it.
        country: ISO 3166 two-letter code.
        region: GeoNames' code of the first-level division; in the United States the state's postal code.
        latitude, longitude: degrees, north and east positive.
        population: 0 where GeoNames tells none.
        capital: whether it is its country's capital.
        alike: whether a name of it is written as the one looked up, but for accents, articles and doubled
            letters; else only the folds are equal.
    """

    id: int
    name: str
    country: str
    region: str
    latitude: float
    longitude: float
    population: int
    capital: bool
    alike: bool


class Gazetteer:
    """A gazetteer file; every look-up opens it anew, so that threads share nothing.

    Args:
        path: a file made by ``build.build``.
    """

    def __init__(self, path: Path) -> None:
        self.path = path

    def find(self, name: str) -> tuple[Spot, ...]:
        """The places of that name, most populous first."""
        return self.find_all((name,))[name]

    def find_all(self, names: Iterable[str]) -> dict[str, tuple[Spot, ...]]:
        """Each of the names and its places, most populous first; a fraction of the time of single look-ups."""
        wanted = dict.fromkeys(names)
        keys = {name: fold(name) for name in wanted}
        rows = self._rows(sorted({key for key in keys.values() if key}))
        return {name: _spots(rows.get(key, ()), plain_fold(name)) for name, key in keys.items()}

    def country(self, name: str) -> str | None:
        """The ISO 3166 code of a country as newspapers call it, or None."""
        return self._codes.get(name)

    def region(self, country: str, name: str) -> str | None:
        """The code of a first-level division; known for the states of the United States alone."""
        return self._regions.get((country, name))

    def country_name(self, code: str) -> str:
        """What GeoNames calls the country with that ISO 3166 code; the code itself where it knows none."""
        return self._names.get(code, code)

    @cached_property
    def _names(self) -> dict[str, str]:
        return dict(self._ask("SELECT code, name FROM country"))

    @cached_property
    def _codes(self) -> dict[str, str]:
        return {name: code for code, name in self._names.items()} | _OTHER_NAMES

    @cached_property
    def _regions(self) -> dict[tuple[str, str], str]:
        return {(country, name): code for country, name, code in self._ask("SELECT * FROM region")}

    def _rows(self, keys: Sequence[str]) -> dict[str, list[Sequence[Any]]]:
        found: defaultdict[str, list[Sequence[Any]]] = defaultdict(list)
        for start in range(0, len(keys), _AT_ONCE):
            some = keys[start : start + _AT_ONCE]
            marks = ",".join("?" * len(some))
            for key, *row in self._ask(
                f"SELECT key, plain, place.* FROM form JOIN place ON place.id = form.place WHERE key IN ({marks})",
                some,
            ):
                found[key].append(row)
        return found

    def _ask(self, query: str, values: Sequence[str] = ()) -> list[tuple[Any, ...]]:
        with closing(sqlite3.connect(f"{self.path.as_uri()}?mode=ro&immutable=1", uri=True)) as connection:
            return connection.execute(query, values).fetchall()


def _spots(rows: Iterable[Sequence[Any]], plain: str) -> tuple[Spot, ...]:
    """One spot a place; it is alike where any of its forms is."""
    found: dict[int, Spot] = {}
    for form, *place, capital in rows:
        spot = Spot(*[*place, bool(capital), form == plain])
        if spot.alike or spot.id not in found:
            found[spot.id] = spot
    return tuple(sorted(found.values(), key=lambda spot: (-spot.population, spot.id)))
