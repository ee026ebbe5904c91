"""One ``[[question]]`` while it is looked at: its data, its places, and the problems found in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any, Literal

from quiz_bank.formats.blocks import Block, loads, parsed
from quiz_bank.formats.faults import BadValueError, Fault
from quiz_bank.formats.statements import Statement, statements
from quiz_bank.formats.toml_faults import finding, meant_key

At = Literal["key", "value", "header"]


@dataclass(slots=True)
class Item:
    """A table of the bank and what became of it.

    Attributes:
        path: the bank's file.
        block: its lines. shown: all lines of the file.
        data: the values that could be read, by key.
        broken: keys that have a fault already; nothing more is said of their values.
        faults: what was found.
        places: the first statement of each key, once they were asked for.
    """

    path: str
    block: Block
    shown: tuple[str, ...]
    data: dict[str, Any] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    faults: list[Fault] = field(default_factory=list)
    places: dict[str, Statement] = field(default_factory=dict)

    def value(self, key: str) -> Any:
        """A key's value where nothing is wrong with it, else None."""
        return None if key in self.broken else self.data.get(key)

    def blame(
        self,
        code: str,
        message: str,
        key: str = "",
        hint: str = "",
        at: At = "value",
        part: int | None = None,
    ) -> None:
        """Keeps a fault at a key, its value, or one part of its value; at the table's header without a key."""
        line, column, length = self._place(key, at, part)
        self.faults.append(self.fault(code, message, line, column, hint, length))
        if key:
            self.broken.add(key)

    def blame_value(self, problem: BadValueError, key: str, part: int | None = None) -> None:
        """Keeps what reading a value said."""
        self.blame(problem.code, problem.message, key, problem.hint, part=part)

    def fault(
        self, code: str, message: str, line: int, column: int, hint: str = "", length: int = 1
    ) -> Fault:
        """A fault at a place of the file, with its line."""
        source = self.shown[line - 1] if 0 < line <= len(self.shown) else ""
        return Fault(self.path, max(1, line), column, code, message, hint, max(1, length), source)

    def line_of(self, key: str) -> tuple[int, int]:
        """Line and column of a key's value."""
        return self._place(key, "value", None)[:2]

    def _place(self, key: str, at: At, part: int | None) -> tuple[int, int, int]:
        statement = self.statement(key) if key and at != "header" else None
        if statement is None:
            head = self.shown[self.block.line - 1] if 0 < self.block.line <= len(self.shown) else ""
            return self.block.line, len(head) - len(head.lstrip()) + 1, len(head.strip())
        if at == "key" or statement.table:
            if part is not None and part < len(parts := statement.parts()):
                line, column, text = parts[part]
                return line, column, len(text)
            return statement.line, statement.key_column, len(key)
        if part is not None and part < len(parts := statement.parts()):
            line, column, text = parts[part]
            return line, column, len(text.partition("\n")[0])
        return statement.line, statement.value_column, len(statement.value.partition("\n")[0].rstrip())

    def statement(self, key: str) -> Statement | None:
        """The first statement of a key."""
        if not self.places:
            for found in statements(self.block):
                self.places.setdefault(found.key, found)
        return self.places.get(key)


def read_item(path: str, block: Block, shown: tuple[str, ...]) -> Item:
    """Reads a table; where a line of it is broken, that line is a fault and the others are read."""
    item = Item(path, block, shown)
    data = parsed(block)
    if data is not None:
        item.data = data
        return item
    for statement in statements(block):
        _take(item, statement)
    if not item.faults:
        item.blame("B040", "this table is not TOML", at="header")
    return item


def _take(item: Item, statement: Statement) -> None:
    """Takes one statement of a table that is not TOML as a whole."""
    found = finding(statement)
    if found is not None:
        before = statement.text[: found.offset]
        line = statement.line + before.count("\n")
        column = found.offset - (before.rfind("\n") + 1) + 1
        item.faults.append(item.fault(found.code, found.message, line, column, found.hint, found.length))
        item.broken.add(statement.key or meant_key(statement.text))
        return
    if statement.key in item.data or statement.key in item.broken:
        first = item.statement(statement.key) or statement
        told = f'"{statement.key}" stands twice in this table, first at {first.line}:{first.key_column}'
        item.faults.append(
            item.fault(
                "B006", told, statement.line, statement.key_column, "keep one of them", len(statement.key)
            )
        )
        return
    item.data.update(
        loads(f"[question.{statement.key}]\n{statement.value}" if statement.table else statement.text)
    )


def texts(value: Any) -> Iterator[tuple[int, str]]:
    """The texts of a list, or a text alone, with their places."""
    if isinstance(value, str):
        yield 0, value
    elif isinstance(value, list):
        yield from ((place, text) for place, text in enumerate(value) if isinstance(text, str))
