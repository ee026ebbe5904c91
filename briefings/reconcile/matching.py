"""When two facts say the same thing, and when they contradict each other.

Both questions need one subject, one measure, one scope and one time; only then are values compared. Facts
that fail the first test are simply two facts: 300,000 inhabitants do not contradict 350,000 displaced.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Callable, Sequence
from functools import lru_cache
from itertools import groupby

from briefings.extract.saying_words import SAYING, SHOWING
from briefings.facts import NUMERIC_KINDS, Fact
from briefings.reconcile.measures import is_one_thing
from briefings.reconcile.subjects import Subject
from briefings.reconcile.values import dates_agree

SAME = 0.5  # weighted share of the shorter subject that must be common to both
WEIGHTY = 2.0  # the weight that must be common where one name only is
ENOUGH = 1.5  # and the weight that must be common: one rare word and a frequent one
SAME_EVENT = 0.6
SAME_DAY = 0.45  # of the shorter clause, where both name one day
MONTH, DAY = len("2031-04"), len("2031-04-08")  # what tells an ISO month from a day
FEWEST = 14  # facts: a shorter article is counted as if it had so many, lest two uses look like a habit
SAME_SUBJECT = 0.7  # of the words for what is measured, for a contradiction
FAR = 1.3  # times: figures further apart are not one, however open their hedges leave them
ALIKE_ENOUGH = 0.6  # of both clauses, for a contradiction told in other words

REMEMBERED = 10_000  # sets of words whose weight is kept

_HARM = frozenset(("*dead", "*hurt"))
_DISASTERS = frozenset(("*blown", "*crash", "*flood"))
_SAYS = re.compile(rf"\b(?:{'|'.join(sorted(SAYING | SHOWING))})\b")
_WHOLE = re.compile(r"(?:\d|\b[a-z]+) of (?:the|its|their|all)(?: [a-z]+)? $")

Weigh = Callable[[frozenset[str]], float]


def weights(subjects: Sequence[Subject]) -> Weigh:
    """How much common words count: 1 for rare ones, down to 0.25 for those most facts of an article share.

    A word that many articles use of one fact each is evidence; a word that one article uses of most of its
    facts is the story's setting. So frequency is taken within articles, the highest one.
    """
    facts = Counter(subject.mention.article for subject in subjects)
    worth: dict[str, float] = {}
    by_article = sorted(subjects, key=lambda subject: subject.mention.article)
    for article, mine in groupby(by_article, key=lambda subject: subject.mention.article):
        for token, count in Counter(token for subject in mine for token in subject.around).items():
            share = count / max(facts[article], FEWEST)
            heavy = 1.0 if share <= 0.15 else 0.5 if share <= 0.35 else 0.25
            worth[token] = min(worth.get(token, 1.0), heavy)

    @lru_cache(maxsize=REMEMBERED)
    def weigh(tokens: frozenset[str]) -> float:
        return sum(worth.get(token, 1.0) for token in tokens)

    return weigh


def likeness(one: Subject, other: Subject, weigh: Weigh, copied: bool) -> float:
    """How sure it is that two facts say the same thing: 0 for no, else a figure to choose the best by."""
    if not one.may_agree(other) or one.group != other.group or one.fact.vague != other.fact.vague:
        return 0.0
    if not (copied or one.fact.kind == "role" or _one_time(one, other)):
        return 0.0
    return _LIKENESS.get(one.fact.kind, _figures)(one, other, weigh, copied)


def _figures(one: Subject, other: Subject, weigh: Weigh, copied: bool) -> float:
    if one.fact.change != other.fact.change or not _agree(one, other) or _far(one, other):
        return 0.0
    around = _overlap(one.around, other.around, weigh)
    if copied:
        return 2.0 + around
    if _other_scope(one, other):
        return 0.0
    own = _overlap(one.own, other.own, weigh)
    if _one_noun(one, other) or _one_way(one, other):
        return 1.0 + own + around
    return 0.0 if _other_measure(one, other) else _one_measure(one, other, own, around, weigh)


def _one_measure(one: Subject, other: Subject, own: float, around: float, weigh: Weigh) -> float:
    """How sure it is, of figures that agree and may be of one measure; the overlaps of their words are known."""
    if _one_toll(one, other):
        return 1.0 + around
    if _is_telling(one) and _is_telling(other) and _one_number(one, other):
        common = one.around & other.around
        return 1.0 + own + around if own > 0 or len(common) >= 2 or _one_actor(one, other) else 0.0
    if one.part != other.part or own == 0:
        return 0.0
    if _one_size(one, other) and _one_core(one, other):
        return 1.0 + own + around
    if around < SAME or weigh(one.around & other.around) < ENOUGH:
        return 0.0
    return own + around + (1.0 if _one_size(one, other) else 0.0)


def _agree(one: Subject, other: Subject) -> bool:
    """As ``values.agree``, of figures that are known."""
    if one.figure is None or other.figure is None:
        return one.fact.value == other.fact.value
    return one.figure.agrees(other.figure)


def _far(one: Subject, other: Subject) -> bool:
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
    less, more = (one, other) if len(one.own) <= len(other.own) else (other, one)
    words = less.own - less.special
    if not words <= more.own or one.group[1] == "people" or not _one_size(one, other):
        return False
    return one.part == other.part and any(word[0] not in "=*" for word in words)


def _one_way(one: Subject, other: Subject) -> bool:
    """One distance, and two places that both clauses name; one is enough where the figure is no round one."""
    if not one.fact.kind == other.fact.kind == "distance" or not _one_size(one, other):
        return False
    return len(one.local & other.local) >= (1 if _is_telling(one) else 2)


def _one_toll(one: Subject, other: Subject) -> bool:
    """One count of people, coarse or not, told of anyone, with one verb, and nothing that places them apart."""
    return (
        one.group[1] == "people"
        and _one_number(one, other)
        and bool(one.classes)
        and one.classes[:1] == other.classes[:1]
        and not one.special
        and not other.special
        and (bool(one.local & other.local) or not one.local or not other.local)
    )


def _dates(one: Subject, other: Subject, weigh: Weigh, copied: bool) -> float:
    if not dates_agree(one.fact.value, other.fact.value):
        return 0.0
    shared = _overlap(one.around, other.around, weigh)
    if copied:
        return 2.0 + shared
    common = one.around & other.around
    if shared >= SAME_EVENT and len(common) >= 2 and weigh(common) >= ENOUGH:
        return shared
    if _one_core(one, other) or _one_disaster(one, other) or _one_plan(one, other):
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
    if one.fact.value != other.fact.value or _SAYS.search(one.fact.what) or _SAYS.search(other.fact.what):
        return False
    first, second = set(one.classes), set(other.classes)
    if one.away and other.away and first & second & _HARM:
        return len(first & second) >= 2
    if len(str(one.fact.value)) != DAY:
        return False
    if one.own & other.own & _DISASTERS:
        return bool(one.local & other.local) or not one.local or not other.local
    return bool(one.local & other.local) and bool(first & _HARM) and bool(second & _HARM)


def _one_plan(one: Subject, other: Subject) -> bool:
    """One day or month far from those the papers are of, and one class of event."""
    same = (
        one.fact.value == other.fact.value and len(str(one.fact.value)) >= MONTH and one.away and other.away
    )
    return same and bool(one.classes) and one.classes[:1] == other.classes[:1]


def _roles(one: Subject, other: Subject, weigh: Weigh, copied: bool) -> float:
    people = frozenset(t for t in one.own if t.startswith("=")) & other.own
    if people:
        return 1.0 + _overlap(one.whole, other.whole, weigh)
    return 1.0 if one.fact.what and one.fact.what.casefold() == other.fact.what.casefold() else 0.0


def _events(one: Subject, other: Subject, weigh: Weigh, copied: bool) -> float:
    if copied:
        return 2.0
    if not set(one.classes[:2]) & set(other.classes[:2]) or one.actor != other.actor:
        return 0.0
    common = one.around & other.around
    alike = _overlap(one.around, other.around, weigh)
    telling = any(token[0] not in "=*" for token in common) or bool(one.local & other.local)
    if telling and _same_names(one, other):
        return alike
    return alike if one.names & other.names and alike >= SAME and weigh(common) >= WEIGHTY else 0.0


_LIKENESS: dict[str, Callable[[Subject, Subject, Weigh, bool], float]] = {
    "date": _dates,
    "role": _roles,
    "event": _events,
}


def _same_names(one: Subject, other: Subject) -> bool:
    """Two names in common, and most of the names of the clause that has fewer."""
    common = len(one.names & other.names)
    return common >= 2 and common >= SAME_EVENT * min(len(one.names), len(other.names))


def _one_core(one: Subject, other: Subject) -> bool:
    """One verb, the same names around it, and who acts is among them: passive and active tell one event."""
    names = one.names & other.names
    acting = one.actor == other.actor or {one.actor, other.actor} <= names
    within = one.actor == other.actor and (one.names <= other.names or other.names <= one.names)
    alike = len(names) >= 2 and (within or len(names) >= SAME_EVENT * len(one.names | other.names))
    return alike and acting and bool(set(one.classes[:2]) & set(other.classes[:2]))


def clash(one: Subject, other: Subject) -> bool:
    """Whether two exact figures are not one, even if a third, hedged one would go with both."""
    return (
        one.fact.kind in NUMERIC_KINDS
        and one.fact.qualifier is None
        and other.fact.qualifier is None
        and not _agree(one, other)
    )


def contradict(one: Subject, other: Subject, weigh: Weigh, copied: bool) -> bool:
    """Whether two facts of one subject, measure, scope and time cannot both be right.

    In a copied sentence the subject is the same by its wording, so a changed figure is a contradiction.
    """
    if one.mention.article == other.mention.article or one.fact.kind in ("role", "event"):
        return False
    if copied:
        alike = one.group == other.group and _aligned(one, other)
        return alike and (_differ(one, other) or _far(one, other)) and _one_day(one.fact, other.fact)
    if one.frame is None or one.frame != other.frame or not _one_day(one.fact, other.fact):
        return False
    if one.fact.kind == "date":
        return _one_event(one, other, weigh) and _differ(one, other)
    return (
        not _other_scope(one, other)
        and _same_people(one, other)
        and _differ(one, other)
        and (_one_subject(one, other) or _one_setting(one, other, weigh) or _two_tolls(one, other))
        and _is_whole(one.fact) == _is_whole(other.fact)
    )


def _one_subject(one: Subject, other: Subject) -> bool:
    """What is measured is told in the same words, a noun among them; counts of people need more than that."""
    if one.measure and one.places == other.places and is_one_thing(one.measure, one.own, other.own):
        return True
    nouns = [token for token in one.own & other.own if token[0] not in "=*"]
    common = len(one.own & other.own) / math.sqrt(max(1, len(one.own) * len(other.own)))
    return bool(nouns) and one.group[1] != "people" and common >= SAME_SUBJECT


def _one_setting(one: Subject, other: Subject, weigh: Weigh) -> bool:
    """The clauses around both figures are alike."""
    common = weigh(one.around & other.around)
    return common >= 1.0 and _mutual(one.around, other.around, weigh) >= _needed(one, other)


def _two_tolls(one: Subject, other: Subject) -> bool:
    """Two counts of the dead, told of anyone, of one place."""
    return (
        one.group[1] == "people"
        and one.classes[:1] == ("*dead",) == other.classes[:1]
        and not one.special
        and not other.special
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
    return one.fact.vague != other.fact.vague or not _agree(one, other)


def _aligned(one: Subject, other: Subject) -> bool:
    """Whether the facts stand at one place of two copied sentences: the words around them, and what they count."""
    common = len(one.around & other.around)
    alike = common >= 2 and common >= 0.6 * max(1, min(len(one.around), len(other.around)))
    return alike and one.special == other.special


def _one_event(one: Subject, other: Subject, weigh: Weigh) -> bool:
    return (
        one.actor == other.actor
        and _mutual(one.around, other.around, weigh) >= ALIKE_ENOUGH + 0.1
        and weigh(one.around & other.around) >= 2 * ENOUGH
    )


def _overlap(one: frozenset[str], other: frozenset[str], weigh: Weigh) -> float:
    """The weighted share of the smaller set that is common to both."""
    least = min(weigh(one), weigh(other))
    return weigh(one & other) / least if least else 0.0


def _mutual(one: frozenset[str], other: frozenset[str], weigh: Weigh) -> float:
    """The geometric mean of the common part of each set: high only if neither says much the other does not."""
    first, second = weigh(one), weigh(other)
    return weigh(one & other) / math.sqrt(first * second) if first and second else 0.0


def _other_measure(one: Subject, other: Subject) -> bool:
    """Event classes near both figures, and none in common: killed is not hurt, held is not lost.

    A measure that a field word names is told apart by it alone.
    """
    if one.measure or other.measure:
        return one.measure != other.measure
    return bool(one.classes and other.classes) and not set(one.classes) & set(other.classes)


def _other_scope(one: Subject, other: Subject) -> bool:
    """Places bound both figures, and not the same ones; a share of two countries is none of one of them."""
    if not one.places or not other.places:
        return False
    if one.fact.kind in ("share", "area"):
        return one.places != other.places
    return not one.places & other.places


def _same_people(one: Subject, other: Subject) -> bool:
    """Counts of one kind of people: both of anyone, or sharing a more special word."""
    if one.group[1] != "people":
        return True
    first, second = one.special, other.special
    return first == second or bool(first & second)


def _one_time(one: Subject, other: Subject) -> bool:
    """Neither fact is tied to a year or a day the other is not about."""
    if one.fact.kind == "date":
        return True
    if not _one_day(one.fact, other.fact):
        return _is_telling(one) and one.fact.value == other.fact.value
    return one.years == other.years or _is_telling(one)


def _one_day(one: Fact, other: Fact) -> bool:
    """Neither figure is a later state of the other."""
    return not (one.as_of and other.as_of) or dates_agree(one.as_of, other.as_of)
