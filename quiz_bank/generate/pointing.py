"""Gate 2, self-contained: checks on the words of a question that point to something outside it."""

from __future__ import annotations

import re

from briefings.extract.calendar_words import MONTH_NAMES, WEEKDAY_NAMES
from briefings.extract.nations import COUNTRY_WORDS, DEMONYMS
from briefings.extract.nouns import singular
from briefings.extract.offices import OFFICES
from briefings.extract.people_words import is_people
from quiz_bank.generate.belonging import PART_OF_THE, related_to_nobody, speaks_of_itself
from quiz_bank.generate.drafts import Draft, Frame, Refusal
from quiz_bank.generate.grammar import has_verb, starts_with_verb, subject_of, verb_index
from quiz_bank.generate.stems import share_a_noun
from quiz_bank.generate.subjects import OF_A_PLACE, TITLED, has_name, names_in
from quiz_bank.generate.words import (
    BODY_CLASSES,
    FIRST_PERSON,
    FUNCTION_WORDS,
    GENERIC_NAMES,
    IRREGULAR_PAST,
    IRREGULAR_PLURALS,
    PERSONAL,
    PLACE_CLASSES,
    POSSESSIVES,
    PREPOSITIONS,
    PRESENT_VERBS,
    PRONOUNS,
    UNIQUE_NOUNS,
)

