"""From printed text to briefing: invented stories, and the sample articles where they are at hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from benchmarks.truth import marks_held
from briefings.compose.compose import compose
from briefings.extract.pipeline import extract
from briefings.reading.articles import read_article
from briefings.reconcile.story import reconcile
from briefings.stories import Story
from tests.briefings.reconcile.reported import STORIES, reported

SHARED = Path(__file__).parents[3] / ".." / "shared" / "seeds"


def disputes(story: Story) -> set[frozenset[object]]:
    """Every pair of values that contradict each other."""
    values = {claim.key: claim.value for claim in story.claims}
    return {frozenset((claim.value, values[key])) for claim in story.claims for key in claim.rivals}


@pytest.mark.parametrize(
    ("name", "pairs"),
    [
        ("flood", {frozenset((14, 17)), frozenset((40, 60))}),
        ("election", {frozenset((61, 58))}),
        ("rail", {frozenset((9, 11))}),
    ],
)
def test_real_contradictions_are_raised_and_no_others(name: str, pairs: set[frozenset[object]]) -> None:
    assert disputes(reconcile("s", "Story", reported(name))) == pairs


@pytest.mark.parametrize("name", STORIES)
def test_every_mark_of_a_reported_story_leads_to_the_value(name: str) -> None:
    assert_marks_hold(reconcile("s", "Story", reported(name)))


def test_a_share_and_its_rounding_are_one_claim() -> None:
    story = reconcile("s", "Story", reported("election"))
    (claim,) = [claim for claim in story.claims if claim.value in (52, 52.4)]
    assert claim.origins == ("Gazette", "Morning Mail")


def test_three_spellings_of_a_town_are_one_name() -> None:
    names = reconcile("s", "Story", reported("rail")).names
    assert {"Bir el-Hamra", "Beer Hamra", "Bir al-Hamra"} in [set(name.forms) for name in names]


def assert_marks_hold(story: Story) -> None:
    for words in (150, 450):
        briefing = compose(story, words)
        assert briefing.words <= words
        held = marks_held(briefing, story)
        assert held.some == held.whole > 0


@pytest.mark.skipif(not SHARED.is_dir(), reason="the sample articles are not at hand")
def test_every_mark_of_the_sample_story_leads_to_the_value() -> None:
    articles = []
    for path in sorted(SHARED.glob("*.txt")):
        article = read_article(path.read_bytes(), path.name)
        article = replace(article, published=article.published or date(2017, 11, 3))
        articles.append(replace(article, facts=tuple(extract(article.text, article.published))))
    story = reconcile("sample", "Sample", articles)
    assert_marks_hold(story)
    assert len(set(story.origins.values())) == 4
