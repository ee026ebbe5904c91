"""Card rows follow the attempts, whatever happens to these."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta, timezone
from pathlib import Path

import pytest
from sqlmodel import Session, select

from briefings.store.models import CardRow
from briefings.store.store import Store, open_store
from quiz_bank.desk import Desk
from quiz_bank.learning import attempts, schedule
from quiz_bank.learning.appeals import save_appeal
from quiz_bank.learning.cards import RETENTION, fold
from quiz_bank.learning.schedule import Pace, due_list, forecast
from quiz_bank.learning.trainees import trainee_id
from quiz_bank.session import Appeal, Attempt
from tests.quiz_bank.learning.invented_answers import START, answer, attempt, made, random_attempts

pytestmark = pytest.mark.usefixtures("back_end")

QUESTIONS = [made(number) for number in range(60)]
Rows = dict[str, tuple[object, ...]]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with open_store(str(tmp_path / "store.db")) as opened:
        yield opened


def keep(session: Session, found: list[Attempt]) -> None:
    for each in found:
        saved = attempts.save(session, "ana", each)
        if saved is not None:
            schedule.follow(session, saved, each, RETENTION)


def rows(store: Store) -> Rows:
    def read(session: Session) -> Rows:
        return {
            row.claim: (row.story, row.state, row.due, row.reviews, row.lapses)
            for row in session.exec(select(CardRow))
        }

    return store.read(read)


def replayed(store: Store) -> Rows:
    """The rows after all cards were thrown away and folded again."""
    store.write(lambda session: schedule.rebuild(session, trainee_id(session, "ana")))
    return rows(store)


@pytest.mark.files
def test_a_thousand_answers_in_order_leave_what_a_replay_leaves(store: Store) -> None:
    found = random_attempts(1, 1000, QUESTIONS)
    store.write(lambda session: keep(session, found))
    kept = rows(store)
    assert len(kept) == len(QUESTIONS)
    assert kept == replayed(store)


@pytest.mark.files
def test_answers_that_arrive_late_or_twice_leave_what_a_replay_leaves(store: Store) -> None:
    found = random_attempts(2, 120, QUESTIONS[:20])
    mixed_up = found[:]
    random.Random(3).shuffle(mixed_up)
    store.write(lambda session: keep(session, [*mixed_up, *found[:10]]))
    kept = rows(store)
    assert kept == replayed(store)
    other = store.read(lambda session: attempts.answers(session, 1))
    assert [each.uid for each in other] == [each.uid for each in found]


@pytest.mark.files
def test_what_was_taken_back_or_overruled_leaves_what_a_replay_leaves(store: Store) -> None:
    found = random_attempts(4, 200, QUESTIONS[:30])
    chance = random.Random(5)

    def work(session: Session) -> None:
        for each in found:
            keep(session, [each])
            if chance.random() < 0.1:
                kind = chance.choice(("right", "undo", "report"))
                save_appeal(session, "ana", Appeal(each.uid, kind, "", each.at), RETENTION)  # type: ignore[arg-type]

    store.write(work)
    kept = rows(store)
    assert kept == replayed(store)


def test_undo_takes_the_card_away_and_overruling_mends_it(store: Store) -> None:
    missed = attempt(made(1), START, "wrong")
    store.write(lambda session: keep(session, [missed]))
    store.write(
        lambda session: save_appeal(session, "ana", Appeal(missed.uid, "right", "", START), RETENTION)
    )
    right = store.read(lambda session: schedule.cards_of(session, 1))
    assert right[0].due == START + timedelta(days=2)
    store.write(lambda session: save_appeal(session, "ana", Appeal(missed.uid, "undo", "", START), RETENTION))
    assert rows(store) == {}


def test_a_clock_set_back_neither_loses_nor_advances_anything(store: Store) -> None:
    late = attempt(made(1), START + timedelta(days=2), "correct")
    early = attempt(made(1), START, "correct")
    store.write(lambda session: keep(session, [late, early]))
    (card,) = store.read(lambda session: schedule.cards_of(session, 1))
    assert (card.reviews, card.first, card.last) == (2, START, START + timedelta(days=2))
    assert card.due > card.last


def test_the_zone_of_an_answer_does_not_matter(store: Store) -> None:
    summer, winter = timezone(timedelta(hours=2)), timezone(timedelta(hours=1))
    first = attempt(made(1), START.astimezone(summer))
    again = attempt(made(1), (START + timedelta(hours=15)).astimezone(winter))
    store.write(lambda session: keep(session, [first, again]))
    (card,) = store.read(lambda session: schedule.cards_of(session, 1))
    assert (card.reviews, card.last) == (1, START)


def test_cards_of_a_store_older_than_cards_are_made_at_first_sight(store: Store) -> None:
    old = attempt(made(1), START)
    store.write(lambda session: attempts.save(session, "ana", old))
    assert rows(store) == {}
    desk = Desk(store, "ana", clock=lambda: START + timedelta(days=3))
    assert [card.claim for card in desk.due().due] == [made(1).claim]


def test_what_is_likeliest_forgotten_comes_first() -> None:
    cards = fold([answer(1, 0), answer(2, 0, "wrong"), answer(3, 20)])
    listed = due_list(cards.values(), set(cards), Pace(), START + timedelta(days=10))
    assert [card.claim for card in listed.due] == [made(2).claim, made(1).claim]
    assert listed.new == 0


def test_the_days_limits_count_what_was_done_already() -> None:
    cards = fold([answer(1, 0), answer(2, 0), answer(3, 0), answer(1, 2)])
    claims = {made(number).claim for number in range(10)}
    same_day = due_list(
        cards.values(), claims, Pace(new_a_day=5, reviews_a_day=3), START + timedelta(hours=1)
    )
    assert (same_day.new_left, same_day.new) == (2, 7)
    later = due_list(cards.values(), claims, Pace(5, 3), START + timedelta(days=2, hours=1))
    assert (later.new_left, later.reviews_left) == (5, 2)
    spent = due_list(cards.values(), claims, Pace(0, 0), START + timedelta(days=2))
    assert (spent.new_left, spent.reviews_left) == (0, 0)


def test_claims_no_longer_asked_are_not_due() -> None:
    cards = fold([answer(1, 0)])
    listed = due_list(cards.values(), set(), Pace(), START + timedelta(days=9))
    assert (listed.due, listed.new) == ((), 0)


def test_the_forecast_puts_overdue_cards_on_today() -> None:
    cards = fold([answer(1, 0), answer(2, 0, "wrong"), answer(3, 3)])
    days = forecast(cards.values(), START + timedelta(days=3))
    assert len(days) == 14
    assert [(day.day.day, day.due) for day in days[:3]] == [(6, 2), (7, 0), (8, 1)]


def test_saving_the_same_attempt_twice_moves_a_card_once(store: Store) -> None:
    once = attempt(made(1), START)
    store.write(lambda session: keep(session, [once, replace(once, at=START + timedelta(days=5))]))
    (card,) = store.read(lambda session: schedule.cards_of(session, 1))
    assert card.reviews == 1
