"""The moments of a story, in order, each told once."""

from __future__ import annotations

from briefings.compose.timeline import Moment, timeline
from briefings.reconcile.story import reconcile
from tests.briefings.reconcile.invented import Told, election, flood, make_article, tuesday


def moments(*articles: tuple[str, str, list[Told]]) -> tuple[Moment, ...]:
    return timeline(reconcile("s", "S", [make_article(*article) for article in articles]))


def dated(value: str, quote: str, what: str) -> Told:
    return Told("date", value, None, quote, what)


def test_moments_come_earliest_first_with_their_precision() -> None:
    text = (
        "Norrail bought the Orla line in March 2003.\n\nNorrail opened the Orla line in 1988.\n\n"
        "The Orla bridge burned down on Tuesday."
    )
    told = [
        dated("2003-03", "March 2003", "Norrail bought the Orla line"),
        dated("1988", "1988", "Norrail opened the Orla line"),
        tuesday("The Orla bridge burned down"),
    ]
    assert [(m.when, m.text) for m in moments(("Post", text, told))] == [
        ("1988", "Norrail opened the Orla line"),
        ("2003-03", "Norrail bought the Orla line"),
        ("2031-04-08", "The Orla bridge burned down"),
    ]


def test_a_coarse_date_comes_before_the_days_within_it() -> None:
    text = "Norrail bought the Orla line on 1 March 2003.\n\nOstmark Bank lent Norrail the money in the year 2003."
    told = [
        dated("2003-03-01", "1 March 2003", "Norrail bought the Orla line"),
        dated("2003", "the year 2003", "Ostmark Bank lent Norrail the money"),
    ]
    assert [m.when for m in moments(("Post", text, told))] == ["2003", "2003-03-01"]


def test_one_event_told_by_month_and_by_day_is_one_moment() -> None:
    month = ("Post", "Norrail bought the Orla line in March 2003.", [dated("2003-03", "March 2003", "")])
    day = ("Wire", "Norrail bought the Orla line on 4 March 2003.", [dated("2003-03-04", "4 March 2003", "")])
    (moment,) = moments(month, day)
    assert (moment.when, len(moment.sources)) == ("2003-03-04", 2)


def test_a_date_without_a_year_is_no_moment() -> None:
    assert moments(("Post", "Norrail opens on 4 March.", [dated("--03-04", "4 March", "")])) == ()


def test_every_source_of_a_moment_tells_one_of_its_claims() -> None:
    for articles in (flood(), election()):
        story = reconcile("s", "S", articles)
        claims = {claim.key: claim for claim in story.claims}
        for moment in timeline(story):
            told = {(m.article, m.fact.sentence.start) for key in moment.claims for m in claims[key].mentions}
            assert {(mark.article_key, mark.start) for mark in moment.sources} <= told
