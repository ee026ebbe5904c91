"""Deaths told after the toll of the bottom line: ``A fourth skier has died`` where it says three, or a higher toll."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from datetime import date
from typing import Final

from briefings.compose.briefing import Mark
from briefings.compose.drafts import Draft
from briefings.patterns import Pattern
from briefings.reconcile.words import token
from briefings.stories import Claim, Mention, Story

_ORDINALS: Final = ("second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
_ONE_MORE: Final = Pattern(
    rf"(?:A|The) (?P<nth>{'|'.join(_ORDINALS)}) (?:[a-z][a-z-]* ){{1,3}}"
    r"(?:(?:has|have|had|was|has been) )?(?:since |also )?"
    r"(?:died|dies|drowned|was killed|been confirmed dead|confirmed dead|found dead)\b[^,;:.]*"
)

_YEAR: Final = Pattern(r"\b(?:1[5-9]|20)\d\d\b")
MOST_RISE = 3.0  # times: a toll that is higher than that is another event's


def later_deaths(story: Story, told: Collection[str]) -> Iterator[Draft]:
    """Lines on a death that the toll of a line does not count, of articles of a later day, the highest first.

    Args:
        story: the story.
        told: the keys of the claims that the line tells.
    """
    tolls = [claim for claim in story.claims if claim.key in told and _is_toll(claim)]
    if not tolls:
        return
    known, day = max(int(claim.value) for claim in tolls), _last_day(story, tolls)
    for claim in story.claims:
        mention = claim.best
        found = _ONE_MORE.match(mention.fact.quote) if claim.kind == "event" else None
        if found and _ORDINALS.index(found["nth"]) + 1 == known and _day(story, mention) > day:
            sentence = mention.fact.sentence
            mark = Mark(mention.article, sentence.start, sentence.end)
            yield Draft("bottom line", found[0].rstrip(), claim, (claim,), (mark,))


def overtaken(story: Story) -> dict[str, list[str]]:
    """Toll -> the higher tolls of articles of a later day, the highest first; a toll of another year is none."""
    tolls = [c for c in story.claims if not c.rivals and _is_toll(c) and not _of_a_year(c)]
    ranked = sorted(((float(c.value), _last_day(story, [c]), c.key) for c in tolls), reverse=True)
    return {
        key: [other for higher, later, other in ranked if size < higher <= MOST_RISE * size and day < later]
        for size, day, key in ranked
    }


def _of_a_year(claim: Claim) -> bool:
    return all(_YEAR.search(mention.fact.sentence.text) for mention in claim.mentions)


def _is_toll(claim: Claim) -> bool:
    """Whether it counts people who died."""
    if claim.kind != "population" or not isinstance(claim.value, int | float):
        return False
    words = {token(word) for word in f"{claim.subject} {claim.best.fact.quote}".split()}
    return "*dead" in words and "*hurt" not in words


def _last_day(story: Story, tolls: Sequence[Claim]) -> date:
    """The last day on which the highest of the tolls was told."""
    highest = max(tolls, key=lambda claim: float(claim.value))
    return max(_day(story, mention) for mention in highest.mentions)


def _day(story: Story, mention: Mention) -> date:
    return story.article(mention.article).published or date.min
