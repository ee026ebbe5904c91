"""When a line is the page's and when it may be the story's: pairs of lines and places that look alike."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.reading.furniture import find_furniture

BEFORE = "The old bridge at Portmere was closed on Monday after engineers found cracks in two piers."
AFTER = "Repairs will take at least nine months, the chief engineer told the town council."


def cut(page: str) -> list[tuple[str, str]]:
    return [(page[piece.start : piece.end], piece.reason) for piece in find_furniture(page)]


def between(line: str) -> str | None:
    """Why a line between two paragraphs is cut; None where it is kept."""
    return next((reason for _, reason in cut(f"{BEFORE}\n\n{line}\n\n{AFTER}\n")), None)


def test_plain_prose_loses_nothing() -> None:
    assert cut(f"{BEFORE}\n\n{AFTER}") == []
    assert cut(f"{BEFORE}\n{AFTER}") == []
    assert cut("") == []


@pytest.mark.parametrize(
    "line", ["Advertisement", "By AFP", "Image: AFP", "Bridge closed", "Subscribe to continue."]
)
def test_a_text_of_one_line_loses_nothing(line: str) -> None:
    assert cut(line) == []


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("A long wait", "heading"),
        ("- A long wait -", "heading"),
        ("Who pays for the bridge?", "heading"),
        ("Skip to the next section", "navigation"),
        ("https://portmere.test/bridge", "navigation"),
        ("We use cookies to understand how you use this page.", "navigation"),
        ("Share on WhatsApp", "share"),
        ("View 14 comments", "share"),
        ("Image caption The bridge in 1950", "caption"),
        ("The north pier before the work began (Ann Orrell/Reuters)", "caption"),
        ("View of the north pier and the harbour of Portmere from the east bank", "caption"),
        ("Image: Ann Orrell/AFP", "credit"),
        ("Hide Ad", "advert"),
        ("Get our evening newsletter for free.", "advert"),
        ("Read more: Ten bridges that need work", "related"),
        ("Most read", "related"),
        ("12 March 2019, 07:45 GMT", "dateline"),
        ("By Ann Orrell in Portmere", "byline"),
        ("01:05", "media"),
        ("Your browser does not support this video.", "media"),
        ("This article was amended on 4 June 2018.", "footer"),
        (BEFORE, "duplicate"),
    ],
)
def test_what_is_cut_between_two_paragraphs(line: str, reason: str) -> None:
    assert between(line) == reason


@pytest.mark.parametrize(
    "line",
    [
        "“We had no choice,” he said.",
        "“Who pays for the bridge?”",
        "But who will pay for the bridge?",
        "He did not answer.",
        "It was late",
        "Last month the council pushed the work out of the plan,",
        "The council named three reasons:",
        "Length of the bridge: 312 metres",
        "The device was disabled by bomb squad officers.",
        "The video was removed by police on Tuesday.",
        "The report was written by a panel of four judges.",
        "Research by the university shows a loss of a third.",
        "The names may not be published for legal reasons.",
        "Registration for free school meals opened on Monday.",
        "Residents get push alerts when the river rises.",
        "The company charges $5 a month and is due for trial in May.",
        "Subscribers will pay $12 a month from July, the company said.",
        "The song was released on Spotify in March.",
        "He declined to join the debate.",
        "“Subscribe to our newsletter,” the poster says.",
        "The bridge was photographed by Ann Orrell of Reuters.",
        "By Friday the river had fallen by half a metre.",
        "On 3 November 2017 the bridge was inspected.",
        "Related violence spread to two more towns, police said.",
        "The 4,000 people who cross it every day must go round by Kelby.",
    ],
)
def test_what_is_kept_between_two_paragraphs(line: str) -> None:
    assert between(line) is None


def test_a_headline_is_no_furniture_but_its_second_printing_is() -> None:
    headline = "Bridge at Portmere to close for nine months"

    assert cut(f"{headline}\n\n{BEFORE}\n\n{AFTER}") == []
    assert cut(f"{headline}\n\n{headline}\n\n{BEFORE}\n\n{AFTER}") == [(headline, "duplicate")]


def test_of_a_caption_printed_twice_both_copies_go() -> None:
    caption = "The north pier in 1950"
    cut_short = "The north pier and part of the harbour in...\nThe north pier and part of the harbour in 1950"

    assert cut(f"{BEFORE}\n\n{caption}\n{caption}\n\n{AFTER}") == [(caption, "caption")] * 2
    assert [reason for _, reason in cut(f"{BEFORE}\n\n{cut_short}\n\n{AFTER}")] == ["caption"] * 2


def test_a_sentence_in_one_block_with_a_pictures_credit_is_its_caption() -> None:
    caption = "A boat lies below the north pier."

    assert cut(f"{BEFORE}\n\nAnn Orrell/AP\n{caption}\n\n{AFTER}") == [
        ("Ann Orrell/AP", "credit"),
        (caption, "caption"),
    ]
    assert cut(f"{BEFORE}\n\n{caption}\nPhoto: Ann Orrell\n\n{AFTER}")[0] == (caption, "caption")


def test_the_first_paragraph_below_a_credit_stays() -> None:
    headline = "Bridge at Portmere to close"

    for credit in ("Reuters", "Photo: Ann Orrell"):
        assert cut(f"{headline}\n\n{credit}\n{BEFORE}\n\n{AFTER}") == [(credit, "credit")]
    assert cut(f"{headline}\n\n{BEFORE}\n\n{AFTER}\nAFP") == [("AFP", "credit")]


def test_of_a_paragraph_printed_twice_one_copy_stays() -> None:
    assert cut(f"{BEFORE}\n\n{BEFORE}\n\n{AFTER}") == [(BEFORE, "duplicate")]
    assert cut(f"{BEFORE[:50]}...\n\n{BEFORE}\n\n{AFTER}") == [(f"{BEFORE[:50]}...", "duplicate")]


def test_a_short_answer_may_be_given_twice() -> None:
    assert cut(f"{BEFORE}\n\nHe said no.\n\n{AFTER}\n\nHe said no.\n\n{AFTER[:-1]} again.") == []


def test_a_list_goes_where_it_names_other_stories_and_stays_where_it_is_announced() -> None:
    items = "• Ten bridges that need work\n• How to cross a river"

    assert [reason for _, reason in cut(f"{BEFORE}\n\n{items}\n\n{AFTER}")] == ["related"] * 2
    assert cut(f"The council looked at two papers:\n\n{items}\n\n{AFTER}") == []
    assert cut(f"{BEFORE}\n\n• It was built in 1904.\n• It carries 4,000 people a day.\n\n{AFTER}") == []


def test_an_offer_takes_the_rest_of_the_page_only_where_all_of_it_speaks_to_the_reader() -> None:
    offer = "Subscribe to continue reading."
    appeal = "We report from the river because you asked us to."

    assert cut(f"{BEFORE}\n\n{AFTER}\n\n{offer}\n\n{appeal}") == [(offer, "advert"), (appeal, "advert")]
    assert cut(f"{BEFORE}\n\n{offer}\n\n{AFTER}") == [(offer, "advert")]
    assert cut(f"{BEFORE}\n\n{offer}\n\n{appeal}\n\n{AFTER}\n\nIt is 312 metres long.") == [
        (offer, "advert"),
        (appeal, "advert"),
    ]


def test_an_article_in_the_first_person_keeps_what_follows_an_offer() -> None:
    told = "I walked over the bridge with my father when we were young."
    page = f"{told}\n\nSubscribe to continue reading.\n\nWe never went back after the flood took our house."

    assert cut(page) == [("Subscribe to continue reading.", "advert")]


def test_the_united_states_are_not_the_reader() -> None:
    page = (
        f"{BEFORE}\n\nSubscribe to continue reading.\n\nThe US sent two engineers.\n\nThe US paid for them."
    )

    assert cut(page) == [("Subscribe to continue reading.", "advert")]


LINE = st.sampled_from(
    [
        BEFORE,
        AFTER,
        "Advertisement",
        "A long wait",
        "By AFP",
        "Image: AFP",
        "• Ten bridges",
        "Read more",
        "Subscribe to continue.",
        "“No.”",
        "The north pier in...",
        "The north pier in the fog",
        "",
        "|",
        "\u00a0",
        "\ud800\x00",
    ]
)


@given(st.lists(LINE | st.text(max_size=20), max_size=14).map("\n".join))
def test_furniture_is_whole_lines_in_order(page: str) -> None:
    last = -1
    for piece in find_furniture(page):
        assert last < piece.start < piece.end <= len(page)
        assert page[piece.start - 1 : piece.start] in ("", "\n", "\r")
        assert page[piece.end : piece.end + 1] in ("", "\n", "\r")
        last = piece.end


@pytest.mark.parametrize(
    "piece",
    [
        "a ",
        "(",
        "- x\n",
        "Related:\n",
        "Image: AFP\n",
        "Subscribe to our newsletter.\n\n",
        "$1 a day you subscri ",
        "x...\n",
    ],
)
def test_two_hundred_thousand_characters_take_seconds_at_most(piece: str) -> None:
    page = f"{BEFORE}\n\n{piece * (200_000 // len(piece))}\n\n{AFTER}"

    began = time.process_time()
    find_furniture(page)

    assert time.process_time() - began < 6
