"""What columns of names that are not known are for, told by their cells beside those whose names are."""

from __future__ import annotations

from collections.abc import Sequence

from quiz_bank.formats.foreign.cells import items_in, labelled, worded
from quiz_bank.formats.foreign.columns import folded, hinted
from quiz_bank.formats.foreign.places import (
    MOST_LABELS,
    MOST_WORDS,
    SAMPLE_ROWS,
    are_marked,
    asks,
    is_data,
    lettered,
    numbered,
    worded_in,
)

Body = Sequence[tuple[int, list[str]]]

_MANY = 8  # rows
_TWO = 2
_TRUE_LETTERS = frozenset("tvwr")


def completed(columns: Sequence[str], names: Sequence[str], rows: Body) -> list[str]:
    """The meanings of columns as their names tell them, and of further ones as their cells do.

    Args:
        columns: as ``meanings`` gives them.
        names: of the columns.
        rows: those below the names.
    """
    whole = [cells for _, cells in rows if len(cells) == len(columns)][:SAMPLE_ROWS]
    found = _with_options(columns, names, whole)
    if any(name.endswith("?") for name in names):
        return found  # no names, but the first question
    if "ask" not in found and len(set(found) - {""}) > 1:
        asking = [place for place in _unknown(found) if asks([cells[place] for cells in whole])]
        if len(asking) == 1:
            found[asking[0]] = "ask"
    for meaning in ("ask", "answer"):
        hints = [
            place for place in _unknown(found) if hinted(names[place]) == meaning and _is_text(place, whole)
        ]
        if meaning not in found and not {"options", "flags"} & set(found) and len(hints) == 1:
            found[hints[0]] = meaning
    if sorted(found) == ["", "ask"] and _is_text(found.index(""), whole):
        found[found.index("")] = "answer"  # the only other column
    if "ask" in found and not {"answer", "flags", "wrong"} & set(found):
        key = _key_at(found, names, whole)
        if key is not None:
            found[key] = "answer"
    return found


def _unknown(columns: Sequence[str]) -> list[int]:
    return [place for place, meaning in enumerate(columns) if not meaning]


def _is_text(place: int, whole: Sequence[Sequence[str]]) -> bool:
    """Whether the cells of a column are words, and mostly differ."""
    column = [cells[place] for cells in whole if cells[place]]
    is_mostly_data = sum(is_data([cell]) for cell in column) * 2 > len(column)
    return bool(column) and not is_mostly_data and len(set(column)) * 2 > len(column)


def _key_at(columns: Sequence[str], names: Sequence[str], whole: Sequence[Sequence[str]]) -> int | None:
    """The column that names one of its row's options, where one alone does; of one option alone that one.

    Words point more surely than letters, and these more than numbers, which must count all options from 0 or from 1.
    """
    options = [place for place, meaning in enumerate(columns) if meaning == "options"]
    if len(options) == 1 and folded(names[options[0]])[-1:] == "a" and not _has_lists(options[0], whole):
        return options[0]  # "answer a", and no other
    if len(options) < 2 or not whole:
        return None
    told = [[cells[place] for place in options if cells[place]] for cells in whole]
    for points, most in ((worded_in, MOST_WORDS), (lettered, MOST_LABELS), (numbered, MOST_LABELS)):
        keys = []
        for place in _unknown(columns):
            column = [cells[place] for cells in whole]
            share = sum(map(points, column, told)) / len(whole)
            if share >= most and (points is not numbered or _counts_all(column, len(options))):
                keys.append(place)
        if keys:
            return keys[0] if len(keys) == 1 or points is worded_in else None
    return None


def _has_lists(place: int, whole: Sequence[Sequence[str]]) -> bool:
    return any(len(items_in(cells[place])) > 1 for cells in whole)


def _counts_all(column: Sequence[str], number: int) -> bool:
    """Whether numbers count so many options from 0 or from 1, and each of them is right in some row."""
    said = {cell for cell in column if cell}
    return len(column) >= _MANY and said in (
        {str(place) for place in range(first, first + number)} for first in (0, 1)
    )


def is_marked(columns: Sequence[str], rows: Body) -> bool:
    """Whether a sign before one of the options of most rows says that it is right, and no column does."""
    if "answer" in columns or "flags" in columns:
        return False
    return are_marked(
        [
            [cell for meaning, cell in zip(columns, cells, strict=False) if meaning == "options" and cell]
            for _, cells in rows
        ]
    )


def _with_options(columns: Sequence[str], names: Sequence[str], whole: Sequence[Sequence[str]]) -> list[str]:
    """The meanings of named columns, where the answer is repeated in columns of unknown name: these hold options."""
    found = list(columns)
    if "answer" not in found or {"options", "wrong", "flags"} & set(found):
        return found
    at = found.index("answer")
    told = [cells for cells in whole if cells[at]]
    unknown = [place for place, meaning in enumerate(found) if not meaning]
    for place in unknown:
        listed = [items_in(cells[place], commas=True) for cells in told]
        if sum(
            len(parts) > 1 and cells[at] in parts for parts, cells in zip(listed, told, strict=True)
        ) * 2 > len(told):
            found[place] = "options"
            return found
    for places in (_series([(place, names[place]) for place in unknown]), unknown):
        among = [(cells[at], [cells[place] for place in places]) for cells in told]
        if places is unknown and len({worded(*each) for each in among} - {None}) < 2:
            continue  # a copy of the answer is no option
        pointed = sum(_points(answer, options, places is not unknown) for answer, options in among)
        if len(places) > 1 and pointed * 2 > len(told):
            return ["options" if place in places else meaning for place, meaning in enumerate(found)]
    return found


def _points(answer: str, options: Sequence[str], by_label: bool) -> bool:
    """Whether an answer is one of the options, or its letter or number."""
    if worded(answer, options) is not None:
        return True
    return by_label and any(labelled(answer, options, from_zero) is not None for from_zero in (True, False))


def _series(named: Sequence[tuple[int, str]]) -> list[int]:
    """The places of names that are one word with numbers or letters from the first on: op1, op2, op3."""
    places = {folded(name): place for place, name in named}
    for signs in ("012345678", "123456789", "abcdefgh"):
        for stem in dict.fromkeys(name[:-1] for name in places if name[:-1]):
            if stem + signs[0] in places and stem + signs[1] in places:
                return [places[stem + sign] for sign in signs if stem + sign in places]
    return []


def is_truth(columns: Sequence[str], rows: Body) -> bool:
    """Whether the answers of a table without options are two letters for true and false, both of them in use."""
    if "answer" not in columns or {"options", "wrong", "flags"} & set(columns):
        return False
    at = columns.index("answer")
    said = {cells[at].strip().casefold() for _, cells in rows if len(cells) > at and cells[at]}
    return len(said) == _TWO and "f" in said and said <= _TRUE_LETTERS | {"f"}
