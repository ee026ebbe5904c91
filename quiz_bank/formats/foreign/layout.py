"""How a table is laid out: what each column is for, and whether its answers name an option or count to it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from briefings.errors import BriefingError
from quiz_bank.formats.foreign.cells import Pointing, items_in, labelled, worded
from quiz_bank.formats.foreign.columns import asks, folded, is_head, meanings
from quiz_bank.formats.foreign.places import SAMPLE_ROWS, by_place, is_figures
from quiz_bank.formats.lines import one_line

Body = Sequence[tuple[int, list[str]]]

_FEWEST_TO_REPEAT = 8  # rows
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
    """

    columns: tuple[str, ...]
    names: tuple[str, ...]
    is_named: bool
    guess: str
    is_ours: bool
    pointing: Pointing


def layout_of(head: Sequence[str], body: Body, source: str) -> Layout:
    """The layout of a table by its first row, and by all others.

    Raises:
        BriefingError: its columns have names, but none is that of questions; or they have none, and are not certain.
    """
    named = is_head(head)
    told = set(meanings(head))
    in_part = len(told - {""}) > 1 and told & {"ask", "answer", "flags"}
    if not named and (in_part or any(map(asks, head))):
        raise BriefingError(
            f"{source}: its first row names columns, but not all that are needed, or in words not known here",
            "name that of the question and that of the answer there, or all with --columns question,answer,...",
        )
    is_head_of_unknown = not named and _names_columns(head, body)
    rows = body if named or is_head_of_unknown else [(0, list(head)), *body]
    columns = _with_options(meanings(head), head, rows) if named else _guessed(rows, source)
    names = head if named else [f"column {place + 1}" for place in range(len(columns))]
    return Layout(
        tuple(columns),
        tuple(names),
        named or is_head_of_unknown,
        "" if named else _reading(columns, rows, is_head_of_unknown),
        {name.strip() for name in names} >= _OURS,
        _pointing(columns, names, rows),
    )


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
    at = layout.columns.index("answer")
    answers = [cells[at] for _, cells in body if len(cells) > at and cells[at]]
    return sum(answer.endswith("?") for answer in answers) * 2 > len(answers)


def _guessed(rows: Body, source: str) -> list[str]:
    """The meanings of columns without names.

    Raises:
        BriefingError: they are not certain.
    """
    widths = [len(cells) for _, cells in rows if len(cells) > 1]
    width = max(set(widths), key=widths.count)
    columns, is_certain = by_place([cells for _, cells in rows if len(cells) == width])
    if is_certain:
        return columns
    raise BriefingError(
        f"{source}: which of its columns ask and which answer is not certain",
        "name them in a first row, or with --columns, such as question,answer,wrong or question,a,b,c,d,answer",
    )


def _reading(columns: Sequence[str], rows: Body, is_headed: bool) -> str:
    """How the columns are read, shown by the first row that has them all."""
    first = next(cells for _, cells in rows if len(cells) == len(columns))
    told = [
        f'{_WORDS.get(meaning, meaning)} "{one_line(cell, _SHOWN)}"'
        for meaning, cell in zip(columns, first, strict=True)
    ]
    return ", ".join(told) + (" (the first row holds names)" if is_headed else "")


def _with_options(columns: Sequence[str], names: Sequence[str], rows: Body) -> list[str]:
    """The meanings of named columns, where the answer is repeated in columns of unknown name: these hold options."""
    found = list(columns)
    if "answer" not in found or {"options", "wrong", "flags"} & set(found):
        return found
    at = found.index("answer")
    told = [cells for _, cells in rows if len(cells) == len(found) and cells[at]][:SAMPLE_ROWS]
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
