"""Judges names of places: spellings, containers, features of the same name, two-part answers (rules 16-20)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from briefings.errors import BriefingError
from briefings.extract.wordlist import word_set
from quiz_bank.grading.clean import clean
from quiz_bank.grading.fold import (
    ARTICLES,
    fold,
    is_arabic,
    latin,
    reads_as,
    squash,
    without_articles,
    words_of,
)
from quiz_bank.grading.known_names import country_of, is_country, known, nearest_known, other_names
from quiz_bank.grading.statements import HARMLESS, statement_of
from quiz_bank.grading.typos import edits, slip
from quiz_bank.grading.verdicts import Verdict, close, correct, worst, wrong
from quiz_bank.keys import Key

# What a place can be: words of one row do not contradict each other.
_TYPES: tuple[str, ...] = (
    "city town village municipality capital settlement metropolis hamlet community locality stronghold",
    "province governorate region state oblast county prefecture department muhafazah wilayat territory area",
    "district subdistrict canton",
    "country nation republic kingdom",
    "river valley basin stream wadi",
    "mountain mountains mount hill hills range peak",
    "lake sea gulf bay ocean strait reservoir",
    "island islands peninsula",
    "desert plain plateau",
    "border crossing checkpoint frontier",
    "airport airbase airfield base",
    "dam bridge canal tunnel",
    "camp prison jail",
    "neighbourhood neighborhood quarter suburb",
    "port harbour harbor",
    "church mosque cathedral temple",
    "hospital university school",
    "street road square highway",
    "oilfield refinery field",
)
TYPE_OF: dict[str, int] = {word: number for number, row in enumerate(_TYPES) for word in row.split()}
_DIRECTIONS = word_set("""
    north south east west northern southern eastern western northeast northwest southeast southwest
    northeastern northwestern southeastern southwestern central upper lower""")
_OTHER_BY = word_set("new port fort san santa saint st los las el la le little great greater mount old")
_POINTS = {"n": "north", "s": "south", "e": "east", "w": "west"}
_NEAR = word_set("near outside around beyond beside opposite")
_BESIDE = word_set("""
    border last syrian-held held controlled fell captured taken retaken liberated place located called town's
    city's there here somewhere now today modern ancient besieged eastern's""")


@dataclass(frozen=True, slots=True)
class PlaceForm:
    """One spelling of a place: ``squashed`` without articles and spaces, ``folded``, ``words`` without articles."""

    squashed: str
    folded: str
    words: tuple[str, ...]
    has_article: bool
    acronym: bool
    country: bool

    @property
    def directions(self) -> frozenset[str]:
        """The points of the compass in the name: never mistyped, for south is not north."""
        return frozenset(point for word in self.words if (point := _point(word)) is not None)


@lru_cache(maxsize=2048)
def _point(word: str) -> str | None:
    """The point of the compass a word names, as a noun, a swap of neighbours forgiven; None for another word."""
    if word in _DIRECTIONS:
        return word.removesuffix("ern")
    if len(word) < 4:
        return None
    return next((point for point in _DIRECTIONS if sorted(point) == sorted(word)), None)


@lru_cache(maxsize=2048)
def forms_of(names: tuple[str, ...]) -> tuple[PlaceForm, ...]:
    """The spellings of a place, recorded ones first, then every name of a known country or capital."""
    forms = []
    for name in names:
        text = latin(clean(name))
        words = words_of(text)
        bare = without_articles(words)
        squashed = "".join(bare)
        if not squashed:
            continue
        acronym = name.replace(".", "").isupper() and len(squashed) <= 5
        forms.append(
            PlaceForm(
                squashed, fold(text), tuple(bare), len(bare) < len(words), acronym, is_country(squashed)
            )
        )
        for other in other_names(squashed):
            if other != squashed:
                forms.append(PlaceForm(other, fold(other), (other,), False, True, True))
    return tuple(forms)


def judge_place(key: Key, text: str, ask: str = "") -> Verdict:
    """Judges a cleaned answer against a place's key; raises BriefingError for a malformed key only."""
    if key.all_of:
        return _all_of(key, text, ask)
    if not key.name and not key.aliases:
        raise BriefingError("the place key has no name", "give name, or all_of")
    names = tuple(name for name in (key.name, *key.aliases) if name)
    says = f"the source says {names[0]}"
    forms = forms_of(names)
    typed = squash(latin(text))
    if any(typed == form.squashed for form in forms):
        return correct("place", says)
    statement = statement_of(text)
    if not statement.whole:
        rule = "negated" if statement.denies else "empty"
        return wrong(rule, f"you say which place it was not; {says}" if statement.denies else says)
    if is_arabic(text):
        if any(reads_as(part.text, name) for part in statement.segments for name in map(clean, names)):
            return correct("spelling", f"another script; {says}")
        return wrong("other-answer", says)
    return _Place(key, forms, says, ask).judge(statement.whole)


