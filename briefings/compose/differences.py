"""Lines about the sources themselves: where they contradict each other, and where they are one text."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping

from briefings.compose.briefing import Line, Mark
from briefings.compose.datewords import RELATIVE
from briefings.compose.labels import listed
from briefings.stories import Claim, Story

SIDES = 4  # contradicting claims shown side by side
TOPIC_WORDS = 10

_LOOSE_VERB = re.compile(r"\s+(?:is|are|was|were|has|have|had|been|will|would)$")
_ON_DAY = re.compile(rf"\s*(?:\bon )?{RELATIVE.pattern}", re.IGNORECASE)


def differing(story: Story, labels: Mapping[str, str]) -> list[Line]:
    """One line for each contradiction, most important first: every side in its own words, with its sources."""
    by_key = {claim.key: claim for claim in story.claims}
    told: set[str] = set()
    lines = []
    for claim in story.claims:
        if claim.rivals and claim.key not in told:
            sides = _sides(claim, by_key)
            told.update(side.key for side in sides)
            lines.append(_line(sides[:SIDES], labels, story))
    return lines


def _sides(claim: Claim, by_key: Mapping[str, Claim]) -> list[Claim]:
    """The claim and all it is at odds with, directly or through another; in the story's order."""
    found, open_ = {claim.key: claim}, [claim]
    while open_:
        for key in open_.pop().rivals:
            if key in by_key and key not in found:
                found[key] = by_key[key]
                open_.append(by_key[key])
    return list(found.values())


def _line(sides: list[Claim], labels: Mapping[str, str], story: Story) -> Line:
    told = "; ".join(f"“{_quote(side)}” ({listed(_labels(side, labels))})" for side in sides)
    topic = _topic(sides)
    copied = " One sentence, altered." if _altered(sides, story) else ""
    marks = {
        mention.article: Mark(mention.article, mention.fact.sentence.start, mention.fact.sentence.end)
        for side in sides
        for mention in reversed(side.mentions)
    }
    return Line(
        f"{topic}: {told}.{copied}",
        tuple(side.key for side in sides),
        "disputed",
        len({origin for side in sides for origin in side.origins}),
        tuple(marks.values()),
    )


def _quote(claim: Claim) -> str:
    return " ".join(claim.best.fact.quote.split())


def _labels(claim: Claim, labels: Mapping[str, str]) -> list[str]:
    return list(dict.fromkeys(labels[mention.article] for mention in claim.mentions))


def _topic(sides: list[Claim]) -> str:
    """What is measured, in the fullest of the sides' own words."""
    plain = (_ON_DAY.sub("", side.subject).partition(" and ")[0].split() for side in sides)
    subjects = [" ".join(words[:TOPIC_WORDS]) for words in plain if words]
    topic = max(subjects, key=lambda words: (len(words.split()), words)) if subjects else sides[0].kind
    topic = _LOOSE_VERB.sub("", topic) or topic
    return topic[0].upper() + topic[1:]


def _altered(sides: list[Claim], story: Story) -> bool:
    places = [{(m.article, m.fact.sentence.start) for m in side.mentions} for side in sides]
    return any(
        (one in places[0] and other in side) or (other in places[0] and one in side)
        for one, other in story.copies
        for side in places[1:]
    )


def one_story(story: Story, labels: Mapping[str, str]) -> list[Line]:
    """One line for each text that several outlets carry."""
    members: defaultdict[str, list[str]] = defaultdict(list)
    for article in story.articles:
        members[story.origins.get(article.key, article.key)].append(article.key)
    shared = Counter(frozenset((one[0], other[0])) for one, other in story.copies)
    lines = []
    for origin, keys in members.items():
        if len(keys) < 2:
            continue
        copied = max((count for pair, count in shared.items() if pair <= set(keys)), default=0)
        common = f" ({copied} sentence{'s' * (copied > 1)} in common)" if copied else ""
        names = listed(labels[key] for key in keys)
        lines.append(Line(f"{names} carry one text, {origin}{common}: counted once.", (), "", 1, ()))
    return lines
