"""The figure asked for where it stands: how many, what percentage, how long, how much, how far.

Needs a clause with a named subject. Made: "IS has lost more than what percentage of ...?" and, where the
figure opens the clause, "How many residents of Port Salm have ...?". Refused: attributive numbers ("a
ten-day siege"), figures in a clause that goes on after a relative clause, counts of one.
"""

from __future__ import annotations

import re

from quiz_bank.generate.drafts import Draft, Frame, Refusal
from quiz_bank.generate.keys import number_key
from quiz_bank.generate.statements import Statement, checked, first_accepted, lead, opened, state
from quiz_bank.generate.wording import asked


def make(frame: Frame) -> Draft | Refusal:
    """The question with its question words in place of the figure."""
    statement = state(frame)
    if isinstance(statement, Refusal):
        return statement
    if statement.clause.reported_when:
        return Refusal("no clause")
    return first_accepted(frame, statement, lambda variant: _asked(frame, variant))


def _asked(frame: Frame, statement: Statement) -> Draft | Refusal:
    clause = statement.clause
    blank = asked(frame.fact, clause.after)
    if blank is None:
        return Refusal("attributive number", frame.fact.quote)
    before = re.sub(r"\b[Tt]he $", "", clause.before) if blank.words.endswith("how many") else clause.before
    body = f"{before}{blank.text}{clause.after}".strip()
    ask = opened(lead(frame, statement), body, frame.setting) + "?"
    draft = Draft(ask, number_key(frame, blank.unit), body, speaker=statement.speaker)
    return checked(frame, statement, draft)
