"""Names for ``the plant`` where its article told before which: ``the Corda plant``, ``a plant at Salm``."""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from briefings.extract.name_words import CALENDAR
from briefings.facts import Sentence
from briefings.reconcile.referents import Edit, Sentences
from briefings.reconcile.subjects import LONGEST_SENTENCE

_NAME = r"(?:[^\W\d_a-zß-öø-ÿ][\w’-]*)(?: [^\W\d_a-zß-öø-ÿ][\w’-]*){0,2}"
_SMALL = r"(?!(?:and|or|of|in|at|on|for|from|to|by|with|that|is|was|has|had|were|are)\b)[a-z][a-z-]+"
# "the Corda plant", "its Corda chemical plant": the second word may be the noun, or what comes after it
_BEFORE = re.compile(
    rf"\b(?:[Tt]he|[Aa]n?) (?P<np>(?P<name>{_NAME})) (?P<noun>{_SMALL})\b(?!-)(?: (?P<more>{_SMALL}))?"
)
# "Sarvik's plant"
_OWNED = re.compile(
    rf"\b(?P<np>(?P<name>{_NAME})(?:['’]s|s['’])) (?P<noun>{_SMALL})\b(?!-)(?: (?P<more>{_SMALL}))?"
)
# "a chemical plant at Salm"
_PLACED = re.compile(
    rf"\b(?:[Tt]he|[Aa]n?) (?P<np>(?:{_SMALL} ){{0,2}}?(?P<head>[a-z]{{3,}}) (?:at|of|in|near|outside)"
    rf" (?P<name>{_NAME}))"
)
_SUBJECT = re.compile(
    r"(?:On|In|At|By|Since|After|During) [^,]{1,40}, (?P<the>the) (?P<late>[a-z]{3,})\b"
    r"|(?P<The>The) (?P<head>[a-z]{3,})\b"
)
# the noun ends its phrase: "The plant closed", "The plant, which"; not "The plant manager"
_ENDS_PHRASE = re.compile(
    r"(?:,| (?:is|was|were|are|has|had|have|will|would|could|can|may|in|on|at|which|who|that|also|now|[a-z]+ed"
    r"|[a-z]+s)\b)"
)
# nouns of which there is one in a country, and those that stand for another thing each time
_KNOWN = frozenset(
    str.split(
        """
        government army police president parliament weather prime first last next day week month year time number
        people man woman men women others two three four five six death dead toll move decision statement news same
        """
    )
)


# houses and bodies that go by the last word of their names: "the Orla Detention Centre" is "the centre"
_BODIES = (
    "centre|center|airport|college|school|plant|factory|mill|mine|colliery|refinery|dam|tunnel|stadium|museum|prison|jail"
    "|camp|theatre|cathedral|mosque|temple|hotel|tower|port|harbour|commission|committee|council|bureau|institute"
    "|foundation|association|federation|authority|department|corporation|bank|zoo|reservoir|coalition|union|court"
)
_BODY = re.compile(
    rf"\b[Tt]he (?P<head>{_BODIES})(?=[.;:]|['’]s\b|$|,(?! [A-Z])|"
    r" (?:is|was|has|had|will|would|could|can|may|on|at|and|or|since|for|from|by|to|as|after|before|with|which|that"
    r"|when|while|until|during|because|overnight|says|said|estimates|[a-z]+ed)\b)"
)
_OTHER_NAMES = frozenset(
    ("West Bank", "East Bank", "Left Bank", "Right Bank", "European Union", "Soviet Union")
)


class _Told(NamedTuple):
    """A noun phrase with a name in it.

    Attributes:
        at: where its sentence starts.
        name: what tells it from others of its noun.
        phrase: how it reads without its article.
        with_article: whether it takes one.
    """

    at: int
    name: str
    phrase: str
    with_article: bool


