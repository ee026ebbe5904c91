"""What the words beside a place's name do to the verdict: containers, features, other places (rules 4, 5, 19)."""

from __future__ import annotations

import re

from briefings.extract.wordlist import word_set
from quiz_bank.grading.clean import clean
from quiz_bank.grading.fold import words_of
from quiz_bank.grading.known_names import country_of, known
from quiz_bank.grading.place_names import DIRECTIONS, TYPE_OF, PlaceNames, Span, spelled
from quiz_bank.grading.statements import HARMLESS, statement_of
from quiz_bank.grading.verdicts import Verdict, close, worst, wrong
from quiz_bank.keys import Key

#: A word of these right before a name makes another name of it.
_OTHER_BY = word_set("""
    new port fort san santa saint st los las la le little great greater mount old abu umm tell tal tel khan bab
    ain ayn wadi jebel jabal kafr beit bayt qasr deir tall""")
_NEAR = word_set("near outside around beyond beside opposite")
_BESIDE = word_set("""
    border last held controlled fell captured taken retaken liberated place located called here somewhere now today
    modern ancient besieged""")
#: Words of long names of countries: "the Islamic Republic of".
_OF_STATES = word_set(
    "islamic federal arab hashemite bolivarian plurinational socialist commonwealth federation"
)
_JOINTS = frozenset(("or", "and", "vs"))
_JOINING = frozenset(("or", "and", "/", "?", "|", "&", "vs", "versus", ";", "=", "then", "+", ">"))
_ARTICLE_BEFORE = re.compile(r"(?:\b(?:al|el|ar|ez|az|the|an|ad|as)[ -])+$")
_LIES_BY = re.compile(r" (?:near|outside|close to|(?:north|south|east|west)\w* of)$")
_JOINED_BEFORE = (" or", "/", "?", " and", "|", ";", "=", " vs", "maybe", "&", "+")
_JOINED_AFTER = ("or ", "/", "?", "and ", "|", ";", "& ")
_CONTAINED = (" in", " of", " from", " within", "inside")


