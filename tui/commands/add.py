"""``briefing add``: articles into a story."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from briefings.errors import ExitCode
from tui.console import json_line, note, out
from tui.options import Day, at_desk, json_option, store_option

if TYPE_CHECKING:
    from datetime import date

    from briefings.ingest import Added
    from quiz_bank.desk import Desk


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "--story", metavar="NAME", help="The story they belong to; default: the folder's or first file's name."
)
@click.option("--outlet", metavar="O", help="Who printed them, where the text does not say.")
@click.option("--published", type=Day(), metavar="DATE", help="When, as 2017-11-03.")
@click.option("--title", metavar="T", help="The headline.")
@click.option("--verbose", is_flag=True, help="Show the lines of page furniture that were cut.")
@json_option
@store_option
@click.pass_context
def add(
    ctx: click.Context,
    sources: tuple[str, ...],
    story: str | None,
    outlet: str | None,
    published: date | None,
    title: str | None,
    verbose: bool,
    as_json: bool,
) -> None:
    """Add articles to a story.

    SOURCE is a .txt or .md file, a folder of them, or - for standard input. Adding again changes nothing.
    """
    from briefings.reading.articles import Given

    given = Given(outlet=outlet, title=title, published=published)
    with at_desk(ctx) as desk:
        report = desk.add(list(sources), story, given)
        for entry in report.added:
            _tell(desk, report.slug, entry, as_json, verbose)
        if not as_json:
            note(_summary(report.slug, list(report.added)))
    if report.problems:
        ctx.exit(ExitCode.BAD_INPUT)


def _tell(desk: Desk, slug: str, entry: Added, as_json: bool, verbose: bool) -> None:
    """One line an article; what was left out goes to stderr with why."""
    if entry.article is None:
        note(f"briefing: {entry.problem}")
        return
    article = entry.article
    if as_json:
        from tui.records import article_record

        stored = desk.story(slug)
        json_line({**article_record(stored, stored.article(article.key)), "outcome": entry.outcome})
        return
    facts = f", {len(article.facts)} facts" if article.facts else ""
    cut = f", {len(article.cut)} lines of page furniture cut" if article.cut else ""
    day = article.published.isoformat() if article.published else "date not known (give it with --published)"
    out(f"{entry.source}: {entry.outcome}{facts}{cut}; {article.outlet or 'outlet not known'}, {day}")
    for line in article.cut if verbose else ():
        out(f"    cut: {line}")


def _summary(slug: str, entries: list[Added]) -> str:
    outcomes = [entry.outcome or "left out" for entry in entries]
    counted = ", ".join(f"{outcomes.count(word)} {word}" for word in dict.fromkeys(outcomes))
    return f"{slug}: {counted}; read it with: briefing show {slug}"
