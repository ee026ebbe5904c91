"""What a bank may say: the keys of its two tables, the kinds of question, and what each kind takes.

The reader, the JSON Schema and the documentation's test are made from these tables.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from quiz_bank.formats.blocks import RawFloat

LONGEST_TEXT = 2000  # characters of any text
LONGEST_LIST = 100  # items of any list
LONGEST_ANSWER = 300  # characters: the grader refuses a longer one


@dataclass(frozen=True, slots=True)
class Field:
    """One key: what it takes (types as ``type_of`` names them), an example as it is written, what it is for."""

    takes: tuple[str, ...]
    example: str
    says: str


BANK: Mapping[str, Field] = {
    "title": Field(("text",), 'title = "Floods on the Varn"', "The bank's name for people; required."),
    "id": Field(("text",), 'id = "varn-floods"', "Its name for commands; else the file's name."),
    "story": Field(("text",), 'story = "varn-floods"', "The story whose articles its sources are."),
    "as_of": Field(("a date",), "as_of = 2031-05-03", "The day on which every answer is true."),
    "author": Field(("text",), 'author = "A. Verrin"', "Who wrote it."),
    "language": Field(("text",), 'language = "en"', "The language of its questions, such as en or pt-BR."),
}

QUESTION: Mapping[str, Field] = {
    "id": Field(
        ("text",),
        'id = "salm-distance"',
        "Its name in the bank; learners' progress hangs on it; required.",
    ),
    "kind": Field(("text",), 'kind = "number"', "The kind of answer; required."),
    "ask": Field(("text",), 'ask = "How far is Port Salm from Lorn?"', "The question; required."),
    "answer": Field(
        ("text", "a number", "a date", "true or false", "a list of texts", "a table of pairs"),
        'answer = "60 km"',
        "The right answer, as the kind takes it; required.",
    ),
    "aliases": Field(("a list of texts",), 'aliases = ["37 miles"]', "Other answers that are right."),
    "unit": Field(("text",), 'unit = "km"', 'The unit of a bare figure; "none" where it has none.'),
    "tolerance": Field(
        ("text", "a number"), 'tolerance = "10%"', "How far off is still right: a percentage or a measure."
    ),
    "wrong": Field(("a list of texts",), 'wrong = ["20 km", "90 km"]', "Wrong options, for choosing."),
    "why": Field(("text",), 'why = "It is 60 by road."', "A remark shown with the feedback."),
    "source": Field(
        ("text",),
        'source = "gazette.txt"',
        "The article that says so: its file, outlet or id; or an address.",
    ),
    "quote": Field(("text",), 'quote = "about 60 kilometres"', "The words of the source that say so."),
    "tags": Field(("a list of texts",), 'tags = ["distance"]', "Words to sort by."),
    "was": Field(
        ("text", "a list of texts"), 'was = "old-id"', "The id it had before, so that its history stays."
    ),
}

#: keys that every kind takes
EVERYWHERE = ("id", "kind", "ask", "answer", "why", "source", "quote", "tags", "was")


@dataclass(frozen=True, slots=True)
class KindOf:
    """One kind of question: what its answer may be, the keys it takes beyond ``EVERYWHERE``, an example answer."""

    answer: tuple[str, ...]
    also: tuple[str, ...]
    example: str
    says: str


_FIGURE = (("text", "a number"), ("aliases", "unit", "tolerance", "wrong"))

KINDS: Mapping[str, KindOf] = {
    "number": KindOf(*_FIGURE, 'answer = "30 km"', "a figure; its unit tells what it measures"),
    "distance": KindOf(*_FIGURE, 'answer = "30 km"', "a length"),
    "population": KindOf(*_FIGURE, 'answer = "93,000 people"', "a count of people"),
    "share": KindOf(*_FIGURE, 'answer = "95%"', "a part of a whole"),
    "duration": KindOf(*_FIGURE, 'answer = "3 years"', "a length of time"),
    "area": KindOf(*_FIGURE, 'answer = "12 km2"', "an area"),
    "money": KindOf(*_FIGURE, 'answer = "5 million USD"', "a sum of money"),
    "count": KindOf(*_FIGURE, 'answer = "12 towns"', "a count of things"),
    "age": KindOf(*_FIGURE, 'answer = "34 years"', "an age"),
    "date": KindOf(
        ("text", "a date", "a whole number"),
        ("aliases", "wrong"),
        'answer = "2031-05-03"',
        'a day, a month ("2031-05") or a year ("2031")',
    ),
    "text": KindOf(("text",), ("aliases", "wrong"), 'answer = "a rusty anchor"', "a few words"),
    "place": KindOf(("text",), ("aliases", "wrong"), 'answer = "Port Salm"', "the name of a place"),
    "person": KindOf(("text",), ("aliases", "wrong"), 'answer = "Ada Verrin"', "the name of a person"),
    "choice": KindOf(
        ("text", "a list of texts"),
        ("wrong",),
        'answer = "Lorn"',
        "one option is right, or all in a list are",
    ),
    "true-false": KindOf(("true or false",), (), "answer = false", "a statement that is true or false"),
    "order": KindOf(("a list of texts",), (), 'answer = ["Lorn", "Salm"]', "items in their right order"),
    "match": KindOf(
        ("a table of pairs",),
        ("wrong",),
        'answer = {"Lorn" = "capital", "Salm" = "port"}',
        "pairs that belong together",
    ),
}


def type_of(value: Any) -> str:
    """The name of a value's type, as an author is told; a list or table of anything else has none."""
    if isinstance(value, RawFloat):
        return "a number"
    return _NAMES.get(type(value), "a time")


_NAMES: Mapping[type, str] = {
    str: "text",
    bool: "true or false",
    int: "a whole number",
    float: "a number",
    date: "a date",
    datetime: "a date",
    list: "a list of texts",
    dict: "a table of pairs",
}


def fits(value: Any, takes: tuple[str, ...]) -> bool:
    """Whether a value is of one of the types."""
    found = type_of(value)
    return found in takes or (found == "a whole number" and "a number" in takes)
