"""The year in the name of a treaty, a war or another event: "the ____ Treaty of Lorn".

Needs a year straight before a noun that names an event or an act; refused before anything else ("the 2030
model").
"""

from __future__ import annotations

import re

from quiz_bank.generate.drafts import Draft, Frame, Refusal, Statement
from quiz_bank.generate.grammar import has_verb
from quiz_bank.generate.keys import date_key
from quiz_bank.generate.statements import checked, lead, opened
from quiz_bank.generate.trimming import Clause
from quiz_bank.generate.wording import in_quotes

_EVENT = re.compile(
    r"^\s(?:[\w\-–]+ ){0,4}?(?:agreement|treaty|accords?|pact|convention|declaration|constitution|armistice|"
    r"war|coup|revolution|uprising|invasion|advance|offensive|massacre|earthquake|siege|hijacking|bombings?|"
    r"attacks?|riots?|famine|world cup|olympics|games|referendum|elections?|peace deal|ceasefire)\b",
    re.IGNORECASE,
)


_PROPER = re.compile(
    r"^\s((?:[A-Z][\w\-–]+ ){1,4}"
    r"(?:[Aa]greement|[Tt]reaty|[Aa]ccords?|[Pp]act|[Cc]onvention|[Dd]eclaration|[Aa]rmistice))\b"
)


def make(frame: Frame) -> Draft | Refusal:
    """The clause with a gap for the year."""
    fact = frame.fact
    if not re.fullmatch(r"\d{4}", fact.quote):
        return Refusal("shape", fact.quote)
    treaty = _PROPER.match(fact.sentence.text[fact.end - fact.sentence.start :])
    if treaty:
        body = f"from which year does the {treaty[1]} date"
        alone = Statement(Clause("", "", ""), "", "", False)
        return checked(frame, alone, Draft(f"F{body[1:]}?", date_key(frame, str(fact.value)), body))
    statement = frame.told
    if isinstance(statement, Refusal):
        return statement
    if statement.uncut:
        return Refusal("no clause", statement.clause.text[:60])
    clause = statement.clause
    in_name = re.search(r"\b(?:the|a|an|its|their|his|her)\s$", clause.before) and _EVENT.match(clause.after)
    in_subject = clause.before.endswith(" since ") and not has_verb(clause.before)
    if not in_name and not in_subject:
        return Refusal("shape", fact.quote)
    body = f"{clause.before}____{clause.after}".strip()
    ask = f"{opened(lead(frame, statement), 'which year is missing?', frame.setting)} {in_quotes(body)}"
    return checked(
        frame, statement, Draft(ask, date_key(frame, str(fact.value)), body, speaker=statement.speaker)
    )
