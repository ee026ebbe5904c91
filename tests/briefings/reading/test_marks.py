"""A line of page furniture is known by its own words wherever in the line they stand; a report's is not."""

from __future__ import annotations

import pytest

from briefings.reading.lines import split_units
from briefings.reading.marks import own_reason


def reason(line: str) -> str | None:
    (unit,) = split_units(line)
    return own_reason(unit)


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("To see this map, please enable JavaScript.", "media"),
        ("Sorry, this browser does not support the map.", "media"),
        ("Sorry, your device does not support this map.", "media"),
        ("Please update the Flash player to see the map.", "media"),
        ("The video element is not supported here.", "media"),
        ("Here you can hear it wherever you get your podcasts.", "media"),
        ("To go on, please accept all cookies.", "navigation"),
        ("By using this page you agree to be counted.", "navigation"),
        ("For more, read our privacy notice.", "navigation"),
        ("For more, see our cookie policy.", "navigation"),
        ("Forgotten your password?", "navigation"),
        ("Ana Bell in Kelby contributed to this report.", "credit"),
        ("Portmere Press. All rights reserved.", "footer"),
        ("The Portmere Press logo", "footer"),
        ("This month you have read three of five articles.", "advert"),
        ("No free articles left this week.", "advert"),
        ("Our subscribers enjoy full access to the archive.", "advert"),
        ("To keep reading the Press, sign up.", "advert"),
        ("New here? Sign up to our newsletter.", "advert"),
        ("New here? Sign up for e-mail updates.", "advert"),
        ("New here? Sign up for alerts.", "advert"),
        ("New here? Sign up to the WhatsApp channel.", "advert"),
        ("The day's news in your inbox.", "advert"),
        ("From $2 a week with digital access, cancel anytime.", "advert"),
        ("From $2 a week after your free trial.", "advert"),
        ("From $2 a week for your membership.", "advert"),
        ("From $2 a week when you subscribe, cancel any time.", "advert"),
        ("Please support our local journalism.", "advert"),
        ("Please support our reporting.", "advert"),
        ("Please support our newsroom.", "advert"),
        ("On a phone, swipe to see the map", "media"),
        ("On a phone, slide the map", "media"),
        ("On a phone, click here", "media"),
        ("On a phone, tap here", "media"),
        ("On a phone, hover over the map", "media"),
        ("On a phone, scroll down", "media"),
        ("Here are today's top stories", "related"),
        ("This is today's top story", "related"),
    ],
)
def test_what_stands_inside_a_line(line: str, wanted: str) -> None:
    assert reason(line) == wanted
    assert reason(line.upper()) == wanted


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        ("Log inRegister", "navigation"),
        ("Share thisMore stories of the harbour", "share"),
        ("The day's news in yourInbox", "advert"),
        ("The day's news in your inboxEvery morning", "advert"),
    ],
)
def test_lines_that_were_glued_together(line: str, wanted: str) -> None:
    assert reason(line) == wanted


@pytest.mark.parametrize(
    "line",
    [
        "Ana Bell contributed to the fund for the bridge.",
        "All rights to the mine were reserved for the town.",
        "The reporting of fires by phone began in Kelby.",
        "Young people read fewer articles, the study says.",
        "The council will support the Press, its owner said.",
        "The owner chose a new password and a new clerk.",
        "A clerk shared the list with the police.",
        "It has a device that tells the browser from the rest.",
    ],
)
def test_a_report_that_uses_the_same_words(line: str) -> None:
    assert reason(line) is None
