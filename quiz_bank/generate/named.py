"""The names that a story's sentences tell something of: no fact holds them, so each becomes a claim of its own here.

A claim is keyed by its name and the words told of it, so that one agency's sentence in two outlets is one claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from briefings.extract.nations import DEMONYMS
from briefings.facts import Fact, Sentence
from briefings.stories import Article, Claim, Mention, Name, NameKind, Standing, Story, content_key
from quiz_bank.generate.grammar import starts_with_verb
from quiz_bank.generate.setting import PLAIN_NAME
from quiz_bank.generate.told import sentences_of
from quiz_bank.generate.words import (
    BODY_CLASSES,
    CONJUNCTIONS,
    GENERIC_NAMES,
    IRREGULAR_PAST,
    PLACE_CLASSES,
    PREPOSITIONS,
    PRESENT_VERBS,
)

MOST_SENTENCES = (
    400  # of a story, those that stand first in their articles: a large one has more than it needs
)
_DEEPEST = 30  # sentences of one article: what stands deeper is background
_LOCATIVE = "in|at|near|across|outside|around|off|to|from|into|through|throughout|towards?|of|on|over|inside"
_PLACE = re.compile(rf"\b(?:{_LOCATIVE}) (?:the )?(?P<name>{PLAIN_NAME})(?![\w'’\-])")
_AGENT = re.compile(rf"^(?:Meanwhile, |But |And )?(?:[Tt]he )?(?P<name>{PLAIN_NAME})(?![\w'’\-])")
_OBJECT = re.compile(
    r"\b(?:by|against|with|group|party|company|firm|movement|militia|airline|bank|newspaper|members of|part of) "
    rf"(?:the )?(?P<name>{PLAIN_NAME})(?![\w'’\-])"
)
_AT_PLACE = re.compile(
    r"\b(?:near|outside|(?:north|south|east|west|town|city|village|suburb|port|island|district|province) of) "
    rf"(?P<name>{PLAIN_NAME})(?![\w'’\-])"
)
_MENTIONED = re.compile(rf"\b(?P<link>[a-z]+)(?: the)? (?P<name>{PLAIN_NAME})(?![\w'’\-&])")
_ACRONYM = 6  # letters of a short form, which tells too little of what it stands for
_LED_IN = re.compile(
    rf"^(?:In|On|At|After|Since|Before|During|Under|Last|Earlier)\b[^,]{{2,60}}, "
    rf"(?:the )?(?P<name>{PLAIN_NAME})(?![\w'’\-])"
)
_PLACES = 2  # of one sentence that are tried
_PERSONS = 2  # of one sentence that are tried
_CAPITALS = re.compile(PLAIN_NAME)
_WORD = re.compile(r"[\w'’\-]+")
_SPEECH = re.compile('["“”]')
_SIGN_NEXT = re.compile(r" ?[$£€¥/&]")  # of "US$40", "Salm/Lorn"
_MEMBERS = frozenset(
    str.split("Republicans Democrats Conservatives Liberals Socialists Communists Tories Greens")
)
_FEWEST_WORDS = 7  # of a sentence that tells enough of a name


@dataclass(frozen=True, slots=True)
class Named:
    """A name in a sentence: ``fact`` is where it stands, ``name`` the story's cluster of its spellings."""

    name: Name
    fact: Fact


def named_claims(story: Story) -> list[tuple[Claim, NameKind]]:
    """Each name with what a sentence tells of it as a claim, and the name's kind."""
    forms = {form: name for name in story.names for form in name.forms if _is_fit(form, name.kind)}
    found: dict[str, list[tuple[Article, Named]]] = {}
    for article, one in _first(story, forms):
        words = sorted({word.lower() for word in _WORD.findall(one.fact.sentence.text)})
        key = content_key("named", story.slug, one.name.kind, one.fact.quote, " ".join(words))
        found.setdefault(key, []).append((article, one))
    return [(_claim(story, key, told), told[0][1].name.kind) for key, told in found.items()]


def _is_fit(form: str, kind: NameKind) -> bool:
    """Whether a name can be asked for: a person's in full, no adjective of a nation, no bare word of office."""
    words = form.split()
    if words[-1] in DEMONYMS or words[-1].rstrip("s") in DEMONYMS or not words[0][:1].isupper():
        return False
    if words[-1] in _MEMBERS:
        return False
    if kind == "person":
        return len(words) > 1 and words[0] not in GENERIC_NAMES
    classes = PLACE_CLASSES | BODY_CLASSES
    return not all(word in GENERIC_NAMES or word.lower() in classes for word in words)


def _first(story: Story, forms: Mapping[str, Name]) -> list[tuple[Article, Named]]:
    """The names of the sentences that stand first in their articles, at most ``MOST_SENTENCES``."""
    at: list[tuple[int, str, Article, Sentence]] = []
    for article in story.articles:
        sentences = sentences_of(article.text)[:_DEEPEST]
        at.extend((number, article.key, article, sentence) for number, sentence in enumerate(sentences))
    at.sort(key=lambda place: place[:2])
    found: list[tuple[Article, Named]] = []
    for _, _, article, sentence in at[: 2 * MOST_SENTENCES]:
        found.extend((article, one) for one in names_told(article, sentence, forms))
    return found[:MOST_SENTENCES]


