"""The labels made by hand, with every offset moved from the file to the text that the product reads."""

from __future__ import annotations

import json
import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any, Generic, TypeVar

from briefings.extract.pipeline import extract
from briefings.reading.articles import read_article
from briefings.reconcile.story import reconcile
from briefings.stories import Article, Story

PUBLISHED = date(2017, 11, 3)
Label = TypeVar("Label")
Span = tuple[str, int, int]  # source, start, end in the article's text


@dataclass(frozen=True)
class Gold:
    """The labels, with every offset moved from the file to the article's text."""

    records: dict[str, dict[str, Any]]
    spans: dict[str, Span]
    crosscheck: dict[str, Any]
    raw: dict[str, str]


def read_story(folder: Path) -> tuple[Story, dict[str, str]]:
    """The story of the folder's articles and the raw text of each, by file name."""
    articles, raw = [], {}
    for path in sorted((folder / "seeds").glob("*.txt")):
        data = path.read_bytes()
        raw[path.name] = data.decode("utf-8")
        article = read_article(data, path.name)
        article = replace(article, published=article.published or PUBLISHED)
        articles.append(replace(article, facts=tuple(extract(article.text, article.published))))
    return reconcile("story", "Story", articles), raw


def located(article: Article, raw: str, wording: str, start: int) -> Span | None:
    """Where a wording of the raw file stands in the article's text: the occurrence at about the same place."""
    pattern = r"\s+".join(re.escape(word) for word in wording.split())
    found = [m.span() for m in re.finditer(pattern, article.text)]
    if not found:
        return None
    wanted = len(re.findall(pattern, raw[:start]))
    begin, end = found[min(wanted, len(found) - 1)]
    return article.source, begin, end


def read_gold(folder: Path, story: Story, raw: dict[str, str]) -> Gold:
    """The labels of the folder; those in page furniture have no span."""
    lines = (folder / "gold" / "seeds.jsonl").read_text("utf-8").splitlines()
    records = {record["id"]: record for record in map(json.loads, lines)}
    by_source = {article.source: article for article in story.articles}
    spans = {}
    for key, record in records.items():
        source = record["article"]
        span = located(by_source[source], raw[source], record["quote"], record["start"])
        if span and record["where"] in ("body", "title"):
            spans[key] = span
    crosscheck = json.loads((folder / "gold" / "seeds-crosscheck.json").read_text("utf-8"))
    return Gold(records, spans, crosscheck, raw)


def overlap(one: Span, other: Span) -> bool:
    """Whether two spans of one article share a character."""
    return one[0] == other[0] and one[1] < other[2] and other[1] < one[2]


class Union(Generic[Label]):
    """Disjoint sets of labels."""

    def __init__(self, keys: Iterable[Label]) -> None:
        self._root = {key: key for key in keys}

    def find(self, key: Label) -> Label:
        """The label that stands for the set."""
        while self._root[key] != key:
            key = self._root[key]
        return key

    def join(self, one: Label, other: Label) -> None:
        """Makes one set of two."""
        self._root[self.find(other)] = self.find(one)

    def sets(self) -> list[set[Label]]:
        """All sets."""
        found: defaultdict[Label, set[Label]] = defaultdict(set)
        for key in self._root:
            found[self.find(key)].add(key)
        return list(found.values())
