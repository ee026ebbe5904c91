"""Which is the largest or the last: "Which city is the largest in the east?".

Needs a sentence that says so of one name. Refused: names that stand in the question themselves.
"""

from __future__ import annotations

from quiz_bank.generate.drafts import Draft, Frame, Refusal, Statement
from quiz_bank.generate.keys import place_key, text_key
from quiz_bank.generate.statements import checked
from quiz_bank.generate.subjects import with_absolute_time, without_now
from quiz_bank.generate.trimming import Clause
from quiz_bank.generate.words import PLACE_CLASSES


def make(frame: Frame, noun: str) -> Draft | Refusal:
    """The question for the name that is the superlative one of its ``noun``."""
    fact = frame.fact
    clause = Clause(f"which {noun} {fact.value}", "", "")
    body = without_now(with_absolute_time(clause, {})).text
    key = (
        place_key(frame, fact.what, noun) if noun in PLACE_CLASSES | {"place"} else text_key(frame, fact.what)
    )
    statement = Statement(Clause("", "", ""), "", "", False)
    return checked(frame, statement, Draft(f"{body[:1].upper()}{body[1:]}?", key, body))
