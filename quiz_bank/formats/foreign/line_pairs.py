"""Reads questions and answers that stand in lines of their own, marked (``Q:``, ``A:``) or in turn."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from quiz_bank.formats.foreign.drafts import Draft, Making
from quiz_bank.formats.foreign.truths import truth

_ASK = (
    "q|question|ques|frage|f|pregunta|p|domanda|d|pergunta|vraag|v|fråga|spørgsmål|spørsmål|pytanie|otázka|soru|kérdés|"
    "вопрос|в|问题|问|質問|問題|問"
)
_ANSWER = (
    "a|answer|ans|antwort|respuesta|r|risposta|resposta|reponse|réponse|antwoord|svar|s|odpowiedź|odpověď|cevap|válasz|"
    "ответ|о|答案|答え|答"
)
_MARKED = re.compile(rf"\s*(?:({_ASK})|({_ANSWER}))\s*\.?\s*\d{{0,4}}\s*[:：]\s*(.*)", re.IGNORECASE)
_OPTION = re.compile(r"\s*[(\[]?[b-hB-H]\s*[).:\]]\s*\S")
_NUMBERED = re.compile(r"\A(?:Q(?:uestion)?\s*)?\d{1,3}\s*[.):]\s*[-–]?\s*(?=\S)", re.IGNORECASE)
_ASKS = re.compile(r".*[?？:：]\s*|.*¿.*|.*_{2,}.*")
_FEWEST, _MOST = 0.85, 0.1  # of the lines: those that ask among the first of each two, and among the second
_FEWEST_PAIRS = 3
_LINES = 2  # of a question with its answer
_SAMPLE = 400  # lines


@dataclass(slots=True)
class _Pair:
    """A question and its answer while their lines come in."""

    line: int
    ask: list[str] = field(default_factory=list)
    answer: list[str] = field(default_factory=list)

    def draft(self) -> Draft:
        making = Making(self.line)
        ask = making.name = _NUMBERED.sub("", making.line_of("\n".join(self.ask)), count=1)
        answer = making.line_of("\n".join(self.answer))
        if not answer:
            return making.skip("no answer stands below the question")
        is_true = truth(answer, (), "")
        return (
            making.done("text", ask, answer) if is_true is None else making.done("true-false", ask, is_true)
        )


def is_in_lines(text: str) -> bool:
    """Whether most lines of a text are questions and answers in turn, or marked as such."""
    lines = text.splitlines()[:_SAMPLE]
    return _is_marked(lines) or _is_in_turn([line for line in lines if line.strip()])


def read_lines(text: str) -> list[Draft]:
    """The questions of a text, those without an answer among them."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    pairs = _marked(lines) if _is_marked(lines[:_SAMPLE]) else _in_turn(lines)
    return [pair.draft() for pair in pairs]


def _is_marked(lines: Sequence[str]) -> bool:
    found = [match for line in lines if (match := _MARKED.fullmatch(line))]
    asks = sum(match[1] is not None for match in found)
    answers = len(found) - asks
    is_even = asks >= _FEWEST_PAIRS and abs(asks - answers) <= max(1, asks // 10)
    return is_even and sum(bool(_OPTION.match(line)) for line in lines) * 4 < asks


def _is_in_turn(lines: Sequence[str]) -> bool:
    """Whether the first of each two lines asks, and the second does not."""
    asks = [bool(_ASKS.fullmatch(line)) for line in lines]
    first, second = asks[::2], asks[1::2]
    return (
        len(second) >= _FEWEST_PAIRS
        and sum(first) >= _FEWEST * len(first)
        and sum(second) <= _MOST * len(second)
    )


def _marked(lines: Sequence[str]) -> Iterator[_Pair]:
    pair: _Pair | None = None
    for number, line in enumerate(lines, 1):
        match = _MARKED.fullmatch(line)
        if match and match[1] is not None:
            if pair:
                yield pair
            pair = _Pair(number, [match[3]])
        elif pair and match:
            pair.answer.append(match[3])
        elif pair and line.strip():
            (pair.answer or pair.ask).append(line)
    if pair:
        yield pair


def _in_turn(lines: Sequence[str]) -> Iterator[_Pair]:
    """Each paragraph, where most have two lines, else each two lines; a line that asks never answers."""
    blocks = list(_blocks(lines))
    if sum(len(block) == _LINES for block in blocks) * 2 <= len(blocks):
        blocks = list(_twos([line for block in blocks for line in block]))
    for (number, first), *rest in blocks:
        yield _Pair(number, [first], [line for _, line in rest])


def _blocks(lines: Sequence[str]) -> Iterator[list[tuple[int, str]]]:
    block: list[tuple[int, str]] = []
    for number, line in enumerate((*lines, ""), 1):
        if line.strip():
            block.append((number, line))
        elif block:
            yield block
            block = []


def _twos(lines: Sequence[tuple[int, str]]) -> Iterator[list[tuple[int, str]]]:
    at = 0
    while at < len(lines):
        has_answer = at + 1 < len(lines) and not _ASKS.fullmatch(lines[at + 1][1])
        yield list(lines[at : at + 1 + has_answer])
        at += 1 + has_answer
