"""Feeds: an item that was saved is an article; a feed of several is not one."""

from __future__ import annotations

from datetime import date
from html import escape

import pytest

from briefings.errors import BriefingError
from briefings.reading.articles import Given, read_article
from briefings.reading.feeds import is_feed

STORY = (
    "The dam above Tarn Mill gave way early on Tuesday, and the water went through three villages.",
    "About 2,400 people were taken to schools in Keldan, 18 kilometres down the valley, the council said.",
    "Engineers had measured cracks in the spillway in March, according to a report on the dam.",
)
MARKUP = "".join(f"<p>{words}</p>" for words in STORY)
RSS = """<?xml version="1.0" encoding="windows-1251"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><title>Keldan Courier</title>
<link>https://keldan.example</link><item><title>Dam gives way above Tarn Mill</title>
<link>https://keldan.example/dam</link><pubDate>Wed, 07 May 2031 06:10:00 GMT</pubDate>
<description>Water in three villages.</description><content:encoded>{body}</content:encoded></item></channel></rss>"""
ATOM = """<feed xmlns="http://www.w3.org/2005/Atom"><title>Keldan Courier</title><entry>
<title>Dam gives way above Tarn Mill</title><link rel="self" href="https://keldan.example/feed"/>
<link href="https://keldan.example/dam"/><published>2031-05-07T06:10:00Z</published>
<updated>2031-05-08T06:10:00Z</updated>{body}</entry></feed>"""
XHTML = f'<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">{MARKUP}</div></content>'
PLAIN = "\n\n".join(STORY)
FEEDS = {
    "rss-cdata": RSS.format(body=f"<![CDATA[{MARKUP}]]>"),
    "rss-plain": RSS.format(body=PLAIN),
    "atom-escaped": ATOM.format(body=f'<content type="html">{escape(MARKUP)}</content>'),
    "atom-xhtml": ATOM.format(body=XHTML),
}


@pytest.mark.parametrize("name", FEEDS)
@pytest.mark.parametrize("ending", [".xml", ".txt", ""])
def test_an_item_is_an_article_with_what_the_feed_states(name: str, ending: str) -> None:
    article = read_article(FEEDS[name].encode(), f"item{ending}")
    assert article.text == PLAIN
    assert (article.title, article.outlet) == ("Dam gives way above Tarn Mill", "Keldan Courier")
    assert (article.published, article.date_basis) == (date(2031, 5, 7), "stated")


def test_what_the_user_says_wins() -> None:
    article = read_article(FEEDS["rss-cdata"].encode(), "item.rss", Given(outlet="Tarn Post"))
    assert article.outlet == "Tarn Post"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        (ATOM.format(body="</entry><entry><title>Cup final moved</title>"), "is a feed of 2 articles"),
        ("<rss><channel><title>Keldan Courier</title></channel></rss>", "is no feed of articles"),
        ("<rss><channel>", "is no feed that can be read"),
        ("<rss>\x00</rss>", "is no feed that can be read"),
        (
            f"<rss><item><content>{'<b>' * 20_000}{'</b>' * 20_000}</content></item></rss>",
            "can be read .maximum",
        ),
        ("<urlset><url/></urlset>", "is no feed of articles"),
        ('<!DOCTYPE rss [<!ENTITY a "aa">]><rss>&b;</rss>', "is no feed that can be read"),
        ("<rss><item><title>Dam</title></item></rss>", "holds no article text"),
    ],
)
def test_what_is_no_single_item_is_refused(text: str, why: str) -> None:
    with pytest.raises(BriefingError, match=why):
        read_article(text.encode("utf-16"), "feed.xml")


@pytest.mark.parametrize(
    ("text", "feed"),
    [(RSS, True), (ATOM, True), ("<!-- a -->\n<rss>", True), ("<rssi>", False), ("<html><rss>", False),
     ("An <item> of news.", False), ("", False)],
)  # fmt: skip
def test_a_feed_is_known_by_how_it_begins(text: str, feed: bool) -> None:
    assert is_feed(text) is feed
