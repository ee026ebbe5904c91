"""Articles and claims on the shelf: what went in comes out, and histories stay."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlmodel import Session, select

from briefings.errors import BriefingError, ExitCode
from briefings.facts import Fact, Measure, Sentence
from briefings.store import claims, loading, shelf
from briefings.store.models import ClaimRow, FactRow
from briefings.store.store import Store, open_store
from briefings.stories import Article, Claim, Mention, Name, Story, content_key

pytestmark = pytest.mark.usefixtures("back_end")

TEXT = "Port Salm lies about 60 kilometres (37 miles) north of Lorn. Some 12,000 residents have left."


def fact() -> Fact:
    quote = "about 60 kilometres (37 miles)"
    start = TEXT.index(quote)
    return Fact(
        "distance",
        60,
        "km",
        quote,
        start,
        start + len(quote),
        Sentence(0, 60, TEXT[:60]),
        what="Port Salm north of Lorn",
        qualifier="about",
        also=(Measure(37, "mile"),),
        attribution="the coastguard",
        as_of="2031-05-03",
    )


ARTICLE = Article(
    content_key("article", TEXT),
    "gazette.txt",
    TEXT,
    title="Port Salm empties",
    outlet="Gazette",
    published=date(2031, 5, 3),
    date_basis="stated",
    cut=("Share this",),
    facts=(fact(),),
)


def story_of(article: Article, value: float = 60) -> Story:
    claim = Claim(
        key=content_key("claim", "port salm lorn"),
        kind="distance",
        subject="Port Salm north of Lorn",
        value=value,
        unit="km",
        standing="single source",
        origins=("Gazette",),
        mentions=(Mention(article.key, article.facts[0]),),
        qualifier="about",
        also=(Measure(37, "mile"),),
    )
    names = (Name("Port Salm", "place", ("Port Salm",)),)
    return Story("salm", "Port Salm", (article,), (claim,), names, {article.key: "Gazette"})


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "a.db")) as opened:
        yield opened


def put(store: Store, article: Article) -> shelf.Outcome:
    return store.write(
        lambda session: shelf.put_article(session, shelf.ensure_story(session, "salm", "Port Salm"), article)
    )


def test_a_story_comes_out_as_it_went_in(store: Store) -> None:
    put(store, ARTICLE)
    story = story_of(ARTICLE)
    store.write(lambda session: claims.put_claims(session, story))
    assert store.read(lambda session: loading.load(session, "salm")) == story


def test_putting_an_article_twice_changes_nothing(store: Store) -> None:
    assert [put(store, ARTICLE), put(store, ARTICLE)] == ["added", "unchanged"]
    assert [count.articles for count in store.read(shelf.counts)] == [1]


def test_a_changed_text_takes_the_place_of_the_older_one(store: Store) -> None:
    put(store, ARTICLE)
    changed = replace(ARTICLE, key=content_key("article", "changed"), text=TEXT + " More.")
    assert put(store, changed) == "replaced"
    assert [article.text for article in store.read(lambda s: loading.load_articles(s, "salm"))] == [
        TEXT + " More."
    ]


def test_a_date_given_later_updates_the_article(store: Store) -> None:
    put(store, replace(ARTICLE, published=None, date_basis="unknown"))
    assert put(store, replace(ARTICLE, date_basis="given")) == "updated"
    assert store.read(lambda session: shelf.counts(session)[0].as_of) == date(2031, 5, 3)


def test_a_corrected_figure_keeps_its_claim_and_raises_the_revision(store: Store) -> None:
    put(store, ARTICLE)
    store.write(lambda session: claims.put_claims(session, story_of(ARTICLE, 60)))
    store.write(lambda session: claims.put_claims(session, story_of(ARTICLE, 60)))
    store.write(lambda session: claims.put_claims(session, story_of(ARTICLE, 61)))
    rows = store.read(lambda session: list(session.exec(select(ClaimRow))))
    assert [(row.body["value"], row.revision) for row in rows] == [(61, 2)]


@pytest.mark.files
def test_the_same_claims_again_change_no_row(store: Store) -> None:
    put(store, ARTICLE)

    def changed(session: Session) -> int:
        count = "SELECT total_changes()"
        before = session.connection().exec_driver_sql(count).scalar_one()
        claims.put_claims(session, story_of(ARTICLE))
        session.flush()
        return int(session.connection().exec_driver_sql(count).scalar_one() - before)

    assert store.write(changed) == 5  # the story and the two settings of it, its claim and its fact
    assert store.write(changed) == 0


def test_a_fact_that_lost_its_claim_is_tied_to_none(store: Store) -> None:
    put(store, ARTICLE)
    store.write(lambda session: claims.put_claims(session, story_of(ARTICLE)))
    store.write(lambda session: claims.put_claims(session, replace(story_of(ARTICLE), claims=())))
    (fact_row,) = store.read(lambda session: list(session.exec(select(FactRow))))
    assert (fact_row.claim_id, fact_row.claim_rank) == (None, 0)


def test_facts_of_one_sentence_share_it(store: Store) -> None:
    second = replace(fact(), kind="duration", start=0, end=4, quote=TEXT[:4])
    put(store, replace(ARTICLE, facts=(second, fact())))
    ((first, other),) = (a.facts for a in store.read(lambda session: loading.load_articles(session, "salm")))
    assert first.sentence is other.sentence


def test_a_vanished_claim_is_retired_and_comes_back_under_its_key(store: Store) -> None:
    put(store, ARTICLE)
    story = story_of(ARTICLE)

    def retired(session: Session) -> list[bool]:
        return [row.retired_at is not None for row in session.exec(select(ClaimRow))]

    store.write(lambda session: claims.put_claims(session, story))
    store.write(lambda session: claims.put_claims(session, replace(story, claims=())))
    assert store.read(retired) == [True]
    assert store.read(lambda session: loading.load(session, "salm")).claims == ()
    store.write(lambda session: claims.put_claims(session, story))
    assert store.read(retired) == [False]


def test_removing_a_story_takes_its_articles_and_claims(store: Store) -> None:
    put(store, ARTICLE)
    store.write(lambda session: claims.put_claims(session, story_of(ARTICLE)))
    assert store.write(lambda session: shelf.remove_story(session, "salm")) == 1
    assert store.read(shelf.counts) == []
    assert store.read(lambda session: list(session.exec(select(ClaimRow)))) == []


def test_an_unknown_story_is_told_with_those_there_are(store: Store) -> None:
    put(store, ARTICLE)
    with pytest.raises(BriefingError, match="no story 'sahm'; there are: salm"):
        store.read(lambda session: loading.load(session, "sahm"))


def test_articles_are_removed_by_source_or_the_beginning_of_their_id(store: Store) -> None:
    put(store, ARTICLE)
    with pytest.raises(BriefingError, match="fits no article") as told:
        store.write(lambda session: shelf.remove_articles(session, ["other.txt"]))
    assert told.value.code is ExitCode.BAD_USAGE
    assert store.write(lambda session: shelf.remove_articles(session, [ARTICLE.key[:8]])) == ["salm"]
    assert store.read(lambda session: loading.load_articles(session, "salm")) == []


def test_the_numbers_of_a_story_follow_whatever_changes_it(store: Store) -> None:
    def told() -> list[tuple[int, int, int]]:
        return [(each.articles, each.facts, each.claims) for each in store.read(shelf.counts)]

    put(store, ARTICLE)
    assert told() == [(1, 1, 0)]
    store.write(lambda session: claims.put_claims(session, story_of(ARTICLE)))
    assert told() == [(1, 1, 1)]
    put(store, replace(ARTICLE, key="other", source="other.txt"))
    assert told() == [(2, 2, 1)]
    store.write(lambda session: claims.put_claims(session, story_of(ARTICLE)))
    store.write(lambda session: shelf.remove_articles(session, ["other.txt"]))
    assert told() == [(1, 1, 1)]
    store.write(lambda session: shelf.remove_story(session, "salm"))
    assert told() == []
    put(store, ARTICLE)
    assert told() == [(1, 1, 0)]
