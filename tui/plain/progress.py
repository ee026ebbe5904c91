"""A trainee's progress line by line; every figure stands as a figure, bars beside it are for the eye alone."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from quiz_bank.learning.progress import Progress, Share, Tally, Trouble
from tui.console import out, table

_BAR = 20  # columns of the longest bar
_MOST = 10  # rows of a list; --json has them all


def print_progress(progress: Progress) -> None:
    """Prints what is due, what is remembered, where it goes wrong and how sure the trainee is."""
    _say_due(progress)
    if not progress.answered:
        return
    _say_memory(progress)
    for title, tallies in (
        ("kind", progress.kinds),
        ("story", progress.stories),
        ("outlet", progress.outlets),
    ):
        _tally_table(title, tallies)
    _calibration(progress)
    _troubles("sure but wrong", progress.sure_but_wrong)
    _troubles("leeches", progress.leeches)
    _confused(progress)


def _say_due(progress: Progress) -> None:
    limits = f"today's limits leave {progress.reviews_left} reviews and {progress.new_left} new"
    out(f"due now: {progress.due}   never asked: {progress.new}   ({limits})")
    most = max((day.due for day in progress.forecast), default=0)
    if most:
        rows = [
            (day.day.isoformat(), str(day.due), "#" * -(-day.due * _BAR // most)) for day in progress.forecast
        ]
        _titled("coming due", [("day", "cards", ""), *rows], {1})


def _say_memory(progress: Progress) -> None:
    out("")
    out(f"expected to know today: {progress.known:g} of {progress.cards}")
    out(f"recalled when asked again: {_share(progress.retention)}, target {progress.target:.0%}")
    out(f"answers: {progress.answered}   days in a row: {progress.streak}")
    out(f"minutes: {progress.minutes:g}, of them in the last 7 days {progress.minutes_week:g}")


def _share(share: Share) -> str:
    if share.value is None:
        return "nothing yet"
    return f"{share.value:.0%} of {share.of} (95 % interval {share.low:.0%} to {share.high:.0%})"


def _tally_table(title: str, tallies: Sequence[Tally]) -> None:
    rows = [
        (
            each.name,
            *map(str, (each.answered, each.correct, each.close, each.wrong)),
            f"{each.correct / each.answered:.0%}",
            "-" if each.median_ms is None else f"{each.median_ms / 1000:.1f}",
        )
        for each in tallies[:_MOST]
    ]
    head = (title, "asked", "correct", "close", "wrong", "right", "median s")
    _titled("", [head, *rows], set(range(1, len(head))))


def _calibration(progress: Progress) -> None:
    rows = [
        (
            band.confidence,
            str(band.of),
            f"{band.right / band.of:.0%}",
            f"{band.promised:.0%}",
            "#" * round(band.right / band.of * _BAR),
        )
        for band in progress.bands
        if band.of
    ]
    if rows:
        _titled("how sure, how right", [("said", "answers", "right", "promised", ""), *rows], {1, 2, 3})
    if progress.brier is not None:
        out(f"Brier score {progress.brier:.3f} (0 is perfect; always one half gets 0.250)")


def _troubles(title: str, troubles: Iterable[Trouble]) -> None:
    shown = list(troubles)[:_MOST]
    if shown:
        out(f"\n{title}:")
    for each in shown:
        out(f"  {each.times} x  {each.ask} -> {each.answer}")
        if each.sentence:
            out(f"       {each.outlet}: {' '.join(each.sentence.split())}")


def _confused(progress: Progress) -> None:
    if progress.confused:
        out("\ntaken for one another:")
    for each in progress.confused[:_MOST]:
        out(f"  {each.times} x  {each.ask} -> {each.answer}")
        out(f"       you: {each.given}, which answers: {each.belongs_to}")


def _titled(title: str, rows: list[tuple[str, ...]], right: set[int]) -> None:
    if len(rows) > 1:
        out(f"\n{title}:" if title else "")
        out(table(rows, right=frozenset(right)))
