"""Documents to articles with facts: pure, without a store, so that any process on any machine can do it.

``parse_batch`` is all that a worker is asked for while documents are read. What it is given and gives can be pickled.
"""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache, partial
from importlib.metadata import version
from typing import TypeVar

from briefings.errors import BriefingError
from briefings.extract.pipeline import extract
from briefings.manifest import Known
from briefings.reading.articles import Given, read_article
from briefings.reading.text import clean_line
from briefings.stories import Article

PACKAGE = "briefing-desk"
#: seconds a document may take; the largest that is read takes a tenth of it
PATIENCE = 120.0

Result = TypeVar("Result")
Parsed = Article | BriefingError


@dataclass(frozen=True, slots=True)
class Contents:
    """The bytes of a document, where on the web they were found, and the encoding its server names."""

    raw: bytes
    address: str | None = None
    encoding: str | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One document to read.

    Attributes:
        name: its source.
        contents: what is in it.
        known: what a manifest says of it.
        given: what the user says of it.
        read_key: a key of all that decides what is read in it.
    """

    name: str
    contents: Contents
    known: Known | None
    given: Given
    read_key: str


@cache
def release() -> str:
    """The release of this program where this runs: another one may cut other lines and find other facts."""
    return version(PACKAGE)


def parse_batch(documents: Sequence[Document], patience: float = PATIENCE) -> list[Parsed]:
    """The article of each document with its facts, or why that one cannot be used.

    Args:
        documents: what to read.
        patience: seconds each may take; kept where the system can interrupt what runs (not off the main thread).
    """
    return [_parsed(document, patience) for document in documents]


def with_facts(article: Article) -> Article:
    """The article with what is found in its text for its date."""
    return replace(article, facts=tuple(extract(article.text, article.published)))


def guarded(source: str, work: Callable[[], Result]) -> Result | BriefingError:
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


def too_slow(source: str, patience: float) -> BriefingError:
    """What is said of a document that took longer than anybody waits."""
    return BriefingError(
        f"{source} was given up after {patience:g} seconds", "a fault of this program: please report it"
    )


def _parsed(document: Document, patience: float) -> Parsed:
    return guarded(document.name, partial(_parse, document, patience))


def _parse(document: Document, patience: float) -> Article:
    contents = document.contents
    with _alarm(too_slow(document.name, patience), patience):
        article = read_article(
            contents.raw, document.name, document.given, contents.address, contents.encoding
        )
        return with_facts(_with_known(article, document.known, document.given))


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


@contextmanager
def _alarm(problem: BriefingError, seconds: float) -> Iterator[None]:
    """Raises the problem inside what takes longer, again each second, since a parser may swallow it once."""
    if not hasattr(signal, "setitimer") or threading.current_thread() is not threading.main_thread():
        yield
        return

    def ring(*_: object) -> None:
        raise problem

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, seconds, 1.0)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
