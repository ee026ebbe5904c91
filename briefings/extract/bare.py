"""Numbers with no noun of their own: what they count is told before (``another 800``, ``the toll rose to 20``)."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from briefings.extract.ages import is_age
from briefings.extract.figures import Figure
from briefings.extract.measures import AGE
from briefings.extract.nouns import STOPS, counted_noun, words_after
from briefings.extract.people_words import is_casualty, is_people
from briefings.extract.units import PEOPLE, UNITS, Unit
from briefings.patterns import Pattern

_MAGNITUDE = Pattern(r"\bmagnitude[ -](?:of )?\Z", re.I)
_CROWDS = (
    "cast|crowds?|population|team|group|audience|staff|workforce|crew|family|gathering|force|army"
    "|congregation|electorate"
    "|squad|panel|jury|party|band|gang|class|membership|garrison|community|delegation|country|city|town|village|nation"
    "|province|state|region|suburb|island|club|union|contingent|queue|field|attendance|mother|father|parents?|toll"
)
_ABOUT = (
    "about|around|some|nearly|almost|over|more than|at least|up to|just|only|roughly"
    "|approximately|an estimated|well over"
    "|fewer than|less than|under"
)
_GROUP = Pattern(
    rf"(?<![\w'’-])(?:(?:(?:an?|the|its|their|his|our) )?(?:[a-z][a-z-]* )?(?:{_CROWDS}) of|in front of)"
    rf" (?:(?:{_ABOUT}) )?\Z"
)
# What is done to people, or people are counted by: "trapping about 60", "the toll rose to 20".
_DONE_BEFORE = Pattern(
    r"\b(?:population|toll|number of (?:dead|deaths|casualties|victims|fatalities)|kill(?:ed|ing"
    r"|s)|dead|injur(?:ed|ing|es)"
    r"|wound(?:ed|ing)|hurt(?:ing)?|died|deaths|casualties|arrest(?:ed|ing)|detain(?:ed|ing)"
    r"|rescu(?:ed|ing)|evacuat(?:ed|ing)"
    r"|slain|affect(?:ed|ing)|murder(?:ed|ing)|execut(?:ed|ing)|employ(?:s|ed|ing)|sack(?:ed|ing)|seats"
    r"|kidnapp(?:ed|ing)|displac(?:ed|ing)"
    r"|trapp(?:ed|ing)|strand(?:ed|ing)|sicken(?:ed|ing)|infect(?:ed|ing)|drown(?:ed|ing)"
    r"|hospitali[sz](?:ed|ing))\b[^.;]{0,48}\Z",
    re.I,
)
_DONE_AFTER = Pattern(
    r" (?:(?:of them|others?|more|were|was|are|is|have been|had been|has been|feared|people|being|seriously|critically"
    r"|slightly|badly|reported|confirmed|believed|still|also|dead and|expected to have) ){0,4}"
    r"(?:killed|dead|died|injured|wounded|hurt|missing|arrested|detained|hospitali[sz]ed|drowned|rescued|evacuated"
    r"|unaccounted|trapped|displaced|homeless|murdered|kidnapped|executed|burn(?:ed|t)|jailed|imprisoned|charged|shot"
    r"|sickened|infected|unemployed|perished|survived|sacked|attended|marched|gathered|fled"
    r"|turned out|took part|live there|without (?:power|water|food|shelter|electricity|homes))"
    r"(?![^\W_])",
    re.I,
)
_EXPECTED_AFTER = Pattern(
    r" (?:are|were|is|was) (?:expected|due|estimated)(?: to (?:attend|turn|come|march"
    r"|take part))?[.,;]| are expected\b"
)
_INHERITS_BEFORE = Pattern(
    r"\b(?:another|further|other|the other|remaining|including|of whom|of them|of which|at least"
    r"|only|just|it was|were|was"
    r"|an additional|of those|than|with|about|some|and|up to|but|more|(?:number|figure|total|count|it|them) (?:at|to))"
    r" (?:(?:about|around|some|just|only|at least|more than|nearly|almost|over) )?\Z",
    re.I,
)
_INHERITS_AFTER = Pattern(
    r" (?:others?|more)(?![^\W_])| (?:of (?:them|those|these|which|whom)|are|were|will|have|had"
    r"|has|would|could|remain(?:ed)?"
    r"|each|died|survived|said|voted|came|went|did|do|in (?:all|total))(?![^\W_])"
)
_MORE = Pattern(r" (?:others?|more)(?![^\W_])")
_ASKED = Pattern(r"\b(?:how many|number of|total of)(?= )", re.I)
_REACHED = Pattern(
    r"\b(?:reach(?:es|ed|ing)?|to|at|hit|is|was|topped|passed|exceed(?:s|ed)) (?:(?:about|around"
    r"|some|nearly|almost|over|more than|at least) )?\Z"
)
_VOTES = frozenset(("vote", "goal", "point"))
_NEXT_WORD = Pattern(r" ([a-z]+)")
_COUNTS = ("population", "count")
_WHERE = (("in",), ("across",), ("within",))  # "in 27 states" is not what goes on
_LOOK_BACK = 6  # figures
_REACH = 320  # characters a bare number may look back for its noun
_NEAR = 70  # characters a verb may stand before the number


def settle_bare(text: str, figure: Figure, found: list[Figure]) -> Figure:
    """The figure with the unit that the words around tell, where it has none of its own."""
    if figure.unit is not None:
        return figure
    if is_age(text, figure, found):
        return replace(figure, unit=AGE)
    magnitude = _MAGNITUDE.search(text, max(0, figure.start - 14), figure.start)
    if magnitude:
        return replace(figure, start=magnitude.start(), unit=UNITS["richter"])
    group = _GROUP.search(text, max(0, figure.number.start - 64), figure.number.start)
    if group:
        return replace(figure, start=min(group.start(), figure.start), unit=PEOPLE)
    if _DONE_AFTER.match(text, figure.number.end) or _EXPECTED_AFTER.match(text, figure.number.end):
        return replace(figure, unit=PEOPLE)
    if figure.before[-1:] == ("the",) and not figure.number.digits:
        return figure
    asked = _asked(text, figure, found)
    if asked:
        return replace(figure, unit=asked)
    if _stands_alone(text, figure) and _DONE_BEFORE.search(text, max(0, figure.start - _NEAR), figure.start):
        return replace(figure, unit=PEOPLE)
    return _inherited(text, figure, found)


def _stands_alone(text: str, figure: Figure) -> bool:
    """Whether no noun can follow: the number ends its clause, or a word such as ``in`` comes next."""
    if text[figure.end : figure.end + 1] in (".", ",", ";", ""):
        return True
    following = _NEXT_WORD.match(text, figure.end)
    return following is not None and following[1] in STOPS


def _asked(text: str, figure: Figure, found: list[Figure]) -> Unit | None:
    """The unit of the noun that ``how many`` or ``the number of`` asks for before a bare number."""
    if not _REACHED.search(text, max(0, figure.number.start - 24), figure.number.start):
        return None
    asked = list(_ASKED.finditer(text, max(0, figure.start - _REACH), figure.start))
    if not asked or (found and found[-1].noun is not None and found[-1].end > asked[-1].start()):
        return None
    noun = counted_noun(words_after(text, asked[-1].end()), one=False)
    if noun is None:
        return None
    people = is_people(noun.singular, noun.printed) or is_casualty(noun.singular)
    return PEOPLE if people else Unit("count", noun.singular)


def _inherited(text: str, figure: Figure, found: list[Figure]) -> Figure:
    """The figure with the noun of the count told last, where the words around say that it goes on with it."""
    low = max(0, figure.start - _REACH)
    low = max(low, text.rfind("\n", low, figure.start) + 1)
    nearest = islice(reversed(found), _LOOK_BACK)
    last = next(
        (one for one in nearest if one.unit and one.unit.kind in _COUNTS and one.before[-1:] not in _WHERE),
        None,
    )
    if last is None or last.end < low or last.unit is None:
        return figure
    near = max(0, figure.number.start - 40)
    votes = text[last.end : figure.start] == " to " and last.noun is not None and last.noun.singular in _VOTES
    if not (
        votes
        or _INHERITS_AFTER.match(text, figure.end)
        or _INHERITS_BEFORE.search(text, near, figure.number.start)
    ):
        return figure
    more = _MORE.match(text, figure.end)
    return replace(figure, unit=last.unit, end=more.end() if more else figure.end)
