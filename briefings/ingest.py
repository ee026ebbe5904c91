"""The one place where reading, extracting, reconciling and the store meet: sources in, a story out."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, partial
from hashlib import blake2b
from importlib.metadata import version
from typing import TypeVar

from sqlmodel import Session

from briefings.errors import BriefingError
from briefings.extract.pipeline import extract
from briefings.inferred import infer
from briefings.manifest import Known
from briefings.reading.articles import Given, read_article
from briefings.reading.text import clean_line
from briefings.reconcile.story import reconcile
from briefings.sources import Contents, Source, find_sources, story_name, story_slug
from briefings.store import claims, dates, decisions, loading, shelf
from briefings.store.store import Store
from briefings.stories import Article, DateBasis, Decision, Story, content_key

#: articles stored in one transaction: below half a second, so that nobody else waits
BATCH = 20

Result = TypeVar("Result")


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
) -> Report:
    """Reads files, folders and web pages into a story; a second time changes nothing.

    Each batch is stored whole, so that whatever interrupts the work leaves a store that the same call completes.

    Args:
        store: an open store.
        names: files, folders, http and https addresses, or ``-`` for standard input.
        story: the story's name; None for the folder's manifest, the folder or the first source.
        given: what the caller knows of the articles; it wins over what they say.
        told: called after each source with what became of it, how many are done, how many there are.
        allow_local: whether addresses may be of this machine or its network.

    Raises:
        BriefingError: nothing readable among the names, or the store could not be used.
    """
    found = find_sources(names, allow_local)
    manifest = found.manifest
    slug = story_slug(story or (manifest.slug if manifest else story_name(names[0])))
    title = manifest.title if manifest and not story else (story or slug.replace("-", " "))
    reader = _Reader(store, slug, title, given)
    entries = [Added(name, problem=problem) for name, problem in found.passed]
    done = 0
    for start in range(0, len(found.sources), BATCH):
        for entry in _add_batch(reader, found.sources[start : start + BATCH]):
            entries.append(entry)
            done += 1
            told(entry, done, len(found.sources))
    if not any(entry.key for entry in entries):
        return Report(slug, tuple(entries))
    dated = bring_up_to_date(store, slug)
    return Report(slug, tuple(_dated_anew(entry, dated) for entry in entries))


def refresh(store: Store, slug: str) -> Story:
    """A story, reconciled anew where its articles have changed since its claims were made."""
    bring_up_to_date(store, slug)
    return store.read(lambda session: loading.load(session, slug))


def bring_up_to_date(store: Store, slug: str) -> dict[str, Article]:
    """Infers the dates and makes the claims of a story whose articles have changed; else does nothing.

    Returns:
        The articles that got another date, by key.
    """
    dated: dict[str, Article] = {}
    if store.read(lambda session: shelf.state(session, slug) == claims.reconciled_state(session, slug)):
        return dated
    while True:  # until nobody else has added or removed articles meanwhile
        dated |= _settle_dates(store, slug)
        if _reconcile(store, slug):
            return dated


def _reconcile(store: Store, slug: str) -> bool:
    """Makes a story's claims; False where its articles changed in the meantime, and nothing was stored."""

    def load(session: Session) -> tuple[str, str, list[Article], tuple[Decision, ...]]:
        title = shelf.find(session, slug).title
        articles = loading.load_articles(session, slug)
        return shelf.state(session, slug), title, articles, decisions.decisions_of(session, slug)

    state, title, articles, decided = store.read(load)
    reconciled = reconcile(slug, title, articles, decided)

    def put(session: Session) -> bool:
        if shelf.state(session, slug) != state:
            return False
        claims.put_claims(session, reconciled)
        return True

    return store.write(put)


def _settle_dates(store: Store, slug: str) -> dict[str, Article]:
    """Infers the dates of a story's articles that have none; where one changes, the facts are found again."""

    def changed(session: Session) -> list[Article]:
        before = {dated.key: dated.published for dated in dates.dates_of(session, slug) if dated.open}
        if not before:
            return []
        days = infer(dates.dates_of(session, slug), dates.texts_of(session, slug))
        moved = {key: day for key, day in days.items() if day != before[key]}
        return [
            replace(
                article,
                published=moved[article.key],
                date_basis="inferred" if moved[article.key] else "unknown",
            )
            for article in dates.articles_of(session, slug, moved)
        ]

    settled: dict[str, Article] = {}
    articles = store.read(changed)
    for start in range(0, len(articles), BATCH):
        read = [
            _guarded(article.source, partial(_with_facts, article))
            for article in articles[start : start + BATCH]
        ]
        fresh = [article for article in read if isinstance(article, Article)]
        store.write(partial(dates.put_dates, slug=slug, articles=fresh))
        settled |= {article.key: article for article in fresh}
    return settled


