"""Copied sentences and independent origins."""

from __future__ import annotations

import time

from briefings.reading.sentences import split_sentences
from briefings.reconcile.origins import Origins, find_origins
from briefings.stories import Article
from tests.briefings.reconcile.invented import election, flood, make_article


def origins_of(articles: list[Article]) -> Origins:
    return find_origins(articles, {a.key: split_sentences(a.text) for a in articles})


def test_an_agency_text_in_two_outlets_is_one_origin_under_the_agencys_name() -> None:
    articles = flood()
    names = origins_of(articles).names
    assert [names[a.key] for a in articles] == ["Harbour Post", "NWA", "NWA", "Valley Voice"]


def test_every_copied_sentence_is_found_also_the_altered_one() -> None:
    articles = flood()
    copies = origins_of(articles).copies
    wire, lantern = articles[1], articles[2]
    assert len(copies) == 3
    assert {place[0] for pair in copies for place in pair} == {wire.key, lantern.key}


def test_independent_reports_stay_apart() -> None:
    assert len(set(origins_of(election()).names.values())) == 3
    assert origins_of(election()).copies == ()


def test_the_same_credited_agency_is_one_origin_without_copied_words() -> None:
    one = make_article("Post", "A bridge fell into the river at Salm last night.", agency="NWA")
    other = make_article("Mail", "Two lorries were on it when the span at Salm gave way.", agency="NWA")
    several = make_article("Star", "No driver was hurt, the council of Salm told us.", agency="NWA, Kurier")
    names = origins_of([one, other, several]).names
    assert names[one.key] == names[other.key] == "NWA"
    assert names[several.key] == "Star"


def test_two_reports_of_one_speech_are_no_copies() -> None:
    speech = '"We shall rebuild every house in the lower town before the winter comes again"'
    one = make_article("Post", f"{speech}, the mayor told a crowd that had waited for hours in the rain.")
    other = make_article("Mail", f"In a short address at noon the mayor of Salm promised: {speech}.")
    assert origins_of([one, other]).copies == ()


def test_short_sentences_are_alike_by_chance() -> None:
    one = make_article("Post", "Nobody was hurt in Salm.")
    other = make_article("Mail", "Nobody was hurt in Salm.\n\nThe road is closed.")
    assert origins_of([one, other]).copies == ()


def test_the_order_of_articles_does_not_matter() -> None:
    assert origins_of(flood()) == origins_of(flood()[::-1])


def test_a_sentence_printed_by_hundreds_is_still_one_origin_and_cheap() -> None:
    text = (
        "A goods train lost four of its waggons on the long bend below the quarry at Salm.\n\n"
        "Nobody stood on the platform when the last of them slid past it and into the yard.\n\n"
        "Two cranes were brought up the valley overnight to lift the axles off the main track."
    )
    articles = [make_article(f"Paper {n}", f"{text}\n\nPage {n} of our print.") for n in range(300)]
    started = time.process_time()
    names = origins_of(articles).names
    assert len(set(names.values())) == 1
    assert time.process_time() - started < 5
