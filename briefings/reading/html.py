"""Web pages: the story's paragraphs as trafilatura finds them, and what the page states about itself.

trafilatura is imported here alone, and only when a page is read; it is given the text, so nothing is downloaded.
Its dates are not used: it guesses where a page states none, and a guess must not pass for a statement.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from briefings.reading import dating
from briefings.reading.lines import letters, word_set
from briefings.reading.linked_data import Linked, linked_articles
from briefings.reading.page import SHORTEST_HEADLINE

_BEGINS_PAGE = re.compile(
    r"\s*(?:<\?xml[^>]{0,200}>\s*)?(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_DECLARED = re.compile(rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([\w.:-]{2,40})", re.IGNORECASE)
_HEAD = 4096  # bytes in which a page must name its encoding, four times what the HTML standard asks for

# What meta elements and item properties call the day of publication, the surest first.
_DATES = (
    "article:published_time",
    "og:published_time",
    "datepublished",
    "parsely-pub-date",
    "sailthru.date",
    "article.published",
    "publishdate",
    "publish-date",
    "publish_date",
    "pubdate",
    "dc.date.issued",
    "dcterms.issued",
    "dc.date",
    "dcterms.date",
    "dcterms.created",
    "date",
)
_UNSEEN = word_set("script style noscript template svg math iframe object head select option textarea")
_INLINE = word_set(
    "a abbr acronym b bdi bdo big cite code data del dfn em font hi i ins kbd mark q ref s samp small span "
    "strike strong sub sup time tt u var wbr"
)
_APART = word_set("a button label")  # what stands beside them is another word, though no space parts them
_CLOSING = (".", ",", ";", ":", "!", "?", ")", "’", "'")
_BETWEEN_TITLES = re.compile(r" [|–—·»-] |: |[｜|]")
_HOST = re.compile(r"[\w-]+(?:\.[\w-]+)+(?::\d+)?")
_LONGEST_OUTLET = 6  # words
# What a title may call the page instead of the paper, as ``letters`` writes it.
_LABELS = word_set("print printversion printerfriendly printerfriendlyversion video watch audio listen live photos "
                   "gallery opinion analysis explainer exclusive breaking breakingnews update updated")  # fmt: skip


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a page as a browser shows it: the element it stands in, and a date its markup gives."""

    text: str
    tag: str
    stamp: str | None = None


@dataclass(frozen=True, slots=True)
class WebPage:
    """A page that was read.

    Attributes:
        text: the story's paragraphs and headings, apart by a blank line; list items begin with a bullet.
        headings: the words of its headings.
        lines: every visible line of the page, in order.
        title: the headline, or None.
        outlet: the site's name, or None.
        author: who wrote it, as the page states it, or None.
        published: the day of publication that its markup states, or None.
        address: its own address, or None.
        labelled: which of its lines a heading in a table's row labels: they say when it happened, not when it was
            told.
    """

    text: str
    headings: frozenset[str]
    lines: tuple[str, ...]
    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: date | None = None
    address: str | None = None
    labelled: frozenset[int] = frozenset()


def is_html(text: str) -> bool:
    """Whether a text begins as a web page does."""
    return _BEGINS_PAGE.match(text[:8192]) is not None


def declared_encoding(raw: bytes) -> str | None:
    """The encoding that a page's head names, or None."""
    found = _DECLARED.search(raw, 0, _HEAD)
    return found[1].decode("ascii") if found else None


def read_html(markup: str, address: str | None = None) -> WebPage:
    """The story of a web page, and what the page states about it.

    Args:
        markup: the page.
        address: where it came from, where that is known.
    """
    from trafilatura import bare_extraction, load_html

    for library in ("trafilatura", "htmldate"):  # they print what they think of a page
        logging.getLogger(library).setLevel(logging.CRITICAL)
    tree: Any = load_html(markup)
    # Measured on tests/briefings/reading/html_pages: leaving tables out halves what is kept of the page's own
    # words; asking for precision loses a story in twenty, asking for recall keeps more of the page.
    found: Any = (
        bare_extraction(tree, url=address, include_comments=False, include_tables=False, with_metadata=True)
        if tree is not None
        else None
    )
    if found is None:
        return WebPage("", frozenset(), ())
    kept, seen = list(_lines_of(found.body)), list(_lines_of(tree))
    named = " ".join((tree.findtext(".//title") or "").split())
    linked = next(linked_articles(tree), Linked("", "", ""))
    title = _headline(found.title, named, seen) or linked.headline or found.title
    return WebPage(
        text=_paragraphs(kept),
        headings=frozenset(line.text for line in kept if line.tag == "head"),
        lines=tuple(line.text for line in seen),
        title=title,
        outlet=_outlet(found.sitename, linked.publisher, named, title),
        author=found.author,
        published=_published(tree) or _date_shown(seen, kept, title),
        address=found.url or address,
        labelled=_labelled(seen),
    )


