"""How old somebody was: "How old was Ada Salm, who was rescued off Lorn?".

Needs ``NAME, 53,``, ``NAME (53)`` or ``53-year-old NAME`` with a full name.
Refused: ages of groups and of people without a name.
"""

from __future__ import annotations

import re

from quiz_bank.generate.clauses import to_its_end
from quiz_bank.generate.drafts import Draft, Frame, Refusal, Statement
from quiz_bank.generate.grammar import starts_with_verb, tokens
from quiz_bank.generate.keys import number_key
from quiz_bank.generate.setting import NAME
from quiz_bank.generate.statements import checked
from quiz_bank.generate.subjects import with_absolute_time, without_now
from quiz_bank.generate.trimming import Clause
from quiz_bank.generate.words import AUXILIARIES, GENERIC_NAMES, IRREGULAR_PAST, REPORTING

_NAMED = re.compile(rf"({NAME.pattern})(?:, | \()$")


_DIED = re.compile(r"\b(?:has |had )?died\b[^.;:]{0,60}\b(?:aged|at(?: the age of)?) \d{1,3}$")
_YEARS_OLD = re.compile(r"-year-old$")
_NAME_NEXT = re.compile(rf"^ (?P<name>{NAME.pattern}) (?P<rest>.+)$")
_PLAIN = Statement(Clause("", "", ""), "", "", False)


def make(frame: Frame) -> Draft | Refusal:
    """The age, with what happened to the person where the sentence goes on with it."""
    fact = frame.fact
    sentence = fact.sentence.text
    before = re.sub(r"\s+", " ", sentence[: fact.start - fact.sentence.start])
    after = re.sub(r"\s+", " ", sentence[fact.end - fact.sentence.start :])
    died = _at_death(frame, before)
    if died:
        return died
    named = _NAMED.search(before)
    if named is None and _YEARS_OLD.search(fact.quote):
        return _before_name(frame, after)
    if named is None or " " not in named[1] or fact.value_max is not None:
        return Refusal("shape", fact.quote)
    return _asked(frame, named[1], re.sub(r"^[,)]", "", after))


def _at_death(frame: Frame, before: str) -> Draft | Refusal | None:
    """The age at which the one person named before ``died`` did; None for other sentences."""
    fact = frame.fact
    told = _DIED.search(f"{before}{fact.quote}")
    if told is None or fact.value_max is not None:
        return None
    people = [
        name for name in dict.fromkeys(frame.setting.persons.values()) if name in before[: told.start()]
    ]
    if len(people) != 1:
        return None
    body = f"At what age did {people[0]} die"
    return checked(frame, _PLAIN, Draft(f"{body}?", number_key(frame, "year"), body))


def _before_name(frame: Frame, after: str) -> Draft | Refusal:
    """The age where it stands before the name: ``53-year-old Ada Salm was rescued``."""
    named = _NAME_NEXT.match(after)
    if named is None or " " not in named["name"] or named["name"].split()[0] in GENERIC_NAMES:
        return Refusal("shape", frame.fact.quote)
    return _asked(frame, named["name"], f" {named['rest']}")


def _asked(frame: Frame, name: str, following: str) -> Draft | Refusal:
    rest = following.rstrip(" .")
    deed = ""
    if starts_with_verb(rest):
        clause = to_its_end(Clause("It", "", rest))
        deed = without_now(with_absolute_time(clause, {})).text[2:].strip() if clause else ""
    first = (tokens(deed)[:1] or ("",))[0].lower()
    if not (first.endswith("ed") or first in AUXILIARIES | IRREGULAR_PAST):
        return Refusal("shape", "nothing is told of the person")
    if tokens(deed)[0].lower() in REPORTING:
        return Refusal("shape", "nothing but a statement is told of the person")
    body = f"How old was {name}, who {deed}"
    return checked(frame, _PLAIN, Draft(f"{body}?", number_key(frame, "year"), body))