def _all_of(key: Key, text: str, ask: str) -> Verdict:
    """A two-part answer: all parts in any order; one of them is close."""
    parts = [forms_of(tuple(part)) for part in key.all_of]
    if not all(parts):
        raise BriefingError("a part of the key's all_of has no name", "write [[name, alias], [name]]")
    says = "the source says " + " and ".join(part[0] for part in key.all_of)
    statement = statement_of(text)
    hits: list[Verdict | None] = [None] * len(parts)
    others = 0
    pieces = [segment.text for segment in statement.segments if not segment.denied]
    if len(pieces) < len(parts):
        pieces = _split_at(statement.whole, parts) or pieces
    for piece in pieces:
        verdicts = [_part(key, part, piece, says, ask) for part in key.all_of]
        place = max(range(len(parts)), key=lambda index: verdicts[index].rank)
        if verdicts[place].verdict == "wrong":
            others += bool(_content(piece))
        elif hits[place] is None or verdicts[place].rank > hits[place].rank:  # type: ignore[union-attr]
            hits[place] = verdicts[place]
    found = [hit for hit in hits if hit is not None]
    if others or not found:
        return wrong("two-answers" if found else "other-answer", says)
    if len(found) < len(parts):
        return close("one-of-two", f"one part is missing; {says}")
    lowest = worst(found)
    return lowest if lowest.verdict != "correct" else correct("both-parts", says)


def _part(key: Key, names: tuple[str, ...], piece: str, says: str, ask: str) -> Verdict:
    part = Key(kind="place", name=names[0], aliases=tuple(names[1:]), others=key.others, within=key.within)
    if any(squash(latin(piece)) == form.squashed for form in forms_of(tuple(names))):
        return correct("place", says)
    if is_arabic(piece):
        return (
            correct("spelling", says)
            if any(reads_as(piece, clean(n)) for n in names)
            else wrong("other-answer", says)
        )
    return _Place(part, forms_of(tuple(names)), says, ask).judge(piece)


def _split_at(text: str, parts: list[tuple[PlaceForm, ...]]) -> list[str]:
    """The pieces of an answer that names the parts without a separator ("raqqa mosul")."""
    words = [word for word in without_articles(words_of(latin(text))) if word not in HARMLESS]
    for cut in range(1, len(words)):
        left, right = words[:cut], words[cut:]
        for one, two in ((parts[0], parts[-1]), (parts[-1], parts[0])):
            if any("".join(left) == form.squashed for form in one) and any(
                "".join(right) == form.squashed for form in two
            ):
                return [" ".join(left), " ".join(right)]
    return []


def _content(text: str) -> list[str]:
    return [
        word for word in without_articles(words_of(text)) if word not in HARMLESS and word not in ARTICLES
    ]


