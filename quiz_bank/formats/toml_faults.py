"""Tells what is wrong with a line that is not TOML, and how to write it."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace

from quiz_bank.formats.blocks import loads
from quiz_bank.formats.faults import LONGEST_SHOWN
from quiz_bank.formats.statements import Statement

_LISTS = frozenset(("wrong", "aliases", "tags"))
_CURLY = "“”„‟«»‘’‚‹›＂"
_COLON = re.compile(r"[ \t]*(?P<key>[A-Za-z_][\w-]*)[ \t]*:[ \t]*(?P<value>.*)")
_FIRST = re.compile(r"[ \t]*\"?([A-Za-z_]+)")
_SPACED = re.compile(r"[ \t]*(?P<key>[A-Za-z_][\w-]*(?:[ \t]+[\w-]+)+)[ \t]*=")
_BASIC = re.compile(r'"(?:[^"\\\n]|\\.)*"')
_LITERAL = re.compile(r"'[^'\n]*'")
_PIECES = re.compile(r"\"(?:[^\"\\\n]|\\.)*\"|'[^'\n]*'|#[^\n]*|[\[\]{},=:\"']|[^\s\[\]{},=:\"'#]+")
_LISTED = re.compile(r"""[({]?\s*(?:"[^"\n]*"|'[^'\n]*')(?:\s*,\s*(?:"[^"\n]*"|'[^'\n]*'))+\s*[)}]?$""")
_ESCAPE = re.compile(r'\\(?:[btnfr"\\]|u[0-9A-Fa-f]{4}|U[0-9A-Fa-f]{8})')
_BARE_DATE = re.compile(r"\d{4}-\d\d?-\d\d?$|\d{4}-\d\d?$")
_WHOLE_DATE = re.compile(r"\d{4}-\d\d?-\d\d?$")
_FIGURE = re.compile(r"[-+~<>]?[\d.,_ ]*\d")
_COMMENT = re.compile(r"[ \t]+#[^\"']*$")
_WHERE = re.compile(r"\(at line (\d+), column (\d+)\)")
_WORDS = {"true": "true", "yes": "true", "on": "true", "false": "false", "no": "false", "off": "false"}
_NOTHING = frozenset(("none", "null", "nil", "na", "n/a"))


@dataclass(frozen=True, slots=True)
class Finding:
    """What is wrong in a statement: ``offset`` counts characters of its text, of its value in a ``Look``."""

    code: str
    message: str
    offset: int
    length: int
    hint: str = ""


def finding(statement: Statement) -> Finding | None:
    """What keeps a statement from being TOML, or None where it is."""
    if not statement.key:
        return _no_statement(statement.text)
    try:
        loads(statement.value if statement.table else statement.text)
    except ValueError as problem:
        said = str(problem)
    else:
        return None
    value = statement.value.rstrip()
    at = statement.value_column - 1
    for look in _LOOKS:
        found = look(statement.key, value)
        if found is not None:
            return replace(found, offset=at + found.offset)
    return Finding("B040", f"this is not TOML: {_plain(said)}", _offset(statement, said), 1)


def _plain(said: str) -> str:
    """The parser's message without its place."""
    text = said.partition(" (at ")[0]
    return text[:1].lower() + text[1:]


def _offset(statement: Statement, said: str) -> int:
    match = _WHERE.search(said)
    if match is None or statement.table:
        return statement.value_column - 1
    lines = statement.text.split("\n")
    row, column = int(match[1]) - 1, int(match[2]) - 1
    return sum(len(line) + 1 for line in lines[:row]) + column


def _no_statement(text: str) -> Finding:
    """A line without ``key =``."""
    indent = len(text) - len(text.lstrip())
    length = len(text.strip())
    if text[0] not in " \t" and text[0].isspace():
        return Finding(
            "B035", f"an invisible space (U+{ord(text[0]):04X}) begins this line", 0, 1, "delete it"
        )
    if match := _COLON.match(text):
        shown = f"{match['key']} = {_quoted(match['value'].strip())}"
        return Finding("B007", f"a colon gives no value: write  {shown}", indent, length)
    if match := _SPACED.match(text):
        joined = "_".join(match["key"].split())
        return Finding("B007", f"a key is one word: write  {joined} = ...", indent, len(match["key"]))
    if text.strip(" \t]}),;'\""):
        return Finding("B007", 'this line is no  key = value  (a comment begins with "#")', indent, length)
    return Finding("B005", "this closes nothing that is open", indent, length)


def meant_key(line: str) -> str:
    """The first word of a line that is no ``key = value``: the key it was meant for, if it is one."""
    match = _FIRST.match(line)
    return match[1].casefold() if match else ""


def _quoted(words: str) -> str:
    """A value in quotes, as TOML takes it."""
    bare = words.strip(_CURLY + "\"'`").replace("\\", "\\\\").replace('"', '\\"')
    return f'"{bare[:60]}{"..." if len(bare) > 60 else ""}"'


Look = Callable[[str, str], Finding | None]


def _nothing(key: str, value: str) -> Finding | None:
    if value and not value.startswith("#"):
        return None
    written = '["...", "..."]' if key in _LISTS else '"..."'
    return Finding("B014", f"{key} has no value: write  {key} = {written}  or leave the line out", 0, 1)


def _curly(key: str, value: str) -> Finding | None:
    at = next((place for place, char in enumerate(value) if char in _CURLY), None)
    outside = _BASIC.sub(lambda m: " " * len(m.group()), value)
    if at is None or not any(char in _CURLY for char in outside):
        return None
    at = next(place for place, char in enumerate(outside) if char in _CURLY)
    if value[0] not in _CURLY and value[0] not in "[{":
        return None
    shown = _quoted(value) if value[0] in _CURLY else 'straight quotes: "..."'
    return Finding("B002", f"curly quotes hold no text: write  {key} = {shown}", at, 1)


def _backslash(key: str, value: str) -> Finding | None:
    if not value.startswith(('"', "[", "{")):
        return None
    for text in _BASIC.finditer(value):
        for slash in re.finditer(r"\\.", text.group()):
            if not _ESCAPE.match(text.group(), slash.start()):
                where = text.start() + slash.start()
                hint = 'write "\\\\", or put the text in single quotes'
                return Finding(
                    "B008",
                    f"a backslash in double quotes stands for something else: {slash[0]}",
                    where,
                    2,
                    hint,
                )
    return None


def _open_text(key: str, value: str) -> Finding | None:
    for mark in ('"""', "'''"):
        if value.startswith(mark):
            if mark in value[3:]:
                return None
            return Finding("B003", f"this text is not closed: end it with {mark}", 0, 3)
    mark = value[0]
    if mark not in "\"'":
        return None
    pattern = _BASIC if mark == '"' else _LITERAL
    closed = pattern.match(value)
    if closed is None:
        first = value.partition("\n")[0].rstrip()
        return Finding("B003", f"this text is not closed: end it with {mark}", 0, len(first))
    after = value[closed.end() :].strip()
    if mark in after:
        inner = "write \\\" for a quote inside, or put the whole text in '...'"
        other = 'put the whole text in "..."'
        return Finding(
            "B003", "a quote ends the text here", closed.end() - 1, 1, inner if mark == '"' else other
        )
    return None


def _behind(key: str, value: str) -> Finding | None:
    closed = (_BASIC if value[0] == '"' else _LITERAL).match(value) if value[0] in "\"'" else None
    if closed is None:
        return None
    after = value[closed.end() :]
    at = closed.end() + len(after) - len(after.lstrip())
    told = "a comma" if after.strip() == "," else f"{after.strip()[:40]!r}"
    hint = "leave it out" if after.strip() in (",", ";", ".") else "put it inside the quotes"
    return Finding("B016", f"{told} stands after the text", at, len(after.strip()), hint)


def _open_item(key: str, value: str) -> Finding | None:
    if value[0] not in "[{":
        return None
    for piece in _PIECES.finditer(value):
        if piece.group() in ('"', "'"):
            line = value[piece.start() :].partition("\n")[0].rstrip()
            return Finding(
                "B003", f"this text is not closed: end it with {piece.group()}", piece.start(), len(line)
            )
    return None


def _unclosed(key: str, value: str) -> Finding | None:
    if value[0] not in "[{":
        return None
    bare = _LITERAL.sub("", _BASIC.sub("", value))
    closing = {"[": "]", "{": "}"}
    for opened, close in closing.items():
        if value[0] == opened and bare.count(opened) > bare.count(close):
            return Finding("B005", f"this bracket is not closed: end the list with {close}", 0, 1)
    return None


def _long_table(key: str, value: str) -> Finding | None:
    if value[0] != "{" or "\n" not in value:
        return None
    return Finding("B005", f"a table in braces stands on one line; or write [question.{key}] below", 0, 1)


def _items(key: str, value: str) -> Finding | None:
    """Bare words and missing commas between brackets."""
    if value[0] not in "[{":
        return None
    ended = False
    for piece in _PIECES.finditer(value):
        text = piece.group()
        if text[0] in "\"'":
            if ended:
                return Finding("B005", "a comma is missing before this", piece.start(), len(text))
            ended = True
        elif text == "," and not ended:
            return Finding("B005", "a comma too many", piece.start(), 1)
        elif text in ",=":
            ended = False
        elif text == ";":
            return Finding("B005", "items stand apart by commas", piece.start(), 1)
        elif text == ":" and value[0] == "{":
            return Finding(
                "B005", "a pair is written with  =", piece.start(), 1, 'such as {"left" = "right"}'
            )
        elif (
            text[0] not in "#[]{}"
            and not _is_toml(text)
            and not (value[0] == "{" and _is_name(value, piece.end()))
        ):
            return Finding("B001", f"text needs quotes: write  {_quoted(text)}", piece.start(), len(text))
    return None


def _is_name(value: str, end: int) -> bool:
    return value[end:].lstrip().startswith("=")


def _is_toml(word: str) -> bool:
    try:
        loads(f"x = {word}")
    except ValueError:
        return False
    return True


def _unbracketed(key: str, value: str) -> Finding | None:
    """Several texts that are no list: ``"a", "b"`` or ``("a", "b")``."""
    listed = _LISTED.match(value)
    if listed is None:
        return None
    items = value.strip("(){}[]; \t")
    shown = items if items.isascii() and len(items) < LONGEST_SHOWN else "..."
    return Finding("B005", f"a list stands in square brackets: write  {key} = [{shown}]", 0, len(value))


def _bare(key: str, value: str) -> Finding | None:
    """A value that stands without quotes."""
    if value[0] in "\"'[{":
        return None
    words = _COMMENT.sub("", value.partition("\n")[0]).strip()
    length = len(words)
    folded = words.casefold()
    if folded in _WORDS:
        return Finding(
            "B001",
            f"write  {key} = {_WORDS[folded]}  (small letters), or {_quoted(words)} for the word",
            0,
            length,
        )
    if folded in _NOTHING:
        return Finding(
            "B001",
            f"leave {key} out where there is nothing to say, or write  {key} = {_quoted(words)}",
            0,
            length,
        )
    if key == "as_of" and not _WHOLE_DATE.match(words):
        return Finding("B021", "as_of is not a day: write  as_of = 2017-11-03", 0, length)
    if _BARE_DATE.match(words):
        return _bare_date(key, words)
    if words.startswith("0") and words.isdigit():
        return Finding(
            "B040",
            f"a number does not begin with 0: write  {words.lstrip('0') or '0'}  or {_quoted(words)}",
            0,
            length,
        )
    if words.isdigit():
        return Finding("B037", "this number is too long", 0, length)
    kind = "a figure with a unit or a comma" if _FIGURE.match(words) else "text"
    return Finding("B001", f"{kind} needs quotes: write  {key} = {_quoted(words)}", 0, length)


def _bare_date(key: str, words: str) -> Finding:
    parts = [int(part) for part in words.split("-")]
    if 1 <= parts[1] <= 12 and len(parts) == 2:
        return Finding(
            "B001", f'a month needs quotes: write  {key} = "{parts[0]}-{parts[1]:02}"', 0, len(words)
        )
    from quiz_bank.formats.dates import impossible

    return Finding(
        "B021",
        impossible(words, parts) or f"write  {key} = {'-'.join(f'{part:02}' for part in parts)}",
        0,
        len(words),
    )


#: tried in this order on a statement that is not TOML
_LOOKS: tuple[Look, ...] = (
    _nothing,
    _curly,
    _unbracketed,
    _long_table,
    _open_text,
    _backslash,
    _open_item,
    _unclosed,
    _items,
    _behind,
    _bare,
)
