"""The five real articles the sample story retells, added to an empty store, where they are at hand."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from briefings.facts import Fact
from briefings.ingest import add_sources
from briefings.reading.articles import Given
from briefings.store.loading import load
from briefings.store.store import open_store
from briefings.stories import Story

SHARED = Path(__file__).parents[2] / ".." / "shared"

#: kind, value, unit, hedge, the second unit's value
EXPECTED = [
    ("distance", 30, "km", "about", 18),
    ("distance", 320, "km", "about", 200),
    ("distance", 200, "mile", "about", None),
    ("population", 93_000, "people", "about", None),
    ("population", 350_000, "people", "about", None),
    ("population", 300_000, "people", "about", None),
    ("population", 4_400_000, "people", "more than", None),
    ("population", 1_500, "people", "about", None),
    ("share", 95, "percent", "about", None),
    ("share", 90, "percent", "more than", None),
    ("share", 35, "percent", "more than", None),
    ("date", "2014", None, None, None),
    ("date", "1916", None, None, None),
    ("date", "2017-10-17", None, None, None),
]


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    if not (SHARED / "seeds").is_dir():
        pytest.skip("the real articles are not beside the checkout")
    path = tmp_path_factory.mktemp("real") / "a.db"
    with open_store(str(path)) as store:
        report = add_sources(store, [str(SHARED / "seeds")], "real", Given(published=date(2017, 11, 3)))
        assert report.problems == 0
        return store.read(lambda session: load(session, "real"))


def facts(story: Story) -> list[Fact]:
    return [fact for article in story.articles for fact in article.facts]


@pytest.mark.parametrize(("kind", "value", "unit", "hedge", "second"), EXPECTED)
def test_every_key_figure_is_found_with_its_hedge(
    story: Story, kind: str, value: object, unit: str | None, hedge: str | None, second: float | None
) -> None:
    found = [
        (fact.qualifier, [measure.value for measure in fact.also][:1])
        for fact in facts(story)
        if (fact.kind, fact.value, fact.unit) == (kind, value, unit)
    ]
    assert (hedge, [second] if second else []) in found


def test_every_span_is_exact(story: Story) -> None:
    for article in story.articles:
        for fact in article.facts:
            assert article.text[fact.start : fact.end] == fact.quote
            assert article.text[fact.sentence.start : fact.sentence.end] == fact.sentence.text


def test_nothing_comes_from_the_furniture_of_the_pages(story: Story) -> None:
    crosscheck = json.loads((SHARED / "gold" / "seeds-crosscheck.json").read_text(encoding="utf-8"))
    lines = {
        " ".join(line["text"].split())
        for article in crosscheck["boilerplate"]
        for line in article["lines"]
        if len(line["text"].split()) > 6
    }
    assert lines
    for article in story.articles:
        kept = " ".join(article.text.split())
        assert [line for line in lines if line in kept and line != article.title] == []
    assert [
        fact.quote for fact in facts(story) if fact.kind == "money"
    ] == []  # only a subscription has a price
