"""The one place where reading, extracting, reconciling and the store meet: sources in, a story out."""

from __future__ import annotations

import re
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from sqlmodel import Session

from briefings.errors import BriefingError
from briefings.extract.pipeline import extract
from briefings.manifest import FILE_NAME, Known, Manifest, read_manifest
from briefings.reading.articles import Given, read_article
from briefings.reconcile.story import reconcile
from briefings.store import claims, loading, shelf
from briefings.store.store import Store
from briefings.stories import Article, Story

#: the endings of the files a folder is searched for
READABLE = (".txt", ".md")
#: articles stored in one transaction: below half a second, so that nobody else waits
BATCH = 20


@dataclass(frozen=True, slots=True)
class Source:
    """One document to read: its name, its bytes when asked, and what a manifest says of it."""

    name: str
    read: Callable[[], bytes]
    known: Known | None = None


@dataclass(frozen=True, slots=True)
class Added:
    """What became of one source: the article and its outcome, or why it was left out."""

    source: str
    outcome: shelf.Outcome | None = None
    article: Article | None = None
    problem: BriefingError | None = None


@dataclass(frozen=True, slots=True)
class Report:
    """What an ``add`` did: the story it went to, and what became of each source in order."""

    slug: str
    added: tuple[Added, ...]

    @property
    def problems(self) -> int:
        """How many sources were left out."""
        return sum(entry.problem is not None for entry in self.added)


def add_sources(
    store: Store,
    names: Sequence[str],
    story: str | None = None,
    given: Given = Given(),  # noqa: B008  # frozen: sharing it is safe
    told: Callable[[Added, int, int], None] = lambda entry, done, total: None,
) -> Report:
    """Reads files and folders into a story; a second time changes nothing.

    Args:
        store: an open store.
        names: files, folders, or ``-`` for standard input.
        story: the story's name; None for the folder's manifest, the folder or the first file.
        given: what the caller knows of the articles; it wins over what they say.
        told: called after each source with what became of it, how many are done, how many there are.

    Raises:
        BriefingError: nothing readable among the names, or the store could not be used.
    """
    sources, manifest, skipped = find_sources(names)
    slug = story_slug(story or (manifest.slug if manifest else _name_after(names[0])))
    title = manifest.title if manifest and not story else (story or slug.replace("-", " "))
    entries: list[Added] = list(skipped)
    done = 0
    for batch in _batches(sources):
        for entry in _add_batch(store, batch, slug, title, given):
            entries.append(entry)
            done += 1
            told(entry, done, len(sources))
    if any(entry.article for entry in entries):
        refresh(store, slug)
    return Report(slug, tuple(entries))


def refresh(store: Store, slug: str) -> Story:
    """Reconciles a story whose articles have changed since its claims were made; returns the story."""

    def stale(session: Session) -> list[Article] | None:
        articles = loading.load_articles(session, slug)
        return None if claims.digest(articles) == claims.reconciled_digest(session, slug) else articles

    articles = store.read(stale)
    if articles is not None:
        title = store.read(lambda session: shelf.find(session, slug).title)
        reconciled = reconcile(slug, title, articles)
        store.write(lambda session: claims.put_claims(session, reconciled))
    return store.read(lambda session: loading.load(session, slug))


def find_sources(names: Sequence[str]) -> tuple[list[Source], Manifest | None, list[Added]]:
    """The documents behind the names, the first folder's manifest, and what was passed over with why.

    Raises:
        BriefingError: a name does not exist, or a folder holds no article.
    """
    sources: list[Source] = []
    skipped: list[Added] = []
    first: Manifest | None = None
    for name in names:
        path = Path(name)
        if name == "-":
            sources.append(Source("stdin", sys.stdin.buffer.read))
        elif path.is_dir():
            manifest = read_manifest(path)
            found, passed = _in_folder(path, manifest)
            sources += found
            skipped += passed
            first = first or manifest
        elif path.exists() and path.suffix and path.suffix.lower() not in READABLE:
            skipped.append(Added(name, problem=_not_read(path)))
        elif path.exists():
            manifest = read_manifest(path.parent)
            known = manifest.articles.get(path.name) if manifest else None
            sources.append(Source(path.name, path.read_bytes, known))
        else:
            raise BriefingError(f"{name}: no such file or folder", "check the path")
    return sources, first, skipped


def story_slug(name: str) -> str:
    """A story's name on the command line: lower case, words joined by hyphens.

    Raises:
        BriefingError: no letter or digit in it.
    """
    slug = re.sub(r"[^\w]+", "-", name.casefold()).strip("-_")
    if not slug:
        raise BriefingError(f"{name!r} cannot name a story", "use letters or digits")
    return slug[:80]


def _name_after(source: str) -> str:
    if source == "-":
        return "stdin"
    path = Path(source).resolve()
    return path.name if path.is_dir() else path.stem


def _in_folder(folder: Path, manifest: Manifest | None) -> tuple[list[Source], list[Added]]:
    known = manifest.articles if manifest else {}
    files = sorted(path for path in folder.rglob("*") if path.is_file() and not path.name.startswith("."))
    found = [
        Source(str(path.relative_to(folder)), path.read_bytes, known.get(str(path.relative_to(folder))))
        for path in files
        if path.suffix.lower() in READABLE
    ]
    if not found:
        raise BriefingError(
            f"{folder}: no articles in this folder", f"it needs files ending in {' or '.join(READABLE)}"
        )
    passed = [
        Added(str(path.relative_to(folder)), problem=_not_read(path))
        for path in files
        if path.suffix.lower() not in READABLE and path.name != FILE_NAME
    ]
    return found, passed


def _not_read(path: Path) -> BriefingError:
    kinds = " and ".join(READABLE)
    return BriefingError(
        f"{path}: {path.suffix or 'a file without ending'} is not read", f"only {kinds} files are"
    )


def _batches(sources: Sequence[Source]) -> Iterator[Sequence[Source]]:
    for start in range(0, len(sources), BATCH):
        yield sources[start : start + BATCH]


def _add_batch(store: Store, sources: Sequence[Source], slug: str, title: str, given: Given) -> list[Added]:
    entries = [_read(source, given) for source in sources]
    fresh = {
        place: replace(entry.article, facts=tuple(extract(entry.article.text, entry.article.published)))
        for place, entry in enumerate(entries)
        if entry.article and _is_news(store, slug, entry.article)
    }

    def put(session: Session) -> dict[int, shelf.Outcome]:
        row = shelf.ensure_story(session, slug, title)
        return {place: shelf.put_article(session, row, article) for place, article in fresh.items()}

    outcomes = store.write(put) if fresh else {}
    return [
        replace(entry, article=fresh.get(place, entry.article), outcome=outcomes.get(place, "unchanged"))
        if entry.article
        else entry
        for place, entry in enumerate(entries)
    ]


def _is_news(store: Store, slug: str, article: Article) -> bool:
    return store.read(lambda session: shelf.standing(session, slug, article)) != "unchanged"


def _read(source: Source, given: Given) -> Added:
    try:
        article = read_article(source.read(), source.name, given)
    except BriefingError as problem:
        return Added(source.name, problem=problem)
    except OSError as problem:
        told = BriefingError(f"{source.name}: {problem.strerror}", "check the file and its permissions")
        return Added(source.name, problem=told)
    return Added(source.name, article=_with_known(article, source.known, given))


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
