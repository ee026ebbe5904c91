"""Reads tables of questions: CSV in any of its dialects, with columns named in any usual way, or not at all."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from briefings.errors import BriefingError
from quiz_bank.formats.fields import KINDS
from quiz_bank.formats.foreign.cells import (
    Pointing,
    chosen,
    is_label,
    items_in,
    list_in,
    marked,
    unlabelled,
    worded,
)
from quiz_bank.formats.foreign.columns import is_head
from quiz_bank.formats.foreign.dialect import UNREAD
from quiz_bank.formats.foreign.drafts import Draft, Making, distinct
from quiz_bank.formats.foreign.layout import Layout, is_grid, layout_of, table_of
from quiz_bank.formats.foreign.truths import truth
from quiz_bank.formats.lines import one_line

_TRUTHS = {"true": True, "t": True, "false": False, "f": False}
_FLAGGED = frozenset(("true", "t", "1", "yes", "x"))


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


def read_csv(text: str, source: str, names: Sequence[str] = ()) -> Iterator[Draft]:
    """The questions of a table, those that cannot be taken among them.

    Args:
        text: the table.
        source: as errors name it.
        names: of its columns, where its first row has none that are known.

    Raises:
        BriefingError: it is no table of questions.
    """
    first, *rest = table_of(text) or [(0, [])]
    if names:
        first, rest = (0, list(names)), rest if is_head(first[1]) else [first, *rest]
    if len(first[1]) < 2:
        raise BriefingError(
            f"{source} is no table of questions", "a row is a question, its columns are named"
        )
    layout = layout_of(first[1], rest, source)
    body = rest if layout.is_named else [first, *rest]
    if is_grid(layout, rest):
        raise BriefingError(
            f"{source} is no table of questions: its rows hold only questions",
            "a row is a question and its answer, its columns are named",
        )
    for line, cells in body:
        yield _draft(_row(line, cells, layout), cells, layout)


def _row(line: int, cells: Sequence[str], layout: Layout) -> _Row:
    found: dict[str, list[str]] = {}
    unknown = []
    for meaning, name, cell in zip(layout.columns, layout.names, cells, strict=False):
        if meaning:
            found.setdefault(meaning, []).append(cell)
        elif cell:
            unknown.append(name)
    row = _Row(line, found, tuple(unknown), "")
    return _Row(line, found, tuple(unknown), row.first("ask"))


def _draft(row: _Row, cells: Sequence[str], layout: Layout) -> Draft:
    making = Making(row.line, row.ask or next(filter(None, cells), ""))
    if row.ask in UNREAD:
        return making.skip(UNREAD[row.ask])
    if len(cells) > len(layout.columns):
        return making.skip("the row has more cells than the table has columns")
    making.id = row.first("id")
    making.tags = row.listed("tags")
    if why := making.text(row.first("why")):
        making.why.append(why)
    for name in row.unknown:
        making.lost(f'column "{making.line_of(name)[:40]}"')
    if layout.guess:
        making.lost(f"names of columns: read as {layout.guess}")
    kind = row.first("kind")
    if layout.is_ours and kind in KINDS:
        return _native(making, row, kind)
    return _foreign(making, row, making.line_of(row.ask), layout)


def _native(making: Making, row: _Row, kind: str) -> Draft:
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


def _foreign(making: Making, row: _Row, ask: str, layout: Layout) -> Draft:
    pointing = layout.pointing
    raw = row.first("answer") or row.first("otherwise")
    options = unlabelled([making.line_of(option) for option in row.listed("options")])
    wrong = [making.line_of(option) for option in row.listed("wrong")]
    if flags := row.cells.get("flags"):
        raw = (
            "|".join(str(place) for place, flag in enumerate(flags, 1) if flag.casefold() in _FLAGGED) or raw
        )
        pointing = Pointing(by_place=True)
    if layout.is_marked and not raw:
        options, raw = marked(options) or (options, options[0] if len(options) == 1 else "")
    kind = "truefalse" if layout.is_truth else row.first("kind")
    is_true = truth(_pointed(making.line_of(raw), options, pointing), [*options, *wrong], kind)
    if is_true is not None:
        return making.done("true-false", ask, is_true)
    if len(options) == 1:
        cell = row.first("options")
        options = next((parts for sign in ";,-/" if raw in (parts := _parted(cell, sign))), options)
    if options and raw:
        return _chosen(making, ask, raw, options, pointing)
    sign = "|" if "|" in raw or not layout.is_accepting else ";"
    right = [making.line_of(item) for item in (list_in(raw) or raw.split(sign))]
    right = [item for item in right if item]
    if not right:
        return making.skip(_unanswered(row))
    if wrong:
        return making.done("choice", ask, right if len(right) > 1 else right[0], wrong=distinct(right, wrong))
    aliases = [making.line_of(alias) for alias in row.listed("aliases")]
    return making.done("text", ask, right[0], aliases=[*right[1:], *aliases])


def _pointed(answer: str, options: list[str], pointing: Pointing) -> str:
    """The one of two options that an answer names, else the answer itself."""
    places = chosen(answer, options, pointing) if len(options) == 2 else []
    return options[places[0]] if len(places) == 1 else answer


def _parted(cell: str, sign: str) -> list[str]:
    return [part.strip() for part in cell.split(sign)]


def _unanswered(row: _Row) -> str:
    """Why a row cannot be asked; its type says more where it has one."""
    kind = one_line(row.first("kind"), 40)
    return f"there is no right answer ({kind})" if kind else "there is no right answer"


def _chosen(making: Making, ask: str, raw: str, options: list[str], pointing: Pointing) -> Draft:
    if raw.isdecimal() and not pointing.is_sure and worded(raw, options) is None:
        return making.skip(f'whether "{raw[:20]}" counts options from 0 or from 1 is not told')
    places = chosen(making.text(raw), options, pointing)
    right = [options[place] for place in places]
    if not right and is_label(raw):
        return making.skip(f'"{one_line(raw, 20)}" names none of its options')
    if not right:
        right = [making.line_of(raw)]  # the options are the wrong ones
        making.changed("the answer stands beside its options")
    wrong = distinct(right, options)
    if not wrong and len(right) > 1:
        return making.skip("all of its options are right")
    if not wrong:
        return making.done("text", ask, right[0])
    return making.done("choice", ask, right if len(right) > 1 else right[0], wrong=wrong)
