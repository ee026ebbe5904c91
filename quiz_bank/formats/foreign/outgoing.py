"""A question on its way out: the table of a bank that says it, and its key."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from briefings.compose.datewords import in_words
from quiz_bank.formats.bank import Entry
from quiz_bank.formats.bank_writing import item_of
from quiz_bank.formats.fields import QUESTION
from quiz_bank.formats.figures import DIMENSIONS
from quiz_bank.formats.foreign.drafts import Draft, Making, Note, Outcome
from quiz_bank.formats.lines import one_line
from quiz_bank.keys import Key
from quiz_bank.questions import Question, Source

#: figures of these kinds are read with a unit; where there is none a bank says so
_WITH_UNIT = ("distance", "area", "duration", "money", "age")


@dataclass(slots=True)
class Outgoing:
    """One question while it is written.

    Attributes:
        uid: its stable id wherever it goes.
        table: what a bank's ``[[question]]`` holds. key: what counts as right.
        notes: what could not be carried, as the writer finds it.
    """

    uid: str
    table: Mapping[str, Any]
    key: Key
    notes: list[Note]

    def text(self, name: str) -> str:
        """A text of the table, empty where it has none."""
        return str(self.table.get(name, ""))

    def texts(self, name: str) -> list[str]:
        """A list of the table."""
        return list(self.table.get(name, ()))

    def note(self, outcome: Outcome, what: str) -> None:
        """Keeps what could not be carried."""
        self.notes.append(Note(outcome, what))

    @property
    def name(self) -> str:
        """How it is listed."""
        return one_line(self.text("ask"), 80)

    def draft(self, place: int) -> Draft:
        """What a report tells of it; ``place`` is its number among the questions."""
        return Draft(place, self.name, self.table, tuple(dict.fromkeys(self.notes)))


def of_entry(entry: Entry) -> Outgoing:
    """A question of a bank."""
    key = entry.question.key
    source, quote = _cited(entry.question.sources[0]) if entry.question.sources else ("", "")
    table = {
        "id": entry.id,
        "kind": key.kind,
        "ask": entry.ask,
        "answer": _answer(key),
        "aliases": list(key.aliases),
        "unit": "none" if key.kind in _WITH_UNIT and not key.unit else "",
        "tolerance": f"{Decimal(str(key.tolerance)).normalize():f}" if key.tolerance is not None else None,
        "wrong": _wrong(key, entry.wrong),
        "why": entry.question.why,
        "source": source,
        "quote": quote,
        "tags": list(entry.tags),
    }
    return Outgoing(entry.question.id, _set(table), key, [])


def of_story(typed: Iterable[Question], chosen: Iterable[Question]) -> tuple[list[Outgoing], list[Draft]]:
    """Questions made from a story's claims, and those whose answer a bank cannot hold.

    Args:
        typed: as they are asked without options.
        chosen: the same ones with options.
    """
    options = {question.id: question for question in chosen}
    found: list[Outgoing] = []
    skipped: list[Draft] = []
    for place, question in enumerate(typed, 1):
        item = item_of(question, options.get(question.id)) or _arranged(question)
        if item is None:
            skipped.append(Making(place, one_line(question.ask, 80)).skip("an answer of two parts"))
        else:
            found.append(_of_question(question, item))
    return found, skipped


def _arranged(question: Question) -> Mapping[str, Any] | None:
    """The table of items to order or to match; its question does not list them, as a bank's does not."""
    if question.kind not in ("order", "match"):
        return None
    ask = question.ask.partition(": ")[0]
    wrong = _wrong(question.key, ()) if question.kind == "match" else []
    return {
        "kind": question.kind,
        "ask": ask,
        "answer": question.key.value,
        "wrong": wrong,
        "why": question.why,
    }


def _of_question(question: Question, item: Mapping[str, Any]) -> Outgoing:
    cited = {}
    for source in question.sources[:1]:
        published = f", {in_words(source.published.isoformat())}" if source.published else ""
        cited = {
            "source": one_line(f"{source.outlet}{published}"),
            "quote": " ".join(source.sentence.split()),
        }
    return Outgoing(question.id, _set({"id": question.id, **item, **cited}), question.key, [])


def _set(table: Mapping[str, Any]) -> dict[str, Any]:
    return {
        key: table[key]
        for key in QUESTION
        if key in table and (table[key] not in (None, "", [], ()) or key == "answer")
    }


def _answer(key: Key) -> Any:
    if key.kind in DIMENSIONS:
        return key.text
    if key.kind in ("person", "place"):
        return key.name
    return key.value


def _wrong(key: Key, wrong: Iterable[str]) -> list[str]:
    if key.kind in ("choice", "match"):
        right = key.value.values() if key.kind == "match" else key.value
        taken = {right} if isinstance(right, str) else set(right)
        return [option for option in key.options if option not in taken]
    return list(wrong)


def _cited(source: Source) -> tuple[str, str]:
    start, end = source.start - source.sentence_start, source.end - source.sentence_start
    return source.name or source.outlet, source.sentence[start:end] or source.sentence
