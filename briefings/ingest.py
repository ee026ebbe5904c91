"""The one place where reading, extracting, reconciling and the store meet: sources in, a story out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from hashlib import blake2b

from sqlmodel import Session

from briefings.comparing import bring_up_to_date
from briefings.errors import BriefingError
from briefings.manifest import Known
from briefings.reading.articles import Given
from briefings.sources import Found, Source, find_sources, story_name, story_slug
from briefings.store import shelf
from briefings.store.bulk import write_part
from briefings.store.store import Store
from briefings.stories import Article, DateBasis, content_key
from briefings.workers.crew import ALONE, Workers
from briefings.workers.parsing import Contents, Document, Parsed, guarded, release, with_facts

#: documents a worker gets at a time
BATCH = 20
#: articles stored in one transaction: a hundredth of a second, so that nobody else waits
WRITTEN = 5


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one source, or why it was left out.

    Attributes:
        source: its name.
        outcome: what became of it; None where it was left out.
        problem: why it was left out.
        twin: the source that had brought the same text, for a duplicate.
        key: the key of its article.
        title, outlet, published, date_basis: what is known of the article.
        facts: how many facts were found; None where its text was known already.
        cut: the lines of page furniture that were left out.
    """

    source: str
    outcome: shelf.Outcome | None = None
    problem: BriefingError | None = None
    twin: str | None = None
    key: str | None = None
    title: str | None = None
    outlet: str | None = None
    published: date | None = None
    date_basis: DateBasis = "unknown"
    facts: int | None = None
    cut: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Report:
    """What an ``add`` did: the story it went to, and what became of each source in order."""

    slug: str
    added: tuple[Added, ...]

    @property
    def kept(self) -> int:
        """How many sources are in the story now."""
        return sum(entry.problem is None for entry in self.added)

    @property
    def problems(self) -> int:
        """How many sources were left out."""
        return len(self.added) - self.kept


Told = Callable[[Added, int, int], None]


def tell_nobody(entry: Added, done: int, total: int) -> None:
    """Takes what became of a source, and does nothing."""


def add_sources(
    store: Store,
    names: Sequence[str],
    story: str | None = None,
    given: Given = Given(),  # noqa: B008  # frozen: sharing it is safe
    told: Told = tell_nobody,
    allow_local: bool = False,
    workers: Workers = ALONE,
) -> Report:
    """Reads files, folders and web pages into a story and brings it up to date; a second time changes nothing.

    Args and errors are those of ``read_sources``.
    """
    report = read_sources(store, names, story, given, told, allow_local, workers)
    return settled(report, bring_up_to_date(store, report.slug, workers).dated) if report.kept else report


def read_sources(
    store: Store,
    names: Sequence[str],
    story: str | None = None,
    given: Given = Given(),  # noqa: B008  # frozen: sharing it is safe
    told: Told = tell_nobody,
    allow_local: bool = False,
    workers: Workers = ALONE,
) -> Report:
    """Reads files, folders and web pages into a story, whose claims are for ``bring_up_to_date`` to make.

    Each batch is stored whole, so that whatever interrupts the work leaves a store that the same call completes.

    Args:
        store: an open store.
        names: files, folders, http and https addresses, or ``-`` for standard input.
        story: the story's name; None for the folder's manifest, the folder or the first source.
        given: what the caller knows of the articles; it wins over what they say.
        told: called after each source with what became of it, how many are done, how many there are.
        allow_local: whether addresses may be of this machine or its network.
        workers: who reads; what is stored is the same whoever does.

    Raises:
        BriefingError: nothing readable among the names, or the store could not be used.
    """
    (report,) = _read(iter([_undertaking(store, names, story, given, allow_local)]), told, workers)
    return report


def read_each(
    store: Store,
    folders: Sequence[str],
    given: Given = Given(),  # noqa: B008  # frozen: sharing it is safe
    workers: Workers = ALONE,
) -> Iterator[Report]:
    """Reads each folder into a story of its own, as ``read_sources`` does one after the other.

    While the articles of one are stored, workers read those of the next.
    """
    return _read(
        (_undertaking(store, [folder], None, given, False) for folder in folders), tell_nobody, workers
    )


def settled(report: Report, dated: Mapping[str, Article]) -> Report:
    """The report, with the dates that some of its articles were given by others of their story."""
    return replace(report, added=tuple(_dated_anew(entry, dated) for entry in report.added))


def _dated_anew(entry: Added, dated: Mapping[str, Article]) -> Added:
    article = dated.get(entry.key or "")
    if article is None:
        return entry
    facts = entry.facts if entry.facts is None else len(article.facts)
    return replace(entry, published=article.published, date_basis=article.date_basis, facts=facts)


@dataclass(frozen=True, slots=True)
class _Reader:
    """What stays the same for every document of one story."""

    store: Store
    slug: str
    title: str
    given: Given


@dataclass(frozen=True, slots=True)
class _Undertaking:
    """A story that is to be read: what there is for it."""

    reader: _Reader
    found: Found


def _undertaking(
    store: Store, names: Sequence[str], story: str | None, given: Given, allow_local: bool
) -> _Undertaking:
    """What there is for a story, and what it is called.

    Raises:
        BriefingError: nothing readable among the names.
    """
    found = find_sources(names, allow_local)
    manifest = found.manifest
    slug = story_slug(story or (manifest.slug if manifest else story_name(names[0])))
    title = manifest.title if manifest and not story else (story or slug.replace("-", " "))
    return _Undertaking(_Reader(store, slug, title, given), found)


