"""Rows to frozen data and back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any, TypeVar

from briefings.facts import Fact, Measure, Sentence
from briefings.store.models import ArticleRow, ClaimRow, FactRow
from briefings.stories import Article, Claim, MapCheck, Mention, Name, Place, Story, Suggestion

Word = TypeVar("Word", str, str | None)
Copy = tuple[tuple[str, int], tuple[str, int]]


def article_values(article: Article) -> dict[str, Any]:
    """The columns of an article's row, without its story and key."""
    return {
        "source": article.source,
        "text": article.text,
        "title": article.title,
        "outlet": article.outlet,
        "agency": article.agency,
        "published": article.published,
        "date_basis": article.date_basis,
        "cut": list(article.cut),
    }


def article_of(row: ArticleRow, facts: Iterable[Fact] = ()) -> Article:
    """The article with its facts, which come in the order they stand in the text.

    Args:
        row: its row, or the columns of one.
        facts: its facts.
    """
    return Article(
        key=row.key,
        source=row.source,
        text=row.text,
        title=row.title,
        outlet=row.outlet,
        agency=row.agency,
        published=row.published,
        date_basis=row.date_basis,  # type: ignore[arg-type]  # a CHECK holds it to the known words
        cut=tuple(row.cut),
        facts=tuple(facts),
    )


def fact_values(fact: Fact) -> dict[str, Any]:
    """The columns of a fact's row, without its article and claim."""
    return {
        "kind": fact.kind,
        "start": fact.start,
        "end": fact.end,
        "sentence_start": fact.sentence.start,
        "sentence_end": fact.sentence.end,
        "value": fact.value,
        "value_max": fact.value_max,
        "unit": fact.unit,
        "qualifier": fact.qualifier,
        "what": fact.what,
        "also": [[measure.value, measure.unit] for measure in fact.also],
        "attribution": fact.attribution,
        "as_of": fact.as_of,
        "relative": fact.relative,
        "change": fact.change,
        "vague": fact.vague,
    }


def fact_of(row: FactRow, text: str, known: Same | None = None) -> Fact:
    """The fact, its quote and sentence cut from the article's text.

    Args:
        row: its row, or the columns of one.
        text: the article's text.
        known: what is shared among the facts of an article or story.
    """
    same = Same() if known is None else known
    return Fact(
        kind=same(row.kind),  # type: ignore[arg-type]  # written from a Fact
        value=row.value,
        unit=same(row.unit),
        quote=text[row.start : row.end],
        start=row.start,
        end=row.end,
        sentence=same.sentence(text, row.sentence_start, row.sentence_end),
        what=same(row.what),
        qualifier=same(row.qualifier),  # type: ignore[arg-type]
        value_max=row.value_max,
        also=tuple(Measure(value, unit) for value, unit in row.also),
        attribution=same(row.attribution),
        as_of=same(row.as_of),
        relative=row.relative,
        change=same(row.change),  # type: ignore[arg-type]
        vague=row.vague,
    )


class Same:
    """Holds each word and each sentence once, however many facts repeat it."""

    def __init__(self) -> None:
        self._words: dict[str | None, str | None] = {}
        self._text = ""
        self._sentences: dict[tuple[int, int], Sentence] = {}

    def __call__(self, word: Word) -> Word:
        """The word itself, or the equal one that was met first."""
        return self._words.setdefault(word, word)  # type: ignore[return-value]  # an equal one

    def sentence(self, text: str, start: int, end: int) -> Sentence:
        """The sentence at these offsets; those of one text are remembered until another is asked about."""
        if text is not self._text:
            self._text, self._sentences = text, {}
        if (start, end) not in self._sentences:
            self._sentences[start, end] = Sentence(start, end, text[start:end])
        return self._sentences[start, end]


def claim_body(claim: Claim) -> dict[str, Any]:
    """Everything of a claim but its key, kind and mentions."""
    return {
        "subject": claim.subject,
        "value": claim.value,
        "value_max": claim.value_max,
        "unit": claim.unit,
        "qualifier": claim.qualifier,
        "also": [[measure.value, measure.unit] for measure in claim.also],
        "standing": claim.standing,
        "claimant": claim.claimant,
        "origins": list(claim.origins),
        "as_of": claim.as_of,
        "rivals": list(claim.rivals),
    }


def claim_of(row: ClaimRow, mentions: Iterable[Mention]) -> Claim:
    """The claim with its mentions, best first."""
    body = dict(row.body)
    return Claim(
        key=row.key,
        kind=row.kind,  # type: ignore[arg-type]
        mentions=tuple(mentions),
        origins=tuple(body.pop("origins")),
        rivals=tuple(body.pop("rivals")),
        also=tuple(Measure(value, unit) for value, unit in body.pop("also")),
        **body,
    )


def value_changed(old: Mapping[str, Any], new: Mapping[str, Any]) -> bool:
    """Whether what a learner has to know differs between two bodies of one claim."""
    return any(old.get(part) != new.get(part) for part in ("value", "value_max", "unit", "qualifier"))


def whole_story(story: Story, digest: str) -> dict[str, Any]:
    """What belongs to the story as a whole, as its row keeps it."""
    return {
        "names": [[name.canonical, name.kind, list(name.forms)] for name in story.names],
        "origins": dict(story.origins),
        "copies": [[list(one), list(other)] for one, other in story.copies],
        "places": [asdict(place) for place in story.places],
        "map_checks": [asdict(check) for check in story.map_checks],
        "suggestions": [asdict(pair) for pair in story.suggestions],
        "digest": digest,
    }


def names_of(body: Mapping[str, Any]) -> tuple[Name, ...]:
    """The name clusters in a story row's ``reconciled``."""
    return tuple(Name(canonical, kind, tuple(forms)) for canonical, kind, forms in body.get("names", ()))


def copies_of(body: Mapping[str, Any]) -> tuple[Copy, ...]:
    """The copied sentences in a story row's ``reconciled``."""
    return tuple(((one[0], one[1]), (other[0], other[1])) for one, other in body.get("copies", ()))


def places_of(body: Mapping[str, Any]) -> tuple[Place, ...]:
    """The known places in a story row's ``reconciled``."""
    return tuple(Place(**place) for place in body.get("places", ()))


def map_checks_of(body: Mapping[str, Any]) -> tuple[MapCheck, ...]:
    """The distances set beside the map in a story row's ``reconciled``."""
    return tuple(MapCheck(**check) for check in body.get("map_checks", ()))


def suggestions_of(body: Mapping[str, Any]) -> tuple[Suggestion, ...]:
    """The undecided pairs of names in a story row's ``reconciled``."""
    return tuple(Suggestion(**pair) for pair in body.get("suggestions", ()))
