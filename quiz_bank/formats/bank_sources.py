"""The articles that a bank's questions cite: found by name, their quotes found in them."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property
from pathlib import PurePath

from briefings.reading.sentences import split_sentences
from briefings.stories import Article
from quiz_bank.questions import Source

_LIKE = {
    "'": "['‘’ʼ]",
    "‘": "['‘’ʼ]",
    "’": "['‘’ʼ]",
    '"': '["“”„]',
    "“": '["“”„]',
    "”": '["“”„]',
} | dict.fromkeys("-–—‑", "[-–—‑]")
_LEAST_LIKE = 60  # percent; below it nothing in the source is meant
_ADDRESS = re.compile(r"https?://\S+")


@dataclass(frozen=True, slots=True)
class Nearest:
    """The passage of an article that is most like a quote: ``like`` percent, at a character of its text."""

    like: int
    start: int
    text: str


class Sources:
    """Articles by every name a bank may give them: file, id, outlet, agency, or one of these with the date.

    Args:
        articles: of the bank's story; none where nothing is known of it, then nothing is checked.
    """

    def __init__(self, articles: Iterable[Article] = ()) -> None:
        self.articles = tuple(articles)

    def __bool__(self) -> bool:
        return bool(self.articles)

    @cached_property
    def _named(self) -> dict[str, list[Article]]:
        found: dict[str, list[Article]] = defaultdict(list)
        for article in self.articles:
            for name in dict.fromkeys(_names(article)):
                found[name].append(article)
        return found

    def names(self) -> list[str]:
        """The names a bank would best use: the articles' files."""
        return [PurePath(article.source).name for article in self.articles]

    def named(self, name: str) -> list[Article]:
        """The articles of that name; several where an outlet printed several."""
        return self._named.get(_plain(name), [])

    def place(self, name: str, quote: str) -> Source | Nearest | None:
        """Where a quote stands: its source, else what is most like it, else None."""
        articles = self.named(name)
        pattern = None
        for article in articles:
            start = article.text.find(quote)
            if start >= 0:
                return self._source(article, start, start + len(quote))
        for article in articles:
            pattern = pattern or _loosely(quote)
            match = pattern.search(article.text)
            if match:
                return self._source(article, match.start(), match.end())
        near = [found for article in articles if (found := _nearest(article, quote))]
        return max(near, key=lambda found: found.like, default=None)

    def _source(self, article: Article, start: int, end: int) -> Source:
        """The quote with the sentences it stands in."""
        if article.key not in self._sentences:
            self._sentences[article.key] = [(s.start, s.end) for s in split_sentences(article.text)]
        spans = [
            (first, last) for first, last in self._sentences[article.key] if first < end and start < last
        ]
        first = min([start, *(span[0] for span in spans)])
        last = max([end, *(span[1] for span in spans)])
        return Source(
            article=article.key,
            outlet=article.label,
            published=article.published,
            start=start,
            end=end,
            sentence=article.text[first:last],
            sentence_start=first,
            name=article.source,
        )

    @cached_property
    def _sentences(self) -> dict[str, list[tuple[int, int]]]:
        return {}


def is_address(source: str) -> bool:
    """Whether a source is an address on the web, which is shown and not looked into."""
    return _ADDRESS.fullmatch(source.strip()) is not None


def unseen(source: str, quote: str) -> Source:
    """A source that is not at hand: cited by its name, with the quote as its sentence."""
    return Source("", source, None, 0, len(quote), quote, 0, source)


def _names(article: Article) -> Iterable[str]:
    file = PurePath(article.source)
    printed = [name for name in (article.outlet, *(article.agency or "").split(",")) if name]
    dated = [f"{name} {article.published}" for name in printed] if article.published else []
    return [_plain(name) for name in (article.key, article.source, file.name, file.stem, *printed, *dated)]


def _plain(name: str) -> str:
    return re.sub(r"[\s_-]+", "-", name.strip().casefold())


def _loosely(quote: str) -> re.Pattern[str]:
    """The quote with any white space between its words and any form of its quotes and dashes."""
    words = ("".join(_LIKE.get(char) or re.escape(char) for char in word) for word in quote.split())
    return re.compile(r"\s+".join(words))


def _nearest(article: Article, quote: str) -> Nearest | None:
    from rapidfuzz import fuzz

    found = fuzz.partial_ratio_alignment(quote, article.text, score_cutoff=_LEAST_LIKE)
    if found is None:
        return None
    like = min(99, round(found.score))
    return Nearest(like, found.dest_start, article.text[found.dest_start : found.dest_end])
