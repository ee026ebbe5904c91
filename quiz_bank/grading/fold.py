"""Folds spellings of one name together: articles, doubled letters, transliterations (rule 16).

Texts are in Latin letters here; ``scripts`` brings the others.
"""

from __future__ import annotations

import re
from functools import lru_cache

ARTICLES = frozenset(("al", "el", "ul", "il", "the", "ar", "as", "ash", "at", "ad", "an", "az", "ez", "es", "er",
                      "et", "ed", "en", "esh", "ech", "eth", "ath", "adh", "edh"))  # fmt: skip
_ALWAYS_ARTICLES = frozenset(("al", "el", "ul", "il", "the", "ar", "ez", "az"))

_WORD = re.compile(r"[^\W_]+")
_GLUED = re.compile(r"^[ae](?:(z)\1(?=.{2})|(sh|[drnt])\2(?=.{3})|(s)\3(?=[^aeiou]?.{4}))")
_INNER = re.compile(r"(?<=[^aeiou])[ae]zz")
_ABD = re.compile(r"^abd(?:[aeiou]?[lr])?(?=[^aeiou]{1}.)")
_ABU = re.compile(r"^(?:albou|albu|abou|abu|bou|bu)")

# In order: digraphs before single letters, vowels last.
_SUBS: tuple[tuple[re.Pattern[str], str], ...] = tuple(
    (re.compile(pattern), by)
    for pattern, by in (
        (r"tch|tsch|sch|sh|ch", "x"), (r"kh|gh|th|dh|ph", r""), (r"dj", "j"), (r"[qc]", "k"),
        (r"ou|oo|aw|au|ow|o|w", "u"), (r"ei|ey|ay|ai|ee|ie|iy|e|y", "i"),
    )
)  # fmt: skip
_DIGRAPHS = {"kh": "h", "gh": "g", "th": "t", "dh": "d", "ph": "f"}
_DOUBLE = re.compile(r"(.)\1+")
_FINAL_H = re.compile(r"(?<=[aiu])h$")


_POSSESSIVE = re.compile(r"(?<=\w)'s\b")
_DECIMAL = re.compile(r"(?<=\d)\.(?=\d)")
_DOTTED = re.compile(r"(?<=[^\W_]{2})\.(?=[^\W_]{2})")
_ABBREVIATED = {
    "mt": "mount",
    "st": "saint",
    "ft": "fort",
    "govt": "government",
    "univ": "university",
    "dept": "department",
}


def words_of(text: str) -> list[str]:
    """The words of a cleaned text, hyphens apart, apostrophes and full stops joined."""
    if "'s" in text:
        text = _POSSESSIVE.sub("", text)
    if "." in text:
        text = _DECIMAL.sub(" ", _DOTTED.sub(" ", text)).replace(".", "")
    return [_ABBREVIATED.get(word, word) for word in _WORD.findall(text.replace("'", ""))]


def without_articles(words: list[str]) -> list[str]:
    """The words without articles; an assimilated one (``ash``) goes only before its own consonant."""
    if not ARTICLES.intersection(words):
        return words
    kept = []
    for place, word in enumerate(words):
        after = words[place + 1] if place + 1 < len(words) else ""
        if word in ARTICLES and after and (word in _ALWAYS_ARTICLES or after.startswith(word[1:])):
            continue
        kept.append(word)
    return kept


@lru_cache(maxsize=16384)
def squash(text: str) -> str:
    """A cleaned name as one word, without articles: what "the same spelling" means."""
    return "".join(without_articles(words_of(text)))


@lru_cache(maxsize=16384)
def fold(text: str) -> str:
    """The fold of a cleaned name: two spellings of one name have the same."""
    words = without_articles(words_of(text))
    folded = [_GLUED.sub(lambda m: m.group(1) or m.group(2) or m.group(3), word) for word in words]
    whole = _INNER.sub("z", _ABU.sub("bu", _ABD.sub("abd", "".join(folded))))
    whole = re.sub("kh|gh|th|dh|ph", lambda match: _DIGRAPHS[match.group()], _sub(whole, 0, 1))
    whole = _sub(whole, 2, len(_SUBS))
    return _FINAL_H.sub("", _DOUBLE.sub(r"\1", whole))


def _sub(text: str, first: int, end: int) -> str:
    for pattern, by in _SUBS[first:end]:
        text = pattern.sub(by, text)
    return text
