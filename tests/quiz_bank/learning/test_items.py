"""How questions fared: figures over answers made by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from quiz_bank.learning.items import ENOUGH, ClassResults, Given, Item, class_results
from quiz_bank.session import OVERRULED, REPORTED, SKIPPED

START = datetime(2026, 3, 2, 9, tzinfo=UTC)


def given(
    trainee: str,
    question: str,
    verdict: str = "correct",
    answer: str = "30 km",
    rule: str = "figure",
    minute: int = 0,
    mode: str = "type",
    ms: int = 4000,
    reported: bool = False,
    story: str = "flood",
    kind: str = "distance",
) -> Given:
    at = START + timedelta(minutes=minute)
    return Given(trainee, story, question, kind, mode, answer, verdict, rule, ms, at, reported)


def the_item(results: ClassResults, question: str) -> Item:
    (found,) = [item for item in results.items if item.question == question]
    return found


def test_only_the_first_try_of_each_trainee_counts_as_right() -> None:
    tries = [
        given("ana", "dam", "correct", minute=9),
        given("ana", "dam", "wrong", minute=1),
        given("ben", "dam", "close", minute=2),
    ]
    tally = the_item(class_results(tries), "dam").tally
    assert (tally.answers, tally.first_tries, tally.right, tally.close) == (3, 2, 0, 1)
    assert tally.facility == 0
    assert tally.latest == START + timedelta(minutes=9)


def test_a_skip_is_a_miss_and_takes_no_time() -> None:
    tries = [given("ana", "dam", "wrong", "", SKIPPED, ms=90_000), given("ben", "dam", ms=4000)]
    item = the_item(class_results(tries), "dam")
    assert (item.tally.facility, item.tally.median_ms, item.wrong) == (0.5, 4000, ())


def test_a_question_given_back_as_bad_is_a_report_and_no_try() -> None:
    item = the_item(class_results([given("ana", "dam", "wrong", "", REPORTED)]), "dam")
    assert (item.tally.answers, item.tally.first_tries, item.tally.reports) == (0, 0, 1)
    assert item.tally.facility is None


def test_overrides_and_reports_are_counted() -> None:
    tries = [given("ana", "dam", rule=OVERRULED), given("ben", "dam", reported=True), given("cleo", "dam")]
    tally = the_item(class_results(tries), "dam").tally
    assert (tally.overrides, tally.reports, tally.right) == (1, 1, 3)


def test_wrong_answers_are_told_together_under_their_first_spelling() -> None:
    tries = [
        given("ana", "dam", "wrong", "40 km"),
        given("ben", "dam", "wrong", " 40 KM", minute=1),
        given("cleo", "dam", "close", "31 km", minute=2),
        given("dina", "dam", "correct", "30 km", minute=3),
    ]
    wrong = the_item(class_results(tries), "dam").wrong
    assert [(share.answer, share.count, share.share) for share in wrong] == [
        ("40 km", 2, 0.5),
        ("31 km", 1, 0.25),
    ]


def test_options_are_shared_out_among_those_who_chose() -> None:
    tries = [
        given("ana", "dam", "wrong", "40 km", mode="choice"),
        given("ben", "dam", "correct", "30 km", mode="choice"),
        given("cleo", "dam", "wrong", "40 km", mode="choice"),
        given("dina", "dam", "wrong", "", SKIPPED, mode="choice"),
        given("egon", "dam", "wrong", "99 km"),
    ]
    item = the_item(class_results(tries), "dam")
    assert [(share.answer, round(share.share, 2)) for share in item.options] == [
        ("40 km", 0.67),
        ("30 km", 0.33),
    ]
    assert [share.answer for share in item.wrong] == ["99 km"]


def a_class(size: int) -> list[Given]:
    """The first half is right everywhere, the second nowhere; at ``odd`` it is the other way round."""
    tries = []
    for place in range(size):
        verdict, other = ("correct", "wrong") if place < size / 2 else ("wrong", "correct")
        tries += [given(f"t{place}", question, verdict) for question in ("one", "two", "three")]
        tries.append(given(f"t{place}", "odd", other))
        tries.append(given(f"t{place}", "easy", "correct"))
    return tries


def test_a_question_that_parts_strong_from_weak_discriminates() -> None:
    results = class_results(a_class(ENOUGH))
    assert the_item(results, "one").discrimination == pytest.approx(1)
    assert the_item(results, "odd").discrimination == pytest.approx(-1)
    assert the_item(results, "easy").discrimination is None  # all did alike


def test_too_few_trainees_tell_nothing_about_discrimination() -> None:
    assert the_item(class_results(a_class(ENOUGH - 1)), "one").discrimination is None
    alone = [given(f"t{place}", "one", "correct" if place % 2 else "wrong") for place in range(ENOUGH)]
    assert the_item(class_results(alone), "one").discrimination is None  # nothing else to compare with


def test_trainees_are_summed_up_by_story_and_by_kind() -> None:
    tries = [
        given("Ben", "dam"),
        given("ana", "dam", "wrong"),
        given("ana", "day", kind="date"),
        given("ana", "fire", story="heath", kind="date"),
    ]
    results = class_results(tries)
    assert [trainee.name for trainee in results.trainees] == ["ana", "Ben"]
    ana = results.trainees[0]
    assert (ana.tally.first_tries, ana.tally.right) == (3, 2)
    assert {story: tally.facility for story, tally in ana.stories.items()} == {"flood": 0.5, "heath": 1.0}
    assert {kind: tally.facility for kind, tally in results.kinds.items()} == {"date": 1.0, "distance": 0.5}


def test_the_hardest_question_comes_first_and_one_never_tried_last() -> None:
    tries = [
        given("ana", "b-easy"),
        given("ana", "c-hard", "wrong"),
        given("ana", "a-bad", "wrong", "", REPORTED),
    ]
    assert [item.question for item in class_results(tries).items] == ["c-hard", "b-easy", "a-bad"]


def test_nothing_answered_gives_nothing() -> None:
    assert class_results([]) == ClassResults((), (), {})


@pytest.mark.parametrize("text", ["\x00", "\ud800", "[bold]", "字" * 5000, " ", "=1+1"])
def test_any_text_may_be_an_answer(text: str) -> None:
    item = the_item(class_results([given(text, "dam", "wrong", text)]), "dam")
    assert item.wrong[0].answer == text
