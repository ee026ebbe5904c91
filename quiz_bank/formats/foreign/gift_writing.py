"""Writes GIFT: https://docs.moodle.org/en/GIFT_format."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping

from quiz_bank.formats.foreign.drafts import remarks
from quiz_bank.formats.foreign.figures_out import plain_figure
from quiz_bank.formats.foreign.marks import UNIT_MARK, accepted, in_unit, kind_marks, unit_shown, weights
from quiz_bank.formats.foreign.outgoing import Outgoing

_ESCAPED = str.maketrans({sign: f"\\{sign}" for sign in "\\~=#{}:"} | {"\n": "\\n"})
_MISREAD = re.compile(r"\s*(?:%|\[(?:html|moodle|plain|markdown)\])", re.IGNORECASE)
_ARROW = "->"


def write_gift(questions: Iterable[Outgoing]) -> bytes:
    """Questions as a GIFT file; what it cannot carry is noted in each."""
    return ("\n\n".join(_written(question) for question in questions) + "\n").encode()


def _names(ask: str, unit: str) -> bool:
    """Whether a question names the unit that it is answered in."""
    return bool(re.search(rf"\b{re.escape(unit.removesuffix('s'))}s?\b", ask, re.IGNORECASE))


def _written(question: Outgoing) -> str:
    marks = kind_marks(question, frozenset(("choice", "true-false", "match", "text")))
    ask = question.text("ask")
    answers = _WRITERS[question.key.kind](question)
    if unit := unit_shown(question.key):
        ask += "" if _names(ask, unit) and not ask.endswith(in_unit(unit)) else in_unit(unit)
        marks.append(f"{UNIT_MARK}{unit}")
    told = remarks(*(question.text(name) for name in ("why", "source", "quote")))
    general = f"####{escaped(chr(10).join(told))}" if told else ""
    tags = "".join(f" [tag:{_marked(tag)}]" for tag in [*question.texts("tags"), *marks])
    head = f"// [id:{_marked(question.text('id'))}]{tags}"
    return f"{head}\n::{escaped(question.name)}::[plain]{escaped(ask)} {{{answers}{general}}}"


def escaped(text: str) -> str:
    """A text in which no sign steers."""
    return text.translate(_ESCAPED)


def _marked(text: str) -> str:
    r"""A text between square brackets."""
    return re.sub(r"([\\\]\[])", r"\\\1", text)


def _option(question: Outgoing, sign: str, text: str, weight: str = "") -> str:
    """One answer. A weight, or the format's name, keeps what begins like either from being read as one."""
    text = _without_arrow(question, text)
    if _MISREAD.match(text):
        weight = weight or ("100" if sign == "=" else "0")
        text = f"[plain]{escaped(text)}"
    else:
        text = escaped(text)
    return f"{sign}{f'%{weight}%' if weight else ''}{text}"


def _without_arrow(question: Outgoing, text: str) -> str:
    if _ARROW in text:
        question.note("changed", "-> in an answer is written as an arrow")
    return text.replace(_ARROW, "→")


def _choice(question: Outgoing) -> str:
    value = question.key.value
    wrong = question.texts("wrong")
    if isinstance(value, str):
        return " ".join([_option(question, "=", value), *(_option(question, "~", text) for text in wrong)])
    share, less = weights(question, len(value), len(wrong))
    right = [_option(question, "~", text, share) for text in value]
    return " ".join([*right, *(_option(question, "~", text, less) for text in wrong)])


def _true_false(question: Outgoing) -> str:
    return "TRUE" if question.key.value else "FALSE"


def _short(question: Outgoing) -> str:
    right = [_option(question, "=", text.replace("*", "\\*")) for text in accepted(question)]
    wrong = [_option(question, "=", text.replace("*", "\\*"), "0") for text in question.texts("wrong")]
    return " ".join([*right, *wrong])


def _number(question: Outgoing) -> str:
    figure = plain_figure(question)
    off = f":{figure.tolerance:f}" if figure.tolerance else ""
    right = [f"={value:f}{off}" for value in (figure.value, *figure.also)]
    wrong = [f"=%0%{value:f}" for value in figure.wrong]
    return f"#{' '.join([*right, *wrong])}"


def _order(question: Outgoing) -> str:
    question.note("changed", "order -> match")
    return " ".join(_pair(question, str(place), text) for place, text in enumerate(question.key.value, 1))


def _match(question: Outgoing) -> str:
    pairs = [*question.key.value.items(), *(("", text) for text in question.texts("wrong"))]
    return " ".join(_pair(question, left, right) for left, right in pairs)


def _pair(question: Outgoing, left: str, right: str) -> str:
    return f"={_side(question, left)} -> {_side(question, right)}"


def _side(question: Outgoing, text: str) -> str:
    return f"[plain]{escaped(_without_arrow(question, text))}" if text else ""


_Writer = Callable[[Outgoing], str]
_WRITERS: Mapping[str, _Writer] = {
    "choice": _choice,
    "true-false": _true_false,
    "order": _order,
    "match": _match,
    **dict.fromkeys(("text", "place", "person", "date"), _short),
    **dict.fromkeys(
        ("distance", "population", "share", "duration", "area", "money", "count", "age"), _number
    ),
}
