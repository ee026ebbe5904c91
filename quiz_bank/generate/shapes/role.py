"""Who holds an office: "Who was Prime Minister of Lorn on 3 May 2031?", "Which Lorn Shipping spokesman ...?".

Needs a full name and an office with its country or body. Refused: a bare "President", former and deputy
offices, heads of state and government under a header without a date, offices everybody knows.
"""

from __future__ import annotations

import re

from briefings.extract.nations import COUNTRY_WORDS, DEMONYMS
from quiz_bank.generate.clauses import Clause
from quiz_bank.generate.drafts import Draft, Frame, Refusal
from quiz_bank.generate.keys import person_key
from quiz_bank.generate.statements import Statement, checked
from quiz_bank.generate.subjects import names_in
from quiz_bank.generate.wording import prose_date

_NOT_IN_OFFICE = re.compile(
    r"\b(?:former|ex|deputy|vice|acting|late|then|interim|assistant|would-be|outgoing|retired)\b",
    re.IGNORECASE,
)
_HEAD = re.compile(
    r"\b(?:president|prime minister|premier|chancellor|king|queen|emperor|minister|secretary|mayor|governor|"
    r"senator|leader|pope)\b",
    re.IGNORECASE,
)
_KNOWN_TO_ALL = re.compile(
    r"\b(?:US|U\.S\.|United States|American|Russian?|Chin(?:a|ese)|Brit(?:ain|ish)|UK|French|France|German|"
    r"Germany|Australian?|Indian?|UN|United Nations)\b"
)
_TOP = re.compile(
    r"\b(?:president|prime minister|chancellor|king|queen|secretary-general|secretary general)\b|\bpope\b",
    re.IGNORECASE,
)
_LEADING = re.compile(
    r"\b(?:president|premier|minister|chancellor|king|queen|prince|emir|pope|secretary|mayor|governor|senator|"
    r"ambassador|envoy|commissioner|commander|general|admiral|colonel|commodore|marshal|brigadier|captain|chief|"
    r"head|director|chairman|chairwoman|chair|leader|spokesman|spokeswoman|spokesperson|administrator|"
    r"liquidator|controller|co-ordinator|coordinator|owner|founder|manager|superintendent|inspector|sheriff|"
    r"attorney-general|prosecutor|judge|justice|magistrate|coroner|archbishop|bishop|imam|speaker|treasurer|"
    r"executive|coach|skipper|mp|congressman|congresswoman|organiser|organizer)\b",
    re.IGNORECASE,
)


_OF_A_COUNTRY = re.compile(
    r"\b(?:president|prime minister|premier|minister|chancellor|king|queen|emir|attorney-general|ambassador|"
    r"army chief|chief of|commander|leader|spokesman|spokeswoman)\b",
    re.IGNORECASE,
)


def _is_country(word: str) -> bool:
    return word in COUNTRY_WORDS or word in DEMONYMS


def make(frame: Frame) -> Draft | Refusal:
    """Who holds the office, on the article's day where that is known."""
    office, person = str(frame.fact.value).strip(), re.sub(r"['’]s?$", "", frame.fact.what.strip())
    refusal = _not_fit(office, person, frame)
    if refusal:
        return refusal
    published = frame.article.published
    if _HEAD.search(office) and published is None:
        return Refusal("changing figure", office)
    article = "the " if re.search(r"\b(?:of|for|at|in)\b", office) and not office[0].isupper() else ""
    if published:
        body = f"who was {article}{office}"
        ask = f"Who was {article}{office} on {prose_date(published)}?"
    else:
        body = f"who is named as {article}{office}"
        ask = f"Who is named as {article}{office}?"
    statement = Statement(Clause("", "", ""), "", "", False)
    return checked(frame, statement, Draft(ask, person_key(frame, person, office), body))


def _not_fit(office: str, person: str, frame: Frame) -> Refusal | None:
    if len(person.split()) < 2:
        full = frame.setting.persons.get(person)
        if full is None:
            return Refusal("no name", person)
    if _NOT_IN_OFFICE.search(office) or _NOT_IN_OFFICE.search(frame.fact.quote):
        return Refusal("former office", office)
    bodies = names_in(office, frame.setting, first=False)
    if not bodies or (not _OF_A_COUNTRY.search(office) and all(_is_country(word) for word in bodies)):
        return Refusal("bare role", office)
    if not _LEADING.search(office) or (_TOP.search(office) and _KNOWN_TO_ALL.search(office)):
        return Refusal("common knowledge", office)
    return None
