"""Full-text search over the articles, facts and names on the shelf: one function in front of what each database has.

What a person types is never taken for query syntax: it is cut into words, and each is quoted. Where some of the
words are a spelling of a name of a story, the name's other spellings are looked for as well.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlmodel import Session, col, select

from briefings.facts import Fact, Sentence
from briefings.fold import fold
from briefings.reading.sentences import split_sentences
from briefings.reading.text import clean_line
from briefings.store.matching import Hit, Words, postgres_hits, sqlite_hits, words_of
from briefings.store.models import FactRow, SettingRow, StoryRow
from briefings.store.outlines import may_be_called
from briefings.store.rows import fact_of, names_of
from briefings.stories import Name

LONGEST_QUERY = 200  # characters of what was typed that are looked at
MOST_WORDS = 12
MOST_SENTENCES = 3  # of one article
MOST_SPELLINGS = 8  # of one name
MOST_STORIES = 20  # in which a name is looked up


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
    phrases = [phrase for phrase in map(words_of, line.split()[:MOST_WORDS]) if phrase]
    if not phrases:
        return Found()
    names = [(story, name) for story, name in _names(session, slug, line) if _is_called(name, line)]
    forms = (words_of(form) for _, name in names for form in name.forms[:MOST_SPELLINGS])
    words = Words(tuple(phrases), tuple(dict.fromkeys(form for form in forms if form)))
    matching = postgres_hits if session.get_bind().dialect.name == "postgresql" else sqlite_hits
    hits = matching(session, words, slug, limit)
    facts = _facts(session, [hit.id for hit in hits])
    return Found(tuple(names), tuple(passage for hit in hits for passage in _passages(hit, facts[hit.id])))


def _names(session: Session, slug: str | None, line: str) -> Iterator[tuple[str, Name]]:
    """The names of stories that have one like the line, of the newest such stories alone."""
    joined, called = may_be_called(session, line)
    rows = (
        select(StoryRow.slug, col(StoryRow.reconciled)["names"]).outerjoin(SettingRow, joined).where(called)
    )
    if slug is not None:
        rows = rows.where(StoryRow.slug == slug)
    for story, names in session.execute(rows.order_by(col(StoryRow.id).desc()).limit(MOST_STORIES)):
        for name in names_of({"names": names or ()}):
            yield story, name


def _is_called(name: Name, line: str) -> bool:
    """Whether the line is one of its spellings, or the beginning of one."""
    typed, folded = line.casefold(), fold(line)
    return any(form.casefold().startswith(typed) or (folded and fold(form) == folded) for form in name.forms)


def _facts(session: Session, articles: Sequence[int]) -> Mapping[int, Sequence[FactRow]]:
    found: defaultdict[int, list[FactRow]] = defaultdict(list)
    for row in session.exec(select(FactRow).where(col(FactRow.article_id).in_(articles))):
        found[row.article_id].append(row)
    return found


def _passages(hit: Hit, facts: Sequence[FactRow]) -> Iterator[Passage]:
    """The sentences of one article with most different words found, in the order of the text."""
    plain, spans = hit.text, hit.spans
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
            story=hit.story,
            article=hit.key,
            label=hit.label,
            published=hit.published,
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
