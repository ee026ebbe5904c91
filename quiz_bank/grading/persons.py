"""Judges names of people: surnames, given names, initials, titles, offices, other scripts (rules 15-18)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefings.errors import BriefingError
from briefings.extract.wordlist import word_set
from quiz_bank.grading.clean import clean
from quiz_bank.grading.fold import arabic_words, fold, is_arabic, latin, reads_as, squash, words_of
from quiz_bank.grading.known_names import countries_in, country_of, is_adjective
from quiz_bank.grading.statements import HARMLESS, statement_of
from quiz_bank.grading.typos import edits, slip
from quiz_bank.grading.verdicts import Verdict, best, close, correct, wrong
from quiz_bank.keys import Key

#: Forms of address: they never contradict.
HONORIFICS = word_set("""
    mr mrs ms miss mister sir dame lord lady dr doctor prof professor sheikh shaikh shaykh hajji haji hajj imam
    mullah mollah maulana sayyid sayed said seyyed syed ayatollah grand saint st rev reverend father brother sister
    pastor rabbi monsieur madame mme m herr frau senor senora signor don dona jr sr junior senior esq phd md
    honourable honorable hon excellency majesty highness his her ustad abu's comrade citizen""")
#: Particles of surnames: left out or not, the name is the same.
PARTICLES = word_set("""
    al el ar as ash an at ad az ez es the bin ben ibn bint ould wad van von der den de del della di da do dos das
    du la le les lo los las y e zu zum zur ter ten af av ap o san st""")
#: Offices and ranks by what they contradict; several words first.
_OFFICES: tuple[tuple[str, str], ...] = (
    ("prime minister", "prime minister"), ("foreign minister", "minister"), ("defence minister", "minister"),
    ("defense minister", "minister"), ("interior minister", "minister"), ("finance minister", "minister"),
    ("foreign secretary", "minister"), ("secretary of state", "minister"), ("secretary general", "secretary"),
    ("crown prince", "prince"), ("vice president", "vice president"), ("major general", "general"), ("maj gen", "general"), ("brig gen", "general"), ("lt gen", "general"),
    ("lt col", "colonel"),
    ("lieutenant general", "general"), ("brigadier general", "general"), ("lieutenant colonel", "colonel"),
    ("field marshal", "marshal"), ("air marshal", "marshal"), ("chief of staff", "chief of staff"),
    ("pm", "prime minister"), ("premier", "prime minister"), ("president", "president"), ("pres", "president"),
    ("minister", "minister"), ("chancellor", "chancellor"), ("secretary", "secretary"), ("king", "king"),
    ("queen", "queen"), ("prince", "prince"), ("princess", "princess"), ("emir", "emir"), ("sultan", "sultan"),
    ("emperor", "emperor"), ("shah", "shah"), ("pope", "pope"), ("bishop", "bishop"), ("archbishop", "bishop"),
    ("cardinal", "cardinal"), ("general", "general"), ("gen", "general"), ("colonel", "colonel"),
    ("col", "colonel"), ("lieutenant", "lieutenant"), ("lt", "lieutenant"), ("major", "major"), ("maj", "major"),
    ("captain", "captain"), ("capt", "captain"), ("sergeant", "sergeant"), ("sgt", "sergeant"),
    ("corporal", "corporal"), ("private", "private"), ("admiral", "admiral"), ("adm", "admiral"),
    ("commodore", "commodore"), ("cdre", "commodore"), ("brigadier", "brigadier"), ("brig", "brigadier"),
    ("marshal", "marshal"), ("governor", "governor"), ("gov", "governor"), ("mayor", "mayor"),
    ("senator", "senator"), ("sen", "senator"), ("congressman", "representative"),
    ("congresswoman", "representative"), ("representative", "representative"), ("rep", "representative"),
    ("mp", "mp"), ("ambassador", "ambassador"), ("envoy", "envoy"), ("judge", "judge"), ("justice", "judge"),
    ("prosecutor", "prosecutor"), ("lawyer", "lawyer"), ("spokesman", "spokesman"), ("spokeswoman", "spokesman"),
    ("spokesperson", "spokesman"), ("director", "director"), ("chairman", "chairman"), ("chairwoman", "chairman"),
    ("chair", "chairman"), ("ceo", "chief executive"), ("chief executive", "chief executive"),
    ("speaker", "speaker"), ("coach", "coach"), ("analyst", "analyst"), ("correspondent", "correspondent"),
    ("journalist", "journalist"), ("reporter", "journalist"), ("author", "author"), ("historian", "historian"),
    ("former", "former"), ("ex", "former"), ("deputy", "deputy"), ("vice", "deputy"), ("acting", "acting"),
)  # fmt: skip
_OFFICE_WORDS = frozenset(word for phrase, _ in _OFFICES for word in phrase.split())
#: Words beside an office that say nothing against it.
_BESIDE_OFFICE = word_set("""
    leader leaders chief head boss ruler dictator strongman commander official officer politician statesman army
    air force navy military state government party republic police united nations un country nation city town
    incumbent current new old late senior top supreme high then man woman guy person""")
