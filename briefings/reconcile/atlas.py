"""What a name of a story means on the map.

A name means the best known place of the countries the story speaks of, most of all in the sentences that name
it; where two places are about as likely it means none. Nothing is matched against the world at large: a place
in a country the story never touches is not meant, unless it is far greater than all its namesakes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from math import log10
from types import MappingProxyType

from briefings.extract.nations import COUNTRIES, NATION_OF
from briefings.fold import plain_fold
from briefings.places.checks import great_circle
from briefings.places.gazetteer import Gazetteer, Spot
from briefings.stories import Place

GREAT = 200_000  # inhabitants from which a city may speak for its country
METROPOLIS = 1_000_000  # inhabitants of a city that is meant before the state or country of its name
FAR_GREATER = 5  # times its greatest namesake, so that nobody would say which one is meant
TOWN = 15_000  # inhabitants from which a name is taken for a place though only "of" or "to" stands before it
SPOKEN_OF = 0.1  # of the votes: a country that the story is about, and not one it names in passing
MARGIN = 0.5  # by which the weight of the place meant exceeds any other's: three times its population
CLOSE = 30.0  # km: two entries this near are a town and its quarter, whichever is meant

# What speaks for a place beside the logarithm of its population: so many powers of ten of inhabitants.
ALIKE = 1.0  # a name of it is spelled alike, not only folded alike
BY_VOTES = 2.5  # all of the story speaks of its country
BY_REGION = 1.5  # all of the story speaks of its state
BESIDE = 1.5  # its country or state stands right beside the name
UNMISTAKEN = 0.5  # nobody would think of its namesakes
UNVOTED = -2.0  # the story never speaks of its country

NOWHERE: Mapping[str, int] = MappingProxyType({})


class Atlas:
    """The gazetteer as one story reads it.

    Args:
        gazetteer: the places of the world.
        uses: how often each form of a name stands in the story.
        placed: the forms that the story's words tell to be places.
        untold: the forms whose kind they do not tell.
    """

    def __init__(
        self,
        gazetteer: Gazetteer,
        uses: Mapping[str, int],
        placed: Collection[str],
        untold: Collection[str] = (),
    ) -> None:
        self.gazetteer = gazetteer
        wanted = [form for form in (*placed, *untold) if form not in NATION_OF]
        self._spots = gazetteer.find_all(wanted)
        self.votes: Counter[str] = Counter()
        for form, count in uses.items():
            for vote in self.votes_of(form):
                self.votes[vote] += count
        unmistaken = {form: spot for form in self._spots if (spot := self._far_greater(form))}
        self._unmistaken = {spot.id for spot in unmistaken.values()}
        self.votes.update(unmistaken[form].country for form in placed if form in unmistaken)
        self._total = max(1, self.votes.total())
        self._countries = max(1, _countries(self.votes))

    def votes_of(self, form: str) -> tuple[str, ...]:
        """The country, and then the American state (``US.OR``), that a name speaks of."""
        nation = NATION_OF.get(form)
        country = self.gazetteer.country(nation) if nation else None
        if country:
            return (country,)
        state = self.gazetteer.region("US", form)
        return ("US", f"US.{state}") if state else ()

    def knows(self, forms: Iterable[str]) -> bool:
        """Whether the gazetteer has any place of these names."""
        return any(self._spots.get(form) for form in forms)

    def locate(
        self,
        forms: Sequence[str],
        sure: bool,
        near: Mapping[str, int] = NOWHERE,
        beside: Collection[str] = (),
    ) -> Spot | None:
        """The place a name means, or None.

        Args:
            forms: its spellings, most used first.
            sure: whether the story's words tell it to be a place.
            near: the votes of the sentences that name it, where they are known.
            beside: the country or state set right beside it.
        """
        found: dict[int, Spot] = {}
        for form in forms:
            for spot in self._spots.get(form, ()):
                if spot.alike or spot.id not in found:
                    found[spot.id] = spot
        weights = {spot.id: self._weight(spot, near, beside) for spot in found.values()}
        ranked = sorted(found.values(), key=lambda spot: (-weights[spot.id], spot.id))
        if not ranked or not self._fits(ranked[0], sure, near):
            return None
        best = ranked[0]
        if self._is_land(forms) and not (best.alike and (best.capital or best.population >= METROPOLIS)):
            return None
        near_as_likely = (spot for spot in ranked[1:] if weights[spot.id] > weights[best.id] - MARGIN)
        here = as_place(best)
        return best if all(great_circle(here, as_place(spot)) <= CLOSE for spot in near_as_likely) else None

    def _fits(self, spot: Spot, sure: bool, near: Mapping[str, int]) -> bool:
        if spot.id in self._unmistaken and (sure or spot.capital):
            return True
        if not self.votes[spot.country]:
            return False
        if sure and spot.alike:
            return True
        plain = sure or (spot.alike and spot.population >= TOWN)
        return plain and self._share(spot.country, near) >= SPOKEN_OF

    def _weight(self, spot: Spot, near: Mapping[str, int], beside: Collection[str]) -> float:
        region = f"{spot.country}.{spot.region}"
        return (
            log10(max(spot.population, 1000))
            + spot.capital
            + (ALIKE if spot.alike else 0.0)
            + BY_VOTES * self._share(spot.country, near)
            + BY_REGION * self.votes[region] / self._total
            + (BESIDE if region in beside or spot.country in beside else 0.0)
            + self._fame(spot)
        )

    def _fame(self, spot: Spot) -> float:
        if spot.id in self._unmistaken:
            return UNMISTAKEN
        return 0.0 if self.votes[spot.country] else UNVOTED

    def _share(self, country: str, near: Mapping[str, int]) -> float:
        """The country's share of the votes; those of the sentences that name the place count half."""
        whole = self.votes[country] / self._countries
        there = _countries(near)
        return (whole + near.get(country, 0) / there) / 2 if there else whole

    def _is_land(self, forms: Iterable[str]) -> bool:
        """Whether a name is that of a country or an American state, which no point on the map stands for."""
        return any(form in COUNTRIES or self.gazetteer.region("US", form) for form in forms)

    def _far_greater(self, form: str) -> Spot | None:
        """The one place of a name that is far greater than all others, where the name is its own."""
        spots = [spot for spot in self._spots.get(form, ()) if spot.alike]
        if not spots or spots[0].population < GREAT or self._is_land((form,)):
            return None
        if plain_fold(spots[0].name) != plain_fold(form):
            return None
        others = (spot.population for spot in spots[1:])
        return spots[0] if spots[0].population >= FAR_GREATER * max(others, default=0) else None


def _countries(votes: Mapping[str, int]) -> int:
    return sum(count for vote, count in votes.items() if "." not in vote)


def as_place(spot: Spot, name: str = "", mentions: int = 0) -> Place:
    """The place as a story keeps it, under the name the story uses."""
    return Place(name or spot.name, spot.latitude, spot.longitude, spot.country, spot.population, mentions)
