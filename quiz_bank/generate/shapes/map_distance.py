"""How far apart two places are: a stated distance that the map bears out.

Needs a claim whose distance between two known places was compared with the great circle and found consistent.
Made: "About how many kilometres west of Lorn is Port Salm?". The key is what the source states, never the map's.
"""

from __future__ import annotations

from quiz_bank.generate.drafts import Draft, Frame, Refusal, Statement
from quiz_bank.generate.keys import number_key
from quiz_bank.generate.statements import checked
from quiz_bank.generate.trimming import Clause
from quiz_bank.generate.wording import hedge_of
from quiz_bank.generate.words import UNITS


def make(frame: Frame) -> Draft | Refusal:
    """The question for the distance between the two places of the claim's map check."""
    found = (
        one for one in frame.story.map_checks if one.claim == frame.claim.key and one.verdict == "consistent"
    )
    check = next(found, None)
    fact = frame.fact
    if check is None:
        return Refusal("shape", "no map bears it out")
    if fact.value_max is not None or fact.unit not in UNITS:
        return Refusal("shape", fact.quote)
    where = f"{check.direction} of" if check.direction else "from"
    unit = f"{hedge_of(fact)}how many {UNITS[fact.unit]}"
    body = f"{unit} {where} {check.end} is {check.start}"
    statement = Statement(Clause("", "", ""), "", "", False)
    key = number_key(frame, fact.unit)
    return checked(frame, statement, Draft(f"{body[:1].upper()}{body[1:]}?", key, body))
