"""The order of asking: worth first, spread over kinds, articles and sentences, nothing twice in other words."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from heapq import heapify, heappop, heappush, heapreplace

from quiz_bank.questions import Question

_KIND_PENALTY = 0.12
_ARTICLE_PENALTY = 0.05
_SENTENCE_PENALTY = 0.4
_ANSWER_PENALTY = 0.3  # the day of the event, its main town: the second question for it tells little
_SAME = 0.7
NAME_GAP = "name-gap"
MOST_GAPS = 2  # that one name fills in a story, and that one sentence has
MOST_OF_A_SENTENCE = 3
MOST_OF_A_KIND = 2  # of one sentence
_ASKING = frozenset(
    str.split("what which many percentage according date month year happen this that with from have been")
)
_WORD = re.compile(r"\w+")
_NOWHERE = ("", -1)


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A question with what the order looks at, read once."""

    question: Question
    sentence: tuple[str, int]
    answer: str


@dataclass(slots=True)
class _Shown:
    """What the questions placed so far were about."""

    kinds: Counter[str] = field(default_factory=Counter)
    articles: Counter[str] = field(default_factory=Counter)
    sentences: Counter[tuple[str, int]] = field(default_factory=Counter)
    answers: Counter[str] = field(default_factory=Counter)
    last: tuple[str, int] = _NOWHERE

    def note(self, one: _Waiting) -> None:
        self.last = one.sentence
        self.kinds[one.question.kind] += 1
        self.articles[one.sentence[0]] += 1
        self.sentences[one.sentence] += 1
        self.answers[one.answer] += 1

    def wait(self, one: _Waiting) -> float:
        """How much a question waits for others of its kind, less its worth; it never sinks."""
        return (
            _ARTICLE_PENALTY * self.articles[one.sentence[0]]
            + _SENTENCE_PENALTY * self.sentences[one.sentence]
            + _ANSWER_PENALTY * self.answers[one.answer]
            - one.question.worth
        )


_Heap = list[tuple[float, str, _Waiting]]


def ranked(questions: Iterable[Question]) -> list[Question]:
    """Best first; what is like those already shown waits a little, and no sentence is asked twice in a row.

    A wait only grows, so each kind keeps a heap in which only the heads are reckoned anew: a large story takes
    hardly longer than its questions are many.
    """
    shown = _Shown()
    heaps: dict[str, _Heap] = {}
    for question in questions:
        one = _Waiting(question, _sentence(question), _answer(question))
        heaps.setdefault(question.kind, []).append((-question.worth, question.id, one))
    for heap in heaps.values():
        heapify(heap)
    order: list[Question] = []
    while heaps:
        one = _next(heaps, shown)
        shown.note(one)
        order.append(one.question)
    return order


def _next(heaps: dict[str, _Heap], shown: _Shown) -> _Waiting:
    """Takes the question that waits least, one on the sentence just asked only where nothing else is left."""
    aside: list[_Waiting] = []
    chosen: _Waiting | None = None
    while chosen is None and heaps:
        for heap in heaps.values():
            _refresh(heap, shown)
        kind = min(
            heaps, key=lambda kind: (heaps[kind][0][0] + _KIND_PENALTY * shown.kinds[kind], heaps[kind][0][1])
        )
        one = heappop(heaps[kind])[2]
        if not heaps[kind]:
            del heaps[kind]
        if one.sentence == shown.last:
            aside.append(one)
        else:
            chosen = one
    if chosen is None:
        chosen = aside.pop(0)
    for one in aside:
        entry = (shown.wait(one), one.question.id, one)
        heappush(heaps.setdefault(one.question.kind, []), entry)
    return chosen


def _refresh(heap: _Heap, shown: _Shown) -> None:
    """Brings the head of a heap up to date."""
    while (wait := shown.wait(heap[0][2])) > heap[0][0]:
        heapreplace(heap, (wait, heap[0][1], heap[0][2]))


def without_repeats(questions: Iterable[Question]) -> list[Question]:
    """Without what is asked already, and without wordings that ask for two different values; the best stay."""
    best_first = sorted(questions, key=lambda question: (-question.worth, question.id))
    values: dict[str, set[str]] = {}
    for question in best_first:
        values.setdefault(question.ask, set()).add(repr((question.key.value, question.key.name)))
    kept: list[Question] = []
    gaps: Counter[str] = Counter()
    asked: Counter[object] = Counter()
    by_answer: dict[str, list[frozenset[str]]] = {}
    for question in best_first:
        if len(values[question.ask]) > 1:
            continue
        gap = (_answer(question), str(_sentence(question))) if question.template == NAME_GAP else ()
        place, of_kind = _sentence(question), (_sentence(question), question.kind)
        if asked[place] >= MOST_OF_A_SENTENCE or asked[of_kind] >= MOST_OF_A_KIND:
            continue
        if any(gaps[one] >= most for one, most in zip(gap, (MOST_GAPS, MOST_GAPS), strict=False)):
            continue
        answers, words = _answers(question), _words_of(question.ask)
        if not any(_alike(words, other) for answer in answers for other in by_answer.get(answer, ())):
            kept.append(question)
            asked.update((place, of_kind))
            gaps.update(gap)
            for answer in answers:
                by_answer.setdefault(answer, []).append(words)
    return kept


def _sentence(question: Question) -> tuple[str, int]:
    source = question.sources[0]
    return source.article, source.sentence_start


def _answer(question: Question) -> str:
    """The answer, the same for every spelling of a name."""
    key = question.key
    if key.kind in ("person", "place"):
        return min((key.name, *key.aliases))
    return f"{key.kind} {key.value} {key.unit}"


def _words_of(ask: str) -> frozenset[str]:
    """The words of a question that tell it from others."""
    return frozenset(word.lower() for word in _WORD.findall(ask) if len(word) > 3 or word.isdigit()) - _ASKING


def _alike(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    """Whether two questions for one answer have mostly the same words."""
    return len(mine & theirs) >= _SAME * min(len(mine), len(theirs))


def _answers(question: Question) -> list[str]:
    """The kind of the key with its answer in every unit it is stated in."""
    key = question.key
    own = (key.value if key.value is not None else key.name, key.unit)
    stated = ((measure["value"], measure["unit"]) for measure in key.also)
    return list(dict.fromkeys(f"{key.kind} {value!r} {unit}" for value, unit in (own, *stated)))
