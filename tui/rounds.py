"""Taking up a round and playing it, for the commands that do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tui.console import is_terminal, note, out

if TYPE_CHECKING:
    from pathlib import Path

    import click

    from quiz_bank.desk import Desk
    from quiz_bank.session import Quiz


def take_up(desk: Desk, slug: str | None, bank: str | None = None) -> Quiz | None:
    """The round that broke off on a story or a bank (neither: a review of all), told on stderr; None if none did."""
    found = desk.resume(slug, bank)
    if found is None:
        return None
    note(f"resuming your round: {found.answered} of {found.quiz.total} answered; --new starts over")
    for ask in found.left_out:
        note(f"left out, as it has changed since: {ask}")
    return found.quiz


def check_output(output: Path | None, plain: bool) -> None:
    """Tells before the first question that the file of ``-o`` cannot be written.

    Raises:
        click.UsageError: the round is played in the app, or the name tells no format.
    """
    import click

    from tui.exporting import ROUND_FORMATS

    if output is not None and not plain and is_terminal():
        raise click.UsageError("-o goes with --plain; in the app, w writes the round")
    if output is not None and output.suffix.casefold() not in ROUND_FORMATS:
        raise click.UsageError(f"-o {output.name}: end the name in {', '.join(ROUND_FORMATS)}")


def play(desk: Desk, quiz: Quiz, plain: bool, output: Path | None = None) -> bool:
    """Plays a round line by line where that is wanted or there is no terminal; whether the app is to play it.

    Args:
        desk: keeps the answers.
        quiz: the round.
        plain: line by line, even at a terminal.
        output: the file that the round is written to at its end; one that is there is written over.
    """
    if not quiz.total:
        _say_nothing_due(desk)
        return False
    if not plain and is_terminal():
        return True
    from tui.plain.quiz import run_quiz

    run_quiz(desk, quiz)
    if output is not None and quiz.attempts:
        from tui.exporting import write_round

        write_round(output, quiz, "Results", replace=True)
        note(f"written to {output}")
    return False


def open_in_app(ctx: click.Context, quiz: Quiz) -> None:
    """Opens the app at a round."""
    from tui.app import run

    chosen = ctx.obj or {}
    run(chosen.get("db"), chosen.get("who"), quiz)


def _say_nothing_due(desk: Desk) -> None:
    """Says that there is nothing to review, and when there will be."""
    due = desk.due()
    ahead = next((day for day in due.forecast if day.due), None)
    when = f"; {ahead.due} on {ahead.day.isoformat()}" if ahead is not None else ""
    out(f"nothing is due{when}")
