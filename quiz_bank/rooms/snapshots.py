"""A question as a room keeps it: whole, so that the room goes on as it began when the story is read again."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from quiz_bank.keys import Key
from quiz_bank.questions import Question, Source


def snapshot(question: Question) -> dict[str, Any]:
    """The question as JSON; ``question_of`` makes it again."""
    kept: dict[str, Any] = asdict(question)
    kept["key"] = question.key.as_json()
    for source in kept["sources"]:
        source["published"] = source["published"] and source["published"].isoformat()
    return kept


def question_of(kept: Mapping[str, Any]) -> Question:
    """The question that a snapshot was taken of."""
    sources = tuple(
        Source(**{**each, "published": each["published"] and date.fromisoformat(each["published"])})
        for each in kept["sources"]
    )
    lists = {name: tuple(kept[name]) for name in ("options", "siblings")}
    return Question(**{**kept, **lists, "key": Key.from_json(kept["key"]), "sources": sources})