class _Place:
    """One judgement of an answer against the spellings of one place."""

    def __init__(self, key: Key, forms: tuple[PlaceForm, ...], says: str, ask: str) -> None:
        self.key = key
        self.forms = forms
        self.says = says
        self.own_types = {TYPE_OF[word] for word in words_of(clean(key.type)) if word in TYPE_OF}
        self.within = [squash(clean(part)) for part in key.within.split(",") if part.strip()]
        if key.within:
            self.within.append(squash(clean(key.within)))
        self.others = {squash(clean(name)): name for name in key.others}
        self.asked = set(words_of(clean(ask[:600])))

    def judge(self, text: str) -> Verdict:
        words = without_articles(words_of(latin(text)))
        self.foreign = not text.isascii()
        if any(form.directions for form in self.forms):
            words = [_POINTS.get(word, word) for word in words]
        typed = "".join(words)
        if (other := self._other(typed)) is not None:
            return other
        content = [word for word in words if word not in HARMLESS]
        if not content:
            return wrong("other-answer", self.says)
        bare = [word for word in content if word not in TYPE_OF or self._in_name(word)]
        if (other := self._other("".join(bare))) is not None:
            return other
        found = self._span(words)
        if found is None:
            return self._without_name(bare, content)
        start, end, how, form = found
        spelled = "".join(words[start:end])
        if how != "none" and self._is_another(spelled, form, how):
            return wrong("other-known-name", f"{spelled.title()} is another place; {self.says}")
        beside = self._beside(text, words, start, end)
        if beside is not None and beside.verdict == "wrong":
            return beside
        if how == "near":
            return close("typos", f"nearly the name; {self.says}")
        if beside is not None:
            return beside
        rule = {"none": "place", "fold": "spelling", "slip": "typo"}[how]
        return correct(rule, self.says)

    def _in_name(self, word: str) -> bool:
        return any(word in form.words for form in self.forms)

    def _own(self, squashed: str) -> bool:
        return any(squashed == form.squashed for form in self.forms)

    def _other(self, typed: str) -> Verdict | None:
        """The answer is exactly the name of something else: its container, another place (rules 18, 19)."""
        if not typed or self._own(typed):
            return None
        if typed in self.within:
            return wrong("container-only", f"that is where it lies, not the place; {self.says}")
        if typed in self.others:
            return wrong("other-known-name", f"{self.others[typed]} is another place; {self.says}")
        meant = known(typed)
        if meant is not None and not any(known(form.squashed) == meant for form in self.forms):
            return wrong("other-known-name", f"{typed.title()} is another place; {self.says}")
        return None

    def _span(self, words: list[str]) -> tuple[int, int, str, PlaceForm] | None:
        """Where the name stands and how it is spelled: none (as recorded), fold, slip, near."""
        outcome: tuple[int, int, str, PlaceForm] | None = None
        points = frozenset(point for word in words if (point := _point(word)) is not None)
        ranks = {"none": 3, "fold": 2, "slip": 1, "near": 0}
        for form in self.forms:
            for length in range(1, min(len(words), len(form.words) + 1) + 1):
                for start in range(len(words) - length + 1):
                    typed = "".join(words[start : start + length])
                    how = self._spelled(typed, form)
                    if how in ("slip", "near", "fold") and form.directions and form.directions != points:
                        continue
                    if how == "far" or (outcome is not None and ranks[how] <= ranks[outcome[2]]):
                        continue
                    if how != "none" and all(word in HARMLESS for word in words[start : start + length]):
                        continue
                    outcome = (start, start + length, how, form)
        return outcome

    def _spelled(self, typed: str, form: PlaceForm) -> str:
        if typed == form.squashed:
            return "none"
        if form.has_article and typed.endswith(form.squashed) and typed[: -len(form.squashed)] in ARTICLES:
            return "none"
        if self.foreign and fold(typed) == form.folded and len(typed) > 2:
            return "fold"
        if not form.country and len(form.squashed) > 4 and len(typed) > 2 and fold(typed) == form.folded:
            return "fold"
        if form.acronym or abs(len(typed) - len(form.squashed)) > 3:
            return "far"
        return slip(typed, form.squashed)

    def _is_another(self, typed: str, form: PlaceForm, how: str) -> bool:
        """Rule 18: a misspelling that is, or is as near to, another known name."""
        if self._other(typed) is not None:
            return True
        if how == "fold":
            return False
        distance = edits(typed, form.squashed)
        if any(edits(typed, other, distance) <= distance for other in self.others if not self._own(other)):
            return True
        mine = {known(own.squashed) for own in self.forms}
        return bool(nearest_known(typed, distance) - {name for name in mine if name})

    def _beside(self, text: str, words: list[str], start: int, end: int) -> Verdict | None:
        """What the words beside the name do: nothing (None), close or wrong."""
        before, after = words[:start], words[end:]
        verdicts = []
        if before and before[-1] in _OTHER_BY and not self._in_name(before[-1]):
            verdicts.append(
                wrong("other-known-name", f"“{before[-1].title()}” makes it another place; {self.says}")
            )
        for other in self.others:
            rest = "".join(after), "".join(before)
            if len(other) > 3 and not self._own(other) and any(other in words for words in rest):
                verdicts.append(wrong("two-answers", f"two places are two answers; {self.says}"))
        own_directions = {word for form in self.forms for word in form.words if word in _DIRECTIONS}
        for place, word in enumerate((*before, *after)):
            if word in _NEAR and place == start - 1:
                verdicts.append(close("same-name-other-thing", f"not the place itself; {self.says}"))
                continue
            if word in HARMLESS or word in _BESIDE or word in self.asked or self._is_within(word):
                continue
            verdict = self._one_beside(word, place < len(before), text, own_directions)
            if verdict is not None:
                verdicts.append(verdict)
        if not verdicts:
            return None
        joined = self._containers(after) or self._containers(before)
        if joined and all(v.rule == "unknown" for v in verdicts):
            return None
        lowest = worst(verdicts)
        return None if lowest.rule == "unknown" else lowest

    def _containers(self, words: list[str]) -> bool:
        """Whether the words together are a true container ("united arab emirates")."""
        return bool(words) and squash(" ".join(word for word in words if word not in HARMLESS)) in self.within

    def _is_within(self, word: str) -> bool:
        country = country_of(word)
        return any(
            word == inside or (country is not None and country == country_of(inside)) or word in inside
            for inside in self.within
            if len(word) > 2
        )

    def _one_beside(self, word: str, before: bool, text: str, own_directions: set[str]) -> Verdict | None:
        if word in ("or", "and", "vs"):
            return None
        if word in TYPE_OF:
            if not self.own_types or TYPE_OF[word] in self.own_types or self._is_part_of(word):
                return None
            return close("same-name-other-thing", f"another thing of the same name; {self.says}")
        if word in _DIRECTIONS:
            if own_directions:
                return wrong("contradicting-word", f"“{word}” contradicts; {self.says}")
            return close("same-name-other-thing", f"only a part of it, or beside it; {self.says}")
        if self._own(word):
            return None
        if word in self.others or (country_of(word) is None and known(word) is not None):
            if _as_container(text, word):
                return close("wrong-container", f"the right name, the wrong place around it; {self.says}")
            return wrong("two-answers", f"two places are two answers; {self.says}")
        country = country_of(word)
        if country is not None:
            if not self.within and not _as_container(text, word):
                return wrong("two-answers", f"two places are two answers; {self.says}")
            if not self.within or not any(country_of(inside) for inside in self.within):
                return None
            if _as_container(text, word) or not (before or _joined_by_or(text, word)):
                return close("wrong-container", f"the right name, the wrong country; {self.says}")
            return wrong("two-answers", f"two places are two answers; {self.says}")
        if any(self._spelled(word, form) != "far" for form in self.forms):
            return None
        if _joined_by_or(text, word):
            return wrong("two-answers", f"two places are two answers; {self.says}")
        if before and not _as_container(text, word):
            return wrong("contradicting-word", f"“{word}” contradicts; {self.says}")
        return None

    def _is_part_of(self, word: str) -> bool:
        return any(word in inside for inside in self.within)

    def _without_name(self, bare: list[str], content: list[str]) -> Verdict:
        """Half or more of a name of several words, nothing else (rule 20)."""
        if not bare:
            return wrong("other-answer", self.says)
        for form in self.forms:
            if len(form.words) < 2 or form.acronym:
                continue
            hits = [word for word in form.words if any(self._alike(typed, word) for typed in bare)]
            strangers = [typed for typed in bare if not any(self._alike(typed, word) for word in form.words)]
            if not strangers and 2 * len(hits) >= len(form.words):
                return close("part-of-words", f"part of the name; {self.says}")
        return wrong("other-answer", self.says)

    def _alike(self, typed: str, word: str) -> bool:
        return typed == word or slip(typed, word) == "slip" or (len(word) > 3 and fold(typed) == fold(word))


_ARTICLE_BEFORE = re.compile(r"(?:\b(?:al|el|ar|ez|az|the|an|ad|as)[ -])+$")


def _around(text: str, word: str) -> tuple[str, str]:
    """What stands before a word and its article, and what after it."""
    position = text.find(word)
    return _ARTICLE_BEFORE.sub("", text[:position]).rstrip(), text[position + len(word) :].lstrip()


def _as_container(text: str, word: str) -> bool:
    """Whether a word stands as a container: after a comma, in brackets, after "in" or as an adjective."""
    lead, _ = _around(text, word)
    country = country_of(word)
    adjective = country is not None and word != country and known(word) is None
    return adjective or lead.endswith((",", "(", " in", " of", " from", "-", " within", "inside"))


def _joined_by_or(text: str, word: str) -> bool:
    lead, tail = _around(text, word)
    joins = (" or", "/", "?", " and", "|", ";", "=", " vs", "maybe", "&", "+")
    return lead.endswith(joins) or tail.startswith(("or ", "/", "?", "and ", "|", ";", "& "))
