"""What a short form stands for: "What does the abbreviation LSC stand for?".

Needs an all-capital form and a name whose initials it is. Refused: forms every reader knows.
"""

from __future__ import annotations

import re

from quiz_bank.generate.drafts import Draft, Frame, Refusal, Statement
from quiz_bank.generate.keys import text_key
from quiz_bank.generate.statements import checked
from quiz_bank.generate.trimming import Clause

_KNOWN_TO_ALL = frozenset(
    str.split(
        "US USA UK UN EU BBC NATO TV AIDS HIV CIA FBI GDP CEO IS ISIS AP AFP UAE IMF WHO RAF WTO NHS NASA"
    )
)


def make(frame: Frame) -> Draft | Refusal:
    """The question for the long form."""
    form, name = str(frame.fact.value), re.sub(r"['’]s?$", "", frame.fact.what)
    if not re.fullmatch(r"[A-Z]{3,7}", form) or form in _KNOWN_TO_ALL:
        return Refusal("common knowledge" if form in _KNOWN_TO_ALL else "shape", form)
    initials = "".join(word[0] for word in re.findall(r"[A-Za-z]+", name) if word[0].isupper())
    if initials != form:
        return Refusal("shape", name)
    body = f"What does the abbreviation {form} stand for"
    statement = Statement(Clause("", "", ""), "", "", False)
    return checked(frame, statement, Draft(f"{body}?", text_key(frame, name), body))
