"""Sentences cut down to the clause that tells a fact."""

from __future__ import annotations

import pytest

from briefings.compose.antecedents import Antecedents
from briefings.compose.clauses import Clauses
from briefings.compose.datewords import date_edits, in_words, unresolved
from briefings.compose.patterns import apart
from briefings.compose.verbs import has_verb
from briefings.reading.sentences import split_sentences
from briefings.reconcile.names import index_names
from briefings.reconcile.referents import Referents, Sentences
from tests.briefings.reconcile.invented import Told, find_fact, make_article, people


def clauses_of(text: str, told: Told, *others: Told, drop_speaker: bool = False) -> list[str]:
    """The clauses that hold the first fact, shortest first."""
    article = make_article("Post", text, [told, *others])
    sentences = {article.key: split_sentences(text)}
    names = index_names([article], sentences)
    found = Sentences(names, sentences)
    maker = Clauses(Antecedents(found, Referents(found)))
    return [clause.text for clause in maker.around(article, find_fact(text, told), drop_speaker)]


SEVENTY = people(70, "70 people", "people moved")


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Orla Council moved 70 people, which took all night.", "Orla Council moved 70 people"),
        ("Orla Council moved 70 people, leaving the town empty.", "Orla Council moved 70 people"),
        ("Orla Council moved 70 people, across the river from Salm.", "Orla Council moved 70 people"),
        ("But Orla Council moved 70 people.", "Orla Council moved 70 people"),
        ("Despite the heavy rain, Orla Council moved 70 people.", "Orla Council moved 70 people"),
        ("Salm slept, while Orla Council moved 70 people.", "Orla Council moved 70 people"),
        ("Orla Council moved 70 people and closed the school.", "Orla Council moved 70 people"),
        ("On the far side of the river, Orla Council moved 70 people.", "Orla Council moved 70 people"),
        ("A short time later Orla Council moved 70 people.", "Orla Council moved 70 people"),
        ("The ban comes as Orla Council moved 70 people.", "Orla Council moved 70 people"),
        ("Orla Council, meanwhile, moved 70 people.", "Orla Council moved 70 people"),
        ("Orla Council then moved 70 people.", "Orla Council moved 70 people"),
        ("Orla Council moved 70 people in protest at the noise.", "Orla Council moved 70 people"),
        ("Salm has a dam in Orla, where 70 people moved.", "70 people moved in Orla"),
    ],
)
def test_what_does_not_bound_the_figure_is_cut(text: str, clause: str) -> None:
    assert clauses_of(text, SEVENTY)[0] == clause


@pytest.mark.parametrize(
    "text",
    [
        "Before the war began in Norland, Orla Council moved 70 people.",
        "When the dam broke, Orla Council moved 70 people.",
        "In Salm, Orla Council moved 70 people.",
        "Orla Council moved 70 people four days after the fire.",
        "In the capital, Ostmark, 70 people were moved.",
    ],
)
def test_what_bounds_the_figure_stays(text: str) -> None:
    assert clauses_of(text, SEVENTY) == [text.removesuffix(".")]


def test_a_relative_clause_becomes_a_sentence_of_its_subject() -> None:
    text = "Orla, which had been closed to visitors for two years, is a small town."
    told = Told("duration", 2, "year", "two years", "closed to visitors")
    assert clauses_of(text, told)[0] == "Orla had been closed to visitors for two years"


def test_a_clause_hung_on_a_noun_becomes_a_sentence_of_that_noun() -> None:
    text = "Norrail ended a strike by drivers in Orla that had stranded 70 people since May."
    assert clauses_of(text, SEVENTY)[0] == "A strike by drivers in Orla had stranded 70 people since May"


@pytest.mark.parametrize(
    ("text", "clause"),
    [
        ("Orla Council was founded in 2003, when Salm moved 70 people.", "Salm moved 70 people in 2003"),
        (
            "The worst night since 1988, when Orla Council moved 70 people, was long.",
            "Orla Council moved 70 people in 1988",
        ),
        (
            "Orla grew at the height of the boom, when Salm moved 70 people.",
            "Salm moved 70 people at the height of the boom",
        ),
    ],
)
def test_what_was_so_when_is_told_of_that_time(text: str, clause: str) -> None:
    assert clauses_of(text, SEVENTY)[0] == clause


def test_adverbs_of_the_day_go_where_a_line_has_its_own_date() -> None:
    assert clauses_of("Orla Council has now moved 70 people.", SEVENTY) == [
        "Orla Council has moved 70 people"
    ]
    assert clauses_of("Orla Council has not moved 70 people.", SEVENTY) == [
        "Orla Council has not moved 70 people"
    ]


