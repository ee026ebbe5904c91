"""A class's results as records for programs and spreadsheets: one a question, one a trainee, one a kind of answer."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal

from tui.csv_text import csv_text

if TYPE_CHECKING:
    from quiz_bank.learning.gradebook import Gradebook
    from quiz_bank.learning.items import Share, Tally

View = Literal["items", "trainees", "kinds"]
Record = dict[str, Any]

_COUNTS = (
    "answers", "first_tries", "right", "close", "facility", "median_seconds", "overrides", "reports", "latest",
)  # fmt: skip
#: the columns of each view that are there whatever was answered
HEADS: dict[View, tuple[str, ...]] = {
    "items": ("question", "story", "kind", "ask", "answer", *_COUNTS, "discrimination", "options", "wrong"),
    "trainees": ("trainee", *_COUNTS),
    "kinds": ("kind", *_COUNTS),
}


def item_records(book: Gradebook) -> list[Record]:
    """A record a question, the hardest first."""
    records = []
    for item in book.results.items:
        asked = book.asked.get(item.question)
        records.append(
            {
                "question": item.question,
                "story": item.story,
                "kind": item.kind,
                "ask": asked.ask if asked else "",
                "answer": asked.answer if asked else "",
                **_counts(item.tally),
                "discrimination": _rounded(item.discrimination),
                "options": _shares(item.options),
                "wrong": _shares(item.wrong),
            }
        )
    return records


def trainee_records(book: Gradebook) -> list[Record]:
    """A record a trainee, with her score in each story and in each kind of answer."""
    return [
        {
            "trainee": trainee.name,
            **_counts(trainee.tally),
            "stories": {story: _counts(tally) for story, tally in trainee.stories.items()},
            "kinds": {kind: _counts(tally) for kind, tally in trainee.kinds.items()},
        }
        for trainee in book.results.trainees
    ]


def kind_records(book: Gradebook) -> list[Record]:
    """A record a kind of answer."""
    return [{"kind": kind, **_counts(tally)} for kind, tally in book.results.kinds.items()]


RECORDS: dict[View, Callable[[Gradebook], list[Record]]] = {
    "items": item_records,
    "trainees": trainee_records,
    "kinds": kind_records,
}


def json_text(records: Iterable[Record]) -> str:
    """JSON Lines, each line ended."""
    return "".join(f"{json.dumps(record, ensure_ascii=False)}\n" for record in records)


def class_csv(records: Iterable[Record], head: Iterable[str] = ()) -> str:
    """CSV, each line ended; see ``csv_text``.

    Args:
        records: what is nested in them is flattened: a score a story, answers with their counts.
        head: the columns where there are no records to tell them.
    """
    return csv_text([dict(_cells(record)) for record in records], head)


def _counts(tally: Tally) -> Record:
    return {
        "answers": tally.answers,
        "first_tries": tally.first_tries,
        "right": tally.right,
        "close": tally.close,
        "facility": _rounded(tally.facility),
        "median_seconds": None if tally.median_ms is None else round(tally.median_ms / 1000, 1),
        "overrides": tally.overrides,
        "reports": tally.reports,
        "latest": tally.latest.isoformat() if tally.latest else None,
    }


def _shares(shares: Iterable[Share]) -> list[Record]:
    return [
        {"answer": share.answer, "count": share.count, "share": _rounded(share.share)} for share in shares
    ]


def _rounded(value: float | None) -> float | None:
    return None if value is None else round(value, 3)


def _cells(record: Mapping[str, Any]) -> Iterable[tuple[str, object]]:
    """The cells of a record: of stories and kinds only what a gradebook needs, score and tries."""
    for name, value in record.items():
        if name in ("stories", "kinds"):
            for part, counts in value.items():
                yield f"{part} score", counts["facility"]
                yield f"{part} tries", counts["first_tries"]
        elif isinstance(value, list):
            yield name, "; ".join(f"{share['answer']} ({share['count']})" for share in value)
        else:
            yield name, value
