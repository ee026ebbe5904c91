"""What a page's linked data tells where its visible words tell nothing; note marks and labels are left out."""

from __future__ import annotations

import json
from datetime import date

import pytest

from briefings.reading.articles import read_article
from briefings.reading.text import without_note_marks
from briefings.stories import Article

STORY = (
    "The dam above Tarn Mill gave way early on Tuesday, and the water went through three villages.",
    "About 2,400 people were taken to schools in Keldan, 18 kilometres down the valley, the council said.",
    "Engineers had measured cracks in the spillway in March, according to a report on the dam.",
)
PARAGRAPHS = "".join(f"<p>{words}</p>" for words in STORY)


def page(head: str, body: str = PARAGRAPHS) -> Article:
    return read_article(
        f"<!doctype html><html><head>{head}</head><body>{body}</body></html>".encode(), "p.html"
    )


def linked(**told: object) -> str:
    data = {"@graph": [{"@type": "WebSite", "name": "A site"}, {"@type": ["NewsArticle"], **told}]}
    return f'<script type="application/ld+json">{json.dumps(data)}</script>'


def test_a_page_that_is_filled_by_script_is_read_from_its_linked_data() -> None:
    told = linked(
        headline="Dam gives way above Tarn Mill", datePublished="2031-05-07",
        publisher={"name": "Keldan Courier"}, articleBody="\n\n".join(STORY),
    )  # fmt: skip
    article = page(f"<title>Loading</title>{told}", '<div id="root"></div>')
    assert article.text.split() == " ".join(STORY).split()
    assert (article.title, article.outlet) == ("Dam gives way above Tarn Mill", "Keldan Courier")
    assert (article.published, article.date_basis) == (date(2031, 5, 7), "stated")


def test_a_visible_headline_wins_over_the_linked_one() -> None:
    told = linked(headline="SEO words dam", publisher={"name": "Keldan Courier"})
    article = page(f"<title>Dam gives way</title>{told}", f"<h1>Dam gives way</h1>{PARAGRAPHS}")
    assert (article.title, article.outlet) == ("Dam gives way", "Keldan Courier")


@pytest.mark.parametrize("told", [{"headline": 5, "publisher": ["x"], "datePublished": {}}, {}])
def test_linked_data_of_odd_shape_tells_nothing(told: dict[str, object]) -> None:
    article = page(f"<title>Dam gives way</title>{linked(**told)}", f"<h1>Dam gives way</h1>{PARAGRAPHS}")
    assert (article.title, article.published) == ("Dam gives way", None)


def test_what_the_title_calls_the_page_is_no_outlet() -> None:
    heading = f"<h2>Dam gives way above Tarn Mill</h2>{PARAGRAPHS}"
    assert page("<title>Print: Dam gives way above Tarn Mill</title>", heading).outlet is None
    assert (
        page("<title>Dam gives way above Tarn Mill - Keldan Courier</title>", heading).outlet
        == "Keldan Courier"
    )


def test_a_day_in_a_table_of_facts_is_when_it_happened() -> None:
    rows = "<table><tr><th>Date</th><td>6 May 2031</td></tr><tr><th>Place</th><td>Tarn Mill</td></tr></table>"
    layout = "<table><tr><td>6 May 2031</td></tr></table>"
    head, heading = "<title>Dam gives way above Tarn Mill</title>", "<h1>Dam gives way above Tarn Mill</h1>"
    assert page(head, f"{heading}{rows}{PARAGRAPHS}").published is None
    assert page(head, f"{heading}{layout}{PARAGRAPHS}").published == date(2031, 5, 6)


@pytest.mark.parametrize(
    ("text", "left"),
    [("It rose.[2] It fell,[13][4] he said", "It rose. It fell, he said"), ("Background[edit]", "Background"),
     ("<sup><a>[2]</a></sup>", "<sup><a></a></sup>"), ("some 40[citation needed] halls", "some 40 halls"),
     ("he [the mayor] said", "he [the mayor] said"), ("x[i] and x[2031]", "x[i] and x[2031]"),
     ("see [2]", "see [2]")],
)  # fmt: skip
def test_note_marks_are_left_out(text: str, left: str) -> None:
    assert without_note_marks(text) == left
