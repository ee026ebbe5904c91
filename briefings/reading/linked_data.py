"""Linked data of a web page (JSON-LD, schema.org): what it states about the article."""

from __future__ import annotations

import json
import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

_ARTICLE_TYPE = re.compile(r"(?:Article|Posting|Report)$")  # schema.org: NewsArticle, LiveBlogPosting, ...


@dataclass(frozen=True, slots=True)
class Linked:
    """An article as linked data describes it; what is not told is empty."""

    headline: str
    published: str
    publisher: str


def linked_articles(tree: Any) -> Iterator[Linked]:
    """The articles in the linked data of a parsed page, outermost first; data that is no JSON is passed over."""
    for script in tree.iter("script"):
        if script.get("type") != "application/ld+json" or not script.text:
            continue
        try:
            queue = deque([json.loads(script.text, strict=False)])
        except (ValueError, RecursionError):
            continue
        while queue:
            node = queue.popleft()
            if isinstance(node, list):
                queue.extend(node)
            elif isinstance(node, dict):
                if _is_article(node):
                    yield Linked(
                        *(_told(node.get(name)) for name in ("headline", "datePublished", "publisher"))
                    )
                queue.extend(node.values())


def _is_article(node: Mapping[str, Any]) -> bool:
    kinds = node.get("@type")
    names = kinds if isinstance(kinds, list) else [kinds]
    return any(isinstance(name, str) and _ARTICLE_TYPE.search(name) for name in names)


def _told(value: object) -> str:
    """A text, or the name of a thing."""
    named = value.get("name") if isinstance(value, dict) else value
    return " ".join(named.split()) if isinstance(named, str) else ""
