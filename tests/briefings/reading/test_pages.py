"""Pages in the style of many sites: the story comes out whole, the furniture is cut, line by line.

Each file of ``pages`` tells a page line by line: ``T`` the headline, ``|`` the story's own words, ``x`` furniture.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from briefings.reading.articles import read_article
from briefings.reading.furniture import find_furniture

PAGES = sorted((Path(__file__).parent / "pages").glob("*.txt"))
every_page = pytest.mark.parametrize("path", PAGES, ids=lambda path: path.stem)


def _lines(path: Path) -> list[tuple[str, str]]:
    """Each line's mark and its words."""
    return [(line[:1], line[2:]) for line in path.read_text(encoding="utf-8").rstrip("\n").split("\n")]


def _page(path: Path) -> str:
    return "\n".join(words for _, words in _lines(path))


def test_there_are_pages() -> None:
    assert len(PAGES) >= 20
    assert {mark for path in PAGES for mark, _ in _lines(path)} == {"", "T", "|", "x"}


@every_page
def test_the_story_is_kept_whole(path: Path) -> None:
    own = [words.removeprefix("• ") for mark, words in _lines(path) if mark == "|"]

    article = read_article(_page(path).encode(), path.name)

    assert " ".join(article.text.split()) == " ".join(own)
    assert [article.title] == [words for mark, words in _lines(path) if mark == "T"]


@every_page
def test_every_line_of_furniture_is_found_where_it_stands(path: Path) -> None:
    page = _page(path)

    found = "\n".join(page[piece.start : piece.end] for piece in find_furniture(page))

    assert found.split("\n") == [words for mark, words in _lines(path) if mark == "x"]
