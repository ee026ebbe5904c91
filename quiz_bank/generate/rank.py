"""The order of asking: worth first, spread over kinds, articles and sentences, nothing twice in other words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field

from quiz_bank.questions import Question

_KIND_PENALTY = 0.12
_ARTICLE_PENALTY = 0.05
_SENTENCE_PENALTY = 0.4
_ANSWER_PENALTY = 0.3  # the day of the event, its main town: the second question for it tells little
_IN_A_ROW = 10.0  # two questions on one sentence: only where nothing else is left
_SAME = 0.7
_ASKING = frozenset(
    str.split("what which many percentage according date month year happen this that with from have been")
)
_WORD = re.compile(r"\w+")


@dataclass(slots=True)
class _Shown:
    """What the questions placed so far were about."""

    kinds: Counter[str] = field(default_factory=Counter)
    articles: Counter[str] = field(default_factory=Counter)
    sentences: Counter[tuple[str, int]] = field(default_factory=Counter)
    answers: Counter[str] = field(default_factory=Counter)
    last: tuple[str, int] = ("", -1)

    def note(self, question: Question) -> None:
        self.last = _sentence(question)
        self.kinds[question.kind] += 1
        self.articles[self.last[0]] += 1
        self.sentences[self.last] += 1
        self.answers[_answer(question)] += 1

    def wait(self, question: Question) -> float:
        """How much a question waits for others, less its worth."""
        sentence = _sentence(question)
        return (
            _KIND_PENALTY * self.kinds[question.kind]
            + _ARTICLE_PENALTY * self.articles[sentence[0]]
            + _SENTENCE_PENALTY * self.sentences[sentence]
            + _ANSWER_PENALTY * self.answers[_answer(question)]
            + _IN_A_ROW * (sentence == self.last)
            - question.worth
        )


def ranked(questions: Iterable[Question]) -> list[Question]:
    """Best first; what is like those already shown waits a little, and no sentence is asked twice in a row.

    Only the best few of each kind and article compete at a time, so that a large story takes no longer than
    its questions are many.
    """
    waiting: dict[tuple[str, str], list[Question]] = {}
    for question in sorted(questions, key=lambda q: (-q.worth, q.id)):
        waiting.setdefault((question.kind, question.sources[0].article), []).append(question)
    shown = _Shown()
    order: list[Question] = []
    while waiting:
        heads = [
            (group, place) for group, queue in waiting.items() for place in range(min(len(queue), _HEADS))
        ]
        group, place = min(
            heads, key=lambda head: (shown.wait(waiting[head[0]][head[1]]), waiting[head[0]][head[1]].id)
        )
        question = waiting[group].pop(place)
        if not waiting[group]:
            del waiting[group]
        shown.note(question)
        order.append(question)
    return order


_HEADS = 3


def _sentence(question: Question) -> tuple[str, int]:
    source = question.sources[0]
    return source.article, source.sentence_start


def _answer(question: Question) -> str:
    """The answer, the same for every spelling of a name."""
    key = question.key
    if key.kind in ("person", "place"):
        return min((key.name, *key.aliases))
    return f"{key.kind} {key.value} {key.unit}"


def words_of(ask: str) -> frozenset[str]:
    """The words of a question that tell it from others."""
    return frozenset(word.lower() for word in _WORD.findall(ask) if len(word) > 3 or word.isdigit()) - _ASKING


def asks_the_same(one: Question, other: Question) -> bool:
    """Whether two questions have one answer and mostly the same words."""
    if one.key.kind != other.key.kind or not _answers(one) & _answers(other):
        return False
    mine, theirs = words_of(one.ask), words_of(other.ask)
    return len(mine & theirs) >= _SAME * min(len(mine), len(theirs))


def _answers(question: Question) -> set[tuple[object, object]]:
    """The key's answer in every unit it is stated in."""
    key = question.key
    stated = {(measure["value"], measure["unit"]) for measure in key.also}
    return {(key.value if key.value is not None else key.name, key.unit), *stated}
