"""Who holds an office: "Who was Prime Minister of Lorn on 3 May 2031?", "Which Lorn Shipping spokesman ...?".

Needs a full name and an office with its country or body. Refused: a bare "President", former and deputy
offices, heads of state and government under a header without a date, offices everybody knows.
"""

from __future__ import annotations

import re

from briefings.compose.datewords import in_words
from briefings.extract.nations import COUNTRIES, COUNTRY_WORDS, DEMONYMS
from briefings.extract.offices import HONORIFICS
from quiz_bank.generate.drafts import Draft, Frame, Refusal, Statement
from quiz_bank.generate.grammar import tokens
from quiz_bank.generate.keys import person_key
from quiz_bank.generate.statements import checked, placing_sentence
from quiz_bank.generate.trimming import Clause
from quiz_bank.generate.words import (
    AUXILIARIES,
    BODY_CLASSES,
    GENERIC_NAMES,
    IRREGULAR_PAST,
    PLACE_CLASSES,
    REPORTING,
)

_NOT_IN_OFFICE = re.compile(
    r"\b(?:cabinet minister|office minister|junior|"
    r"former|ex|deputy|vice|acting|late|jailed|imprisoned|detained|slain|exiled|founding|designated|incoming|"
    r"(?-i:new)|then|future|at the time|of the time|interim|assistant|associate|would-be|outgoing|retired)\b",
    re.IGNORECASE,
)
_LEAVING = re.compile(
    r"\b(?:resign(?:s|ed|ing|ation)|quit|stepp(?:ed|ing) down|ousted|deposed|succeed(?:s|ed)?|"
    r"overthrown|sacked|fired|dismissed|removed)\b"
)
_RANKS = (
    "(?:major|lieutenant|brigadier)-general|general|gen|colonel|col|major|captain|commodore|admiral|lieutenant|"
    "brigadier|sergeant|professor|prof|doctor"
)
_HEAD = re.compile(
    r"\b(?:president|prime minister|premier|chancellor|king|queen|emperor|minister|secretary|mayor|governor|"
    r"senator|leader|pope|chief of staff)\b",
    re.IGNORECASE,
)
_KNOWN_TO_ALL = re.compile(
    r"\b(?:US|U\.S\.|United States|American|Russian?|Chin(?:a|ese)|Brit(?:ain|ish)|UK|French|France|German|"
    r"Germany|Australian?|Indian?|Ital(?:y|ian)|Japan(?:ese)?|Canad(?:a|ian)|Spain|Spanish|UN|United Nations)\b"
)
_TOP = re.compile(
    r"\b(?:president|prime minister|chancellor|king|queen|secretary-general|secretary general)\b|\bpope\b",
    re.IGNORECASE,
)
_PREMIER = re.compile(r"\b(?:Chinese|China['’]s|French|Italian|Russian|Soviet) premier\b", re.IGNORECASE)
_CHIEF_OF_UN = re.compile(r"^(?:the )?(?:UN|U\.N\.|United Nations) (?:chief|head|leader|boss)$")
_POPE = re.compile(r"\bpope\b", re.IGNORECASE)
_FAITHS = frozenset(
    str.split("sheikh sheik haji mullah ayatollah imam maulana father sister reverend rev rabbi")
)
LEADING = re.compile(
    r"\b(?:president|premier|minister|chancellor|king|queen|emir|pope|secretary|secretary-general|mayor|governor|"
    r"ambassador|envoy|commissioner|commander|commandant|chief|(?<!-)head|director|chairman|chairwoman|chair|leader|"
    r"spokesman|spokeswoman|spokesperson|administrator|liquidator|controller|co-ordinator|coordinator|owner|"
    r"founder|manager|superintendent|attorney-general|archbishop|bishop|speaker|treasurer|chief executive|coach|"
    r"CEO|attorney general|skipper|captain|organiser|organizer|boss|officer overseeing [^,]+)\b",
    re.IGNORECASE,
)


_QUOTED_ONLY = re.compile(
    r"\b(?:analyst|strategist|economist|scientist|researcher|correspondent|designer|professor|lecturer|"
    r"academic|expert|author|writer|editor|journalist|reporter|commentator|consultant|dealer|trader|broker|"
    r"dealing manager|fund manager|"
    r"investment director of|head of (?:[A-Za-z]+ ){0,3}"
    r"(?:strategy|research|trading|economics|equity|equities|investments?|markets))s?\b",
    re.IGNORECASE,
)
_OF_A_COUNTRY = re.compile(
    r"\b(?:president|prime minister|premier|minister|chancellor|king|queen|emir|attorney-general|ambassador|"
    r"secretary|army chief|chief of|commander|leader|spokesman|spokeswoman)\b",
    re.IGNORECASE,
)


