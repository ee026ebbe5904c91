"""Scores a story against a truth file that tells its facts, copies, contradictions and look-alikes.

A folder holds ``*.txt`` articles and ``truth.json``:

- ``title``; ``words``: the budget that goes with its length, some nine to ten words a fact as in a long story;
- ``articles``: file -> ``outlet``, ``published``, perhaps ``agency``;
- ``facts``: ``id``, ``kind``, ``weight`` (independent origins), ``told``: ``[file, words before, quote]`` each;
- ``contradictions``: ``id``, ``sides`` (each a list of such places), ``altered`` (copies of one sentence);
- ``look_alikes``: pairs of fact ids that are neither one claim nor at odds;
- ``copies``: ``[file, opening of a sentence, file, opening of its copy]``;
- ``origins``: lists of files that are one origin.
"""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations
from pathlib import Path
from typing import Any

from briefings.compose.briefing import Briefing, Line
from briefings.compose.compose import compose
from briefings.compose.drafts import Drafts
from briefings.extract.pipeline import extract
from briefings.facts import NUMERIC_KINDS
from briefings.reading.articles import Given, read_article
from briefings.reading.sentences import split_sentences
from briefings.reconcile.story import reconcile
from briefings.stories import Article, Claim, Story

Span = tuple[str, int, int]  # article key, start, end
Told = Sequence[str]  # file, words before the quote, the quote


@dataclass(frozen=True)
class Ratio:
    """So many of so many; a part of nothing is whole."""

    some: float
    whole: float

    @property
    def part(self) -> float:
        """Between 0 and 1."""
        return self.some / self.whole if self.whole else 1.0

    def __str__(self) -> str:
        return f"{self.some:g}/{self.whole:g} = {100 * self.part:.1f} %"


@dataclass(frozen=True)
class Score:
    """How a story fares against its truth.

    Attributes:
        words: the budget.
        coverage: weight of the facts the briefing tells.
        cluster_precision, cluster_recall: over pairs of labelled mentions.
        copy_precision, copy_recall: over pairs of copied sentences.
        shown: contradictions with a line of their own under the same heading; altered copies must be called so.
        false: lines about contradictions that are none.
        merged: look-alikes in one claim, or at odds with each other.
        marks: marks that lead to a sentence with the value of one of the line's claims.
        twice: lines and figures told twice.
        misses: what went wrong, in words.
    """

    words: int
    coverage: Ratio
    cluster_precision: Ratio
    cluster_recall: Ratio
    copy_precision: Ratio
    copy_recall: Ratio
    shown: Ratio
    false: int
    merged: int
    marks: Ratio
    twice: int
    misses: tuple[str, ...]


