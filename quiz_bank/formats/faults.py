"""What can be wrong in a bank, and where: one row of the table a code, one fault a finding."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

#: code -> what it stands for; ``docs/banks.md`` repeats this table and a test holds them together
CODES: dict[str, str] = {
    "B001": "text stands without quotes",
    "B002": "text stands in curly quotes",
    "B003": "a text is not closed, or holds a quote that ends it early",
    "B004": "a key is not known here",
    "B005": "a bracket is not closed, or a comma is missing in a list",
    "B006": "a key stands twice in one question",
    "B007": "a line is no `key = value`",
    "B008": "a backslash stands in double quotes",
    "B009": "two questions have one id",
    "B010": "a table is not known, or its brackets are wrong",
    "B011": "a key stands before the first table",
    "B012": "a value is of the wrong type",
    "B013": "a key is missing",
    "B014": "a value is empty",
    "B015": "a kind is not known",
    "B016": "something stands after a value",
    "B017": "a figure has no unit",
    "B018": "a figure can be read in two ways",
    "B019": "an answer holds no figure, or two",
    "B020": "a unit is not known, or measures something else",
    "B021": "a date does not exist, or is not precise",
    "B022": "day and month of a date can be exchanged",
    "B023": "a tolerance cannot be used",
    "B024": "a list holds one thing twice",
    "B025": "a wrong option is right",
    "B026": "a choice has nothing to choose from",
    "B027": "an order has fewer than two items",
    "B028": "a match is no table of pairs",
    "B029": "a source is not among the story's articles",
    "B030": "a quote is not in its source",
    "B031": "a quote has no source",
    "B032": "a key has no meaning for this kind of question",
    "B033": "an id is not made of letters, digits and hyphens",
    "B034": "`was` names an id that another question has",
    "B035": "a character is invisible or steers terminals",
    "B036": "the file is not plain UTF-8",
    "B037": "the file, a text or a list is too long",
    "B038": "an answer would be refused if it were typed",
    "B039": "the bank has no title table, two of them, or no questions",
    "B040": "a value is not TOML for another reason",
}


@dataclass(frozen=True, slots=True, order=True)
class Fault:
    """One thing that is wrong in a bank.

    Attributes:
        path: the file, as it was named.
        line, column: where, counted from 1 in characters.
        code: a key of ``CODES``.
        message: what is wrong. hint: how to mend it; empty where the message says it.
        length: how many characters are meant, 1 at least.
        source: the line as it stands in the file.
    """

    path: str
    line: int
    column: int
    code: str
    message: str
    hint: str = ""
    length: int = 1
    source: str = ""

    def __str__(self) -> str:
        """``file:line:col: message  [code]``."""
        return f"{self.path}:{self.line}:{self.column}: {self.message}  [{self.code}]"

    def as_json(self) -> dict[str, Any]:
        """The fault as ``briefing bank check --format json`` prints it."""
        return {
            "path": self.path,
            "line": self.line,
            "column": self.column,
            "end_column": self.column + self.length,
            "code": self.code,
            "message": self.message,
            "hint": self.hint or None,
        }


class BadValueError(ValueError):
    """A value that cannot be used.

    Args:
        code: the fault's code. message: what is wrong. hint: how to mend it.
    """

    def __init__(self, code: str, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.code = code
        self.message = message
        self.hint = hint


LONGEST_SHOWN = 100  # characters of a source line


def rendered(fault: Fault) -> str:
    """A fault with its line and a caret under what is meant, and the hint beside the caret."""
    first = max(0, fault.column - 1 - LONGEST_SHOWN // 2) if len(fault.source) > LONGEST_SHOWN else 0
    shown = "".join(_visible(char) for char in fault.source[first : first + LONGEST_SHOWN])
    at = fault.column - 1 - first
    carets = "^" * max(1, min(fault.length, len(shown) - at))
    said = f" {fault.hint}" if fault.hint else ""
    return f"{fault}\n{fault.line:>5} | {shown}\n      | {' ' * at}{carets}{said}"


def _visible(char: str) -> str:
    """A character that neither moves the caret nor steers a terminal."""
    return " " if char == "\t" else char if char.isprintable() else "\ufffd"


def listed(faults: Iterable[Fault]) -> tuple[Fault, ...]:
    """Faults in the order of their places, none told twice; what they repeat of the file cannot steer a terminal."""
    return tuple(sorted({_safe(fault) for fault in faults}))


def _safe(fault: Fault) -> Fault:
    if (fault.message + fault.hint).isprintable():
        return fault
    message, hint = ("".join(map(_visible, text)) for text in (fault.message, fault.hint))
    return replace(fault, message=message, hint=hint)


def near(word: str, known: Iterable[str]) -> str:
    """``did you mean "tolerance"?`` for a word a slip away from a known one, else empty."""
    from rapidfuzz import fuzz, process

    folded = {name.casefold(): name for name in known}
    found = process.extractOne(word.casefold()[:60], folded.keys(), scorer=fuzz.ratio, score_cutoff=65)
    return f'did you mean "{folded[found[0]]}"?' if found else ""
