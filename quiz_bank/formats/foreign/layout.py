"""How a table is laid out: what each column is for, and whether its answers name an option or count to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefings.errors import BriefingError
from quiz_bank.formats.foreign.cells import Pointing, items_in, labelled, worded
from quiz_bank.formats.foreign.columns import asks, folded, is_accepting, is_head, meanings
from quiz_bank.formats.foreign.dialect import SAMPLE, delimiter_of, rows, usual_width
from quiz_bank.formats.foreign.evidence import completed, is_marked, is_truth
from quiz_bank.formats.foreign.places import by_place, is_figures
from quiz_bank.formats.lines import one_line

Body = Sequence[tuple[int, list[str]]]

_FEWEST_TO_REPEAT = 8  # rows
_MOST_ABOVE = 6  # lines
_FEWEST_COLUMNS = 2
_SHARE_OF_WIDTH = 0.2  # of the rows, for a width to tell what its columns are for
_SHOWN = 40  # characters of a cell
_WORDS = {"ask": "question", "options": "option", "tags": "category", "": "not read"}
_OURS = frozenset(("kind", "ask", "answer"))


@dataclass(frozen=True, slots=True)
class Layout:
    """A table's columns.

    Attributes:
        columns: what each is for, as ``meanings`` tells it.
        names: as the table calls them, else by their number.
        is_named: whether the first row names them, in words that are known or not.
        guess: where no name of them is known, so that their cells tell: how they are read, else empty.
        is_ours: whether an export of ours wrote the table.
        pointing: how an answer tells which option is right.
        is_marked: whether a sign before one of the options does, as ``*Varn``.
        is_truth: whether its answers are letters for true and false.
        is_accepting: whether semicolons in its answers part one spelling from another.
    """

    columns: tuple[str, ...]
    names: tuple[str, ...]
    is_named: bool
    guess: str
    is_ours: bool
    pointing: Pointing
    is_marked: bool = False
    is_truth: bool = False
    is_accepting: bool = False


def table_of(text: str) -> list[tuple[int, list[str]]]:
    """The rows of a table, each with its line, from that on which names its columns: text may stand above."""
    delimiter = delimiter_of(text)
    found = [(line, cells) for line, cells in rows(text, delimiter) if any(cells)]
    above = next((place for place, (_, cells) in enumerate(found[:_MOST_ABOVE]) if is_head(cells)), 0)
    if any(len(cells) >= len(found[above][1]) for _, cells in found[:above]):
        above = 0
    has_names = bool(found) and is_head(found[above][1])
    width = len(found[above][1]) if has_names else usual_width([cells for _, cells in found])
    if not has_names and width:
        above = next((place for place, (_, cells) in enumerate(found[:_MOST_ABOVE]) if len(cells) > 1), 0)
    if any(len(cells) > width for _, cells in found):
        found = [(line, cells) for line, cells in rows(text, delimiter, width) if any(cells)]
    return found[above:]


def layout_of(head: Sequence[str], body: Body, source: str) -> Layout:
    """The layout of a table by its first row, and by all others.

    Raises:
        BriefingError: its columns have names, but none is that of questions; or they have none, and are not certain.
    """
    by_name = meanings(head)
    told = completed(by_name, head, body)
    is_known = is_head(head)
    named = is_known or (told != by_name and {"ask", "answer"} <= set(told))
    in_part = len(set(told) - {""}) > 1 and set(told) & {"ask", "answer", "flags"}
    if not named and (in_part or any(map(asks, head))):
        raise BriefingError(
            f"{source}: its first row names columns, but not all that are needed, or in words not known here",
            "name that of the question and that of the answer there, or all with --columns question,answer,...",
        )
    is_head_of_unknown = not named and _names_columns(head, body)
    table_rows = body if named or is_head_of_unknown else [(0, list(head)), *body]
    columns = told if named else _guessed(table_rows, source)
    names = head if named else [f"column {place + 1}" for place in range(len(columns))]
    return Layout(
        tuple(columns),
        tuple(names),
        named or is_head_of_unknown,
        "" if is_known else _reading(columns, table_rows, named or is_head_of_unknown),
        {name.strip() for name in names} >= _OURS,
        _pointing(columns, names, table_rows),
        is_marked(columns, table_rows),
        is_truth(columns, table_rows),
        any(is_accepting(name) for name, each in zip(names, columns, strict=True) if each == "answer"),
    )


def is_quiz(text: str) -> bool:
    """Whether a text whose name does not tell is a table of questions: its columns are named, or have options."""
    table = table_of(text[:SAMPLE])
    if not table or len(table[0][1]) < _FEWEST_COLUMNS:
        return False
    if is_head(table[0][1]):
        return True
    table_rows = [cells for _, cells in table]
    width = usual_width(table_rows)
    if width < _FEWEST_COLUMNS:
        return False
    columns, is_certain = by_place([cells for cells in table_rows if len(cells) == width])
    return is_certain and "options" in columns


def _names_columns(head: Sequence[str], body: Body) -> bool:
    """Whether a row names columns in whatever language: it has words above numbers, or above one word all along."""
    whole = [cells for _, cells in body if len(cells) == len(head)]
    return len(whole) >= _FEWEST_TO_REPEAT and any(
        not name.isdecimal() and name not in column and (is_figures(column) or len(set(column)) == 1)
        for name, *column in zip(head, *whole, strict=True)
    )


def is_grid(layout: Layout, body: Body) -> bool:
    """Whether the rows of a table without names hold questions all along, as in a game's board."""
    if not layout.guess:
        return False
    if "answer" not in layout.columns:
        return False
    at = layout.columns.index("answer")
    answers = [cells[at] for _, cells in body if len(cells) > at and cells[at]]
    return sum(answer.endswith("?") for answer in answers) * 2 > len(answers)


