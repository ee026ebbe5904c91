"""A quiz without a screen: nothing moves on before the store has the answer."""

from __future__ import annotations

from itertools import count

from quiz_bank.keys import Key
from quiz_bank.questions import Question, question_id
from quiz_bank.session import Phase, Quiz


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