GAP = "____"
_ANY_NAME = "Name"  # stands in for a gap
_NAMES = frozenset(("place", "person", "text"))  # kinds of key that fill a gap with a name
_SAID_BEFORE = frozenset(
    str.split(
        "matter issue decision move proposal remarks comments plan dispute claim claims allegations incident"
    )
)
_TOGETHER = frozenset(str.split("band trio duo pair crew family"))
_ONE_MORE = frozenset(str.split("other remaining latter former same new latest next previous"))
_FEW_WORDS = 7  # before an object pronoun: with fewer, only the subject stands there, which it cannot mean
_WORD = re.compile(r"[A-Za-z][\w'’\-]*")
_YEAR = re.compile(r"\d{4}(?!\d)")
_RANKS = frozenset(str.split("first second third last next final past present previous following only same"))
_BIG = frozenset(("UN", "US", "EU", "NATO", "UK"))
_COMPASS = frozenset(("North", "South", "East", "West", "Central", "Latin"))
_FAITHS = frozenset(
    ("Islamic", "Muslim", "Christian", "Catholic", "Jewish", "Communist", "Western", "Soviet")
)
_HELD_BY_ONE = frozenset(
    str.split(
        "president premier minister leader king queen emperor chancellor governor mayor ambassador pope"
    )
)
_ONE_OF_A_NATION = frozenset(str.split("capital army navy ministry court council parliament coalition"))
_THINGS = frozenset(
    str.split(
        """
        facility building ship plane aircraft vessel boat ferry tanker helicopter jet truck bus train flight firm maker
        embargo operation raid attack offensive strike incursion blast deal agreement
        report study survey plan project town mission team
        """
    )
)
_MANY_OF_A_NATION = (PLACE_CLASSES | BODY_CLASSES | _THINGS) - _ONE_OF_A_NATION
_OWN = re.compile(r"['’]s?$")
_PRONOUN_FIRST = re.compile(r"(It|He|She|They|Its|His|Her|Their)\b")
_ITS_FIRST = re.compile(r"(?:Its|His|Her|Their) ", re.IGNORECASE)  # whose: the speaker's as often as not
_REPORTED_THEY = re.compile(
    r"\b(?:promised|said|says|claimed|insisted|hoped|feared|warned|hopes) (?:that )?they\b"
)
_CURRENCY = re.compile(
    r"\b[A-Z][a-z]+ (?=(?:francs?|dollars?|pounds?|kron(?:er|or|a)|crowns?|rupees?|pesos?)\b)"
)
_EMPTY_IT = re.compile(r"\bit (?:was|is) (?:[a-z]+ ){0,3}(?:how many|____)")
_SAID_OF_IT = re.compile(r" (?:is|was|has been) (?:(?:[a-z]+ )?that|to(?! be)|feared|clear|believed)")
_A_PERSON = re.compile(
    r"\b(?:man|woman|boy|girl|husband|wife|father|mother|spokesman|spokeswoman|leader|president|minister)\b",
    re.IGNORECASE,
)
_PLURAL_OR_NEW = re.compile(r"\b(?:an?|[A-Za-z][a-z]+s|people|men|women|children|police|residents) ")
_DEMONSTRATIVE = re.compile(
    r"^Each [a-z]+ |"
    r"\b(?:this|these|those|such)(?: (?!one)[a-z]+)|^(?:That|This|These|Those|Such|Other|Another|Both)\b"
    r"|^(?:All|Both) (?:two|three|four|five|six|seven|eight|nine|ten|of)\b"
    r"|\b(?:of|for|by|than|like|with|on|at|from|to|[Dd]uring|[Bb]efore|[Ss]ince|[Uu]nder|[Dd]espite) that\b"
    r"|\b(?!said|warned|claimed|added|argued|noted|announced|insisted)[a-z]+ed that [a-z]+ (?:to|by|from|in|on|at)\b"
    r"|\b[Ii]n that (?!(?:it|he|she|they|the|an?)\b)"
    r"|(?<!of )\b[Tt]he same (?!day|time|year|month|week|period|date|hour|night)[a-z]+"
    r"|\b(?:the|an|and|how many) others?\b|\b[Ii]n another (?:two|three|four|five)\b"
    r"|\bclose behind\b|\ba similar [a-z]+\b(?! (?:to|as)\b)"
    r"|\banother (?:of\b|partner|man|woman|person|firm|company|group|suspect|member|official)\b"
    r"|\b(?:next|last|first|other|another|latest|previous) one\b"
    r"|^One (?:is|was|has|had|involved|[a-z]+ed) "
    r"|^(?:Many|Some|Most|Several|Few|All|None|Each|Neither|Others) (?:are|is|were|was|have|has|had|[a-z]+ed)\b"
    r"|\bthere\b(?! (?:is|are|was|were|has|have|had|will|would)\b)"
    r"|\bone$|\b(?:the former|the latter|each other's|elsewhere|as well|likewise|in turn|here)\b"
)
_DEFINITE = re.compile(r"\b[Tt]he (?=((?:(?!of\b|in\b|to\b)[\w'’\-]+ ?){1,6}))")
_PEOPLE_ONLY = re.compile(r"^The [A-Z][a-z]+s (?=[a-z])")
_OF_A_TOWN = re.compile(r"^The [A-Z][\w ]+, (?:[A-Z][\w.]+|[a-z]+), [a-z]")  # "The Salm, Lorn, company"
_ONE_OF_A_PEOPLE = re.compile(r"^The (?:[A-Z][a-z]+ )?([A-Z][a-z]+) (?=[a-z])")
_ONE_PERSON = frozenset(["man", "woman", "boy", "girl", "child", "couple"])
_MANY_IN_A_TEXT = _SAID_BEFORE | BODY_CLASSES | PLACE_CLASSES | _ONE_PERSON | _TOGETHER
_NAMED_AFTER = re.compile(
    r"\s*(?:(?:of|between|against) \S+|"
    r"(?:in|for|from|on|at|near|with|to|by|under|behind|over|into|around|outside|across|fighting|run by|led by) "
    r"(?:(?:the|an?) )?(?:[a-z\-]+ ){0,2}(?!(?:US|A|NZ|C|HK|S)?[$£€¥])[A-Z]|"
    r"(?:the [a-z]+|[A-Z]\w+) (?:once|had|has|have) |(?:that|who|which|where|when|it|they|he|she) )"
)
_DAYS = "|".join((*MONTH_NAMES, *WEEKDAY_NAMES))
_CLASS_NAMED_AFTER = re.compile(
    rf"\s*(?:(?:of|in|at|near|for|on|fighting) (?!(?:{_DAYS})\b)(?:the )?[A-Z]|"
    r", (?:the|an?) [^,]*\b(?:of|in|at|near) (?:the )?[A-Z]|"
    r"(?:that|who|which|where|it|they|he) )"
)


def first_person(draft: Draft, frame: Frame) -> Refusal | None:
    """G2: words of a speaker about himself."""
    words = {word if word.isupper() else word.lower() for word in re.findall(r"[A-Za-z'’]+", draft.body)}
    found = (words | {"i"} if "I" in words else words) & FIRST_PERSON
    return Refusal("first person", min(found)) if found else None