_PERSON_OF = re.compile(r"^[A-Z][a-z]+ [A-Z][a-z]+ of [A-Z]")
_MANAGER = re.compile(
    r"\b(?:director|head|manager|strategist|vice-president|executive|officer|investment chief)\b",
    re.IGNORECASE,
)
_MISREAD = re.compile(
    r"\b[Cc]o-?founder\b|"
    r"\d{3}| with | from [A-Z]|^another\b|^director of [^,]*['’]s |\bCup$|"
    r"\bcounterpart\b|^(?:adviser|advisor|aide|assistant)\b|"
    r"^director of [^,]*(?:department|division|unit|section)$|^(?:and|also|visiting) |(?<!\bU\.S)\. |"
    r"(?:[Aa]mbassador|[Ee]nvoy)$|"
    r"\b(?:for|of) (?:International|National|Public|Foreign|Federal)$"
)
_MINISTER = re.compile(r"\bminister\b", re.IGNORECASE)
_OF_SOMEBODY = re.compile(
    r"\bof the [A-Z][a-z]+-based [a-z]+$|(?:^|\bthe )[a-z]+['’]s? "
)  # the department's: of whom is not said
_OFTEN = 3  # times an article names the firm or body whose manager or spokesman it quotes
_FOUNDER = re.compile(r"\b(?:founder|owner)\b", re.IGNORECASE)
_SPEAKS = re.compile(r"\bspokes(?:man|woman|person)\b", re.IGNORECASE)
_OF_MANY = re.compile(
    r"\b(?:military|army|police|government|campaign|embassy) spokes|\bdelegation\b", re.IGNORECASE
)
_JOINED = re.compile(r"(?:^|[^\w ] ?|\b[a-z]+ )([A-Z][\w]+) and $")
_CUT_OFFICE = re.compile(r" (?:of|the|and|for|to|in)$")
_OF_A_PARTY = re.compile(
    r"^(?:[Tt]he )?(?:Conservative|Labour|Labor|Liberal|Democratic|Democracy|Republican|Communist|Socialist|National|"
    r"People['’]s|Green|Unity|Progressive|Nationalist|Reform)(?: Party['’]?s?)? "
    r"|\b(?:of|for) (?:the )?(?:[A-Z][a-z]+ )?(?:Greens?|Labou?r|[A-Z][a-z]+(?:ive|al|ist|ic|an)) [Pp]arty$"
)
_OF_A_BRANCH = re.compile(
    r"\b(?:[Mm]inist(?:ry|er)|[Dd]epartment|[Cc]ommittee|[Ss]ecretary|[Cc]ommissioner) (?:of|for) (?:the )?"
    r"(?:Foreign|Home|Public|International|Internal|Interior|Industry|Health|Education|Finance|Defen[cs]e|Justice|Trade|"
    r"Transport|Agriculture|Energy|Labou?r|Tourism|Culture|Environment|Economy|Planning|Information|Europe|Sports?)\b"
)
_BARE_SECRETARY = re.compile(
    r"(?:the )?(?:(?:[A-Z][a-z]+ ){1,2}Secretary|Europe [Mm]inister)"
)  # of which government is not said
_WORLD = frozenset(("UN", "EU", "United", "European", "US", "UK"))
_CUT_NAME = re.compile(r"[A-Z]{2,}$")  # what stands for a party before a name that was cut wrongly
_SHORTEST_ACRONYM = 3
_HONORIFIC = re.compile(rf" (?:{'|'.join(sorted(word.capitalize() for word in HONORIFICS | _FAITHS))})$")
_IN_TWO_WORDS = ("secretary", "attorney", "governor", "director", "consul", "auditor", "solicitor")
_OF_A_NAME = re.compile(
    r" (?:of|for|at) (?:the )?(?!(?:Parliament|Congress|Senate|Government|Cabinet|Commons|"
    r"Public|State|Foreign|Home|Internal|Staff|Police)\b)[A-Z][\w'’\-]+"
)
_OF_A_STATE = re.compile(
    r"\b(?:minister|premier|treasurer|attorney-general|governor|secretary)\b", re.IGNORECASE
)
_PARTS = BODY_CLASSES | frozenset(
    str.split(
        "detective inspector constable superintendent sergeant "
        "national federal central general armed forces budget treasury finance foreign home interior defence defense "
        "health education tourism transport trade labour labor agriculture environment justice police fire bureau "
        "department organization organisation census affairs election elections electoral parliament senate house "
        "supreme high transition immigration customs weather aviation civil coast guard "
        "public state people's opposition parliamentary "
        "executive managing operating officer "
        "unit division branch section service office safety statistics chief national state regional senior"
    )
)


