"""The keys of the story every newcomer meets first, judged by the grader that judges the newcomer."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import pytest

from briefings.stories import Story
from quiz_bank.desk import open_desk
from quiz_bank.generate.generate import generate
from quiz_bank.grading.judge import judge


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    folder: Path = tmp_path_factory.mktemp("sample")
    desk = open_desk(str(folder / "sample.db"), "trainee")
    yield desk.story()
    desk.close()


def test_every_answer_shown_and_every_alias_is_judged_correct(sample: Story) -> None:
    questions = generate(sample)
    assert len(questions) >= 20
    for question in questions:
        for answer in (question.answer, *question.key.aliases):
            assert judge(question.key, answer, question.ask).verdict == "correct", (question.ask, answer)


def test_of_the_options_the_right_one_alone_is_judged_correct(sample: Story) -> None:
    for question in generate(sample, "choice"):
        for option in question.options:
            right = judge(question.key, option, question.ask).verdict == "correct"
            assert right == (option == question.right), (question.ask, option)


def test_the_first_ten_are_of_several_kinds_and_need_no_sentence_before_them(sample: Story) -> None:
    first = generate(sample)[:10]
    assert len({question.kind for question in first}) >= 5
    assert len({question.sources[0].article for question in first}) >= 3
    sentences = [(q.sources[0].article, q.sources[0].sentence_start) for q in first]
    assert all(one != other for one, other in pairwise(sentences))
    assert not any(". " in question.ask.rstrip("?”.") for question in first if "“" not in question.ask)
