"""The short forms and other names that the articles explain themselves."""

from __future__ import annotations

from collections import Counter

from briefings.compose.briefing import Line, Mark
from briefings.facts import Fact
from briefings.fold import plain_fold
from briefings.stories import Article, Story

MOST_FORMS = 5
FEWEST_USES = 2  # of a form in the story: rarer ones need no explanation


def explained(story: Story) -> list[Line]:
    """One line that says what stated short forms stand for, most used first; none where nothing is stated."""
    told = _stated(story)
    if not told:
        return []
    text = "; ".join(f"{form}: {' '.join(fact.what.split())}" for form, _, fact in told)
    marks = {
        article.key: Mark(article.key, fact.sentence.start, fact.sentence.end)
        for _, article, fact in reversed(told)
    }
    return [Line(text, (), "", len({story.origins.get(key, key) for key in marks}), tuple(marks.values()))]


def short_forms(story: Story) -> list[tuple[str, str]]:
    """The short forms ``explained`` explains, each with what it stands for."""
    return [(form, " ".join(fact.what.split())) for form, _, fact in _stated(story)]


def _stated(story: Story) -> list[tuple[str, Article, Fact]]:
    stated: dict[str, tuple[Article, Fact]] = {}
    for article in story.articles:
        for fact in article.facts:
            if fact.kind == "alias" and _says_something(fact):
                stated.setdefault(str(fact.value), (article, fact))
    uses = Counter({form: sum(_uses(form, article) for article in story.articles) for form in stated})
    forms = sorted(
        (form for form in stated if uses[form] >= FEWEST_USES), key=lambda form: (-uses[form], form)
    )
    return [(form, *stated[form]) for form in forms[:MOST_FORMS]]


def _says_something(fact: Fact) -> bool:
    form, thing = str(fact.value), fact.what
    return bool(form and thing) and plain_fold(form) != plain_fold(thing)


def _uses(form: str, article: Article) -> int:
    return article.text.count(form)
