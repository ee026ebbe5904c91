"""``story.toml``: what a folder of articles tells about itself."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, get_args

from briefings.errors import BriefingError
from briefings.stories import DateBasis

FILE_NAME = "story.toml"


@dataclass(frozen=True, slots=True)
class Known:
    """What a manifest says of one article; None where it says nothing."""

    title: str | None = None
    outlet: str | None = None
    agency: str | None = None
    published: date | None = None
    date_basis: DateBasis = "given"


@dataclass(frozen=True, slots=True)
class Manifest:
    """A folder's story: its name, its title, and file name -> what is known of that article."""

    slug: str
    title: str
    articles: Mapping[str, Known] = field(default_factory=dict)


def read_manifest(folder: Path) -> Manifest | None:
    """The folder's manifest, or None where it has none.

    Raises:
        BriefingError: it is not valid TOML, or a field is of the wrong kind.
    """
    path = folder / FILE_NAME
    if not path.is_file():
        return None
    try:
        data = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise BriefingError(f"{path} is not valid TOML: {problem}", "mend that line") from problem
    except OSError as problem:
        raise BriefingError(f"{path}: {problem.strerror}", "check the file and its permissions") from problem
    story, entries = data.get("story", {}), data.get("article", [])
    if not isinstance(story, dict) or not _is_tables(entries):
        raise BriefingError(
            f"{path} is no story", "it needs one [story] table and an [[article]] table a file"
        )
    articles = {str(entry.get("file", "")): _known(path, entry) for entry in entries}
    return Manifest(
        slug=str(story.get("slug") or folder.name),
        title=str(story.get("title") or story.get("slug") or folder.name),
        articles=articles,
    )


def _is_tables(entries: object) -> bool:
    return isinstance(entries, list) and all(isinstance(entry, dict) for entry in entries)


def _known(path: Path, entry: Mapping[str, Any]) -> Known:
    published = entry.get("published")
    if published is not None and type(published) is not date:
        raise BriefingError(
            f"{path}: published = {published!r} of {entry.get('file')!r} is not a date",
            "write it as published = 2017-11-03",
        )
    basis = entry.get("date_basis", "given")
    if basis not in get_args(DateBasis):
        raise BriefingError(
            f"{path}: date_basis = {basis!r} of {entry.get('file')!r} is not known",
            f"one of {', '.join(get_args(DateBasis))}",
        )
    title, outlet, agency = (_words(path, entry, field) for field in ("title", "outlet", "agency"))
    return Known(title, outlet, agency, published, basis)


def _words(path: Path, entry: Mapping[str, Any], name: str) -> str | None:
    words = entry.get(name)
    if words is not None and not isinstance(words, str):
        raise BriefingError(
            f"{path}: {name} = {words!r} of {entry.get('file')!r} is not a text", f'write {name} = "..."'
        )
    return words
