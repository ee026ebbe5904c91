"""Measures the questions: ``python -m benchmarks.questions [FOLDER]``.

FOLDER holds ``seeds/*.txt``, ``gold/seeds.jsonl`` and ``articles/*.txt`` (default: the folder ``shared`` beside the
repository). Prints how many of the facts labelled as worth asking are asked, which keys refuse a labelled answer,
how many questions the articles give for a thousand words, why candidates were refused, and how long a story of
``benchmarks/ingest.py`` takes. How many of the questions are good is for people to judge: see docs/questions.md.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from benchmarks.briefing import SHARED
from benchmarks.ingest import write_articles
from benchmarks.labels import Gold, Span, overlap, read_gold, read_story
from briefings.extract.pipeline import extract
from briefings.reading.articles import read_article
from briefings.reconcile.story import reconcile
from briefings.stories import Article, Story
from quiz_bank.generate.generate import generate, refused
from quiz_bank.grading.judge import judge
from quiz_bank.questions import Question

COVERED = 75.0  # % of the labelled facts worth asking, at least
SIZES = {200: 1.0, 1000: 3.0}  # articles of a story -> seconds at most
_NEAR_KINDS = {"person": "role", "text": "alias", "place": "event"}


@dataclass(frozen=True)
class Labelled:
    """One fact worth asking: its spans (every mention), its kind and the answers that are right."""

    key: str
    kind: str
    spans: tuple[Span, ...]
    answers: tuple[str, ...]


def labelled(gold: Gold) -> list[Labelled]:
    """The facts worth asking, each with all mentions that repeat it in its article."""
    repeats: dict[str, list[str]] = defaultdict(list)
    for key, record in gold.records.items():
        repeats[record.get("same_as") or key].append(key)
    found = []
    for key, record in gold.records.items():
        if record["quiz"] and record["answers"] and record["where"] in ("body", "title"):
            spans = tuple(gold.spans[other] for other in {key, *repeats[key]} if other in gold.spans)
            found.append(Labelled(key, record["kind"], spans, tuple(map(str, record["answers"]))))
    return found


def places(question: Question, story: Story) -> list[Span]:
    """Where the claims of a question stand: its sources, and every mention of its claim."""
    names = {article.key: article.source for article in story.articles}
    claims = {claim.key: claim for claim in story.claims}
    spans = [(names[source.article], source.start, source.end) for source in question.sources]
    claim = claims.get(question.claim)
    if claim:
        spans += [(names[m.article], m.fact.start, m.fact.end) for m in claim.mentions]
    return spans


def accepts(question: Question, answers: Iterable[str]) -> bool:
    """Whether the key takes one of the answers as right."""
    return any(judge(question.key, answer, question.ask).verdict == "correct" for answer in answers)


def print_coverage(gold: Gold, story: Story) -> float:
    """Which labelled facts are asked; the keys that stand on such a fact and refuse its answers."""
    asked = generate(story)
    at = [(question, places(question, story)) for question in asked]
    facts = labelled(gold)
    missed, doubtful = [], []
    for fact in facts:
        near = [q for q, spans in at if any(overlap(one, two) for one in spans for two in fact.spans)]
        if any(accepts(question, fact.answers) for question in near):
            continue
        answered = [
            q for q, _ in at if q.kind not in ("order", "match", "true-false") and accepts(q, fact.answers)
        ]
        if any(_asks(question, fact) for question in answered):
            continue
        missed.append(fact)
        doubtful += [(q, fact) for q in near if q.kind == fact.kind]
    share = 100 * (1 - len(missed) / len(facts))
    print(
        f"labelled facts asked: {len(facts) - len(missed)} of {len(facts)} = {share:.0f} % (bar {COVERED:.0f})"
    )
    print("  not asked: " + ", ".join(fact.key for fact in missed))
    for question, fact in doubtful:
        print(f"  key and label differ: {fact.key} {fact.answers} / {question.answer}: {question.ask}")
    return share


def _asks(question: Question, fact: Labelled) -> bool:
    """Whether a question that takes the answers is of the fact's kind, in whichever article it stands."""
    return fact.kind in (question.kind, _NEAR_KINDS.get(question.kind))


def read(paths: Sequence[Path]) -> list[Article]:
    """The articles of the files, with their facts."""
    found = []
    for path in paths:
        article = read_article(path.read_bytes(), path.name)
        found.append(replace(article, facts=tuple(extract(article.text, article.published))))
    return found


def print_yield(paths: Sequence[Path]) -> None:
    """Questions of each article as a story of its own, by shape, and the reasons of the rest."""
    shapes: Counter[str] = Counter()
    reasons: Counter[str] = Counter()
    words = 0
    for article in read(paths):
        story = reconcile(article.source, article.source, [article])
        shapes.update(question.template for question in generate(story))
        reasons.update(candidate.refusal.reason for candidate in refused(story) if candidate.refusal)
        words += article.words
    count = sum(shapes.values())
    print(
        f"{len(paths)} articles, {words} words: {count} questions, {1000 * count / max(words, 1):.1f} a thousand words"
    )
    print("  " + ", ".join(f"{shape} {number}" for shape, number in shapes.most_common()))
    print("  refused: " + ", ".join(f"{reason} {number}" for reason, number in reasons.most_common()))


def print_times() -> bool:
    """Seconds of large stories; whether all are fast enough."""
    fast = True
    for size, most in SIZES.items():
        with tempfile.TemporaryDirectory() as place:
            write_articles(Path(place) / "a", size)
            story = reconcile("large", "Large", read(sorted((Path(place) / "a").glob("*.txt"))))
        began = time.process_time()
        count = len(generate(story))
        took = time.process_time() - began
        fast = fast and took <= most
        print(
            f"{size} articles, {len(story.claims)} claims: {count} questions in {took:.2f} s (bar {most:.0f} s)"
        )
    return fast


def main(folder: Path) -> None:
    """Prints every figure; exits with 1 where a bar is missed."""
    story, raw = read_story(folder)
    share: Any = print_coverage(read_gold(folder, story, raw), story)
    print_yield(sorted((folder / "articles").glob("*.txt")))
    fast = print_times()
    sys.exit(not (share >= COVERED and fast))


if __name__ == "__main__":
    main(Path(sys.argv[1]) if len(sys.argv) > 1 else SHARED)