def known_to_all(office: str) -> bool:
    """Whether the office is the highest of a big country or of the world, so that its holder is no news."""
    highest = _TOP.search(office) and _KNOWN_TO_ALL.search(office)
    highest = highest or _CHIEF_OF_UN.search(office)
    return bool(highest or _PREMIER.search(office) or _POPE.search(office))


def _has_body(office: str, frame: Frame) -> bool:
    """Whether the office names its institution, or its country where a country has one such office."""
    words = [re.sub(r"['’]s?$", "", word) for word in re.findall(r"[A-Z][\w'’\-]*", office)]
    bodies = frame.setting.bodies
    own = [
        word
        for word in words
        if word not in GENERIC_NAMES
        and not LEADING.fullmatch(word)
        and word.lower() not in _PARTS | PLACE_CLASSES
    ]
    named = [
        word
        for word in own
        if word in bodies
        or _is_country(word)
        or (len(word) >= _SHORTEST_ACRONYM and (word.isupper() or _is_a_firm(word, office, frame)))
    ]
    if _OF_A_NAME.search(office):
        return True
    if _MINISTER.search(office) and not (
        _of_a_nation(office) or any(word in frame.setting.places for word in own)
    ):
        return False
    if _OF_A_STATE.search(office) and not any(_is_country(word) or word in bodies for word in own):
        return False
    if named and all(_is_country(word) for word in own):
        return bool(_OF_A_COUNTRY.search(office))
    return bool(named) or len(own) > 1


def _is_a_firm(word: str, office: str, frame: Frame) -> bool:
    """Whether a name that the article prints within a sentence stands before a plain office: ``Kessel chairman``."""
    setting = frame.setting
    return (
        bool(re.fullmatch(rf"{re.escape(word)}(?:['’]s?)? [a-z][a-z\- ]+", office))
        and word in setting.known - setting.lower
        and not _OF_A_PARTY.match(office)
    )


def _is_country(word: str) -> bool:
    return word in COUNTRY_WORDS or word in DEMONYMS


def _of_a_nation(office: str) -> bool:
    """Whether the office names a country, its people or the United Nations."""
    words = (re.sub(r"['’]s?$", "", word) for word in re.findall(r"[A-Z][\w'’\-]*", office))
    return "U.S." in office or any(_is_country(word) or word in _WORLD for word in words)


def make(frame: Frame) -> Draft | Refusal:
    """Who holds the office, on the article's day where that is known."""
    office, person = office_of(frame), re.sub(r"['’]s?$", "", frame.fact.what.strip())
    refusal = not_fit(office, person, frame)
    if refusal:
        return refusal
    if _is_outsider(office, frame):
        return Refusal("common knowledge", "a quoted outsider")
    published = frame.article.published
    setting = placing_sentence(frame) if published is None and _HEAD.search(office) else ""
    if published is None and _HEAD.search(office) and not setting:
        return Refusal("changing figure", office)
    owner = re.match(r"(.+?)['’]s? ", office)
    article = "" if owner and (" " not in owner[1] or owner[1] in COUNTRIES) else "the "
    body = f"who was {article}{office}" if published else f"who is named as {article}{office}"
    day = f" on {in_words(published)}" if published else ""
    statement = Statement(Clause("", "", ""), "", "", False)
    ask = f"{body[0].upper()}{body[1:]}{day}?"
    key = person_key(frame, person, office)
    return checked(frame, statement, Draft(ask, key, body, context=setting, near=True, headed=bool(setting)))


def _is_outsider(office: str, frame: Frame) -> bool:
    """Whether a manager is quoted whose firm the article hardly names, or a founder is named by the way."""
    surname = frame.fact.what.split()[-1]
    if _FOUNDER.search(office):
        return len(re.findall(rf"\b{re.escape(surname)}\b", frame.setting.text)) < _OFTEN
    if not (_MANAGER.search(office) or _SPEAKS.search(office)) or _of_a_nation(office):
        return False
    if not (REPORTING | {"according"}) & set(tokens(frame.fact.sentence.text)):
        return False
    named = [word for word in re.findall(r"[A-Z][\w\-]+", office) if not LEADING.fullmatch(word)]
    firm = [word for word in named if not _is_country(word)]
    return bool(firm) and all(
        len(re.findall(rf"\b{re.escape(word)}", frame.setting.text)) < _OFTEN for word in firm
    )


