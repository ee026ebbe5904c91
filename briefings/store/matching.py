"""Which articles hold the words sought, and where: by FTS5 in SQLite, by tsvector in PostgreSQL."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Date, Row, text
from sqlmodel import Session

Phrase = tuple[str, ...]  # words that stand one after the other
Span = tuple[int, int]

_WORD = re.compile(r"[^\W_]+")
_ACCENTS = re.compile("[\u0300-\u036f]+")
_OPEN, _CLOSE = "\x01", "\x02"  # marks of FTS5's highlight: the door lets no control character into a text
_MARKED = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")
_ROW = "a.id, a.key, s.slug, coalesce(a.outlet, a.agency, a.source) AS label, a.published"

# Ordered by the table's own rank, so that only the rows wanted are marked up.
_BY_FTS5 = text(f"""
    SELECT {_ROW}, highlight(article_search, 1, '{_OPEN}', '{_CLOSE}') AS text
    FROM article_search
    JOIN article AS a ON a.id = article_search.rowid
    JOIN story AS s ON s.id = a.story_id
    WHERE article_search MATCH :query AND rank MATCH 'bm25(4.0, 1.0)' AND (:slug IS NULL OR s.slug = :slug)
    ORDER BY rank LIMIT :limit
""").columns(published=Date)

# The weights are those of D, C, B (the text) and A (the title); 1: of long articles less is made.
_BY_TSVECTOR = text(f"""
    SELECT {_ROW}, a.text
    FROM article AS a
    JOIN story AS s ON s.id = a.story_id
    WHERE a.words @@ to_tsquery('pg_catalog.simple', :query)
        AND (CAST(:slug AS VARCHAR) IS NULL OR s.slug = :slug)
    ORDER BY ts_rank('{{0, 0, 0.25, 1}}', a.words, to_tsquery('pg_catalog.simple', :query), 1) DESC, a.id
    LIMIT :limit
""")


@dataclass(frozen=True, slots=True)
class Words:
    """What is sought: all of the phrases, the last word of which may be unfinished, or any of the other forms."""

    phrases: tuple[Phrase, ...]
    forms: tuple[Phrase, ...] = ()


@dataclass(frozen=True, slots=True)
class Hit:
    """An article that holds the words; ``spans`` are offsets in its text."""

    id: int
    key: str
    story: str
    label: str
    published: date | None
    text: str
    spans: Sequence[Span]


def words_of(said: str) -> Phrase:
    """The words of what was said, without any sign that a query could take for its own."""
    return tuple(_WORD.findall(said))


def sqlite_hits(session: Session, words: Words, slug: str | None, limit: int) -> list[Hit]:
    """The best articles, by FTS5."""
    quoted = [f'"{" ".join(phrase)}"' for phrase in words.phrases]
    forms = [f'("{" ".join(form)}")' for form in words.forms]
    query = " OR ".join([f"({' '.join(quoted)}*)", *forms])
    rows = session.execute(_BY_FTS5, {"query": query, "slug": slug, "limit": limit})
    return [_hit(row, *_unmarked(row.text)) for row in rows]


def postgres_hits(session: Session, words: Words, slug: str | None, limit: int) -> list[Hit]:
    """The best articles, by tsvector."""
    sought = Words(
        tuple(words_of(folded(" ".join(phrase))) for phrase in words.phrases),
        tuple(words_of(folded(" ".join(form))) for form in words.forms),
    )
    if not all(sought.phrases):  # nothing but accents
        return []
    every = " & ".join(f"({_in_turn(phrase)})" for phrase in sought.phrases[:-1])
    last = f"({_in_turn(sought.phrases[-1])}:*)"
    forms = [f"({_in_turn(form)})" for form in sought.forms if form]
    query = " | ".join([f"({every} & {last})" if every else last, *forms])
    rows = session.execute(_BY_TSVECTOR, {"query": query, "slug": slug, "limit": limit})
    return [_hit(row, row.text, spans_of(row.text, sought)) for row in rows]


def folded(said: str) -> str:
    """As the index holds words in PostgreSQL (``briefing_words``): no accents, no case."""
    return said.lower() if said.isascii() else _ACCENTS.sub("", unicodedata.normalize("NFKD", said).lower())


def spans_of(told: str, words: Words) -> list[Span]:
    """Where in a text the phrases and forms stand, in order, none inside another; all of them folded."""
    found = [(word.start(), word.end()) for word in _WORD.finditer(told)]
    there = [folded(told[start:end]) for start, end in found]
    sought = [*((phrase, False) for phrase in (*words.phrases[:-1], *words.forms)), (words.phrases[-1], True)]
    spans: list[Span] = []
    for place, word in enumerate(there):
        lengths = [
            len(phrase)
            for phrase, is_open in sought
            if phrase
            and word.startswith(phrase[0])  # tried first, since it seldom does
            and _stands(phrase, is_open, there[place : place + len(phrase)])
        ]
        if not lengths:
            continue
        start, end = found[place][0], found[place + max(lengths) - 1][1]
        if spans and start < spans[-1][1]:
            spans[-1] = (spans[-1][0], max(spans[-1][1], end))
        else:
            spans.append((start, end))
    return spans


def _stands(phrase: Phrase, is_open: bool, there: Sequence[str]) -> bool:
    """Whether the words of a phrase are these; of the last of an open one the beginning is enough."""
    if len(there) != len(phrase) or there[:-1] != list(phrase[:-1]):
        return False
    return there[-1] == phrase[-1] or (is_open and there[-1].startswith(phrase[-1]))


def _hit(row: Row[Any], told: str, spans: Sequence[Span]) -> Hit:
    return Hit(row.id, row.key, row.slug, row.label, row.published, told, spans)


def _in_turn(phrase: Phrase) -> str:
    return " <-> ".join(f"'{word}'" for word in phrase)


def _unmarked(marked: str) -> tuple[str, list[Span]]:
    """The text without the marks, and the spans they stood around."""
    spans: list[Span] = []
    for number, mark in enumerate(_MARKED.finditer(marked)):
        start = mark.start() - 2 * number
        spans.append((start, start + len(mark[1])))
    return _MARKED.sub(r"\1", marked), spans
