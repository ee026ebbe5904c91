"""Who holds which office, as a line tells it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from briefings.extract.nations import ADJECTIVES, NATION_OF
from briefings.reconcile.names import NameIndex
from briefings.stories import Claim, Mention

LONGEST_OFFICE = 8  # words of an office told in full where its usual form is one word

_DUTY = re.compile(
    r",? (?:who|which|whose|(?!during)[a-z]{3,}ing|responsible for|in charge of) |, (?:the|an?) "
)
_LASTING = re.compile(r" for (?:the (?:past|last) )?(?:\d+|[a-z]+) (?:years|months|weeks|decades)$")
_NEW = re.compile(r"(?<=[a-z]) new (?=[a-z])")  # "the bank's new head" leaves "bank new head"
# a rank goes before the name: "Col Ana Roa, army spokesman"
_RANK = (
    r"(?:(?:Lieutenant|Major|Brigadier|Rear|Vice|Air|Chief|Wing|Field) )?"
    r"(?:General|Colonel|Major|Captain|Lieutenant|Admiral|Commodore|Brigadier|Commander|Marshal|Sergeant|Dr|Professor)"
)
_RANK_LAST = re.compile(rf"^(?P<office>.+?),? (?P<rank>{_RANK})$")
_RANK_FIRST = re.compile(rf"^(?P<rank>{_RANK}), (?P<office>.+)$")


def office_lines(claim: Claim, age: str = "") -> Iterator[tuple[str, Mention]]:
    """``Ana Roa, mayor of Orla``: the office most mentions give, as it stands and in its fullest words.

    Each with the mention it is from.

    Args:
        claim: of the kind ``role``.
        age: years, told right after the name; empty for none.
    """
    offices = Counter(str(mention.fact.value) for mention in claim.mentions)
    usual = min(offices, key=lambda office: (-offices[office], -len(office), office))
    fuller = [m for m in claim.mentions if usual.casefold() in str(m.fact.value).casefold()]
    fullest = max(fuller, key=lambda mention: len(str(mention.fact.value)))
    plainest = next(m for m in claim.mentions if str(m.fact.value) == usual)
    whole = len(usual.split()) > 1 or len(str(fullest.fact.value).split()) > LONGEST_OFFICE
    person = max((mention.fact.what for mention in claim.mentions), key=len)
    for best in (plainest, fullest) if whole else (fullest,):
        if person and best.fact.value:
            yield told(person, str(best.fact.value), age), best


def told(person: str, office: str, age: str = "") -> str:
    """The person with the office: without what its holder does in it, a rank first, a nation in the genitive.

    ``head of the guard overseeing patrols`` ends at ``guard``; ``Latvia Prime Minister`` is ``Latvia's``, and a
    ``welder for 31 years`` a ``welder``.
    """
    office = _LASTING.sub("", _NEW.sub(" ", office))
    end = _DUTY.search(office, len(" ".join(office.split()[:2])))
    office = office[: end.start()] if end else office
    ranked = _RANK_LAST.match(office) or _RANK_FIRST.match(office)
    if ranked and not person.startswith(ranked["rank"]):
        person, office = f"{ranked['rank']} {person}", ranked["office"]
    nation, _, rest = office.partition(" ")
    if rest and NATION_OF.get(nation) == nation and nation not in ADJECTIVES:
        office = f"{nation}'s {rest}"
    return f"{person}, {age}, {office}" if age else f"{person}, {office}"


class Ages:
    """How old the office holders of a story are, where it tells one age of each.

    Args:
        claims: of the story.
        names: its names.
    """

    def __init__(self, claims: Iterable[Claim], names: NameIndex) -> None:
        self._names = names
        self._by_person: dict[str, Claim | None] = {}
        self._beside: dict[tuple[str, int, str], Claim] = {}
        for claim in claims:
            if claim.kind != "age" or claim.rivals:
                continue
            for mention in claim.mentions:
                fact = mention.fact
                if fact.qualifier or fact.value_max is not None:
                    continue
                self._beside[mention.article, fact.sentence.start, fact.what.casefold()] = claim
                for person in self._people(fact.what):
                    known = self._by_person.setdefault(person, claim)
                    if known is not claim:
                        self._by_person[person] = None

    def of(self, office: Claim) -> Claim | None:
        """The age of the holder: told of the name, or of ``a 23-year-old electrician`` beside the office."""
        for mention in office.mentions:
            fact = mention.fact
            beside = self._beside.get((mention.article, fact.sentence.start, str(fact.value).casefold()))
            found = beside or next(filter(None, map(self._by_person.get, self._people(fact.what))), None)
            if found:
                return found
        return None

    def _people(self, told: str) -> set[str]:
        return {token for token, _, _ in self._names.tokens(told) if token.startswith("=")}
