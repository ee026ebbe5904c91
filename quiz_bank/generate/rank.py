"""The order of asking: worth first, spread over kinds and articles, nothing twice in other words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from quiz_bank.questions import Question

_KIND_PENALTY = 0.12
_ARTICLE_PENALTY = 0.05
_SAME = 0.7
_ASKING = frozenset(
    str.split("what which many percentage according date month year happen this that with from have been")
)
_WORD = re.compile(r"\w+")


def ranked(questions: Iterable[Question]) -> list[Question]:
    """Best first; each question of a kind or an article already shown makes the next of it wait a little."""
    waiting: dict[tuple[str, str], list[Question]] = {}
    for question in sorted(questions, key=lambda q: (-q.worth, q.id)):
        waiting.setdefault((question.kind, question.sources[0].article), []).append(question)
    kinds: Counter[str] = Counter()
    articles: Counter[str] = Counter()
    order: list[Question] = []
    while waiting:
        best = min(
            waiting,
            key=lambda group: (
                _KIND_PENALTY * kinds[group[0]]
                + _ARTICLE_PENALTY * articles[group[1]]
                - waiting[group][0].worth,
                waiting[group][0].id,
            ),
        )
        question = waiting[best].pop(0)
        if not waiting[best]:
            del waiting[best]
        kinds[best[0]] += 1
        articles[best[1]] += 1
        order.append(question)
    return order


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
