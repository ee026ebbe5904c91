"""Saved web pages in the style of many sites: the story's words come in, the page's own stay out.

In the files the story's elements carry the mark ``data-own``, which is taken out before a page is read.
"""

from __future__ import annotations

import re
import socket
import time
from collections import Counter
from datetime import date
from pathlib import Path
from typing import NamedTuple

import pytest

from briefings.errors import BriefingError
from briefings.reading.articles import Given, read_article
from briefings.reading.html import declared_encoding, is_html
from briefings.reading.text import clean
from briefings.stories import Article, DateBasis

PAGES = sorted((Path(__file__).parent / "html_pages").glob("*.html"))
ENCODINGS = {
    "arabic-windows-1256": "windows-1256",
    "czech-utf-16": "utf-16",
    "german-latin-1-undeclared": "latin-1",
    "japanese-shift-jis": "shift_jis",
    "layout-tables-1252": "windows-1252",
    "russian-koi8-r": "koi8-r",
}
MARK = " data-own"
_OWN = re.compile(r"<(\w+)[^>]* data-own[^>]*>(.*?)</\1>", re.DOTALL | re.IGNORECASE)
_ENTITIES = {"&nbsp;": "\u00a0", "&#8217;": "’", "&#8220;": "“", "&#8221;": "”"}


class Stated(NamedTuple):
    """What a page says of its article."""

    outlet: str | None
    published: date | None
    basis: DateBasis


STATED = {
    "accelerated-mobile-page": Stated("Sports Day", date(2028, 7, 29), "stated"),
    "agency-copy-date-in-address": Stated("Morning Standard", date(2030, 4, 17), "url"),
    "arabic-windows-1256": Stated("جريدة الميناء", date(2030, 2, 6), "stated"),
    "czech-utf-16": Stated("Říčanský deník", date(2026, 4, 20), "stated"),
    "date-in-linked-data": Stated("Northern Ledger", date(2030, 9, 2), "stated"),
    "div-soup-with-line-breaks": Stated("Valley Radio", date(2028, 11, 17), "stated"),
    "gallery-with-counters": Stated("Island Observer", date(2029, 10, 31), "stated"),
    "german-latin-1-undeclared": Stated("Mühlbacher Bote", None, "unknown"),  # 08.05.2012 may be either day
    "glued-paragraphs-and-no-break-spaces": Stated("Alpine Herald", date(2031, 10, 1), "stated"),
    "hebrew-with-marks": Stated("קול העמק", date(2031, 12, 9), "stated"),
    "japanese-shift-jis": Stated("海辺新聞", None, "unknown"),
    "layout-tables-1252": Stated("Sundry Mercury Online", date(2004, 2, 12), "stated"),
    "live-blog-with-key-events": Stated("Daily Esk", date(2032, 1, 21), "stated"),
    "mail-newsletter-saved-as-page": Stated("Sundry Evening Star", date(2030, 1, 15), "stated"),
    "menu-cookies-share-newsletter": Stated("The Kelby Courier", date(2031, 3, 14), "stated"),
    "paywall-in-the-middle": Stated("Capital Weekly", date(2030, 5, 8), "stated"),
    "russian-koi8-r": Stated("Речной вестник", None, "unknown"),
    "short-brief-amid-menus": Stated("Lorn Echo", date(2031, 8, 19), "stated"),
    "summary-points-and-headings": Stated("The Daily Tribune", date(2030, 11, 5), "stated"),
    "table-of-related-links": Stated("Delta Post", date(2031, 6, 30), "stated"),
    "video-player-and-podcast": Stated("Public Channel News", date(2029, 7, 3), "stated"),
    "weblog-with-comments": Stated("Carrow Watch", date(2032, 2, 11), "stated"),
}

every_page = pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)


def _markup(path: Path) -> str:
    return path.read_bytes().decode(ENCODINGS.get(path.stem, "utf-8"))


def _article(path: Path) -> Article:
    raw = _markup(path).replace(MARK, "").encode(ENCODINGS.get(path.stem, "utf-8"))
    return read_article(raw, path.name)


