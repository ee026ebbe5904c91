"""The year in the name of a treaty, a war or another event: "the ____ Treaty of Lorn".

Needs a year straight before a noun that names an event or an act; refused before anything else ("the 2030
model").
"""

from __future__ import annotations

import re

from quiz_bank.generate.drafts import Draft, Frame, Refusal
from quiz_bank.generate.keys import date_key
from quiz_bank.generate.statements import checked, lead, opened, state

_EVENT = re.compile(
    r"^\s(?:[\w\-–]+ ){0,4}?(?:agreement|treaty|accords?|pact|convention|declaration|constitution|armistice|"
    r"war|coup|revolution|uprising|invasion|advance|offensive|massacre|earthquake|siege|hijacking|bombings?|"
    r"attacks?|riots?|famine|world cup|olympics|games|referendum|elections?|peace deal|ceasefire)\b",
    re.IGNORECASE,
)


def make(frame: Frame) -> Draft | Refusal:
    """The clause with a gap for the year."""
    fact = frame.fact
    if not re.fullmatch(r"\d{4}", fact.quote):
        return Refusal("shape", fact.quote)
    statement = state(frame)
    if isinstance(statement, Refusal):
        return statement
    clause = statement.clause
    if not re.search(r"\b(?:the|a|an|its|their|his|her)\s$", clause.before) or not _EVENT.match(clause.after):
        return Refusal("shape", fact.quote)
    body = f"{clause.before}____{clause.after}".strip()
    quoted = (body[:1].upper() + body[1:]).replace("“", "‘").replace("”", "’").replace('"', "'")
    ask = f"{opened(lead(frame, statement), 'which year is missing?', frame.setting)} “{quoted}.”"
    return checked(
        frame, statement, Draft(ask, date_key(frame, str(fact.value)), body, speaker=statement.speaker)
    )
