"""Which questions of a story are kept: pure, without a store, so that any process can find them."""

from __future__ import annotations

from collections.abc import Set

from briefings.collecting import without_collecting
from briefings.stories import Story
from quiz_bank.generate.generate import generate
from quiz_bank.questions import Question

MOST_WORDINGS = 4  # of one claim that are looked through


@without_collecting()
def to_keep(story: Story, old: Set[str]) -> list[Question]:
    """The questions of today, and of their other wordings those that were asked or edited before: those in ``old``."""
    questions = generate(story)
    live = {question.id for question in questions}
    for turn in range(1, MOST_WORDINGS):
        if not any(name in old and name not in live for each in questions for name in each.siblings):
            break
        further = [each for each in generate(story, turn=turn) if each.id in old and each.id not in live]
        live |= {question.id for question in further}
        questions += further
    return questions