def _words(text: str) -> Counter[str]:
    return Counter(re.findall(r"\w+", clean(text)))


def _own_words(path: Path) -> Counter[str]:
    marked = "\n".join(found[2] for found in _OWN.finditer(_markup(path)))
    for entity, character in _ENTITIES.items():
        marked = marked.replace(entity, character)
    return _words(re.sub(r"<[^>]+>", "\n", marked))


def test_there_are_pages_of_many_kinds() -> None:
    assert len(PAGES) >= 20
    assert {path.stem for path in PAGES} == set(STATED)
    assert all(_own_words(path).total() >= 12 for path in PAGES)
    assert all(_words(_markup(path)).total() > 1.2 * _own_words(path).total() for path in PAGES)


def test_of_all_pages_98_percent_of_the_story_and_at_most_2_percent_furniture_are_kept() -> None:
    own, kept = Counter[str](), Counter[str]()
    for path in PAGES:
        mine, got = _own_words(path), _words(_article(path).text)
        own.update({"all": mine.total(), "lost": (mine - got).total()})
        kept.update({"all": got.total(), "furniture": (got - mine).total()})
    assert own["lost"] <= 0.02 * own["all"]
    assert kept["furniture"] <= 0.02 * kept["all"]


@every_page
def test_no_page_loses_much_of_its_story_nor_keeps_much_else(path: Path) -> None:
    own, kept = _own_words(path), _words(_article(path).text)
    assert (own - kept).total() <= 0.1 * own.total()
    assert (kept - own).total() <= 0.05 * kept.total()


@every_page
def test_the_page_says_who_and_when_and_how_that_is_known(path: Path) -> None:
    article = _article(path)
    assert Stated(article.outlet, article.published, article.date_basis) == STATED[path.stem]
    assert article.title
    assert article.title in clean(_markup(path)).replace("&#8217;", "’")


def test_what_was_left_out_can_be_seen() -> None:
    cut = _article(next(path for path in PAGES if path.stem == "menu-cookies-share-newsletter")).cut
    assert {"Accept all", "Most read", "By Ruth Cole, harbour correspondent", "What happens next"} <= set(cut)
    assert not any("harbour wall at Portmere will be raised" in line for line in cut)


def test_agency_copy_names_its_agency() -> None:
    (path,) = [path for path in PAGES if path.stem == "agency-copy-date-in-address"]
    assert _article(path).agency == "Reuters"


STORY = (
    "<p>The lighthouse of Brae will be moved 40 metres inland before the cliff under it gives way.</p>"
    "<p>The work costs 2.4 million crowns and begins in May, the coast guard of the islands said.</p>"
    "<p>Some 900 people have asked to watch when the tower of 1,100 tonnes is set on its rails.</p>"
)


def page(head: str = "", above: str = "", story: str = STORY) -> Article:
    markup = (
        f"<html><head><title>Lighthouse of Brae to move inland</title>{head}</head><body><main>"
        f"<h1>Lighthouse of Brae to move inland</h1>{above}<article>{story}</article></main></body></html>"
    )
    return read_article(markup.encode(), "page.html")


@pytest.mark.parametrize(
    ("head", "above", "published", "basis"),
    [
        (
            '<meta property="article:published_time" content="2027-04-06T09:00:00Z">',
            "",
            "2027-04-06",
            "stated",
        ),
        ('<meta name="DC.date.issued" content="2027-04-06">', "", "2027-04-06", "stated"),
        ("", '<span itemprop="datePublished" content="2027-04-06">today</span>', "2027-04-06", "stated"),
        ("", '<time datetime="2027-04-06T09:00">Tuesday</time>', "2027-04-06", "stated"),
        ("", "<p>Published 6 April 2027, 09:00</p>", "2027-04-06", "stated"),
        ('<link rel="canonical" href="https://a.example/2027/04/06/brae">', "", "2027-04-06", "url"),
        ('<meta property="article:modified_time" content="2027-04-06">', "", None, "unknown"),
        ('<meta property="article:published_time" content="soon">', "", None, "unknown"),
        (
            '<script type="application/ld+json">{"@type": "Event", "datePublished": "2027-04-06"}</script>',
            "",
            None,
            "unknown",
        ),
        ('<script type="application/ld+json">{broken</script>', "", None, "unknown"),
        ("", "", None, "unknown"),
    ],
)
def test_only_a_date_of_publication_that_the_page_states_is_stated(
    head: str, above: str, published: str | None, basis: str
) -> None:
    article = page(head, above)
    assert (article.published and article.published.isoformat(), article.date_basis) == (published, basis)


