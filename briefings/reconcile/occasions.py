"""When two dates or two clauses tell one event: passive and active, in other words, of one disaster."""

from __future__ import annotations

import math
from typing import Final

from briefings.extract.saying_words import SAYING, SHOWING
from briefings.patterns import Pattern
from briefings.reconcile.overlaps import Weigh, overlap
from briefings.reconcile.rarity import by_day
from briefings.reconcile.subjects import Subject
from briefings.reconcile.values import dates_agree

SAME = 0.5  # weighted share of the shorter subject that must be common to both
WEIGHTY = 2.0  # the weight that must be common where one name only is
ENOUGH = 1.5  # and the weight that must be common: one rare word and a frequent one
SAME_EVENT = 0.6
SAME_DAY = 0.45  # of the shorter clause, where both name one day
MONTH, DAY = len("2031-04"), len("2031-04-08")  # what tells an ISO month from a day

_HARM = frozenset(("*dead", "*hurt"))
# what begins, and the state that lasts from then on
_LASTING = (
    (frozenset(("*taken",)), frozenset(("*possess",))),
    (frozenset(("*power", "*name", "*win", "*sworn")), frozenset(("*lead", "*power"))),
)
_STATES = frozenset(("*possess", "*lead"))
_SINCE: Final = Pattern(r"\bsince (?:the |early |late )?$")
_RUNS: Final = Pattern(r"\b(?:has|have|had) (?:run|chaired|governed|managed|ruled|been [^,;.]{3,40})\b")
_DISASTERS = frozenset(("*blown", "*crash", "*flood"))
_SAYS: Final = Pattern(rf"\b(?:{'|'.join(sorted(SAYING | SHOWING))})\b")


def dates_alike(one: Subject, other: Subject, weigh: Weigh, copied: bool) -> float:
    """How sure it is that two dates are of one event: 0 for no."""
    if not dates_agree(one.fact.value, other.fact.value):
        return 0.0
    return _by_words(one, other, weigh, copied) or by_day(one, other, weigh)


def _by_words(one: Subject, other: Subject, weigh: Weigh, copied: bool) -> float:
    """How sure the words around both make it."""
    shared = overlap(one.around, other.around, weigh)
    if copied:
        return 2.0 + shared
    common = one.around & other.around
    done = any(word[0] != "=" for word in common) or len(common) > 2
    if (
        shared >= SAME_EVENT
        and done
        and len(common) >= 2
        and weigh(common) >= ENOUGH
        and not _other(one, other)
    ):
        return shared
    if one_core(one, other) or _one_disaster(one, other) or _one_plan(one, other) or _began(one, other):
        return 1.0 + shared
    one_day = one.fact.value == other.fact.value and len(str(one.fact.value)) == DAY
    if one_day and shared >= SAME_DAY and len(common) >= 3 and weigh(common) >= ENOUGH:
        return shared
    if one.fact.value != other.fact.value or one.actor != other.actor:
        return 0.0
    needed = {MONTH: ENOUGH, DAY: WEIGHTY}.get(len(str(one.fact.value)), math.inf)
    one_class = bool(set(one.classes) & set(other.classes))
    return shared if one_class and weigh(common) >= needed else 0.0


def _one_disaster(one: Subject, other: Subject) -> bool:
    """One day on which people came to harm in one place, or a time long ago at which one thing harmed them.

    Or the day of what a story has one of, whatever it did: an explosion, a crash, a flood.
    """
    if one.fact.value != other.fact.value:
        return False
    first, second = set(one.classes), set(other.classes)
    if one.away and other.away and first & second & _HARM:
        harmed = len(first & second) >= 2
    elif len(str(one.fact.value)) != DAY:
        harmed = False
    elif one.own & other.own & _DISASTERS:
        harmed = not one.local or not other.local or bool(one.local & other.local)
    else:
        harmed = bool(one.local & other.local) and bool(first & _HARM) and bool(second & _HARM)
    return harmed and not (_SAYS.search(one.fact.what) or _SAYS.search(other.fact.what))


