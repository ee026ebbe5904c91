"""Large stories for measuring: the given articles again and again, with other words and figures read anew."""

from __future__ import annotations

import re
import time
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from briefings.compose.compose import compose
from briefings.extract.pipeline import extract
from briefings.reconcile.story import reconcile
from briefings.stories import Article, Story


def multiplied(articles: Iterable[Article], many: int, day: date) -> Iterator[Article]:
    """Each article again and again, each time with one letter in five words changed and facts read anew."""
    originals = list(articles)
    for number in range(many):
        article = originals[number % len(originals)]
        text = _changed(article.text, number)
        facts = tuple(extract(text, day))
        yield replace(
            article,
            key=f"{article.key}{number}",
            text=text,
            outlet=f"Outlet {number}",
            agency=None,
            facts=facts,
        )


def _changed(text: str, number: int) -> str:
    words = re.split(r"(\s+)", text)
    for place in range(number % 10, len(words), 10):
        if words[place].isalpha() and words[place].islower():
            words[place] += chr(97 + (place * 7 + number) % 26)
    return "".join(words)


def print_times(story: Story, day: date) -> None:
    """Seconds to reconcile and compose stories of many articles: the given ones under other names and figures."""
    for many in (200, 2000):
        articles = list(multiplied(story.articles, many, day))
        started = time.perf_counter()
        large = reconcile("large", "Large", articles)
        between = time.perf_counter()
        briefing = compose(large)
        print(
            f"{many} articles: reconcile {between - started:.2f} s, compose {time.perf_counter() - between:.2f} s,"
            f" {len(large.claims)} claims, {briefing.words} words"
        )