class Truth:
    """One folder: its story as the product reads it, and what is true of it."""

    def __init__(self, folder: Path) -> None:
        self.truth: dict[str, Any] = json.loads((folder / "truth.json").read_text("utf-8"))
        self.words = int(self.truth["words"])
        self._articles = {name: _read(folder / name, about) for name, about in self.truth["articles"].items()}
        self.story = reconcile(folder.name, self.truth["title"], list(self._articles.values()))
        self.facts = {
            fact["id"]: [self.located(told) for told in fact["told"]] for fact in self.truth["facts"]
        }
        self.kinds = {fact["id"]: fact["kind"] for fact in self.truth["facts"]}

    def located(self, told: Told) -> Span:
        """Where a quote stands; its words must stand there once."""
        name, before, quote = told
        article = self._articles[name]
        assert article.text.count(before + quote) == 1, (
            f"{told} stands {article.text.count(before + quote)} times"
        )
        start = article.text.index(before + quote) + len(before)
        return article.key, start, start + len(quote)

    def sentence(self, name: str, opening: str) -> tuple[str, int]:
        """The place of the sentence that holds the words."""
        article = self._articles[name]
        at = article.text.index(opening)
        return article.key, next(s.start for s in split_sentences(article.text) if s.start <= at < s.end)

    def claims_at(self, span: Span, kind: str | None = None) -> list[Claim]:
        """The claims with a mention that overlaps the span, those of the kind alone where one is given."""
        return [
            claim
            for claim in self.story.claims
            for mention in claim.mentions
            if mention.article == span[0]
            and mention.fact.start < span[2]
            and span[1] < mention.fact.end
            and (kind is None or _group(claim.kind) == _group(kind))
        ]

    def score(self, words: int | None = None) -> Score:
        """Every figure, those of the briefing at the story's own length, or at so many words."""
        words = self.words if words is None else words
        briefing = compose(self.story, words)
        misses: list[str] = []
        precision, recall = self._clusters(misses)
        copied, found = self._copies(misses)
        shown, false = self._contradictions(briefing, misses)
        return Score(
            words,
            self._coverage(briefing, misses),
            precision,
            recall,
            copied,
            found,
            shown,
            false,
            self._merged(misses),
            marks_held(briefing, self.story),
            told_twice(briefing, self.story),
            tuple(misses),
        )

    def _coverage(self, briefing: Briefing, misses: list[str]) -> Ratio:
        told = {key for section in briefing.sections for line in section.lines for key in line.claims}
        weights = {fact["id"]: fact["weight"] for fact in self.truth["facts"]}
        hit = {
            name
            for name, spans in self.facts.items()
            if any(claim.key in told for span in spans for claim in self.claims_at(span, self.kinds[name]))
            or self._printed(name, briefing)
        }
        misses += [f"untold: {name} ({weights[name]})" for name in weights if name not in hit]
        return Ratio(sum(weights[name] for name in hit), sum(weights.values()))

    def _printed(self, name: str, briefing: Briefing) -> bool:
        """Whether a line holds the fact's very quote and rests on its sentence."""
        for fact in self.truth["facts"]:
            if fact["id"] != name:
                continue
            for told, span in zip(fact["told"], self.facts[name], strict=True):
                for line in (line for section in briefing.sections for line in section.lines):
                    rests = any(m.article_key == span[0] and m.start <= span[1] < m.end for m in line.sources)
                    if (
                        rests
                        and told[2].casefold() in line.text.casefold()
                        and any(c.isdigit() for c in told[2])
                    ):
                        return True
        return False

    def _clusters(self, misses: list[str]) -> tuple[Ratio, Ratio]:
        labelled = [
            (name, claims[0].key)
            for name, spans in self.facts.items()
            for span in spans
            if (claims := self.claims_at(span, self.kinds[name]))
        ]
        true = merged = both = 0
        for (one, first), (other, second) in combinations(labelled, 2):
            same, joined = one == other, first == second
            true, merged, both = true + same, merged + joined, both + (same and joined)
            if same != joined:
                misses.append(f"{'apart' if same else 'falsely one'}: {one} | {other}")
        return Ratio(both, merged), Ratio(both, true)

    def _copies(self, misses: list[str]) -> tuple[Ratio, Ratio]:
        true = {
            frozenset((self.sentence(one, opening), self.sentence(other, copy)))
            for one, opening, other, copy in self.truth["copies"]
        }
        found = {frozenset(pair) for pair in self.story.copies}
        misses += [f"copy missed or false: {sorted(pair)}" for pair in true ^ found]
        groups = [
            {self.story.origins[self._articles[n].key] for n in names} for names in self.truth["origins"]
        ]
        misses += ["one origin counted twice" for group in groups if len(group) > 1]
        return Ratio(len(true & found), len(found)), Ratio(len(true & found), len(true))

    def _contradictions(self, briefing: Briefing, misses: list[str]) -> tuple[Ratio, int]:
        lines = [line for s in briefing.sections if s.name == "where sources differ" for line in s.lines]
        right: set[int] = set()
        shown = 0
        for item in self.truth["contradictions"]:
            hits = {
                n
                for n, line in enumerate(lines)
                if all(any(self._in_line(told, line) for told in side) for side in item["sides"])
            }
            right |= hits
            named = not item["altered"] or any(lines[n].text.startswith("Altered copy: ") for n in hits)
            shown += bool(hits) and named
            if not hits or not named:
                misses.append(f"contradiction not shown: {item['id']}")
        misses += [f"false contradiction: {line.text}" for n, line in enumerate(lines) if n not in right]
        return Ratio(shown, len(self.truth["contradictions"])), len(lines) - len(right)

    def _in_line(self, told: Told, line: Line) -> bool:
        """Whether the line shows a side: by a claim told there, or by quoting its sentence."""
        span = self.located(told)
        if {claim.key for claim in self.claims_at(span)} & set(line.claims):
            return True
        text = self.story.article(span[0]).text
        return any(
            mark.article_key == span[0]
            and mark.start <= span[1] < mark.end
            and any(quote in spaced(text[mark.start : mark.end]) for quote in quoted(line))
            for mark in line.sources
        )

    def _merged(self, misses: list[str]) -> int:
        count = 0
        for one, other in self.truth["look_alikes"]:
            first, second = (
                [c for span in self.facts[name] for c in self.claims_at(span, self.kinds[name])]
                for name in (one, other)
            )
            if any(a.key == b.key or a.key in b.rivals for a in first for b in second):
                count += 1
                misses.append(f"look-alikes merged or at odds: {one} | {other}")
        return count


