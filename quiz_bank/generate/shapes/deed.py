"""Which holder of an office did something: "Which Lorn Shipping spokesman said the fares were a thank-you?".

Needs the office and the full name as the subject of the sentence, and a verb after them.
"""

from __future__ import annotations

import re

from quiz_bank.generate.clauses import to_its_end
from quiz_bank.generate.drafts import Draft, Frame, Refusal, Statement
from quiz_bank.generate.grammar import has_verb, starts_with_verb, tokens
from quiz_bank.generate.keys import person_key
from quiz_bank.generate.shapes.role import not_fit, office_of
from quiz_bank.generate.statements import checked
from quiz_bank.generate.subjects import with_absolute_time, without_now
from quiz_bank.generate.trimming import Clause
from quiz_bank.generate.words import REPORTING, STATEMENTS

_FEWEST_SAID = 9  # words of a statement that is worth its speaker
_FEWEST_WORDS = 4  # of a deed: "has resigned" alone tells too little of which holder is meant


def make(frame: Frame) -> Draft | Refusal:
    """The sentence with ``Which OFFICE`` in place of office and name."""
    fact = frame.fact
    office, person = office_of(frame), fact.what.strip()
    refusal = not_fit(office, person, frame)
    if refusal:
        return refusal
    owned = re.match(r"(?P<owner>(?!.* of )[A-Z][\w ]*)['’]s (?P<office>.+)$", office)
    office = f"{owned['office']} of {owned['owner']}" if owned else office
    sentence = re.sub(r"\s+", " ", fact.sentence.text)
    quote = re.sub(r"\s+", " ", fact.quote)
    opening = re.match(r"(?:But |And |Meanwhile,? |However, )?(?:[Tt]he )?", sentence)
    start = opening.end() if opening else 0
    if not sentence[start:].startswith(quote):
        return Refusal("shape", quote)
    rest = sentence[start + len(quote) :].rstrip(" .")
    rest = with_absolute_time(Clause("", "", rest.removeprefix(",")), {}).after
    if '"' in rest or "“" in rest or not starts_with_verb(rest):
        return Refusal("shape", rest[:40])
    clause = to_its_end(Clause("It", "", rest))
    if clause is None:
        return Refusal("no clause")
    told = without_now(with_absolute_time(clause, {})).after
    says = (REPORTING | STATEMENTS) & {word.lower() for word in tokens(told)[:3]}
    if says and len(tokens(told)) < _FEWEST_SAID:
        return Refusal("too plain", told)
    if says and not has_verb(told.partition(tokens(told)[0])[2]):
        return Refusal("shape", told)
    if tokens(told)[-1].lower() in REPORTING or len(tokens(told)) < _FEWEST_WORDS:
        return Refusal("shape", told)
    body = f"Which {office}{told}"
    statement = Statement(Clause(body, "", ""), "", "", False)
    if re.search(r"\b(?:it|they|this|these|those)\b", body):
        return Refusal("pronoun", body[:40])
    return checked(
        frame, statement, Draft(f"{body}?", person_key(frame, person, office), body, speaker=office)
    )
