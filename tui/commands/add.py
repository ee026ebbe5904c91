"""``briefing add``: articles into a story."""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import ExitStack
from typing import TYPE_CHECKING

import click

from tui.console import json_line, note, out
from tui.options import Day, at_desk, json_option, store_option

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from click._termui_impl import ProgressBar

    from briefings.ingest import Added
    from quiz_bank.desk import Desk

INTERRUPTED = (
    130  # the exit status of a program that Ctrl-C ended, as shells give it: 128 and the signal's number
)
_SURE = frozenset(("stated", "given"))


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@click.option(
    "--story", metavar="NAME", help="The story they belong to; default: the folder's or first file's name."
)
@click.option("--outlet", metavar="O", help="Who printed them, where the text does not say.")
@click.option("--published", type=Day(), metavar="DATE", help="When, as 2017-11-03.")
@click.option("--title", metavar="T", help="The headline.")
@click.option("--allow-local", is_flag=True, help="Fetch from this machine and its network too.")
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
    allow_local: bool,
    verbose: bool,
    as_json: bool,
) -> None:
    """Add articles to a story.

    SOURCE is a .txt, .md or .html file, a folder of them, a web address, or - for standard input. Adding again
    changes nothing.
    """
    from briefings.reading.articles import Given

    given = Given(outlet=outlet, title=title, published=published)
    with at_desk(ctx) as desk, _Progress() as progress:
        try:
            report = desk.add(list(sources), story, given, progress, allow_local)
        except KeyboardInterrupt:
            progress.close()
            note(
                f"briefing: stopped; {progress.done} of {progress.total} are done, the same command does the rest"
            )
            ctx.exit(INTERRUPTED)
        progress.close()
        _tell(desk, report.slug, report.added, as_json, verbose)
    if report.problems:
        ctx.exit(max(entry.problem.code for entry in report.added if entry.problem))


class _Progress:
    """A bar on stderr that counts the sources; none where stderr is no terminal, or where there is but one."""

    def __init__(self) -> None:
        self.done = self.total = 0
        self._bar: ProgressBar[int] | None = None
        self._open = ExitStack()

    def __enter__(self) -> _Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __call__(self, entry: Added, done: int, total: int) -> None:
        """Counts one source."""
        self.done, self.total = done, total
        if total > 1 and sys.stderr.isatty():
            if self._bar is None:
                bar = click.progressbar(length=total, label="Reading", file=sys.stderr)
                self._bar = self._open.enter_context(bar)
            self._bar.update(1)

    def close(self) -> None:
        """Ends the bar's line."""
        self._open.close()


def _tell(desk: Desk, slug: str, entries: Sequence[Added], as_json: bool, verbose: bool) -> None:
    """One line an article; what was left out goes to stderr with why."""
    for entry in entries:
        if entry.problem is not None:
            note(f"briefing: {entry.problem}")
    kept = [entry for entry in entries if entry.problem is None]
    if as_json:
        _tell_json(desk, slug, kept)
        return
    for entry in kept:
        out(_line(entry))
        for line in entry.cut if verbose else ():
            out(f"    cut: {line}")
    note(_summary(slug, entries))
    for missing in _missing(kept):
        note(missing)


def _tell_json(desk: Desk, slug: str, kept: Sequence[Added]) -> None:
    from tui.records import article_record

    if not kept:
        return
    story = desk.story(slug)
    articles = {article.key: article for article in story.articles}
    for entry in kept:
        record = article_record(story, articles[entry.key or ""])
        json_line({**record, "source": entry.source, "outcome": entry.outcome, "duplicate_of": entry.twin})


def _line(entry: Added) -> str:
    outcome = f"duplicate of {entry.twin}" if entry.twin else str(entry.outcome)
    facts = "" if entry.facts is None else f", {entry.facts} fact{'' if entry.facts == 1 else 's'}"
    lines = len(entry.cut)
    cut = f", {lines} line{'' if lines == 1 else 's'} of page furniture cut" if lines else ""
    day = "date not known"
    if entry.published:
        basis = "" if entry.date_basis in _SURE else f" ({entry.date_basis})"
        day = f"{entry.published.isoformat()}{basis}"
    return f"{entry.source}: {outcome}{facts}{cut}; {entry.outlet or 'outlet not known'}, {day}"


def _summary(slug: str, entries: Sequence[Added]) -> str:
    outcomes = Counter(
        entry.outcome or "left out" for entry in sorted(entries, key=lambda e: e.problem is not None)
    )
    counted = ", ".join(f"{count} {word}" for word, count in outcomes.items())
    if set(outcomes) == {"left out"}:
        return f"{slug}: {counted}"
    return f"{slug}: {counted}; read it with: briefing show {slug}"


def _missing(kept: Sequence[Added]) -> list[str]:
    """What is not known of articles, and how to give it."""
    undated = sum(entry.published is None for entry in kept)
    unnamed = sum(entry.outlet is None for entry in kept)
    lines = []
    if undated:
        why = "days such as 'on Friday' are left out of the facts"
        lines.append(f"{undated} without a date ({why}): add again with --published DATE")
    if unnamed:
        lines.append(f"{unnamed} without an outlet: add again with --outlet NAME")
    return lines
