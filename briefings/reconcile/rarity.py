"""When an equal figure or day is itself the evidence that two articles tell one fact.

Newspapers word one fact in many ways and print one number for it. Within a story two different facts seldom
share a number of three digits; a short or round number is shared by chance more often, so it needs a word in
common besides. All rules ask for a value that stands once in each of both articles, and for nothing that speaks
against it: another fate of the people counted, other people, another place, a part of a whole.
"""

from __future__ import annotations

from briefings.reconcile.overlaps import Weigh
from briefings.reconcile.subjects import Subject

LIKELY = 0.3  # the score of such a join: any in which words agree comes first
DAY, MONTH = len("2031-04-08"), len("2031-04")
TOLL = 5  # people: fewer dead are too often those of another event
LONG = 3  # significant digits of a number that two facts of a story hardly share by chance
# what happens to people: one count of them is of one of these; who is rescued or freed was trapped
_FATES = {
    **{
        name: name
        for name in ("*dead", "*hurt", "*missing", "*survived", "*jailed", "*charged", "*displaced", "*vote")
    },
    **dict.fromkeys(("*rescued", "*trapped", "*freed"), "*trapped"),
    "*held": "*held",
}
_OPPOSED = (frozenset(("*rise", "*drop")), frozenset(("*win", "*defeat")), frozenset(("*begin", "*end")))
# what an equal number of may be told of two things of the story: it needs more than itself
_PLACED = frozenset(("share", "area", "length"))  # of one place a story seldom tells two equal ones
_COMMON_UNITS = frozenset(("share", "people", "time", "age"))


def by_value(one: Subject, other: Subject, weigh: Weigh) -> float:
    """How sure an equal figure makes it that two facts are one: 0 for not at all."""
    if one.figure is None or not _alone(one, other) or _speaks_against(one, other):
        return 0.0
    digits = min(significant(float(subject.fact.value)) for subject in (one, other))
    common = one.around & other.around
    words = frozenset(token for token in common if token[0] not in "=~")
    score = LIKELY + 0.1 * weigh(common)
    if digits >= LONG:
        return score
    if _one_toll(one, other):
        return score
    if not _one_setting(one, other):
        return 0.0
    if digits == LONG - 1 and abs(float(one.fact.value)) >= 20:
        linked = bool(_fate(one)) or weigh(one.whole & other.whole) >= 0.5
        return score if linked or one.group[1] not in _COMMON_UNITS else 0.0
    if _in_company(one, other):
        return score
    if one.group[1] in _PLACED and weigh(one.local & other.local) >= 1.0:
        return score
    if _other_deed(one, other):
        return 0.0
    return score if weigh(words) >= 1.0 and _same_kind(one, other) else 0.0


def by_day(one: Subject, other: Subject, weigh: Weigh) -> float:
    """How sure an equal date makes it that two are of one event: 0 for not at all."""
    if not _alone(one, other) or _opposed(one, other):
        return 0.0
    common = one.whole & other.whole
    words = frozenset(token for token in one.around & other.around if token[0] != "=")
    if _in_company(one, other):
        return 1.0
    if _other_deed(one, other):
        return 0.0
    score = LIKELY + 0.1 * weigh(common)
    if one.away and other.away:
        if len(str(one.fact.value)) >= DAY:
            return score if _one_setting(one, other) or words else 0.0
        told = frozenset(token for token in common if token[0] != "=")
        enough = weigh(told) >= 0.5 and weigh(common) >= 1.0
        return score if enough and _one_setting(one, other) else 0.0
    one_deed = bool(set(one.classes[:2]) & set(other.classes[:2])) and one.actor == other.actor
    if not one.local & other.local:
        return score if weigh(words) >= 1.5 and _one_setting(one, other) else 0.0
    return score if weigh(words) >= (0.5 if one_deed else 1.0) else 0.0


def _in_company(one: Subject, other: Subject) -> bool:
    """Whether another figure stands in both sentences; beside a day of the news it must be no small or round one."""
    lax = one.fact.kind != "date" or one.away
    return any(
        group == other_group and first.size == second.size and (first.telling or lax)
        for group, first in one.beside
        for other_group, second in other.beside
    )


def significant(size: float) -> int:
    """Digits of a number that are neither leading nor trailing zeros: 3 for ``12,500``, 1 for ``0.4``."""
    return len(f"{abs(size):.10g}".replace(".", "").strip("0"))


def _alone(one: Subject, other: Subject) -> bool:
    """Whether both have one value, no other sentence of their articles has it, and these may be of one story."""
    same = bool(one.alone) and one.alone == other.alone and one.mention.article != other.mention.article
    return same and one.setting.meets(other.setting)


def _speaks_against(one: Subject, other: Subject) -> bool:
    if one.part != other.part or one.measure != other.measure or _opposed(one, other):
        return True
    if one.group[1] != "people":
        return False
    if one.special and other.special and not one.special & other.special:
        return True
    first, second = _fate(one), _fate(other)
    return first != second


def _fate(subject: Subject) -> str:
    return next((_FATES[name] for name in subject.classes if name in _FATES), "")


def _one_toll(one: Subject, other: Subject) -> bool:
    """Whether both count all whom one fate met: people of no kind, of no group of them, and not of two places.

    A story's toll is told with whatever names the sentence holds; only one that bounds the count tells it apart.
    """
    people = one.group[1] == "people" and bool(_fate(one)) and float(one.fact.value) >= TOLL
    anyone = people and not one.special and not other.special
    return anyone and all(
        not first or not second or bool(first & second)
        for first, second in ((one.places, other.places), (one.own & one.local, other.own & other.local))
    )


def _opposed(one: Subject, other: Subject) -> bool:
    """Whether the nearest verbs are opposites."""
    first, second = one.classes[:1], other.classes[:1]
    return first != second and any(
        pair.issuperset((*first, *second)) for pair in _OPPOSED if first and second
    )


def _other_deed(one: Subject, other: Subject) -> bool:
    """Whether both clauses have verbs of known classes, and none in common."""
    return bool(one.classes and other.classes) and not set(one.classes) & set(other.classes)


def is_elsewhere(one: Subject, other: Subject) -> bool:
    """Whether two short counts of people are told of two places."""
    if one.group[1] != "people" or _one_setting(one, other) or one.figure is None or other.figure is None:
        return False
    return min(significant(one.figure.size), significant(other.figure.size)) < LONG


def _one_setting(one: Subject, other: Subject) -> bool:
    """Whether a name is in both clauses, or one of them has none: two of other places are of other things."""
    return not one.local or not other.local or bool(one.local & other.local)


def _same_kind(one: Subject, other: Subject) -> bool:
    """Of people: one verb for what happened to them, or one word for who they are."""
    if one.group[1] != "people":
        return True
    if _fate(one):
        return True
    return bool(one.special & other.special) and bool(one.classes) == bool(other.classes)
