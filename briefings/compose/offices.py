"""Who holds which office, as a line tells it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from briefings.extract.nations import ADJECTIVES, NATION_OF
from briefings.stories import Claim, Mention

LONGEST_OFFICE = 8  # words of an office told in full where its usual form is one word

_DUTY = re.compile(
    r",? (?:who|which|whose|(?!during)[a-z]{3,}ing|responsible for|in charge of) |, (?:the|an?) "
)
_NEW = re.compile(r"(?<=[a-z]) new (?=[a-z])")  # "the bank's new head" leaves "bank new head"
# a rank goes before the name: "Col Ana Roa, army spokesman"
_RANK = (
    r"(?:(?:Lieutenant|Major|Brigadier|Rear|Vice|Air|Chief|Wing|Field) )?"
    r"(?:General|Colonel|Major|Captain|Lieutenant|Admiral|Commodore|Brigadier|Commander|Marshal|Sergeant|Dr|Professor)"
)
_RANK_LAST = re.compile(rf"^(?P<office>.+?),? (?P<rank>{_RANK})$")
_RANK_FIRST = re.compile(rf"^(?P<rank>{_RANK}), (?P<office>.+)$")


def office_lines(claim: Claim) -> Iterator[tuple[str, Mention]]:
    """``Ana Roa, mayor of Orla``: the office most mentions give, as it stands and in its fullest words.

    Each with the mention it is from.

    Args:
        claim: of the kind ``role``.
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
            yield told(person, str(best.fact.value)), best


def told(person: str, office: str) -> str:
    """The person with the office: without what its holder does in it, a rank first, a nation in the genitive.

    ``head of the guard overseeing patrols`` ends at ``guard``; ``Latvia Prime Minister`` is ``Latvia's``.
    """
    office = _NEW.sub(" ", office)
    end = _DUTY.search(office, len(" ".join(office.split()[:2])))
    office = office[: end.start()] if end else office
    ranked = _RANK_LAST.match(office) or _RANK_FIRST.match(office)
    if ranked and not person.startswith(ranked["rank"]):
        person, office = f"{ranked['rank']} {person}", ranked["office"]
    nation, _, rest = office.partition(" ")
    if rest and NATION_OF.get(nation) == nation and nation not in ADJECTIVES:
        office = f"{nation}'s {rest}"
    return f"{person}, {office}"