def test_a_speaker_at_the_front_goes_only_where_the_line_names_it() -> None:
    text = "The harbour police said that Orla Council moved 70 people."
    told = people(70, "70 people", "people moved", attribution="The harbour police")
    assert clauses_of(text, told) == [text.removesuffix(".")]
    assert clauses_of(text, told, drop_speaker=True)[0] == "Orla Council moved 70 people"


def test_an_aside_that_ends_before_the_figure_may_go() -> None:
    text = "The bus, which came from Salm, carried 70 people."
    assert clauses_of(text, SEVENTY) == ["The bus carried 70 people", text.removesuffix(".")]


def test_half_a_pair_or_half_a_quotation_is_no_clause() -> None:
    text = "Orla lies about 30 km along the road between Salm, an old port, and Hessle."
    told = Told("distance", 30, "km", "about 30 km", "Orla")
    assert all(" and " in clause for clause in clauses_of(text, told))
    assert clauses_of('"We moved 70 people, which was hard," Orla Council said.', SEVENTY) == []


def test_a_speaker_at_the_end_goes_only_where_the_line_names_it() -> None:
    text = "Orla Council moved 70 people, the harbour police said."
    told = people(70, "70 people", "people moved", attribution="the harbour police")
    assert clauses_of(text, told) == ["Orla Council moved 70 people, the harbour police said"]
    assert clauses_of(text, told, drop_speaker=True)[0] == "Orla Council moved 70 people"


def test_a_weekday_is_replaced_by_its_date_with_a_preposition() -> None:
    friday = Told("date", "2031-04-04", None, "Friday", "council moved people", {"relative": True})
    assert "Orla Council on 4 April 2031 moved 70 people" in clauses_of(
        "Orla Council Friday moved 70 people.", SEVENTY, friday
    )


def test_a_second_subject_is_named() -> None:
    text = "Norrail lost a bridge, but it still runs 40 trains a day."
    told = Told("count", 40, "train", "40 trains", "trains")
    alias = Told("alias", "NR", None, "Norrail", "Norrail")
    assert clauses_of(text, told, alias)[0] in ("Norrail still runs 40 trains a day", text.removesuffix("."))


@pytest.mark.parametrize(
    ("value", "words"),
    [
        ("2031-04-08", "8 April 2031"),
        ("2031-04", "April 2031"),
        ("2031", "2031"),
        ("203X", "the 2030s"),
        ("2031-W15", "the week of 7 April 2031"),
        ("--04-08", ""),
        ("2031-13", ""),
        ("2031-W60", ""),
        ("soon", ""),
    ],
)
def test_dates_in_words(value: str, words: str) -> None:
    assert in_words(value) == words


def test_only_dates_that_cannot_stand_alone_are_edited() -> None:
    text = "It was sold in March 2024 and again last month."
    march = find_fact(text, Told("date", "2024-03", None, "March 2024", "sold"))
    month = find_fact(text, Told("date", "2031-03", None, "last month", "sold", {"relative": True}))
    (edit,) = date_edits([march, month])
    assert (text[edit.start : edit.end], edit.text) == ("last month", "in March 2031")
    assert not unresolved(text, [edit], 0, len(text))
    assert unresolved(text, [], 0, len(text))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Orla, about 30 km north of Salm, is old.", "Orla is about 30 km north of Salm"),
        ("Orla, about 30 km, north of Salm and used by boats.", "Orla is about 30 km north of Salm"),
        ("Orla lies about 30 km north of Salm.", ""),
        ("The road, about 30 km long, is closed.", ""),
        ("From Orla about 30 km remain.", ""),
    ],
)
def test_a_distance_told_by_the_way_becomes_a_sentence(text: str, line: str) -> None:
    assert (
        apart(find_fact(text, Told("distance", 30, "km", "about 30 km", "", {"qualifier": "about"}))) == line
    )


@pytest.mark.parametrize(
    ("text", "found"), [("Orla fell", True), ("Orla voted", True), ("In September 2031", False)]
)
def test_a_finite_verb_makes_a_sentence(text: str, found: bool) -> None:
    assert has_verb(text) is found


@pytest.mark.parametrize("odd", ["", ",", "\x00\ud800 70 people", "70 people " * 400])
def test_odd_sentences_raise_nothing(odd: str) -> None:
    text = f"{odd} Orla moved 71 people."
    assert isinstance(clauses_of(text, people(71, "71 people", "people moved")), list)


def test_others_beside_no_other_line_are_people() -> None:
    told = people(3, "Three others", "others missing")
    assert clauses_of("Three others are missing in Orla.", told) == ["Three people are missing in Orla"]
    told = people(3, "three others", "others hurt")
    line = "The fire in Orla killed two men and hurt three others"
    assert clauses_of(f"{line}.", told) == [line]
