"""Reads Aiken, the plainest format for questions with options: https://docs.moodle.org/en/Aiken_format.

Strict files have one line a question, one an option, then ``ANSWER: B``. Files in use also have blank lines, texts
over several lines, small letters and several right options; these are read as well.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from quiz_bank.formats.foreign.drafts import Draft, Making
from quiz_bank.formats.foreign.shapes import Option, choice

_OPTION = re.compile(r"[*(\[]?([A-Za-z])[.)\]:]+(?:\s+(.*)|)")
_ANSWER = re.compile(r"(?:CORRECT\s+)?ANSWERS?\s*[:：.]\s*(.*)", re.IGNORECASE)
_FEEDBACK = re.compile(r"(?:FEEDBACK|EXPLANATION|RATIONALE)\s*:\s*(.*)", re.IGNORECASE)
_LETTER = re.compile(r"[(\[]?([A-Za-z])[)\].]?")
_BETWEEN_LETTERS = re.compile(r"[,;&/\s]+|\band\b")
_NUMBERED = re.compile(r"\A(?:Q(?:uestion)?\s*)?\d{1,3}\s*(?:[.)]\s+|[:.)]\s*-\s*|:\s+)(?=\S)", re.IGNORECASE)


@dataclass(slots=True)
class _Item:
    """One question while its lines come in; ``gap``: the last line was blank."""

    line: int = 0
    ask: list[str] = field(default_factory=list)
    options: list[list[str]] = field(default_factory=list)
    gap: bool = False

    def making(self) -> Making:
        return Making(self.line, name=" ".join(self.ask))

    def is_next_option(self, letter: str) -> bool:
        return bool(self.ask) and letter.upper() == chr(ord("A") + len(self.options))


def read_aiken(text: str) -> list[Draft]:
    """The questions of an Aiken file, those that cannot be taken among them; never raises for any text."""
    reading = _Reading()
    for number, line in enumerate(text.replace("\r\n", "\n").replace("\r", "\n").split("\n"), 1):
        reading.take(line.strip("\ufeff \t"), number)
    reading.give_up()
    return reading.drafts


class _Reading:
    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.item = _Item()

    def take(self, line: str, number: int) -> None:
        if answer := _ANSWER.fullmatch(line):
            self.drafts.append(_done(self.item, answer[1], number))
            self.item = _Item()
        elif self.drafts and not self.item.ask and (remark := _FEEDBACK.fullmatch(line)):
            self.drafts[-1] = _explained(self.drafts[-1], remark[1])
        elif line:
            self._add(line, number)
        else:
            self.item.gap = True

    def _add(self, line: str, number: int) -> None:
        item = self.item
        option = _OPTION.fullmatch(line)
        if option and item.is_next_option(option[1]):
            item.options.append([option[2] or ""])
        elif item.options and item.gap:
            self.give_up()
            self._add(line, number)
        elif item.options:
            item.options[-1].append(line)
        else:
            item.line = item.line or number
            item.ask.append(line)
        self.item.gap = False

    def give_up(self) -> None:
        """Tells of a question whose answer never came."""
        if self.item.ask:
            self.drafts.append(self.item.making().skip("there is no ANSWER line"))
        self.item = _Item()


def _done(item: _Item, letters: str, number: int) -> Draft:
    making = item.making()
    if not item.ask:
        return Making(number, "ANSWER").skip("there is no question before this ANSWER line")
    if not item.options:
        return making.skip("there are no options")
    chosen = _chosen(letters)
    named = [chr(ord("A") + place) for place in range(len(item.options))]
    if not chosen or not set(chosen) <= set(named):
        return making.skip(f'ANSWER "{making.line_of(letters)[:20]}" names none of its options')
    ask = _NUMBERED.sub("", making.line_of("\n".join(item.ask)), count=1)
    making.name = ask
    options = [
        Option(making.line_of("\n".join(lines)), 100.0 if letter in chosen else 0.0)
        for letter, lines in zip(named, item.options, strict=True)
    ]
    return choice(making, ask, options, single=len(chosen) == 1)


def _chosen(letters: str) -> list[str]:
    """The letters of an ANSWER line: ``B``, ``b)``, ``A, C``; empty where it holds anything else."""
    parts = [part for part in _BETWEEN_LETTERS.split(letters.strip()) if part]
    if parts and _LETTER.fullmatch(parts[0]) and parts[0][-1:] in ").]":
        return [parts[0].strip("()[].").upper()]  # "B) the option again"
    found = [_LETTER.fullmatch(part) for part in parts]
    return [match[1].upper() for match in found if match] if all(found) else []


def _explained(draft: Draft, remark: str) -> Draft:
    if draft.table is None or not remark.strip():
        return draft
    return replace(draft, table={**draft.table, "why": Making(0).line_of(remark)})
