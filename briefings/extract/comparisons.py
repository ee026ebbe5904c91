"""Areas told by comparison, which no unit gives away: ``roughly the size of Wales``."""

from __future__ import annotations

import re
from bisect import bisect_right

from briefings.extract.hedges import hedge_before, words_before
from briefings.facts import Fact, Sentence
from briefings.patterns import Pattern

_SIZE = Pattern(
    r"(?:the )?size of (?:(?:the )?(?:US |state of |city of |island of |country of ))?(?:the )?"
    r"(?P<place>[A-Z][\w'’-]{0,30}(?: (?:and |of )?[A-Z][\w'’-]{0,30}){0,3})"
)
_MULTIPLE = Pattern(r"\b(?:times|twice|half|third|quarter|double|triple|fraction) \Z", re.I)


def find_comparisons(text: str, sentences: list[Sentence]) -> list[Fact]:
    """Areas given as the size of a place; the value is the comparison itself, so they are never asked."""
    facts = []
    at = text.find("size of ")
    while at >= 0:
        start = at - 4 if text.startswith("the ", at - 4) and at >= 4 else at
        match = _SIZE.match(text, start)
        if match and not _MULTIPLE.search(text, max(0, start - 10), start):
            sentence = sentences[max(0, bisect_right(sentences, start, key=lambda one: one.start) - 1)]
            facts.append(_fact(text, start, match.end(), match["place"], sentence))
        at = text.find("size of ", at + 8)
    return [fact for fact in facts if fact.sentence.start <= fact.start and fact.end <= fact.sentence.end]


def _fact(text: str, start: int, end: int, place: str, sentence: Sentence) -> Fact:
    hedge = hedge_before(words_before(text, start))
    first = hedge[0] if hedge else start
    return Fact(
        kind="area",
        value=f"size of {place}",
        unit=None,
        quote=text[first:end],
        start=first,
        end=end,
        sentence=sentence,
        qualifier=hedge[1] if hedge else "about",
        vague=True,
    )
