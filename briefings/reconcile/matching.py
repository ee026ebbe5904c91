"""When two facts say the same thing: one subject, one measure, one scope and one time; only then are values compared.

Facts that fail the first test are simply two facts: 300,000 inhabitants are no 350,000 displaced.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from briefings.facts import NUMERIC_KINDS, Fact
from briefings.reconcile.occasions import ENOUGH, SAME, dates_alike, events_alike, one_core
from briefings.reconcile.overlaps import Weigh, overlap
from briefings.reconcile.rarity import by_value, is_elsewhere
from briefings.reconcile.subjects import Subject, is_inhabited
from briefings.reconcile.values import UNITS, dates_agree
from briefings.reconcile.words import token

FAR = 1.3  # times: figures further apart are not one, however open their hedges leave them

# what happened to people: who had one of these had none of the others when the article was written
FATES = frozenset(("*dead", "*hurt", "*missing", "*survived", "*held"))
# what a line on the population of a place has beside the place
_PLACE_NOUNS = "city town village island country nation province district region state port capital people"
_PLACE_WORDS = frozenset(map(token, _PLACE_NOUNS.split())) | {"*live"}
_HAS_PEOPLE = re.compile(r"^(?:inhabitants|residents|people) (?:that )?[^,;]{2,40} (?:has|have|had)$")
# ``the 61,000 inhabitants of Lund``: all of them, whatever they do
_ALL_OF_PLACE = re.compile(r"^(?:inhabitants|residents|people|citizens|islanders) of [A-Z]")
_THE = re.compile(r"\b[Tt]he $")


def likeness(one: Subject, other: Subject, weigh: Weigh, copied: bool) -> float:
    """How sure it is that two facts say the same thing: 0 for no, else a figure to choose the best by."""
    if not one.may_agree(other) or one.group != other.group or one.fact.vague != other.fact.vague:
        return 0.0
    if not (copied or one.fact.kind == "role" or _one_time(one, other)):
        return 0.0
    return _LIKENESS.get(one.fact.kind, _figures)(one, other, weigh, copied)


def _figures(one: Subject, other: Subject, weigh: Weigh, copied: bool) -> float:
    if _other_way(one, other) or not agree(one, other) or is_far(one, other):
        return 0.0
    if not copied and other_scope(one, other):
        return 0.0
    around = overlap(one.around, other.around, weigh)
    if copied:
        return 2.0 + around
    own = overlap(one.own, other.own, weigh)
    if _one_noun(one, other) or _one_way(one, other) or _one_set(one, other) or _in_company(one, other):
        return 1.0 + own + around
    if _one_population(one, other):
        return 1.0 + own + around
    sure = 0.0 if _other_measure(one, other) else _one_measure(one, other, own, around, weigh)
    if sure or (one.group[1] == "people" and _is_population(one) != _is_population(other)):
        return sure
    return by_value(one, other, weigh)


def _other_way(one: Subject, other: Subject) -> bool:
    """Whether one rose and the other fell, or is no change at all; jobs that are cut are also jobs that go."""
    first, second = one.fact.change, other.fact.change
    counted = one.fact.kind in ("population", "count") and None in (first, second)
    return first != second and not counted


def _one_measure(one: Subject, other: Subject, own: float, around: float, weigh: Weigh) -> float:
    """How sure it is, of figures that agree and may be of one measure; the overlaps of their words are known."""
    if _one_toll(one, other) or _is_exact(one, other):
        return 1.0 + around
    if is_elsewhere(one, other):
        return 0.0
    if _is_telling(one) and _is_telling(other) and _one_number(one, other):
        common = one.around & other.around
        return 1.0 + own + around if own > 0 or len(common) >= 2 or _one_actor(one, other) else 0.0
    if one.part != other.part or own == 0:
        return 0.0
    if _one_size(one, other) and one_core(one, other):
        return 1.0 + own + around
    if around < SAME or weigh(one.around & other.around) < ENOUGH:
        return 0.0
    return own + around + (1.0 if _one_size(one, other) else 0.0)


def agree(one: Subject, other: Subject) -> bool:
    """As ``values.agree``, of figures that are known."""
    if one.figure is None or other.figure is None:
        return one.fact.value == other.fact.value
    return one.figure.agrees(other.figure)


def is_far(one: Subject, other: Subject) -> bool:
    """``at least nine`` and 12: both may be right, and yet they are no one figure."""
    first, second = one.figure, other.figure
    if first is None or second is None or first.size <= 0 or second.size <= 0:
        return False
    return max(first.size, second.size) > FAR * min(first.size, second.size)


def _one_size(one: Subject, other: Subject) -> bool:
    first, second = one.figure, other.figure
    return first.size == second.size if first and second else first is second


def _is_telling(subject: Subject) -> bool:
    return subject.figure is not None and subject.figure.telling


def _one_number(one: Subject, other: Subject) -> bool:
    """The same figure, or one printed with more digits than the other."""
    if one.figure is None or other.figure is None:
        return one.figure is other.figure
    return one.figure.is_near(other.figure) or (
        one.fact.kind == "share" and one.figure.is_rounded(other.figure)
    )


def _one_actor(one: Subject, other: Subject) -> bool:
    """One person or place acts in both clauses."""
    return one.actor == other.actor and one.actor in one.local | other.local


def _one_noun(one: Subject, other: Subject) -> bool:
    """One figure of what is told with all words of the shorter of both, a noun among them beside the unit."""
    if one.group[1] == "people" or one.part != other.part or not _one_size(one, other):
        return False
    counted = one.fact.unit not in UNITS and one.fact.kind == "count"
    units = frozenset[str]() if counted else one.special | other.special
    less, more = sorted((one.own - units, other.own - units), key=len)
    return len(less) > counted and less <= more and any(word[0] not in "=*" for word in less)


def _one_set(one: Subject, other: Subject) -> bool:
    """One number of things of one name, not small and not round: 214 branches that shut are those that open."""
    return (
        one.fact.kind == other.fact.kind == "count"
        and _is_telling(one)
        and _one_size(one, other)
        and bool(one.special)
        and one.special == other.special
        and one.fact.unit not in UNITS
    )


def _is_exact(one: Subject, other: Subject) -> bool:
    """One number that two figures of a story hardly share by chance; ``61,000 of them in Lund`` live in Lund."""
    same = bool(one.exact) and one.exact == other.exact
    return same and (one.part == other.part or bool(one.own & other.own & one.local & other.local))


def _in_company(one: Subject, other: Subject) -> bool:
    """Each stands in its sentence with another figure that is the other's too, and one of both pairs is telling."""
    if not (one.beside and other.beside and _one_number(one, other)):
        return False
    if len(FATES.intersection(one.classes[:1] + other.classes[:1])) > 1:
        return False
    for group, first in one.beside:
        for other_group, second in other.beside:
            if group == other_group and group != one.group[1] and first.is_near(second):
                exact = first.size == second.size or _one_size(one, other)
                if exact and (_is_telling(one) or first.telling or second.telling):
                    return True
    return False


