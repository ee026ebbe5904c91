"""How far one place is from another: "About how far west of B is A?".

Needs two named places around the figure ("A, 60 km west of B, ...") or a copula ("the boats were 40 km from
B"). Refused where either end has no name.
"""

from __future__ import annotations

import re

from quiz_bank.generate.drafts import Draft, Frame, Refusal, Statement
from quiz_bank.generate.keys import number_key
from quiz_bank.generate.setting import NAME
from quiz_bank.generate.statements import checked, first_accepted, lead, opened
from quiz_bank.generate.subjects import has_name
from quiz_bank.generate.trimming import Clause
from quiz_bank.generate.wording import hedge_of
from quiz_bank.generate.words import PLACE_CLASSES

_COMPASS = r"(?:north|south|east|west|northeast|northwest|southeast|southwest)"
_DIRECTION = (
    rf"(?:(?:due )?(?:north|south)?-?{_COMPASS}(?: of| from)|from|away from|off|outside|inland from|"
    r"upstream of|downstream of)"
)
_CLASSES = "|".join(sorted(PLACE_CLASSES))
_NAME = NAME.pattern
_FAR = re.compile(
    rf"^(?:\s?\([^)]*\))?,? (?P<direction>{_DIRECTION}) (?P<there>(?:the )?(?:[a-z\-]+ ){{0,3}}?{_NAME}(?: [a-z]+)?)"
)
_HERE = re.compile(
    r"(?:^|\b(?:in|at|near|of|from|to|on|reached|entered|left|around) |, |the )"
    rf"(?:(?:the )?(?:[a-z\-]+ )?(?:{_CLASSES}) of )?(?P<here>{_NAME})(?:,| which is| that is)?\s*$"
)
_COPULA = re.compile(
    r"^(?P<subject>.{3,120}?) (?P<copula>is|are|was|were|lies|lie|lay|stands|stand|stood|sits)"
    r"(?: located| situated)?$"
)
_IS = {"lies": "is", "lie": "are", "lay": "was", "stands": "is", "stand": "are", "stood": "was", "sits": "is"}


def make(frame: Frame) -> Draft | Refusal:
    """The question between the two places, or between what moves and a place."""
    fact = frame.fact
    if fact.value_max is not None or fact.change:
        return Refusal("shape")
    statement = frame.told
    sentence = fact.sentence.text
    raw_after = re.sub(r"\s+", " ", sentence[fact.end - fact.sentence.start :])
    raw_before = re.sub(r"\s+", " ", sentence[: fact.start - fact.sentence.start])
    far = _FAR.match(raw_after)
    if far is None:
        return Refusal("shape", fact.quote)
    if re.match(r" [A-Z]", raw_after[far.end() :]):
        return Refusal("shape", "a name cut short")
    if _OF_ITS_EDGE.match(raw_after[far.end() :]) or far["there"].endswith(
        (" border", " coast", " frontier")
    ):
        return Refusal("definite noun", far["there"])
    there = _without_class(far["there"], frame)
    hedge = hedge_of(fact)
    how = f"{hedge}how far {far['direction']} {there}"
    here = _HERE.search(raw_before)
    if here and has_name(here["here"], frame.setting, first=False):
        body = f"{how} is {_OPENING.sub('', here['here'])}"
        plain = Statement(_EMPTY, "", "", False)
        return checked(frame, plain, Draft(f"{body[:1].upper()}{body[1:]}?", number_key(frame), body))
    if isinstance(statement, Refusal):
        return statement
    return first_accepted(frame, statement, lambda variant: _from_there(frame, variant, how))


_OF_ITS_EDGE = re.compile(
    r" (?:border|coast|frontier|line)\b"
)  # "from the Saudi border": of which part is not said
_OPENING = re.compile(r"^(?:In|At|Near|From|The) ")


def _from_there(frame: Frame, statement: Statement, how: str) -> Draft | Refusal:
    copula = _COPULA.match(statement.clause.before.strip())
    if copula is None:
        return Refusal("shape", frame.fact.quote)
    subject = opened("x", copula["subject"], frame.setting)[1:]
    body = f"{how} {_IS.get(copula['copula'], copula['copula'])} {subject}"
    ask = opened(lead(frame, statement), body, frame.setting) + "?"
    return checked(frame, statement, Draft(ask, number_key(frame), body, speaker=statement.speaker))


def _without_class(there: str, frame: Frame) -> str:
    """The place's name without a following lower-case word unless that word is its class."""
    words = there.split()
    if words[-1].islower() and words[-1] not in PLACE_CLASSES:
        words.pop()
    return " ".join(words)


_EMPTY = Clause("", "", "")