def _dated_anew(entry: Added, dated: Mapping[str, Article]) -> Added:
    article = dated.get(entry.key or "")
    if article is None:
        return entry
    facts = entry.facts if entry.facts is None else len(article.facts)
    return replace(entry, published=article.published, date_basis=article.date_basis, facts=facts)


@dataclass(frozen=True, slots=True)
class _Reader:
    """What stays the same for every document of one call."""

    store: Store
    slug: str
    title: str
    given: Given


def _add_batch(reader: _Reader, sources: Sequence[Source]) -> list[Added]:
    """Reads and stores some documents; those that were read before, from the same bytes, are not read again."""
    names = [source.name for source in sources]
    rows = reader.store.read(lambda session: shelf.kept_from(session, reader.slug, names))
    known = {(row.source, row.read_key): row for row in rows}
    entries: dict[int, Added] = {}
    fresh: dict[int, shelf.Incoming] = {}
    for place, source in enumerate(sources):
        read = _guarded(source.name, partial(_read, source, reader.given, known))
        if isinstance(read, BriefingError):
            entries[place] = Added(source.name, problem=read)
        elif isinstance(read, shelf.Kept):
            entries[place] = _entry(read, "unchanged")
        else:
            fresh[place] = read
    if fresh:
        entries |= zip(fresh, _store(reader, list(fresh.values())), strict=True)
    return [entries[place] for place in sorted(entries)]


def _store(reader: _Reader, read: list[shelf.Incoming]) -> list[Added]:
    """Finds the facts of what is new or read anew, and stores it; writes nothing where nothing is."""
    found = reader.store.read(lambda session: shelf.standings(session, reader.slug, read))
    ready: list[shelf.Incoming] = []
    entries: list[Added] = []
    for standing in found:
        entry = standing.incoming
        if standing.finds:
            article = _guarded(entry.article.source, partial(_with_facts, entry.article))
            if isinstance(article, BriefingError):
                entries.append(Added(entry.article.source, problem=article))
                continue
            entry = replace(entry, article=article)
        if standing.writes:
            ready.append(entry)
        entries.append(_entry(entry.article, standing.outcome, standing.twin))

    def put(session: Session) -> None:
        shelf.put_articles(session, shelf.ensure_story(session, reader.slug, reader.title), ready)

    if ready:
        reader.store.write(put)
    return entries


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


def _read(
    source: Source, given: Given, known: Mapping[tuple[str, str], shelf.Kept]
) -> shelf.Incoming | shelf.Kept:
    """The article of a source, or its row where it was read from the same bytes before."""
    contents = source.read()
    key = _read_key(contents, source.known, given)
    row = known.get((source.name, key))
    if row is not None:
        return row
    article = read_article(contents.raw, source.name, given, contents.address, contents.encoding)
    article = _with_known(article, source.known, given)
    return shelf.Incoming(article, key, article.date_basis == "inferred")


def _read_key(contents: Contents, known: Known | None, given: Given) -> str:
    """Everything that decides what is read: the bytes, what is told beside them, and who reads."""
    raw = blake2b(contents.raw, digest_size=16).hexdigest()
    return content_key("read", _release(), raw, repr((contents.address, contents.encoding, known, given)))


@cache
def _release() -> str:
    """A new release reads every document anew: it may cut other lines and find other facts."""
    return version("briefing-desk")


def _with_facts(article: Article) -> Article:
    return replace(article, facts=tuple(extract(article.text, article.published)))


def _guarded(source: str, work: Callable[[], Result]) -> Result | BriefingError:
    """What the work gives, or why this one document cannot be used.

    The one place that catches every exception: documents come from anywhere and pass through parsers that are
    not ours, and one that makes any of them fail must not take the others of a long ``add`` with it.
    """
    try:
        return work()
    except BriefingError as problem:
        return problem
    except OSError as problem:
        return BriefingError(f"{source}: {problem.strerror or problem}", "check the file and its permissions")
    except Exception as fault:  # noqa: BLE001
        why = clean_line(f"{type(fault).__name__}: {fault}")
        return BriefingError(
            f"{source} could not be read ({why})", "a fault of this program: please report it"
        )


def _with_known(article: Article, known: Known | None, given: Given) -> Article:
    """What a manifest says of an article, below what was given and above what its text says."""
    if known is None:
        return article
    basis = known.date_basis if known.published else article.date_basis
    return replace(
        article,
        title=given.title or known.title or article.title,
        outlet=given.outlet or known.outlet or article.outlet,
        agency=known.agency or article.agency,
        published=given.published or known.published or article.published,
        date_basis="given" if given.published else basis,
    )
