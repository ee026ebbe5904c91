"""Large stories for measuring: the given articles again and again, with other words and figures read anew."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date

from briefings.extract.pipeline import extract
from briefings.stories import Article


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