def test_a_date_inside_the_story_is_never_the_day_of_publication() -> None:
    article = page(story=STORY + "<p>The tower was built in 1891 and first lit on 3 May 1892 by two men.</p>")
    assert article.published is None


def test_what_the_user_says_wins() -> None:
    given = Given(outlet="The Islander", title="A tower moves", published=date(2027, 4, 9))
    raw = b'<html><head><meta property="article:published_time" content="2027-04-06"></head>' + STORY.encode()
    article = read_article(raw, "page.html", given)
    assert (article.outlet, article.title, article.published, article.date_basis) == (
        "The Islander",
        "A tower moves",
        date(2027, 4, 9),
        "given",
    )


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("<!DOCTYPE html><html>", True),
        ("\n<HTML lang=en>", True),
        ('<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">', True),
        ("<!-- saved from url=(0014)about:internet -->\n<html>", True),
        ("<p>A text that shows a tag.</p>", False),
        ("The tag <html> opens a page.", False),
        ("", False),
    ],
)
def test_a_page_is_known_by_how_it_begins(text: str, told: bool) -> None:
    assert is_html(text) is told


def test_a_page_without_the_usual_ending_is_still_read_as_one() -> None:
    raw = f"<!doctype html><html><body><nav>Home</nav><article>{STORY}</article></body></html>".encode()
    assert read_article(raw, "stdin").text == read_article(raw, "page.html").text
    assert "<p>" not in read_article(raw, "stdin").text


def test_the_encoding_a_head_names_is_found() -> None:
    assert declared_encoding(b'<meta charset="koi8-r">') == "koi8-r"
    assert declared_encoding(b"<META HTTP-EQUIV=Content-Type CONTENT='text/html; charset=Big5'>") == "Big5"
    assert declared_encoding(b"<p>charset=big5</p>") is None


@pytest.mark.parametrize(
    "raw", [b"<html></html>", b"<!doctype html><html><body><nav>Home</nav></body></html>"]
)
def test_a_page_without_a_story_is_told(raw: bytes) -> None:
    with pytest.raises(BriefingError, match=r"page\.html holds no article text"):
        read_article(raw, "page.html")


@pytest.mark.parametrize(
    "markup",
    [
        "<div>" * 50_000,
        "<table><tr><td>" * 5_000 + STORY,
        "<p>" * 20_000,
        "<html><!--" + "-" * 1_000_000,
        "<html><script>" + "{" * 500_000,
        "<html>" + "<a href='" * 50_000,
        "<html>\0\ud800\x1b[2J" + STORY,
    ],
    ids=["divs", "tables", "paragraphs", "comment", "script", "attributes", "controls"],
)
def test_broken_and_hostile_pages_give_an_article_or_say_why_not_in_seconds(markup: str) -> None:
    began = time.process_time()
    try:
        text = read_article(markup.encode("utf-8", "surrogatepass"), "page.html").text
    except BriefingError as problem:
        text = str(problem)
    assert "Brae" in text or "page.html" in text
    assert not re.search(r"[\x00-\x09\x0b-\x1f\x7f]", text)
    assert time.process_time() - began < 10


def test_reading_a_page_uses_no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a page was being read, and somebody opened a socket")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)
    assert "1,100 tonnes" in page('<link rel="canonical" href="https://a.example/2027/04/06/brae">').text
