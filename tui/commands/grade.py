"""``briefing grade``: answers judged, JSON Lines in and out."""

from __future__ import annotations

import json
import sys
from typing import Any

import click

from briefings.errors import BriefingError, ExitCode
from tui.console import json_line, note


@click.command()
@click.option(
    "--check", is_flag=True, help="Each line carries the verdict it should get; exit 1 if any differs."
)
@click.pass_context
def grade(ctx: click.Context, check: bool) -> None:
    """Judge answers: reads {"id"?, "key", "answer"} a line, writes {"id"?, "verdict", "reason", "rule"}.

    A line that cannot be read is told on stderr with its number, and the others go on.
    """
    counted = differing = faults = 0
    for number, line in enumerate(sys.stdin, 1):
        if not line.strip():
            continue
        try:
            row = _row(line)
            judged = _judged(row)
        except BriefingError as problem:
            faults += 1
            note(f"briefing: line {number}: {problem}")
            continue
        counted += 1
        json_line(judged)
        if check and judged["verdict"] != row.get("verdict"):
            differing += 1
            note(f"line {number}: {judged['verdict']}, not {row.get('verdict', 'told')} ({judged['rule']})")
    if check:
        note(f"{counted} answers, {differing} judged otherwise, {faults} lines not readable")
    if faults or differing:
        ctx.exit(ExitCode.BAD_INPUT)


def _row(line: str) -> dict[str, Any]:
    """One line as an object with a key and an answer.

    Raises:
        BriefingError: it is none.
    """
    try:
        row = json.loads(line)
    except (ValueError, RecursionError) as problem:
        raise BriefingError("not JSON, or nested too deep", "write one object a line") from problem
    if not isinstance(row, dict) or not isinstance(row.get("answer"), str) or "key" not in row:
        raise BriefingError('it needs a "key" and an "answer"', 'write {"key": {...}, "answer": "..."}')
    return row


def _judged(row: dict[str, Any]) -> dict[str, Any]:
    from quiz_bank.grading.judge import judge
    from quiz_bank.grading.key_shapes import read_key

    ask = row.get("ask")
    verdict = judge(read_key(row["key"]), row["answer"], ask if isinstance(ask, str) else "")
    told = {"verdict": verdict.verdict, "reason": verdict.reason, "rule": verdict.rule}
    return {"id": row["id"], **told} if "id" in row else told
