r"""Gaps of Moodle's cloze questions: https://docs.moodle.org/en/Embedded_Answers_(Cloze)_question_type.

``{1:SHORTANSWER:=Varn~%50%Warn#nearly}`` stands in the text where the answer belongs. A text with one gap is a
question of a bank; one with several is not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace

from quiz_bank.formats.foreign.drafts import Draft, Making
from quiz_bank.formats.foreign.shapes import Figure, Option, choice, figure, number, short, weight_of

GAP = "_____"
SEVERAL_GAPS = "cloze with several gaps is not supported"

_SHORT = ("SHORTANSWER", "SA", "MW", "SHORTANSWER_C", "SAC", "MWC")
_NUMBER = ("NUMERICAL", "NM")
_SEVERAL = (
    "MULTIRESPONSE",
    "MR",
    "MULTIRESPONSE_H",
    "MRH",
    "MULTIRESPONSE_S",
    "MRS",
    "MULTIRESPONSE_HS",
    "MRHS",
)
_CHOICE = (
    "MULTICHOICE", "MC", "MULTICHOICE_V", "MCV", "MULTICHOICE_H", "MCH", "MULTICHOICE_S", "MCS", "MULTICHOICE_VS",
    "MCVS", "MULTICHOICE_HS", "MCHS",
)  # fmt: skip
_TYPES = "|".join((*_SHORT, *_NUMBER, *_SEVERAL, *_CHOICE))
_FIELD = re.compile(rf"\{{\d*:({_TYPES}):((?:\\.|[^\\}}])*)\}}", re.DOTALL)
_PIECE = re.compile(r"(?:\\.|[^\\~])+", re.DOTALL)
_MARK = re.compile(r"\s*(?:(=)|%(-?[\d.]+)%)")
_FEEDBACK = re.compile(r"((?:\\.|[^\\#])*)#?(.*)", re.DOTALL)
_ESCAPED = re.compile(r"\\(.)", re.DOTALL)

Reader = Callable[[str], str]


def gaps_of(text: str) -> list[re.Match[str]]:
    """The gaps of a text; each match has the type and the answers."""
    return list(_FIELD.finditer(text))


def gap_question(making: Making, text: str, line: Reader) -> Draft:
    """A text with gaps as a question, where it is one.

    Args:
        making: what is said of the item.
        text: with gaps in it.
        line: makes one line of plain text of a part.
    """
    found = gaps_of(text)
    if not found:
        return making.skip("cloze without a gap")
    if len(found) > 1:
        return making.skip(SEVERAL_GAPS)
    (gap,) = found
    ask = line(f"{text[: gap.start()]}{GAP}{text[gap.end() :]}")
    making.name = making.name or ask
    kind, options = gap[1], list(_options(gap[2], line))
    if kind in _NUMBER:
        return _number(making, ask, options)
    if kind in _SHORT:
        return short(making, ask, options)
    return choice(making, ask, options, single=kind in _CHOICE)


def _options(inside: str, line: Reader) -> Iterator[Option]:
    for piece in _PIECE.findall(inside):
        mark = _MARK.match(piece)
        weight = 0.0 if mark is None else 100.0 if mark[1] else weight_of(mark[2])
        parts = _FEEDBACK.fullmatch(piece[mark.end() :] if mark else piece)
        answer, feedback = (parts[1], parts[2]) if parts else (piece, "")
        yield Option(line(_ESCAPED.sub(r"\1", answer)), weight, line(_ESCAPED.sub(r"\1", feedback)))


def _number(making: Making, ask: str, options: list[Option]) -> Draft:
    figures: list[Figure] = []
    for option in options:
        if option.text in ("", "*"):
            continue
        found = figure(option.text, option.weight)
        if found is None:
            return making.skip(f'"{option.text[:40]}" is no figure')
        figures.append(replace(found, feedback=option.feedback))
    return number(making, ask, figures)