def _one_way(one: Subject, other: Subject) -> bool:
    """One distance, and two places that both clauses name; one is enough where it is no round one, or converted."""
    if not one.fact.kind == other.fact.kind == "distance":
        return False
    common = len(one.local & other.local)
    if not _one_size(one, other):
        return common > 0 and one.fact.unit != other.fact.unit
    return common >= (1 if _is_telling(one) else 2)


def _one_toll(one: Subject, other: Subject) -> bool:
    """One count of people, coarse or not, told of anyone, with one verb, and nothing that places them apart."""
    return (
        one.group[1] == "people"
        and _one_number(one, other)
        and bool(one.classes)
        and one.classes[:1] == other.classes[:1]
        and not (one.special and other.special)
        and _one_place(one, other)
    )


def _one_place(one: Subject, other: Subject) -> bool:
    """One place is named by both, or, where both are of anyone, by one at most: ``three skiers`` may be others."""
    if one.local & other.local:
        return True
    return not (one.special or other.special) and not (one.local and other.local)


def _roles(one: Subject, other: Subject, weigh: Weigh, copied: bool) -> float:
    people = frozenset(t for t in one.own if t.startswith("=")) & other.own
    if people:
        return 1.0 + overlap(one.whole, other.whole, weigh)
    return 1.0 if one.fact.what and one.fact.what.casefold() == other.fact.what.casefold() else 0.0


