"""A trainee's progress drawn in bars of characters, the figures beside each: a plot is never all there is."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from textual.content import Content

from quiz_bank.learning.confusions import Confusion
from quiz_bank.learning.progress import Band, Share, Tally, Trouble
from quiz_bank.learning.schedule import ForecastDay
from tui.wording import QUIET, one_line, plain

BAR = 20  # cells of a whole bar
DAY_BAR = 18
DAY = 16 + DAY_BAR  # cells of a day: its name, its number, its bar
SCALE = 41  # cells from nothing to all, ends included
HEAP = 3  # times the fullest day to come
MOST = 8  # rows of a table, entries of a list
NAME = 24  # cells of a story's or an outlet's name at most


def forecast_chart(days: Sequence[ForecastDay]) -> Content:
    """A bar a day, the second week beside the first; a heap of today is cut, lest it flatten the days to come."""
    later = max((day.due for day in days[1:]), default=0)
    today = days[0].due if days else 0
    most = later if later and today > HEAP * later else max(later, today)
    rows = [_day(day, most, today=at == 0) for at, day in enumerate(days)]
    half = -(-len(rows) // 2)
    second = [*rows[half:], *[Content("")] * half]
    return Content("\n").join(
        Content.assemble(first.pad_right(DAY - first.cell_length), "  ", after)
        for first, after in zip(rows[:half], second, strict=False)
    )


def _day(day: ForecastDay, most: int, today: bool) -> Content:
    name = "today" if today else f"{day.day:%a} {day.day.day} {day.day:%b}"
    count = Content.styled(f"{day.due:>5,}", "bold" if day.due else QUIET)
    bar = _bar(day.due / most if most else 0.0, DAY_BAR)
    return Content.assemble((f"{name:<10}", QUIET), count, " ", (bar, "$text-accent"))


def retention_chart(share: Share, target: float) -> Content:
    """The share recalled with its interval on a line from nothing to all, and the target on it."""
    if share.value is None:
        return Content.styled("Nothing has come up a second time yet.", QUIET)

    def place(part: float) -> int:
        return round(part * (SCALE - 1))

    cells = ["·"] * SCALE
    for at in range(place(share.low), place(share.high) + 1):
        cells[at] = "━"
    cells[place(target)] = "┃"
    cells[place(share.value)] = "●"
    style = "$text-success" if share.high >= target else "$text-warning"
    return Content.assemble(
        ("0 % ", QUIET),
        ("".join(cells), style),
        (" 100 %\n", QUIET),
        (f"● {share.value:.0%} of {share.of:,}", "bold"),
        f"   ━ 95 of 100 times from {share.low:.0%} to {share.high:.0%}   ┃ target {target:.0%}",
    )


def tally_table(title: str, tallies: Sequence[Tally], names: dict[str, str] | None = None) -> Content:
    """A row each: a bar of right and close answers, the share right, how many, the median time.

    Args:
        title: what the rows are.
        tallies: most answered first.
        names: how a tally's name is shown, where not as it is.
    """
    shown = [(one_line((names or {}).get(each.name, each.name)), each) for each in tallies[:MOST]]
    widest = min(max(len(title), *(len(name) for name, _ in shown)), NAME)
    head = Content.styled(f"{title:<{widest}}  {'':<{BAR}}  right  asked  median", QUIET)
    lines = [head]
    for name, each in shown:
        full, half = BAR * each.correct // each.answered, BAR * each.close // each.answered
        time = "" if each.median_ms is None else f"{each.median_ms / 1000:.1f} s"
        lines.append(
            Content.assemble(
                plain(name).truncate(widest, ellipsis=True, pad=True),
                "  ",
                ("━" * full, "$text-success"),
                ("╍" * half, "$text-warning"),
                ("─" * (BAR - full - half), QUIET),
                (f"  {each.correct / each.answered:>5.0%}", "bold"),
                f"  {each.answered:>5,}",
                (f"  {time:>6}", QUIET),
            )
        )
    return Content("\n").join((*lines, *_more(len(tallies))))


def calibration_chart(bands: Iterable[Band], brier: float | None) -> Content:
    """How often each degree of confidence was right, beside what it promises; the Brier score."""
    lines = [Content.styled(f"{'said':<6}  {'':<{BAR}}  right  promised  answers", QUIET)]
    for band in bands:
        if not band.of:
            continue
        right = band.right / band.of
        cells = list("━" * round(right * BAR) + "─" * (BAR - round(right * BAR)))
        cells[min(round(band.promised * BAR), BAR - 1)] = "┃"
        lines.append(
            Content.assemble(
                f"{band.confidence:<6}  ",
                ("".join(cells), "$text-accent"),
                (f"  {right:>5.0%}", "bold"),
                f"  {band.promised:>8.0%}  {band.of:>7,}",
            )
        )
    said = (
        f"Brier score {brier:.3f}: 0 is perfect, always saying one half gets 0.250"
        if brier is not None
        else "The Brier score comes with 20 answers."
    )
    return Content("\n").join((*lines, Content.styled(said, QUIET)))


def troubles(found: Sequence[Trouble]) -> Iterator[tuple[Content, Content]]:
    """Each question with its answer, and the sentence that states it."""
    for each in found[:MOST]:
        said = f"{each.outlet}: {each.sentence}" if each.sentence else ""
        yield _asked(each.times, each.ask, each.answer), plain(said, QUIET)
    yield from ((line, Content("")) for line in _more(len(found)))


def mistaken(found: Sequence[Confusion]) -> Iterator[tuple[Content, Content]]:
    """Each question with its answer; what was answered, and which question that is the answer to."""
    for each in found[:MOST]:
        given = Content.assemble(
            ("you: ", QUIET), plain(each.given, "bold"), (", which answers: ", QUIET), plain(each.belongs_to)
        )
        yield _asked(each.times, each.ask, each.answer), given
    yield from ((line, Content("")) for line in _more(len(found)))


def _asked(times: int, ask: str, answer: str) -> Content:
    return Content.assemble((f"{times} × ", "bold $text-warning"), plain(ask), "  → ", plain(answer, "bold"))


def _more(found: int) -> Iterator[Content]:
    if found > MOST:
        yield Content.styled(f"and {found - MOST:,} more; briefing progress --json has them all", QUIET)


def _bar(part: float, width: int) -> str:
    """A bar of a share of ``width`` cells; what is not nothing shows, what is more than all ends with an arrow."""
    if part > 1:
        return "━" * (width - 1) + "▶"
    return "━" * (max(round(part * width), 1) if part > 0 else 0)