#: Short and other forms of given names, and common transliterations of one name.
_SAME_GIVEN: tuple[frozenset[str], ...] = tuple(
    word_set(row)
    for row in """
robert bob rob bobby robbie; william bill will billy liam; james jim jimmy jamie; john johnny jack jon;
joseph joe joey; thomas tom tommy; richard dick rick ricky rich; michael mike mick mickey; charles charlie chuck;
edward ed eddie ted; anthony tony; andrew andy drew; daniel dan danny; david dave davey; donald don donny;
elizabeth liz beth betty lizzy; frederick fred freddie; gregory greg; henry harry hank;
katherine kate kathy katie catherine cathy; kenneth ken kenny; lawrence larry laurence;
margaret maggie peggy meg; matthew matt; nicholas nick nicolas; patricia pat patty tricia; patrick pat paddy;
peter pete; philip phil phillip; raymond ray; ronald ron ronnie; samuel sam sammy;
stephen steve steven stephan; susan sue suzanne; theodore ted theo; timothy tim; victoria vicky; walter walt;
benjamin ben benny; jeffrey jeff; alexander alex sasha aleksandr alexandr; vladimir volodymyr;
mikhail mykhailo; nikolai mykola; mohammed muhammad mohamed mohammad muhammed mohamad mehmet;
ahmed ahmad ahmet; hussein husayn hussain husain hossein hussien; hassan hasan; omar umar omer; osama usama;
yusuf youssef yousef yousuf yussef; ibrahim ebrahim; khalid khaled; mustafa mostafa moustafa; mahmoud mahmud;
said saeed saed saied; haider haidar hayder haydar; ali aly; hamid hameed; rashid rasheed; karim kareem;
jamal gamal djamal; jalal galal; fuad fouad; nuri nouri; suleiman sulaiman suleyman; abdullah abdallah;
masoud massoud masud; qasem qassem qasim kassem; moqtada muqtada; zayn zain zein
""".split(";")
)


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
    return tuple(word for word in words_of(latin(clean(text))) if word not in PARTICLES)


@lru_cache(maxsize=1024)
def forms_of(name: str, given: str, surname: str, aliases: tuple[str, ...]) -> tuple[PersonForm, ...]:
    """The forms of a key's person, the recorded name first; an alias of one word stands for the surname."""
    forms = []
    full = _parts(name) or (*_parts(given), *_parts(surname))
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
            forms.append(PersonForm(parts, first))
    return tuple(forms)


_INITIAL = re.compile(r"\b([a-z])\.")
#: Particles that are surnames as well: first in an answer they stand for themselves.
_SURNAMES_TOO = word_set("le la di do da lo san")
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
    if (arabic := _arabic(key, asserted, says)) is not None:
        return arabic
    if (other := _other_person(key, asserted)) is not None:
        return wrong("other-person", f"that is {other}; {says}")
    forms = forms_of(key.name, key.given, key.surname, tuple(key.aliases))
    words, offices, lands = _content(asserted, key, ask)
    if not words:
        return wrong("other-answer", says)
    verdict = best(_against(form, words, key, says) for form in forms)
    if verdict.verdict == "wrong":
        return verdict
    return _office(key, verdict, offices, lands, says)


