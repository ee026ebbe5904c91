"""A story with what is looked up in it again and again while questions are made."""

from __future__ import annotations

from briefings.facts import Fact
from briefings.stories import Claim, Mention, Story
from quiz_bank.generate.setting import Settings
from quiz_bank.questions import Source

MOST_SOURCES = 5  # of one claim


class Shelf:
    """The articles and claims of a story by key, and what each article calls its names."""

    def __init__(self, story: Story) -> None:
        self.story = story
        self.articles = {article.key: article for article in story.articles}
        self.claims = {claim.key: claim for claim in story.claims}
        self.settings = Settings(story)

    def sources(self, claim: Claim, first: Fact) -> tuple[Source, ...]:
        """Where a claim stands: the mention asked about first, then the others."""
        mine = [mention for mention in claim.mentions if mention.fact is first]
        rest = [mention for mention in claim.mentions if mention.fact is not first]
        found = (self.source(mention) for mention in (*mine, *rest)[:MOST_SOURCES])
        return tuple(source for source in found if source)

    def source(self, mention: Mention) -> Source | None:
        """Where one mention stands; None where its article is gone."""
        article, fact = self.articles.get(mention.article), mention.fact
        if article is None:
            return None
        return Source(
            article=article.key,
            outlet=article.label,
            published=article.published,
            start=fact.start,
            end=fact.end,
            sentence=fact.sentence.text,
            sentence_start=fact.sentence.start,
            name=article.source,
        )