def _ages(one: Subject, other: Subject, weigh: Weigh, copied: bool) -> float:
    """One age of one person; told of somebody without a name it is a figure like others."""
    people = (_person(one), _person(other))
    if all(people):
        same = people[0] == people[1] and one.fact.value == other.fact.value
        return 1.0 + overlap(one.around, other.around, weigh) if same else 0.0
    return _figures(one, other, weigh, copied)


def _person(subject: Subject) -> str:
    names = sorted(token for token in subject.own if token in subject.local)
    return names[0] if len(names) == 1 else "" if names else subject.actor


_LIKENESS: dict[str, Callable[[Subject, Subject, Weigh, bool], float]] = {
    "date": dates_alike,
    "age": _ages,
    "role": _roles,
    "event": events_alike,
}


def clash(one: Subject, other: Subject) -> bool:
    """Whether two exact figures are not one, even if a third, hedged one would go with both."""
    return (
        one.fact.kind in NUMERIC_KINDS
        and one.fact.qualifier is None
        and other.fact.qualifier is None
        and not agree(one, other)
    )


def _other_measure(one: Subject, other: Subject) -> bool:
    """Event classes near both figures, and none in common: killed is not hurt, held is not lost.

    A measure that a field word names is told apart by it alone.
    """
    if one.measure or other.measure:
        return one.measure != other.measure
    if one.group[1] == "people":
        first, second = _is_population(one), _is_population(other)
        if first != second:
            return bool((other if first else one).own - _PLACE_WORDS - one.names - other.names)
        if not first:
            return _other_fate(one, other)
    return bool(one.classes and other.classes) and not set(one.classes) & set(other.classes)


def _is_population(subject: Subject) -> bool:
    """Whether a count of people is of those who live somewhere, and of nothing else that is told of them."""
    fact = subject.fact
    if is_inhabited(fact) or _HAS_PEOPLE.search(fact.what):
        return True
    if _ALL_OF_PLACE.search(fact.what) and _THE.search(
        fact.sentence.text[: fact.start - fact.sentence.start]
    ):
        return True
    return "*live" in subject.classes and not subject.own - subject.names - _PLACE_WORDS


def _one_population(one: Subject, other: Subject) -> bool:
    """Whether two agreeing counts are of one place that only one of both articles names beside its count.

    ``Orla has 18,500 inhabitants`` and ``in a town of almost 19,000``.
    """
    if one.group[1] != "people" or bool(one.local) == bool(other.local):
        return False
    named, unnamed = (one, other) if one.local else (other, one)
    apart = one.mention.article != other.mention.article
    return apart and is_inhabited(unnamed.fact) and _is_population(named)


def _other_fate(one: Subject, other: Subject) -> bool:
    """Two counts of people, neither the population of a place: that they are residents tells nothing of them."""
    fates = one.classes[:1], other.classes[:1]
    if fates[0] != fates[1] and FATES.issuperset(fates[0] + fates[1]):
        return all(fates)
    first, second = set(one.classes) - {"*live"}, set(other.classes) - {"*live"}
    return bool(first and second) and not first & second


def other_scope(one: Subject, other: Subject) -> bool:
    """Places bound both figures, and not the same ones; a share of two countries is none of one of them."""
    if not one.places or not other.places:
        return False
    if one.fact.kind in ("share", "area"):
        return one.places != other.places
    return not one.places & other.places


def _one_time(one: Subject, other: Subject) -> bool:
    """Neither fact is tied to a year or a day the other is not about."""
    if one.fact.kind == "date":
        return True
    if not one_day(one.fact, other.fact):
        return _is_telling(one) and one.fact.value == other.fact.value
    return one.years == other.years or _is_telling(one)


def one_day(one: Fact, other: Fact) -> bool:
    """Neither is a later state of the other."""
    return not (one.as_of and other.as_of) or dates_agree(one.as_of, other.as_of)
