"""Writes Moodle XML: https://docs.moodle.org/en/Moodle_XML_format."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from xml.etree import ElementTree as Tree
from xml.etree.ElementTree import Element

from quiz_bank.formats.foreign.drafts import remarks
from quiz_bank.formats.foreign.figures_out import plain_figure
from quiz_bank.formats.foreign.marks import accepted, kind_marks, weights
from quiz_bank.formats.foreign.outgoing import Outgoing

_PLAIN = "plain_text"


def write_moodle(questions: Iterable[Outgoing]) -> bytes:
    """Questions as a Moodle XML file; what it cannot carry is noted in each."""
    root = Tree.Element("quiz")
    for question in questions:
        _write(root, question)
    Tree.indent(root)
    written: bytes = Tree.tostring(root, encoding="utf-8", xml_declaration=True)
    return written


def _write(root: Element, question: Outgoing) -> None:
    kind, body = _WRITERS[question.key.kind]
    element = Tree.SubElement(root, "question", type=kind)
    _text(Tree.SubElement(element, "name"), question.name)
    _text(Tree.SubElement(element, "questiontext", format=_PLAIN), question.text("ask"))
    told = remarks(*(question.text(name) for name in ("why", "source", "quote")))
    _text(Tree.SubElement(element, "generalfeedback", format=_PLAIN), "\n".join(told))
    for name, value in (("defaultgrade", "1"), ("penalty", "0.3333333"), ("hidden", "0")):
        Tree.SubElement(element, name).text = value
    Tree.SubElement(element, "idnumber").text = question.text("id")
    body(element, question)
    tags = Tree.SubElement(element, "tags")
    for tag in [*question.texts("tags"), *kind_marks(question)]:
        _text(Tree.SubElement(tags, "tag"), tag)


def _text(element: Element, text: str) -> None:
    Tree.SubElement(element, "text").text = text


def _set(element: Element, **values: str) -> None:
    for name, value in values.items():
        Tree.SubElement(element, name).text = value


def _answer(element: Element, text: str, fraction: str, form: str = _PLAIN) -> Element:
    answer = Tree.SubElement(element, "answer", fraction=fraction, format=form)
    _text(answer, text)
    _text(Tree.SubElement(answer, "feedback", format=_PLAIN), "")
    return answer


def _choice(element: Element, question: Outgoing) -> None:
    value = question.key.value
    right = [value] if isinstance(value, str) else list(value)
    _set(
        element,
        single="true" if isinstance(value, str) else "false",
        shuffleanswers="true",
        answernumbering="abc",
    )
    share, less = weights(question, len(right), len(question.texts("wrong")))
    for text in right:
        _answer(element, text, share)
    for text in question.texts("wrong"):
        _answer(element, text, "0" if isinstance(value, str) else less)


def _true_false(element: Element, question: Outgoing) -> None:
    for word, is_right in (("true", question.key.value), ("false", not question.key.value)):
        _answer(element, word, "100" if is_right else "0", "moodle_auto_format")


def _short(element: Element, question: Outgoing) -> None:
    _set(element, usecase="0")
    for text in accepted(question):
        _answer(element, _literal(text), "100")
    for text in question.texts("wrong"):
        _answer(element, _literal(text), "0")


def _literal(text: str) -> str:
    """An answer in which a star is a star."""
    return text.replace("*", "\\*")


def _number(element: Element, question: Outgoing) -> None:
    figure = plain_figure(question)
    for value, fraction in [
        *((value, "100") for value in (figure.value, *figure.also)),
        *((value, "0") for value in figure.wrong),
    ]:
        answer = _answer(element, f"{value:f}", fraction, "moodle_auto_format")
        _set(answer, tolerance=f"{figure.tolerance:f}" if fraction == "100" else "0")
    if figure.unit:
        unit = Tree.SubElement(Tree.SubElement(element, "units"), "unit")
        _set(unit, multiplier="1", unit_name=figure.unit)
    _set(
        element, unitgradingtype="0", unitpenalty="0.1", showunits="0" if figure.unit else "3", unitsleft="0"
    )


def _order(element: Element, question: Outgoing) -> None:
    _set(element, layouttype="VERTICAL", selecttype="ALL", selectcount="0", gradingtype="ABSOLUTE_POSITION")
    _set(element, showgrading="SHOW", numberingstyle="none")
    for place, text in enumerate(question.key.value, 1):
        _answer(element, text, f"{place}.0000000")


def _match(element: Element, question: Outgoing) -> None:
    _set(element, shuffleanswers="true")
    wrong: Sequence[tuple[str, str]] = [("", text) for text in question.texts("wrong")]
    for left, right in [*question.key.value.items(), *wrong]:
        pair = Tree.SubElement(element, "subquestion", format=_PLAIN)
        _text(pair, left)
        _text(Tree.SubElement(pair, "answer", format=_PLAIN), right)


_Writer = Callable[[Element, Outgoing], None]
_WRITERS: Mapping[str, tuple[str, _Writer]] = {
    "choice": ("multichoice", _choice),
    "true-false": ("truefalse", _true_false),
    "order": ("ordering", _order),
    "match": ("matching", _match),
    **dict.fromkeys(("text", "place", "person", "date"), ("shortanswer", _short)),
    **dict.fromkeys(
        ("distance", "population", "share", "duration", "area", "money", "count", "age"),
        ("numerical", _number),
    ),
}
