"""Several wordings of a claim, one a session; every claim asked or refused with a reason."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from briefings.extract.pipeline import extract
from briefings.facts import Fact
from briefings.reading.articles import read_article
from briefings.reconcile.story import reconcile
from briefings.stories import Article, Story
from quiz_bank.generate.generate import candidates, generate, refused
from quiz_bank.generate.refusals import REASONS

TEXT = (
    "Some 12,000 residents of Port Salm have left their homes. The siege of Cape Tarn lasted three years. "
    "It may lose 40 boats."
)


def told(fact: Callable[..., Fact], story: Callable[..., Story]) -> Story:
    return story(
        TEXT,
        fact(TEXT, "population", 12000, "people", "Some 12,000 residents", qualifier="about"),
        fact(TEXT, "duration", 3, "year", "three years"),
        fact(TEXT, "count", 40, "boat", "40 boats"),
    )


def test_another_turn_asks_another_wording_of_the_same_claim(
    fact: Callable[..., Fact], story: Callable[..., Story]
) -> None:
    first = {question.claim: question for question in generate(told(fact, story))}
    second = {question.claim: question for question in generate(told(fact, story), turn=1)}
    third = {question.claim: question for question in generate(told(fact, story), turn=2)}
    assert set(first) == set(second)
    for claim, question in first.items():
        assert second[claim].ask != question.ask
        assert second[claim].key.value == question.key.value
        assert second[claim].id in question.siblings
        assert question.id in second[claim].siblings
        assert third[claim].id == question.id


def test_each_claim_can_have_its_own_turn(fact: Callable[..., Fact], story: Callable[..., Story]) -> None:
    plain = {question.claim: question.id for question in generate(told(fact, story))}
    claim = next(iter(plain))
    turned = {question.claim: question.id for question in generate(told(fact, story), turn={claim: 1})}
    assert {key for key in plain if plain[key] != turned[key]} == {claim}


def test_no_session_holds_two_wordings_of_a_claim(
    fact: Callable[..., Fact], story: Callable[..., Story]
) -> None:
    for turn in range(3):
        questions = generate(told(fact, story), turn=turn)
        assert len({question.claim for question in questions}) == len(questions)
        ids = {question.id for question in questions}
        assert not any(ids & set(question.siblings) for question in questions)


def test_every_claim_is_asked_or_refused_with_a_reason(
    fact: Callable[..., Fact], story: Callable[..., Story]
) -> None:
    made = told(fact, story)
    asked = {question.claim for question in generate(made)}
    rest = {candidate.claim for candidate in refused(made)}
    assert asked | rest == {candidate.claim for candidate in candidates(made)}
    assert {claim.key for claim in made.claims} <= asked | rest
    assert not asked & rest
    for candidate in refused(made):
        assert candidate.refusal
        assert candidate.refusal.reason in REASONS
        assert candidate.mention
    boats = next(claim for claim in made.claims if claim.kind == "count")
    assert {c.mention.fact.quote for c in refused(made) if c.claim == boats.key and c.mention} == {"40 boats"}


SHARED = Path(__file__).parents[3] / ".." / "shared" / "articles"


@pytest.mark.skipif(not SHARED.is_dir(), reason="no articles beside the repository")
def test_claims_of_real_articles_are_asked_or_refused_and_ids_do_not_hang_on_order() -> None:
    articles: list[Article] = []
    for path in sorted(SHARED.glob("lee-*.txt"))[:12]:
        article = read_article(path.read_bytes(), path.name)
        articles.append(replace(article, facts=tuple(extract(article.text, article.published))))
    whole = reconcile("news", "News", articles)
    asked = [question.id for question in generate(whole)]
    claims = {question.claim for question in generate(whole)} | {c.claim for c in refused(whole)}
    assert {claim.key for claim in whole.claims} <= claims
    random.Random(3).shuffle(articles)
    assert [question.id for question in generate(reconcile("news", "News", articles))] == asked
