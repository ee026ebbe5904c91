"""Full-text search over the articles, facts and names on the shelf: one function in front of SQLite FTS5.

What a person types is never taken for query syntax: it is cut into words, and each is quoted. Where some of the
words are a spelling of a name of a story, the name's other spellings are looked for as well.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Date, Row, text
from sqlmodel import Session, col, select

from briefings.facts import Fact, Sentence
from briefings.fold import fold
from briefings.reading.sentences import split_sentences
from briefings.reading.text import clean_line
from briefings.store.models import FactRow, StoryRow
from briefings.store.rows import fact_of, names_of
from briefings.stories import Name

LONGEST_QUERY = 200  # characters of what was typed that are looked at
MOST_WORDS = 12
MOST_SENTENCES = 3  # of one article
MOST_SPELLINGS = 8  # of one name

_WORD = re.compile(r"[^\W_]+")
_OPEN, _CLOSE = "\x01", "\x02"  # marks of FTS5's highlight: the door lets no control character into a text
_MARKED = re.compile(f"{_OPEN}([^{_CLOSE}]*){_CLOSE}")

# Ordered by the table's own rank, so that only the rows wanted are marked up.
_MATCHING = text(f"""
    SELECT a.id, a.key, s.slug, coalesce(a.outlet, a.agency, a.source) AS label, a.published,
        highlight(article_search, 1, '{_OPEN}', '{_CLOSE}') AS marked
    FROM article_search
    JOIN article AS a ON a.id = article_search.rowid
    JOIN story AS s ON s.id = a.story_id
    WHERE article_search MATCH :query AND rank MATCH 'bm25(4.0, 1.0)' AND (:slug IS NULL OR s.slug = :slug)
    ORDER BY rank LIMIT :limit
""").columns(published=Date)


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence in which what was sought stands.

    Attributes:
        story: the slug. article: the key.
        label: how a citation names the article: its outlet, else its agency, else its source.
        published: its date, or None.
        sentence: the sentence, offsets in the article's text.
        marks: spans of the words found, offsets in the sentence's text.
        facts: the facts of the sentence that name what was sought.
    """

    story: str
    article: str
    label: str
    published: date | None
    sentence: Sentence
    marks: tuple[tuple[int, int], ...]
    facts: tuple[Fact, ...] = ()


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found: names of the stories by ``(slug, name)``, and passages, best articles first."""

    names: tuple[tuple[str, Name], ...] = ()
    passages: tuple[Passage, ...] = ()


def search(session: Session, typed: str, slug: str | None = None, limit: int = 20) -> Found:
    """Finds what holds all the words typed; the last may be unfinished.

    Args:
        session: an open session.
        typed: what a person typed; anything is harmless, and without a word nothing is found.
        slug: only in this story; None for all.
        limit: at most so many articles.
    """
    line = clean_line(typed, LONGEST_QUERY)
    phrases = [phrase for phrase in map(_phrase, line.split()[:MOST_WORDS]) if phrase]
    if not phrases:
        return Found()
    names = [(story, name) for story, name in _names(session, slug) if _is_called(name, line)]
    forms = (_phrase(form) for _, name in names for form in name.forms[:MOST_SPELLINGS])
    query = " OR ".join(f"({each})" for each in dict.fromkeys([" ".join(phrases) + "*", *forms]) if each)
    rows = session.execute(_MATCHING, {"query": query, "slug": slug, "limit": limit}).all()
    facts = _facts(session, [row.id for row in rows])
    return Found(tuple(names), tuple(passage for row in rows for passage in _passages(row, facts[row.id])))


def _names(session: Session, slug: str | None) -> Iterator[tuple[str, Name]]:
    rows = select(StoryRow.slug, col(StoryRow.reconciled)["names"])
    if slug is not None:
        rows = rows.where(StoryRow.slug == slug)
    for story, names in session.execute(rows):
        for name in names_of({"names": names or ()}):
            yield story, name


def _is_called(name: Name, line: str) -> bool:
    """Whether the line is one of its spellings, or the beginning of one."""
    typed, folded = line.casefold(), fold(line)
    return any(form.casefold().startswith(typed) or (folded and fold(form) == folded) for form in name.forms)


def _phrase(words: str) -> str:
    """The words one after the other, quoted for FTS5; empty where there is none."""
    parts = _WORD.findall(words)
    return f'"{" ".join(parts)}"' if parts else ""


def _facts(session: Session, articles: Sequence[int]) -> Mapping[int, Sequence[FactRow]]:
    found: defaultdict[int, list[FactRow]] = defaultdict(list)
    for row in session.exec(select(FactRow).where(col(FactRow.article_id).in_(articles))):
        found[row.article_id].append(row)
    return found


def _passages(row: Row[Any], facts: Sequence[FactRow]) -> Iterator[Passage]:
    """The sentences of one article with most different words found, in the order of the text."""
    plain, spans = _unmarked(row.marked)
    told = []
    for sentence in _sentences_around(plain, spans):
        inside = [(a, b) for a, b in spans if sentence.start <= a and b <= sentence.end]
        if inside:
            told.append((sentence, inside))
    told.sort(key=lambda found: (-len({plain[a:b].casefold() for a, b in found[1]}), found[0].start))
    for sentence, inside in sorted(told[:MOST_SENTENCES], key=lambda found: found[0].start):
        sought = {plain[a:b].casefold() for a, b in inside}
        held = (fact_of(fact, plain) for fact in facts if fact.sentence_start == sentence.start)
        yield Passage(
            story=row.slug,
            article=row.key,
            label=row.label,
            published=row.published,
            sentence=sentence,
            marks=tuple((a - sentence.start, b - sentence.start) for a, b in inside),
            facts=tuple(fact for fact in held if _names_one_of(fact, sought)),
        )


def _sentences_around(plain: str, spans: Sequence[tuple[int, int]]) -> Iterator[Sentence]:
    """The sentences of those paragraphs that hold a span; no sentence runs over a blank line."""
    done = 0
    for start, end in spans:
        if start < done:
            continue
        first = plain.rfind("\n\n", 0, start) + 1
        done = plain.find("\n\n", end)
        done = len(plain) if done < 0 else done
        for sentence in split_sentences(plain[first:done]):
            yield Sentence(sentence.start + first, sentence.end + first, sentence.text)


def _names_one_of(fact: Fact, sought: Collection[str]) -> bool:
    said = f"{fact.what} {fact.quote}".casefold()
    return any(word in said for word in sought)


def _unmarked(marked: str) -> tuple[str, list[tuple[int, int]]]:
    """The text without the marks, and the spans they stood around."""
    spans: list[tuple[int, int]] = []
    for number, mark in enumerate(_MARKED.finditer(marked)):
        start = mark.start() - 2 * number
        spans.append((start, start + len(mark[1])))
    return _MARKED.sub(r"\1", marked), spans
