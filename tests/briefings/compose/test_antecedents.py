"""What a pronoun stands for, where the sentences before leave one reading only."""

from __future__ import annotations

import pytest

from briefings.compose.antecedents import Antecedents, is_plural, subject_of
from briefings.reading.sentences import split_sentences
from briefings.reconcile.names import index_names
from briefings.reconcile.referents import Referents, Sentences
from tests.briefings.reconcile.invented import Told, make_article

PEOPLE = ("Ilse Korden", "Bo Tarn")


def named(text: str) -> str:
    """The last sentence of the text with its pronouns named."""
    mayor = Told("role", "mayor", None, "mayor of Orla", "Ilse Korden")
    told = [mayor] if text.count(mayor.quote) == 1 else []
    article = make_article("Post", text, told)
    by_article = {article.key: split_sentences(text)}
    sentences = Sentences(index_names([article], by_article), by_article)
    maker = Antecedents(sentences, Referents(sentences), PEOPLE)
    last = by_article[article.key][-1]
    line = last.text
    for edit in reversed(maker.edits(article.key, last)):
        line = line[: edit.start] + edit.text + line[edit.end :]
    return line


def alone(text: str) -> bool:
    article = make_article("Post", text)
    by_article = {article.key: split_sentences(text)}
    sentences = Sentences(index_names([article], by_article), by_article)
    return Antecedents(sentences, Referents(sentences)).stands_alone(text)


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("Orla Council moved 70 people. It is a response to the flood.", "It is a response to the flood."),
        ("Orla Council moved 70 people. It follows a flood.", "It follows a flood."),
        (
            "Corda's shares rose by 4 percent, while those of Salm fell by 3 percent.",
            "Corda's shares rose by 4 percent, while the shares of Salm fell by 3 percent.",
        ),
        ("The tram carried 40 people. It was late.", "The tram was late."),
        (
            "Rescue teams in Salm searched all night. They found 2 boats.",
            "Rescue teams in Salm found 2 boats.",
        ),
        ("Korden, 57, was elected in 2019. It rained. She wants a bridge.", "Ilse Korden wants a bridge."),
        ("Ilse Korden spoke first. Her deputy wants a bridge.", "Ilse Korden's deputy wants a bridge."),
        (
            "Salm has 5,100 members. Some 85 percent of them voted in May.",
            "Some 85 percent of the 5,100 members voted in May.",
        ),
        ("Turnout was 71 percent. In May it was 64 percent.", "In May turnout was 64 percent."),
        ('Bo Tarn won. "I am glad," he told 200 people.', '"I am glad," Bo Tarn told 200 people.'),
    ],
)
def test_a_pronoun_with_one_reading_is_named(text: str, line: str) -> None:
    assert named(text) == line


@pytest.mark.parametrize(
    "last",
    [
        "A guard broke his arm.",  # the guard's own
        "It took crews two days to clear the road.",  # stands for what follows
        "It was the army, too, that cleared the road.",
    ],
)
def test_a_pronoun_of_its_own_sentence_is_left(last: str) -> None:
    assert named(f"Ilse Korden came to the school. {last}") == last


@pytest.mark.parametrize(
    "told",
    [
        "Bo Tarn lost his hat. She wants a bridge.",  # he is no she
        "Bo Tarn came from Salm. The tanker was old. She lost 40 tonnes of oil.",  # a ship
    ],
)
def test_she_is_neither_a_man_nor_a_captain_of_the_ship_she_is(told: str) -> None:
    assert named(told).startswith("She ")


def test_two_people_leave_two_readings() -> None:
    assert named("Ilse Korden met Bo Tarn. She wants a bridge.") == "She wants a bridge."


@pytest.mark.parametrize(
    "text",
    [
        "Bo Tarn met a certain Quist. He wants a bridge.",  # a name of nobody known may be a person's
        "Salm has 5,100 members and 40 boats. Half of them left.",
    ],
)
def test_two_readings_are_left(text: str) -> None:
    assert named(text) == text.partition(". ")[2]


def test_it_does_not_reach_back_over_a_paragraph() -> None:
    assert named("The tram carried 40 people.\n\nIt was late.") == "It was late."


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("The old tram carried 40 people.", "The old tram"),
        ("Orla, a port, was closed.", "Orla"),
        ("In May the port was closed.", ""),
        ("It was closed.", ""),
        ("Seven trams were late.", ""),
    ],
)
def test_the_subject_of_a_sentence(text: str, subject: str) -> None:
    assert subject_of(text) == subject


@pytest.mark.parametrize(
    ("phrase", "plural"), [("The teams in Orla", True), ("The head of the teams", False), ("Police", True)]
)
def test_the_head_of_a_phrase_tells_its_number(phrase: str, plural: bool) -> None:
    assert is_plural(phrase.casefold()) is plural


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("The court said it would rule in May", True),
        ("It took crews in Orla two days to clear the road", True),
        ("About 500 residents have left their homes", True),
        ("The express, which was on its way to Orla, was late", True),
        ("It could be 48 hours before the tests in Orla end", True),
        ("In that election 51 percent voted", False),
        ("The role made her famous", False),
        ("About 70 guards are left in the area", False),
        ("The school owns 15 percent of its land", False),
    ],
)
def test_a_line_that_points_back_does_not_stand_alone(line: str, told: bool) -> None:
    assert alone(line) is told


@pytest.mark.parametrize("odd", ["", "\x00", "\ud800 it", '"' * 50 + "he told ", "The " * 400])
def test_odd_words_raise_nothing(odd: str) -> None:
    assert isinstance(subject_of(odd), str)
    assert isinstance(alone(odd), bool)
