"""What the columns of a table without names are for, told by what they hold; a guess that is not certain is none.

A wrong guess would make hundreds of wrong questions that look right. So one of these must hold: an answer repeats one
of its row's options, or is the letter or number of one; or there are a question and one more column. Questions must
look like such, unless the answers leave no doubt.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from quiz_bank.formats.foreign.cells import items_in, labelled, marked, worded

Rows = Sequence[Sequence[str]]

SAMPLE_ROWS = 200
_FEWEST_TO_REPEAT = 8  # rows
_FEWEST_OPTIONS, _MOST_OPTIONS = 2, 10
_FEWEST_TO_VARY = 4  # rows
MOST_WORDS, MOST_LABELS = 0.6, 0.9  # of the rows: here and there an answer is misspelled
_TRUTHS = frozenset(("true", "false", "t", "f", "yes", "no"))
_ASKS = re.compile(
    r".*(?:[?？:：=…]|\.\.\.|__)[\"”»)]?\s*|.*_{2,}.*|[-+(\d.\s]+[+*x×/÷][-+*x×/÷().\d\s]+", re.DOTALL
)
_FIGURE = re.compile(r"[+-]?\d[\d.,]*%?")
_ADDRESS = re.compile(r"https?://|www\.|\S+@\S+\.\S+")
_DATA = re.compile(r"[\d\W_]+|\S*[\\/]\S+\.\w{2,4}")  # figures, dates, files
_MOST_DIFFERENT = 0.9
_LETTER = re.compile(r"[(\[]?[A-Ha-h][)\].:]?")


def by_place(rows: Rows) -> tuple[list[str], bool]:
    """The meaning of each column, as ``meanings`` tells those of named ones, and whether that is certain.

    Args:
        rows: those of the usual width.
    """
    rows = rows[:SAMPLE_ROWS]
    columns = [list(column) for column in zip(*rows, strict=True)]
    ask = _question_at(columns)
    is_asking = asks(columns[ask])
    before = [*("tags" if repeats(column) else "" for column in columns[:ask]), "ask"]
    behind = columns[ask + 1 :]
    readings = (_first_of_options(rows, ask), _pointing_at(rows, ask, is_asking))
    found = max(readings, key=lambda reading: reading[1])[0]
    options = [column for column, meaning in zip(behind, found, strict=False) if meaning == "options"]
    if found and (is_asking or _is_likely(columns[ask], options)):
        return [*before, *found], True
    if is_asking and are_marked([list(filter(None, cells[ask + 1 :])) for cells in rows]):
        return [*before, *["options"] * len(behind)], True
    if is_asking and (found := _list_and_answer(rows, ask) or _key_before_options(rows, ask)):
        return [*before, *found], True
    telling = [place for place, column in enumerate(behind) if not _is_beside(column)]
    is_certain = is_asking and len(telling) == 1 and len(rows) >= _FEWEST_TO_VARY
    if is_certain:
        return [*before, *["answer" if place in telling else "" for place in range(len(behind))]], True
    if _is_list_of_words([columns[0], *(column for column in columns[1:] if not _is_beside(column))]):
        return ["ask", *["" if _is_beside(column) else "answer" for column in columns[1:]]], True
    return [*before, "answer", *["wrong"] * (len(behind) - 1)], False


def _is_likely(ask: Sequence[str], options: Sequence[Sequence[str]]) -> bool:
    """Whether columns can be statements and their options though nothing asks: no data, no few things many times."""
    is_text = sum(is_data([cell]) for cell in ask) * 2 < len(ask) and len(set(ask)) * 2 > len(ask)
    return is_text and not any(repeats(column) or _tells_truths(column) for column in options)


def _tells_truths(column: Sequence[str]) -> bool:
    said = {cell.casefold() for cell in column}
    return len(said) > 1 and said <= _TRUTHS


def _key_before_options(rows: Rows, ask: int) -> list[str]:
    """Meanings behind the question where the letter of the right option stands before all of them."""
    width = len(rows[0])
    options = range(ask + 2, width)
    is_key = _share(rows, ask + 1, options, lettered) >= MOST_LABELS if len(options) > 1 else False
    return ["answer", *["options"] * len(options)] if is_key and _varies(rows, ask + 1) else []


def _is_beside(column: Sequence[str]) -> bool:
    """Whether a column behind a question and its answer tells of something else: it repeats, or holds addresses."""
    filled = [cell for cell in column if cell]
    is_address = all(_ADDRESS.match(cell) for cell in filled)
    return is_address or repeats(column) or (len(filled) >= _FEWEST_TO_REPEAT and len(set(filled)) == 1)


def _is_list_of_words(columns: Sequence[Sequence[str]]) -> bool:
    """Whether a table of two columns holds words and what they mean, as flashcards do: no data, hardly one twice."""
    if len(columns) != _FEWEST_OPTIONS or len(columns[0]) < _FEWEST_TO_REPEAT:
        return False
    is_idle = any(repeats(column) or is_data(column) or not all(column) for column in columns)
    return not is_idle and len(set(columns[0])) >= _MOST_DIFFERENT * len(columns[0])


def is_data(column: Sequence[str]) -> bool:
    """Whether a column holds a figure, a date, an address or a file anywhere, which is not what words mean."""
    return any(_ADDRESS.match(cell) or _DATA.fullmatch(cell) for cell in column if cell)


def _list_and_answer(rows: Rows, ask: int) -> list[str]:
    """Meanings behind the question where one cell lists the options, and the next repeats one of them."""
    width = len(rows[0])
    if width < ask + 3:
        return []
    listed = [(items_in(cells[ask + 1], commas=True), cells[ask + 2]) for cells in rows]
    found = [parts.index(answer) for parts, answer in listed if len(parts) > 1 and answer in parts]
    is_key = len(found) >= MOST_WORDS * len(rows) and len(set(found)) > 1
    return ["options", "answer", *[""] * (width - ask - 3)] if is_key else []


def _first_of_options(rows: Rows, ask: int) -> tuple[list[str], float]:
    """Meanings behind the question where the right answer comes first and once more among its options; the share."""
    width = len(rows[0])
    for at in range(ask + 1, width - _FEWEST_OPTIONS):
        if at > ask + 1 and not repeats([cells[at - 1] for cells in rows]):
            break
        share = _share(rows, at, range(at + 1, width), worded_in)
        if share >= MOST_WORDS:
            return [*["tags"] * (at - ask - 1), "answer", *["options"] * (width - at - 1)], share
    return [], 0.0


def _pointing_at(rows: Rows, ask: int, is_asking: bool) -> tuple[list[str], float]:
    """Meanings behind the question where a column repeats one of the options before it, or names its place; the share.

    Words point more surely than letters, and these more than numbers. A category between question and options is
    told by its few words, none of which is ever the answer.
    """
    width = len(rows[0])
    start = ask + 1
    if start < width and repeats([cells[start] for cells in rows]) and width - start > _FEWEST_OPTIONS + 1:
        start += not any(worded_in(cells[-1], [cells[start]]) for cells in rows)
    end = _end_of_options(rows, start)
    for points in (worded_in, lettered, numbered):
        if points is not worded_in and (start > ask + 1 or not (is_asking or points is lettered)):
            break
        most = MOST_WORDS if points is worded_in else MOST_LABELS
        places = [
            place
            for place in range(start + _FEWEST_OPTIONS, width)
            if _share(rows, place, range(start, min(place, end)), points) >= most
        ]
        if not places:
            continue
        place = places[0] if points is numbered else places[-1]
        last = min(place, end)
        if points is numbered and (
            (place != end and len(places) > 1) or not _counts(rows, place, last - start)
        ):
            break
        if points is lettered and not is_asking and not _varies(rows, place):
            break
        meanings = [*["tags"] * (start - ask - 1), *["options"] * (last - start), *[""] * (place - last)]
        share = _share(rows, place, range(start, last), points)
        return [*meanings, "answer", *[""] * (width - place - 1)], share
    return [], 0.0


def _end_of_options(rows: Rows, start: int) -> int:
    """The place behind the columns that can be options: figures all along are none where the first holds words."""
    width = len(rows[0])
    figures = [
        all(_FIGURE.fullmatch(cells[place]) for cells in rows if cells[place]) for place in range(width)
    ]
    if start >= width or figures[start]:
        return width
    return next((place for place in range(start, width) if figures[place]), width)


def _varies(rows: Rows, at: int) -> bool:
    """Whether letters of many rows differ: then they tell by themselves that they name options."""
    return len(rows) >= _FEWEST_TO_VARY and len({cells[at].casefold() for cells in rows}) > 1


def _counts(rows: Rows, at: int, number: int) -> bool:
    """Whether numbers count so many options from 0 or from 1, and each of them is right in some row."""
    said = {cells[at].strip() for cells in rows if cells[at].strip()}
    return said in ({str(place) for place in range(first, first + number)} for first in (0, 1))


def _share(rows: Rows, at: int, options: range, points: Callable[[str, Sequence[str]], bool]) -> float:
    """In how many rows a column points to one of the options.

    A copy of one column points nowhere, unless the others hold what is right in other rows, as options do.
    """
    if not _FEWEST_OPTIONS <= len(options) <= _MOST_OPTIONS:
        return 0.0
    told = [(cells[at], [cells[place] for place in options if cells[place]]) for cells in rows if cells[at]]
    found = [(answer, among) for answer, among in told if points(answer, among)]
    if points is worded_in and len(found) >= _FEWEST_TO_VARY and len({worded(*each) for each in found}) == 1:
        right = {answer for answer, _ in found}
        if not any(right & (set(among) - {answer}) for answer, among in found):
            return 0.0
    return len(found) / len(rows)


def are_marked(listed: Sequence[Sequence[str]]) -> bool:
    """Whether most rows' options have a sign before the right one."""
    several = [options for options in listed if len(options) > 1]
    return sum(marked(options) is not None for options in several) * 2 > len(several)


def worded_in(answer: str, options: Sequence[str]) -> bool:
    """Whether an answer repeats the words of one of the options."""
    return worded(answer, options) is not None


def lettered(answer: str, options: Sequence[str]) -> bool:
    """Whether an answer is the letter of one of the options."""
    return bool(_LETTER.fullmatch(answer)) and labelled(answer, options, from_zero=False) is not None


def numbered(answer: str, options: Sequence[str]) -> bool:
    """Whether an answer is a number that can mean one of the options."""
    return answer.isdecimal() and int(answer[:3]) <= len(options)


def _question_at(columns: Sequence[Sequence[str]]) -> int:
    """The first column of questions; where none looks so, the first that holds neither numbers nor categories."""
    last = len(columns) - 1
    for place, column in enumerate(columns[:last]):
        if asks(column):
            return place
    idle = [repeats(column) or is_figures(column) for column in columns[:last]]
    return idle.index(False) if False in idle else 0


def asks(column: Sequence[str]) -> bool:
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
