"""Short forms as claims of their own: a story joins names, but keeps no claim that says what a form stands for."""

from __future__ import annotations

from briefings.stories import Claim, Mention, Story, content_key


def acronym_claims(story: Story) -> list[Claim]:
    """One claim for each short form and what it stands for, whichever articles say so."""
    found: dict[tuple[str, str], list[Mention]] = {}
    for article in story.articles:
        for fact in article.facts:
            if fact.kind == "alias" and not fact.vague:
                found.setdefault((str(fact.value), fact.what), []).append(Mention(article.key, fact))
    claims = []
    for (form, name), mentions in found.items():
        mentions.sort(key=lambda mention: (mention.article, mention.fact.start))
        origins = tuple(sorted({story.origins.get(mention.article, mention.article) for mention in mentions}))
        key = content_key("alias", story.slug, form)
        claims.append(Claim(key, "alias", name, form, None, "single source", origins, tuple(mentions)))
    return claims
