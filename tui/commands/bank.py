"""``briefing bank``: instructors' banks of questions."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefings.errors import BriefingError, ExitCode
from tui.commands.bank_exchange import export, import_banks
from tui.console import json_line, note, out, table
from tui.options import Source, at_desk, json_option, store_option, story_argument, who_option

if TYPE_CHECKING:
    from briefings.stories import Article
    from quiz_bank.bank_articles import Articles
    from quiz_bank.formats.bank import Bank
    from quiz_bank.formats.faults import Fault

_FILES = click.argument("files", nargs=-1, required=True, metavar="FILE...", type=Source())


@click.group()
def bank() -> None:
    """Keep banks of your own questions: write them, look them over, use them in quizzes."""


bank.add_command(import_banks)
bank.add_command(export)


@bank.command()
@story_argument
@click.option("--from-claims", is_flag=True, help="Begin with the questions that the story's claims give.")
@store_option
@click.pass_context
def new(ctx: click.Context, story: str | None, from_claims: bool) -> None:
    """Print a bank to start from, for a story where one is named."""
    from quiz_bank.formats.bank_writing import items_of, skeleton

    if story is None and not from_claims:
        out(skeleton().rstrip("\n"))
        return
    with at_desk(ctx) as desk:
        told = desk.story(story)
        typed = desk.questions(told.slug) if from_claims else []
        chosen = desk.questions(told.slug, "choice") if from_claims else []
    items = items_of(typed, {question.id: question for question in chosen})
    out(skeleton(told.title, told.slug, told.as_of, items).rstrip("\n"))
    if from_claims:
        left_out = len(typed) - len(items)
        note(
            f"{len(items)} questions"
            + (f"; {left_out} left out: a bank cannot hold them" if left_out else "")
        )


@bank.command()
@_FILES
@click.option(
    "--format",
    "form",
    type=click.Choice(("text", "json")),
    default="text",
    show_default=True,
    help="How to tell.",
)
@store_option
@click.pass_context
def check(ctx: click.Context, files: tuple[str, ...], form: str) -> None:
    """Tell all that is wrong in banks. Quotes are looked up in the story's articles."""
    stored = _stored(ctx)
    read = [_read(name, stored) for name in files]
    faults = [fault for found in read if found is not None for fault in found.faults]
    _tell(faults, form)
    if form == "text":
        for name, found in zip(files, read, strict=True):
            if found is not None:
                note(_summary(name, found))
    if faults or None in read:
        ctx.exit(ExitCode.BAD_INPUT)


@bank.command()
@_FILES
@store_option
@who_option
@click.pass_context
def add(ctx: click.Context, files: tuple[str, ...]) -> None:
    """Keep banks in the store. A question with a fault waits until it is mended."""
    faulty = False
    with at_desk(ctx) as desk:
        for name in files:
            kept = desk.add_bank(Path(name))
            _tell(kept.faults, "text", to_stderr=True)
            faulty = faulty or bool(kept.faults)
            if kept.entries:
                out(f"{kept.slug}: {_count(len(kept.entries), 'question')} of {kept.asked}")
            else:
                note(f"briefing: {name}: no question can be used; nothing was kept")
    if faulty:
        ctx.exit(ExitCode.BAD_INPUT)


@bank.command(name="list")
@json_option
@store_option
@click.pass_context
def list_banks(ctx: click.Context, as_json: bool) -> None:
    """List the banks; changed files are read again first."""
    from quiz_bank.bank_shelf import banks, changed_banks, reload_banks

    with at_desk(ctx) as desk:
        if desk.store.read(changed_banks):
            for read in desk.store.write(reload_banks):
                note(f"{read.slug}: read again, {_count(len(read.faults), 'fault')}")
        cards = desk.store.read(banks)
    if as_json:
        for card in cards:
            json_line(
                {
                    "bank": card.slug,
                    "title": card.title,
                    "story": card.story,
                    "path": card.path,
                    "is_there": card.is_there,
                    "questions": card.questions,
                    "faults": card.faults,
                }
            )
    elif cards:
        head = ("bank", "story", "questions", "faults", "file")
        rows = [
            (
                card.slug,
                card.story,
                str(card.questions),
                str(card.faults),
                card.path + ("" if card.is_there else " (gone)"),
            )
            for card in cards
        ]
        out(table([head, *rows], right=frozenset((2, 3))))
    else:
        note(
            "no banks yet; begin one with: briefing bank new > mine.toml, keep it with: briefing bank add mine.toml"
        )


@bank.command()
@click.argument("name")
@store_option
@who_option
@click.pass_context
def remove(ctx: click.Context, name: str) -> None:
    """Take a bank out of the quizzes. Its file and what was answered stay."""
    with at_desk(ctx) as desk:
        desk.remove_bank(name)
    out(f"{name}: removed")


def _stored(ctx: click.Context) -> Articles:
    """Finds a story's articles in the store where there is one; looking a bank over makes none."""

    @cache
    def find(slug: str) -> list[Article]:
        from briefings.store.location import resolve

        named = (ctx.obj or {}).get("db")
        if not resolve(named).may_hold:
            return []
        from briefings.store.store import open_store
        from quiz_bank.bank_articles import stored_articles

        with open_store(named) as store:
            return store.read(lambda session: stored_articles(session, slug))

    return find


def _read(name: str, stored: Articles) -> Bank | None:
    """A bank from its file; a file that cannot be read is told in one line."""
    from quiz_bank.bank_articles import articles_for
    from quiz_bank.formats.bank_toml import read_bank_file

    path = Path(name)
    try:
        return read_bank_file(path, articles_for(path.resolve(), stored))
    except BriefingError as problem:
        if problem.code is ExitCode.UNAVAILABLE:  # the store, not the bank
            raise
        note(f"briefing: {problem}")
        return None


def _tell(faults: Iterable[Fault], form: str, to_stderr: bool = False) -> None:
    from quiz_bank.formats.faults import rendered

    for fault in faults:
        if form == "json":
            json_line(fault.as_json())
        elif to_stderr:
            note(rendered(fault))
        else:
            out(rendered(fault))


def _summary(name: str, found: Bank) -> str:
    told = f"{name}: {_count(found.asked, 'question')}, {_count(len(found.faults), 'fault')}"
    quoted = sum(
        bool(source.sentence) and not source.article for q in found.questions for source in q.sources
    )
    return told + (
        f"; {_count(quoted, 'quote')} not looked up: the articles are not at hand" if quoted else ""
    )


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}{'' if number == 1 else 's'}"
