"""Writes a bank as TOML: a skeleton to start from, or questions that exist already."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from pathlib import PurePath
from typing import Any

from briefings.facts import NUMERIC_KINDS
from quiz_bank.formats.faults import BadValueError
from quiz_bank.formats.figures import Asked, figure_key
from quiz_bank.formats.lines import one_line
from quiz_bank.grading.clean import clean
from quiz_bank.grading.figures import named
from quiz_bank.grading.units import key_unit
from quiz_bank.keys import Key
from quiz_bank.questions import Question

MOST_ALIASES = 12  # of a generated question; the rest is known to the program anyway
LONGEST_ID = 48
_WORD = re.compile(r"[a-z0-9]+")
_IDLE = frozenset(
    str.split(
        "a an the of in on at by for from to is was were are be did do does had has have how what which who many"
    )
)

_HEAD = """\
# A bank of questions. Lines that begin with "#" are remarks.
# Look it over with:  briefing bank check FILE     Use it with:  briefing bank add FILE
# Every key is explained in docs/banks.md.

[bank]
{title}
{story}
{as_of}
# author = "your name"
# language = "en"
"""

_EXAMPLES = """
# A figure. Its unit tells what is measured; 37 miles and 60,000 metres are then right as well.
[[question]]
id = "salm-distance"                # never change it: learners' progress hangs on it
kind = "number"
ask = "How far is Port Salm from Lorn?"
answer = "about 60 km"
tolerance = "10%"                   # or "3 km"; without it the usual rules hold
wrong = ["20 km", "90 km"]          # to choose from
why = "It is 75 km by road."        # shown with the feedback
source = "gazette.txt"              # the article that says so
quote = "Port Salm lies about 60 kilometres north of Lorn"

# A date: a day, a month ("2031-05") or a year ("2031").
[[question]]
id = "flood-date"
kind = "date"
ask = "On what date did the river break its banks?"
answer = "2031-05-03"

# A name: kind = "place", "person" or, for anything else, "text".
[[question]]
id = "flooded-port"
kind = "place"
ask = "Which port was flooded?"
answer = "Port Salm"
aliases = ["Salm"]

# Options: one answer is right, or all of a list:  answer = ["Lorn", "Salm"]
[[question]]
id = "first-rescuers"
kind = "choice"
ask = "Who came to help first?"
answer = "the coastguard"
wrong = ["the army", "the fire brigade"]

[[question]]
id = "bridge-stands"
kind = "true-false"
ask = "The bridge of Lorn is still standing."
answer = false
why = "It fell in the first night."

[[question]]
id = "order-of-towns"
kind = "order"
ask = "Which town did the flood reach first?"
answer = ["Lorn", "Varn", "Port Salm"]

[[question]]
id = "offices"
kind = "match"
ask = "Who holds which office?"
answer = {"Ada Verrin" = "mayor", "Jon Hale" = "harbour master"}
"""


def skeleton(
    title: str = "", story: str = "", as_of: date | None = None, items: Sequence[Mapping[str, Any]] = ()
) -> str:
    """A bank to start from: with these questions, or with an example of every kind.

    Args:
        title: of the story it is for; an example where it is not known, like the next two.
        story: its slug.
        as_of: the latest day of its articles.
        items: questions as ``item_of`` makes them.
    """
    no_story = '# story = "varn-floods"  # the story whose articles its sources are'
    head = _HEAD.format(
        title=f"title = {toml(title or 'Floods on the Varn')}",
        story=f"story = {toml(story)}" if story else no_story,
        as_of=f"as_of = {as_of}  # every answer is true as of this day" if as_of else "# as_of = 2031-05-03",
    )
    return head + ("".join(f"\n{written(item)}" for item in items) if items else _EXAMPLES)


def written(item: Mapping[str, Any]) -> str:
    """A question's table; the pairs of a match in one line."""
    return "[[question]]\n" + "".join(f"{key} = {toml(value)}\n" for key, value in item.items())


def toml(value: Any) -> str:
    """A value as TOML writes it; control characters of texts are escaped."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{toml(str(left))} = {toml(right)}" for left, right in value.items()) + "}"
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(map(toml, value))}]"
    return str(value)


def items_of(questions: Iterable[Question], options: Mapping[str, Question]) -> list[dict[str, Any]]:
    """Questions as tables of a bank; those whose answer a bank cannot hold (two places at once) are left out.

    Args:
        questions: typed.
        options: the same questions with options, by id.
    """
    taken: set[str] = set()
    found = []
    for question in questions:
        item = item_of(question, options.get(question.id))
        if item is not None:
            found.append({"id": _id(question.ask, taken), **item})
    return found


def item_of(question: Question, choice: Question | None = None) -> dict[str, Any] | None:
    """A question's table without an id; None where a bank cannot hold its answer."""
    answer = _answer(question.key, question.ask)
    if answer is None:
        return None
    item: dict[str, Any] = {"kind": question.kind, "ask": question.ask, "answer": answer}
    aliases = {clean(alias): one_line(alias) for alias in reversed(question.key.aliases)}
    aliases.pop(clean(str(answer)), None)
    item["aliases"] = list(reversed(aliases.values()))[:MOST_ALIASES]
    if choice is not None and choice.mode == "choice" and question.kind in ("person", "place"):
        item["wrong"] = [option for option in choice.options if option != choice.right]
    item["why"] = question.why
    for source in question.sources[:1]:
        item["source"] = PurePath(source.name).name or source.outlet
        item["quote"] = " ".join(source.sentence.split())
    return {key: value for key, value in item.items() if value or key == "answer"}


def _answer(key: Key, ask: str) -> Any:
    if key.kind in NUMERIC_KINDS:
        return next((text for text in _figures(key) if _reads_back(text, key, ask)), None)
    if key.kind == "date":
        return key.value if key.value_max is None else None
    if key.kind in ("person", "place"):
        return key.name or None
    return key.value if key.kind in ("text", "true-false") else None


def _figures(key: Key) -> Iterable[str]:
    """Ways to write a figure: in the source's words, else put together."""
    yield one_line(key.text)
    plain = named(float(key.value), key_unit(key.unit, key.kind), key.unit)
    if key.value_max is None:
        hedge = f"{key.qualifier} " if key.qualifier else ""
        yield f"{hedge}{plain}"


def _reads_back(text: str, key: Key, ask: str) -> bool:
    try:
        read = figure_key(text, Asked(key.kind, ask))
    except BadValueError:
        return False
    units = key_unit(read.unit, key.kind), key_unit(key.unit, key.kind)
    same_unit = units[0] == units[1]
    return (read.value, read.value_max) == (key.value, key.value_max) and same_unit


def _id(ask: str, taken: set[str]) -> str:
    """An id made of the question's words that no other has."""
    words = [word for word in _WORD.findall(ask.casefold()) if word not in _IDLE]
    while len("-".join(words)) > LONGEST_ID:
        words.pop()
    base = "-".join(words) or "question"
    name, number = base, 1
    while name in taken:
        number += 1
        name = f"{base}-{number}"
    taken.add(name)
    return name
