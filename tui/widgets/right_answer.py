"""The right answer as feedback tells it: with its hedge, in both units, and other spellings that are as right."""

from __future__ import annotations

from math import floor, log10

from textual.content import Content

from quiz_bank.keys import Key
from quiz_bank.questions import Question
from tui.wording import QUIET, one_line

MOST_SPELLINGS = 4
#: unit -> the one others reckon in, and how many of it make one
_OTHER_UNITS = {
    "km": ("miles", 1 / 1.609344),
    "mile": ("km", 1.609344),
    "m": ("feet", 1 / 0.3048),
    "ft": ("metres", 0.3048),
    "km2": ("square miles", 1 / 1.609344**2),
    "sqmile": ("km²", 1.609344**2),
}


def right_answer(question: Question) -> Content:
    """``Answer  about 30 kilometres (≈ 19 miles)   also …``."""
    answer = one_line(answer_words(question))
    return Content.assemble(
        ("Answer  ", QUIET),
        (answer, "bold"),
        (other_unit(question.key), QUIET),
        (_also(question, answer), QUIET),
    )


def answer_words(question: Question) -> str:
    """The right answer with its hedge, in the source's own words where it is a figure."""
    key = question.key
    if key.kind == "true-false":
        return "True" if key.value else "False"
    words = key.text if question.right and key.unit and key.text else question.answer
    hedge = key.qualifier or ""
    if not hedge or hedge == "between" or not _is_bare(words):
        return words
    return f"{hedge} {words}"


def other_unit(key: Key) -> str:
    """The figure in the other unit, to two figures, after a blank; empty where the source gives both."""
    if key.also or key.unit not in _OTHER_UNITS or not isinstance(key.value, int | float) or key.value <= 0:
        return ""
    name, factor = _OTHER_UNITS[key.unit]
    ends = [key.value, *([key.value_max] if key.value_max else [])]
    return f" (≈ {' to '.join(_two_figures(end * factor) for end in ends)} {name})"


def _two_figures(value: float) -> str:
    rounded = round(value, 1 - floor(log10(value)))
    return f"{rounded:,.0f}" if rounded >= 10 else f"{rounded:g}"


def _is_bare(words: str) -> bool:
    """Whether the words begin with the figure, so that no hedge stands before it."""
    return words[:1].isdigit() or words[:1] in "$€£"


def _also(question: Question, answer: str) -> str:
    shown = {answer.casefold()}
    others = [
        alias for alias in map(one_line, question.key.aliases) if alias and alias.casefold() not in shown
    ]
    return f"   also {', '.join(dict.fromkeys(others[:MOST_SPELLINGS]))}" if others else ""
