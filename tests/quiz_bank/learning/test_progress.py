"""How a trainee stands, added up from her answers."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from quiz_bank.keys import Key
from quiz_bank.learning.attempts import Answer
from quiz_bank.learning.cards import fold
from quiz_bank.learning.confusions import confusions
from quiz_bank.learning.progress import Progress, progress, streak, wilson
from quiz_bank.learning.schedule import Pace, due_list
from quiz_bank.learning.shelved import Kept
from quiz_bank.questions import Question
from tests.quiz_bank.learning.invented_answers import START, answer, made


def kept(question: Question) -> Kept:
    """The question as its row keeps it."""
    return Kept(question.id, question.story, question.claim, question.kind, question.as_json())


QUESTIONS = {question.id: kept(question) for question in map(made, range(12))}


def of(answers: Sequence[Answer], days: float = 10) -> Progress:
    """The progress so many days after the start."""
    now = START + timedelta(days=days)
    cards = fold(answers)
    claims = {question.claim for question in QUESTIONS.values()}
    return progress(
        answers, list(cards.values()), due_list(cards.values(), claims, Pace(), now), QUESTIONS, now, UTC
    )


def test_nothing_answered_is_nothing_known() -> None:
    found = of([])
    assert (found.answered, found.cards, found.new, found.streak) == (0, 0, 12, 0)
    assert (found.retention.value, found.brier, found.kinds) == (None, None, ())
    json.dumps(found.as_json())


@pytest.mark.parametrize(
    ("right", "of", "low", "high"),
    [
        (0, 0, 0.0, 1.0),
        (9, 10, 0.596, 0.982),
        (90, 100, 0.826, 0.945),
        (0, 5, 0.0, 0.434),
        (5, 5, 0.566, 1.0),
    ],
)
def test_a_share_has_wilsons_interval(right: int, of: int, low: float, high: float) -> None:
    found = wilson(right, of)
    assert [found.low, found.high] == pytest.approx([low, high], abs=0.001)


def test_retention_counts_reviews_of_known_claims_alone() -> None:
    found = of([answer(1, 0, "wrong"), answer(1, 0.01), answer(1, 2), answer(2, 2), answer(1, 5, "wrong")])
    assert (found.retention.right, found.retention.of) == (1, 2)
    assert found.answered == 5


def test_tallies_count_the_first_answer_of_a_day() -> None:
    found = of(
        [answer(1, 0, "wrong", ms=1000), answer(1, 0.01), answer(4, 0, ms=3000), answer(3, 0, "close")]
    )
    assert [(each.name, each.answered, each.correct, each.wrong, each.median_ms) for each in found.kinds] == [
        ("distance", 2, 1, 1, 2000),
        ("count", 1, 0, 0, 4000),
    ]
    assert [(each.name, each.answered) for each in found.outlets] == [("Courier", 2), ("Gazette", 1)]
    assert [(each.name, each.close) for each in found.stories] == [("flood", 1)]


def test_times_away_from_the_screen_are_not_counted() -> None:
    found = of([answer(1, 0, ms=180_001), answer(2, 0, ms=60_000), answer(3, 0, "wrong", rule="skipped")])
    assert (found.minutes, found.minutes_week) == (1.0, 0.0)
    assert [each.median_ms for each in found.kinds if each.name == "distance"] == [None]


def test_confidence_is_compared_with_what_it_promises() -> None:
    sure = [answer(number % 12, number, confidence="sure") for number in range(10)]
    assert of(sure).brier is None
    guesses = [answer(number % 12, number, "wrong", confidence="guess") for number in range(10)]
    found = of([*sure, *guesses])
    assert [(band.confidence, band.right, band.of) for band in found.bands] == [
        ("guess", 0, 10),
        ("think", 0, 0),
        ("sure", 10, 10),
    ]
    assert found.brier == pytest.approx((10 * 0.01 + 10 * 0.33**2) / 20, abs=0.001)


def test_sure_but_wrong_stays_until_it_was_sure_and_right() -> None:
    missed = answer(1, 0, "wrong", confidence="sure")
    (trouble,) = of([missed, answer(1, 1)]).sure_but_wrong
    assert (trouble.ask, trouble.times, trouble.outlet) == ("What about 1?", 1, "Courier")
    assert trouble.sentence == "It was 1, they said."
    assert of([missed, answer(1, 1, confidence="sure")]).sure_but_wrong == ()


def test_a_leech_has_lapsed_four_times() -> None:
    lapses = [answer(1, 0), *(answer(1, 2 * day, "wrong") for day in range(1, 5))]
    assert of(lapses[:-1]).leeches == ()
    (leech,) = of(lapses).leeches
    assert (leech.ask, leech.times) == ("What about 1?", 4)


def test_an_answer_that_belongs_to_another_claim_is_a_confusion() -> None:
    given = [
        answer(1, 0, "wrong", answer="4 km"),
        answer(1, 1, "wrong", answer="about 4"),
        answer(1, 2, "wrong", answer="99 km"),
        answer(4, 2, "correct", answer="1 km"),
        answer(3, 2, "wrong", answer="4 bridges"),
    ]
    (found,) = of(given).confused
    assert (found.ask, found.given, found.belongs_to, found.times) == (
        "What about 1?",
        "4 km",
        "What about 4?",
        2,
    )


def test_names_are_confused_by_any_spelling_and_dates_by_their_words() -> None:
    def named(number: int, key: Key) -> tuple[str, Answer]:
        question = replace(made(number), key=key)
        named_questions[question.id] = kept(question)
        return question.id, answer(number, 0, "wrong", kind=key.kind)

    named_questions: dict[str, Kept] = {}
    _, first = named(1, Key("place", name="Port Velo", aliases=("Pt Velo",)))
    _, second = named(2, Key("place", name="Lorn"))
    _, day = named(3, Key("date", "2031-05-03", text="Saturday"))
    _, other = named(4, Key("date", "2031-05-04"))
    given = [
        first._replace(answer="the LORN"),
        second._replace(answer="pt velo"),
        day._replace(answer="4 May 2031"),
        other._replace(answer="saturday"),
    ]
    found = confusions(given, named_questions)
    assert [each.times for each in found] == [1, 1, 1, 1]


def test_a_streak_holds_while_today_is_open() -> None:
    times = [datetime(2031, 5, day, 9, tzinfo=UTC) for day in (1, 2, 4, 5)]
    lengths = [streak(times, datetime(2031, 5, day, 12, tzinfo=UTC), UTC) for day in (3, 5, 6, 7)]
    assert lengths == [2, 2, 2, 0]
    assert streak([], times[0], UTC) == 0


def test_past_midnight_is_still_the_day_before() -> None:
    zone = timezone(timedelta(hours=2))
    late = datetime(2031, 5, 4, 1, 30, tzinfo=zone).astimezone(UTC)
    assert streak([late], datetime(2031, 5, 5, 10, tzinfo=UTC), zone) == 0
    assert streak([late], datetime(2031, 5, 4, 10, tzinfo=UTC), zone) == 1
    assert streak([late + timedelta(hours=3)], datetime(2031, 5, 5, 10, tzinfo=UTC), zone) == 1


def test_days_go_on_when_the_clocks_change() -> None:
    zone = ZoneInfo("Europe/Berlin")  # summer time begins on 30 March 2031
    times = [datetime(2031, 3, day, 12, tzinfo=zone).astimezone(UTC) for day in (28, 29, 30, 31)]
    assert streak(times, datetime(2031, 3, 31, 20, tzinfo=UTC), zone) == 4


def test_what_is_known_is_the_sum_of_what_is_likely() -> None:
    found = of([answer(number, 0) for number in range(10)], days=2)
    assert found.cards == 10
    assert found.known == pytest.approx(9.0, abs=0.3)


def test_reported_answers_count_nowhere() -> None:
    found = of([answer(1, 0, "wrong", rule="reported", confidence="sure")])
    assert (found.answered, found.streak, found.bands[2].of) == (0, 0, 0)
