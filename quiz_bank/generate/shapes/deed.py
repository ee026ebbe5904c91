"""Which holder of an office did something: "Which Lorn Shipping spokesman said the fares were a thank-you?".

Needs the office and the full name as the subject of the sentence, and a verb after them.
"""

from __future__ import annotations

import re

from quiz_bank.generate.clauses import Clause, to_its_end
from quiz_bank.generate.drafts import Draft, Frame, Refusal, Statement
from quiz_bank.generate.grammar import starts_with_verb
from quiz_bank.generate.keys import person_key
from quiz_bank.generate.shapes.role import not_fit, office_of
from quiz_bank.generate.statements import checked
from quiz_bank.generate.subjects import with_absolute_time, without_now


def make(frame: Frame) -> Draft | Refusal:
    """The sentence with ``Which OFFICE`` in place of office and name."""
    fact = frame.fact
    office, person = office_of(frame), fact.what.strip()
    refusal = not_fit(office, person, frame)
    if refusal and refusal.reason != "common knowledge":
        return refusal
    if re.match(r"[^ ]+['’]s ", office):
        return Refusal("shape", office)
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
    clause = to_its_end(Clause(f"Which {office}", "", rest))
    if clause is None:
        return Refusal("no clause")
    clause = without_now(with_absolute_time(clause, {}))
    statement = Statement(clause, "", "", False)
    body = clause.text
    if re.search(r"\b(?:it|they|this|these|those)\b", body):
        return Refusal("pronoun", body[:40])
    return checked(
        frame, statement, Draft(f"{body}?", person_key(frame, person, office), body, speaker=office)
    )
