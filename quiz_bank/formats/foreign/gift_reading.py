r"""Reads GIFT, Moodle's text format for questions: https://docs.moodle.org/en/GIFT_format.

Escaped signs (``\~ \= \# \{ \} \: \\ \n``) stand as noncharacters while a question is taken apart; what goes into
a bank has its signs back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from quiz_bank.formats.foreign.cloze import GAP, SEVERAL_GAPS, gap_question, gaps_of
from quiz_bank.formats.foreign.drafts import Draft, Making
from quiz_bank.formats.foreign.shapes import (
    Figure,
    Option,
    choice,
    figure,
    number,
    pairs,
    short,
    weight_of,
)

_SIGNS = "\\~=#{}:n"
_PLACES = "".join(chr(0xFDD0 + place) for place in range(len(_SIGNS)))  # characters that no text may hold
_HIDE = {f"\\{sign}": place for sign, place in zip(_SIGNS, _PLACES, strict=True)}
_AS_WRITTEN = str.maketrans({place: written for written, place in _HIDE.items()})
_SHOW = str.maketrans(dict(zip(_PLACES, _SIGNS.replace("n", "\n"), strict=True)))
_ESCAPED = re.compile(r"\\[\\~=#{}:n]")
_RESERVED = re.compile("[\ufdd0-\ufdef]")
_BRACES = re.compile(r"[{}]")
_GROUP = re.compile(r"\{([^{}]*)\}")
_LINE_END = re.compile(r"[ \t]*\n\s*")
_TITLE = re.compile(r"\s*::(.*?)::", re.DOTALL)
_FORMAT = re.compile(r"\s*\[(html|moodle|plain|markdown)\]", re.IGNORECASE)
_WEIGHT = re.compile(r"\s*%\s*(-?[\d.,]+)\s*%")
_MARKED = re.compile(r"\[(id|tag):((?:\\.|[^\]\\])*)\]")
_PIECE = re.compile(r"[~=]")
_TRUTHS = {"T": True, "TRUE": True, "F": False, "FALSE": False}
_ANSWERS = re.compile(r"\s*(?:$|[~=#>]|(?:T|F|TRUE|FALSE)\s*(?:#|$))", re.IGNORECASE)
_GENERAL = "####"
_COURSE = re.compile(r"^(?:\$\w+\$/?|top/?)+")


@dataclass(slots=True)
class _Block:
    """The lines of one question, and what the remarks above it say of it."""

    line: int = 0
    lines: list[str] = field(default_factory=list)
    id: str = ""
    tags: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return "\n".join(self.lines)


def read_gift(text: str) -> Iterator[Draft]:
    """The questions of a GIFT file, those that cannot be taken among them; never raises for any text."""
    category = ""
    for block in _blocks(_ESCAPED.sub(lambda found: _HIDE[found[0]], _RESERVED.sub("", text))):
        if block.text.startswith("$CATEGORY:"):
            category = category_tag(block.text.removeprefix("$CATEGORY:").translate(_SHOW))
            continue
        for part in _parts(block):
            making = Making(part.line, id=part.id, tags=[*part.tags, *([category] if category else [])])
            yield _question(making, part.text)


def category_tag(path: str) -> str:
    """A category's path without the marks of the course it was in."""
    kept = "/".join(part.strip() for part in path.strip().split("/"))
    return _COURSE.sub("", kept).strip("/ ")


def _blocks(text: str) -> Iterator[_Block]:
    """The parts between blank lines; a blank line between braces ends none."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    closing = _closes_next(lines)
    block, is_open = _Block(), False
    for place, line in enumerate(lines, 1):
        stripped = line.strip()
        if stripped.startswith("//"):
            _take_marks(block, stripped)
            continue
        if stripped.startswith("$CATEGORY:") and not is_open:
            if block.lines:
                yield block
                block = _Block()
            yield _Block(place, [stripped])
            continue
        if not stripped and not (is_open and closing[place - 1]):
            if block.lines:
                yield block
                block = _Block()
            is_open = False
            continue
        block.line = block.line or place
        block.lines.append(line.strip())
        braces = _BRACES.findall(line)
        is_open = braces[-1] == "{" if braces else is_open
    if block.lines:
        yield block


def _closes_next(lines: list[str]) -> list[bool]:
    """For each line, whether the next brace from there on closes."""
    found, closes = [], False
    for line in reversed(lines):
        brace = None if line.lstrip().startswith("//") else _BRACES.search(line)
        closes = brace[0] == "}" if brace else closes
        found.append(closes)
    return found[::-1]


def _take_marks(block: _Block, remark: str) -> None:
    """Id and tags as Moodle writes them into remarks: ``// [id:a1] [tag:rivers]``."""
    for name, raw in _MARKED.findall(remark.translate(_AS_WRITTEN)):
        value = re.sub(r"\\(.)", r"\1", raw).strip()
        if name == "id":
            block.id = value
        elif value:
            block.tags.append(value)


def _parts(block: _Block) -> Iterator[_Block]:
    """The questions of a block: more than one where a line between them was left out."""
    text, start, line = block.text, 0, block.line
    groups = [found for found in _GROUP.finditer(text) if _ANSWERS.match(found[1])]
    for found in groups:
        ends_line = _LINE_END.match(text, found.end())
        if ends_line and (found is not groups[-1] or text.startswith("::", ends_line.end())):
            yield replace(block, line=line, lines=[text[start : found.end()]])
            line += text.count("\n", start, ends_line.end())
            start = ends_line.end()
    yield replace(block, line=line, lines=[text[start:]])


