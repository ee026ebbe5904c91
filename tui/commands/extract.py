"""``briefing extract``: the facts of plain text, without a store."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import click

from briefings.errors import BriefingError, ExitCode
from briefings.facts import Fact
from briefings.stories import content_key
from tui.console import json_line, note
from tui.options import Day


@click.command()
@click.argument("file", default="-", type=click.Path(readable=False))
@click.option(
    "--published",
    type=Day(),
    metavar="DATE",
    help="When the text was published; resolves Friday and last month.",
)
@click.option(
    "--jsonl", is_flag=True, help='Read {"id", "text", "published"} a line, write {"id", "facts"} a line.'
)
@click.option(
    "--all", "every_quantity", is_flag=True, help="Every quantity, also those too vague or too plain to ask."
)
@click.pass_context
def extract(ctx: click.Context, file: str, published: date | None, jsonl: bool, every_quantity: bool) -> None:
    """Find the facts in FILE, or in standard input; one JSON object a line."""
    if jsonl:
        faults = _extract_lines(file, published, every_quantity)
        if faults:
            ctx.exit(ExitCode.BAD_INPUT)
        return
    name = "stdin" if file == "-" else file
    for record in _records(name, _decoded(file, name), published, every_quantity):
        json_line(record)


def _extract_lines(file: str, day: date | None, every_quantity: bool) -> int:
    """Extracts line by line; a bad line is named and left out. Returns how many were bad."""
    from briefings.reading.dating import parse_given

    faults = 0
    for number, line in enumerate(_lines(file), 1):
        if not line.strip():
            continue
        try:
            data = json.loads(line)
            text = data["text"]
            published = parse_given(data["published"]) if data.get("published") else day
            if not isinstance(text, str):
                raise TypeError
        except (ValueError, KeyError, TypeError, AttributeError, BriefingError) as problem:
            faults += 1
            why = str(problem) if isinstance(problem, BriefingError) else 'write {"id": ..., "text": "..."}'
            note(f"briefing: line {number} is not a text to read; {why}")
            continue
        name = str(data.get("id", number))
        json_line({"id": data.get("id"), "facts": list(_records(name, text, published, every_quantity))})
    return faults


def _records(name: str, text: str, day: date | None, every_quantity: bool) -> Iterator[dict[str, Any]]:
    from briefings.extract import pipeline

    for fact in pipeline.extract(text, day, every_quantity=every_quantity):
        yield _record(name, fact, every_quantity)


def _record(name: str, fact: Fact, every_quantity: bool) -> dict[str, Any]:
    key = content_key("fact", name, fact.kind, str(fact.start), str(fact.end))
    record = fact.as_json(key, name)
    return {**record, "change": fact.change} if every_quantity else record


def _decoded(file: str, name: str) -> str:
    from briefings.reading.text import decode

    try:
        raw = sys.stdin.buffer.read() if file == "-" else Path(file).read_bytes()
    except OSError as problem:
        raise _unreadable(file, problem) from problem
    return decode(raw, name).replace("\r\n", "\n")


def _lines(file: str) -> Iterator[str]:
    if file == "-":
        yield from sys.stdin
        return
    try:
        with Path(file).open(encoding="utf-8-sig", errors="replace") as lines:
            yield from lines
    except OSError as problem:
        raise _unreadable(file, problem) from problem


def _unreadable(file: str, problem: OSError) -> BriefingError:
    return BriefingError(f"{file}: {problem.strerror}", "check the file and its permissions")
