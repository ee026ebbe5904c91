"""What names on the command line stand for, and what a folder tells about itself."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from briefings.errors import BriefingError
from briefings.manifest import read_manifest
from briefings.reading.kinds import READABLE
from briefings.sources import find_sources, is_address, story_name, story_slug


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "Esk flood"
    for name in (
        "b.txt",
        "a.md",
        "deep/c.HTML",
        "page.html",
        "page_files/style.css",
        "page_files/frame.html",
    ):
        (made / name).parent.mkdir(parents=True, exist_ok=True)
        (made / name).write_text("It rose.", encoding="utf-8")
    for name in (".hidden.txt", ".git/d.txt", "Thumbs.db"):
        (made / name).parent.mkdir(exist_ok=True)
        (made / name).write_text("It rose.", encoding="utf-8")
    return made


def names(*given: Path | str) -> list[str]:
    return [source.name for source in find_sources([str(name) for name in given]).sources]


def test_a_folder_gives_its_readable_files_and_no_part_of_a_saved_page(folder: Path) -> None:
    assert names(folder) == ["a.md", "b.txt", "deep/c.HTML", "page.html"]
    assert find_sources([str(folder)]).passed == ()


def test_what_is_not_read_is_passed_over_by_name(folder: Path) -> None:
    (folder / "scan.pdf").write_bytes(b"%PDF")
    (folder / "notes.xyz").write_bytes(b"x")
    told = {name: str(problem) for name, problem in find_sources([str(folder)]).passed}
    assert told == {
        "notes.xyz": f"notes.xyz: .xyz files are not read; only {', '.join(READABLE)} are",
        "scan.pdf": "scan.pdf is a PDF document; copy its text into a .txt file",
    }


def test_a_named_file_keeps_its_name_and_files_of_one_name_are_told_apart(folder: Path) -> None:
    (folder / "deep" / "b.txt").write_text("It fell.", encoding="utf-8")
    assert names(folder / "b.txt") == ["b.txt"]
    both = names(folder / "b.txt", folder / "deep" / "b.txt")
    assert both == [(folder / "b.txt").as_posix(), (folder / "deep" / "b.txt").as_posix()]


def test_a_file_named_twice_is_read_once(folder: Path) -> None:
    assert names(folder / "b.txt", folder / "." / "b.txt") == ["b.txt"]


def test_an_address_is_a_source_without_its_fragment_and_is_not_fetched_yet() -> None:
    assert names("https://news.example/2031/flood.html#top", "-") == [
        "https://news.example/2031/flood.html",
        "stdin",
    ]


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("missing.txt", "missing.txt: no such file or folder; check the path"),
        ("www.news.example/a", "no such file or folder; put https:// before it"),
    ],
)
def test_a_name_that_stands_for_nothing_is_told(name: str, told: str) -> None:
    with pytest.raises(BriefingError) as problem:
        find_sources([name])
    assert told in str(problem.value)


def test_a_folder_without_articles_is_told(tmp_path: Path) -> None:
    with pytest.raises(
        BriefingError, match=r"no articles in this folder; it needs files ending in \.txt, \.md"
    ):
        find_sources([str(tmp_path)])


def test_a_name_that_stands_for_nothing_does_not_stop_the_others(folder: Path, tmp_path: Path) -> None:
    (empty := tmp_path / "empty").mkdir()
    found = find_sources([str(folder / "b.txt"), "missing.txt", str(empty)])
    assert [source.name for source in found.sources] == ["b.txt"]
    assert [name for name, _problem in found.passed] == ["missing.txt", str(empty)]


def test_an_endless_file_is_read_to_the_limit_only() -> None:
    (source,) = find_sources(["/dev/zero"]).sources
    assert len(source.read().raw) == 20 * 1024 * 1024 + 1


@pytest.mark.parametrize(
    ("source", "story"),
    [
        ("-", "stdin"),
        ("reports/Esk flood.txt", "Esk flood"),
        ("https://news.example/2031/05/esk-flood-1234.html", "esk-flood-1234"),
        ("https://news.example/2031/05/03/", "news.example"),
        ("https://news.example", "news.example"),
    ],
)
def test_a_story_is_named_after_its_first_source(source: str, story: str) -> None:
    assert story_name(source) == story


def test_what_looks_like_an_address() -> None:
    given = ("https://news.example/a", "ftp://news.example", "article.txt", "C:\\news\\a.txt")
    assert [is_address(name) for name in given] == [True, True, False, False]


def test_a_story_s_name_becomes_one_word() -> None:
    assert story_slug("Esk flood, 3 May!") == "esk-flood-3-may"
    with pytest.raises(BriefingError, match="cannot name a story"):
        story_slug("!!!")


MANIFEST = """
[story]
slug = "esk"
title = "The Esk flood"
[[article]]
file = "deep/c.HTML"
outlet = "Daily Esk"
published = 2031-05-03
"""


def test_a_manifest_tells_of_the_folder_and_its_files(folder: Path) -> None:
    (folder / "story.toml").write_text(MANIFEST, encoding="utf-8")
    found = find_sources([str(folder)])
    assert found.manifest is not None
    assert (found.manifest.slug, found.manifest.title) == ("esk", "The Esk flood")
    known = {source.name: source.known for source in found.sources if source.known}
    assert list(known) == ["deep/c.HTML"]
    assert (known["deep/c.HTML"].outlet, known["deep/c.HTML"].published) == ("Daily Esk", date(2031, 5, 3))


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[story", "is not valid TOML"),
        ('story = "esk"', "is no story; it needs one [story] table"),
        ('article = "a.txt"', "is no story; it needs one [story] table"),
        ('[[article]]\nfile = "a.md"\npublished = "3 May"', "published = '3 May' of 'a.md' is not a date"),
        ('[[article]]\nfile = "a.md"\noutlet = 7', "outlet = 7 of 'a.md' is not a text"),
        (
            '[[article]]\nfile = "a.md"\ndate_basis = "guessed"',
            "date_basis = 'guessed' of 'a.md' is not known",
        ),
    ],
)
def test_a_wrong_manifest_is_told_in_one_line(folder: Path, text: str, told: str) -> None:
    (folder / "story.toml").write_text(text, encoding="utf-8")
    with pytest.raises(BriefingError) as problem:
        read_manifest(folder)
    assert told in str(problem.value)
    assert problem.value.hint
