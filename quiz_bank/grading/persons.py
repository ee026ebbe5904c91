"""Judges names of people: surnames, given names, initials, titles, offices, other scripts (rules 15-18)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefings.errors import BriefingError
from briefings.extract.wordlist import word_set
from quiz_bank.grading.clean import clean
from quiz_bank.grading.fold import fold, squash, words_of
from quiz_bank.grading.known_names import countries_in, country_of, is_adjective, known
from quiz_bank.grading.person_words import (
    BESIDE_OFFICE,
    HONORIFICS,
    OFFICES,
    PARTICLES,
    PORTFOLIOS,
    SAME_GIVEN,
    TITLES_ABROAD,
)
from quiz_bank.grading.scripts import is_consonantal, latin, reads_as
from quiz_bank.grading.statements import HARMLESS, statement_of
from quiz_bank.grading.typos import edits, slip
from quiz_bank.grading.verdicts import Verdict, best, close, correct, wrong
from quiz_bank.keys import Key


@dataclass(frozen=True, slots=True)
class PersonForm:
    """One way a person is named: the parts of the surname and the other names, particles and articles out."""

    surname: tuple[str, ...]
    given: tuple[str, ...]

    @property
    def whole(self) -> str:
        """The surname as one word."""
        return "".join(self.surname)


def _parts(text: str) -> tuple[str, ...]:
    words = [word for word in words_of(latin(clean(text))) if word not in PARTICLES]
    return tuple(word for word in words if word not in HONORIFICS) or tuple(words)


def _named_parts(name: str) -> tuple[str, ...]:
    """The parts of a full name without the office it may begin with: ``Queen Ingrid``."""
    parts = _parts(name)
    return parts[1:] if len(parts) > 1 and parts[0] in _OFFICE_WORDS else parts


@lru_cache(maxsize=1024)
def forms_of(name: str, given: str, surname: str, aliases: tuple[str, ...]) -> tuple[PersonForm, ...]:
    """The forms of a key's person, the recorded name first; an alias of one word stands for either part."""
    forms = []
    full = _named_parts(name) or (*_parts(given), *_parts(surname))
    last = _parts(surname) or full[-1:]
    first = tuple(word for word in (*_parts(given), *full) if word not in last)
    forms.append(PersonForm(last, tuple(dict.fromkeys(first))))
    for alias in aliases:
        parts = _parts(alias)
        if not parts:
            continue
        joined = "".join(parts)
        if len(parts) > 1 and len(last) < len(parts):
            forms.append(PersonForm(parts[-len(last) :], parts[: -len(last)]))
        elif joined not in first:
            forms += [PersonForm(parts, first), PersonForm(last, (*first, joined))]
    return tuple(forms)


_OFFICE_WORDS = frozenset(phrase for phrase, _ in OFFICES)
_INITIAL = re.compile(r"\b([a-z])\.")
#: Particles that are surnames as well: first in an answer they stand for themselves.
_SURNAMES_TOO = word_set("le la di do da lo san")
_POSSESSIVE = re.compile(r"\b(\w+)'s\b")
_JOINTS = frozenset(("or", "and"))
_SKIPPED = HONORIFICS | PARTICLES | HARMLESS | BESIDE_OFFICE
_PORTFOLIO = re.compile(
    r" (?:(?P<before>\w+) minister|minister (?:of|for) (?:the )?(?P<after>\w+))(?: affairs)?(?= )"
)
_LAND_LEADS = frozenset(("of", "in", "from", "s"))


def judge_person(key: Key, text: str, ask: str = "") -> Verdict:
    """Judges a cleaned answer against a person's key; raises BriefingError for a malformed key only."""
    if not (key.name or key.surname or key.given):
        raise BriefingError("the person key has no name", "give name, or given and surname")
    says = f"the source says {key.name or f'{key.given} {key.surname}'.strip()}"
    typed = squash(text)
    recorded = {squash(clean(form)) for form in (key.name, key.surname, *key.aliases) if form}
    if typed in recorded and typed:
        return correct("name", says)
    statement = statement_of(text)
    asserted = statement.whole
    if not asserted:
        return (
            wrong("negated", f"you say who it was not; {says}") if statement.denies else wrong("empty", says)
        )
    if (elsewhere := _in_consonants(key, asserted, says)) is not None:
        return elsewhere
    if (other := _other_person(key, asserted)) is not None:
        return wrong("other-person", f"{other} is another person; {says}")
    forms = forms_of(key.name, key.given, key.surname, tuple(key.aliases))
    said = _content(asserted, key, ask)
    if not said.words:
        return wrong("other-answer", says)
    verdict = best(_against(form, list(said.words), key, says) for form in forms)
    return verdict if verdict.verdict == "wrong" else _office(key, verdict, said, says)