def unnamed_subject(draft: Draft, frame: Frame) -> Refusal | None:
    """G2: no proper name in the clause, and no context shown; for the gap of a name its speaker may bear one."""
    related = related_to_nobody(draft)
    if related:
        return Refusal("unnamed subject", related)
    if has_name(draft.context or _CURRENCY.sub("", draft.body), frame.setting):
        return None
    if draft.titled or (draft.context and GAP in draft.body and draft.key.kind in _NAMES):
        return None
    if draft.key.kind in _NAMES and has_name(draft.speaker, frame.setting, first=False):
        return None
    if speaks_of_itself(draft, frame):
        return None
    return Refusal("unnamed subject")


def pronoun(draft: Draft, frame: Frame) -> Refusal | None:
    """G2: a pronoun with no noun before it in the question that it could mean."""
    empty = _EMPTY_IT.search(draft.body)
    if empty:
        return Refusal("pronoun", empty.group())
    owned = not draft.context and _ITS_FIRST.match(draft.body)
    if owned or (draft.context and not _carries_on(draft, frame)):
        return Refusal("pronoun", draft.body[:20])
    text = f"{draft.context} {draft.speaker}, {draft.body}".lstrip(" ,")
    for found in _WORD.finditer(text):
        word = found.group()
        low = _SHORTENED.sub("", word.lower()) if "'" in word or "’" in word else word.lower()
        if low not in PRONOUNS | POSSESSIVES or word == "US":
            continue
        if low == "it" and _SAID_OF_IT.match(text[found.end() :]):
            continue
        if low == "it" and speaks_of_itself(draft, frame):
            continue
        if not _has_referent(low, text[: found.start()], frame):
            return Refusal("pronoun", word)
    reported = _REPORTED_THEY.search(draft.body)
    if reported:
        return Refusal("pronoun", reported.group())
    return Refusal("pronoun", "object") if _means_no_subject(draft, frame) else None


_SHORTENED = re.compile(r"['’](?:s|re|ve|ll|d)$")  # it's, they've
_OBJECT = re.compile(r"\b(?P<last>[a-z]+) (?:it|them|him)\b(?P<next> [a-z]+)?")
_TAKES_OBJECT = PREPOSITIONS | IRREGULAR_PAST | PRESENT_VERBS
_NEW_CLAUSE = re.compile(r"[,;:]|\b(?:that|which|who|when|where|while|after|before|as|and|but|because|if)\b")


def _means_no_subject(draft: Draft, frame: Frame) -> bool:
    """Whether an object pronoun has no name to mean but its own clause's subject: ``IS had held it since``."""
    for found in _OBJECT.finditer(draft.body):
        before = draft.body[: found.start()]
        if not (found["last"] in _TAKES_OBJECT or found["last"].endswith("ed")):
            continue
        if starts_with_verb((found["next"] or "").strip()) or _NEW_CLAUSE.search(before):
            continue
        if _SAID_OF_IT.match(draft.body[found.start() + len(found["last"]) + 3 :]):
            continue
        subject = subject_of(draft.body)
        if subject and not names_in(before[len(subject) :], frame.setting, first=False):
            return True
    return False


def _carries_on(draft: Draft, frame: Frame) -> bool:
    """Whether a pronoun that opens the clause can only mean the subject of the sentence shown before it."""
    opening = _PRONOUN_FIRST.match(draft.body[:1].upper() + draft.body[1:])
    if opening is None:
        return True
    subject = subject_of(draft.context)
    named = names_in(subject, frame.setting)
    if not named:
        return False
    persons = {part for person in frame.setting.persons.values() for part in person.split()}
    if opening[1] in ("He", "She", "His", "Her") and not (persons & set(named) or _A_PERSON.search(subject)):
        return False
    if opening[1] in ("It", "Its") and (persons & set(named) or TITLED.search(subject)):
        return False
    return opening[1] in ("They", "Their") or " and " not in subject


def unlinked(draft: Draft, frame: Frame) -> Refusal | None:
    """G2: a sentence shown first that has nothing to do with the clause but to stand before it.

    A pronoun that opens the clause, a definite noun of the clause that the sentence holds, or the article's
    first two sentences following one another are links; a name that merely stands in it is none.
    """
    if (
        not draft.context
        or draft.adjoining
        or draft.near
        or draft.titled
        or _PRONOUN_FIRST.match(draft.body[:1].upper() + draft.body[1:])
    ):
        return None
    earlier = draft.context.lower()
    for found in _DEFINITE.finditer(draft.body):
        head, _ = _head(found[1].split())
        if re.search(rf"\b{re.escape(_OWN.sub('', head.lower()))}s?\b", earlier):
            return None
    if share_a_noun(draft):
        return None
    return Refusal("unnamed subject", "the sentence before tells of something else")


