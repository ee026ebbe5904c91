"""The briefing as text, Markdown and JSON; hostile words stay words."""

from __future__ import annotations

import json
import unicodedata
from dataclasses import replace

import pytest

from briefings.compose import as_json, markdown, plain
from briefings.compose.briefing import Briefing
from briefings.compose.compose import compose
from briefings.reconcile.story import reconcile
from briefings.stories import Story
from tests.briefings.reconcile.invented import Told, election, flood, make_article, people, rail

HOSTILE = (
    "\x1b[2J\x07\x9b31m \u2066 <a href=javascript:alert(1)>x</a> "
    "<script>alert(1)</script> **bold** [link](http://x) `code` \u202e | # \ud800 &amp;"
)


def told(story: Story, words: int = 450) -> tuple[Story, Briefing]:
    return story, compose(story, words)


@pytest.mark.parametrize("make", [flood, election, rail])
def test_plain_text_keeps_to_the_width(make: object) -> None:
    assert callable(make)
    _, briefing = told(reconcile("s", "A story", make()))
    for width in (40, 80):
        assert max(map(len, plain.render(briefing, width).splitlines())) <= width


def test_plain_text_shows_sections_marks_and_standing() -> None:
    _, briefing = told(reconcile("flood", "The Orrin flood", flood()))
    text = plain.render(briefing, 200)
    assert text.startswith("The Orrin flood: situation as of 9 April 2031\n\nBOTTOM LINE\n- ")
    assert "Confirmed:\n- About 8,200 residents of Tarnbeck were evacuated. [HP/" in text
    assert text.endswith("\n")


def test_printed_words_are_the_counted_ones() -> None:
    for articles in (flood(), election(), rail()):
        _, briefing = told(reconcile("s", "T", articles))
        body = plain.render(briefing).split("\n\n", 1)[1]
        printed = body[: body.index("\n\nSOURCES\n")].replace("- ", "")
        assert len(printed.split()) == briefing.words


def hostile_story() -> Story:
    text = f"Orla Council {HOSTILE} moved 70 people."
    article = make_article(
        HOSTILE,
        text,
        [people(70, "70 people", HOSTILE), Told("role", HOSTILE, None, "Orla Council", f"Bo {HOSTILE}")],
    )
    return reconcile("hostile", HOSTILE, [replace(article, title=HOSTILE)])


def test_no_rendering_lets_a_control_character_through() -> None:
    story, briefing = told(hostile_story())
    assert any(section.lines for section in briefing.sections)
    for text in (plain.render(briefing), markdown.render(briefing)):
        assert not [c for c in text if c != "\n" and unicodedata.category(c)[0] == "C"]
    assert json.dumps(as_json.to_json(briefing, story), ensure_ascii=True)


def test_json_for_a_terminal_steers_none_and_reads_back_the_same() -> None:
    story, briefing = told(hostile_story())
    data = as_json.to_json(briefing, story)
    line = as_json.one_line(data)
    assert not [c for c in line if unicodedata.category(c)[0] == "C"]
    assert json.loads(line) == data
    assert (
        as_json.one_line({"text": "Dvořák 🜚 \u202e\U000e0041"})
        == '{"text": "Dvořák 🜚 \\u202e\\udb40\\udc41"}'
    )


def test_markdown_escapes_what_markdown_and_html_act_on() -> None:
    _, briefing = told(hostile_story())
    text = markdown.render(briefing)
    assert "<script" not in text.replace("\\<", "")
    assert "**bold**" not in text
    assert "](http" not in text.replace("\\]", "").replace("\\(", "")
    assert "\n#" not in text.replace("\n# ", "", 1).replace("\n## ", "")


@pytest.mark.parametrize(
    ("raw", "safe"), [("1. one", "\\1. one"), ("- a", "\\- a"), ("a_b", "a\\_b"), ("A. b", "A. b")]
)
def test_escape(raw: str, safe: str) -> None:
    assert markdown.escape(raw) == safe


def test_json_has_the_fields_of_the_contract_in_order() -> None:
    story, briefing = told(reconcile("flood", "The Orrin flood", flood()))
    data = as_json.to_json(briefing, story)
    assert list(data) == ["story", "as_of", "words", "sections"]
    assert (data["story"], data["as_of"], data["words"]) == ("flood", "2031-04-09", briefing.words)
    assert list(data["sections"][0]) == ["name", "lines"]
    for section in data["sections"]:
        for line in section["lines"]:
            assert list(line) == ["text", "claims", "standing", "origins", "sources"]
            assert line["standing"] in ("confirmed", "single source", "claimed", "disputed", None)
            for source in line["sources"]:
                assert list(source) == ["article", "start", "end"]
                assert source["article"] in {article.source for article in story.articles}
