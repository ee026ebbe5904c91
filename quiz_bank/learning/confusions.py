"""Wrong answers that are the right answer to something else in the same story."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from briefings.compose.datewords import in_words
from briefings.facts import NUMERIC_KINDS
from quiz_bank.grading.clean import clean
from quiz_bank.learning.attempts import Answer
from quiz_bank.learning.shelved import Kept

_NUMBER = re.compile(r"[0-9][0-9,]*(?:\.[0-9]+)?")
_ARTICLE = re.compile(r"^the ")


@dataclass(frozen=True, slots=True)
class Confusion:
    """One claim's answer given to another claim's question.

    Attributes:
        question, ask: what was asked. given: what was answered.
        answer: what is right.
        belongs_to: the question that the given answer is right for.
        times: how often.
    """

    question: str
    ask: str
    given: str
    answer: str
    belongs_to: str
    times: int


def confusions(answers: Iterable[Answer], questions: Mapping[str, Kept]) -> tuple[Confusion, ...]:
    """The pairs that were confused, most often first.

    Answers are compared as written: figures by their number alone, names by any spelling of the key.

    Args:
        answers: a trainee's, as they count.
        questions: by id, those asked and their neighbours.
    """
    owners: dict[tuple[str, str, str], dict[str, Kept]] = defaultdict(dict)
    for question in questions.values():
        for form in _forms(question.key):
            owners[question.story, question.kind, form][question.claim] = question
    times: Counter[tuple[str, str]] = Counter()
    shown: dict[tuple[str, str], str] = {}
    given = Counter(
        (each.question, each.answer) for each in answers if each.verdict == "wrong" and each.answer
    )
    for (name, text), count in given.items():
        if name not in questions:
            continue
        form = _form(text, questions[name].kind)
        times[name, form] += count
        shown.setdefault((name, form), text)
    found = []
    for (name, form), count in times.items():
        question = questions[name]
        others = owners.get((question.story, question.kind, form), {})
        if question.claim not in others and others:
            other = next(iter(others.values()))
            found.append(Confusion(name, question.ask, shown[name, form], question.answer, other.ask, count))
    return tuple(sorted(found, key=lambda each: (-each.times, each.ask, each.given)))


def _forms(key: Mapping[str, Any]) -> set[str]:
    kind, value = key["kind"], key.get("value")
    if kind in NUMERIC_KINDS:
        return {_number(value)} if isinstance(value, (int, float)) else set()
    written = [key.get("name", ""), key.get("text", ""), *key.get("aliases", ())]
    written += [name for names in key.get("all_of", ()) for name in names]
    if isinstance(value, str):
        written += [value, in_words(value) if kind == "date" else ""]
    return {_form(text, kind) for text in written if text} - {""}


@lru_cache(maxsize=4096)
def _form(text: str, kind: str) -> str:
    if kind in NUMERIC_KINDS:
        number = _NUMBER.search(text)
        return _number(float(number[0].replace(",", ""))) if number else ""
    return _ARTICLE.sub("", clean(text))


def _number(value: float) -> str:
    return f"{value:g}" if value != int(value) else str(int(value))