def _read(undertakings: Iterator[_Undertaking], told: Told, workers: Workers) -> Iterator[Report]:
    """Reads and stores story after story; the batches of all of them are one stream to whoever reads."""
    entries: list[Added] = []
    done = 0
    for (story, batch), parsed in workers.parse(_stream(undertakings)):
        if isinstance(story, BriefingError):
            raise story
        total = len(story.found.sources)
        for entry in _taken_in(story.reader, batch, parsed) if batch else ():
            entries.append(entry)
            done += 1
            told(entry, done, total)
        if batch is None:
            passed = (Added(name, problem=problem) for name, problem in story.found.passed)
            yield Report(story.reader.slug, (*passed, *entries))
            entries, done = [], 0


@dataclass(frozen=True, slots=True)
class _Batch:
    """Some sources: what is known of them without reading, by place, and the documents to read, by place."""

    entries: Mapping[int, Added]
    documents: Mapping[int, Document]


_Ahead = tuple[tuple[_Undertaking | BriefingError, _Batch | None], list[Document]]


def _stream(undertakings: Iterator[_Undertaking]) -> Iterator[_Ahead]:
    """The batches of each story, then its end, None; one that cannot be read tells so when its turn comes."""
    try:
        for story in undertakings:
            sources = story.found.sources
            for start in range(0, len(sources), BATCH):
                batch = _looked_up(story.reader, sources[start : start + BATCH])
                yield (story, batch), list(batch.documents.values())
            yield (story, None), []
    except BriefingError as problem:
        yield (problem, None), []


def _looked_up(reader: _Reader, sources: Sequence[Source]) -> _Batch:
    """Opens some sources; those that were read before, from the same bytes, need no reading."""
    names = [source.name for source in sources]
    rows = reader.store.read(lambda session: shelf.kept_from(session, reader.slug, names))
    known = {(row.source, row.read_key): row for row in rows}
    entries: dict[int, Added] = {}
    documents: dict[int, Document] = {}
    for place, source in enumerate(sources):
        opened = guarded(source.name, partial(_opened, source, reader.given))
        if isinstance(opened, BriefingError):
            entries[place] = Added(source.name, problem=opened)
        elif (row := known.get((source.name, opened.read_key))) is not None:
            entries[place] = _entry(row, "unchanged")
        else:
            documents[place] = opened
    return _Batch(entries, documents)


def _taken_in(reader: _Reader, batch: _Batch, parsed: Sequence[Parsed]) -> list[Added]:
    """Stores what was read, and tells of each source of a batch, in their order."""
    entries = dict(batch.entries)
    fresh: dict[int, shelf.Incoming] = {}
    for (place, document), article in zip(batch.documents.items(), parsed, strict=True):
        if isinstance(article, BriefingError):
            entries[place] = Added(document.name, problem=article)
        else:
            fresh[place] = shelf.Incoming(article, document.read_key, article.date_basis == "inferred")
    if fresh:
        entries |= zip(fresh, _store(reader, list(fresh.values())), strict=True)
    return [entries[place] for place in sorted(entries)]


def _store(reader: _Reader, read: list[shelf.Incoming]) -> list[Added]:
    """Stores what is new or read anew; writes nothing where nothing is."""
    found = reader.store.read(lambda session: shelf.standings(session, reader.slug, read))
    ready: list[shelf.Incoming] = []
    entries: list[Added] = []
    for parsed, standing in zip(read, found, strict=True):
        entry = standing.incoming
        if (
            standing.finds and entry.article.published != parsed.article.published
        ):  # it has a date from before
            article = guarded(entry.article.source, partial(with_facts, entry.article))
            if isinstance(article, BriefingError):
                entries.append(Added(entry.article.source, problem=article))
                continue
            entry = replace(entry, article=article)
        if standing.writes:
            ready.append(entry)
        entries.append(_entry(entry.article, standing.outcome, standing.twin))

    for start in range(0, len(ready), WRITTEN):
        write_part(reader.store, partial(_put, reader=reader, ready=ready[start : start + WRITTEN]))
    return entries


def _put(session: Session, reader: _Reader, ready: Sequence[shelf.Incoming]) -> None:
    shelf.put_articles(session, shelf.ensure_story(session, reader.slug, reader.title), ready)


def _entry(article: Article | shelf.Kept, outcome: shelf.Outcome, twin: str | None = None) -> Added:
    return Added(
        source=article.source,
        outcome=outcome,
        twin=twin,
        key=article.key,
        title=article.title,
        outlet=article.outlet,
        published=article.published,
        date_basis=article.date_basis,
        facts=len(article.facts) if isinstance(article, Article) and outcome in shelf.STORED else None,
        cut=article.cut if isinstance(article, Article) else (),
    )


def _opened(source: Source, given: Given) -> Document:
    contents = source.read()
    key = _read_key(contents, source.known, given)
    return Document(source.name, contents, source.known, given, key)


def _read_key(contents: Contents, known: Known | None, given: Given) -> str:
    """Everything that decides what is read: the bytes, what is told beside them, and who reads."""
    raw = blake2b(contents.raw, digest_size=16).hexdigest()
    return content_key("read", release(), raw, repr((contents.address, contents.encoding, known, given)))
