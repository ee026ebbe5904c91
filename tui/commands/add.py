"""``briefing add``: articles into a story."""

from __future__ import annotations

import gc
import sys
from collections import Counter
from contextlib import AbstractContextManager, ExitStack, nullcontext
from typing import TYPE_CHECKING

import click

from tui.console import json_line, note, out
from tui.options import Day, Source, at_desk, json_option, store_option

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import date

    from click._termui_impl import ProgressBar

    from briefings.ingest import Added, Report
    from briefings.reading.articles import Given
    from briefings.workers.crew import Workers
    from quiz_bank.desk import Desk

INTERRUPTED = (
    130  # the exit status of a program that Ctrl-C ended, as shells give it: 128 and the signal's number
)
_SURE = frozenset(("stated", "given"))


@click.command()
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...", type=Source())
@click.option(
    "--story", metavar="NAME", help="The story they belong to; default: the folder's or first file's name."
)
@click.option("--outlet", metavar="O", help="Who printed them, where the text does not say.")
@click.option("--published", type=Day(), metavar="DATE", help="When, as 2017-11-03.")
@click.option("--title", metavar="T", help="The headline.")
@click.option("--allow-local", is_flag=True, help="Fetch from this machine and its network too.")
@click.option("--by-folder", is_flag=True, help="Make a story of each folder inside SOURCE.")
@click.option(
    "--jobs",
    type=click.IntRange(1, 64),
    metavar="N",
    help="How many processes read; default: 1 for up to 200 articles, then one a processor, 4 at most.",
)
@click.option("--cluster", metavar="ADDRESS", help="Read on a dask cluster instead, such as tcp://HOST:8786.")
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
    by_folder: bool,
    jobs: int | None,
    cluster: str | None,
    verbose: bool,
    as_json: bool,
) -> None:
    """Add articles to a story.

    SOURCE is a file, a folder of files, a web address, or - for standard input. Read are text and mails saved as
    text (.txt), Markdown (.md, .markdown), web pages (.html, .htm, .xhtml) and single items of feeds (.xml, .rss,
    .atom). Adding again changes nothing, and what is stored is the same whoever reads.
    """
    from briefings.reading.articles import Given

    if by_folder and story:
        raise click.UsageError("--by-folder names each story after its folder: leave out --story")
    if jobs and cluster:
        raise click.UsageError("--jobs reads on this machine, --cluster elsewhere: leave out one")
    for option, said in (("--story", story), ("--outlet", outlet), ("--title", title)):
        if said is not None and not said.strip():
            raise click.UsageError(f"{option} is empty: say what it is, or leave it out")
    given = Given(outlet=outlet, title=title, published=published)
    code = 0
    with at_desk(ctx) as desk, _Progress() as progress, _workers(jobs, cluster) as workers:
        gc.freeze()  # the collector need not go over all that was imported again and again
        try:
            for report in _reports(desk, sources, story, given, allow_local, by_folder, workers, progress):
                progress.close()
                _tell(desk, report.slug, report.added, as_json, verbose)
                code = max(code, *(entry.problem.code for entry in report.added if entry.problem), 0)
        except KeyboardInterrupt:
            progress.close()
            note(f"briefing: stopped; {progress}, the same command does the rest")
            ctx.exit(INTERRUPTED)
    ctx.exit(code)


def _workers(jobs: int | None, cluster: str | None) -> AbstractContextManager[Workers]:
    """Who reads: this process, so many others, or those of a cluster."""
    from briefings.workers.crew import ALONE, Crew, Growing
    from briefings.workers.pool import MANY, Pool, sensible_jobs

    if cluster is not None:
        from briefings.workers.cluster import Cluster

        return Crew(Cluster(cluster))
    if jobs is None and sensible_jobs() > 1:
        return Growing(Pool(sensible_jobs()), MANY)
    return Crew(Pool(jobs)) if jobs is not None and jobs > 1 else nullcontext(ALONE)


def _reports(
    desk: Desk,
    sources: tuple[str, ...],
    story: str | None,
    given: Given,
    allow_local: bool,
    by_folder: bool,
    workers: Workers,
    progress: _Progress,
) -> Iterator[Report]:
    """What was done, story by story."""
    from quiz_bank.adding import add, add_each, story_folders

    desk.settle_role()
    if not by_folder:
        yield add(desk.store, sources, story, given, progress.count, allow_local, workers)
        return
    folders = story_folders(sources)
    progress.count_story(0, len(folders))
    for number, report in enumerate(add_each(desk.store, folders, given, workers), start=1):
        progress.count_story(number, len(folders))
        yield report


class _Progress:
    """A bar on stderr that counts sources or stories; none where stderr is no terminal, or where there is but one."""

    def __init__(self) -> None:
        self._done, self._total, self._what = 0, 0, ""
        self._bar: ProgressBar[int] | None = None
        self._open = ExitStack()

    def __enter__(self) -> _Progress:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __str__(self) -> str:
        """How far it came, for one who stopped it."""
        return f"{self._done} of {self._total}{self._what} are done" if self._total else "none is done"

    def count(self, _: Added, done: int, total: int) -> None:
        """Counts one source."""
        self._count(done, total)

    def count_story(self, done: int, total: int) -> None:
        """Counts one story."""
        self._what = " stories"
        self._count(done, total)

    def close(self) -> None:
        """Ends the bar's line."""
        self._open.close()
        self._bar = None

    def _count(self, done: int, total: int) -> None:
        self._done, self._total = done, total
        if total > 1 and sys.stderr.isatty():
            if self._bar is None:
                bar = click.progressbar(length=total, label="Reading", file=sys.stderr)
                self._bar = self._open.enter_context(bar)
            self._bar.update(done - self._bar.pos)


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
