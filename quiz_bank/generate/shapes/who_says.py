"""Which body says something: "According to which body or group has the dam lost a third of its water?".

Needs a sentence that opens with the name of a group and a reporting verb, and a statement with a name of its own.
Made: "Fill the gap with the name of a group, body or company: “____ says the dam of Lorn has lost ...”".
Refused: statements that tell nothing without the speaker, and speakers everybody quotes.
"""

from __future__ import annotations

import re

from briefings.stories import NameKind
from quiz_bank.generate.completeness import complete
from quiz_bank.generate.drafts import Draft, Frame, Refusal, Statement
from quiz_bank.generate.grammar import has_subject_and_verb, tokens
from quiz_bank.generate.keys import name_key
from quiz_bank.generate.statements import checked, made_plain
from quiz_bank.generate.subjects import has_name
from quiz_bank.generate.trimming import Clause, trimmed
from quiz_bank.generate.wording import in_quotes

_OPENING = re.compile(r"(?:But |And |Meanwhile,? |However,? )?(?P<the>[Tt]he )?$")
_SAYS = re.compile(
    r"(?: has| have)? (?P<verb>says?|said|warns?|warned|claims?|claimed|estimates?|estimated|announced|confirmed|"
    r"predicts?|predicted|believes?|denies|denied|insists?|insisted)(?: that)? (?=\S)"
)
_PRINTS = re.compile(
    r"\b(?:Times|Post|News|Daily|Herald|Tribune|Journal|Guardian|Telegraph|Mail|Sun|Star|Gazette|Xinhua|Reuters|TV|Radio|"
    r"Agency|Press|Magazine|Weekly|BBC|CNN|Television)\b"
)  # who prints what others say
_FEWEST_SAID = 8  # words of a statement that is worth its speaker
_SELF = re.compile(r"\b(?:it|its|they|their|we|our|he|she|his|her)\b", re.IGNORECASE)


def make(frame: Frame, kind: NameKind) -> Draft | Refusal:
    """The statement after a gap for the group that makes it."""
    if kind != "group" or _PRINTS.search(frame.fact.quote):
        return Refusal("too plain", "who said so")
    fact = frame.fact
    start = fact.start - fact.sentence.start
    whole = trimmed(fact.sentence.text, start, start + len(fact.quote))
    opening = _OPENING.match(whole.before) if whole else None
    says = _SAYS.match(whole.after) if whole else None
    if whole is None or opening is None or says is None or frame.fact.attribution not in (None, fact.quote):
        return Refusal("too plain", "who said so")
    told = made_plain(frame, Clause("", "", whole.after[says.end() :]))
    if told is None or not has_subject_and_verb(told.text) or not complete(told.text):
        return Refusal("no clause", whole.after[:40])
    if len(tokens(told.text)) < _FEWEST_SAID or _SELF.search(told.text):
        return Refusal("too plain", "who said so")
    if not has_name(told.text, frame.setting, first=False):
        return Refusal("unnamed subject", told.text[:40])
    body = f"{opening['the'] or ''}____ {says['verb']} that {told.text.strip()}"
    statement = Statement(Clause(body, "", ""), "", "", False)
    ask = f"Fill the gap with the name of a group, body or company: {in_quotes(body)}"
    return checked(frame, statement, Draft(ask, name_key(frame, kind), body))