class Surroundings:
    """One name in one answer, and the words around it."""

    def __init__(self, key: Key, names: PlaceNames, says: str, ask: str) -> None:
        self.names = names
        self.says = says
        self.types = {TYPE_OF[word] for word in words_of(clean(key.type)) if word in TYPE_OF}
        self.asked = set(words_of(clean(ask[:600])))
        self.in_countries = any(country_of(inside) for inside in names.within)

    def judge(self, text: str, words: list[str], span: Span) -> Verdict | None:
        """The worst that the words beside the name do; None where they do nothing."""
        before, after = words[: span.start], words[span.end :]
        verdicts = [self._prefix(before), self._other_beside(before, after)]
        told = sum(word not in HARMLESS and word not in TYPE_OF for word in before) > 1
        for place, word in enumerate(words):
            if word in _NEAR and place == span.start - 1:
                verdicts.append(close("same-name-other-thing", f"not the place itself; {self.says}"))
            elif not (span.start <= place < span.end or self._is_harmless(words, place)):
                verdicts.append(self._word(word, text, leads=place < span.start, told=told))
        found = [verdict for verdict in verdicts if verdict is not None]
        return worst(found) if found else None

    def has_another(self, text: str) -> bool:
        """Whether "or", "and" or the like joins something that is neither the name nor around it."""
        segments = statement_of(text).segments
        for place, segment in enumerate(segments):
            following = segments[place + 1].before if place + 1 < len(segments) else ""
            if segment.denied or (segment.before if place else following) not in _JOINING:
                continue
            words = self.names.words(segment.text)
            left = [
                word for at, word in enumerate(words) if not (self._is_harmless(words, at) or word in TYPE_OF)
            ]
            if left and self.names.find(words, foreign=not text.isascii()) is None:
                return True
        return False

    def _prefix(self, before: list[str]) -> Verdict | None:
        if before and before[-1] in _OTHER_BY and not self.names.in_name(before[-1]):
            return wrong("other-known-name", f"“{before[-1].title()}” makes it another place; {self.says}")
        return None

    def _other_beside(self, before: list[str], after: list[str]) -> Verdict | None:
        """A known other name of several words beside it."""
        rest = "".join(after), "".join(before)
        for other in self.names.others:
            if len(other) > 3 and not self.names.own(other) and any(other in words for words in rest):
                return self._two()
        return None

    def _two(self) -> Verdict:
        return wrong("two-answers", f"two places are two answers; {self.says}")

    def _is_harmless(self, words: list[str], place: int) -> bool:
        word = words[place]
        if word in _OF_STATES and any(form.country for form in self.names.forms):
            return True
        if word in HARMLESS or word in _BESIDE or word in _JOINTS or self.is_within(word):
            return True
        if word in DIRECTIONS or word in TYPE_OF:  # "in eastern Syria", "in the province of Anbar"
            following = [after for after in words[place + 1 : place + 4] if after not in ("of", "the")]
            if following and self.is_within(following[0]):
                return True
            return word in TYPE_OF and place > 0 and self.is_within(words[place - 1])
        return word in self.asked and word not in self.names.others

    def is_within(self, word: str) -> bool:
        """Whether a word names what holds the place, or is its adjective."""
        country = country_of(word)
        return any(
            word in inside or (country is not None and country == country_of(inside))
            for inside in self.names.within
            if len(word) > 2
        )

    def _word(self, word: str, text: str, leads: bool, told: bool) -> Verdict | None:
        if word in TYPE_OF:
            other = self.types and TYPE_OF[word] not in self.types and word not in self.asked
            return (
                close("same-name-other-thing", f"another thing of the same name; {self.says}")
                if other
                else None
            )
        if word in DIRECTIONS:
            return self._direction(word)
        if any(spelled(word, form) in ("none", "fold") for form in self.names.forms):
            return None
        if not leads and _LIES_BY.search(_around(text, word)[0]):
            return None
        if (country := country_of(word)) is not None:
            return self._country(word, country, text, leads)
        if word in self.names.others or known(word) is not None:
            if _around(text, word)[0].endswith(_CONTAINED):
                return close("wrong-container", f"the right name, the wrong place around it; {self.says}")
            return self._two()
        if _is_joined(text, word):
            return self._two()
        if leads and not told and not _is_container(text, word):
            return wrong("contradicting-word", f"“{word}” contradicts; {self.says}")
        return None

    def _direction(self, word: str) -> Verdict:
        if any(form.directions for form in self.names.forms):
            return wrong("contradicting-word", f"“{word}” contradicts; {self.says}")
        return close("same-name-other-thing", f"only a part of it, or beside it; {self.says}")

    def _country(self, word: str, country: str, text: str, leads: bool) -> Verdict | None:
        """A country that does not hold the place, as far as the key knows."""
        contained = _is_container(text, word) or (word != country and known(word) is None)
        if not self.names.within and not contained:
            return self._two()
        if not self.in_countries:
            return None
        if contained or not (leads or _is_joined(text, word)):
            return close("wrong-container", f"the right name, the wrong country; {self.says}")
        return self._two()


def _around(text: str, word: str) -> tuple[str, str]:
    """What stands before a word and its article, and what after it."""
    position = text.find(word)
    return _ARTICLE_BEFORE.sub("", text[:position]).rstrip(), text[position + len(word) :].lstrip()


def _is_container(text: str, word: str) -> bool:
    """Whether a word stands as a container: after a comma, in brackets, after "in"."""
    return _around(text, word)[0].endswith((",", "(", "-", *_CONTAINED))


def _is_joined(text: str, word: str) -> bool:
    """Whether a word stands beside the name as another answer: "or", "and", a slash, a question mark."""
    lead, tail = _around(text, word)
    return lead.endswith(_JOINED_BEFORE) or tail.startswith(_JOINED_AFTER)
