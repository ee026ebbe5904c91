"""Markdown and front matter: what a file says about its article, and its text without the markup."""

from __future__ import annotations

import re
from dataclasses import dataclass

LONGEST_FRONT_MATTER = 60  # lines; a text that opens with a rule and never closes it is only a text

_FENCE = re.compile(r"-{3,}|\+{3,}")
_ENTRY = re.compile(r"(?P<name>[A-Za-z][\w -]{0,40}?)\s*[:=]\s*(?P<value>.*)")
_NAMES = {
    "title": "title",
    "headline": "title",
    "outlet": "outlet",
    "publisher": "outlet",
    "newspaper": "outlet",
    "site": "outlet",
    "published": "published",
    "date": "published",
    "agency": "agency",
}

# In the order they are undone; each looks at one line at most and at bounded lengths.
_MARKUP = (
    (re.compile(r"<!--[^>]{0,2000}-->"), ""),
    (re.compile(r"!\[[^\[\]\n]{0,500}\](?:\([^()\n]{0,500}\)|\[[^\[\]\n]{0,100}\])"), ""),  # pictures
    (re.compile(r"(?m)^ {0,3}\[[^\[\]\n]{1,100}\]: .*$"), ""),  # where references point
    (re.compile(r"\[\^[^\[\]\n]{1,50}\]"), ""),  # footnote marks
    (re.compile(r"\[([^\[\]\n]{1,500})\](?:\([^()\n]{0,500}\)|\[[^\[\]\n]{0,100}\])"), r"\1"),
    (re.compile(r"<((?:https?://|mailto:)[^<>\s]{1,500})>"), r"\1"),
    (re.compile(r"</?[a-zA-Z][^<>\n]{0,200}>"), ""),
    (re.compile(r"(?m)^ {0,3}(?:> ?)+"), ""),
    (re.compile(r"(?m)^ {0,3}(?:```|~~~).*$"), ""),
    (re.compile(r"(?<![\w*\\])(\*{1,3})(?=[^\s*])([^*\n]{1,500})(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"(?<![\w\\])(_{1,3})(?=[^\s_])([^_\n]{1,500})(?<=\S)\1(?!\w)"), r"\2"),
    (re.compile(r"`([^`\n]{1,500})`"), r"\1"),
    (re.compile(r"\\([!-/:-@\[-`{-~])"), r"\1"),
)
_HEADING = re.compile(r"(?m)^ {0,3}(?P<level>#{1,6}) +(?P<words>[^\n]*?)[ #]*$")
_UNDERLINED = re.compile(r"(?m)^(?P<words>[^\n]{1,300})\n {0,3}(?P<line>={3,}|-{3,}) *$")


@dataclass(frozen=True, slots=True)
class Plain:
    """A Markdown text without its markup.

    Attributes:
        text: the text; headings stand in blocks of their own.
        title: the first heading of the first level, or None; it still stands in the text.
        headings: the words of all other headings.
    """

    text: str
    title: str | None
    headings: frozenset[str]


def split_front_matter(text: str) -> tuple[dict[str, str], str]:
    """What the head of a file states (``title``, ``outlet``, ``published``, ``agency``) and the text below it.

    The head stands between two lines of three dashes and holds ``name: value`` lines; names that mean nothing
    here are passed over. Without such a head: nothing stated, and the text as it is.
    """
    lines = text.split("\n", LONGEST_FRONT_MATTER + 1)
    if not _FENCE.fullmatch(lines[0]):
        return {}, text
    end = next((i for i, line in enumerate(lines[1:-1], 1) if line == lines[0]), 0)
    head = [line for line in lines[1:end] if line.strip()]
    if not head or not _ENTRY.fullmatch(head[0].strip()):
        return {}, text
    entries = filter(None, (_ENTRY.fullmatch(line.strip()) for line in head))
    stated = {_NAMES.get(entry["name"].lower(), ""): entry["value"].strip("\"' ") for entry in entries}
    return {name: value for name, value in stated.items() if name and value}, "\n".join(
        lines[end + 1 :]
    ).lstrip("\n")


def to_plain(text: str) -> Plain:
    """The words of a Markdown text: links and emphasis as their words, pictures and comments left out."""
    for pattern, words in _MARKUP:
        text = pattern.sub(words, text)
    text = _UNDERLINED.sub(lambda found: f"{'#' if found['line'][0] == '=' else '##'} {found['words']}", text)
    found = [(len(match["level"]), " ".join(match["words"].split())) for match in _HEADING.finditer(text)]
    title = next((words for level, words in found if level == 1 and words), None)
    headings = frozenset(words for _, words in found if words and words != title)
    return Plain(_HEADING.sub(lambda match: f"\n{match['words']}\n", text), title, headings)