def names_told(article: Article, sentence: Sentence, forms: Mapping[str, Name]) -> Iterator[Named]:
    """The names of a sentence worth asking for: who acts, who is named with an office, where something happens."""
    text = sentence.text.replace("\n", " ")
    if len(text.split()) < _FEWEST_WORDS or _SPEECH.search(text) or not text.rstrip().endswith("."):
        return
    for agent in (_AGENT.match(text), _LED_IN.match(text)):
        if agent and _known(agent, forms) and starts_with_verb(text[agent.end() :].lstrip()):
            yield _named(article, sentence, agent, forms)
    yield from (
        _named(article, sentence, found, forms) for found in _persons(text, forms) if found.start("name")
    )
    others = [
        found
        for found in (*_PLACE.finditer(text), *_OBJECT.finditer(text))
        if _known(found, forms) and _stands_alone(text[found.end() :]) and _is_whole(found, forms)
    ]
    if len(others) < _PLACES:
        taken = {found.start("name") for found in others}
        others += [
            found
            for found in _MENTIONED.finditer(text)
            if found.start("name") not in taken
            and _is_mentioned(found, forms)
            and _stands_alone(text[found.end() :])
        ]
    if not others:
        others = [
            found
            for found in _AT_PLACE.finditer(text)
            if _is_new(found) and _stands_alone(text[found.end() :])
        ]
    others.sort(key=lambda found: found.start("name"), reverse=True)
    yield from (_named(article, sentence, found, forms) for found in others[:_PLACES])


def _is_mentioned(found: re.Match[str], forms: Mapping[str, Name]) -> bool:
    """Whether a known name stands after a verb or a word of place or time: after a noun it belongs to that."""
    name, link = found["name"], found["link"]
    short = name.isupper() and len(name) <= _ACRONYM
    linked = link in PREPOSITIONS or link.endswith("ed") or link in PRESENT_VERBS | IRREGULAR_PAST
    return linked and not short and _known(found, forms) and forms[name].kind != "person"


def _is_new(found: re.Match[str]) -> bool:
    """Whether what follows ``near`` or ``the town of`` is a place that the story does not list."""
    name = found["name"]
    return _is_fit(name, "place") and not name.isupper() and found.string.count(name) == 1


def _persons(text: str, forms: Mapping[str, Name]) -> Iterator[re.Match[str]]:
    """The first people named in full, with the office before the name or none."""
    told = 0
    for found in _CAPITALS.finditer(text):
        words = found.group().split()
        for start in range(len(words) - 1):
            full = " ".join(words[start:])
            if full in forms and forms[full].kind == "person" and text.count(full) == 1:
                exact = re.compile(rf"(?P<name>{re.escape(full)})(?![\w\-])").search(text)
                if exact and not text[exact.end() :].startswith(("'", "’")):
                    yield exact
                    told += 1
                    break
        if told == _PERSONS:
            return


def _known(found: re.Match[str], forms: Mapping[str, Name]) -> bool:
    return found["name"] in forms and found.string.count(found["name"]) == 1


def _is_whole(found: re.Match[str], forms: Mapping[str, Name]) -> bool:
    """Whether the words before fit the kind: places stand after words of place, others after ``by`` or ``with``."""
    return (forms[found["name"]].kind == "place") == (found.re is _PLACE)


def _stands_alone(following: str) -> bool:
    """Whether nothing after the name belongs to it: the end, a comma, a verb, a small word."""
    if _SIGN_NEXT.match(following):
        return False
    word = re.match(r" ([\w'’\-]+)", following)
    if word is None:
        return True
    small = word[1].lower() in PREPOSITIONS | CONJUNCTIONS | {
        "that",
        "which",
        "who",
        "where",
        "when",
        "while",
    }
    return small or starts_with_verb(following.lstrip())


def _named(article: Article, sentence: Sentence, found: re.Match[str], forms: Mapping[str, Name]) -> Named:
    start = sentence.start + found.start("name")
    name = found["name"]
    said = next(
        (
            fact.attribution
            for fact in article.facts
            if fact.attribution and sentence.start <= fact.start < sentence.end
        ),
        None,
    )
    fact = Fact("event", name, None, name, start, start + len(name), sentence, what=name, attribution=said)
    return Named(forms.get(name) or Name(name, "place", (name,)), fact)


def _claim(story: Story, key: str, told: list[tuple[Article, Named]]) -> Claim:
    told.sort(key=lambda pair: (pair[0].key, pair[1].fact.start))
    origins = tuple(sorted({story.origins.get(article.key, article.label) for article, _ in told}))
    mentions = tuple(Mention(article.key, one.fact) for article, one in told)
    name = told[0][1].name.canonical
    standing: Standing = "confirmed" if len(origins) > 1 else "single source"
    return Claim(key, "event", name, name, None, standing, origins, mentions)
