"""Whom a pronoun or a noun stands for, where that is plain."""

from __future__ import annotations

import pytest

from briefings.reading.sentences import split_sentences
from briefings.reconcile.names import index_names
from briefings.reconcile.referents import Referents, Sentences
from briefings.stories import Article
from tests.briefings.reconcile.invented import make_article


def referents_of(text: str) -> tuple[Referents, Article, Sentences]:
    article = make_article("Post", text)
    sentences = {article.key: split_sentences(text)}
    read = Sentences(index_names([article], sentences), sentences)
    return Referents(read), article, read


def edited(text: str) -> list[tuple[str, str]]:
    """What the last sentence's words are replaced by."""
    referents, article, read = referents_of(text)
    last = read.of(article.key)[-1]
    return [(last.text[edit.start : edit.end], edit.text) for edit in referents.edits(article.key, last)]


def test_a_noun_stands_for_the_one_name_of_its_class() -> None:
    text = "The city of Orla is old. Orla has two ports. Troops entered the city in May."
    assert edited(text) == [("the city", "Orla")]


def test_a_province_keeps_its_noun_beside_the_name() -> None:
    text = "Marrow province is dry. Marrow has no river. Troops hold a third of the province."
    assert edited(text) == [("the province", "Marrow province")]


def test_a_river_keeps_its_article_too() -> None:
    text = "The Sarn river is wide. The Sarn has no bridge. Boats wait on the river in May."
    assert edited(text) == [("the river", "the Sarn river")]


def test_a_noun_with_two_candidates_stands_for_neither() -> None:
    text = "The city of Orla is old. The city of Salm is new. Troops entered the city in May."
    assert edited(text) == []


def test_a_noun_that_only_modifies_is_left_alone() -> None:
    text = "The town of Orla is old. Orla has two ports. The town hall burned down."
    assert edited(text) == []


def test_it_stands_for_the_name_that_opens_the_sentence_before() -> None:
    text = "Troops hold the town of Orla. Orla has two ports. It was taken in May."
    assert edited(text) == [("It", "Orla")]


@pytest.mark.parametrize(
    "text",
    [
        "Orla's mayor has two ports. It was taken in May.",
        "The mayor praised Orla. It was taken in May.",
        "Norwegian ships left Orla. It was taken in May.",
        "It was taken in May.",
    ],
)
def test_it_stands_for_nothing_else(text: str) -> None:
    assert edited(text) == []


@pytest.mark.parametrize(
    ("line", "alone"),
    [
        ("Orla was taken in May", True),
        ("It was taken in May", False),
        ("The city was taken by Orla Council", False),
        ("The water stood two metres above the quay", True),
        ("Orla had controlled it since May", False),
        ("Orla Council told Salm Council to sell it by May", True),
        ("On Norwegian soil it had kept a port", False),
        ("The US army left Orla", True),
    ],
)
def test_a_line_stands_alone_if_nothing_points_back(line: str, alone: bool) -> None:
    referents, _, _ = referents_of("The city of Orla is old. Orla Council met Salm Council.")
    assert referents.stands_alone(line) is alone


def test_a_line_that_names_nothing_is_told_apart() -> None:
    referents, _, _ = referents_of("The city of Orla is old. Norway sent two ships to the city.")
    assert referents.names_all("Troops left Orla")
    assert not referents.names_all("The water stood two metres above the quay")
    assert not referents.names_all("Before Norway sent ships, the city was home to many")