def _lines_of(root: Any) -> Iterator[Line]:
    """The lines that an element shows, parted at every element that is not inline."""
    words: list[str] = []
    stamp: str | None = None
    blocks = [str(root.tag)]
    stack: list[tuple[Any, bool]] = [(root, False)]
    while stack:
        element, left = stack.pop()
        tag = element.tag if isinstance(element.tag, str) else ""
        hidden = not tag or tag in _UNSEEN
        if not hidden and tag not in _INLINE:
            if shown := " ".join("".join(words).split()):
                yield Line(shown, blocks[-1], stamp)
            words, stamp = [], None
            blocks.append(tag) if not left else blocks.pop()
        if left or hidden:
            tail = "" if element is root else element.tail or ""
            words.append(f" {tail}" if tag in _APART and not tail.startswith(_CLOSING) else tail)
            continue
        stamp = element.get("datetime") or stamp
        words.append(element.text or "")
        stack.append((element, True))
        stack.extend((child, False) for child in reversed(element))


def _paragraphs(lines: list[Line]) -> str:
    text = ""
    before = ""
    for line in lines:
        listed = line.tag == "item"
        text += ("\n" if listed and before == "item" else "\n\n") + ("• " if listed else "") + line.text
        before = line.tag
    return text.strip()


def _headline(found: str | None, named: str, seen: list[Line]) -> str | None:
    """The longest line of the page that its title says, or None.

    Args:
        found: what trafilatura takes for the headline.
        named: the page's title.
        seen: its lines.
    """
    said = (letters(found or ""), letters(named))
    most = len(said[1]) // 2
    fits = [
        line.text
        for line in seen
        if (words := letters(line.text))
        and any(words in title for title in said)
        and (len(line.text.split()) >= SHORTEST_HEADLINE or len(words) >= max(most, 1))
    ]
    return max(fits, key=len, default=None)


def _outlet(site: str | None, publisher: str, named: str, title: str | None) -> str | None:
    """The site's name; where only its address is known, rather who publishes it, or what its title says beside."""
    for name in (site, publisher):
        if name and not _HOST.fullmatch(name):
            return name
    headline = letters(title or "")
    parts = [part.strip() for part in _BETWEEN_TITLES.split(named)]
    beside = [
        part for part in parts if (said := letters(part)) and said not in headline and said not in _LABELS
    ]
    if headline and beside and len(beside) < len(parts) and len(beside[-1].split()) <= _LONGEST_OUTLET:
        return beside[-1]
    return site


def _published(tree: Any) -> date | None:
    """The day of publication that the page's markup states."""
    stated: dict[str, str] = {}
    for element in tree.iter("meta", "time", "span", "div", "p"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or ""
        if not name and element.get("pubdate") is not None:
            name = "pubdate"
        value = element.get("content") or element.get("datetime")
        if name.lower() in _DATES and value:
            stated.setdefault(name.lower(), value)
    written = (stated[name] for name in _DATES if name in stated)
    days = (
        dating.find_date(value) for value in (*written, *(one.published for one in linked_articles(tree)))
    )
    return next((day for day in days if day), None)


def _labelled(lines: list[Line]) -> frozenset[int]:
    """Which lines are the value that a heading in a table's row labels."""
    pairs = enumerate(pairwise(lines), 1)
    return frozenset(index for index, (one, other) in pairs if (one.tag, other.tag) == ("th", "td"))


def _date_shown(seen: list[Line], kept: list[Line], title: str | None) -> date | None:
    """The date in a line between the headline and the first paragraph."""
    headline = letters(title or "")
    first = next((letters(line.text) for line in kept if _is_paragraph(line, headline)), "")
    above: list[Line] = []
    started = False
    labelled = _labelled(seen)
    for index, line in enumerate(seen):
        if first and letters(line.text) == first:
            break
        if headline and letters(line.text) == headline:
            started, above = True, []
        elif started and index not in labelled:
            above.append(line)
    days = (dating.find_date(line.stamp or "") or dating.parse_date_line(line.text) for line in above)
    return next((day for day in days if day), None)


def _is_paragraph(line: Line, headline: str) -> bool:
    return line.tag != "head" and letters(line.text) != headline and not dating.is_date_line(line.text)
