"""Naming what a clause is about: "the city" becomes its name where that is certain, "Mr X" the full name.

Pronouns are never guessed. A definite noun is resolved only where the article uses it for one name, or where
one such name stands in the sentence before; else it stays as it is and the checks refuse it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from briefings.compose.datewords import in_words
from briefings.extract.calendar_words import MONTH_NAMES, WEEKDAY_NAMES
from briefings.extract.nations import COUNTRIES
from quiz_bank.generate.grammar import starts_with_verb
from quiz_bank.generate.setting import Setting
from quiz_bank.generate.trimming import Clause
from quiz_bank.generate.words import (
    AUXILIARIES,
    BODY_CLASSES,
    CONJUNCTIONS,
    FUNCTION_WORDS,
    GENERIC_NAMES,
    IRREGULAR_PAST,
    MILITANT_CLASSES,
    PLACE_CLASSES,
    PREPOSITIONS,
    PRESENT_VERBS,
)

_CLASS = "|".join(sorted(PLACE_CLASSES | BODY_CLASSES | MILITANT_CLASSES))
# what a place or body is called beside its noun; others ("affected", "neighbouring") may tell of another one
_ADJECTIVES = (
    "northern|southern|eastern|western|north-?eastern|north-?western|south-?eastern|south-?western|central|coastal|"
    "besieged|embattled|war-torn|battered|stricken|strategic|ancient|historic|tiny|small|whole|entire|oil-rich|"
    "militant|jihadist|extremist|radical|rebel|Islamist|troubled|struggling|ailing|loss-making|budget"
)
_DEFINITE = re.compile(
    rf"(?P<the>[Tt]he)(?<!\w[Tt]he) (?:(?:{_ADJECTIVES}) )?(?P<noun>{_CLASS})(?P<own>['’]s?)?(?![\w\-])"
)
_DAY = "|".join(WEEKDAY_NAMES)
_MONTH = "|".join(MONTH_NAMES)
TITLED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss)\.? ([A-Z][\w'’\-]+)")
_DEFINED_AFTER = re.compile(
    rf" (?:(?:of|in|at|near|for) (?!(?:{_MONTH}|{_DAY})\b)(?:the )?[A-Z]|(?:that|who|where|of) )"
)
_GO_ON = (
    AUXILIARIES | PREPOSITIONS | CONJUNCTIONS | IRREGULAR_PAST | PRESENT_VERBS | frozenset(("that", "also"))
)
RELATIVE_TIME = re.compile(
    r"(?:\bat the (?:end|start|beginning) of |\ball (?=(?:this|last|next|day)\b))?"
    r"(?:\b(?:earlier|later|late|early) )?(?:\b(?:today|yesterday|tonight|tomorrow|overnight)\b"
    r"|\b(?:earlier |later )?this (?:morning|afternoon|evening|week|weekend|month|year)\b"
    r"|\b(?:at|over|during) the weekend\b|\b(?:last|next) (?:night|week|weekend|month|year)\b"
    rf"|\b(?:[Oo]n |last |next |[Bb]y |[Uu]ntil |[Ll]ate |[Ee]arly )?(?:{_DAY})"
    r"(?: (?:morning|afternoon|evening|night))?\b)"
    r"(?!['’])(?!(?<=day)(?<!yesterday)(?<!today) (?-i:[A-Z]))",  # not in "the Sunday Courier"
    re.IGNORECASE,
)
OF_TIME = re.compile(r"day|night|week|year|month|morning|afternoon|evening|tomorrow", re.IGNORECASE)
_NOW = re.compile(
    r"\b(?:(?<!between )now|currently|so far|still|already|recently|just|also|then|meanwhile|"
    r"however|initially)(?!-) ?\b"
    r"| here(?= |,|$)"
)
_GROUP_NOUNS = frozenset(["group", "organisation", "organization", "movement"])
NO_NAMES = frozenset(
    str.split(
        "HIV AIDS I AEDT AEST ACDT ACST AWST GMT UTC EST EDT PST PDT CET BST AM PM TV CEO GDP DNA "
        "Post Times Herald Guardian Telegraph Mail IPO MP MPs AGM PC VAT IT ID CD DVD PR HR"
    )
)
_WORD = re.compile(r"[A-Za-z][\w'’\-]*")
_OWN = re.compile(r"['’]s?$")
OF_A_PLACE = re.compile(r"-(?:based|born|owned|style|wide)$")  # "the Lorn-based firm" is not named
_DOMINANT = 2  # a focus name is printed at least twice as often as the next name of its class


def has_name(text: str, setting: Setting, first: bool = True) -> bool:
    """Whether a proper name stands in the text; ``first``: its first word opens a sentence."""
    return next(_names(text, setting, first), None) is not None


def names_in(text: str, setting: Setting, first: bool = True) -> list[str]:
    """The single words of proper names in the text, titles and bare offices left out."""
    return list(_names(text, setting, first))


def _names(text: str, setting: Setting, first: bool) -> Iterator[str]:
    for i, match in enumerate(_WORD.finditer(text)):
        word = match.group()
        if word == word.lower() or OF_A_PLACE.search(word):
            continue
        bare = _OWN.sub("", word)
        if bare in GENERIC_NAMES or bare in NO_NAMES or len(bare) == 1 or bare == bare.lower():
            continue
        if i == 0 and first and bare not in setting.known:
            follows = text[match.end() : match.end() + 2]
            common = bare.lower() in FUNCTION_WORDS or bare.lower() in setting.lower
            two = follows[:1] == " " and "A" <= follows[1:] <= "Z"
            if common or not (two or bare[1:] != bare[1:].lower()):
                continue
        yield bare


def resolve(clause: Clause, setting: Setting, recent: str, before_article: str) -> Clause:
    """The clause with its definite nouns and titled surnames named where that is certain.

    Args:
        clause: the clause as cut.
        setting: the article's names.
        recent: the sentence before and this sentence up to the clause.
        before_article: the article's text up to the clause's sentence.
    """
    whole = clause.text

    def name_definite(match: re.Match[str]) -> str:
        following = match.string[match.end() :]
        if match.string is clause.before and not following:
            following = " " + clause.mark
        return _named(match, following, whole, setting, recent, before_article)

    def name_person(match: re.Match[str]) -> str:
        return full_name(match[1], match.group(), setting, whole)

    before, after = clause.before, clause.after
    before = TITLED.sub(name_person, _DEFINITE.sub(name_definite, before))
    after = TITLED.sub(name_person, _DEFINITE.sub(name_definite, after))
    opening = re.match(r"([A-Z][\w\-]+)(['’]s)?,? (?![A-Z])", before)
    told = clause.text[opening.end() :] if opening else ""
    acts = opening is not None and (opening[2] or opening.group().endswith(", ") or starts_with_verb(told))
    told_before = opening is not None and setting.persons.get(opening[1], "") in before_article
    if opening and acts and told_before and opening[1] in setting.persons and opening[1] not in GENERIC_NAMES:
        full = full_name(opening[1], opening[1], setting, whole)
        before = full + before[len(opening[1]) :]
    return clause.with_text(_BARE_OFFICE.sub("", before), after)


NAMELESS_OFFICE = (
    "(?:Press Secretary|Director|Chairman|Chairwoman|Manager|Coach|Captain|Skipper|Spokesman|Spokeswoman|"
    "Editor|Founder|Boss)"
)
_BARE_OFFICE = re.compile(
    rf"^{NAMELESS_OFFICE} (?=[A-Z][\w'’\-]+ [A-Z][\w'’\-]+ [a-z])"
)  # of what is not said: the full name says who it is


def full_name(surname: str, printed: str, setting: Setting, clause: str) -> str:
    """The full name of a surname where one person bears it, unless the clause holds it already."""
    bare = re.sub(r"['’]s?$", "", surname)
    full = setting.persons.get(bare)
    if full is None or full in clause or _is_of_a_couple(bare, setting):
        return printed
    return full + surname[len(bare) :]


def _is_of_a_couple(surname: str, setting: Setting) -> bool:
    """Whether the article prints the surname of a man and of a woman: ``Mr Salm`` and ``Mrs Salm``."""
    man, woman = (
        rf"\b(?:{titles})\.? {re.escape(surname)}\b" for titles in ("Mr|Sir|Lord", "Mrs|Ms|Miss|Lady")
    )
    return bool(re.search(woman, setting.text) and re.search(man, setting.text))


def _named(
    match: re.Match[str], following: str, clause: str, setting: Setting, recent: str, before_article: str
) -> str:
    noun = match["noun"]
    printed = match.group()
    if noun in _OF_A_LEAGUE:
        return printed
    if not match["own"]:
        go_on = re.match(r" ?([\w\-]+)", following)
        if go_on and not (go_on[1].lower() in _GO_ON or go_on[1].lower().endswith(("ed", "ly"))):
            return printed
        if _DEFINED_AFTER.match(following):
            return printed
    name = focus_name(noun, setting, recent, before_article)
    if (
        not name
        or setting.stands_in(name, clause)
        or (noun in _FIRMS and _has_other_body(name, clause, setting))
    ):
        return printed
    own = "’" if match["own"] and name.endswith("s") else match["own"] or ""
    return class_phrase(noun, name, match["the"]) + own


_OF_A_LEAGUE = frozenset(("club", "team"))  # what stands before them is as often their league as their name
_LEAD = 400  # characters in which an article names the firm it is about
_FIRMS = frozenset(
    ("company", "firm", "group", "carrier", "airline", "bank", "insurer", "retailer", "party", "club")
)


def _has_other_body(name: str, clause: str, setting: Setting) -> bool:
    """Whether the clause names another body that ``the company`` may mean."""
    persons = {part for person in setting.persons.values() for part in person.split()}
    own = set(name.split())
    return any(
        word in setting.bodies and word not in own | persons and word not in setting.places
        for word in names_in(clause, setting)
    )


def focus_name(noun: str, setting: Setting, recent: str, before_article: str) -> str:
    """The one name the noun can stand for here, or an empty string."""
    if noun in MILITANT_CLASSES:
        candidates = setting.classes.get(noun) or setting.classes.get("group") or setting.groups
    else:
        candidates = setting.classes.get(noun) or (setting.groups if noun in _GROUP_NOUNS else ())
    if noun in BODY_CLASSES:
        candidates = tuple(name for name in candidates if name not in COUNTRIES)
    seen = [name for name in candidates if name in before_article or name in recent]
    if noun in _FIRMS:
        seen = [name for name in seen if name in recent or name in setting.text[:_LEAD]]
    distinct = _distinct(seen)
    if len(distinct) == 1:
        return distinct[0]
    if not distinct:
        return ""
    near = [name for name in distinct if name in recent]
    counts = sorted(((setting.text.count(name), name) for name in distinct), reverse=True)
    focus = counts[0][1]
    if counts[0][0] < _DOMINANT * counts[1][0] or near not in ([], [focus]):
        return ""
    return focus


def only_name(noun: str, setting: Setting) -> str:
    """The one name the article uses the noun for, wherever it stands, or an empty string."""
    names = setting.classes.get(noun, ())
    if noun in _FIRMS:
        names = tuple(name for name in names if name in setting.text[:_LEAD])
    distinct = _distinct(list(names))
    return distinct[0] if len(distinct) == 1 else ""


def _distinct(names: list[str]) -> list[str]:
    """The names without those that are part of a longer one."""
    return [name for name in names if not any(name != other and name in other for other in names)]


def class_phrase(noun: str, name: str, article: str) -> str:
    """How a name stands in the place of ``the NOUN``: with its class, its article, or bare."""
    last = name.split()[-1].lower()
    if noun in MILITANT_CLASSES:
        return f"{name} {noun}"
    if last == noun or noun == "river" or (noun in BODY_CLASSES and last in BODY_CLASSES):
        return f"{article} {name}"
    if noun in ("province", "district", "county", "territory", "region", "state"):
        return f"{article if noun == 'state' else ''} {name} {noun}".strip() if noun != "state" else name
    return name


_TIME_LINK = re.compile(r"(until|by) ", re.IGNORECASE)
_DAY_LONG = len("2031-05-03")
_DAY_NUMBER = re.compile(rf"\d|\b(?:{_MONTH})\b")
_TWO_LINKS = re.compile(
    r"\b(since|to|until|by|from|before|after|of|than|for|between|against|over|on|with) (?:in|on) (?=[A-Z\d])"
)
_OWNED_TIME = re.compile(
    rf"\b(?:{_DAY})['’]s (?=[a-z])"
    r"|\b[Tt](?:oday|omorrow)['’]s |\b(?:[Yy]esterday|[Tt]his (?:year|month|week|season|morning|afternoon)"
    r"|[Ll]ast (?:year|month|week|night|season)|[Nn]ext (?:year|month|week|season))['’]s "
)


def with_absolute_time(clause: Clause, dates: Mapping[str, str]) -> Clause:
    """The clause with ``Friday`` or ``last month`` put as a date, or left out where no date is known.

    Args:
        clause: the clause as named.
        dates: the words of a relative date, as printed -> its ISO value.
    """
    return clause.with_text(_dated(clause.before, dates, opens=True), _dated(clause.after, dates))


_BEFORE_NOUN = re.compile(r"\b(?:its|their|his|her|the|an?) $", re.IGNORECASE)


def _dated(text: str, dates: Mapping[str, str], opens: bool = False) -> str:
    def put(match: re.Match[str]) -> str:
        if _BEFORE_NOUN.search(match.string[: match.start()]):
            return ""
        for words, iso in dates.items():
            if words in match.group() or match.group() in words:
                return match.group() if iso == words else _linked(match, iso)
        return ""

    if not OF_TIME.search(text):
        return text
    for words, iso in dates.items():
        if words in text and _DAY_NUMBER.search(words):
            link = "on" if len(iso) == _DAY_LONG else "in"
            text = re.sub(
                rf"(?:\b(?:[Oo]n|[Ii]n|[Dd]uring) )?(?<![\w\-]){re.escape(words)}(?![\w\-]| \d)",
                f"{link} {in_words(iso)}",
                text,
            )
    text = _OWNED_TIME.sub(_the, text)
    cut = RELATIVE_TIME.sub(put, text)
    cut = _TWO_LINKS.sub(r"\1 ", cut)
    if cut == text:
        return text
    if opens and not text.startswith(","):
        cut = re.sub(r"^\s*, ", "", cut)
    cut = re.sub(r",\s*,\s*", " ", cut)
    cut = re.sub(r" {2,}", " ", cut)
    cut = re.sub(r" (?=[,.])", "", cut)
    return re.sub(rf" (?:in|on|during) (?:{_MONTH}) ?$", "", cut)


def _linked(match: re.Match[str], iso: str) -> str:
    """The date with the word that leads to it: ``on 2 May 2031``, ``until May 2031``."""
    kept = _TIME_LINK.match(match.group())
    link = kept[1] if kept else "on" if len(iso) == _DAY_LONG else "in"
    link = link.capitalize() if match.group()[0].isupper() and match.start() == 0 else link
    return f"{link} {in_words(iso)}"


def _the(match: re.Match[str]) -> str:
    """``last year's race`` told as ``the race``: true without its year."""
    return "The " if match.group()[0].isupper() and match.start() == 0 else "the "