def _has_referent(word: str, earlier: str, frame: Frame) -> bool:
    named = [name for name in names_in(earlier, frame.setting) if name not in DEMONYMS]
    if word in ("them", "him") and len(earlier.split()) < _FEW_WORDS:
        return False
    if word in PERSONAL:
        known = {part for person in frame.setting.persons.values() for part in person.split()}
        return bool(known.intersection(named)) or bool(_A_PERSON.search(earlier))
    if word in ("it", "they", "them"):
        fronted = (_WORD.findall(earlier)[:1] or [""])[0].lower() in PREPOSITIONS
        short = fronted and len(earlier.split()) < _FEW_WORDS
        lead_in = (earlier.endswith(", ") or short) and not has_verb(earlier)
        return bool(named) and not lead_in
    return bool(named) or bool(_PLURAL_OR_NEW.search(earlier))


def definite_noun(draft: Draft, frame: Frame) -> Refusal | None:
    """G2: ``the crash`` where the question does not say which; a gap for a name says it as the name would."""
    body = draft.body.replace(GAP, _ANY_NAME) if draft.key.kind in _NAMES else draft.body
    alone = _ONE_OF_A_PEOPLE.match(draft.body)
    if alone and not draft.context and alone[1] in DEMONYMS and starts_with_verb(draft.body[alone.end() :]):
        return Refusal("definite noun", alone.group())
    if not draft.context and _OF_A_TOWN.match(draft.body):
        return Refusal("definite noun", draft.body[:40])
    if not draft.context and (_PEOPLE_ONLY.match(draft.body) or PART_OF_THE.match(draft.body)):
        return Refusal("definite noun", body[:20])
    for found in _DEFINITE.finditer(body):
        words = found[1].split()
        if words[0] == _ANY_NAME:
            continue
        head, length = _head(words)
        if (
            draft.adjoining
            and share_a_noun(draft)
            and _OWN.sub("", head.lower()) not in BODY_CLASSES | PLACE_CLASSES
        ):
            continue
        if draft.titled and _is_of_the_event(words, _OWN.sub("", head.lower())):
            continue
        earlier = f"{draft.context} {draft.speaker} {body[: found.start()]}"
        tail = body[found.start() + len("the ") + len(" ".join(words[:length])) :]
        if not _is_defined(words[:length], _OWN.sub("", head.lower()), earlier, tail, draft, frame):
            return Refusal("definite noun", f"the {' '.join(words)}")
    return None


def _is_of_the_event(words: list[str], noun: str) -> bool:
    """Whether a title says which one is meant: ``the match``, but no body or place and nothing told of before."""
    return words[0].lower() not in _ONE_MORE and noun not in _MANY_IN_A_TEXT


def _is_defined(words: list[str], noun: str, earlier: str, tail: str, draft: Draft, frame: Frame) -> bool:
    """Whether the noun of a definite phrase is named in it, after it, before it, or is one of its kind."""
    first = words[0]
    if _OWNED_CLASS.match(" ".join(words)) and not draft.context:
        place = _OWN.sub("", words[0]) in PLACE_CLASSES
        told = earlier.replace(draft.speaker, "", 1) if place and draft.speaker else earlier
        return _owner_is_named(words[0], told.strip(), frame)
    if _YEAR.match(first) or _has_own_name(words, noun, frame):
        return True
    if noun in _RANKS and len(words) == 1 and noun != "past":
        return bool(re.match(r" (?:of|to|in) ", tail))
    if noun in _SAID_BEFORE and not draft.context:
        return False
    if noun in UNIQUE_NOUNS or (first.lower() in _RANKS and first.lower() in UNIQUE_NOUNS):
        return True
    if noun == "government" and has_name(draft.body, frame.setting):
        return True
    if (first.endswith("est") or first in ("most", "least", "worst", "best")) and (
        len(words) > 1 or tail.startswith(" of")
    ):
        return True
    if any(frame.setting.stands_in(name, draft.body) for name in _names_of_class(noun, frame)):
        return True
    strict = noun in BODY_CLASSES | PLACE_CLASSES
    if (_CLASS_NAMED_AFTER if strict else _NAMED_AFTER).match(tail):
        return True
    meant = strict and len(words) <= _BARE and _means_one_name(noun, earlier, frame)
    return meant or bool(re.search(rf"\b{re.escape(noun)}s?\b", earlier, re.IGNORECASE))