def _guessed(rows: Body, source: str) -> list[str]:
    """The meanings of columns without names.

    Raises:
        BriefingError: they are not certain.
    """
    by_width: dict[int, list[list[str]]] = {}
    for _, cells in rows:
        by_width.setdefault(len(cells), []).append(cells)
    usual = sorted((each for each in by_width.values() if len(each[0]) > 1), key=len, reverse=True)
    found = [by_place(each) for each in usual if len(each) >= _SHARE_OF_WIDTH * len(rows)]
    certain = [columns for columns, is_certain in found if is_certain]
    if certain:
        return next((columns for columns in certain if "options" in columns), certain[0])
    raise BriefingError(
        f"{source}: which of its columns ask and which answer is not certain",
        "name them in a first row, or with --columns, such as question,answer,wrong or question,a,b,c,d,answer",
    )


def _reading(columns: Sequence[str], rows: Body, is_headed: bool) -> str:
    """How the columns are read, shown by the first row that has them all."""
    first = next((cells for _, cells in rows if len(cells) == len(columns)), [""] * len(columns))
    told = [
        f'{_WORDS.get(meaning, meaning)} "{one_line(cell, _SHOWN)}"'
        for meaning, cell in zip(columns, first, strict=True)
    ]
    return ", ".join(told) + (" (the first row holds names)" if is_headed else "")


def _pointing(columns: Sequence[str], names: Sequence[str], rows: Body) -> Pointing:
    """What most answers of a table can be; where all can be both, they are an option's words."""
    if "answer" not in columns or "options" not in columns:
        return Pointing()
    at = columns.index("answer")
    told = [(cells[at], list(_options(columns, cells))) for _, cells in rows if len(cells) > at and cells[at]]
    by_words = sum(worded(answer, options) is not None for answer, options in told)
    numbers = [int(answer) for answer, _ in told if answer.isdecimal() and len(answer) < 4]
    is_last = any(answer == str(len(options)) for answer, options in told)
    is_index = "ind" in folded(names[at])
    from_zero = 0 in numbers or (not is_last and is_index)
    is_numbered = any(
        folded(name)[-1:] == "1" for name, meaning in zip(names, columns, strict=True) if meaning == "options"
    )
    by_place = sum(labelled(answer, options, from_zero) is not None for answer, options in told)
    is_sure = not numbers or from_zero or is_last or is_numbered
    return Pointing(from_zero=from_zero, by_place=by_place > by_words, is_sure=is_sure)


def _options(columns: Sequence[str], cells: Sequence[str]) -> Iterator[str]:
    found = [cell for meaning, cell in zip(columns, cells, strict=False) if meaning == "options" and cell]
    return iter(items_in(found[0], commas=True) if columns.count("options") == 1 and found else found)
