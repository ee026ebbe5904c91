"""``briefing bank import`` and ``export``: banks from and for other programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefings.errors import BriefingError, ExitCode
from tui.console import json_line, note, out
from tui.options import Source, at_desk, json_option, store_option

if TYPE_CHECKING:
    from quiz_bank.desk import Desk
    from quiz_bank.formats.bank import Bank
    from quiz_bank.formats.foreign.drafts import Draft
    from quiz_bank.formats.foreign.outgoing import Outgoing
    from quiz_bank.formats.foreign.report import Report

READ = ("gift", "moodle", "aiken", "csv", "anki", "lines", "apkg")
WRITTEN = ("moodle", "gift", "csv", "anki", "apkg")


@click.command(name="import")
@click.argument("files", nargs=-1, required=True, metavar="FILE...", type=Source())
@click.option(
    "--format", "form", type=click.Choice(READ), help="The files' format; by suffix and content otherwise."
)
@click.option(
    "--columns",
    metavar="NAME,NAME,...",
    help="What a table's columns are, where its first row does not say: question,a,b,c,answer; - for none.",
)
@click.option("--to", "target", metavar="FILE.toml", help="Write the bank here instead of printing it.")
@click.option("--title", help="The bank's title; else the first file's name.")
@json_option
@click.pass_context
def import_banks(
    ctx: click.Context,
    files: tuple[str, ...],
    form: str | None,
    columns: str | None,
    target: str | None,
    title: str | None,
    as_json: bool,
) -> None:
    """Turn questions of other programs into a bank: GIFT, Moodle XML, Aiken, CSV, Anki.

    What could not be carried is told on stderr, question by question; with --json, each item and what became of it
    is an object on stdout. The exit code is 1 where one was skipped or must be mended before it is asked.
    """
    from quiz_bank.formats.foreign.exchange import import_file
    from quiz_bank.formats.foreign.settle import bank_texts

    taken: set[str] = set()
    names = columns.split(",") if columns else []
    reports: list[Report] = []
    is_whole = True
    for name in files:
        try:
            reports.append(import_file(Path(name), form, taken, names))
        except BriefingError as problem:
            note(f"briefing: {problem}")
            is_whole = False
    tables = [table for report in reports for table in report.tables]
    if tables:
        _deliver_banks(bank_texts(title or Path(files[0]).stem, tables), target, printed=not as_json)
    for report in reports:
        _tell(report, as_json)
    if not is_whole or not tables or not all(report.is_whole for report in reports):
        ctx.exit(ExitCode.BAD_INPUT)


@click.command()
@click.argument("name", metavar="BANK|STORY|FILE.toml", type=Source())
@click.option("--format", "form", type=click.Choice(WRITTEN), required=True, help="The format to write.")
@click.option("-o", "--output", "target", metavar="FILE", help="Write here instead of printing it.")
@json_option
@store_option
@click.pass_context
def export(ctx: click.Context, name: str, form: str, target: str | None, as_json: bool) -> None:
    """Write a bank, or the questions of a story, for another program.

    What the format cannot carry is told on stderr, question by question; with --json on stdout, and the questions
    go to the file of -o.
    """
    from quiz_bank.formats.foreign.exchange import export as exported

    if target is None and (form == "apkg" or as_json):
        raise click.UsageError("name the file to write with -o")
    title, questions, skipped = _outgoing(ctx, name)
    raw, report = exported(questions, form, title, name)
    _deliver(raw, target, printed=True)
    whole = type(report)(report.path, report.form, (*report.drafts, *skipped), report.verb)
    _tell(whole, as_json)
    if not whole.is_whole or not questions:
        ctx.exit(ExitCode.BAD_INPUT)


def _outgoing(ctx: click.Context, name: str) -> tuple[str, list[Outgoing], list[Draft]]:
    """Title and questions of a bank's file, a kept bank, or a story, and what a bank cannot hold of these."""
    from quiz_bank.formats.foreign.outgoing import of_story

    if name.endswith(".toml"):
        from quiz_bank.formats.bank_toml import read_bank_file

        return _of_bank(read_bank_file(Path(name)))
    with at_desk(ctx) as desk:
        kept = _kept(desk, name)
        if kept is not None:
            return _of_bank(kept)
        story = desk.story(name)
        found, skipped = of_story(desk.questions(story.slug), desk.questions(story.slug, "choice"))
    return story.title, found, skipped


def _kept(desk: Desk, name: str) -> Bank | None:
    from quiz_bank.bank_shelf import banks, kept_bank

    known = [card.slug for card in desk.store.read(banks)]
    return desk.store.read(lambda session: kept_bank(session, name)) if name in known else None


def _of_bank(bank: Bank) -> tuple[str, list[Outgoing], list[Draft]]:
    from quiz_bank.formats.faults import rendered
    from quiz_bank.formats.foreign.drafts import Making
    from quiz_bank.formats.foreign.outgoing import of_entry

    for fault in bank.faults:
        note(rendered(fault))
    faulty = bank.asked - len(bank.entries)
    skipped = [Making(0, "questions with a fault").skip("see above")] * faulty
    return bank.title, [of_entry(entry) for entry in bank.entries], skipped


def _deliver_banks(texts: list[str], target: str | None, printed: bool) -> None:
    """Writes one bank to the file named, or several beside it; what is too much for one is not printed."""
    if len(texts) == 1:
        _deliver(texts[0].encode(), target, printed)
        return
    if target is None:
        raise BriefingError(f"{len(texts)} banks are needed to hold these questions", "name a file with --to")
    whole = Path(target)
    for number, text in enumerate(texts, 1):
        part = whole.with_stem(f"{whole.stem}-{number}")
        _deliver(text.encode(), str(part), printed)
        note(f"{part}: part {number} of {len(texts)}, as one bank cannot hold all questions")


def _deliver(raw: bytes, target: str | None, printed: bool) -> None:
    """Writes to the file named, else prints."""
    if target is None:
        if printed:
            out(raw.decode().rstrip("\n"))
        return
    try:
        Path(target).write_bytes(raw)
    except OSError as problem:
        raise BriefingError(f"{target}: {problem.strerror}", "name another file") from problem


def _tell(report: Report, as_json: bool) -> None:
    if as_json:
        for record in report.records():
            json_line(record)
        note(report.summary())
        return
    for line in report.lines():
        note(line)
