"""A passage of an article that a line or a question rests on, and the words in it that count."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from briefings.compose.briefing import Mark
from briefings.stories import Article, Story
from quiz_bank.questions import Source

Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Passage:
    """Part of an article, usually a sentence.

    Attributes:
        article: the article.
        start, end: offsets of the passage in its text.
        spans: offsets in its text of the words that count, in order; none where all of it does.
    """

    article: Article
    start: int
    end: int
    spans: tuple[Span, ...] = ()

    @property
    def text(self) -> str:
        """The passage's own words."""
        return self.article.text[self.start : self.end]

    @property
    def spans_within(self) -> tuple[Span, ...]:
        """The spans counted from the start of the passage."""
        return tuple((start - self.start, end - self.start) for start, end in self.spans)


def passage_of_mark(story: Story, mark: Mark, claims: Collection[str]) -> Passage | None:
    """The passage behind a source mark, with the quotes of those claims; None without its article."""
    article = _article(story, mark.article_key)
    if article is None:
        return None
    quotes = {
        (mention.fact.start, mention.fact.end)
        for claim in story.claims
        if claim.key in claims
        for mention in claim.mentions
        if mention.article == mark.article_key
    }
    inside = (quote for quote in quotes if mark.start <= quote[0] and quote[1] <= mark.end)
    return Passage(article, mark.start, mark.end, _apart(inside))


def passage_of_source(story: Story, source: Source) -> Passage | None:
    """The passage behind a question's source, with the answer; None without its article."""
    article = _article(story, source.article)
    if article is None:
        return None
    end = source.sentence_start + len(source.sentence)
    return Passage(article, source.sentence_start, end, ((source.start, source.end),))


def opening(article: Article) -> Passage:
    """The first paragraph of an article, nothing marked."""
    return Passage(article, 0, len(article.text.split("\n", 1)[0]))


def _article(story: Story, key: str) -> Article | None:
    return next((article for article in story.articles if article.key == key), None)


def _apart(spans: Iterable[Span]) -> tuple[Span, ...]:
    """The spans in order, those that touch one before left out."""
    kept: list[Span] = []
    for span in sorted(spans):
        if not kept or span[0] >= kept[-1][1]:
            kept.append(span)
    return tuple(kept)