def _arabic(key: Key, text: str, says: str) -> Verdict | None:
    """An answer in Arabic letters; None where it is not."""
    if not is_arabic(text):
        return None
    names = [clean(form) for form in (key.name, key.surname, *key.aliases) if form]
    words = " ".join(arabic_words(text))
    if any(reads_as(words, name) for name in names):
        return correct("spelling", f"another script; {says}")
    if key.given and reads_as(words, clean(key.given)):
        return close("given-name-only", f"the given name alone; {says}")
    surname = clean(key.surname or (key.name.split() or [""])[-1])
    if any(reads_as(word, surname) for word in words.split()[-1:]) and not key.given:
        return correct("spelling", f"another script; {says}")
    return wrong("other-answer", says)


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


def _content(text: str, key: Key, ask: str) -> tuple[list[str], set[str], set[str]]:
    """The words of the answer that may be parts of a name, the offices and the countries it gives."""
    words = words_of(latin(text))
    own = set(_parts(key.name)) | set(_parts(key.given)) | set(_parts(key.surname))
    own |= {part for alias in key.aliases for part in _parts(alias)}
    said = set(words_of(clean(key.role))) | set(words_of(clean(ask[:600])))
    left, offices, lands = [], set(), set()
    initials = set(_INITIAL.findall(text))
    joined = f" {' '.join(words)} "
    for phrase, office in _OFFICES:
        if f" {phrase} " in joined and phrase not in own:
            offices.add(office)
            joined = joined.replace(f" {phrase} ", " ")
    before = ""
    for word in joined.split():
        last, before = before, word
        if word in own or word in initials:
            left.append(word)
        elif word in _SURNAMES_TOO and not left and word not in said:
            left.append(word)
        elif word in HONORIFICS or word in PARTICLES or word in HARMLESS or word in _BESIDE_OFFICE:
            continue
        elif word in said or word in ("or", "and"):
            if word in ("or", "and"):
                left.append(word)
            continue
        elif (country := country_of(word)) is not None and (last in _LAND_LEADS or is_adjective(word)):
            lands.add(country)
        else:
            left.append(word)
    while left and left[-1] in ("or", "and"):
        left.pop()
    while left and left[0] in ("or", "and"):
        left.pop(0)
    return left, offices, lands


def _office(key: Key, verdict: Verdict, offices: set[str], lands: set[str], says: str) -> Verdict:
    """Rule 15: a contradicting office, rank or country makes the right person close."""
    if not key.role:
        return verdict
    role = f" {' '.join(words_of(clean(key.role)))} "
    held: set[str] = set()
    rest = role
    for phrase, office in _OFFICES:
        if f" {phrase} " in rest:
            held.add(office)
            rest = rest.replace(f" {phrase} ", " ")
    where = countries_in(key.role)
    if offices - held or (where and lands - where):
        return close("other-office", f"the right person, another office: {key.role}; {says}")
    return verdict


def _against(form: PersonForm, words: list[str], key: Key, says: str) -> Verdict:
    """The content words of an answer against one form of the name."""
    span = _surname_span(form, words)
    if span is None:
        return _without_surname(form, words, says)
    start, end, slipped = span
    if slipped != "none" and _names_another(key, "".join(words[start:end]), form.whole):
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
    return correct("name" if slipped == "none" else "typo", says)


def _names_another(key: Key, typed: str, surname: str) -> bool:
    """Whether a mistyped surname is as near to another person's."""
    mine = edits(typed, surname)
    for other in key.others:
        parts = _parts(other)
        if parts and parts[-1] != surname and edits(typed, parts[-1]) <= mine:
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
            if typed == whole:
                return start, start + length, "none"
            if len(typed) < 3 and len(whole) > 3:
                continue
            how = "slip" if len(whole) > 4 and fold(typed) == folded else slip(typed, whole)
            if how == "slip" or (how == "near" and near is None):
                if near is None or (how == "slip" and near[2] != "slip"):
                    near = (start, start + length, how)
    return near


def _given(form: PersonForm, word: str) -> str:
    """How a word agrees with one of the given names: none (equal), initial, slip, near or far."""
    outcome = "far"
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
    return any(one in group and other in group for group in _SAME_GIVEN)


def _without_surname(form: PersonForm, words: list[str], says: str) -> Verdict:
    """No surname: part of a double one and the given name alone are close, anything else is another answer."""
    pieces = [word for word in words if _part_of_surname(form, word)]
    given = [word for word in words if word not in pieces and _given(form, word) in ("none", "slip", "near")]
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
