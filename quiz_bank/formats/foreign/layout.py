"""How a table is laid out: what each column is for, and whether its answers name an option or count to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from quiz_bank.formats.foreign.cells import Pointing, items_in, labelled, worded
from quiz_bank.formats.foreign.columns import folded, is_head, meanings

Body = Sequence[tuple[int, list[str]]]

_SAMPLE_ROWS = 60
_FEWEST_WITH_OPTIONS = 4  # columns: question, two options, which is right
_MOST_OF = 0.8
_OURS = frozenset(("kind", "ask", "answer"))


@dataclass(frozen=True, slots=True)
class Layout:
    """A table's columns.

    Attributes:
        columns: what each is for: a key of a bank's question, ``options``, or nothing.
        names: as the table calls them, else by their number.
        is_named: whether the first row names them.
        is_ours: whether an export of ours wrote the table.
        pointing: how an answer tells which option is right.
    """

    columns: tuple[str, ...]
    names: tuple[str, ...]
    is_named: bool
    is_ours: bool
    pointing: Pointing


def layout_of(head: Sequence[str], body: Body) -> Layout:
    """The layout of a table by its first row, and by all others."""
    named = is_head(head)
    rows = body if named else [(0, list(head)), *body]
    columns = meanings(head) if named else _by_place(rows)
    names = head if named else [f"column {place + 1}" for place in range(len(columns))]
    return Layout(
        tuple(columns),
        tuple(names),
        named,
        {name.strip() for name in names} >= _OURS,
        _pointing(columns, names, rows),
    )


def is_grid(layout: Layout, body: Body) -> bool:
    """Whether the rows of a table without names hold questions all along, as in a game's board."""
    if layout.is_named:
        return False
    answers = [cells[1] for _, cells in body if len(cells) > 1 and cells[1]]
    return sum(answer.endswith("?") for answer in answers) * 2 > len(answers)


def _by_place(rows: Body) -> list[str]:
    """Columns without names: a question, then options and which of them is right, else the answer and wrong ones."""
    widths = [len(cells) for _, cells in rows]
    width = max(set(widths), key=widths.count)
    whole = [cells for _, cells in rows[:_SAMPLE_ROWS] if len(cells) == width]
    for place in range(width - 1, _FEWEST_WITH_OPTIONS - 2, -1):
        points = sum(_points(cells[place], [cell for cell in cells[1:place] if cell]) for cells in whole)
        if points > _MOST_OF * len(whole):
            return ["ask", *["options"] * (place - 1), "answer", *[""] * (width - place - 1)]
    return ["ask", "answer", *["wrong"] * (width - 2)]


def _points(answer: str, options: Sequence[str]) -> bool:
    return worded(answer, options) is not None or labelled(answer, options, from_zero=False) is not None


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
