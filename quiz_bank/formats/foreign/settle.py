"""Fits drafts to a bank: gives each an id, and asks the bank's own reader whether it could be asked."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from quiz_bank.formats.bank_toml import LARGEST, read_bank
from quiz_bank.formats.bank_writing import toml, written
from quiz_bank.formats.faults import CODES, Fault
from quiz_bank.formats.figures import DIMENSIONS
from quiz_bank.formats.foreign.drafts import Draft, Outcome, unlike
from quiz_bank.formats.lines import one_line
from quiz_bank.formats.shape import ID_PATTERN

LONGEST_ID = 48
_ROOM_FOR_NUMBERS = 40  # characters of a title's " (1 of 2)"
_ROWS_AT_ONCE = (
    500  # questions looked over in one reading: a bank has a largest size, a file to import has not
)
_ID = re.compile(ID_PATTERN)
_FIGURES = frozenset(("number", *DIMENSIONS))
_FIGURE = re.compile(r"\s*([+-]?[\d.,]*\d)\s*(.*)", re.DOTALL)

Table = Mapping[str, Any]


def settled(drafts: Iterable[Draft], taken: set[str] | None = None) -> list[Draft]:
    """Drafts with ids, each as a bank can ask it; what no repair makes fit waits to be mended by hand.

    Args:
        drafts: as read.
        taken: ids that other questions of the bank have; those given here are added.
    """
    taken = set() if taken is None else taken
    named = [draft if draft.table is None else _named(draft, taken) for draft in drafts]
    places = [place for place, draft in enumerate(named) if draft.table is not None]
    for start in range(0, len(places), _ROWS_AT_ONCE):
        part = places[start : start + _ROWS_AT_ONCE]
        tables = [table for place in part if (table := named[place].table) is not None]
        for place, faults in zip(part, faults_of(tables), strict=True):
            if faults:
                named[place] = _repaired(named[place], faults)
    return named


def bank_texts(title: str, tables: Iterable[Table], largest: int = LARGEST) -> list[str]:
    """As many banks' files as these questions need, none of more characters than a bank may have."""
    parts: list[list[str]] = [[]]
    room = largest - len(_head(title)) - _ROOM_FOR_NUMBERS
    left = room
    for block in map(_block, tables):
        if len(block) > left and parts[-1]:
            parts.append([])
            left = room
        parts[-1].append(block)
        left -= len(block)
    if len(parts) == 1:
        return [_head(title) + "".join(parts[0])]
    return [
        _head(f"{title} ({number} of {len(parts)})") + "".join(blocks)
        for number, blocks in enumerate(parts, 1)
    ]


def _head(title: str) -> str:
    return f"[bank]\ntitle = {toml(one_line(title) or 'Imported questions')}\n"


def _block(table: Table) -> str:
    return f"\n{written(table)}"


def faults_of(tables: Sequence[Table]) -> list[list[Fault]]:
    """What a bank would find wrong in each question."""
    texts = [f"\n{written(table)}" for table in tables]
    head = '[bank]\ntitle = "-"\n'
    found: list[list[Fault]] = [[] for _ in tables]
    faults = read_bank(head + "".join(texts)).faults
    ends, line = [], head.count("\n")
    for text in texts:
        line += text.count("\n")
        ends.append(line)
    place = 0
    for fault in faults:  # in the order of their lines
        while place < len(ends) - 1 and fault.line > ends[place]:
            place += 1
        found[place].append(fault)
    return found


def _named(draft: Draft, taken: set[str]) -> Draft:
    """The draft with an id of its own: the file's, else made of its name or its question."""
    table = dict(draft.table or {})
    given = str(table.pop("id", "") or "")
    base = given if _ID.fullmatch(given) and len(given) <= LONGEST_ID else ""
    base = base or _slug(given) or _slug(draft.name) or _slug(str(table.get("ask", ""))) or "question"
    name, number = base, 1
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    taken.add(name)
    return draft.with_table({"id": name, **table})


