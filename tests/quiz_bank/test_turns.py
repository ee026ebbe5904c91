"""The order of a quiz as a function of its questions and of what was answered."""

from __future__ import annotations

import random
from dataclasses import replace
from itertools import pairwise

import pytest

from quiz_bank.keys import Key
from quiz_bank.questions import Question, Source, question_id
from quiz_bank.turns import Try, mixed, next_turn


def made(number: int, claim: str = "", kind: str = "count", article: str = "one") -> Question:
    key = Key("date", "2031-05-03") if kind == "date" else Key("count", number, "bridge")
    claim = claim or f"claim {number}"
    source = Source(article, "Gazette", None, 0, 1, "So it was.", 0)
    return Question(
        question_id(claim, str(number)), "flood", f"Number {number}?", "", key, claim, "t", (source,)
    )


TEN = [made(number) for number in range(10)]


def played(
    questions: list[Question], misses: dict[int, int], seed: int = 7, sure: frozenset[int] = frozenset()
) -> list[int]:
    """The places of the questions in the order they are asked; ``misses``: place -> how often it goes wrong."""
    left, tries, order = dict(misses), list[Try](), list[int]()
    while (turn := next_turn(questions, tries, seed)) is not None:
        place = questions.index(turn)
        right = left.get(place, 0) == 0
        left[place] = max(0, left.get(place, 0) - 1)
        tries.append(Try(turn.id, right, not right and place in sure))
        order.append(place)
    return order


def test_what_is_right_at_once_is_asked_once_in_order() -> None:
    assert played(TEN, {}) == list(range(10))


@pytest.mark.parametrize("seed", range(20))
def test_a_miss_comes_back_after_three_to_eight_others_until_it_was_right_once(seed: int) -> None:
    order = played(TEN, {2: 2}, seed)
    assert order.count(2) == 3
    places = [at for at, place in enumerate(order) if place == 2]
    gap = places[1] - places[0] - 1
    assert 3 <= gap <= 8


@pytest.mark.parametrize("seed", range(30))
def test_many_misses_keep_their_distance_too(seed: int) -> None:
    chance = random.Random(seed)
    questions = [made(number) for number in range(40)]
    order = played(questions, {place: chance.choice((0, 0, 1, 2)) for place in range(40)}, seed)
    assert sorted(set(order)) == list(range(40))
    for place in range(30):  # near the end there may be too little left to put between
        at = [index for index, each in enumerate(order) if each == place]
        gaps = [later - earlier - 1 for earlier, later in pairwise(at) if later < 40]
        assert all(3 <= gap <= 8 for gap in gaps)


def test_who_misses_everything_still_gets_to_every_question() -> None:
    order = played(TEN, dict.fromkeys(range(10), 20))
    first = [order.index(place) for place in range(10)]
    assert all(later - earlier <= 6 for earlier, later in pairwise(first))


def test_near_the_end_a_miss_comes_back_as_late_as_it_can() -> None:
    assert played(TEN[:3], {1: 1}) == [0, 1, 2, 1]
    assert played(TEN[:3], {2: 1}) == [0, 1, 2, 2]


def test_what_was_wrong_and_sure_closes_the_round_although_it_was_right_since() -> None:
    order = played(TEN, {1: 1}, sure=frozenset({1}))
    assert order.count(1) == 3
    assert order[-1] == 1
    assert played(TEN, {1: 1}).count(1) == 2


def test_a_closing_question_is_not_asked_twice_in_a_row() -> None:
    assert played(TEN[:2], {1: 1}, sure=frozenset({1})) == [0, 1, 1]


def test_two_questions_on_one_claim_are_kept_apart() -> None:
    siblings = [made(1, "same"), made(2, "same"), made(3)]
    assert played(siblings, {}) == [0, 2, 1]
    assert played(siblings[:2], {}) == [0, 1]


def test_without_returning_each_is_asked_once() -> None:
    wrong = [Try(question.id, False) for question in TEN]
    assert next_turn(TEN, wrong[:4], returning=False) is TEN[4]
    assert next_turn(TEN, wrong, returning=False) is None


def test_answers_to_questions_no_longer_asked_are_passed_over() -> None:
    assert next_turn(TEN[1:], [Try(TEN[0].id, False)]) is TEN[1]


def test_the_same_answers_lead_to_the_same_question() -> None:
    tries = [Try(TEN[place].id, place % 2 == 0) for place in range(6)]
    assert next_turn(TEN, tries, 3) == next_turn(TEN, list(tries), 3)


def test_kinds_and_articles_alternate_where_they_can() -> None:
    questions = [made(n, kind="date" if n < 3 else "count", article="one") for n in range(6)]
    kinds = [question.kind for question in mixed(questions)]
    assert kinds == ["date", "count", "date", "count", "date", "count"]
    articles = mixed(
        [replace(each, sources=made(0, article=f"{at // 3}").sources) for at, each in enumerate(TEN[:6])]
    )
    assert [each.sources[0].article for each in articles] == ["0", "1", "0", "1", "0", "1"]
    assert sorted(each.id for each in mixed(TEN)) == sorted(each.id for each in TEN)
