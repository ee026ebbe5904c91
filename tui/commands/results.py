"""``briefing results``: what was answered."""

from __future__ import annotations

from dataclasses import asdict, fields
from typing import Any

import click

from tui.console import json_line, note, out
from tui.csv_text import csv_text
from tui.options import at_desk, json_option, store_option

#: what a trainee said about an attempt -> how the list says it
_SAID = {"right": "overruled", "undo": "taken back", "report": "reported"}


@click.command()
@click.option("--story", metavar="S", help="Only answers to this story's questions.")
@click.option("--who", metavar="NAME", help="Only this trainee's answers.")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV instead of text.")
@json_option
@store_option
@click.pass_context
def results(ctx: click.Context, story: str | None, who: str | None, as_csv: bool, as_json: bool) -> None:
    """Print every attempt, oldest first."""
    from quiz_bank.learning.attempts import Result

    with at_desk(ctx) as desk:
        rows = [_record(asdict(row)) for row in desk.results(story, who)]
    if as_json:
        for row in rows:
            json_line(row)
    elif as_csv:
        out(csv_text([field.name for field in fields(Result)], rows))
    elif not rows:
        note("nothing was answered yet; take a quiz with: briefing quiz")
    else:
        for row in rows:
            said = "".join(f"  ({_SAID[kind]})" for kind in row["appeals"].split())
            out(
                f"{row['at'][:16]}  {row['trainee']}  {row['verdict']}: {row['ask']}  -> {row['answer']}{said}"
            )


def _record(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "at": row["at"].isoformat()}
