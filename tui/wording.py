"""How data is worded on a screen: dates, counts, standings, verdicts, right answers, sentences with a mark.

Text from outside is cleaned here and becomes ``Content``, which reads no markup.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from itertools import groupby

from textual.content import Content

from briefings.stories import Article
from tui.clean_line import one_line as one_line  # also for those who word things
from tui.verdict_words import VERDICT_WORDS

MARK = "bold underline $text-accent"
FACT = "underline"
SOURCE_MARK = "bold $text-secondary"
QUIET = "$foreground-muted"

_VERDICT_STYLES = {"correct": "$text-success", "close": "$text-warning", "wrong": "$text-error"}
VERDICTS = {
    verdict: (glyph, word, f"bold {_VERDICT_STYLES[verdict]}")
    for verdict, (glyph, word) in VERDICT_WORDS.items()
}
STANDINGS = {"confirmed": "●", "single": "○", "claimed": "»", "disputed": "≠"}
DATE_BASES = {
    "stated": "as stated",
    "url": "from its address",
    "given": "as given",
    "inferred": "inferred",
    "unknown": "",
}
OUTLET_NOT_KNOWN = "outlet not known"
DATE_NOT_KNOWN = "date not known"
WIDEST_EXCERPT = 600


def plain(text: str, style: str = "") -> Content:
    """Text from outside as one clean line, markup and escapes without effect."""
    return Content.styled(one_line(text), style) if style else Content(one_line(text))


def counted(number: int, noun: str) -> str:
    """``1 article``, ``5 articles``, ``2 stories``, ``3 days``."""
    if number == 1:
        return f"1 {noun}"
    changes = noun.endswith("y") and noun[-2] not in "aeiou"
    return f"{number:,} {noun[:-1]}ies" if changes else f"{number:,} {noun}s"


def long_date(day: date | None) -> str:
    """``3 November 2017``; ``undated`` for None."""
    return f"{day.day} {day:%B %Y}" if day else "undated"


def short_date(day: date | None, latest: date | None) -> str:
    """``3 Nov`` in the year of the latest day, ``Nov 2014`` in another; a stroke for None."""
    if day is None:
        return "–"
    return f"{day.day} {day:%b}" if latest and day.year == latest.year else f"{day:%b %Y}"


def printed_by(article: Article) -> str:
    """Outlet of an article, and the agency it credits: ``Velo Courier · NRP``."""
    names = (one_line(name) for name in (article.label, article.agency or ""))
    return " · ".join(dict.fromkeys(filter(None, names)))


def dated(article: Article) -> str:
    """Date of an article and how it is known: ``4 March 2019 (as stated)``."""
    basis = DATE_BASES[article.date_basis] if article.published else ""
    return f"{long_date(article.published)} ({basis})" if basis else long_date(article.published)


def citation(article: Article) -> Content:
    """Outlet, agency and date of an article, and how the date is known."""
    return Content.assemble((printed_by(article), "bold"), (f" · {dated(article)}", QUIET))


def marked(text: str, spans: Sequence[tuple[int, int]], widest: int = WIDEST_EXCERPT) -> Content:
    """A text with its spans marked; cut to about ``widest`` characters around the first when it is longer."""
    first = spans[0][0] if spans else 0
    left = max(first - widest // 2, 0) if len(text) > widest else 0
    right = min(left + widest, len(text))
    parts: list[Content] = [Content("…" if left else "")]
    at = left
    for start, end in spans:
        if at <= start < end <= right:
            parts += [Content(_inner(text[at:start])), Content.styled(one_line(text[start:end]), MARK)]
            at = end
    parts += [Content(_inner(text[at:right])), Content("…" if right < len(text) else "")]
    return Content("").join(parts)


def annotated(
    text: str,
    facts: Sequence[tuple[int, int]],
    marks: Sequence[tuple[int, int]],
    ends: tuple[str, str] = ("", ""),
) -> Content:
    """A text with its facts underlined and its marks marked, one over the other where they meet.

    Args:
        text: a paragraph or a part of one.
        facts: spans of the text, in any order; what reaches beyond it is left out.
        marks: the same of the words that count.
        ends: put before and after it, for a part.
    """
    styles = bytearray(len(text))
    for level, spans in enumerate((facts, marks), 1):
        for start, end in spans:
            left, right = max(start, 0), min(end, len(text))
            styles[left:right] = bytes((level,)) * max(right - left, 0)
    parts = [Content(ends[0])]
    at = 0
    for level, run in groupby(styles):
        start, at = at, at + sum(1 for _ in run)
        parts.append(Content.styled(_inner(text[start:at]), ("", FACT, MARK)[level]))
    return Content("").join((*parts, Content(ends[1])))


def _inner(text: str) -> str:
    """A clean line that keeps one blank at either end, where it touches a mark."""
    left = " " if text[:1].isspace() else ""
    right = " " if text[-1:].isspace() and text.strip() else ""
    return f"{left}{one_line(text)}{right}"


def verdict_words(verdict: str) -> Content:
    """Glyph and word of a verdict."""
    glyph, word, style = VERDICTS[verdict]
    return Content.styled(f"{glyph} {word}", style)


def standing_glyph(standing: str) -> str:
    """The glyph of a standing told in words, by its first word; a raised dot for none."""
    return STANDINGS.get(standing.partition(" ")[0], "·")


def split_line(left: Content, right: Content, width: int) -> Content:
    """One line of ``width`` cells: ``left`` shortened to fit, ``right`` at the right edge."""
    room = max(width - right.cell_length - 2, 1)
    return Content.assemble(left.truncate(room, ellipsis=True, pad=True), "  ", right)
