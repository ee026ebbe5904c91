"""A thing said to be in two states at once is a contradiction; a change told as one is none."""

from __future__ import annotations

from datetime import date

import pytest

from briefings.extract.pipeline import extract
from briefings.reading.sentences import split_sentences
from briefings.reconcile.names import index_of
from briefings.reconcile.referents import Referents, Sentences
from briefings.reconcile.states import Opposed, find_opposed
from briefings.reconcile.story import reconcile
from briefings.stories import Article, Story, content_key

DAY = date(2031, 4, 9)


def article(text: str, number: int, day: date | None = DAY) -> Article:
    facts = tuple(extract(text, day))
    return Article(content_key(text), f"{number}.txt", text, None, f"Paper {number}", None, day, facts=facts)


def story(*texts: str) -> Story:
    return reconcile("s", "S", [article(text, number) for number, text in enumerate(texts)])


def opposed(*articles: Article) -> tuple[Opposed, ...]:
    told = reconcile("s", "S", articles)
    names = index_of(told.names)
    sentences = {a.key: split_sentences(a.text) for a in articles}
    return find_opposed(articles, sentences, names, Referents(Sentences(names, sentences)))


def things(*texts: str) -> list[str]:
    return [one.thing for one in opposed(*(article(text, n) for n, text in enumerate(texts)))]


@pytest.mark.parametrize(
    ("one", "other", "thing"),
    [
        (
            "The Norland army captured the town of Orla on Wednesday.",
            "Norland troops are fighting rebels inside the town of Orla.",
            "Orla",
        ),
        ("The Salm bridge is closed to traffic.", "The Salm bridge has reopened to lorries.", "Salm bridge"),
        ("The bridge at Salm was shut.", "The bridge at Salm is open again.", "Salm bridge"),
        ("The pilot of the plane was found alive.", "The pilot of the plane is still missing.", "the pilot"),
        ("Ana Roa has won the election in Norland.", "Votes are still being counted in Norland.", ""),
        ("The Salm fire is under control.", "The Salm fire is still burning.", "Salm fire"),
        ("The gunman was arrested in Salm.", "The gunman is still at large.", "the gunman"),
    ],
)
def test_two_states_at_once(one: str, other: str, thing: str) -> None:
    if thing == "the gunman":
        one, other = one.replace("gunman", "gunman who fled"), other.replace("gunman", "gunman of Salm")
    assert things(one, other) == [thing]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("The army captured Orla in 2024.", "Norland troops are fighting rebels inside the town of Orla."),
        ("The army captured Orla on Wednesday.", "Troops are fighting rebels inside the town of Salm."),
        ("The army has not captured Orla.", "Norland troops are fighting rebels inside the town of Orla."),
        ("The army captured most of Orla.", "Norland troops are fighting rebels inside the town of Orla."),
        ("The Salm bridge is closed.", "The Orla bridge is open."),
        ("The Salm bridge is closed.", "The Salm bridge would be open."),
        ("The pilot of the plane was found alive.", "Two passengers are still missing."),
        ("Ana Roa has won the election in Norland.", "Votes were counted by hand in Norland."),
    ],
)
def test_no_contradiction(one: str, other: str) -> None:
    assert things(one, other) == []


def test_an_article_that_tells_both_states_sees_none() -> None:
    both = "The Salm bridge is closed to lorries. The Salm bridge is open to walkers."
    assert things(both, "Norland voted.") == []
    assert things(both, "The Salm bridge is closed.") == []


def test_what_other_reports_say_counts_against_the_others() -> None:
    one = "The Norland army has captured the town of Orla. Other reports said troops were clearing the last houses."
    assert things(one, "The Norland army captured Orla on Wednesday.") == ["Orla"]


def test_a_fight_told_the_day_before_the_capture_contradicts_nothing() -> None:
    taken = article("The Norland army captured the town of Orla on Wednesday.", 1)
    fighting = "Norland troops are fighting rebels inside the town of Orla."
    assert opposed(taken, article(fighting, 2, date(2031, 4, 8))) == ()
    assert len(opposed(taken, article(fighting, 2, date(2031, 4, 9)))) == 1


def test_an_event_whose_state_is_denied_is_disputed() -> None:
    told = story(
        "The Norland army captured the town of Orla on Wednesday, the ministry said.",
        "Norland troops are fighting rebels inside the town of Orla.",
    )
    assert [c.standing for c in told.claims if c.kind == "event"] == ["disputed"]


@pytest.mark.parametrize("odd", ["", "\x00\ud800", "was closed " * 3000, "the bridge " * 3000 + "is open."])
def test_odd_texts_raise_nothing(odd: str) -> None:
    assert things(odd, f"{odd} x") == []