_BARE = 2  # words of "the firm", "the energy firm"


def _means_one_name(noun: str, earlier: str, frame: Frame) -> bool:
    """Whether one name of its kind alone stands before the noun: a place's for ``the country``, else a body's."""
    persons = {part for person in frame.setting.persons.values() for part in person.split()}
    places = {part for place in frame.story.places for part in place.name.split()} | COUNTRY_WORDS
    found = {name for name in names_in(earlier, frame.setting) if name not in persons}
    if noun in PLACE_CLASSES:
        return len(found & places) == 1
    return len(found - places - DEMONYMS) == 1


_OWNED_CLASS = re.compile(rf"(?:{'|'.join(sorted(PLACE_CLASSES | BODY_CLASSES))})['’]s? ")


def _owner_is_named(owner: str, earlier: str, frame: Frame) -> bool:
    """Whether a name that ``the country's`` can mean, or its noun, stands earlier in the question."""
    noun = _OWN.sub("", owner)
    persons = {part for person in frame.setting.persons.values() for part in person.split()}
    named = set(names_in(earlier, frame.setting)) - persons
    return bool(named or re.search(rf"\b{re.escape(noun)}\b", earlier))


def _has_own_name(words: list[str], noun: str, frame: Frame) -> bool:
    """Whether a name stands in the phrase: of a nation alone it tells which army, but not which city.

    A place or a nation tells of one person only where one man holds the office, under a header with a date.
    """
    if words[-1] == noun and _is_one_person(noun) and _of_places(words, frame):
        return frame.setting.dated and noun in _HELD_BY_ONE
    names = [word for word in words if word[0].isupper() and not (_is_class(word) or OF_A_PLACE.search(word))]
    nations = all(word in _BIG | DEMONYMS | COUNTRY_WORDS | _COMPASS | _FAITHS for word in names)
    many = noun in _MANY_OF_A_NATION and words[-1].islower()
    return bool(names) and (not (nations and many) or sum(word in DEMONYMS for word in names) > 1)


def _is_one_person(noun: str) -> bool:
    """Whether the noun is a singular word for a person: ``star``, ``senator``."""
    return singular(noun) == noun and (noun in OFFICES or is_people(noun, noun))


def _of_places(words: list[str], frame: Frame) -> bool:
    """Whether every name in the phrase is a nation's or a place's."""
    places = {part for place in frame.story.places for part in place.name.split()}
    named = {word for word in words if word[0].isupper()}
    return bool(named) and all(word in DEMONYMS or word in _COMPASS or word in places for word in named)


def _is_class(word: str) -> bool:
    """Whether a word names no one though it has a capital: ``the Territory``, ``the Government``."""
    return word in GENERIC_NAMES or word.lower() in PLACE_CLASSES | BODY_CLASSES


def _names_of_class(noun: str, frame: Frame) -> tuple[str, ...]:
    setting = frame.setting
    return setting.classes.get(noun, setting.groups if noun in ("group", "militants", "jihadists") else ())


def _head(words: list[str]) -> tuple[str, int]:
    """The head noun of the words after ``the`` and how many words it takes: up to a verb or function word."""
    for i, word in enumerate(words):
        if word.lower() in IRREGULAR_PLURALS | _ONE_PERSON:
            return word, i + 1
        if i and (word.lower() in FUNCTION_WORDS or verb_index(["x", *words[: i + 1]]) == i + 1):
            return words[i - 1], i
    return words[-1], len(words)


def demonstrative(draft: Draft, frame: Frame) -> Refusal | None:
    """G2: this, those, such, other: words that point out of the question."""
    found = _DEMONSTRATIVE.search(draft.body) or _beside_nothing(draft, frame)
    return Refusal("demonstrative", found.group()) if found else None


def _beside_nothing(draft: Draft, frame: Frame) -> re.Match[str] | None:
    """``nearby Salm`` where no other name tells what it is near."""
    found = re.search(r"\bnearby [A-Z][\w'’\-]*(?: [A-Z][\w'’\-]*)*", draft.body)
    others = found and has_name(draft.body.replace(found.group(), ""), frame.setting)
    return None if others else found
