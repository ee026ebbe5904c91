"""Reads tables of questions: CSV in any of its dialects, with columns named in any usual way, or not at all."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefings.errors import BriefingError
from quiz_bank.formats.fields import KINDS
from quiz_bank.formats.foreign.cells import chosen, items_in, list_in, unlabelled
from quiz_bank.formats.foreign.columns import is_head, meanings
from quiz_bank.formats.foreign.dialect import TOO_LONG, delimiter_of, rows
from quiz_bank.formats.foreign.drafts import Draft, Making, distinct

_TRUTHS = {"true": True, "t": True, "false": False, "f": False}
_BOOLEAN = frozenset(("boolean", "truefalse", "true/false", "true-false", "tf", "t/f"))
_SAMPLE_ROWS = 60
_FEWEST_WITH_OPTIONS = 4  # columns: question, two options, which is right
_MOST_OF = 0.8


@dataclass(frozen=True, slots=True)
class _Row:
    """One row: its first line, and the cells of each meaning."""

    line: int
    cells: Mapping[str, list[str]]
    unknown: tuple[str, ...]
    ask: str

    def first(self, meaning: str) -> str:
        return next((cell for cell in self.cells.get(meaning, []) if cell), "")

    def listed(self, meaning: str) -> list[str]:
        """All items of a meaning; one cell may hold several, and where there is one column, between commas."""
        cells = [cell for cell in self.cells.get(meaning, []) if cell]
        if len(self.cells.get(meaning, [])) > 1:
            return [item for cell in cells for item in (list_in(cell) or [cell])]
        return [item for cell in cells for item in items_in(cell, commas=meaning != "aliases")]


def read_csv(text: str, source: str) -> Iterator[Draft]:
    """The questions of a table, those that cannot be taken among them.

    Raises:
        BriefingError: it is no table.
    """
    delimiter = delimiter_of(text)
    found = ((line, cells) for line, cells in rows(text, delimiter) if any(cells))
    first = next(found, None)
    if first is None or len(first[1]) < 2:
        raise BriefingError(
            f"{source} is no table of questions", "a row is a question, its columns are named"
        )
    line, head = first
    named = is_head(head)
    body = list(found) if named else [first, *found]
    columns = meanings(head) if named else _by_place(body)
    names = head if named else [f"column {place + 1}" for place in range(len(head))]
    from_zero = _counts_from_zero(columns, body)
    for line, cells in body:
        yield _draft(_row(line, cells, columns, names), len(cells) > len(columns), from_zero)


def _by_place(body: Sequence[tuple[int, list[str]]]) -> list[str]:
    """Columns without names: options and last which of them is right, else the answer and then wrong ones."""
    width = len(body[0][1])
    whole = [cells for _, cells in body[:_SAMPLE_ROWS] if len(cells) == width]
    ends = sum(bool(chosen(cells[-1], cells[1:-1], from_zero=False)) for cells in whole)
    if width >= _FEWEST_WITH_OPTIONS and ends > _MOST_OF * len(whole):
        return ["ask", *["options"] * (width - 2), "answer"]
    return ["ask", "answer", *["wrong"] * (width - 2)]


def _counts_from_zero(columns: Sequence[str], body: Sequence[tuple[int, list[str]]]) -> bool:
    place = columns.index("answer") if "answer" in columns else -1
    return any(len(cells) > place >= 0 and cells[place] == "0" for _, cells in body)


def _row(line: int, cells: Sequence[str], columns: Sequence[str], names: Sequence[str]) -> _Row:
    found: dict[str, list[str]] = {}
    unknown = []
    for meaning, name, cell in zip(columns, names, cells, strict=False):
        if meaning:
            found.setdefault(meaning, []).append(cell)
        elif cell:
            unknown.append(name)
    row = _Row(line, found, tuple(unknown), "")
    return _Row(line, found, tuple(unknown), row.first("ask"))


def _draft(row: _Row, is_shifted: bool, from_zero: bool) -> Draft:
    making = Making(row.line, row.ask)
    if is_shifted:
        return making.skip("the row has more cells than the table has columns")
    if row.ask == TOO_LONG:
        return making.skip("a cell is too long or a quote is not closed; the rest was not read")
    making.id = row.first("id")
    making.tags = row.listed("tags")
    if why := making.text(row.first("why")):
        making.why.append(why)
    for name in row.unknown:
        making.lost(f'column "{making.line_of(name)[:40]}"')
    ask = making.line_of(row.ask)
    kind = row.first("kind")
    if kind in KINDS:
        return _native(making, row, ask, kind)
    return _foreign(making, row, ask, from_zero)


def _native(making: Making, row: _Row, ask: str, kind: str) -> Draft:
    """A row as an export of ours writes it: lists and pairs are JSON."""
    raw = row.first("answer")
    answer: object = making.line_of(raw, html=False)
    if kind == "true-false":
        answer = _TRUTHS.get(raw.casefold(), "")
    elif kind in ("match", "order") or (kind == "choice" and raw[:1] == "["):
        answer = _from_json(raw)
    lists = {key: list_in(row.first(key)) or row.listed(key) for key in ("aliases", "wrong")}
    more = {key: making.line_of(row.first(key), html=False) for key in ("tolerance", "unit")}
    draft = making.done(kind, making.line_of(row.ask, html=False), answer, **lists, **more)
    if draft.table is None:
        return draft
    cited = {
        key: value for key in ("source", "quote") if (value := making.line_of(row.first(key), html=False))
    }
    return draft.with_table({**draft.table, **cited})


def _from_json(raw: str) -> object:
    try:
        found = json.loads(raw)
    except (ValueError, RecursionError):
        return raw
    return found if isinstance(found, (list, dict)) else raw


def _foreign(making: Making, row: _Row, ask: str, from_zero: bool) -> Draft:
    raw = row.first("answer")
    options = unlabelled([making.line_of(option) for option in row.listed("options")])
    wrong = [making.line_of(option) for option in row.listed("wrong")]
    truth = _truth(making.line_of(raw), [*options, *wrong], row.first("kind"))
    if truth is not None:
        return making.done("true-false", ask, truth)
    if options:
        return _chosen(making, ask, raw, options, from_zero)
    right = [making.line_of(item) for item in (list_in(raw) or (raw.split("|") if "|" in raw else [raw]))]
    right = [item for item in right if item]
    if not right:
        return making.skip("there is no right answer")
    if wrong:
        return making.done("choice", ask, right if len(right) > 1 else right[0], wrong=distinct(right, wrong))
    aliases = [making.line_of(alias) for alias in row.listed("aliases")]
    return making.done("text", ask, right[0], aliases=[*right[1:], *aliases])


def _chosen(making: Making, ask: str, raw: str, options: list[str], from_zero: bool) -> Draft:
    places = chosen(making.text(raw), options, from_zero)
    right = [options[place] for place in places]
    if not raw:
        return making.skip("there is no right answer")
    if not right:
        right = [making.line_of(raw)]  # the options are the wrong ones
    wrong = distinct(right, options)
    if not wrong:
        return making.done("text", ask, right[0], aliases=right[1:])
    return making.done("choice", ask, right if len(right) > 1 else right[0], wrong=wrong)


def _truth(answer: str, options: Sequence[str], kind: str) -> bool | None:
    """Whether a statement is true, where the row asks that."""
    words = {option.casefold() for option in options}
    said = answer.casefold()
    is_boolean = kind.casefold() in _BOOLEAN or said in ("true", "false")
    if not is_boolean or not words <= {"true", "false"}:
        return None
    return _TRUTHS.get(said)
