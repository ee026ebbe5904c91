"""Numbers with no noun of their own: what they count is told before (``another 800``, ``the toll rose to 20``)."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import islice

from briefings.extract.figures import Figure
from briefings.extract.measures import AGE
from briefings.extract.nouns import singular
from briefings.extract.people_words import is_people
from briefings.extract.units import PEOPLE, UNITS, Unit
from briefings.patterns import Pattern

_AGED = Pattern(
    r"\b(?:(?:aged|ages?)(?: between| about| around| just| only| from| under| over)?(?: of)?|turn(?:ed|s|ing)"
    r"|(?:children|people|those|anyone|adults|men|women|girls|boys|youths|residents|voters|drivers|kids|babies)"
    r" (?:under|over|younger than|older than|above|below|between)) \Z",
    re.I,
)
_IS_AGED = Pattern(r"\b(?:he|she|who) (?:is|was|would have been)(?: now| just| only| aged)? \Z", re.I)
_NAME_COMMA = Pattern(
    r"(?:[A-Z][\w.'’-]+ )(?:(?:[A-Z]\.|[a-z]{2,3}|[A-Z][\w.'’-]+) ){0,2}[A-Z][\w'’-]+,? ?\(?\Z"
)
_TITLE_COMMA = Pattern(r"(?:Mr|Mrs|Ms|Miss|Dr|[a-z]{3,}) [A-Z][\w'’-]+, \Z")
_AFTER_AGE = Pattern(r"[,.;)]| (?:from|of|who|was|is|and|has|had)\b|\Z")
_MAGNITUDE = Pattern(r"\bmagnitude[ -](?:of )?\Z", re.I)
_GROUP = Pattern(
    r"\b(?:(?:an?|the|its|their|his|our) )?(?:[a-z-]+ )?(?:cast|crowds?|population|team|group"
    r"|audience|staff|workforce|crew|family|gathering|force|army"
    r"|congregation|electorate|squad|panel|jury|party|band|gang|class|membership|garrison"
    r"|community|delegation|country|city|town|village|nation|province|state|region|suburb"
    r"|island|club|union|contingent|queue|field"
    r"|death toll|toll|total toll) of (?:(?:about|around|some|nearly|almost|over|more than"
    r"|at least|up to|just|only|roughly|approximately|an estimated|well over|fewer than|less than"
    r"|under) )?\Z"
)
_TOLL_BEFORE = Pattern(
    r"\b(?:population|death toll|toll|number of (?:dead|deaths|casualties|victims|fatalities)|killed|killing"
    r"|kills|dead|injured|injuring|injures|wounded|wounding|hurt|hurting|died"
    r"|deaths|casualties|arrested|detained|rescued|evacuated|slain|murdered|executed|employs"
    r"|employed|employing|sacked|seats|kidnapped|displaced|displacing)\b[^.;]{0,48}\Z",
    re.I,
)
_CASUALTY_AFTER = Pattern(
    r" (?:(?:of them |others? |more |were |was |are |have been |had been |has been |others were "
    r"|are feared |were feared |people |being |seriously |critically |slightly |badly |reported "
    r"|confirmed |believed |still |feared |also |dead and ){0,4})"
    r"(?:killed|dead|died|injured|wounded|hurt|missing|arrested|detained|hospitalised|hospitalized"
    r"|drowned|rescued|evacuated|unaccounted|trapped|displaced|homeless|murdered"
    r"|kidnapped|executed|burned|burnt|jailed|imprisoned|charged|shot|sickened|infected|unemployed"
    r"|perished|survived|sacked|homeless|infections|feared dead)(?![^\W_])",
    re.I,
)
_PUT_AT = Pattern(r"\b(?:number|figure|total|toll|count|it|them) (?:at|to) (?:about |around |over )?\Z")
_INHERITS_BEFORE = Pattern(
    r"\b(?:another|further|other|the other|remaining|including|of whom|of them|of which|at least"
    r"|only|just|it was|were|was|an additional|of those|than|with|about|some|and|up to|but"
    r"|more) (?:about |around |some |just |only |at least |more than |nearly |almost )?\Z",
    re.I,
)
_INHERITS_AFTER = Pattern(
    r" (?:others?|more)(?![^\W_])| (?:of (?:them|those|these|which|whom)|are|were|will|have"
    r"|had|has|would|could|remain(?:ed)?|each|died|survived|said|voted|came|went|did|do|in (?:all"
    r"|total))(?![^\W_])"
)
_MORE = Pattern(r" (?:others?|more)(?![^\W_])")
_ASKED = Pattern(
    r"\b(?:how many|number of|total of|hundreds of|dozens of) (?:[a-z-]+ )?([a-z]+s|people|men"
    r"|women|children)\b"
)
_LOOK_BACK = 6  # figures
_REACH = 320  # characters a bare number may look back for its noun


def settle_bare(text: str, figure: Figure, found: list[Figure]) -> Figure:
    """The figure with the unit that the words around tell, where it has none of its own."""
    if figure.unit is not None:
        return figure
    if _is_age(text, figure) or _is_next_age(text, figure, found):
        return replace(figure, unit=AGE)
    magnitude = _MAGNITUDE.search(text, max(0, figure.start - 12), figure.start)
    if magnitude:
        return replace(figure, start=magnitude.start(), unit=UNITS["richter"])
    group = _GROUP.search(text, max(0, figure.number.start - 64), figure.number.start)
    if group:
        return replace(figure, start=min(group.start(), figure.start), unit=PEOPLE)
    casualty = _CASUALTY_AFTER.match(text, figure.number.end)
    if casualty:
        return replace(figure, unit=PEOPLE)
    if figure.before[-1:] == ("the",) and not figure.number.digits:
        return figure
    if _is_toll(text, figure):
        return replace(figure, unit=PEOPLE)
    low, start = max(0, figure.number.start - 40), figure.number.start
    if (
        _INHERITS_AFTER.match(text, figure.end)
        or _INHERITS_BEFORE.search(text, low, start)
        or _PUT_AT.search(text, low, start)
    ):
        return _inherited(text, figure, found)
    return figure


def _is_age(text: str, figure: Figure) -> bool:
    """``aged 13``, ``Mary Orlo, 53,``, ``Mary Orlo (53)``."""
    number = figure.number
    if not isinstance(number.value, int) or not 0 < number.value < 120 or number.scale != 1:
        return False
    if _AGED.search(text, max(0, figure.start - 24), figure.start):
        return True
    if _IS_AGED.search(text, max(0, number.start - 28), number.start) and text[
        number.end : number.end + 1
    ] in (".", ",", ""):
        return number.value > 9
    if not number.digits or not _AFTER_AGE.match(text, number.end):
        return False
    before = text[max(0, number.start - 48) : number.start]
    if before.endswith((", ", "(")):
        return bool(_NAME_COMMA.search(before)) or (
            before.endswith(", ") and bool(_TITLE_COMMA.search(before))
        )
    return False


def _is_next_age(text: str, figure: Figure, found: list[Figure]) -> bool:
    """Whether a bare number goes on with a list of ages: ``aged 5, 8 and 11``."""
    last = found[-1] if found else None
    if last is None or last.unit is None or last.unit.kind != "age" or figure.number.value >= 120:
        return False
    return (
        text[last.end : figure.start] in (", ", " and ", ", and ", " or ")
        and last.number.digits == figure.number.digits
    )


def _is_toll(text: str, figure: Figure) -> bool:
    start = figure.start
    after = text[figure.end : figure.end + 1]
    return (
        after in (".", ",", ";", "") or text[figure.end : figure.end + 4] in (" in ", " and", " on ", " at ")
    ) and bool(_TOLL_BEFORE.search(text, max(0, start - 70), start))


def _inherited(text: str, figure: Figure, found: list[Figure]) -> Figure:
    """The figure with the noun of the count told last, or asked for in the same sentence."""
    low = max(0, figure.start - _REACH)
    low = max(low, text.rfind("\n", low, figure.start) + 1)
    asked = list(_ASKED.finditer(text, low, figure.start))
    nearest = islice(reversed(found), _LOOK_BACK)
    last = next((f for f in nearest if f.unit and f.unit.kind in ("population", "count")), None)
    if asked and (last is None or last.end < asked[-1].start()):
        noun = asked[-1][1]
        one = singular(noun)
        return replace(figure, unit=PEOPLE if is_people(one, noun) else Unit("count", one))
    if last is None or last.end < low or last.unit is None:
        return figure
    more = _MORE.match(text, figure.end)
    return replace(figure, unit=last.unit, end=more.end() if more else figure.end)
