"""Statements that one named thing is the largest, last or only one of its kind, found in a story's sentences.

No fact holds them, so each becomes a claim of its own here: keyed by what is said to be superlative, so that
the same statement in two articles is one claim.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from briefings.facts import Fact, Sentence
from briefings.stories import Article, Claim, Mention, Standing, Story, content_key
from quiz_bank.generate.setting import PLAIN_NAME
from quiz_bank.generate.told import sentences_of
from quiz_bank.generate.words import BODY_CLASSES, FUNCTION_WORDS, PLACE_CLASSES

_RANK = (
    r"(?:(?:second|third|fourth)[ -])?(?:largest|biggest|smallest|longest|shortest|highest|tallest|deepest|oldest|"
    r"newest|youngest|busiest|richest|poorest|strongest|last|first|only|main)"
)
_RANKED = re.compile(rf"\b{_RANK}\b")
_NOUN = "|".join(sorted(PLACE_CLASSES | BODY_CLASSES))
_REST = r"(?P<rest>(?:in|of|on|to|between|held by|under) [^,;.]{3,80}?)"
_IS_THE = re.compile(
    rf"^(?:The )?(?P<name>{PLAIN_NAME})(?:, [^,]{{3,120}},)? (?:is [^,]{{3,90}} and )?(?P<verb>is|was|remains) the "
    rf"(?P<rank>{_RANK})(?: and [a-z ]{{3,25}})? (?P<noun>{_NOUN}) {_REST}(?:,| and (?:the|a|is|was|has)\b|\.|$)"
)
_WAS_THE_TOWN = re.compile(
    rf"^(?P<subject>[A-Z][^,;]{{3,80}} (?:{_RANK}) [^,;]{{3,60}}) (?P<verb>is|was) "
    rf"the (?P<noun>{_NOUN}) of (?P<name>{PLAIN_NAME})"
    r"(?:,|\.|$)"
)


_BETWEEN = re.compile(
    rf"^(?:The )?(?:(?P<noun>{_NOUN}) of )?(?P<name>{PLAIN_NAME})(?:, [^,]{{3,80}},)? "
    r"(?:lies|is|sits|stands|is located|is situated) (?P<where>"
    r"(?:about |roughly |almost |nearly |some )?(?:half-?way|midway) between "
    rf"(?:the )?{PLAIN_NAME} and [^,;.]{{3,60}}?)(?:,| and (?:the|a|is|was|has)\b|\.|$)"
)
TEMPLATES = ("superlative", "between")


@dataclass(frozen=True, slots=True)
class Superlative:
    """One such statement.

    Attributes:
        noun: the class of the name, as ``Which NOUN`` asks for it.
        name: the name that is asked for.
        about: what is told of it.
        fact: where it stands.
        template: of ``TEMPLATES``; part of the question's id.
    """

    noun: str
    name: str
    about: str
    fact: Fact
    template: str = TEMPLATES[0]


def superlatives(article: Article) -> Iterator[Superlative]:
    """The statements of one article."""
    if not _RANKED.search(article.text) and "way between" not in article.text:
        return
    for sentence in sentences_of(article.text):
        found = _read(sentence)
        if found:
            yield found


def _read(sentence: Sentence) -> Superlative | None:
    text = re.sub(r"\s", " ", sentence.text)
    between = _BETWEEN.match(text) if "way between" in text else None
    if between and between["name"].lower() not in FUNCTION_WORDS:
        about = f"lies {between['where']}"
        return Superlative(
            between["noun"] or "place", between["name"], about, _fact(sentence, between, about), "between"
        )
    if not _RANKED.search(text):
        return None
    whole = _IS_THE.match(text)
    if whole:
        verb = "is" if whole["verb"] == "remains" else whole["verb"]
        about = f"{verb} the {whole['rank']} {whole['rest'].strip()}"
    else:
        whole = _WAS_THE_TOWN.match(text)
        if whole is None:
            return None
        subject = whole["subject"]
        about = (
            f"{whole['verb']} {subject[0].lower() + subject[1:] if subject.startswith('The ') else subject}"
        )
    return Superlative(whole["noun"], whole["name"], about, _fact(sentence, whole, about))


def _fact(sentence: Sentence, told: re.Match[str], about: str) -> Fact:
    """The place of the name in the article, as a fact."""
    name, start = told["name"], sentence.start + told.start("name")
    return Fact("event", about, None, name, start, start + len(name), sentence, what=name)


def superlative_claims(story: Story) -> list[tuple[Claim, Superlative]]:
    """Each statement as a claim of its own, and the statement; the same one of two articles is one."""
    found: dict[str, list[tuple[Article, Superlative]]] = {}
    for article in story.articles:
        for one in superlatives(article):
            about = " ".join(sorted(set(one.about.lower().split())))
            key = content_key(one.template, story.slug, one.noun, about)
            found.setdefault(key, []).append((article, one))
    claims = []
    for key, told in found.items():
        told.sort(key=lambda pair: (pair[0].key, pair[1].fact.start))
        mentions = tuple(Mention(article.key, one.fact) for article, one in told)
        origins = tuple(sorted({story.origins.get(article.key, article.label) for article, _ in told}))
        best = told[0][1]
        standing: Standing = "confirmed" if len(origins) > 1 else "single source"
        claim = Claim(key, "event", best.name, best.about, None, standing, origins, mentions)
        claims.append((claim, best))
    return claims
