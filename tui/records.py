"""The JSON of articles, facts and claims, in the field names that programs rely on."""

from __future__ import annotations

from typing import Any

from briefings.stories import Article, Claim, Mention, Name, Place, Story, Suggestion


def article_record(story: Story, article: Article, text: bool = False) -> dict[str, Any]:
    """An article as ``briefing articles --json`` prints it; with its text where asked for."""
    record: dict[str, Any] = {
        "id": article.key,
        "story": story.slug,
        "source": article.source,
        "outlet": article.outlet,
        "agency": article.agency,
        "title": article.title,
        "published": article.published.isoformat() if article.published else None,
        "date_basis": article.date_basis,
        "origin": story.origins.get(article.key),
        "words": article.words,
        "facts": len(article.facts),
        "cut_lines": len(article.cut),
    }
    return {**record, "text": article.text} if text else record


def fact_record(story: Story, mention: Mention) -> dict[str, Any]:
    """A fact as ``briefing facts --json`` prints it."""
    article = story.article(mention.article)
    return mention.fact.as_json(article.fact_id(mention.fact), article.source)


def claim_record(story: Story, claim: Claim) -> dict[str, Any]:
    """A claim as ``briefing claims --json`` prints it, with its member facts, best first."""
    return {
        "id": claim.key,
        "story": story.slug,
        "kind": claim.kind,
        "subject": claim.subject,
        "value": claim.value,
        "value_max": claim.value_max,
        "unit": claim.unit,
        "qualifier": claim.qualifier,
        "also": [{"value": measure.value, "unit": measure.unit} for measure in claim.also],
        "as_of": claim.as_of,
        "standing": claim.standing,
        "claimant": claim.claimant,
        "origins": list(claim.origins),
        "rivals": list(claim.rivals),
        "facts": [fact_record(story, mention) for mention in claim.mentions],
    }


def name_record(story: Story, name: Name, place: Place | None) -> dict[str, Any]:
    """A name as ``briefing names --json`` prints it; ``place`` is null where the gazetteer does not know it."""
    return {
        "story": story.slug,
        "name": name.canonical,
        "kind": name.kind,
        "forms": list(name.forms),
        "place": place
        and {
            "latitude": place.latitude,
            "longitude": place.longitude,
            "country": place.country,
            "population": place.population,
            "mentions": place.mentions,
        },
    }


def suggestion_record(story: Story, pair: Suggestion) -> dict[str, Any]:
    """Two names that may be one, as ``briefing names --json`` prints them after the names."""
    return {"story": story.slug, "suggestion": [pair.first, pair.second], "why": pair.why}