_SMALL = "|".join(
    sorted(AUXILIARIES | PREPOSITIONS | CONJUNCTIONS | {"when", "where", "while", "which", "who", "that"})
)
_BARE_DAY = re.compile(
    rf",? (?:(?:on|in|during) (?:early |late |mid-)?|(?<!until )(?<!since )(?:last|next) )(?:{_MONTH})"
    rf"(?: \d{{1,2}}(?:st|nd|rd|th)?)?\b(?!,? (?:of )?\d|['’]| [A-Z])(?! (?!(?:{_SMALL})\b)[a-z])"
)
_BACK_FIRST = re.compile(rf"^(?:Back|Early|Late|Earlier) (?:in|on) (?:{_MONTH})(?: \d{{1,2}})?, ")
_AGO_FIRST = re.compile(r"^[A-Z][a-z\-]* (?:days|weeks|months|years) ago, (?=[A-Z])")


def without_bare_days(clause: Clause) -> Clause:
    """The clause without ``on October 2`` and ``in April``: no year tells which, in a text of no known date."""
    before = _BACK_FIRST.sub("", _AGO_FIRST.sub("", clause.before))
    return clause.with_text(_BARE_DAY.sub("", before), _BARE_DAY.sub("", clause.after))


def without_now(clause: Clause) -> Clause:
    """The clause without ``now``, ``so far``, ``also``: words that lean on the article's day or its text."""
    return clause.with_text(_plain(clause.before), _plain(clause.after))


_ARTICLE_NOW = re.compile(r"\b([Aa]n?) (?:recently|currently|already|now|still|then) ([a-z])")


def _plain(text: str) -> str:
    text = _ARTICLE_NOW.sub(
        lambda found: f"{found[1][0]}{'n' if found[2] in 'aeiou' else ''} {found[2]}", text
    )
    cut = re.sub(r",\s*,\s*", " ", re.sub(r" {2,}", " ", _NOW.sub("", text)))
    return re.sub(r" (?=,|$)", "", cut) if text.strip() and not text.endswith(" ") else cut
