"""What an article calls its places, people and bodies, learnt from its own text."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from briefings.stories import Article, Name
from quiz_bank.generate.words import (
    BODY_CLASSES,
    FUNCTION_WORDS,
    GENERIC_NAMES,
    MILITANT_CLASSES,
    PLACE_CLASSES,
)

_CAPITAL = r"(?:(?:al|el|ez|az|ash|ad|ar|as|at|an)-)?[A-Z][\w'’\-]*"
_NAME = (
    rf"{_CAPITAL}(?: (?:(?:of|for|and|the|al|bin|ibn|von|van|de|da|del|la|du) (?:the )?)?{_CAPITAL}){{0,5}}"
)
PLAIN_NAME = rf"{_CAPITAL}(?: {_CAPITAL}){{0,4}}"
_PLACE = "|".join(sorted(PLACE_CLASSES))
_BODY = "|".join(sorted(BODY_CLASSES))
_MILITANT = "|".join(sorted(MILITANT_CLASSES))

NAME = re.compile(_NAME)
_CLASS_OF_NAME = re.compile(rf"\b({_PLACE}) of ({PLAIN_NAME})")
_NAME_CLASS = re.compile(
    rf"({PLAIN_NAME})(?: \([A-Z]{{2,6}}\))?(?: [a-z]+ist| [a-z]+t)? ({_PLACE}|{_BODY}|{_MILITANT})\b"
)
_NAME_IS_CLASS = re.compile(
    rf"({PLAIN_NAME})(?:,| is| was)(?: an?| the| one of the)(?: [\w\-]+){{0,4}}? ({_PLACE}|{_BODY})\b"
)
_PERSON_TITLE = re.compile(
    r"\b(?:Mr|Mrs|Ms|Miss|Dr|Sir|Dame|President|Prime Minister|Premier|Senator|General|Gen|Colonel|Professor) "
    rf"({_CAPITAL}(?: {_CAPITAL}){{0,2}})"
)
_MID_SENTENCE = re.compile(rf"(?<=[a-z,;] )({_CAPITAL})")
_WORD = re.compile(r"[A-Za-z][\w'’\-]*")


@dataclass(frozen=True, slots=True)
class Setting:
    """The names of one article.

    Attributes:
        known: single words that the article prints with a capital within a sentence, or that stand in a name.
        lower: words it also prints without a capital.
        classes: class noun -> the names it is used for (``city`` -> ``Port Salm``), most used first.
        persons: surname -> full name.
        dated: whether the header will show a date.
        text: the article's text with spaces collapsed.
    """

    known: frozenset[str]
    lower: frozenset[str]
    classes: Mapping[str, tuple[str, ...]]
    persons: Mapping[str, str]
    dated: bool
    text: str


def read_setting(article: Article, names: Iterable[Name]) -> Setting:
    """What can be learnt about names from the article's text and the story's name clusters."""
    text = re.sub(r"\s+", " ", article.text)
    mine = [name for name in names if any(form in text for form in name.forms)]
    known = set(_MID_SENTENCE.findall(text))
    for name in mine:
        for form in name.forms:
            known.update(word for word in form.split() if word[:1].isupper() or "-" in word)
    known -= GENERIC_NAMES
    lower = {word for word in _WORD.findall(text) if word[0].islower()}
    return Setting(
        known=frozenset(_variants(known)),
        lower=frozenset(lower),
        classes=_classes(text),
        persons=_persons(text, mine),
        dated=article.published is not None,
        text=text,
    )


def _variants(words: Iterable[str]) -> Iterable[str]:
    for word in words:
        yield word
        yield re.sub(r"['’]s?$", "", word)


def _classes(text: str) -> dict[str, tuple[str, ...]]:
    seen: dict[str, Counter[str]] = {}

    def note(noun: str, name: str) -> None:
        owned = re.split(r"['’]s? ", name)[-1]
        words = re.sub(r"['’]s?$", "", owned).split()
        while words and (words[0] in GENERIC_NAMES or words[0].lower() in FUNCTION_WORDS - {"new"}):
            words.pop(0)
        if words and not re.search(r"-[a-z]{3,}$", words[-1]):
            seen.setdefault(noun, Counter())[" ".join(words)] += 1

    for noun, name in _CLASS_OF_NAME.findall(text):
        note(noun, name)
    for pattern in (_NAME_CLASS, _NAME_IS_CLASS):
        for name, noun in pattern.findall(text):
            note(noun, name)
    for name in NAME.findall(text):
        last = name.split()[-1].lower()
        if " " in name and last in BODY_CLASSES | PLACE_CLASSES:
            note(last, name)
    return {noun: tuple(name for name, _ in counter.most_common()) for noun, counter in seen.items()}


def _persons(text: str, names: Iterable[Name]) -> dict[str, str]:
    found: dict[str, set[str]] = {}
    for name in names:
        if name.kind == "person":
            full = max((form for form in name.forms if form in text), key=len)
            found.setdefault(full.split()[-1], set()).add(full)
    for full in _PERSON_TITLE.findall(text):
        if " " in full:
            found.setdefault(full.split()[-1], set()).add(re.sub(r"['’]s?$", "", full))
    return {surname: next(iter(full)) for surname, full in found.items() if len(full) == 1}
