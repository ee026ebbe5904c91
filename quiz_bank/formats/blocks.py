"""Cuts a bank's text into its tables, so that one that is broken never hides the others.

A table begins at a line of its own, ``[bank]`` or ``[[question]]``, also where its brackets are wrong. Texts over
several lines may hold such a line; a table that is not closed otherwise is then joined with the next ones.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_HEADER = re.compile(
    r"[ \t]*(?P<open>\[{1,2})[ \t]*[\"']?(?P<name>[A-Za-z_][\w-]*)[\"']?[ \t]*(?P<close>\]{0,3})[ \t]*(?P<rest>.*)"
)
_TRIPLE = ('"""', "'''")


class RawFloat(float):
    """A number with a point, and how it was written: ``93.000`` may be ninety-three thousand."""

    raw = ""


def _raw_float(written: str) -> RawFloat:
    number = RawFloat(written.replace("_", ""))
    number.raw = written
    return number


@dataclass(frozen=True, slots=True)
class Block:
    """One table.

    Attributes:
        name: ``bank``, ``question``, another name as written, or empty for what stands before the first table.
        double: whether it has double brackets. closed: whether they are closed as they were opened.
        line: the line of its header, from 1; 0 where it has none.
        lines: those after the header.
        rest: what stands behind the header on its line.
    """

    name: str
    double: bool
    closed: bool
    line: int
    lines: tuple[str, ...]
    rest: str = ""

    @property
    def text(self) -> str:
        """Its lines as one text."""
        return "\n".join(self.lines)


def split_blocks(text: str) -> list[Block]:
    """The tables of a text with plain line ends, in order; the first is what stands before any of them."""
    lines = text.split("\n")
    heads = [(number, match) for number, match in _heads(lines)]
    ends = [number for number, _ in heads] + [len(lines)]
    blocks = [Block("", False, True, 0, tuple(lines[: ends[0]]))]
    for place, (number, match) in enumerate(heads):
        blocks.append(
            Block(
                name=match["name"],
                double=len(match["open"]) == 2,
                closed=len(match["open"]) == len(match["close"]),
                line=number + 1,
                lines=tuple(lines[number + 1 : ends[place + 1]]),
                rest="" if match["rest"].startswith("#") else match["rest"],
            )
        )
    return list(_joined(blocks, lines))


def _heads(lines: list[str]) -> Iterator[tuple[int, re.Match[str]]]:
    for number, line in enumerate(lines):
        if "[" not in line[:40] or not line.lstrip().startswith("["):
            continue
        match = _HEADER.fullmatch(line)
        if match is None:
            continue
        plain = not match["rest"] or match["rest"].startswith("#")
        if plain or (match["name"] in ("bank", "question") and match["close"]):
            yield number, match


def _joined(blocks: list[Block], lines: list[str]) -> Iterator[Block]:
    """Joins a table with the following ones where a text over several lines holds their headers."""
    place = 0
    while place < len(blocks):
        block = blocks[place]
        last = _end_of_text(blocks, place)
        if last > place:
            end = blocks[last].line + len(blocks[last].lines)
            whole = Block(block.name, block.double, block.closed, block.line, tuple(lines[block.line : end]))
            if parsed(whole) is not None:
                block, place = whole, last
        yield block
        place += 1


def _end_of_text(blocks: list[Block], place: int) -> int:
    """The table in which a text ends that this one leaves open; the same where it leaves none."""
    text = blocks[place].text
    for mark in _TRIPLE:
        if text.count(mark) % 2:
            for later in range(place + 1, len(blocks)):
                if any(mark in line for line in blocks[later].lines):
                    return later
    return place


def parsed(block: Block) -> dict[str, Any] | None:
    """What a table holds, or None where it is not TOML."""
    try:
        return loads(block.text)
    except ValueError:
        return None


def loads(text: str) -> dict[str, Any]:
    """A table's lines as data; a ``[question.answer]`` below it is part of it.

    Raises:
        ValueError: it is not TOML.
    """
    try:
        data = tomllib.loads(text, parse_float=_raw_float)
    except RecursionError as fault:
        raise ValueError("brackets nested too deep") from fault
    inner = data.get("question")
    if isinstance(inner, dict):
        del data["question"]
        data.update({key: value for key, value in inner.items() if key not in data})
    return data