def office_of(frame: Frame) -> str:
    """The office as a question names it: no rank beside another office, a country in the genitive."""
    office = re.sub(r"\s+", " ", str(frame.fact.value)).strip(" ,")
    office = re.sub(rf"^(?:{_RANKS}), |(?:,? (?:{_RANKS}))+$", "", office, flags=re.IGNORECASE)
    for bare, form in frame.setting.glued:
        if bare in office and form not in office:
            office = office.replace(bare, form)
    printed = re.search(r"(?:['’]s?)? ".join(map(re.escape, office.split())), frame.fact.quote)
    office = re.sub(r"\s+", " ", printed.group()) if printed else office
    office = re.sub(r"\b((?:of|for) [A-Z][\w ]*?) \1\b", r"\1", office)
    office = _HONORIFIC.sub("", office)
    if office.lower().endswith(_IN_TWO_WORDS) and re.search(
        rf"{re.escape(office)}[ -][Gg]eneral\b", frame.fact.sentence.text
    ):
        office = f"{office} {'General' if office.split()[-1][0].isupper() else 'general'}"
    first, _, rest = office.partition(" ")
    return (
        f"{first}'s {rest}"
        if first in COUNTRIES
        and first != "Europe"
        and not first.isupper()
        and rest
        and not rest.startswith("of")
        else office
    )


def _was_in_office(person: str, frame: Frame) -> bool:
    """Whether the article or its title calls the person former or late anywhere."""
    surname = re.escape(person.split()[-1])
    text = f"{frame.article.title or ''} {frame.setting.text}"
    if re.search(
        rf"{surname}\W[^.]{{0,30}}\b(?:was|were|been) (?:killed|assassinated|murdered)\b"
        rf"|\b(?:death|killing|assassination|murder) of [^.,;]{{0,40}}{surname}\b",
        text,
    ):
        return True
    return bool(re.search(rf"\b(?:former |late |ex-)(?:[\w'’\-]+ ){{0,5}}{surname}\b", text, re.IGNORECASE))


def _goes_on(office: str, frame: Frame) -> bool:
    """Whether a part of the office was cut off: ``director of Salm/Lorn``, ``[Customs and] Harbour Commissioner``."""
    start = frame.fact.start - frame.fact.sentence.start
    joined = _JOINED.search(frame.fact.sentence.text[:start])
    persons = {part for person in frame.setting.persons.values() for part in person.split()}
    if joined and office[:1].isupper() and not persons & set(joined[1].split()):
        return True
    body = re.escape(office.rpartition(" ")[2])
    return " of " in office and bool(re.search(rf"\b{body}(?:/\w|['’]s? [a-z])", frame.fact.sentence.text))


def _is_one_of_many(office: str, frame: Frame) -> bool:
    """Whether the office has several holders, or nothing but a party or a branch tells which it is."""
    if re.search(rf"\ban? (?:[a-z]+ )?{re.escape(office)}\b", frame.fact.sentence.text):
        return True
    if _BARE_SECRETARY.fullmatch(office) and not _of_a_nation(office):
        return True
    nameless = _OF_A_PARTY.search(office) or _OF_A_BRANCH.search(office)
    return bool(_OF_MANY.search(office) or (nameless and not _of_a_nation(office)))


def _office_holders(frame: Frame) -> set[str]:
    """The people of the article whose office it tells; a firm may bear a name like theirs."""
    held = {fact.what for fact in frame.article.facts if fact.kind == "role"}
    return held.intersection(frame.setting.persons.values())


def not_fit(office: str, person: str, frame: Frame) -> Refusal | None:
    """Why an office and its holder are not asked for, or None."""
    leads = LEADING.search(office.partition(" of ")[0]) or LEADING.search(office.rpartition(" ")[2])
    of_a_person = _PERSON_OF.search(office) and not leads
    if _MISREAD.search(office) or ", " in office or of_a_person:
        return Refusal("shape", office)
    if len(person.split()) < 2:
        full = frame.setting.persons.get(person)
        if full is None:
            return Refusal("no name", person)
    if (
        _LEAVING.search(frame.fact.sentence.text)
        or _NOT_IN_OFFICE.search(office)
        or _NOT_IN_OFFICE.search(frame.fact.quote)
        or _was_in_office(person, frame)
    ):
        return Refusal("former office", office)
    verbal = office.split()[-1] in IRREGULAR_PAST | AUXILIARIES
    cut = verbal or _CUT_OFFICE.search(office) or REPORTING & set(office.split()) or _goes_on(office, frame)
    if cut or any(name in office for name in _office_holders(frame)):
        return Refusal("shape", office)
    initial = re.fullmatch(r"[A-Z]\.", person.split()[0]) and re.search(r" (?:to|and) ", office)
    if (
        initial
        or _CUT_NAME.match(person.split()[0])
        or re.search(rf"{re.escape(person)}-\s?\w", frame.setting.text)
    ):
        return Refusal("no name", person)
    if _is_one_of_many(office, frame):
        return Refusal("bare role", office)
    if _OF_SOMEBODY.search(office) or not _has_body(office, frame):
        return Refusal("bare role", office)
    if not leads or _QUOTED_ONLY.search(office) or known_to_all(office):
        return Refusal("common knowledge", office)
    return None
