"""Runs every finder over a text in order, settles their overlaps in one place, and gives the facts."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date

from briefings.extract.aliases import find_aliases
from briefings.extract.comparisons import find_comparisons
from briefings.extract.date_finder import find_dates
from briefings.extract.dates import DateSpan, Setting
from briefings.extract.events import find_events
from briefings.extract.figure_finder import find_figures
from briefings.extract.figures import Figure
from briefings.extract.masks import address_spans
from briefings.extract.people import find_roles
from briefings.extract.subjects import describe
from briefings.extract.triggers import find_triggers
from briefings.facts import Fact, Sentence
from briefings.reading.furniture import Furniture, find_furniture
from briefings.reading.sentences import split_sentences

_ODD_SPACES = "\u00a0\u202f\u2009\u2007\u2002\u2003\u2005\u200a\t\r"


def extract(
    text: str, published: date | None = None, *, country: str | None = None, every_quantity: bool = False
) -> list[Fact]:
    """The facts of a text, sorted by start, with offsets into ``text`` exactly as given.

    Args:
        text: any text; its page furniture gives no facts, but for the date in a dateline.
        published: the date that relative dates are counted from; without it they give none.
        country: ISO 3166 alpha-2 code of the outlet, which tells what ``$`` is.
        every_quantity: also the quantities that are too vague or too plain to be worth a fact.
    """
    sentences = split_sentences(text)
    furniture = find_furniture(text)
    own = _outside(sentences, furniture)
    plain = _plain(text, sentences)
    triggers = find_triggers(plain)
    addresses = address_spans(plain, triggers)
    closed = sorted([*addresses, *((piece.start, piece.end) for piece in furniture)])
    undated = sorted(
        [*addresses, *((piece.start, piece.end) for piece in furniture if piece.reason != "dateline")]
    )

    dates = _clear(find_dates(plain, triggers, Setting(published, country)), undated)
    taken = [(span.start, span.end) for span in dates]
    figures = find_figures(plain, triggers, closed + taken, country, every_quantity)

    facts = [_date_fact(text, span, sentences) for span in dates if span.value]
    facts += [_figure_fact(text, figure, sentences) for figure in figures]
    facts += find_comparisons(text, own) + find_roles(text, own)
    facts += find_aliases(text, own) + find_events(text, own)
    return sorted((describe(text, fact) for fact in facts), key=lambda fact: (fact.start, fact.end))


def _plain(text: str, sentences: list[Sentence]) -> str:
    """The text with plain spaces for all others, and for the line breaks inside a sentence; as long as it was."""
    for odd in _ODD_SPACES:
        text = text.replace(odd, " ")
    broken = [sentence for sentence in sentences if "\n" in sentence.text]
    if not broken:
        return text
    pieces, done = [], 0
    for sentence in broken:
        pieces += [text[done : sentence.start], text[sentence.start : sentence.end].replace("\n", " ")]
        done = sentence.end
    return "".join([*pieces, text[done:]])


def _outside(sentences: list[Sentence], furniture: list[Furniture]) -> list[Sentence]:
    """The sentences that share no character with the page's furniture."""
    starts = [piece.start for piece in furniture]
    own = []
    for sentence in sentences:
        place = bisect_right(starts, sentence.end - 1) - 1
        if place < 0 or furniture[place].end <= sentence.start:
            own.append(sentence)
    return own


def _clear(dates: list[DateSpan], closed: list[tuple[int, int]]) -> list[DateSpan]:
    """The dates that stand outside the closed spans."""
    starts = [start for start, _ in closed]
    clear = []
    for span in dates:
        place = bisect_right(starts, span.start) - 1
        if place < 0 or closed[place][1] <= span.start:
            clear.append(span)
    return clear


def _sentence_at(text: str, sentences: list[Sentence], start: int) -> Sentence:
    """The sentence that holds an offset."""
    place = bisect_right(sentences, start, key=lambda sentence: sentence.start) - 1
    return sentences[place] if place >= 0 else Sentence(0, len(text), text)


def _date_fact(text: str, span: DateSpan, sentences: list[Sentence]) -> Fact:
    return Fact(
        kind="date",
        value=span.value or "",
        value_max=span.value_max,
        unit=None,
        quote=text[span.start : span.end],
        start=span.start,
        end=span.end,
        sentence=_sentence_at(text, sentences, span.start),
        relative=span.relative,
        vague=_is_vague(span.value or ""),
    )


def _is_vague(value: str) -> bool:
    """Whether a date is a quarter or a season, which is carried along and never asked."""
    return value[5:6] in ("Q", "S", "F") or value.endswith("-WI")


def _figure_fact(text: str, figure: Figure, sentences: list[Sentence]) -> Fact:
    unit = figure.unit
    return Fact(
        kind=unit.kind if unit else "count",
        value=figure.value,
        value_max=figure.value_max,
        unit=unit.name if unit else None,
        quote=text[figure.start : figure.end],
        start=figure.start,
        end=figure.end,
        sentence=_sentence_at(text, sentences, figure.start),
        qualifier=figure.qualifier,
        also=figure.also,
        change=figure.change,
        vague=figure.vague,
    )
