"""A quiz without a screen: nothing moves on before the store has the answer."""

from __future__ import annotations

from itertools import count

import pytest

from quiz_bank.keys import Key
from quiz_bank.questions import Question, question_id
from quiz_bank.session import AppealKind, Attempt, Confidence, Phase, Quiz


def question(number: int, mode: str = "type", options: tuple[str, ...] = ()) -> Question:
    key = Key("count", value=number, unit="bridge", text=f"{number} bridges")
    return Question(
        question_id(f"claim {number}", "test"),
        "flood",
        f"How many bridges did flood {number} destroy?",
        "Gazette, 3 May 2031",
        key,
        f"claim {number}",
        "test",
        (),
        mode="choice" if mode == "choice" else "type",
        options=options,
        right=f"{number} bridges" if options else "",
    )


def quiz(*questions: Question) -> Quiz:
    ticks = count(0, 2)
    return Quiz(questions, clock=lambda: next(ticks))


def test_grading_alone_changes_nothing() -> None:
    taken = quiz(question(12), question(13))
    attempt = taken.grade("12 bridges")
    assert attempt.verdict.verdict == "correct"
    assert (taken.phase, taken.number, taken.attempts) == (Phase.ANSWERING, 1, [])


def test_a_kept_answer_leads_to_feedback_and_then_to_the_next_question() -> None:
    taken = quiz(question(12), question(13))
    attempt = taken.grade("12")
    taken.keep(attempt)
    assert (taken.phase, taken.last) == (Phase.FEEDBACK, attempt)
    taken.advance()
    assert (taken.phase, taken.number) == (Phase.ANSWERING, 2)


def test_keeping_twice_counts_once() -> None:
    taken = quiz(question(12))
    attempt = taken.grade("12")
    taken.keep(attempt)
    taken.keep(attempt)
    assert taken.attempts == [attempt]


def test_every_attempt_has_its_own_uid_and_the_time_it_took() -> None:
    taken = quiz(question(12))
    first, second = taken.grade("12"), taken.grade("13")
    assert first.uid != second.uid
    assert (first.ms, second.ms) == (2000, 4000)
    assert first.at.utcoffset() is not None


def test_the_quiz_ends_after_the_last_question() -> None:
    taken = quiz(question(12))
    taken.keep(taken.grade("40"))
    taken.advance()
    assert taken.phase is Phase.DONE
    assert (taken.count("correct"), taken.count("wrong")) == (0, 1)


def test_a_skipped_question_is_counted_apart() -> None:
    taken = quiz(question(12), question(13))
    taken.skip()
    assert (taken.number, taken.attempts, taken.skipped) == (2, [], [question(12)])


def test_stopping_keeps_what_was_answered() -> None:
    taken = quiz(question(12), question(13))
    taken.keep(taken.grade("12"))
    taken.stop()
    assert (taken.phase, taken.count("correct")) == (Phase.DONE, 1)


def test_a_number_chooses_the_option_at_its_place_only_in_choice_mode() -> None:
    choice = quiz(question(12, "choice", ("8 bridges", "12 bridges", "24 bridges")))
    assert choice.grade("2").answer == "12 bridges"
    assert choice.grade(" 3) ").answer == "24 bridges"
    assert choice.grade("9").answer == "9"
    assert [choice.grade(place).verdict.verdict for place in "123"] == ["wrong", "correct", "wrong"]
    assert quiz(question(12)).grade("2").answer == "2"


def test_an_empty_quiz_is_done() -> None:
    assert quiz().phase is Phase.DONE


def round_of(*questions: Question) -> Quiz:
    return Quiz(questions, returning=True, round_uid="r1", seed=1)


def answered(taken: Quiz, answer: str, confidence: Confidence | None = None) -> Attempt:
    """Answers and goes on to the next question."""
    attempt = taken.grade(answer, confidence)
    taken.keep(attempt)
    taken.advance()
    return attempt


def said(taken: Quiz, kind: AppealKind) -> None:
    appeal = taken.appeal(kind)
    assert appeal is not None
    taken.heed(appeal)


FIVE = [question(number) for number in (12, 13, 14, 15, 16)]


