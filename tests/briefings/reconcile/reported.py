"""Invented stories as outlets would print them (``reports/*.txt``), read and extracted by the product itself.

``flood`` has a toll told two ways, a figure altered in a copied text, and a flood of old; ``election`` two
turnouts, shares with and without their decimals, and one share of something else; ``rail`` a toll told two
ways, three spellings of a town, and an accident of old.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from briefings.extract.pipeline import extract
from briefings.reading.articles import Given, read_article
from briefings.stories import Article

DAY = date(2024, 5, 15)
STORIES = ("flood", "election", "rail")


def reported(name: str) -> list[Article]:
    """The articles of one story, all of that day; a line ``=== outlet | agency`` opens each."""
    text = (Path(__file__).parent / "reports" / f"{name}.txt").read_text("utf-8")
    return [_article(part) for part in text.split("=== ")[1:]]


def _article(part: str) -> Article:
    head, _, text = part.partition("\n")
    outlet, _, agency = head.partition(" | ")
    article = read_article(text.encode(), f"{outlet.lower()}.txt", Given(outlet, None, DAY))
    return replace(article, agency=agency or article.agency, facts=tuple(extract(article.text, DAY)))
