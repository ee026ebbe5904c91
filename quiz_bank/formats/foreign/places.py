"""What the columns of a table without names are for, told by what they hold; a guess that is not certain is none.

A wrong guess would make hundreds of wrong questions that look right. So one of these must hold: an answer repeats one
of its row's options, or is the letter or number of one; or there are a question and one more column. Questions must
look like such, unless the answers leave no doubt.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from quiz_bank.formats.foreign.cells import labelled, worded

Rows = Sequence[Sequence[str]]

SAMPLE_ROWS = 200
_FEWEST_TO_REPEAT = 8  # rows
_FEWEST_OPTIONS, _MOST_OPTIONS = 2, 10
_FEWEST_TO_VARY = 4  # rows
_MOST_WORDS, _MOST_LABELS = 0.6, 0.9  # of the rows: here and there an answer is misspelled
_TRUTHS = frozenset(("true", "false", "t", "f", "yes", "no"))
_ASKS = re.compile(
    r".*(?:[?？:：=…]|\.\.\.|__)[\"”»)]?\s*|.*_{2,}.*|[-+(\d.\s]+[+*x×/÷][-+*x×/÷().\d\s]+", re.DOTALL
)
_LETTER = re.compile(r"[(\[]?[A-Ha-h][)\].:]?")


def by_place(rows: Rows) -> tuple[list[str], bool]:
    """The meaning of each column, as ``meanings`` tells those of named ones, and whether that is certain.

    Args:
        rows: those of the usual width.
    """
    rows = rows[:SAMPLE_ROWS]
    columns = [list(column) for column in zip(*rows, strict=True)]
    ask = _question_at(columns)
    asks = _asks(columns[ask])
    before = [*("tags" if repeats(column) else "" for column in columns[:ask]), "ask"]
    behind = columns[ask + 1 :]
    if found := _first_of_options(rows, ask):
        return [*before, *found], True
    if found := _pointing_at(rows, ask, asks):
        return [*before, *found], True
    return [*before, "answer", *["wrong"] * (len(behind) - 1)], asks and len(behind) == 1


def _first_of_options(rows: Rows, ask: int) -> list[str]:
    """Meanings behind the question where the right answer comes first and once more among its options."""
    width = len(rows[0])
    for at in range(ask + 1, width - _FEWEST_OPTIONS):
        if at > ask + 1 and not repeats([cells[at - 1] for cells in rows]):
            break
        if _share(rows, at, range(at + 1, width), _worded) >= _MOST_WORDS:
            return [*["tags"] * (at - ask - 1), "answer", *["options"] * (width - at - 1)]
    return []


def _pointing_at(rows: Rows, ask: int, asks: bool) -> list[str]:
    """Meanings behind the question where a column repeats one of the options before it, or names its place.

    Words point more surely than letters, and these more than numbers. A category between question and options is
    told by its few words, none of which is ever the answer.
    """
    width = len(rows[0])
    start = ask + 1
    if start < width and repeats([cells[start] for cells in rows]) and width - start > _FEWEST_OPTIONS + 1:
        start += not any(_worded(cells[-1], [cells[start]]) for cells in rows)
    for points in (_worded, _lettered, _numbered):
        if points is not _worded and (start > ask + 1 or not (asks or points is _lettered)):
            break
        most = _MOST_WORDS if points is _worded else _MOST_LABELS
        places = [
            place
            for place in range(start + _FEWEST_OPTIONS, width)
            if _share(rows, place, range(start, place), points) >= most
        ]
        if points is _numbered and (len(places) > 1 or not _counts(rows, places, start)):
            break
        if places and points is _lettered and not asks and not _varies(rows, places[-1]):
            break
        if places:
            place = places[-1]
            behind = width - place - 1
            return [*["tags"] * (start - ask - 1), *["options"] * (place - start), "answer", *[""] * behind]
    return []


def _varies(rows: Rows, at: int) -> bool:
    """Whether letters of many rows differ: then they tell by themselves that they name options."""
    return len(rows) >= _FEWEST_TO_VARY and len({cells[at].casefold() for cells in rows}) > 1


def _counts(rows: Rows, places: Sequence[int], start: int) -> bool:
    """Whether numbers count the options from 0 or from 1, and each of them is right in some row."""
    if not places:
        return False
    said = {cells[places[0]].strip() for cells in rows if cells[places[0]].strip()}
    number = places[0] - start
    return said in ({str(place) for place in range(first, first + number)} for first in (0, 1))


def _share(rows: Rows, at: int, options: range, points: Callable[[str, Sequence[str]], bool]) -> float:
    """In how many rows a column points to one of the options; a copy of one column points nowhere."""
    if len(options) > _MOST_OPTIONS:
        return 0.0
    told = [(cells[at], [cells[place] for place in options if cells[place]]) for cells in rows if cells[at]]
    found = [(answer, among) for answer, among in told if points(answer, among)]
    if points is _worded and len(found) >= _FEWEST_TO_VARY and len({worded(*each) for each in found}) == 1:
        return 0.0
    return len(found) / len(rows)


def _worded(answer: str, options: Sequence[str]) -> bool:
    return worded(answer, options) is not None


def _lettered(answer: str, options: Sequence[str]) -> bool:
    return bool(_LETTER.fullmatch(answer)) and labelled(answer, options, from_zero=False) is not None


def _numbered(answer: str, options: Sequence[str]) -> bool:
    return answer.isdecimal() and int(answer[:3]) <= len(options)


def _question_at(columns: Sequence[Sequence[str]]) -> int:
    """The first column of questions; where none looks so, the first that holds neither numbers nor categories."""
    last = len(columns) - 1
    for place, column in enumerate(columns[:last]):
        if _asks(column):
            return place
    idle = [repeats(column) or is_figures(column) for column in columns[:last]]
    return idle.index(False) if False in idle else 0


def _asks(column: Sequence[str]) -> bool:
    """Whether half of a column's cells end as questions, have a gap, or are sums."""
    return sum(bool(_ASKS.fullmatch(cell[-300:].strip())) for cell in column) * 2 >= len(column)


def repeats(column: Sequence[str]) -> bool:
    """Whether a column holds few things many times, as categories do."""
    seen = {cell.casefold() for cell in column if cell}
    few = len(column) >= _FEWEST_TO_REPEAT and len(seen) * 4 <= len(column)
    return few and not seen <= _TRUTHS and not is_figures(column)


def is_figures(column: Sequence[str]) -> bool:
    """Whether all cells are numbers."""
    return all(cell.isdecimal() for cell in column)