def _in_consonants(key: Key, text: str, says: str) -> Verdict | None:
    """An answer in Arabic, Persian or Hebrew letters; None where it is not."""
    if not is_consonantal(text):
        return None
    words = " ".join(word for word in words_of(text) if word not in TITLES_ABROAD) or text
    surname = key.surname or _last_name(key.name)
    others = {clean(other) for other in key.others} | {_last_name(other) for other in key.others}
    if any(reads_as(words, other) for other in others if fold(other) != fold(clean(surname))):
        return wrong("other-person", says)
    given = clean(key.given) if key.given else " ".join(clean(key.name).split()[:-1])
    names = [clean(form) for form in (key.name, surname, *key.aliases) if form]
    if any(reads_as(words, name) for name in names):
        return correct("spelling", f"another script; {says}")
    if given and reads_as(words, given):
        return close("given-name-only", f"the given name alone; {says}")
    return wrong("other-answer", says)


def _last_name(name: str) -> str:
    return clean(name).split()[-1] if name.split() else ""


def _other_person(key: Key, text: str) -> str | None:
    """The other person of the story whom the answer names, unless it names the key's too."""
    typed = squash(text)
    mine = {*_parts(key.surname), *_parts(key.given), *_parts(key.name)}
    for other in key.others:
        parts = _parts(other)
        if not parts or squash(clean(other)) == squash(clean(key.name)):
            continue
        surname = parts[-1]
        if typed == squash(clean(other)) or (typed == surname and surname not in mine):
            return other
    return None


@dataclass(frozen=True, slots=True)
class _Said:
    """What an answer says: words that may be parts of a name, offices, countries."""

    words: tuple[str, ...]
    offices: frozenset[str]
    lands: frozenset[str]


def _content(text: str, key: Key, ask: str) -> _Said:
    """Takes the asserted text apart: the key's own words and initials stay, harmless ones go."""
    offices, words = _offices_in(words_of(latin(_POSSESSIVE.sub(r"of \1 ", text))), _own_words(key))
    kept = _own_words(key) | set(_INITIAL.findall(text)) | set(_JOINTS)
    recorded = set(words_of(clean(f"{key.name} {key.surname}")))
    harmless = (set(words_of(clean(key.role))) | set(words_of(clean(ask[:600])))) - set(_JOINTS)
    left: list[str] = []
    lands = set()
    for place, word in enumerate(words):
        last = words[place - 1] if place else ""
        country = country_of(word)
        if word in kept or (word in _SURNAMES_TOO and not last and word not in recorded):
            left.append(word)
        elif word in harmless or word in _SKIPPED:
            continue
        elif country is not None and (last in _LAND_LEADS or offices or is_adjective(word)):
            lands.add(country)
        else:
            left.append(word)
    while left and left[-1] in _JOINTS:
        left.pop()
    while left and left[0] in _JOINTS:
        left.pop(0)
    return _Said(tuple(left), frozenset(offices), frozenset(lands))


def _own_words(key: Key) -> set[str]:
    """Every word of the key's names."""
    return {part for name in (key.name, key.given, key.surname, *key.aliases) for part in _named_parts(name)}


def _offices_in(words: list[str], own: set[str]) -> tuple[set[str], list[str]]:
    """The offices and ranks that words name, and the other words."""
    joined = f" {' '.join(words)} "
    found = set()
    if " minister " in joined:
        for match in _PORTFOLIO.finditer(joined):
            portfolio = match["before"] or match["after"]
            if portfolio in PORTFOLIOS:
                found.add(f"{PORTFOLIOS[portfolio]} minister")
                joined = joined.replace(match.group(), " ")
    for phrase, office in OFFICES:
        if f" {phrase} " in joined and phrase not in own:
            found.add(office)
            joined = joined.replace(f" {phrase} ", " ")
    return found, joined.split()


def _office(key: Key, verdict: Verdict, said: _Said, says: str) -> Verdict:
    """Rule 15: a contradicting office, rank or country makes the right person close."""
    if not key.role or not (said.offices or said.lands):
        return verdict
    held, _ = _offices_in(words_of(clean(key.role)), set())
    where = countries_in(key.role)
    contradicting = any(not any(_same_office(one, other) for other in held) for one in said.offices)
    if contradicting or (where and said.lands - where):
        return close("other-office", f"the right person, another office: {key.role}; {says}")
    return verdict


def _same_office(one: str, other: str) -> bool:
    """Whether two offices may be one: a minister without portfolio may have any."""
    short, long = sorted((one, other), key=len)
    return short == long or (short == "minister" and long.endswith(" minister") and long != "prime minister")


def _against(form: PersonForm, words: list[str], key: Key, says: str) -> Verdict:
    """The content words of an answer against one form of the name."""
    span = _surname_span(form, words)
    if span is None:
        return _without_surname(form, words, says)
    start, end, slipped = span
    beside = words[:start] + words[end:]
    if slipped != "none" and _names_another(key, form, "".join(words[start:end]), slipped, beside):
        return wrong("other-person", says)
    near = slipped == "near"
    given_seen = False
    strangers = []
    for place, word in enumerate(words):
        if start <= place < end:
            continue
        how = _given(form, word)
        if how == "far":
            strangers.append(place)
        else:
            given_seen = True
            near = near or how == "near"
            slipped = slipped if how in ("none", "initial") else "slip"
    if strangers and not _middle(form, words, strangers, (start, end), given_seen):
        if any(word in ("or", "and") for word in words):
            return wrong("two-answers", f"two names are two answers; {says}")
        return wrong("other-given-name", f"“{words[strangers[0]]}” is no part of the name; {says}")
    if near:
        return close("typos", f"nearly the name; {says}")
    return correct({"none": "name", "fold": "spelling"}.get(slipped, "typo"), says)


