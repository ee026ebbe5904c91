"""A whole story: ids that last, order that does not matter, disputes, hostile text, speed."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

from briefings.stories import Article, Claim, Mention, Story, content_key
from quiz_bank.generate.generate import candidates, generate
from quiz_bank.generate.refusals import REASONS
from quiz_bank.questions import question_id

TEXT = (
    "Some 12,000 residents of Port Salm have left their homes. "
    "The Lorn Guard lost 40 boats in the Kessel Strait. "
    "Rebels had held most of Port Salm since 2029."
)
FIGURES: tuple[tuple[str, Any, str | None, str, dict[str, Any]], ...] = (
    ("population", 12000, "people", "Some 12,000 residents", {"qualifier": "about"}),
    ("count", 40, "boat", "40 boats", {}),
    ("date", "2029", None, "2029", {}),
)


def told(fact: Callable[..., Any], story: Callable[..., Story], **more: Any) -> Story:
    facts = [fact(TEXT, kind, value, unit, quote, **extra) for kind, value, unit, quote, extra in FIGURES]
    return story(TEXT, *facts, **more)


def merged(stories: list[Story]) -> Story:
    """One story of all articles; the same figure of two articles is one claim."""
    claims: dict[str, Claim] = {}
    for one in stories:
        for claim in one.claims:
            key = content_key("claim", claim.kind, str(claim.value))
            mentions = claims[key].mentions if key in claims else ()
            claims[key] = replace(claim, key=key, mentions=(*mentions, *claim.mentions))
    return Story("lorn", "Lorn", tuple(one.articles[0] for one in stories), tuple(claims.values()))


def test_every_question_names_its_claim_shape_and_source(
    fact: Callable[..., Any], story: Callable[..., Story]
) -> None:
    made = told(fact, story)
    for question in generate(made):
        claim = next(claim for claim in made.claims if claim.key == question.claim)
        assert question.id == question_id(claim.key, question.template)
        assert question.header == "Gazette, 3 May 2031"
        source = question.sources[0]
        assert made.articles[0].text[source.start : source.end] == claim.best.fact.quote
        assert source.sentence[source.start - source.sentence_start :].startswith(claim.best.fact.quote)


def test_questions_do_not_depend_on_the_order_of_the_articles(
    fact: Callable[..., Any], story: Callable[..., Story]
) -> None:
    first = told(fact, story)
    text = TEXT.replace("Rebels had", "Rebels from Tarn had")
    facts = [fact(text, kind, value, unit, quote, **extra) for kind, value, unit, quote, extra in FIGURES]
    second = story(text, *facts, outlet="Herald")
    one, other = merged([first, second]), merged([second, first])
    assert [(q.id, q.ask, q.header) for q in generate(one)] == [
        (q.id, q.ask, q.header) for q in generate(other)
    ]


def test_one_question_a_claim_and_the_rest_are_known_as_siblings(
    fact: Callable[..., Any], story: Callable[..., Story]
) -> None:
    both = merged([told(fact, story), told(fact, story, outlet="Herald")])
    questions = generate(both)
    assert len({question.claim for question in questions}) == len(questions) == 3
    accepted = [candidate for candidate in candidates(both) if candidate.question]
    assert len(accepted) > len(questions)


def test_a_disputed_claim_is_asked_with_its_source_and_a_remark(
    fact: Callable[..., Any], story: Callable[..., Story]
) -> None:
    asks = [question.ask for question in generate(told(fact, story, standing="disputed"))]
    assert "According to Gazette, the Lorn Guard lost how many boats in the Kessel Strait?" in asks
    assert all(question.why for question in generate(told(fact, story, standing="disputed")))


def test_choice_mode_shows_the_key_among_three(fact: Callable[..., Any], story: Callable[..., Story]) -> None:
    by_claim = {question.claim: question for question in generate(told(fact, story), "choice")}
    chosen = [question for question in by_claim.values() if question.mode == "choice"]
    assert len(chosen) == 3
    assert all(len(set(question.options)) == 3 for question in chosen)
    boats = next(question for question in chosen if question.key.kind == "count")
    assert "40" in boats.options


def test_the_context_of_a_clause_is_shown_where_it_leans_on_it(
    fact: Callable[..., Any], story: Callable[..., Story]
) -> None:
    text = "A ferry sank off Cape Tarn in rough seas. Some 40 passengers were rescued."
    figure = fact(text, "population", 40, "people", "Some 40 passengers", qualifier="about")
    asks = [question.ask for question in generate(story(text, figure))]
    assert asks == ["A ferry sank off Cape Tarn in rough seas. About how many passengers were rescued?"]


def test_a_context_that_tells_the_answer_is_not_shown(
    fact: Callable[..., Any], story: Callable[..., Story]
) -> None:
    text = "A ferry with 40 people aboard sank off Cape Tarn. Some 40 passengers were rescued."
    figure = fact(text, "population", 40, "people", "Some 40 passengers", qualifier="about")
    assert generate(story(text, figure)) == []


def test_every_reason_for_a_refusal_is_listed_with_its_gate(
    fact: Callable[..., Any], story: Callable[..., Story]
) -> None:
    seen = set()
    for text in (
        "It lost 40 boats.",
        "The fleet lost 40 boats.",
        "Lorn may lose 40 boats.",
        "He said Lorn lost 40 boats.",
    ):
        seen |= {
            c.refusal.reason
            for c in candidates(story(text, fact(text, "count", 40, "boat", "40 boats")))
            if c.refusal
        }
    assert len(seen) >= 3
    assert seen <= set(REASONS)
    assert all(meaning[:2] in ("G1", "G2", "G3", "G4", "G5", "G6", "wo") for meaning in REASONS.values())


def test_hostile_text_never_raises(fact: Callable[..., Any], story: Callable[..., Story]) -> None:
    for odd in ("\x00", "\ud800", "“" * 400, "(" * 400, "a, " * 4000, "the " * 4000, "\u202e", "and " * 3000):
        text = f"The Lorn Guard {odd} lost 40 boats {odd} in Port Salm."
        made = story(text, fact(text, "count", 40, "boat", "40 boats"))
        assert isinstance(generate(made), list)


def test_a_story_of_two_hundred_articles_takes_under_a_second(
    fact: Callable[..., Any], story: Callable[..., Story]
) -> None:
    stories = []
    for place in range(200):
        text = "\n\n".join(TEXT.replace("Salm", f"Salm {place}") for _ in range(4))
        facts = [fact(text, kind, value, unit, quote, **extra) for kind, value, unit, quote, extra in FIGURES]
        stories.append(story(text, *facts))
    articles: tuple[Article, ...] = tuple(one.articles[0] for one in stories)
    claims = tuple(claim for one in stories for claim in one.claims)
    large = Story("lorn", "Lorn", articles, claims)
    began = time.process_time()
    assert generate(large)
    assert time.process_time() - began < 3  # a second on a quiet core, with room for a loaded one


def test_an_article_without_a_date_has_no_date_in_its_header(
    fact: Callable[..., Any], story: Callable[..., Story]
) -> None:
    made = told(fact, story, published=None)
    assert {question.header for question in generate(made)} == {"Gazette"}
    agency = replace(made.articles[0], agency="LNA", published=date(2031, 5, 3))
    assert {q.header for q in generate(replace(made, articles=(agency,)))} == {"LNA via Gazette, 3 May 2031"}


def test_a_mention_of_an_article_that_is_gone_is_passed_over(
    fact: Callable[..., Any], story: Callable[..., Story]
) -> None:
    made = told(fact, story)
    lost = replace(made.claims[0], mentions=(Mention("gone", made.claims[0].best.fact),))
    assert generate(replace(made, claims=(lost,))) == []