class Descriptions:
    """What ``the plant`` and ``the centre`` of a story's sentences stand for."""

    def __init__(self, sentences: Sentences) -> None:
        self._sentences = sentences
        self._told: dict[str, defaultdict[str, list[_Told]]] = {}
        self._bodies: dict[str, defaultdict[str, list[_Told]]] = {}
        self._others: dict[tuple[str, str], float] = {}

    def edit(self, article: str, sentence: Sentence) -> Edit | None:
        """``The plant`` with its name, where the sentences before name one plant and speak of no other."""
        return self._subject(article, sentence) or self._body(article, sentence)

    def _body(self, article: str, sentence: Sentence) -> Edit | None:
        """``the centre`` by the name that ends so, ``the Orla Detention Centre``, where the article has but one."""
        for found in _BODY.finditer(sentence.text):
            named = self._bodies_of(article)[found["head"]]
            before = [one for one in named if one.at < sentence.start]
            one_of_kind = len({one.name for one in named}) == 1 and named[0].name.startswith("=")
            if before and one_of_kind and before[0].phrase not in sentence.text:
                the = sentence.text[found.start() : found.start() + 4]
                text = f"{the if before[0].with_article else ''}{before[0].phrase}"
                return Edit(found.start(), found.end(), text, before[0].phrase)
        return None

    def _bodies_of(self, article: str) -> defaultdict[str, list[_Told]]:
        """Last word -> the names of two words and more that end with it."""
        if article not in self._bodies:
            found = self._bodies[article] = defaultdict(list)
            for sentence in self._sentences.of(article):
                for token, start, end in self._sentences.tokens(article, sentence):
                    form = sentence.text[start:end].removesuffix("'s").removesuffix("’s")
                    if token.startswith("=") and " " in form and form not in _OTHER_NAMES:
                        last = form.rpartition(" ")[2]
                        the = sentence.text[:start].endswith(("the ", "The "))
                        name = token if form.split().count(last) == 1 else form  # of two, run together
                        found[last.casefold()].append(_Told(sentence.start, name, form, the))
        return self._bodies[article]

    def _subject(self, article: str, sentence: Sentence) -> Edit | None:
        """A subject of one noun, by a phrase before it that has a name."""
        found = _SUBJECT.match(sentence.text)
        head = (found["head"] or found["late"]) if found else ""
        if not found or head in _KNOWN or not _ENDS_PHRASE.match(sentence.text, found.end()):
            return None
        told = [one for one in self._of(article)[head] if one.at < sentence.start]
        if len({one.name for one in self._of(article)[head]}) != 1 or not told:
            return None
        if self._first_other(article, head) < sentence.start:
            return None
        the = found.start("The") if found["The"] else found.start("the")
        first = min(told, key=lambda one: len(one.phrase))
        text = f"{sentence.text[the : the + 3]} {first.phrase}" if first.with_article else first.phrase
        return Edit(the, found.end(), text, first.name)

    def _first_other(self, article: str, head: str) -> float:
        """Where the first sentence starts that speaks of several plants or of another one; infinity for none."""
        if (article, head) not in self._others:
            other = re.compile(rf"\b(?:another|second|other|both|two|three) (?:[a-z]+ )?{head}|\b{head}s\b")
            found = (s.start for s in self._sentences.of(article) if other.search(s.text))
            self._others[article, head] = next(found, math.inf)
        return self._others[article, head]

    def _of(self, article: str) -> defaultdict[str, list[_Told]]:
        """Head noun -> its phrases with a name in the article."""
        if article not in self._told:
            self._told[article] = _read(self._sentences.of(article))
        return self._told[article]


def _read(sentences: Sequence[Sentence]) -> defaultdict[str, list[_Told]]:
    told: defaultdict[str, list[_Told]] = defaultdict(list)
    for sentence in sentences:
        if len(sentence.text) > LONGEST_SENTENCE:
            continue
        for head, name, phrase, the in _phrases(sentence.text):
            if not CALENDAR.intersection(name.split()):
                told[head].append(_Told(sentence.start, name, phrase, the))
    return told


def _phrases(text: str) -> Iterator[tuple[str, str, str, bool]]:
    """Head noun, name, the phrase, and whether it takes an article; an owner's takes none."""
    for pattern in (_BEFORE, _OWNED):
        for found in pattern.finditer(text):
            name = found["name"].removesuffix("'s").removesuffix("’s")
            yield found["noun"], name, f"{found['np']} {found['noun']}", pattern is _BEFORE
            if found["more"]:
                phrase = f"{found['np']} {found['noun']} {found['more']}"
                yield found["more"], name, phrase, pattern is _BEFORE
    for found in _PLACED.finditer(text):
        yield found["head"], found["name"].removesuffix("'s").removesuffix("’s"), found["np"], True