def _slug(text: str) -> str:
    """Words in plain letters joined by hyphens, cut between words."""
    if not text.isascii():
        from anyascii import anyascii

        text = anyascii(text[:400])
    words = re.findall(r"[a-z0-9]+", text.casefold())
    while len(words) > 1 and len("-".join(words)) > LONGEST_ID:
        words.pop()
    return "-".join(words)[:LONGEST_ID].strip("-")


@dataclass(frozen=True, slots=True)
class _Repair:
    """A way to make a table fit: for which kinds and faults, what it does, and what it costs."""

    kinds: frozenset[str]
    codes: frozenset[str]
    change: Callable[[Table], Table]
    outcome: Outcome
    cost: str


def _without(*keys: str) -> Callable[[Table], Table]:
    return lambda table: {key: value for key, value in table.items() if key not in keys}


def _merged_wrong(table: Table) -> Table:
    return {**table, "wrong": unlike((), table.get("wrong", ()))}


def _unitless(table: Table) -> Table:
    figure = _FIGURE.fullmatch(str(table["answer"]))
    bare = {**table, "answer": figure[1] if figure else table["answer"], "unit": "none"}
    for key in ("aliases", "wrong"):
        if key in table:
            bare[key] = [found[1] if (found := _FIGURE.fullmatch(str(each))) else each for each in table[key]]
    if found := _FIGURE.fullmatch(str(table.get("tolerance", ""))):
        bare["tolerance"] = found[1]
    return bare


def _as_text(table: Table) -> Table:
    return {**_without("tolerance", "unit")(table), "kind": "text", "answer": str(table["answer"])}


_TYPED = frozenset(("text", "place", "person", "date"))
_ANY = frozenset(CODES)
#: in the order they are tried; each is added to those before it
_REPAIRS = (
    _Repair(frozenset(("choice",)), frozenset(("B024",)), _merged_wrong, "changed", "a wrong option like another one"),
    _Repair(_TYPED | _FIGURES, frozenset(("B024", "B025")), _without("wrong"), "lost",
            "wrong answers too like the right one"),
    _Repair(_FIGURES, frozenset(("B017", "B018", "B019", "B020")), _unitless, "changed", "the unit is not asked for"),
    _Repair(_FIGURES, frozenset(("B023",)), _without("tolerance"), "changed", "a tolerance as large as the figure"),
    _Repair(_FIGURES, _ANY, lambda table: {**table, "kind": "count"}, "lost", ""),
    _Repair(_FIGURES, _ANY, _without("aliases", "wrong"), "changed", "another answer that is no figure"),
    _Repair(_FIGURES | {"date"}, _ANY, _as_text, "changed", "answered as text"),
)  # fmt: skip


def _repaired(draft: Draft, faults: Sequence[Fault]) -> Draft:
    """The draft as the first repair leaves it that a bank finds nothing wrong in, else as it was, to be mended."""
    repaired, found = draft, list(faults)
    for repair in _REPAIRS:
        table = repaired.table or {}
        if table.get("kind") not in repair.kinds or not {fault.code for fault in found} & repair.codes:
            continue
        changed = repair.change(table)
        if changed == table:
            continue
        has_unit = repair.change is not _unitless or str(changed["answer"]) != str(table["answer"])
        repaired = repaired.with_table(changed)
        if repair.cost and has_unit:
            repaired = repaired.noted(repair.outcome, repair.cost)
        found = faults_of([changed])[0]
        if not found:
            return repaired
    return _waiting(draft, faults)


def _waiting(draft: Draft, faults: Iterable[Fault]) -> Draft:
    for what in _told(faults):
        draft = draft.noted("waits", what)
    return draft


def _told(faults: Iterable[Fault]) -> Iterator[str]:
    for fault in faults:
        yield f"{fault.message} ({fault.code})"
