"""When two facts contradict each other: one subject, measure, scope and time, and values that cannot both be right."""

from __future__ import annotations

import math
import re

from briefings.facts import Fact
from briefings.reconcile.denials import denies
from briefings.reconcile.matching import FATES, agree, is_far, one_day, other_scope
from briefings.reconcile.measures import is_once, is_one_round, is_one_thing
from briefings.reconcile.occasions import ENOUGH, is_one_plan
from briefings.reconcile.overlaps import Weigh, mutual
from briefings.reconcile.subjects import Subject
from briefings.reconcile.values import dates_agree
from briefings.reconcile.words import token

SAME_SUBJECT, SAME_DEED = 0.7, 0.55  # of what is measured, for a contradiction; with one verb and place
SLIP = 10.0  # times: figures further apart than a zero too many are of two things
ALIKE_ENOUGH = 0.6  # of both clauses, for a contradiction told in other words
_MEN = frozenset((token("men"),))  # "six men died" is at odds with eight people, though not with two women
_CHANGING = frozenset((fate,) for fate in FATES)
_WHOLE = re.compile(r"(?:\d|\b[a-z]+) of (?:the|its|their|all)(?: [a-z]+)? $")
# ``after 62 minutes`` and ``a seven-month high`` tell when, not how long anything took
_WHEN = re.compile(r"\b(?:after|within|every|for the first time in) (?:just |only |about |almost )?$", re.I)
_RECORD = re.compile(r"[- ](?:high|low|peak|best|record)\b")


def _is_beyond(one: Subject, other: Subject) -> bool:
    """Whether the figures are too far apart to be told of one thing."""
    first, second = one.figure, other.figure
    if first is None or second is None or first.size <= 0 or second.size <= 0:
        return False
    return max(first.size, second.size) > SLIP * min(first.size, second.size)


def contradict(one: Subject, other: Subject, weigh: Weigh, copied: bool) -> bool:
    """Whether two facts of one subject, measure, scope and time cannot both be right.

    In a copied sentence the subject is the same by its wording, so a changed figure is a contradiction.
    """
    if one.mention.article == other.mention.article:
        return False
    if copied:
        alike = one.group == other.group and _aligned(one, other)
        return alike and (_differ(one, other) or is_far(one, other)) and one_day(one.fact, other.fact)
    if one.frame is None or one.frame != other.frame or not one_day(one.fact, other.fact):
        return False
    if not one.setting.meets(other.setting) or _tells_when(one) or _tells_when(other):
        return False
    if one.fact.kind == "date":
        return (_one_event(one, other, weigh) or is_one_plan(one, other, weigh)) and _differ(one, other)
    return (
        not other_scope(one, other)
        and _same_people(one, other)
        and _one_home(one, other)
        and _differ(one, other)
        and not _is_beyond(one, other)
        and is_one_round(one.own, other.own)
        and not _may_have_changed(one, other)
        and (_one_subject(one, other) or _one_setting(one, other, weigh) or _two_tolls(one, other))
        and _is_whole(one.fact) == _is_whole(other.fact)
    )


def _tells_when(subject: Subject) -> bool:
    """Whether a length of time only says when something happened."""
    fact = subject.fact
    if fact.kind != "duration":
        return False
    text, start, end = fact.sentence.text, fact.start - fact.sentence.start, fact.end - fact.sentence.start
    return bool(_WHEN.search(text[: max(0, start)][-30:]) or _RECORD.match(text, max(0, end)))


def _may_have_changed(one: Subject, other: Subject) -> bool:
    """Counts of the dead, the hurt or the missing, of papers of two days: such counts rise and fall.

    ``Eight people died, not six`` says that six never was right.
    """
    if denies(one.fact, other.fact) or denies(other.fact, one.fact):
        return False
    dated = one.published and other.published and one.published != other.published
    return bool(dated) and one.group[1] == "people" and one.classes[:1] in _CHANGING


def _one_subject(one: Subject, other: Subject) -> bool:
    """What is measured is told in the same words, a noun among them; counts of people need more than that."""
    if is_once(one.measure):
        where = one.group[1] == "speed" or one.own & one.local == other.own & other.local
        return where and one.places == other.places and is_one_thing(one.measure, one.own, other.own)
    nouns = [token for token in one.own & other.own if token[0] not in "=*"]
    common = len(one.own & other.own) / math.sqrt(max(1, len(one.own) * len(other.own)))
    one_deed = bool(one.frame and one.frame.measure) and one.places == other.places
    needed = SAME_DEED if one_deed else SAME_SUBJECT
    return bool(nouns) and one.group[1] != "people" and common >= needed


def _one_setting(one: Subject, other: Subject, weigh: Weigh) -> bool:
    """The clauses around both figures are alike."""
    if is_once(one.measure):
        return False
    common = weigh(one.around & other.around)
    return common >= 1.0 and mutual(one.around, other.around, weigh) >= _needed(one, other)


def _two_tolls(one: Subject, other: Subject) -> bool:
    """Two counts of the dead, told of anyone, of one place."""
    return (
        one.group[1] == "people"
        and one.classes[:1] == ("*dead",) == other.classes[:1]
        and not one.special - _MEN
        and not other.special - _MEN
        and bool(one.local & other.local)
    )


def _is_whole(fact: Fact) -> bool:
    """``14 of the 930 stations``: 930 is what there are, not what the line is about."""
    return bool(_WHOLE.search(fact.sentence.text[: max(0, fact.start - fact.sentence.start)][-40:]))


def _needed(one: Subject, other: Subject) -> float:
    """How alike the clauses must be: less where what is measured is told in the same words of one event."""
    same = bool(one.classes) and one.group[1] == "people" and not one.special and not other.special
    return ALIKE_ENOUGH - (0.35 if same else 0.1 if one.classes else 0.0)


def _differ(one: Subject, other: Subject) -> bool:
    if one.fact.kind == "date":
        return not dates_agree(one.fact.value, other.fact.value)
    return one.fact.vague != other.fact.vague or not agree(one, other)


def _aligned(one: Subject, other: Subject) -> bool:
    """Whether the facts stand at one place of two copied sentences: the words around them, and what they count."""
    common = len(one.around & other.around)
    alike = common >= 2 and common >= 0.6 * max(1, min(len(one.around), len(other.around)))
    return alike and one.special == other.special


def _one_event(one: Subject, other: Subject, weigh: Weigh) -> bool:
    return (
        one.actor == other.actor
        and mutual(one.around, other.around, weigh) >= ALIKE_ENOUGH + 0.1
        and weigh(one.around & other.around) >= 2 * ENOUGH
    )


def _same_people(one: Subject, other: Subject) -> bool:
    """Counts of one kind of people: both of anyone, or sharing a more special word."""
    if one.group[1] != "people":
        return True
    first, second = one.special - _MEN, other.special - _MEN
    return first == second or bool(first & second)


def _one_home(one: Subject, other: Subject) -> bool:
    """Counts of those who live somewhere are of one place: a name is common to both, or one has none."""
    if one.classes[:1] != ("*live",) or other.classes[:1] != ("*live",):
        return True
    return not one.names or not other.names or bool(one.names & other.names)
