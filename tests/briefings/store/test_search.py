"""Search: whatever is typed is words, other spellings are found, and the index follows the shelf."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefings.extract.pipeline import extract
from briefings.reconcile.story import reconcile
from briefings.store import shelf
from briefings.store.claims import put_claims
from briefings.store.search import Found, search
from briefings.store.store import Store, open_store
from briefings.stories import Article, Story, content_key

pytestmark = pytest.mark.usefixtures("back_end")

TEXTS = {
    "gazette": "Floods drove 12,000 people out of al-Marsad on Friday.\n\nThe café at Lorn stayed open.",
    "herald": "Some 350,000 lived in Al Marsad before the flood.\n\nNobody was hurt in Lorn.",
}


def article(source: str, text: str) -> Article:
    published = date(2031, 5, 3)
    return Article(
        content_key(text), source, text, outlet=source.title(), published=published,
        facts=tuple(extract(text, published)),
    )  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "store.db")) as store:
        for slug, sources in {"floods": ("gazette", "herald"), "other": ("herald",)}.items():
            keep(store, slug, [article(source, TEXTS[source]) for source in sources])
        yield store


@cache
def reconciled(slug: str, *articles: Article) -> Story:
    return reconcile(slug, slug, articles)


def keep(store: Store, slug: str, articles: list[Article]) -> None:
    def work(session):  # type: ignore[no-untyped-def]
        row = shelf.ensure_story(session, slug, slug)
        for each in articles:
            shelf.put_article(session, row, each)
        put_claims(session, reconciled(slug, *articles))

    store.write(work)


def found(store: Store, typed: str, slug: str | None = "floods") -> Found:
    return store.read(lambda session: search(session, typed, slug))


def sentences(store: Store, typed: str, slug: str | None = "floods") -> list[tuple[str, str]]:
    return [(passage.label, passage.sentence.text) for passage in found(store, typed, slug).passages]


def test_a_sentence_that_holds_the_words_is_found_with_its_article(store: Store) -> None:
    assert sentences(store, "nobody hurt") == [("Herald", "Nobody was hurt in Lorn.")]


@pytest.mark.parametrize("typed", ["cafe", "CAFÉ", "caf", "café at lorn"])
def test_case_accents_and_an_unfinished_last_word_do_not_matter(store: Store, typed: str) -> None:
    assert ("Gazette", "The café at Lorn stayed open.") in sentences(store, typed)


def test_a_number_is_one_thing(store: Store) -> None:
    assert sentences(store, "12,000") == [
        ("Gazette", "Floods drove 12,000 people out of al-Marsad on Friday.")
    ]
    assert sentences(store, "50,000") == []


@pytest.mark.parametrize("typed", ["al-Marsad", "Marsad", "el Marsad", "al-Marsadh"])
def test_any_spelling_of_a_name_finds_every_other(store: Store, typed: str) -> None:
    hits = found(store, typed)
    assert {passage.label for passage in hits.passages} == {"Gazette", "Herald"}


def test_the_marks_stand_around_what_was_found(store: Store) -> None:
    (passage,) = found(store, "hurt").passages
    assert [passage.sentence.text[a:b] for a, b in passage.marks] == ["hurt"]


def test_facts_that_name_what_was_sought_come_along(store: Store) -> None:
    (passage,) = found(store, "12,000").passages
    assert "12,000 people" in [fact.quote for fact in passage.facts]
    (quiet,) = found(store, "stayed").passages
    assert not quiet.facts


def test_one_story_or_all_of_them(store: Store) -> None:
    assert {passage.story for passage in found(store, "hurt", None).passages} == {"floods", "other"}
    assert {passage.story for passage in found(store, "hurt", "other").passages} == {"other"}


@pytest.mark.parametrize("typed", ["", "  ", '"', "* (", "NEAR(", "-", "\x00", "\ud800", "'; --"])
def test_what_has_no_word_finds_nothing(store: Store, typed: str) -> None:
    assert not found(store, typed).passages


@given(st.text(max_size=60))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_typed_text_is_taken_for_syntax(store: Store, typed: str) -> None:
    assert isinstance(found(store, f"lorn AND {typed} OR col:* NOT {typed}"), Found)


def test_the_index_follows_changed_and_removed_articles(tmp_path: Path) -> None:
    with open_store(str(tmp_path / "s.db")) as store:
        first = article("gazette", TEXTS["gazette"])
        keep(store, "floods", [first])
        keep(store, "floods", [replace(article("gazette", "Ships left Port Salm."), source="gazette")])
        assert not found(store, "café").passages
        assert [passage.sentence.text for passage in found(store, "ships").passages] == [
            "Ships left Port Salm."
        ]
        store.write(lambda session: shelf.remove_story(session, "floods"))
        assert not found(store, "ships", None).passages
