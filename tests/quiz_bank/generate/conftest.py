"""Stories of our own making: facts found by searching the text for their quotes."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from briefings.facts import Fact, Measure
from briefings.reading.sentences import split_sentences
from briefings.stories import Article, Claim, Mention, Name, Story, content_key

PUBLISHED = date(2031, 5, 3)

FactMaker = Callable[..., Fact]
StoryMaker = Callable[..., Story]


def make_fact(text: str, kind: Any, value: Any, unit: str | None, quote: str, **more: Any) -> Fact:
    """The fact whose quote stands first in the text."""
    start = text.index(quote)
    sentence = next(s for s in split_sentences(text) if s.start <= start < s.end)
    more["also"] = tuple(Measure(*pair) for pair in more.pop("also", ()))
    return Fact(kind, value, unit, quote, start, start + len(quote), sentence, **more)


def make_story(
    text: str,
    *facts: Fact,
    published: date | None = PUBLISHED,
    outlet: str = "Gazette",
    names: tuple[Name, ...] = (),
    standing: Any = "single source",
) -> Story:
    """A story of one article, one claim a fact."""
    article = Article(content_key(text), "a.txt", text, outlet=outlet, published=published, facts=facts)
    claims = tuple(
        Claim(
            content_key("claim", text, fact.kind, str(fact.start)),
            fact.kind,
            fact.what,
            fact.value,
            fact.unit,
            standing,
            (outlet,),
            (Mention(article.key, fact),),
            fact.value_max,
            fact.qualifier,
            fact.also,
        )
        for fact in facts
    )
    return Story("lorn", "Lorn", (article,), claims, names)


@pytest.fixture
def fact() -> FactMaker:
    return make_fact


@pytest.fixture
def story() -> StoryMaker:
    return make_story
