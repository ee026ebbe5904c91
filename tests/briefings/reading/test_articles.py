"""What an article's file tells: headline, outlet, agency, date and how it is known; and what is no article."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.errors import BriefingError
from briefings.reading.articles import Given, read_article
from briefings.stories import Article

SHARED = Path(__file__).parents[3] / ".." / "shared"
needs_samples = pytest.mark.skipif(
    not SHARED.is_dir(), reason="the sample articles are not beside the repository"
)

BODY = (
    "The night train between Kelby and Portmere will run again from December after 16 years.\n\n"
    "It takes 9 hours and 40 minutes, the railway said on Friday.\n"
)


def read(text: str, source: str = "train.txt", given: Given | None = None) -> Article:
    return read_article(text.encode(), source, given or Given())


def page(head: str = "", tail: str = "") -> Article:
    return read(f"Night trains to come back\n\n{head}\n\n{BODY}\n{tail}\n")


def test_an_article_without_furniture_keeps_its_text() -> None:
    article = read(BODY)

    assert article.text == BODY.strip()
    assert (article.title, article.outlet, article.agency, article.published) == (None, None, None, None)
    assert (article.source, article.date_basis, article.cut) == ("train.txt", "unknown", ())


def test_the_key_follows_the_words_and_not_their_layout() -> None:
    assert read(BODY).key == read(BODY.replace("\n\n", "\r\n\r\n\r\n")).key == page("By Ruth Cole").key
    assert read(BODY).key != read(BODY.replace("16", "17")).key


def test_a_sentence_broken_over_two_lines_is_joined() -> None:
    broken = BODY.replace("will run", "\nwill run")
    assert read(broken).text == BODY.strip()


@pytest.mark.parametrize(
    ("headline", "title"),
    [
        ("Night trains to come back", "Night trains to come back"),
        ("article imageNight trains to come back", "Night trains to come back"),
        ("imageNATO trains to come back", "NATO trains to come back"),
        ("Night trains to come back | The Kelby Courier", "Night trains to come back"),
        ("macOS and eBay to help night trains", "macOS and eBay to help night trains"),
        ("Will the night trains come back?", "Will the night trains come back?"),
        (
            "‘Night trains will be full’, railway says of the line to Kelby",
            "‘Night trains will be full’, railway says of the line to Kelby",
        ),
        ("Trains", "Trains"),
    ],
)
def test_headline(headline: str, title: str) -> None:
    article = read(f"{headline}\n\n{BODY}")

    assert article.title == title
    assert article.text == BODY.strip()


@pytest.mark.parametrize(
    ("head", "tail", "outlet"),
    [
        ("", "© 2020 The Kelby Courier. All rights reserved.", "The Kelby Courier"),
        ("", "Copyright 2020 Agence France-Presse", None),
        ("Ruth Cole, KBC transport correspondent", "", "KBC"),
        ("Ruth Cole, Harbour News political editor", "", "Harbour News"),
        ("Ruth Cole, Africa correspondent", "", None),
        ("Ruth Cole, US correspondent", "", None),
        ("By Ruth Cole, Kelby Courier", "", "Kelby Courier"),
        ("", "More stories from KBC", "KBC"),
        ("", "More from Portmere", None),
        ("", "KBC's Top Story", "KBC"),
        ("", "Source: Harbour Press", "Harbour Press"),
        ("", "Source: Reuters", None),
        ("", "This article was first published in The Tide.", "The Tide"),
        ("", "https://www.kelby-courier.test/2020/02/21/night-trains-come-back", "kelby-courier.test"),
        ("", "https://www.kelby-courier.test/2020/02/21/ferry-aground", None),
    ],
)
def test_outlet_as_the_page_names_it(head: str, tail: str, outlet: str | None) -> None:
    article = page(head, tail)

    assert article.outlet == outlet
    assert article.text == BODY.strip()


def test_an_outlet_that_is_only_talked_about_is_not_the_outlet() -> None:
    assert (
        read(f"Night trains to come back\n\n{BODY}\nA guard told the KBC that he was glad.\n").outlet is None
    )


@pytest.mark.parametrize(
    ("head", "tail", "agency"),
    [
        ("By AFP", "", "AFP"),
        ("By AFP     Feb 21, 2020 in World", "", "AFP"),
        ("By Ruth Cole", "", None),
        ("", "This story was reported by The Associated Press.", "AP"),
        ("", "rc/kl (AFP, Reuters, dpa)", "AFP, Reuters, dpa"),
        ("", "Reuters", "Reuters"),
        ("Image: Getty Images/AFP", "", None),
        ("Photo by Ruth Cole/Reuters", "", None),
    ],
)
def test_agency_credited_for_the_copy(head: str, tail: str, agency: str | None) -> None:
    article = page(head, tail)

    assert article.agency == agency
    assert article.text == BODY.strip()


def test_agency_in_front_of_the_first_paragraph_stays_in_the_text() -> None:
    article = read(f"KELBY, Feb 21 (Reuters) - {BODY}")

    assert article.agency == "Reuters"
    assert article.text.startswith("KELBY, Feb 21 (Reuters) - The night train")


@pytest.mark.parametrize(
    ("head", "tail", "published", "basis"),
    [
        ("21 February 2020", "", date(2020, 2, 21), "stated"),
        ("By AFP     Feb 21, 2020 in World", "", date(2020, 2, 21), "stated"),
        ("Last updated: 23 February 2020\nPublished: 21 February 2020", "", date(2020, 2, 21), "stated"),
        ("Updated 23 February 2020", "", date(2020, 2, 23), "stated"),
        ("02/03/2020", "", None, "unknown"),
        ("Friday", "", None, "unknown"),
        (
            "",
            "Read this article in\nhttps://kelby.test/rail/2020/0221/Night-trains-to-come-back",
            date(2020, 2, 21),
            "url",
        ),
        ("", "https://kelby.test/2020/02/21/night-trains-to-come-back.html", date(2020, 2, 21), "url"),
        ("", "https://kelby.test/2019/11/30/ferry-runs-aground.html", None, "unknown"),
        ("", "", None, "unknown"),
    ],
)
def test_date_and_how_it_is_known(head: str, tail: str, published: date | None, basis: str) -> None:
    article = page(head, tail)

    assert (article.published, article.date_basis) == (published, basis)
    assert article.text == BODY.strip()


def test_a_dated_lead_states_the_date() -> None:
    article = read(f"KELBY, 21 February 2020 (AFP) - {BODY}")
    assert (article.published, article.date_basis) == (date(2020, 2, 21), "stated")


def test_a_date_in_the_story_is_not_its_date() -> None:
    assert read(f"{BODY}\nThe last train ran on 12 December 2004, full to the roof.\n").published is None


def test_what_is_given_wins() -> None:
    given_by_user = Given(outlet="The Tide", title="Sleepers return", published=date(2020, 3, 1))

    article = read(f"Night trains to come back\n\n21 February 2020\n\n{BODY}", given=given_by_user)

    assert (article.outlet, article.title) == ("The Tide", "Sleepers return")
    assert (article.published, article.date_basis) == (date(2020, 3, 1), "given")


def test_a_given_headline_is_no_paragraph() -> None:
    article = read(f"Trains are back.\n\n{BODY}", given=Given(title="Trains are back"))
    assert article.text == BODY.strip()


@pytest.mark.parametrize("source", ["train.txt", "train.md"])
def test_front_matter_is_what_the_file_states(source: str) -> None:
    head = '---\ntitle: "Night trains: back"\nOutlet: Kelby Courier\npublished: 2020-02-21\nagency: dpa\nid: 7\n---\n'

    article = read(head + BODY, source)

    assert (article.title, article.outlet) == ("Night trains: back", "Kelby Courier")
    assert (article.agency, article.published, article.date_basis) == ("dpa", date(2020, 2, 21), "stated")
    assert article.text == BODY.strip()


def test_a_stated_date_that_is_none_is_an_error_that_names_the_file() -> None:
    with pytest.raises(BriefingError, match=r"train\.txt: 'soon' is not a date; write it as"):
        read(f"---\npublished: soon\n---\n{BODY}")


def test_markdown_is_read_for_its_words() -> None:
    text = (
        "# Night trains to *come back*\n\n![A sleeping car](car.jpg)\n\nBy Ruth Cole\n\n"
        "The **night train** between [Kelby](https://kelby.test) and Portmere will run again from December "
        "after 16 years.\n\n## The long way round the mountains is what everyone said they had wanted\n\n"
        "It takes 9 hours and 40 minutes, the railway said on Friday.\n"
    )

    article = read(text, "train.md")

    assert article.title == "Night trains to come back"
    assert article.text == BODY.strip()
    assert article.cut == (
        "By Ruth Cole",
        "The long way round the mountains is what everyone said they had wanted",
    )


def test_outside_text_is_cleaned() -> None:
    body = BODY.replace("16 years", "16\u00a0years\u202e")

    article = read(f"Night \x1b[31mtrains\x1b[0m to come back\n\n{body}")

    assert article.title == "Night trains to come back"
    assert article.text == BODY.strip()


@pytest.mark.parametrize(
    "text", ["", " \n\n ", "\x00", "Home\nNews\nSport\n", "Share on Facebook\n\nTweet\n", "---\n"]
)
def test_a_file_without_an_article_is_refused_by_name(text: str) -> None:
    with pytest.raises(
        BriefingError, match=r"^train\.txt (holds no article text; give|is not a text file; save)"
    ):
        read(text)


def test_one_line_is_an_article() -> None:
    line = "The night train takes 9 hours and 40 minutes"
    assert read(line).text == line


@given(st.text(max_size=300), st.sampled_from(["a.txt", "a.md"]))
def test_any_text_is_read_or_refused(text: str, source: str) -> None:
    try:
        article = read(text, source)
    except BriefingError:
        return
    assert article.text
    assert read(article.text, "a.txt").text


@needs_samples
def test_the_sample_articles_lose_their_furniture_and_no_sentence() -> None:
    gold = json.loads((SHARED / "gold" / "seeds-crosscheck.json").read_text(encoding="utf-8"))
    missed, lost = [], []
    for entry in gold["boilerplate"]:
        path = SHARED / "seeds" / entry["article"]
        lines = path.read_text(encoding="utf-8").replace("\u00a0", " ").split("\n")
        furniture = {row["line"] for row in entry["lines"]}
        kept = " ".join(read_article(path.read_bytes(), path.name).text.split())
        title = read_article(path.read_bytes(), path.name).title or ""
        for number, line in enumerate(lines, 1):
            words = " ".join(line.split())
            if number in furniture and words in kept:
                missed.append((path.name, number))
            if number not in furniture and words not in (kept + title):
                lost.append((path.name, number))

    assert missed == []
    assert lost == []


@needs_samples
def test_the_sample_articles_dates_outlets_and_agencies() -> None:
    articles = [
        read_article(path.read_bytes(), path.name) for path in sorted((SHARED / "seeds").glob("*.txt"))
    ]

    day = date(2017, 11, 3)
    assert [(a.published, a.date_basis) for a in articles] == [
        (None, "unknown"),
        (day, "stated"),
        (None, "unknown"),
        (day, "stated"),
        (day, "url"),
    ]
    assert [a.outlet for a in articles] == ["BBC", None, None, "DW", "csmonitor.com"]
    assert [a.agency for a in articles] == [None, "AFP", None, "AFP, Reuters, dpa", "AP"]


@needs_samples
def test_the_plain_articles_lose_nothing() -> None:
    paths = sorted((SHARED / "articles").glob("*.txt"))
    changed = [
        path.name
        for path in paths
        if read_article(path.read_bytes(), path.name).text
        != " ".join(path.read_text(encoding="ascii").split())
    ]

    assert len(paths) == 60
    assert changed == []
