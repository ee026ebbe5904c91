"""What can be told about a stretch of English without a parser: its words, subject and finite verb.

Verbs are known by closed lists and by -ed in a place where an adjective cannot stand. That misses verbs; it
seldom takes a noun for one, and a clause without a visible verb is refused.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from quiz_bank.generate.words import (
    AUXILIARIES,
    CONJUNCTIONS,
    DETERMINERS,
    IRREGULAR_PAST,
    IRREGULAR_PLURALS,
    NUMBER_WORDS,
    PLAIN_PAST,
    PLURAL_PRESENT,
    PREPOSITIONS,
    PRESENT_VERBS,
    PRONOUNS,
    SUBORDINATORS,
)

# The checks of one clause ask for the same texts many times over; a clause later they are not asked for again.
remembered = lru_cache(maxsize=512)

_TOKEN = re.compile(r"[\w$£€%][\w'’.\-,]*[\w%]|[\w$£€%]")
_NUMBERS = frozenset(NUMBER_WORDS)
_BEFORE_PARTICIPLE = frozenset(("being", "been", "be", "having"))
_RELATIVES = frozenset(("that", "who", "which", "That", "Who", "Which"))
_ANY_VERB = AUXILIARIES | IRREGULAR_PAST | PRESENT_VERBS | PLURAL_PRESENT
_NEVER_BEFORE_A_VERB = DETERMINERS | (PREPOSITIONS - {"on", "in", "over", "off", "up"})


@remembered
def different(words: re.Pattern[str], text: str) -> int:
    """How many different ones of the words the text prints."""
    return len({word.lower() for word in words.findall(text)})


@remembered
def tokens(text: str) -> tuple[str, ...]:
    """The words of a text, with inner hyphens, points and apostrophes."""
    return tuple(_TOKEN.findall(text))


def verb_index(words: Sequence[str]) -> int:
    """The index of the first finite verb, or -1; a relative ``that`` or ``who`` before it counts as none."""
    for i in range(1, len(words)):
        if words[i] in _RELATIVES:
            return -1
        if _is_finite(words, i):
            return i
    return -1


@remembered
def starts_with_verb(text: str) -> bool:
    """Whether the first word of the text is a finite verb, a subject before it being understood."""
    return verb_index(["It", *tokens(text)[:4]]) == 1


@remembered
def has_verb(text: str) -> bool:
    """Whether a finite verb stands anywhere in the text."""
    return verb_index(["It", *tokens(text)]) > 0


def _is_finite(words: Sequence[str], i: int) -> bool:
    word = words[i]
    if not (word in _ANY_VERB or word.endswith("ed")) or not word[0].islower():
        return False
    if word in AUXILIARIES:
        return True
    previous = words[i - 1].lower()
    if previous in _NEVER_BEFORE_A_VERB or previous in _BEFORE_PARTICIPLE:
        return False
    if word in PRESENT_VERBS and i + 1 < len(words) and words[i + 1].endswith("ed"):
        return False
    if word.endswith("s") and (previous[0].isdigit() or previous in _NUMBERS):
        return False
    if word in IRREGULAR_PAST or word in PRESENT_VERBS:
        return True
    if word in PLURAL_PRESENT:
        return previous.endswith("s") or previous in IRREGULAR_PLURALS
    if word in PLAIN_PAST:
        return i + 1 >= len(words) or words[i + 1].lower() != "by"
    regular = word.endswith("ed") and "-" not in word and len(word) > 4
    return regular and _after_a_verb(words[i + 1] if i + 1 < len(words) else "")


def _after_a_verb(word: str) -> bool:
    """Whether a word can follow a finite verb in -ed, so that it is no adjective or ``-ed by`` participle."""
    low = word.lower()
    if low == "by":
        return False
    open_place = not word or low != word or word[0].isdigit() or low.endswith(("ly", "s"))
    return open_place or low == "there" or low in DETERMINERS | PREPOSITIONS | PRONOUNS or low in _NUMBERS


@remembered
def has_subject_and_verb(text: str) -> bool:
    """Whether the text starts like a subject and a finite verb follows."""
    words = tokens(text)
    if not words:
        return False
    first = words[0] if words[0].isupper() and len(words[0]) > 1 else words[0].lower()
    if first in AUXILIARIES or first in CONJUNCTIONS or first in SUBORDINATORS - {"that"}:
        return False
    if words[0].islower() and (
        first.endswith(("ed", "ing")) or first in IRREGULAR_PAST or first in PRESENT_VERBS
    ):
        return False
    return verb_index(words) > 0 and not headless(text)


_ASIDE_TO_VERB = re.compile(r", [^,]*, (?P<rest>.*)$")


@remembered
def headless(text: str) -> bool:
    """Whether the subject is missing before the verb: ``In its sixth year, has driven``, ``2015, 40 were lost``.

    A comma straight before the verb must close an aside that a subject stands in front of, or open one
    (``The dam, built in 1961, holds``) that a verb follows.
    """
    subject = subject_of(text)
    head, comma, aside = subject.partition(", ")
    if comma and head.isdigit():
        return True
    rest = text[len(subject) :]
    if not rest.startswith(","):
        return False
    opened = _ASIDE_TO_VERB.match(rest)
    if opened and starts_with_verb(opened["rest"]):
        rest, comma, aside = opened["rest"], ",", aside or "x"
    if not comma:
        return True
    first = head.split()[0].lower() if head else ""
    return (first in PREPOSITIONS or first.endswith("ing")) and "," not in aside


@remembered
def subject_of(text: str) -> str:
    """The words before the first finite verb, lead-in phrases included; empty where no verb is seen."""
    words = tokens(text)
    index = verb_index(words)
    if index <= 0:
        return ""
    position = 0
    for word in words[:index]:
        position = text.index(word, position) + len(word)
    return text[:position]


@remembered
def main_verb(text: str) -> str:
    """The first finite verb in lower case, or an empty string."""
    words = tokens(text)
    index = verb_index(words)
    return words[index] if index > 0 else ""


def in_quotation(before: str, after: str) -> bool:
    """Whether the place between the two texts lies within quotation marks."""
    if before.count("“") > before.count("”") or before.count('"') % 2 == 1:
        return True
    closing = after.find("”")
    return closing >= 0 and "“" not in after[:closing] and "“" not in before and "”" not in before


@remembered
def runs_on(text: str) -> bool:
    """Whether a second auxiliary follows with nothing to join it: a misprint, or a wrong cut."""
    if re.search(r"[,;:–—]", text):
        return False
    words = tokens(text)
    first = verb_index(words)
    if first < 0:
        return False
    joined = SUBORDINATORS | CONJUNCTIONS | PRONOUNS
    for i in range(first + 2, len(words)):
        if words[i] in ("has", "was", "is", "were", "are", "have"):
            between = {word.lower() for word in words[first + 1 : i]}
            return not between & joined
    return False


_PLURAL_HEAD = re.compile(
    r"^(?:[Tt]he |[A-Z][a-z]+ \d{1,2} |[a-z\-]+ ){0,4}?(?P<head>[a-z]{3,}s) (?:in|on|of|at|from|against|for|by) [^,;]+$"
)
_TWO_NAMES = re.compile(r"[A-Z][\w\-]* and [A-Z][\w\-]*")
_SINGULAR_VERBS = frozenset(("has", "was", "is"))


def disagrees(text: str) -> bool:
    """Whether a plural subject stands before a verb in the singular: the subject was cut short."""
    if main_verb(text) not in _SINGULAR_VERBS:
        return False
    if _TWO_NAMES.fullmatch(subject_of(text)):
        return True
    found = _PLURAL_HEAD.match(subject_of(text))
    return found is not None and not found["head"].endswith(("ss", "us", "is", "ics", "news"))
