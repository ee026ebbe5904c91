"""Gate 2, whose: nouns that need an owner beside them, and the ``it`` of a body that speaks of itself."""

from __future__ import annotations

import re

from quiz_bank.generate.drafts import Draft, Frame
from quiz_bank.generate.subjects import TITLED, names_in

_RELATED = re.compile(
    r"(?:Opponents|Supporters|Critics|Rivals|Members|Requests|Calls|Organi[sz]ers|Delegates|Participants|Creditors|"
    r"Backers|"
    r"Ministers|Lawmakers|Legislators|Leaders|Relatives|Colleagues|Victims|Survivors|Passengers|"
    r"Applicants|Entries|Orders) "
    r"(?!(?:of|in|at|from|for|on|to) )(?=[a-z])"
)
PART_OF_THE = re.compile(r"(?:how many|____) of the [a-z]+s\b(?! (?:of|in|at|from|who|that) )", re.IGNORECASE)
"""``How many of the deaths``: of which deaths is not said."""
_SAID_IT = re.compile(
    r"\b(?:said|says|announced|reported|confirmed|added|claimed|estimated)(?: [A-Z][a-z]+day)?(?: that)? it "
)


def related_to_nobody(draft: Draft) -> str:
    """``Opponents`` where the clause opens with them and does not say whose; empty for other subjects."""
    found = None if draft.context else _RELATED.match(draft.body)
    return found.group() if found else ""


def speaks_of_itself(draft: Draft, frame: Frame) -> bool:
    """Whether ``it`` opens what a named body says of itself: ``Kessel Shipping said it had lost 40 boats``."""
    if not draft.body.lower().startswith("it ") or TITLED.search(draft.speaker):
        return False
    persons = {part for person in frame.setting.persons.values() for part in person.split()}
    named = set(names_in(draft.speaker, frame.setting, first=False))
    return bool(named) and named.isdisjoint(persons) and bool(_SAID_IT.search(frame.fact.sentence.text))