def _question(making: Making, text: str) -> Draft:
    title = _TITLE.match(text)
    if title:
        making.name = making.text(title[1].translate(_SHOW))
        text = text[title.end() :]
    text = _formatted(making, text)
    groups = list(_GROUP.finditer(text))
    found = [group for group in groups if _ANSWERS.match(group[1])]
    if gaps_of(text):
        making.name = making.name or making.line_of(text.translate(_SHOW))
        return (
            making.skip(SEVERAL_GAPS) if found else gap_question(making, text, lambda raw: _line(making, raw))
        )
    found = found or groups[:1]
    if len(found) != 1:
        making.name = making.name or making.line_of(text.translate(_SHOW))
        if len(found) > 1:
            return making.skip("several gaps in one question are not supported")
        return making.skip(
            "a brace without its partner" if _BRACES.search(text) else "description is not a question"
        )
    before, after = text[: found[0].start()], text[found[0].end() :]
    gap = f"{GAP}{after}" if after.strip() else ""
    ask = making.line_of((before + gap).translate(_SHOW))
    making.name = making.name or ask
    inside, _, general = found[0][1].partition(_GENERAL)
    return _answered(making, ask, inside.strip(), general)


def _formatted(making: Making, text: str) -> str:
    """The text without the name of its format, which tells whether it may hold HTML."""
    named = _FORMAT.match(text)
    if named:
        making.html = named[1].lower() != "plain"
        return text[named.end() :]
    return text


def _answered(making: Making, ask: str, inside: str, general: str) -> Draft:
    if general.strip():
        making.why.append(_text(making, general))
    truth = _TRUTHS.get(inside.partition("#")[0].strip().upper())
    if not inside:
        return making.skip("essay is not supported")
    if inside.startswith("#"):
        return _number(making, ask, inside[1:])
    if truth is not None:
        return _true_false(making, ask, truth, inside)
    if inside.startswith(">"):
        return _order(making, ask, inside)
    if "~" not in inside and all("->" in piece for sign, piece in _pieces(inside) if sign or piece.strip()):
        return _pairs(making, ask, inside)
    options = list(_options(making, inside))
    if "~" not in inside:
        return short(making, ask, options)
    single = any(sign == "=" and piece.strip() for sign, piece in _pieces(inside)) and any(
        option.weight == 100 for option in options
    )
    return choice(making, ask, options, single)


def _text(making: Making, raw: str) -> str:
    """A part's text; its format is the question's where it names none."""
    named = _FORMAT.match(raw)
    html = named[1].lower() != "plain" if named else None
    return making.text((raw[named.end() :] if named else raw).translate(_SHOW), html)


def _line(making: Making, raw: str) -> str:
    return " ".join(_text(making, raw).split())


def _pieces(inside: str) -> Iterator[tuple[str, str]]:
    """Each answer with its sign; what stands before the first sign has none."""
    at, sign = 0, ""
    for found in _PIECE.finditer(inside):
        yield sign, inside[at : found.start()]
        at, sign = found.end(), found[0]
    yield sign, inside[at:]


def _weighed(sign: str, piece: str) -> tuple[float, str, str]:
    """Share of the mark, answer and feedback of a piece."""
    weighed = _WEIGHT.match(piece)
    weight = weight_of(weighed[1]) if weighed else 0.0 if sign == "~" else 100.0
    answer, _, feedback = (piece[weighed.end() :] if weighed else piece).partition("#")
    return weight, answer, feedback


def _options(making: Making, inside: str) -> Iterator[Option]:
    pieces = list(_pieces(inside))
    for (sign, piece), (following, _) in zip(pieces, [*pieces[1:], ("", "")], strict=True):
        is_doubled = {sign, following} == {
            "=",
            "~",
        } and not piece.strip()  # "=~%50%a" or "~=a", as some write it
        if piece.strip() or (sign and not is_doubled):
            weight, answer, feedback = _weighed(sign, piece)
            if not answer.strip() and feedback:
                answer, feedback = (
                    f"#{feedback}",
                    "",
                )  # remarks on nothing: the sign is its own, as in #ff0000
            yield Option(_line(making, answer), weight, _text(making, feedback) if feedback.strip() else "")


def _true_false(making: Making, ask: str, truth: bool, inside: str) -> Draft:
    _, wrong, right = (*inside.split("#", 2), "", "")[:3]
    if right.strip():
        making.why.append(_text(making, right))
    if wrong.strip():
        making.lost("feedback on wrong answers")
    return making.done("true-false", ask, truth)


def _pairs(making: Making, ask: str, inside: str) -> Draft:
    found = []
    for sign, piece in _pieces(inside):
        if sign or piece.strip():
            left, _, right = piece.partition("->")
            found.append((_line(making, left), _line(making, right)))
    return pairs(making, ask, found)


def _order(making: Making, ask: str, inside: str) -> Draft:
    """The ordering type's own syntax: settings behind the sign, then one item a line."""
    _, _, listed = inside.partition("\n")
    return making.done("order", ask, [item for line in listed.split("\n") if (item := _line(making, line))])


def _number(making: Making, ask: str, inside: str) -> Draft:
    figures: list[Figure] = []
    for sign, piece in _pieces(inside):
        if not piece.strip():
            continue
        weight, answer, feedback = _weighed(sign, piece)
        if answer.strip() in ("", "*"):
            if feedback.strip():
                making.lost("feedback on wrong answers")
            continue
        found = figure(answer.translate(_SHOW).strip(), weight)
        if found is None:
            return making.skip(f'"{making.line_of(answer.translate(_SHOW))[:40]}" is no figure')
        figures.append(replace(found, feedback=_text(making, feedback) if feedback.strip() else ""))
    return number(making, ask, figures)
