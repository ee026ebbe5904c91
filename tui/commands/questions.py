"""``briefing questions``: what would be asked, with keys and sources."""

from __future__ import annotations

import click

from quiz_bank.keys import KEY_KINDS
from quiz_bank.questions import Question
from tui.console import json_line, out
from tui.options import at_desk, json_option, store_option, story_argument


@click.command()
@story_argument
@click.option("--mode", type=click.Choice(("type", "choice")), default="type", show_default=True)
@click.option("--kind", type=click.Choice(KEY_KINDS), help="Only questions with this kind of answer.")
@json_option
@store_option
@click.pass_context
def questions(ctx: click.Context, story: str | None, mode: str, kind: str | None, as_json: bool) -> None:
    """List the questions a story's claims give, best first, with keys and sources."""
    with at_desk(ctx) as desk:
        found = desk.questions(story, "choice" if mode == "choice" else "type", [kind] if kind else ())
    for number, question in enumerate(found, 1):
        if as_json:
            json_line(question.as_json())
        else:
            _print(number, question)


def _print(number: int, question: Question) -> None:
    out(f"{number}. {question.ask}  ({question.header})")
    for place, option in enumerate(question.options, 1):
        out(f"      {place}) {option}")
    out(f"   -> {question.answer}")
    for source in question.sources[:1]:
        out(f"      {source.outlet}: {' '.join(source.sentence.split())}")
