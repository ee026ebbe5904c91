"""Cells of tables: lists that stand in one cell, and which options an answer means."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

_ITEM = re.compile(r"'((?:[^'\\]|\\.)*)'|\"((?:[^\"\\]|\\.)*)\"|([^,'\"\s][^,]*)", re.DOTALL)
_SEPARATORS = ("\n", "|", ";")
_LABEL = re.compile(r"(?:option|choice|answer|ans)?[\s_]*[(\[]?([a-h]|\d{1,2})[)\].:]?", re.IGNORECASE)
_LABELLED = re.compile(r"[(\[]?([A-Ha-h]|\d{1,2})(?:[)\].:]?\s+|\|\s*)(.+)", re.DOTALL)
_LETTERS = re.compile(r"[A-H]{2,8}")
_BETWEEN = re.compile(r"[|;,\s]+")
_MARKED = re.compile(
    r"(?:\*|✓|✔|✅|\[[xX]\])\s*([^*\s].*)|(.*\S)\s*(?:✓|✔|✅|\((?:correct|right)\))", re.DOTALL
)
_FORMULA = re.compile(r"'*[=+\-@]")
_NUMBER = re.compile(r"[+-]?\d[\d.,]*%?")


def items_in(cell: str, commas: bool = False) -> list[str]:
    """The items of a cell: a list as JSON or Python writes it, else parts between bars, semicolons or line ends.

    Args:
        cell: its text.
        commas: whether commas part items where none of these does.
    """
    text = cell.strip()
    if listed := list_in(text):
        return listed
    for separator in (*_SEPARATORS, *((",",) if commas else ())):
        if separator in text:
            return [part for each in text.split(separator) if (part := each.strip())]
    return [text] if text else []


def list_in(cell: str) -> list[str]:
    """The items of a list written with brackets, or of a table of them by letter; empty where the cell is none."""
    text = cell.strip()
    if text.startswith("{") and text.endswith("}"):
        return _lettered(text)
    if not (text.startswith("[") and text.endswith("]")):
        return []
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        if "[" in text[1:-1] or "]" in text[1:-1]:
            return []  # markup, as of a formula
        found = [one or two or three.strip() for one, two, three in _ITEM.findall(text[1:-1])]
        found = [item.replace("\\'", "'").replace('\\"', '"') for item in found]
    if any(isinstance(item, (list, dict)) for item in found):
        return []
    return [str(item).strip() for item in found if item is not None and str(item).strip()]


@dataclass(frozen=True, slots=True)
class Pointing:
    """How the answers of a table tell options.

    Attributes:
        from_zero: whether they count from 0. is_sure: whether the table tells so.
        by_place: whether a count comes before words.
    """

    from_zero: bool = False
    by_place: bool = False
    is_sure: bool = True


def _lettered(text: str) -> list[str]:
    try:
        found = json.loads(text)
    except (ValueError, RecursionError):
        return []
    items = list(found.values()) if isinstance(found, dict) else []
    return [str(item).strip() for item in items] if all(isinstance(each, str) for each in items) else []


def chosen(answer: str, options: Sequence[str], pointing: Pointing) -> list[int]:
    """The places of the options that an answer means; empty where it means none.

    One option is looked for first, by its words or by its letter or number, then several of these.
    """
    parts = list_in(answer)
    if not parts:
        one = _place(answer, options, pointing)
        if one is not None:
            return [one]
        parts = next((answer.split(sign) for sign in ("|", ";", ",") if sign in answer), [])
        if not parts and all(map(_said, words := answer.split())):
            parts = words
        if _in_a_row(answer.strip()):
            parts = list(answer.strip())
    places = [_place(part, options, pointing) for part in parts]
    return [place for place in places if place is not None] if None not in places else []


def _place(answer: str, options: Sequence[str], pointing: Pointing) -> int | None:
    by_words, by_label = worded(answer, options), labelled(answer, options, pointing.from_zero)
    first, second = (by_label, by_words) if pointing.by_place else (by_words, by_label)
    return second if first is None else first


def worded(answer: str, options: Sequence[str]) -> int | None:
    """The place of the option whose words an answer is, with its label or without."""
    for words in (answer, both[2] if (both := _LABELLED.fullmatch(answer.strip())) else ""):
        sought = " ".join(words.split()).casefold()
        for place, option in enumerate(options):
            if sought and " ".join(option.split()).casefold() == sought:
                return place
    return None


def labelled(answer: str, options: Sequence[str], from_zero: bool) -> int | None:
    """The place that an answer names by a letter or a number."""
    said = _said(answer.strip())
    if not said:
        return None
    place = int(said) - (not from_zero) if said.isdecimal() else ord(said.lower()) - ord("a")
    return place if 0 <= place < len(options) else None


def _said(answer: str) -> str:
    """The letter or number of a label; one in a circle too."""
    if len(answer) == 1 and (number := unicodedata.digit(answer, None)) is not None:
        return str(number)
    label = _LABEL.fullmatch(unicodedata.normalize("NFKC", answer) if len(answer) == 1 else answer)
    return label[1] if label else ""


def _in_a_row(answer: str) -> bool:
    return bool(_LETTERS.fullmatch(answer)) and len(set(answer)) == len(answer)


def is_label(answer: str) -> bool:
    """Whether an answer can only be meant as letters or numbers of options."""
    parts = [part for part in _BETWEEN.split(answer.strip()) if part]
    return bool(parts) and all(_said(part) or _in_a_row(part) for part in parts)


def unlabelled(options: Sequence[str]) -> list[str]:
    """Options without the letters or numbers they begin with, where all do so in order."""
    found = [_LABELLED.fullmatch(option) for option in options]
    labels = [match[1].upper() for match in found if match]
    runs = (
        [chr(ord("A") + place) for place in range(len(options))],
        [str(place + 1) for place in range(len(options))],
    )
    if len(options) < 2 or labels not in runs:
        return list(options)
    return [match[2] for match in found if match]


def marked(options: Sequence[str]) -> tuple[list[str], str] | None:
    """Options without the sign that marks one of them as right, and that one; None where not one alone is marked."""
    found = [match[1] or match[2] if (match := _MARKED.fullmatch(option)) else "" for option in options]
    right = [bare for bare in found if bare]
    if len(right) != 1:
        return None
    return [bare or option for bare, option in zip(found, options, strict=True)], right[0]


def guarded(cell: str) -> str:
    """A cell that no spreadsheet takes for a formula (https://owasp.org/www-community/attacks/CSV_Injection)."""
    return f"'{cell}" if _FORMULA.match(cell) and not _NUMBER.fullmatch(cell) else cell


def unguarded(cell: str) -> str:
    """The cell without the guard."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell[1:]) else cell
