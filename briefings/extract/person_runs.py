"""Which words of a run of capitals are a person's name, and which title stands before it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from briefings.extract.name_words import CALENDAR, NOT_A_PERSON, is_starter
from briefings.extract.offices import HONORIFICS, STYLES, head_word, is_sure_office, leads_surname
from briefings.extract.proper_names import Word, is_person, looks_like_person
from briefings.extract.wordlist import word_set
from briefings.patterns import Pattern

POST_LINKS: Final = word_set("of for to at in with on from")
"""Words between an office and its body or place."""
_HOMES: Final = ("of", "for")
_MAX_NAME: Final = 3  # words of a name before its body or place
_POST: Final = Pattern(
    r"\b(?:ambassador|envoy|consul|delegate|representative|minister|adviser|correspondent)"
    r"\s(?:to|in|for|of)\s(?:the\s)?$",
    re.IGNORECASE,
)


def past_post(text: str, title: Word | None, name: list[Word]) -> list[Word]:
    """The name without the place of a post that runs into it: ``envoy to Orlia Ada Moore`` gives ``Ada Moore``."""
    if title is not None or len(name) < 3 or looks_like_person([word.text for word in name]):
        return name
    if not _POST.search(text, max(0, name[0].start - 40), name[0].start):
        return name
    return next(
        (name[i:] for i in range(1, len(name)) if looks_like_person([w.text for w in name[i:]])), name
    )


def split_title(run: Sequence[Word]) -> tuple[Word | None, list[Word]]:
    """The last title or form of address of the run, and the name after it; no name where it is none."""
    words = _up_to_home(run)
    for i in range(len(words) - 2, -1, -1):
        if leads_surname(words[i].text) or (i < len(words) - 2 and is_sure_office(words[i].text)):
            return _with_style(words, i), _name_after(words[i + 1 :])
    while words and is_starter(words[0].text):
        words.pop(0)
    return None, words if is_person([word.text for word in words]) else _tail_name(words)


def _with_style(words: Sequence[Word], i: int) -> Word:
    """The title at ``i``, joined to the word that makes it a form of address."""
    title = words[i]
    if i == 0 or words[i - 1].text.lower().rstrip(".") not in STYLES:
        return title
    return Word(words[i - 1].start, title.end, f"{words[i - 1].text} {title.text}", title.tail)


def is_address(title: Word | None) -> bool:
    """Whether the title is only a form of address (``Mr``, ``Right Reverend``), which is no office."""
    if title is None:
        return False
    first, _, second = title.text.partition(" ")
    return bool(second) or head_word(first) in HONORIFICS


def _up_to_home(run: Sequence[Word]) -> list[Word]:
    """The run without the days that end it and without ``of Orl Port`` after a person's name."""
    words = list(run)
    while words and words[-1].text in CALENDAR:
        words.pop()
    for i in range(2, len(words)):
        if words[i].text in POST_LINKS and looks_like_person([word.text for word in words[i - 2 : i]]):
            return words[:i]
    return words


def _name_after(words: list[Word]) -> list[Word]:
    """The person's name in the words after a title: ``First Class Ada Moore``, ``of State Ada Moore``."""
    home = next((i for i in range(1, min(len(words), _MAX_NAME + 1)) if words[i].text in _HOMES), None)
    name = words[:home]
    if name and not name[0].text.islower() and is_person([word.text for word in name]):
        return name
    return _tail_name(words)


def _tail_name(words: list[Word]) -> list[Word]:
    """The person's full name that ends the words after those of a body (``Orl Port Ada Moore``)."""
    cut = 0
    for i, word in enumerate(words):
        if word.text.lower() in NOT_A_PERSON:
            cut = i + 1
    linked = bool(words) and words[0].text in POST_LINKS
    for i in range(cut, len(words) - 1) if cut or linked else ():
        if looks_like_person([word.text for word in words[i:]]):
            return words[i:]
    parts = [word.text for word in words[cut:]]
    return words[cut:] if cut and linked and 2 <= len(parts) <= 3 and is_person(parts) else []
