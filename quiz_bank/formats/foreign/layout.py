"""How a table is laid out: what each column is for, and whether its answers name an option or count to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefings.errors import BriefingError
from quiz_bank.formats.foreign.cells import Pointing, items_in, labelled, worded
from quiz_bank.formats.foreign.columns import folded, is_head, meanings

Body = Sequence[tuple[int, list[str]]]

_SAMPLE_ROWS = 60
_ANSWER_AND_MORE = 2  # columns behind a category
_FEWEST_TO_REPEAT = 8  # rows
_TRUTHS = frozenset(("true", "false", "t", "f", "yes", "no"))
_OURS = frozenset(("kind", "ask", "answer"))


@dataclass(frozen=True, slots=True)
class Layout:
    """A table's columns.

    Attributes:
        columns: what each is for, as ``meanings`` tells it.
        names: as the table calls them, else by their number.
        is_named: whether the first row names them, in words that are known or not.
        is_guessed: whether no name of them is known, so that their places tell.
        is_ours: whether an export of ours wrote the table.
        pointing: how an answer tells which option is right.
    """

    columns: tuple[str, ...]
    names: tuple[str, ...]
    is_named: bool
    is_guessed: bool
    is_ours: bool
    pointing: Pointing


def layout_of(head: Sequence[str], body: Body, source: str) -> Layout:
    """The layout of a table by its first row, and by all others.

    Raises:
        BriefingError: its columns have names, but none is that of questions.
    """
    named = is_head(head)
    told = set(meanings(head))
    if not named and "options" in told and told & {"answer", "flags"}:
        raise BriefingError(
            f"{source} is no table of questions: no column has them", "name the column of the questions"
        )
    is_head_of_unknown = not named and _names_columns(head, body)
    rows = body if named or is_head_of_unknown else [(0, list(head)), *body]
    columns = meanings(head) if named else _by_place(rows)
    names = head if named else [f"column {place + 1}" for place in range(len(columns))]
    return Layout(
        tuple(columns),
        tuple(names),
        named or is_head_of_unknown,
        not named,
        {name.strip() for name in names} >= _OURS,
        _pointing(columns, names, rows),
    )


def _names_columns(head: Sequence[str], body: Body) -> bool:
    """Whether a row names columns in whatever language: it has words above numbers, or above one word all along."""
    whole = [cells for _, cells in body if len(cells) == len(head)]
    return len(whole) >= _FEWEST_TO_REPEAT and any(
        not name.isdecimal() and name not in column and _is_idle(column)
        for name, *column in zip(head, *whole, strict=True)
    )


def is_grid(layout: Layout, body: Body) -> bool:
    """Whether the rows of a table without names hold questions all along, as in a game's board."""
    if not layout.is_guessed:
        return False
    at = layout.columns.index("answer")
    answers = [cells[at] for _, cells in body if len(cells) > at and cells[at]]
    return sum(answer.endswith("?") for answer in answers) * 2 > len(answers)


def _by_place(rows: Body) -> list[str]:
    """Columns without names: a question, then options and which of them is right, else the answer and wrong ones.

    Numbers and categories may stand before the question or behind it.
    """
    widths = [len(cells) for _, cells in rows if len(cells) > 1]
    width = max(set(widths), key=widths.count)
    whole = [cells for _, cells in rows[:_SAMPLE_ROWS] if len(cells) == width]
    columns = [[cells[place] for cells in whole] for place in range(width)]
    ask = _question_at(columns)
    found = ["tags" if _repeats(column) and not _is_figures(column) else "" for column in columns[:ask]]
    start = ask + 1
    if len(columns[start:]) > _ANSWER_AND_MORE and _repeats(columns[start]):
        start += 1
    before = [*found, "ask", *["tags"] * (start - ask - 1)]
    if width - start > _ANSWER_AND_MORE and _is_told_first(whole, start):
        return [*before, "answer", *["options"] * (width - start - 1)]
    for points, most in ((_worded, 0.5), (_labelled, 0.8)):  # words point more surely than numbers do
        for place in range(width - 1, start + 1, -1):
            told = sum(points(cells[place], [cell for cell in cells[start:place] if cell]) for cells in whole)
            if told > most * len(whole):
                return [*before, *["options"] * (place - start), "answer", *[""] * (width - place - 1)]
    answers = columns[start]
    behind = [
        ""
        if (_repeats(column) and _is_idle(column)) or _is_figures(column) > _is_figures(answers)
        else "wrong"
        for column in columns[start + 1 :]
    ]
    return [*before, "answer", *behind]


def _question_at(columns: Sequence[Sequence[str]]) -> int:
    """The first column of questions; where none ends so, the first that holds neither numbers nor categories."""
    last = len(columns) - 1
    for place, column in enumerate(columns[:last]):
        if sum(cell.rstrip().endswith(("?", "？")) for cell in column) * 2 >= len(column):
            return place
    return next(
        (
            place
            for place, column in enumerate(columns[:last])
            if not _repeats(column) and not _is_figures(column)
        ),
        0,
    )


def _repeats(column: Sequence[str]) -> bool:
    """Whether a column holds few things many times, as categories do."""
    seen = {cell.casefold() for cell in column if cell}
    return len(column) >= _FEWEST_TO_REPEAT and len(seen) * 4 <= len(column) and not seen <= _TRUTHS


def _is_figures(column: Sequence[str]) -> bool:
    return all(cell.isdecimal() for cell in column)


def _is_idle(column: Sequence[str]) -> bool:
    """Whether a column says nothing of a row's own: numbers, or one word all along."""
    return _is_figures(column) or len(set(column)) == 1


def _is_told_first(rows: Sequence[Sequence[str]], at: int) -> bool:
    """Whether most rows have the right answer before their options, where it stands once more."""
    return sum(_worded(cells[at], cells[at + 1 :]) for cells in rows) * 2 > len(rows)


def _worded(answer: str, options: Sequence[str]) -> bool:
    return worded(answer, options) is not None


def _labelled(answer: str, options: Sequence[str]) -> bool:
    return labelled(answer, options, from_zero=False) is not None


def _pointing(columns: Sequence[str], names: Sequence[str], rows: Body) -> Pointing:
    """What most answers of a table can be; where all can be both, they are an option's words."""
    if "answer" not in columns or "options" not in columns:
        return Pointing()
    at = columns.index("answer")
    told = [(cells[at], list(_options(columns, cells))) for _, cells in rows if len(cells) > at and cells[at]]
    by_words = sum(worded(answer, options) is not None for answer, options in told)
    numbers = [int(answer) for answer, _ in told if answer.isdecimal() and len(answer) < 4]
    is_last = any(answer == str(len(options)) for answer, options in told)
    from_zero = 0 in numbers or (not is_last and "ind" in folded(names[at]))
    by_place = sum(labelled(answer, options, from_zero) is not None for answer, options in told)
    return Pointing(from_zero=from_zero, by_place=by_place > by_words)


def _options(columns: Sequence[str], cells: Sequence[str]) -> Iterator[str]:
    found = [cell for meaning, cell in zip(columns, cells, strict=False) if meaning == "options" and cell]
    return iter(items_in(found[0], commas=True) if columns.count("options") == 1 and found else found)
