"""The sentences of a text, split once and kept: several steps ask for them again and again."""

from __future__ import annotations

import re
from bisect import bisect_left
from functools import lru_cache

from briefings.facts import Sentence
from briefings.reading.sentences import split_sentences

_SPACES = re.compile(r"\s+")
_LOOKED_BACK = 4
_TITLES_PASSED = 6
_FEWEST_WORDS = 8  # of a sentence that is no title


@lru_cache(maxsize=4096)
def sentences_of(text: str) -> tuple[Sentence, ...]:
    """The sentences of a text, in order."""
    return tuple(split_sentences(text))


@lru_cache(maxsize=4096)
def _told(text: str) -> tuple[tuple[int, str], ...]:
    """Where each sentence begins, and its words with spaces collapsed."""
    return tuple((one.start, _SPACES.sub(" ", one.text).strip()) for one in sentences_of(text))


def sentence_number(text: str, start: int) -> int:
    """How many sentences of the text begin before an offset."""
    return bisect_left(_told(text), (start, ""))


def sentences_before(text: str, start: int) -> tuple[str, ...]:
    """The four sentences that end before ``start``, the nearest first; spaces collapsed."""
    place = sentence_number(text, start)
    return tuple(sentence for _, sentence in reversed(_told(text)[max(0, place - _LOOKED_BACK) : place]))


def titles(text: str) -> int:
    """How many titles and bylines stand before the first sentence that ends like one."""
    for place, (_, sentence) in enumerate(_told(text)[:_TITLES_PASSED]):
        if sentence.endswith(".") and len(sentence.split()) >= _FEWEST_WORDS:
            return place
    return _TITLES_PASSED


def first_sentence(text: str) -> str:
    """The article's first sentence that ends like one: titles and bylines passed over; empty for none."""
    place = titles(text)
    return _told(text)[place][1] if place < _TITLES_PASSED else ""
