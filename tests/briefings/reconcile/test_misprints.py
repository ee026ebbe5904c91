"""Two spellings of one office holder, a letter apart."""

from __future__ import annotations

import pytest

from briefings.reading.sentences import split_sentences
from briefings.reconcile.names import index_names
from tests.briefings.reconcile.invented import Told, make_article


def are_one(first: tuple[str, str], second: tuple[str, str], more: str = "") -> bool:
    """Whether two papers' names, each with its office, are one person's; ``more`` is told by the first too."""
    articles = []
    for outlet, (name, office), rest in (("Post", first, more), ("Mail", second, "")):
        told = Told("role", office, None, f"{office} {name}", name)
        articles.append(make_article(outlet, f"The {office} {name} spoke. {rest}".strip(), [told]))
    index = index_names(articles, {a.key: split_sentences(a.text) for a in articles})
    return index.key(first[0]) == index.key(second[0])


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("Luc Demaret", "bank chairman"), ("Luc Demarets", "chairman")),
        (("Yurek Halm", "rescue chief"), ("Jurek Halm", "rescue chief")),
        (("Bela Orsoni", "union leader"), ("Bela Orsini", "union leader")),
    ],
)
def test_one_office_and_all_but_a_letter_of_the_name_are_one_person(
    first: tuple[str, str], second: tuple[str, str]
) -> None:
    assert are_one(first, second)


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (("Luc Demaret", "bank chairman"), ("Luc Demarets", "judge")),  # two offices
        (("Martin Orsini", "health minister"), ("Martina Orsini", "health minister")),  # a man and a woman
        (("Jan Berg", "judge"), ("Jan Borg", "judge")),  # too short a name
        (("Luc Demaret", "chairman"), ("Leo Demarets", "chairman")),  # two letters
    ],
)
def test_people_that_may_be_two_stay_apart(first: tuple[str, str], second: tuple[str, str]) -> None:
    assert not are_one(first, second)


def test_a_paper_that_names_both_knows_two_people() -> None:
    pair = ("Luc Demaret", "chairman"), ("Luc Demarets", "chairman")
    assert are_one(*pair)
    assert not are_one(*pair, more="His cousin Luc Demarets did not.")
