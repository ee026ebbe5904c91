"""Mail saved as text: the header tells headline and day, and neither it nor the signature is the article's."""

from __future__ import annotations

from datetime import date

import pytest

from briefings.reading.articles import read_article
from briefings.reading.mail import read_mail

STORY = (
    "The dam above Tarn Mill gave way early on Tuesday, and the water went through three villages.\n\n"
    "About 2,400 people were taken to schools in Keldan, 18 kilometres down the valley, the council said."
)
HEADER = """From: The Morning Brief <brief@keldan.example>
To: reader@lorn.example,
 desk@lorn.example
Date: Wed, 7 May 2031 06:30:12 +0200
Subject: Fwd: Re: Dam gives way above Tarn Mill
"""
TAIL = """
--
You are receiving this email because you signed up.
Keldan Courier, 12 Mill Street, Keldan
"""


@pytest.mark.parametrize(
    "fence", ["", "---------- Forwarded message ---------\n", "-----Original Message-----\n"]
)
def test_a_newsletter_is_its_body_with_the_headers_headline_and_day(fence: str) -> None:
    article = read_article(f"{fence}{HEADER}\n{STORY}\n{TAIL}".replace("\n", "\r\n").encode(), "brief.txt")
    assert article.text == STORY
    assert (article.title, article.outlet) == ("Dam gives way above Tarn Mill", None)
    assert (article.published, article.date_basis) == (date(2031, 5, 7), "stated")
    assert "Keldan Courier, 12 Mill Street, Keldan" in article.cut
    assert "To: reader@lorn.example," in article.cut


def test_outlook_writes_sent() -> None:
    mail = read_mail(f"From: Ida Lund\nSent: Wednesday, May 7, 2031 6:30 AM\nSubject: The dam\n\n{STORY}")
    assert (mail.stated, mail.text) == ({"title": "The dam", "published": "2031-05-07"}, STORY)


@pytest.mark.parametrize(
    "text",
    [
        STORY,
        f"Subject: rain\n\n{STORY}",
        f"Subject to change: the timetable.\nDate: not yet known\n\n{STORY}",
        f"REEVE: Good evening.\nLIND: It was cold.\n\n{STORY}",
        "",
        " From: x",
        "\n",
    ],
)
def test_a_text_without_a_header_is_left_as_it_is(text: str) -> None:
    assert read_mail(text).text == text
    assert read_mail(text).stated == {}


def test_dashes_end_only_a_mail() -> None:
    text = f"{STORY}\n--\n{STORY}"
    assert read_mail(text).text == text


def test_a_header_alone_leaves_nothing() -> None:
    assert read_mail(HEADER).text == ""