def _names_another(key: Key, form: PersonForm, typed: str, how: str, beside: list[str]) -> bool:
    """Whether a misspelled surname is as near to another person's, or a country, capital or large city (rule 18).

    Another person whose given name the words ``beside`` the surname contradict, agreeing with the key's, is not
    meant; nor is one where the surname is another transliteration of the key's.
    """
    if known(typed) is not None:
        return True
    mine = 0 if how == "fold" else edits(typed, form.whole)
    for other in key.others:
        parts = _parts(other)
        if not parts or parts[-1] == form.whole or edits(typed, parts[-1], 3) > mine:
            continue
        if typed == parts[-1]:
            return True
        agreeing = [word for word in beside if any(_agrees(word, name) for name in form.given)]
        if not agreeing or any(_agrees(word, name) for word in agreeing for name in parts[:-1]):
            return True
    return False


def _middle(
    form: PersonForm, words: list[str], strangers: list[int], span: tuple[int, int], given_seen: bool
) -> bool:
    """Whether what is left over are middle names: between a given name and the surname, or initials there."""
    if not given_seen:
        return False
    missing = [name for name in form.given if not any(_agrees(word, name) for word in words)]
    if missing:
        return False
    others = [
        place for place in range(len(words)) if place not in strangers and not span[0] <= place < span[1]
    ]
    if not others:
        return False
    low, high = (min(others), span[0]) if min(others) < span[0] else (span[1] - 1, max(others))
    return all(low < place < high and words[place] not in ("or", "and") for place in strangers)


_NEARNESS = {"near": 0, "slip": 1, "fold": 2}


def _surname_span(form: PersonForm, words: list[str]) -> tuple[int, int, str] | None:
    """Where the surname stands among the words and how well it is spelled; None where it does not."""
    whole = form.whole
    if not whole:
        return None
    folded = fold(whole)
    near = None
    for length in range(1, min(len(words), len(form.surname) + 1) + 1):
        for start in range(len(words) - length + 1):
            typed = "".join(words[start : start + length])
            glued = len(whole) > 3 and typed.endswith(whole) and typed.removesuffix(whole) in ("al", "el")
            if typed == whole or glued:
                return start, start + length, "none"
            if len(typed) < 3 and len(whole) > 3:
                continue
            how = "fold" if len(whole) > 4 and fold(typed) == folded else slip(typed, whole)
            if how != "far" and (near is None or _NEARNESS[how] > _NEARNESS[near[2]]):
                near = (start, start + length, how)
    return near


def _given(form: PersonForm, word: str) -> str:
    """How a word agrees with one of the given names: none (equal), initial, slip, near or far."""
    outcome = "far"
    if len(form.given) > 1 and word == "".join(form.given):
        return "none"
    if len(word) > 1 and len(word) == len(form.given) and word == "".join(name[0] for name in form.given):
        return "initial"
    for name in form.given:
        if word == name or _same_given(word, name) or (len(name) > 4 and fold(word) == fold(name)):
            return "none"
        if (len(word) == 1 and name.startswith(word)) or (len(name) == 1 and word.startswith(name)):
            return "initial"
        how = slip(word, name)
        if how == "slip" or (how == "near" and outcome == "far"):
            outcome = how
    return outcome


def _agrees(word: str, name: str) -> bool:
    """Whether a word stands for one given name: equal, a short form, an initial, a slip."""
    if word == name or _same_given(word, name) or slip(word, name) in ("slip", "near"):
        return True
    return (len(word) == 1 and name.startswith(word)) or (len(name) == 1 and word.startswith(name))


@lru_cache(maxsize=4096)
def _same_given(one: str, other: str) -> bool:
    return any(one in group and other in group for group in SAME_GIVEN)


def _without_surname(form: PersonForm, words: list[str], says: str) -> Verdict:
    """No surname: part of a double one and the given name alone are close, anything else is another answer."""
    pieces = [word for word in words if _part_of_surname(form, word)]
    given = [word for word in words if word not in pieces and _given(form, word) in ("none", "slip")]
    initials = [
        word for word in words if word not in pieces and word not in given and _given(form, word) == "initial"
    ]
    initials += [
        word for word in words if len(word) == 1 and form.whole.startswith(word) and word not in initials
    ]
    strangers = [word for word in words if word not in pieces and word not in given and word not in initials]
    if strangers and (pieces or given):
        return wrong("other-given-name", f"“{strangers[0]}” is no part of the name; {says}")
    if pieces and len(form.surname) > 1:
        return close("part-of-surname", f"part of the surname; {says}")
    if given:
        return close("given-name-only", f"the given name alone; {says}")
    return wrong("other-answer", says)


def _part_of_surname(form: PersonForm, word: str) -> bool:
    if len(form.surname) < 2:
        return False
    return any(word == part or slip(word, part) == "slip" for part in form.surname)