def test_an_attempt_carries_its_round_confidence_and_hints() -> None:
    taken = round_of(*FIVE)
    assert taken.hint() == taken.hint() == "between 10 and 100"
    attempt = taken.grade("12", "sure")
    assert (attempt.round_uid, attempt.confidence, attempt.hints) == ("r1", "sure", 1)
    taken.keep(attempt)
    assert taken.hint() == ""
    taken.advance()
    assert taken.grade("13").hints == 0


def test_a_question_given_up_is_a_wrong_attempt_by_its_own_rule_and_comes_back() -> None:
    taken = round_of(*FIVE)
    attempt = taken.give_up()
    assert (attempt.answer, attempt.verdict.verdict, attempt.verdict.rule) == ("", "wrong", "skipped")
    assert taken.phase is Phase.ANSWERING
    taken.keep(attempt)
    assert (taken.count("wrong"), taken.to_come_back) == (1, 1)


def test_what_comes_back_does_not_count_twice() -> None:
    taken = round_of(*FIVE)
    answered(taken, "99")
    for number in (13, 14, 15, 16):
        answered(taken, str(number))
    assert taken.current == FIVE[0]
    assert (taken.is_return, taken.number, taken.to_come_back) == (True, 5, 1)
    answered(taken, "12")
    assert taken.phase is Phase.DONE
    assert (taken.count("correct"), taken.count("wrong")) == (4, 1)
    assert [len(taken.attempts), len(taken.returns), taken.to_come_back] == [5, 1, 0]


def test_i_was_right_makes_the_answer_correct_and_it_does_not_come_back() -> None:
    taken = round_of(*FIVE)
    taken.keep(taken.grade("99"))
    said(taken, "right")
    assert taken.phase is Phase.FEEDBACK
    assert taken.last is not None
    assert (taken.last.verdict.verdict, taken.last.verdict.rule) == ("correct", "overruled")
    assert (taken.count("correct"), taken.to_come_back) == (1, 0)


def test_i_was_right_counts_also_after_going_on() -> None:
    taken = round_of(FIVE[0])
    answered(taken, "99")
    assert (taken.phase, taken.is_return) == (Phase.ANSWERING, True)
    said(taken, "right")
    assert taken.phase is Phase.DONE


@pytest.mark.parametrize("gone_on", [False, True])
def test_undo_asks_the_question_again_and_forgets_the_answer(gone_on: bool) -> None:
    taken = round_of(*FIVE)
    answered(taken, "12")
    taken.keep(taken.grade("99"))
    if gone_on:
        taken.advance()
    said(taken, "undo")
    assert (taken.phase, taken.current, taken.number) == (Phase.ANSWERING, FIVE[1], 2)
    assert [attempt.question for attempt in taken.attempts] == [FIVE[0]]
    said(taken, "undo")
    assert (taken.current, taken.attempts, taken.appeal("undo")) == (FIVE[0], [], None)


def test_undo_brings_an_ended_quiz_back() -> None:
    taken = round_of(FIVE[0])
    answered(taken, "12")
    assert taken.phase is Phase.DONE
    said(taken, "undo")
    assert (taken.phase, taken.current) == (Phase.ANSWERING, FIVE[0])


def test_a_bad_question_does_not_come_back_answered_or_not() -> None:
    taken = round_of(*FIVE)
    attempt = taken.give_up("reported")
    taken.keep(attempt)
    said(taken, "report")
    taken.advance()
    taken.keep(taken.grade("99"))
    said(taken, "report")
    assert (attempt.verdict.rule, taken.to_come_back) == ("reported", 0)


def test_a_quiz_is_taken_up_from_what_was_kept() -> None:
    taken = round_of(*FIVE)
    kept = [answered(taken, answer) for answer in ("99", "13", "wrong", "15")]
    again = Quiz(FIVE, returning=True, round_uid="r1", seed=1, kept=kept)
    assert (again.current, again.number, again.attempts) == (taken.current, taken.number, taken.attempts)
    assert again.to_come_back == taken.to_come_back == 2


def test_appeals_are_taken_up_too() -> None:
    taken = round_of(*FIVE)
    kept = [answered(taken, "99")]
    right = taken.appeal("right")
    assert right is not None
    kept.append(answered(taken, "99"))
    undone = taken.appeal("undo")
    assert undone is not None
    again = Quiz(FIVE, returning=True, seed=1, kept=kept, appeals=(undone, right))
    assert (again.count("correct"), again.current, again.to_come_back) == (1, FIVE[1], 0)
