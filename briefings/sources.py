"""What the names on a command line stand for: files, folders, web addresses, standard input."""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from urllib.parse import urldefrag, urlsplit

from briefings.errors import BriefingError
from briefings.manifest import FILE_NAME, Known, Manifest, read_manifest
from briefings.reading.kinds import READABLE, refusal
from briefings.reading.text import LARGEST_FILE
from briefings.store.shelf import STDIN
from briefings.workers.parsing import Contents

_OF_THE_SYSTEM = frozenset((FILE_NAME, "Thumbs.db", "desktop.ini"))
_PARTS_OF_PAGE = "_files"  # browsers save a page's pictures and styles to a folder of that ending


@dataclass(frozen=True, slots=True)
class Source:
    """One document to read: its name, what is in it when asked, and what a manifest says of it."""

    name: str
    read: Callable[[], Contents]
    known: Known | None = None
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """What names stand for: documents, what was passed over with why, and the first folder's manifest."""

    sources: tuple[Source, ...]
    passed: tuple[tuple[str, BriefingError], ...] = ()
    manifest: Manifest | None = None


def find_sources(names: Sequence[str], allow_local: bool = False) -> Found:
    """The documents behind the names.

    Args:
        names: files, folders, http and https addresses, or ``-`` for standard input.
        allow_local: whether addresses may be in the own network.

    Returns:
        A name that does not exist and a folder without articles are passed over like a file that is none.

    Raises:
        BriefingError: the only name does not exist, or is a folder that holds no article.
    """
    if len(names) == 1:
        found = [_behind(names[0], allow_local)]
    else:
        found = [_behind_or_passed(name, allow_local) for name in names]
    sources = [source for part in found for source in part.sources]
    return Found(
        _told_apart(sources),
        tuple(entry for part in found for entry in part.passed),
        next((part.manifest for part in found if part.manifest), None),
    )


def is_address(name: str) -> bool:
    """Whether a name is meant as an address on the web, not as a file."""
    return "://" in name


def story_slug(name: str) -> str:
    """A story's name on the command line: lower case, words joined by hyphens.

    Raises:
        BriefingError: no letter or digit in it.
    """
    slug = re.sub(r"[^\w]+", "-", name.casefold()).strip("-_")
    if not slug:
        raise BriefingError(f"{name!r} cannot name a story", "use letters or digits")
    return slug[:80]


def story_name(source: str) -> str:
    """What a story is called after its first source: the folder, the file or the end of the address."""
    if source == "-":
        return STDIN
    if is_address(source):
        parts = urlsplit(source)
        last = parts.path.rstrip("/").rpartition("/")[2]
        stem = re.sub(r"\.\w{2,5}$", "", last)
        return stem if re.search(r"[^\W\d_]", stem) else parts.hostname or source
    path = Path(source).resolve()
    return path.name if path.is_dir() else path.stem


def _behind_or_passed(name: str, allow_local: bool) -> Found:
    """What one name of several stands for: what is wrong with it does not stop the others."""
    try:
        return _behind(name, allow_local)
    except BriefingError as problem:
        return Found((), ((_legible(name), problem),))


def _behind(name: str, allow_local: bool) -> Found:
    """What one name stands for."""
    if name == "-":
        return Found((Source(STDIN, _read_stdin),))
    if is_address(name):
        place = urldefrag(name).url
        return Found((Source(place, partial(_fetch, place, allow_local)),))
    path = Path(name)
    if path.is_dir():
        return _in_folder(path)
    if not path.exists():
        hint = "put https:// before it" if name.startswith("www.") else "check the path"
        raise BriefingError(f"{name}: no such file or folder", hint)
    if path.suffix and path.suffix.lower() not in READABLE:
        return Found((), ((name, refusal(name)),))
    manifest = read_manifest(path.parent)
    return Found((_file(path, path.name, manifest),))


def _in_folder(folder: Path) -> Found:
    manifest = read_manifest(folder)
    files = [path for path in sorted(folder.rglob("*")) if path.is_file() and _is_the_users(path, folder)]
    sources = tuple(
        _file(path, path.relative_to(folder).as_posix(), manifest)
        for path in files
        if path.suffix.lower() in READABLE
    )
    if not sources:
        kinds = ", ".join(READABLE)
        raise BriefingError(f"{folder}: no articles in this folder", f"it needs files ending in {kinds}")
    passed = tuple(
        (name, refusal(name))
        for path in files
        if path.suffix.lower() not in READABLE and (name := path.relative_to(folder).as_posix())
    )
    return Found(sources, passed, manifest)


def _is_the_users(path: Path, folder: Path) -> bool:
    """Whether a file was put there by the user: no hidden file, and no part of a saved web page."""
    inside = path.relative_to(folder)
    if path.name in _OF_THE_SYSTEM or any(part.startswith(".") for part in inside.parts):
        return False
    return not any(_is_part_of_page(folder / parent) for parent in inside.parents)


def _is_part_of_page(folder: Path) -> bool:
    if not folder.name.endswith(_PARTS_OF_PAGE):
        return False
    page = folder.name.removesuffix(_PARTS_OF_PAGE)
    return any((folder.parent / f"{page}{ending}").exists() for ending in (".html", ".htm", ".xhtml"))


def _file(path: Path, name: str, manifest: Manifest | None) -> Source:
    known = manifest.articles.get(name) if manifest else None
    return Source(_legible(name), partial(_read_file, path), known, path)


def _legible(name: str) -> str:
    """A file's name as text: bytes of it that are no UTF-8 are replaced."""
    return name.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _told_apart(sources: Sequence[Source]) -> tuple[Source, ...]:
    """The sources, each file once; two files of one name are named with the folders that tell them apart."""
    once = {source.path.resolve() if source.path else source.name: source for source in sources}
    names = Counter(source.name for source in once.values())
    return tuple(
        replace(source, name=_legible(source.path.as_posix()))
        if source.path and names[source.name] > 1
        else source
        for source in once.values()
    )


def _read_file(path: Path) -> Contents:
    with path.open("rb") as file:
        return Contents(file.read(LARGEST_FILE + 1))


def _read_stdin() -> Contents:
    return Contents(sys.stdin.buffer.read(LARGEST_FILE + 1))


def _fetch(address: str, allow_local: bool) -> Contents:
    from briefings.reading.fetch import fetch  # http and ssl take a while, and most articles are files

    page = fetch(address, allow_local)
    return Contents(page.raw, page.address, page.encoding)
