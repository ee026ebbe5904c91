"""What an instructor is shown of a question: its key, its sentence, what became of it, how it fared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from textual.content import Content

from tui.figures import percent, seconds, signed
from tui.wording import QUIET, long_date, marked, one_line, plain

if TYPE_CHECKING:
    from quiz_bank.learning.gradebook import Asked
    from quiz_bank.learning.items import Item, Share, Tally, Trainee
    from quiz_bank.library import History

BAR = 12  # cells of a full bar
POOR = (
    0.2  # a question that discriminates less is to be revised (Ebel, Essentials of Educational Measurement)
)
#: an action in the history of a question -> how it is told
_DONE = {
    "approve": "approved it",
    "retire": "retired it",
    "restore": "restored it",
    "reword": "reworded it",
    "add-spelling": "added a spelling",
    "drop-spelling": "dropped a spelling",
}


def key_words(asked: Asked) -> Content:
    """``→ 85 kilometres``, then what else is right, then what is offered."""
    lines = [Content.assemble(("→ ", QUIET), plain(asked.answer, "bold"))]
    if asked.spellings:
        lines.append(Content.assemble(("also ", QUIET), plain(", ".join(asked.spellings))))
    if asked.options:
        lines.append(Content.assemble(("offers ", QUIET), plain(" / ".join(asked.options))))
    return Content("\n").join(lines)


def sentence_words(asked: Asked) -> Content:
    """The sentence with the answer marked, and who printed it."""
    if not asked.sentence:
        return Content.styled("It names no sentence.", QUIET)
    at = asked.sentence.find(asked.words) if asked.words else -1
    spans = [(at, at + len(asked.words))] if at >= 0 else []
    printed = " · ".join(filter(None, (one_line(asked.outlet), long_date(asked.published))))
    return Content.assemble(marked(asked.sentence, spans), ("\n— " + printed, QUIET))


def history_words(history: History) -> Content:
    """Who decided what, the latest first, then what the answer was before."""
    lines = [
        Content.assemble(
            (f"{edit.at:%-d %b %Y} ", QUIET),
            plain(edit.by),
            f" {_DONE[edit.action]}",
            plain(f": {edit.text}" if edit.text else "", QUIET),
        )
        for edit in reversed(history.edits)
    ]
    for version in history.versions:
        if version.until is not None:
            key = version.body["key"]
            answer = key.get("text") or key.get("name") or key.get("value")
            lines.append(Content.assemble((f"until {version.until:%-d %b %Y} ", QUIET), plain(f"→ {answer}")))
    return Content("\n").join(lines)


def item_words(item: Item, asked: Asked | None) -> Iterator[Content]:
    """How a question fared: its figures, what was answered, its sentence."""
    if asked is not None:
        yield Content.assemble(plain(asked.ask, "bold"), "\n", key_words(asked))
    tally = item.tally
    close = f" · {tally.close} close" if tally.close else ""
    yield Content(
        f"{percent(tally.facility)} right of {tally.first_tries} first tries{close} · {seconds(tally.median_ms)}"
    )
    if item.discrimination is not None:
        yield Content.assemble(
            f"parts strong from weak: {signed(item.discrimination)}",
            (f" (below {signed(POOR)}: look at it again)" if item.discrimination < POOR else "", QUIET),
        )
    yield said_words(tally)
    yield _bars("chosen", item.options, asked)
    yield _bars("not right", item.wrong, None)
    if asked is not None:
        yield sentence_words(asked)


def trainee_words(trainee: Trainee) -> Iterator[Content]:
    """How a trainee does, by story and by kind of answer."""
    yield Content.assemble(plain(trainee.name, "bold"), "\n", score_words(trainee.tally))
    yield said_words(trainee.tally)
    yield _scores("by story", trainee.stories.items())
    yield _scores("by kind", trainee.kinds.items())


def score_words(tally: Tally) -> Content:
    """``58 % right of 12 first tries · 4.2 s``."""
    return Content(
        f"{percent(tally.facility)} right of {tally.first_tries} first tries · {seconds(tally.median_ms)}"
    )


def said_words(tally: Tally) -> Content:
    """How often trainees said that they were right, or that the question is bad; empty where nobody did."""
    said = ((tally.overrides, "“I was right”"), (tally.reports, "reported as bad"))
    return Content(" · ".join(f"{count} × {words}" for count, words in said if count))


def _bars(title: str, shares: Iterable[Share], asked: Asked | None) -> Content:
    """A bar an answer; what was offered and nobody chose is told as well."""
    shares = list(shares)
    if not shares:
        return Content("")
    right = one_line(asked.answer) if asked else ""
    lines = [Content.styled(title, QUIET)]
    for share in shares:
        glyph = "✓" if right and one_line(share.answer) == right else " "
        lines.append(
            Content.assemble(
                (f"{_bar(share.share)} ", "$text-accent"),
                (f"{percent(share.share):>5} {glyph} ", QUIET),
                plain(share.answer or "(nothing)"),
            )
        )
    chosen = {share.answer for share in shares}
    idle = [option for option in asked.options if option not in chosen] if asked else []
    if idle:
        lines.append(Content.assemble(("nobody chose ", QUIET), plain(", ".join(idle))))
    return Content("\n").join(lines)


def _scores(title: str, tallies: Iterable[tuple[str, Tally]]) -> Content:
    lines = [Content.styled(title, QUIET)]
    for name, tally in tallies:
        bar = _bar(tally.facility or 0)
        figures = f"{percent(tally.facility):>5} of {tally.first_tries:<3} "
        lines.append(Content.assemble((f"{bar} ", "$text-accent"), (figures, QUIET), plain(name)))
    return Content("\n").join(lines)


def _bar(share: float) -> str:
    """``███████▌    ``: halves of a cell, so that it is read without colour."""
    halves = round(share * BAR * 2)
    return ("█" * (halves // 2) + "▌" * (halves % 2)).ljust(BAR)
