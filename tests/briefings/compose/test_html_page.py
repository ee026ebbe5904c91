"""The briefing as one HTML page: links from marks to sentences and back, and nothing hostile in it."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from briefings.compose import html_page
from briefings.compose.compose import compose
from briefings.reconcile.story import reconcile
from briefings.stories import Article, Story
from tests.briefings.reconcile.invented import Told, election, flood, make_article, people, rail

VOID = {"meta"}
HOSTILE = (
    "<script>alert(1)</script> <img src=x onerror=alert(2)> \"' & \x1b[2J \x9b31m \u202e\u2066"
    " javascript:alert(3)"
)
TAGS = frozenset(
    {"html", "head", "meta", "title", "style", "body", "main", "section"}
    | {"h1", "h2", "h3", "ul", "li", "a", "span", "blockquote", "mark"}
)


class Page(HTMLParser):
    """A page taken apart: every tag with its attributes, the ids, the links, and the text of each id."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.text: dict[str, str] = {}
        self.marked: dict[str, str] = {}
        self._at = ""
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)
        self._at = dict(attrs).get("id") or self._at

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text[self._at] = self.text.get(self._at, "") + data
        if "mark" in self.open:
            self.marked[self._at] = self.marked.get(self._at, "") + data

    @property
    def ids(self) -> list[str]:
        return [str(attrs["id"]) for _, attrs in self.tags if "id" in attrs]

    @property
    def links(self) -> list[str]:
        return [str(attrs["href"]) for tag, attrs in self.tags if tag == "a"]


def page_of(articles: list[Article], words: int = 450) -> tuple[str, Page]:
    story = reconcile("s", "The story", articles)
    text = html_page.render(compose(story, words), story)
    return text, Page(text)


@pytest.mark.parametrize("articles", [flood(), election(), rail()])
def test_every_mark_leads_to_a_sentence_and_every_sentence_back(articles: list[Article]) -> None:
    _, page = page_of(articles)
    assert max(Counter(page.ids).values()) == 1
    inner = [link for link in page.links if link.startswith("#")]
    assert {link[1:] for link in inner} <= set(page.ids)
    sentences = {name for name in page.ids if name[0] == "s" and name[1:].isdigit()}
    assert {link[1:] for link in inner if link.startswith("#s")} == sentences
    assert len([link for link in inner if link.startswith("#l")]) >= len(sentences)


def test_the_value_is_marked_in_its_sentence() -> None:
    _, page = page_of(flood())
    assert "31 million euros" in page.marked.values()


def test_a_source_is_named_with_its_day() -> None:
    text, _ = page_of(flood())
    assert "<h3>HP: Harbour Post, 9 April 2031</h3>" in text


def test_the_page_tells_its_language_and_both_colour_schemes_and_print() -> None:
    text, page = page_of(flood())
    assert ("html", {"lang": "en"}) in page.tags
    assert "prefers-color-scheme: dark" in text
    assert "@media print" in text
    assert "@import" not in text
    assert "url(" not in text


def hostile(source: str) -> Story:
    article = make_article(
        HOSTILE,
        f"Orla Council {HOSTILE} moved 70 people.",
        [people(70, "70 people", HOSTILE), Told("role", HOSTILE, None, "Orla Council", f"Bo {HOSTILE}")],
        agency=HOSTILE,
    )
    return reconcile("s", HOSTILE, [replace(article, title=HOSTILE, source=source)])


@pytest.mark.parametrize(
    "source",
    [
        "javascript:alert(1)",
        "JaVaScRiPt:alert(1)",
        "\x01javascript:alert(1)",
        " \tdata:text/html,x",
        "//[",
        'file.txt" onclick="x',
    ],
)
def test_hostile_words_stay_words(source: str) -> None:
    story = hostile(source)
    page = Page(text := html_page.render(compose(story), story))
    assert {tag for tag, _ in page.tags} <= TAGS
    assert all(link.startswith("#") for link in page.links)
    assert not [name for _, attrs in page.tags for name in attrs if name.startswith("on")]
    assert not [
        c for c in text if c != "\n" and (ord(c) < 32 or 0x7F <= ord(c) < 0xA0 or c in "\u202e\u2066")
    ]
    assert "alert(1)" in "".join(page.text.values())


def test_hostile_speakers_and_marked_words_stay_words() -> None:
    text = "Orla Council moved <b>70 people</b> in Salm, the <i>harbour</i> guard said in a statement."
    told = people(70, "<b>70 people</b>", "people moved", attribution="the <i>harbour</i> guard")
    html, page = page_of([make_article("Post", text, [told])])
    assert {tag for tag, _ in page.tags} <= TAGS
    assert "<mark>&lt;b&gt;70 people&lt;/b&gt;</mark>" in html
    assert '<span class="standing">(claimed by the &lt;i&gt;harbour&lt;/i&gt; guard)</span>' in html


def test_only_an_address_of_the_web_is_a_link() -> None:
    story = hostile('https://example.org/a?b="><script>')
    page = Page(html_page.render(compose(story), story))
    (link,) = [link for link in page.links if not link.startswith("#")]
    assert link == 'https://example.org/a?b="><script>'


def test_an_empty_story_is_a_page_too() -> None:
    story = reconcile("s", "Nothing yet", [])
    assert Page(html_page.render(compose(story), story)).ids == []
