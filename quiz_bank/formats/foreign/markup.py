"""Plain text of what other programs keep as HTML, and the names of what could not be carried."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from typing import TYPE_CHECKING

from briefings.reading.text import clean

if TYPE_CHECKING:
    from lxml.etree import _Element  # type: ignore[import-untyped]

#: elements of HTML; a "<" before any other word is a sign of its own, as in List<String>
_NAMES = str.split(
    "a abbr acronym address annotation article aside audio b bdi bdo big blockquote body br button caption center "
    "cite code col colgroup dd del details dfn div dl dt em embed fieldset figcaption figure font footer form h1 h2 "
    "h3 h4 h5 h6 head header hr html i iframe img input ins kbd label legend li link main map mark math meta nav "
    "nobr o:p object ol optgroup option p param picture pre q s samp script section select small source span strike "
    "strong style sub summary sup svg table tbody td textarea tfoot th thead time title tr track tt u ul var video wbr"
)
_TAG = re.compile(rf"</?(?:{'|'.join(_NAMES)})(?=[\s/>])", re.IGNORECASE)
_REFERENCE = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]{1,31});")
_STRAY = re.compile(rf"<(?!/?(?:{'|'.join(_NAMES)})[\s/>]|!--)", re.IGNORECASE)
_BLOCKS = frozenset(
    str.split(
        "address article aside blockquote body br caption center dd details div dl dt fieldset figcaption figure "
        "footer form h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table td th tr ul"
    )
)
#: what cannot be shown as text -> how the report calls it
_MEDIA = {
    "img": "image", "picture": "image", "svg": "image", "map": "image", "audio": "sound", "video": "video",
    "iframe": "embedded page", "object": "embedded object", "embed": "embedded object",
}  # fmt: skip
_UNSEEN = frozenset(("script", "style", "head", "annotation", "param", "source", "track", "svg"))
_RAISED = str.maketrans("0123456789+-n", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻ⁿ")
_LOWERED = str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋")
_RAISABLE = re.compile(r"[0-9+n-]+")
_LOWERABLE = re.compile(r"[0-9+-]+")
_UNKNOWN_TO_XML = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_MORE_THAN_LETTERS = re.compile(r"[<&]")


@dataclass(frozen=True, slots=True)
class Shown:
    """A text as it is shown: its lines, and what stood in it that text cannot hold (``image``, ``sound``, ...)."""

    text: str
    lost: tuple[str, ...] = ()


def shown(markup: str) -> Shown:
    """The text of a piece of HTML, or of plain text that may hold some; blocks begin on lines of their own."""
    if not _MORE_THAN_LETTERS.search(markup):
        return Shown(clean(markup))
    if not _TAG.search(markup) and "<!--" not in markup:
        return Shown(clean(unescape(markup) if _REFERENCE.search(markup) else markup))
    from lxml import etree  # type: ignore[import-untyped]

    usable = _UNKNOWN_TO_XML.sub("", _STRAY.sub("&lt;", markup))
    parser = etree.HTMLParser(huge_tree=True, no_network=True, remove_comments=True, remove_pis=True)
    root = etree.fromstring(f"<div>{usable}</div>", parser)
    if root is None:
        return Shown(clean(markup))
    return _Walk().over(root)


class _Walk:
    """One way through a tree, without recursion: hostile markup may be nested a million deep."""

    def __init__(self) -> None:
        self.parts: list[str] = []
        self.lost: list[str] = []

    def over(self, root: _Element) -> Shown:
        from lxml import etree

        hidden = 0
        for event, element in etree.iterwalk(root, events=("start", "end")):
            name = element.tag if isinstance(element.tag, str) else ""
            if event == "start":
                hidden += name in _UNSEEN
                self._open(element, name, hidden)
                continue
            hidden -= name in _UNSEEN
            if name in _BLOCKS:
                self.parts.append("\n")
            if element.tail and not hidden:
                self.parts.append(_collapsed(element.tail))
        lines = (" ".join(line.split()) for line in "".join(self.parts).split("\n"))
        return Shown(clean("\n".join(line for line in lines if line)), tuple(dict.fromkeys(self.lost)))

    def _open(self, element: _Element, name: str, hidden: int) -> None:
        if name in _MEDIA:
            self.lost.append(_MEDIA[name])
            if name == "img" and not hidden and (alt := (element.get("alt") or "").strip()):
                self.parts.append(f" [{alt}] ")
        if name in _BLOCKS:
            self.parts.append("\n")
        if element.text and not hidden:
            text = _collapsed(element.text) if name != "pre" else element.text
            self.parts.append(_placed(name, text))


def _collapsed(text: str) -> str:
    """Text with its line ends as spaces, as a browser shows them."""
    return re.sub(r"[\r\n]+", " ", text)


def _placed(name: str, text: str) -> str:
    """Raised and lowered figures keep their meaning: ten to the fifth is not 105."""
    if name == "sup":
        return text.translate(_RAISED) if _RAISABLE.fullmatch(text.strip()) else f"^{text}"
    if name == "sub":
        return text.translate(_LOWERED) if _LOWERABLE.fullmatch(text.strip()) else text
    return text
