"""What a trainee remembers, as a fold of her answers."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from quiz_bank.learning.cards import (
    AGAIN,
    EASY,
    GOOD,
    HARD,
    LONGEST_INTERVAL,
    SAMPLES,
    Card,
    fold,
    is_due,
    rating,
    recall,
    spread,
)
from tests.quiz_bank.learning.invented_answers import START, answer


def card(*answers: Any) -> Card:
    (found,) = fold(answers).values()
    return found


def test_a_first_right_answer_is_due_in_two_days_a_wrong_one_tomorrow() -> None:
    assert card(answer(1, 0)).due == START + timedelta(days=2)
    missed = card(answer(1, 0, "wrong"))
    assert (missed.due, missed.reviews, missed.lapses) == (START + timedelta(days=1), 1, 0)


def test_intervals_grow_with_each_success_and_shrink_with_a_lapse() -> None:
    kept = card(answer(1, 0), answer(1, 2), answer(1, 13))
    assert kept.due - kept.last > timedelta(days=30)
    lapsed = card(answer(1, 0), answer(1, 2), answer(1, 13), answer(1, 60, "wrong"))
    assert lapsed.lapses == 1
    assert lapsed.due - lapsed.last < timedelta(days=10)


def test_only_the_first_answer_of_a_waking_day_counts() -> None:
    first = card(answer(1, 0, "wrong"))
    assert card(answer(1, 0, "wrong"), answer(1, 0.01), answer(1, 15.9 / 24)) == first
    assert card(answer(1, 0, "wrong"), answer(1, 16.1 / 24)).reviews == 2


def test_what_is_due_always_counts() -> None:
    before = card(answer(1, 0, "wrong"))
    early = before.last + timedelta(hours=16)
    assert not is_due(before, early - timedelta(minutes=1))
    assert is_due(before, early)
    assert card(answer(1, 0, "wrong"), answer(1, 16 / 24)).reviews == 2


def test_a_review_before_a_whole_day_counts_as_a_day_later() -> None:
    assert card(answer(1, 0), answer(1, 0.75)).last == START + timedelta(days=1)


def test_a_reported_question_leaves_no_trace_and_a_skipped_one_is_missed() -> None:
    assert fold([answer(1, 0, "wrong", rule="reported")]) == {}
    skipped = card(answer(1, 0), answer(1, 3, "wrong", rule="skipped"))
    assert skipped.lapses == 1


def test_intervals_stop_at_a_year() -> None:
    days, answers = 0.0, []
    for _ in range(12):
        answers.append(answer(1, days))
        days = (card(*answers).due - START) / timedelta(days=1)
    last = card(*answers)
    assert last.due - last.last <= timedelta(days=LONGEST_INTERVAL)


@pytest.mark.parametrize(
    ("verdict", "more", "binary", "fine"),
    [
        ("wrong", {}, AGAIN, AGAIN),
        ("wrong", {"rule": "skipped"}, AGAIN, AGAIN),
        ("close", {}, AGAIN, HARD),
        ("close", {"kind": "order"}, AGAIN, AGAIN),
        ("correct", {}, GOOD, GOOD),
        ("correct", {"hints": 1}, AGAIN, HARD),
        ("correct", {"confidence": "guess"}, GOOD, GOOD),
        ("correct", {"confidence": "guess", "mode": "choice"}, GOOD, HARD),
        ("correct", {"confidence": "guess", "kind": "true-false"}, AGAIN, AGAIN),
        ("correct", {"ms": 8_001}, GOOD, HARD),
        ("correct", {"ms": 8_000}, GOOD, GOOD),
        ("correct", {"ms": 200_000}, GOOD, GOOD),
        ("correct", {"ms": 1_999, "confidence": "sure"}, GOOD, EASY),
        ("correct", {"ms": 2_000, "confidence": "sure"}, GOOD, GOOD),
        ("correct", {"ms": 1_999, "confidence": "sure", "mode": "choice"}, GOOD, GOOD),
        ("correct", {"ms": 1_999, "confidence": "think"}, GOOD, GOOD),
    ],
)
def test_ratings_before_and_after_the_own_pace_is_known(
    verdict: str, more: dict[str, Any], binary: int, fine: int
) -> None:
    given = answer(1, 0, verdict, **more)
    assert rating(given, None, is_known=True) == binary
    assert rating(given, 4_000, is_known=True) == fine


def test_the_first_answer_to_a_claim_is_never_easy() -> None:
    quick = answer(1, 0, ms=500, confidence="sure")
    assert rating(quick, 4_000, is_known=False) == GOOD


def test_the_pace_is_known_after_twenty_answers_of_the_kind() -> None:
    slow = answer(0, 30, ms=60_000)
    before = [answer(3 * number, number / 100) for number in range(1, SAMPLES + 1)]
    assert fold([*before[1:], slow])[slow.claim] == fold([slow])[slow.claim]
    assert fold([*before, slow])[slow.claim] != fold([slow])[slow.claim]
    other_kind = [answer(3 * number + 1, number / 100) for number in range(1, SAMPLES + 1)]
    assert fold([*other_kind, slow])[slow.claim] == fold([slow])[slow.claim]


def test_intervals_are_spread_the_same_way_each_time() -> None:
    assert [spread(days, "x") for days in (1, 2)] == [1, 2]
    found = {spread(50, str(seed)) for seed in range(200)}
    assert min(found) >= 45
    assert max(found) <= 55
    assert len(found) > 5
    assert spread(50, "x") == spread(50, "x")
    assert all(spread(365, str(seed)) <= LONGEST_INTERVAL for seed in range(50))


def test_memory_fades() -> None:
    kept = card(answer(1, 0))
    fading = [recall(kept, START + timedelta(days=days)) for days in (0, 2, 30)]
    assert fading == sorted(fading, reverse=True)
    assert fading[0] == 1.0
    assert 0.85 < fading[1] < 0.95
