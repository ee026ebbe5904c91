"""``briefing results``: what was answered, and how questions, trainees and kinds of answer fared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict, fields
from typing import TYPE_CHECKING, Any

import click

from tui.class_records import HEADS, RECORDS, Record, View, class_csv
from tui.console import json_line, note, out, table
from tui.figures import percent, seconds, signed
from tui.options import at_desk, json_option, store_option, who_option

if TYPE_CHECKING:
    from quiz_bank.desk import Desk
    from quiz_bank.learning.gradebook import Gradebook
    from quiz_bank.learning.items import Tally

NOTHING = "nothing was answered yet; take a quiz with: briefing quiz"
LONGEST_ASK = 60  # characters of a question in a table of text
#: what a trainee said about an attempt -> how the list says it
_SAID = {"right": "overruled", "undo": "taken back", "report": "reported"}


@click.command()
@click.option("--story", metavar="S", help="Only answers to this story's questions.")
@click.option("--who", metavar="NAME", help="Only this trainee's answers.")
@click.option("--items", "view", flag_value="items", help="Instead, how each question fared.")
@click.option(
    "--trainees", "view", flag_value="trainees", help="Instead, the gradebook: how each trainee does."
)
@click.option("--kinds", "view", flag_value="kinds", help="Instead, how each kind of answer fared.")
@click.option("--csv", "as_csv", is_flag=True, help="Print CSV instead of text.")
@json_option
@store_option
@who_option
@click.pass_context
def results(
    ctx: click.Context, story: str | None, who: str | None, view: View | None, as_csv: bool, as_json: bool
) -> None:
    """Print every attempt, oldest first; or how questions, trainees or kinds of answer fared.

    Of questions, trainees and kinds only first tries count as right or not.
    """
    from quiz_bank.learning.attempts import Result

    if as_csv and as_json:
        raise click.UsageError("choose one of --csv and --json", ctx)
    with at_desk(ctx) as desk:
        if view is None:
            rows = [_attempt(asdict(row)) for row in desk.results(story, who)]
            head = tuple(field.name for field in fields(Result))
        else:
            book = desk.gradebook(story, who)
            rows, head = RECORDS[view](book), HEADS[view]
        if not rows and story is not None:
            _must_exist(desk, story)
    if as_json:
        for row in rows:
            json_line(row)
    elif as_csv:
        out(class_csv(rows, head).rstrip("\n"))
    elif not rows:
        note(NOTHING)
    elif view is None:
        for row in rows:
            out(_attempt_line(row))
    else:
        out(_TABLES[view](book))


def _must_exist(desk: Desk, story: str) -> None:
    """A name that nothing was answered under is a story's or a bank's: of those taken out the answers are left.

    Raises:
        BriefingError: it is neither.
    """
    if story not in desk.bank_titles():
        desk.story(story)


def _attempt(row: Record) -> Record:
    return {**row, "at": row["at"].isoformat()}


def _attempt_line(row: dict[str, Any]) -> str:
    said = "".join(f"  ({_SAID[kind]})" for kind in row["appeals"].split())
    return f"{row['at'][:16]}  {row['trainee']}  {row['verdict']}: {row['ask']}  -> {row['answer']}{said}"


def _items(book: Gradebook) -> str:
    rows: list[tuple[str, ...]] = [("right", "tries", "parts", "time", "said", "question")]
    for item in book.results.items:
        tally, asked = item.tally, book.asked.get(item.question)
        rows.append(
            (
                percent(tally.facility),
                str(tally.first_tries),
                signed(item.discrimination),
                seconds(tally.median_ms),
                _said(tally),
                _cut(asked.ask if asked else item.question),
            )
        )
    return table(rows, right=frozenset((0, 1, 2, 3)))


def _trainees(book: Gradebook) -> str:
    rows: list[tuple[str, ...]] = [("trainee", "right", "tries", "time", "said", "by story")]
    for trainee in book.results.trainees:
        stories = ", ".join(f"{name} {percent(each.facility)}" for name, each in trainee.stories.items())
        rows.append((trainee.name, *_figures(trainee.tally), stories))
    return table(rows, right=frozenset((1, 2, 3)))


def _kinds(book: Gradebook) -> str:
    rows: list[tuple[str, ...]] = [("kind", "right", "tries", "time", "said")]
    rows += [(kind, *_figures(tally)) for kind, tally in book.results.kinds.items()]
    return table(rows, right=frozenset((1, 2, 3)))


_TABLES: dict[View, Callable[[Gradebook], str]] = {"items": _items, "trainees": _trainees, "kinds": _kinds}


def _figures(tally: Tally) -> tuple[str, ...]:
    return percent(tally.facility), str(tally.first_tries), seconds(tally.median_ms), _said(tally)


def _said(tally: Tally) -> str:
    """How often trainees overruled the grader, and reported a bad question."""
    said = ((tally.overrides, "right"), (tally.reports, "bad"))
    return " ".join(f"{count} {word}" for count, word in said if count)


def _cut(text: str) -> str:
    return text if len(text) <= LONGEST_ASK else f"{text[: LONGEST_ASK - 1]}…"
