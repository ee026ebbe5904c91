"""Writes a briefing, a round or the results of a class to a file in the format its name ends in."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol, TypeVar

from briefings.errors import BriefingError
from tui.class_records import RECORDS, Record, View, class_csv, json_text
from tui.csv_text import csv_text

if TYPE_CHECKING:
    from briefings.compose.briefing import Briefing
    from briefings.stories import Story
    from quiz_bank.learning.gradebook import Gradebook
    from quiz_bank.session import Quiz

Shape = TypeVar("Shape")


class Writer(Protocol):
    """Writes a file; raises ``BriefingError`` where it cannot, or may not write over one that is there."""

    def __call__(self, path: Path, *, replace: bool) -> None:
        """Writes it."""


def write_briefing(path: Path, briefing: Briefing, story: Story, replace: bool = False) -> None:
    """Writes the file, UTF-8.

    Args:
        path: the file; its suffix is one of ``FORMATS``.
        briefing: what to write.
        story: the story it was composed from.
        replace: whether a file that is there may be written over.

    Raises:
        BriefingError: the suffix is not known, the file is there, or it could not be written.
    """
    shape = _shape(path, FORMATS)
    _write(path, shape(briefing, story), replace)


def write_results(path: Path, book: Gradebook, view: View, replace: bool = False) -> None:
    """Writes a view of a class's results, UTF-8.

    Args:
        path: the file; its suffix is one of ``RESULT_FORMATS``.
        book: the results.
        view: which of them.
        replace: whether a file that is there may be written over.

    Raises:
        BriefingError: the suffix is not known, the file is there, or it could not be written.
    """
    shape = _shape(path, RESULT_FORMATS)
    _write(path, shape(RECORDS[view](book)), replace)


def write_round(path: Path, quiz: Quiz, title: str, replace: bool = False) -> None:
    """Writes what became of each question of a round, with the sentence it rests on, UTF-8.

    Args:
        path: the file; its suffix is one of ``ROUND_FORMATS``.
        quiz: the round, over or broken off.
        title: what it was on.
        replace: whether a file that is there may be written over.

    Raises:
        BriefingError: the suffix is not known, the file is there, or it could not be written.
    """
    shape = _shape(path, ROUND_FORMATS)
    _write(path, shape(quiz, title), replace)


def _shape(path: Path, formats: Mapping[str, Shape]) -> Shape:
    """What writes the format that the file's name ends in."""
    shape = formats.get(path.suffix.casefold())
    if shape is None:
        raise BriefingError(f"{path.name} does not tell the format", f"end the name in {', '.join(formats)}")
    return shape


def _write(path: Path, text: str, replace: bool) -> None:
    try:
        with path.open("w" if replace else "x", encoding="utf-8", errors="replace") as file:
            file.write(text)
    except FileExistsError as error:
        raise BriefingError(f"{path} is there already", "enter again writes over it") from error
    except (OSError, ValueError) as error:
        why = getattr(error, "strerror", None) or "no file can have this name"
        raise BriefingError(f"{path} could not be written: {why}", "choose another place") from error


def _text(briefing: Briefing, story: Story) -> str:
    from briefings.compose.plain import render

    return render(briefing)


def _markdown(briefing: Briefing, story: Story) -> str:
    from briefings.compose.markdown import render

    return render(briefing)


def _html(briefing: Briefing, story: Story) -> str:
    from briefings.compose.html_page import render

    return render(briefing, story)


def _json(briefing: Briefing, story: Story) -> str:
    from briefings.compose.as_json import to_json

    return json.dumps(to_json(briefing, story), ensure_ascii=False, indent=2) + "\n"


def _round_text(quiz: Quiz, title: str) -> str:
    from tui.round_text import round_text

    return round_text(quiz, title)


def _round_markdown(quiz: Quiz, title: str) -> str:
    from tui.round_text import round_markdown

    return round_markdown(quiz, title)


def _round_csv(quiz: Quiz, title: str) -> str:
    from tui.round_records import round_records

    return csv_text(round_records(quiz))


def _round_json(quiz: Quiz, title: str) -> str:
    from tui.round_records import round_records

    return json_text(round_records(quiz))


#: suffix -> what writes it
FORMATS: dict[str, Callable[[Briefing, Story], str]] = {
    ".md": _markdown,
    ".txt": _text,
    ".html": _html,
    ".json": _json,
}
RESULT_FORMATS: dict[str, Callable[[Iterable[Record]], str]] = {".csv": class_csv, ".jsonl": json_text}
ROUND_FORMATS: dict[str, Callable[[Quiz, str], str]] = {
    ".md": _round_markdown,
    ".txt": _round_text,
    ".csv": _round_csv,
    ".jsonl": _round_json,
}
