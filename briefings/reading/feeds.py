"""Feeds: one item of RSS or Atom as a web page, with what the feed states about it.

Elements are known by their local names, so that RSS 0.9 to 2.0 (rssboard.org) and Atom (RFC 4287) are read alike.
"""

from __future__ import annotations

import html
from dataclasses import dataclass
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from briefings.errors import BriefingError
from briefings.patterns import Pattern
from briefings.reading import dating
from briefings.reading.lines import word_set

_BEGINS_FEED = Pattern(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<(?:\?|!--)[^>]{0,2000}>\s*){0,9}<(?:rss|feed|rdf:RDF|channel|item|entry)\b",
)
_ITEMS = word_set("item entry")
# What holds an item's text and its day, the fullest and the surest first.
_BODIES = ("encoded", "content", "description", "summary")
_DATES = ("pubdate", "published", "issued", "date", "created")
_INSTEAD = "save one article of it as a web page, or give its address"
_MARKUP = Pattern(r"<[a-zA-Z]")
_BLANK_LINE = Pattern(r"\n\s*\n")


@dataclass(frozen=True, slots=True)
class Item:
    """An item of a feed.

    Attributes:
        markup: its text as a web page.
        stated: its ``title``, ``outlet`` and day of publication (``published``, ISO), as far as the feed tells.
        address: where the article stands, or None.
    """

    markup: str
    stated: dict[str, str]
    address: str | None


def is_feed(text: str) -> bool:
    """Whether a text begins as a feed, or an item of one, does."""
    return _BEGINS_FEED.match(text[:8192]) is not None


def read_item(text: str, source: str) -> Item:
    """The only item of a feed.

    Raises:
        BriefingError: it is no XML, or has no item, or several: these are articles of their own.
    """
    try:
        root = ElementTree.fromstring(
            text.encode("utf-8", "replace"), ElementTree.XMLParser(encoding="utf-8")
        )
        return _only_item(root, source)
    except (
        ElementTree.ParseError,
        RecursionError,
    ) as problem:  # it may be nested deeper than anything is written
        raise BriefingError(f"{source} is no feed that can be read ({problem})", _INSTEAD) from problem


def _only_item(root: Element, source: str) -> Item:
    elements = [(_name(element), element) for element in root.iter()]
    items = [element for name, element in elements if name in _ITEMS]
    if len(items) != 1:
        what = f"is a feed of {len(items)} articles" if items else "is no feed of articles"
        raise BriefingError(f"{source} {what}", _INSTEAD)
    fields = {_name(child): child for child in reversed(items[0])}  # of several of a name the first
    inside = set(items[0].iter())
    site = next((e for name, e in elements if name == "title" and e not in inside), None)
    title = _words(fields.get("title"))
    day = next((day for name in _DATES if (day := dating.find_date(_words(fields.get(name))))), None)
    told = {"title": title, "outlet": _words(site), "published": day.isoformat() if day else ""}
    body = next((text for name in _BODIES if (text := _body(fields.get(name)))), "")
    head = html.escape(title)
    return Item(
        f"<html><head><title>{head}</title></head><body><article><h1>{head}</h1>{body}</article></body></html>",
        {name: words for name, words in told.items() if words},
        _address(items[0]),
    )


def _name(element: Element) -> str:
    return element.tag.rpartition("}")[2].lower()


def _words(element: Element | None) -> str:
    return "" if element is None else " ".join("".join(element.itertext()).split())


def _body(element: Element | None) -> str:
    """The markup an element holds: as text of its own, as elements, or plain text in paragraphs."""
    if element is None:
        return ""
    if len(element):
        for inside in element.iter():
            inside.tag = _name(inside)  # without its namespace, which HTML has none of
        return "".join(ElementTree.tostring(child, "unicode", "html") for child in element)
    text = (element.text or "").strip()
    if not text or _MARKUP.search(text):
        return text
    return "".join(f"<p>{html.escape(part)}</p>" for part in _BLANK_LINE.split(text))


def _address(item: Element) -> str | None:
    links = [
        child for child in item if _name(child) == "link" and child.get("rel", "alternate") == "alternate"
    ]
    return next(filter(None, (_words(link) or link.get("href") for link in links)), None)