def marks_held(briefing: Briefing, story: Story) -> Ratio:
    """Marks that lead to a stored sentence with what the line says of it.

    That is the value of one of the line's claims, or an alias it explains, or, in a line on two states of one
    thing, the words that give it one of them.
    """
    states = {
        (said.article, said.sentence.start)
        for opposed in Drafts(story).opposed()
        for side in opposed.sides
        for said in side
    }
    claims = {claim.key: claim for claim in story.claims}
    good = total = 0
    for line in (line for section in briefing.sections for line in section.lines):
        for mark in line.sources:
            article = story.article(mark.article_key)
            text = spaced(article.text[mark.start : mark.end])
            told = [
                m.fact.quote for key in line.claims for m in claims[key].mentions if m.article == article.key
            ]
            if not line.claims:
                told += [fact.quote for fact in article.facts if fact.kind == "alias"]
            total += 1
            said = line.standing == "disputed" and (article.key, mark.start) in states
            good += said or any(spaced(quote) in text for quote in told)
    return Ratio(good, total)


def quoted(line: Line) -> list[str]:
    """What the line gives in quotation marks."""
    return re.findall("“([^”]+)”", line.text)


def spaced(text: str) -> str:
    """The text with single spaces."""
    return " ".join(text.split())


def told_twice(briefing: Briefing, story: Story) -> int:
    """Lines that stand twice, and figures told in two lines."""
    claims = {claim.key: claim for claim in story.claims}
    lines = [line for section in briefing.sections for line in section.lines]
    plain = [
        line
        for section in briefing.sections
        if section.name != "where sources differ"
        for line in section.lines
    ]
    counts = Counter(key for line in plain for key in line.claims if claims[key].kind in NUMERIC_KINDS)
    return len(lines) - len({line.text for line in lines}) + sum(count > 1 for count in counts.values())


def _group(kind: str) -> str:
    return "figure" if kind in NUMERIC_KINDS else kind


def _read(path: Path, about: dict[str, str]) -> Article:
    day = date.fromisoformat(about["published"])
    article = read_article(path.read_bytes(), path.name, Given(about["outlet"], None, day))
    article = replace(article, agency=about.get("agency") or article.agency)
    return replace(article, facts=tuple(extract(article.text, day)))


def report(score: Score, name: str) -> Iterable[str]:
    """The figures in lines."""
    yield f"{name}: coverage at {score.words} words {score.coverage}"
    yield f"    clusters P {score.cluster_precision} R {score.cluster_recall}"
    yield f"    copies P {score.copy_precision} R {score.copy_recall}"
    yield f"    contradictions shown {score.shown}, false {score.false}; look-alikes merged {score.merged}"
    yield f"    marks {score.marks}; told twice {score.twice}"
    yield from (f"      {miss}" for miss in score.misses)