def is_one_plan(one: Subject, other: Subject, weigh: Weigh) -> bool:
    """Whether both are days to come of what is told with all words of the shorter, a verb and a noun.

    A name that one has alone must be of the story's setting, not of another place the same is planned for.
    """
    for subject in (one, other):
        if len(str(subject.fact.value)) != DAY or str(subject.fact.value) <= str(subject.published or "9"):
            return False
    words = one.own if len(one.own) <= len(other.own) else other.own
    if not words <= one.own & other.own or any(weigh(frozenset((name,))) >= 1 for name in _alone(one, other)):
        return False
    return any(word[0] == "*" for word in words) and any(word[0] not in "=*" for word in words)


def _alone(one: Subject, other: Subject) -> frozenset[str]:
    return frozenset(word for word in one.own ^ other.own if word[0] == "=")


def _other(one: Subject, other: Subject) -> bool:
    """Whether the clauses have verbs of known classes, and none in common: opened is not held."""
    first, second = set(one.classes), set(other.classes)
    return bool(first and second) and not first & second and not _is_long(first, second)


def _is_long(first: set[str], second: set[str]) -> bool:
    return any(
        (begun & one and lasts & other)
        for begun, lasts in _LASTING
        for one, other in ((first, second), (second, first))
    )


def _began(one: Subject, other: Subject) -> bool:
    """``has held Orla since 2031`` and ``seized Orla in 2031``: what began, and what has been since."""
    if one.fact.value != other.fact.value or one.local.isdisjoint(other.local):
        return False
    if (one.actor != other.actor and one.actor and other.actor) or not (_is_since(one) or _is_since(other)):
        return False
    first, second = _lasting(one), _lasting(other)
    return bool(first & second & _STATES) or _is_long(first, second)


def _lasting(subject: Subject) -> set[str]:
    """Its event classes, and that somebody leads where it says ``has run`` or ``has been``."""
    before = subject.fact.sentence.text[: max(0, subject.fact.start - subject.fact.sentence.start)]
    return {*subject.classes, *(("*lead",) if _RUNS.search(before) else ())}


def _is_since(subject: Subject) -> bool:
    fact = subject.fact
    return bool(_SINCE.search(fact.sentence.text[: max(0, fact.start - fact.sentence.start)][-12:]))


def _one_plan(one: Subject, other: Subject) -> bool:
    """One day or month far from those the papers are of, and one class of event; or a day ahead of one who acts."""
    if one.fact.value != other.fact.value:
        return False
    day = str(one.fact.value)
    far = len(day) >= MONTH and one.away and other.away
    one_deed = bool(one.classes) and one.classes[:1] == other.classes[:1]
    named = bool(one.actor) and one.actor == other.actor
    if not one_deed and not (far and named):
        return False
    ahead = len(day) == DAY and all(day > str(subject.published or "9") for subject in (one, other))
    if not ahead:
        return far and one_deed
    return named or (one_deed and not (one.actor and other.actor))


def events_alike(one: Subject, other: Subject, weigh: Weigh, copied: bool) -> float:
    """How sure it is that two clauses tell one event: 0 for no."""
    if copied:
        return 2.0
    if not set(one.classes[:2]) & set(other.classes[:2]) or one.actor != other.actor:
        return 0.0
    common = one.around & other.around
    alike = overlap(one.around, other.around, weigh)
    telling = any(token[0] not in "=*" for token in common) or bool(one.local & other.local)
    if telling and _same_names(one, other):
        return alike
    return alike if one.names & other.names and alike >= SAME and weigh(common) >= WEIGHTY else 0.0


def _same_names(one: Subject, other: Subject) -> bool:
    """Two names in common, and most of the names of the clause that has fewer."""
    common = len(one.names & other.names)
    return common >= 2 and common >= SAME_EVENT * min(len(one.names), len(other.names))


def one_core(one: Subject, other: Subject) -> bool:
    """One verb, the same names around it, and who acts is among them: passive and active tell one event."""
    names = one.names & other.names
    acting = one.actor == other.actor or {one.actor, other.actor} <= names
    within = one.actor == other.actor and (one.names <= other.names or other.names <= one.names)
    alike = len(names) >= 2 and (within or len(names) >= SAME_EVENT * len(one.names | other.names))
    return alike and acting and bool(set(one.classes[:2]) & set(other.classes[:2]))
